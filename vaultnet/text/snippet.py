r"""The line of a note that answers a search, and where in it the words stand.

find_snippet("---\n---\nShe moved to Paris for the pension reform.", ("pension", "par*"))
->  Snippet("She moved to Paris for the pension reform.", ((13, 18), (27, 34)))
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vaultnet.text.fold import fold

_WORD = re.compile(r"\w+")
_BEFORE, _LONGEST = 60, 160  # characters
_READ = 2_000  # of a line


class Snippet(NamedTuple):
    """One line, cut at words; `matches` are (start, end) in it."""

    text: str
    matches: tuple[tuple[int, int], ...]


def find_snippet(text: str, words: Sequence[str]) -> Snippet:
    """The line with the most different words of the search, the first of such; `word*` is any word that begins so.

    An empty snippet where no line holds any of them.
    """
    wanted = [fold(word) for phrase in words for word in phrase.split()]
    best, held = "", 0
    found: list[tuple[int, int, str]] = []
    for line in text.split("\n"):
        matches = _matches(line[:_READ], wanted)
        different = len({word for *_, word in matches})
        if different > held:
            best, found, held = line[:_READ], matches, different
    return _cut(best, [(start, end) for start, end, _ in found]) if held else Snippet("", ())


def _matches(line: str, wanted: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, word of the search) of each word of the line that is meant."""
    return [
        (match.start(), match.end(), word) for match in _WORD.finditer(line) if (word := _meant(fold(match[0]), wanted))
    ]


def _meant(word: str, wanted: Sequence[str]) -> str:
    for one in wanted:
        if word == one or (one.endswith("*") and word.startswith(one[:-1])) or (not one.isascii() and one in word):
            return one
    return ""


def _cut(line: str, matches: Sequence[tuple[int, int]]) -> Snippet:
    """From a word before the first match on; blanks and marks of a list at the beginning go."""
    start = max(matches[0][0] - _BEFORE, 0)
    start = line.find(" ", start, matches[0][0]) + 1 if start else len(line) - len(line.lstrip(" \t>#-*+"))
    start = min(start, matches[0][0])
    end = start + _LONGEST
    if end < len(line):
        end = max(line.rfind(" ", start, end), matches[0][1])
    head, tail = ("… " if start and line[:start].strip(" \t>#-*+") else ""), ("" if end >= len(line) else " …")
    shown = line[start:end].rstrip()
    inside = tuple((a - start + len(head), b - start + len(head)) for a, b in matches if b <= start + len(shown))
    return Snippet(f"{head}{shown}{tail}", inside)
