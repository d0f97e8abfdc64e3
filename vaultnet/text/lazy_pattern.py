r"""Patterns that are compiled when they are first used: a command that reads one note needs few of some four hundred.

    _DAY: Final = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")     # costs nothing yet
    _DAY.match(line)                                              # compiles once; from then on the pattern's own method

What every command uses, or none at start-up, is as well off with `re.compile`.
"""

import re
from typing import Any, cast


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` would return, later. It answers to everything that a pattern answers to, but is none to
    `isinstance`, and to the functions of `re`.
    """
    return cast("re.Pattern[str]", LazyPattern(source, flags))


class LazyPattern:
    """A method, once asked for, is kept in the instance, so that the next call finds the compiled pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._given_flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what `copy` and `pickle` ask of anything
            raise AttributeError(name)
        value = getattr(self.compiled(), name)
        setattr(self, name, value)
        return value

    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._given_flags)
