"""Which paths a vault's owner wants left alone, in the words of gitignore.

    is_ignored = compile_ignore(["Archive/", "*.tmp.md", "/Private/**", "!Archive.md"])
    is_ignored("Archive", is_folder=True)   ->   True

The last pattern that matches decides; `!` takes back. A pattern with a slash that is not its last character is anchored
at the vault's root, any other matches in every folder. What lies in an ignored folder is ignored, and cannot be taken
back: whoever walks the vault asks about folders first (as git does).
"""

import re
from collections.abc import Iterable
from fnmatch import translate
from typing import NamedTuple, Protocol


class IsIgnored(Protocol):
    def __call__(self, path: str, *, is_folder: bool) -> bool: ...


_GLOB_SIGNS = {"*": "[*]", "?": "[?]", "[": "[[]"}


class _Pattern(NamedTuple):
    """`segments` of an anchored pattern; None stands for `**`. One segment, not anchored: matches the name alone."""

    segments: tuple[re.Pattern[str] | None, ...]
    is_anchored: bool
    folders_only: bool
    takes_back: bool


def ignore_nothing(path: str, *, is_folder: bool) -> bool:  # noqa: ARG001  (the answer for every path)
    return False


def compile_ignore(lines: Iterable[str]) -> IsIgnored:
    patterns = [pattern for line in lines if (pattern := _parse_line(line)) is not None]
    patterns.reverse()

    def is_ignored(path: str, *, is_folder: bool) -> bool:
        for pattern in patterns:
            if (is_folder or not pattern.folders_only) and _matches(pattern, path):
                return not pattern.takes_back
        return False

    return is_ignored


def _parse_line(line: str) -> _Pattern | None:
    text = _without_trailing_blanks(line)
    takes_back = text.startswith("!")
    text = text.removeprefix("!")
    folders_only = text.endswith("/")
    text = text.removesuffix("/")
    is_anchored = "/" in text
    text = text.removeprefix("/")
    if not text or line.startswith("#"):
        return None
    segments = tuple(None if part == "**" else _segment(part) for part in text.split("/"))
    return _Pattern(segments, is_anchored, folders_only, takes_back)


def _without_trailing_blanks(line: str) -> str:
    """A blank at the end counts only when it is escaped."""
    text = line.rstrip("\r\n")
    bare = text.rstrip(" ")
    return f"{bare} " if bare.endswith("\\") and bare != text else bare


def _segment(glob: str) -> re.Pattern[str]:
    r"""`fnmatch` makes patterns that need no long search; it lacks only git's `\*`, which it writes `[*]`."""
    return re.compile(translate(re.sub(r"\\(.)", lambda found: _GLOB_SIGNS.get(found[1], found[1]), glob)))


def _matches(pattern: _Pattern, path: str) -> bool:
    if not pattern.is_anchored:
        segment = pattern.segments[0]
        return segment is None or segment.match(path.rpartition("/")[2]) is not None
    return _match_segments(pattern.segments, path.split("/"))


def _match_segments(globs: tuple[re.Pattern[str] | None, ...], parts: list[str]) -> bool:
    """`**` first takes no folder, then one more at each failure; only the last `**` met needs to be tried again."""
    at_glob, at_part = 0, 0
    retry: tuple[int, int] | None = None
    while at_part < len(parts):
        if at_glob < len(globs) and globs[at_glob] is None:
            if at_glob == len(globs) - 1:
                return True  # `a/**` is everything in `a`, and a part is left
            retry = (at_glob, at_part)
            at_glob += 1
        elif _takes(globs, at_glob, parts[at_part]):
            at_glob, at_part = at_glob + 1, at_part + 1
        elif retry is None:
            return False
        else:
            retry = (retry[0], retry[1] + 1)
            at_glob, at_part = retry[0] + 1, retry[1]
    return at_glob == len(globs)


def _takes(globs: tuple[re.Pattern[str] | None, ...], at: int, part: str) -> bool:
    glob = globs[at] if at < len(globs) else None
    return glob is not None and glob.match(part) is not None
