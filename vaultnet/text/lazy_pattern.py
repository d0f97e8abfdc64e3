r"""Patterns that are compiled when they are first used: a command that reads one note needs few of some four hundred.

    _DAY: Final = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")     # costs nothing yet
    _DAY.match(line)                                              # compiles once; from then on the pattern's own method

    _ASKED: Final = worded_pattern(r"\b(?:any[ ]news|have[ ]you)\b", re.IGNORECASE, ("any news", "have you"))
    _ASKED.search(line)                                           # is not even compiled for a line without those words

What every command uses, or none at start-up, is as well off with `re.compile`.
"""

import re
import sys
from collections.abc import Iterable
from typing import Any, cast

_TURKISH = {0x130: "i", 0x131: "i"}  # letters that a pattern takes for an i, if it ignores case


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` would return, later. It answers to everything that a pattern answers to, but is none to
    `isinstance`, and to the functions of `re`.
    """
    return cast("re.Pattern[str]", LazyPattern(source, flags))


def worded_pattern(source: str, flags: int, phrases: Iterable[str]) -> re.Pattern[str]:
    """A lazy pattern that matches only where one of these phrases stands, as whole words."""
    firsts = [_WORD.search(phrase.casefold()) for phrase in phrases]
    if None in firsts:  # a phrase of signs, such as "&"
        return lazy_pattern(source, flags)
    return cast("re.Pattern[str]", WordedPattern(source, flags, frozenset(first[0] for first in firsts if first)))


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


class WordedPattern(LazyPattern):
    """Looks for the words first: that takes a thousandth of what compiling takes."""

    def __init__(self, pattern: str, flags: int, words: frozenset[str]) -> None:
        super().__init__(pattern, flags)
        self._words = words

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled().search(text, start, end) if self._may_match(text[start:end]) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled().match(text, start, end) if self._may_match(text[start:end]) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled().fullmatch(text, start, end) if self._may_match(text[start:end]) else None

    def _may_match(self, text: str) -> bool:
        plain = text if text.isascii() else text.translate(_TURKISH)
        return not self._words.isdisjoint(_WORD.findall(plain.casefold()))


_WORD = lazy_pattern(r"[^\W_]+")
