"""One sentence of vaultnet's with holes in it: found in what is to be said, and worded in another language.

phrase = parse_phrase("Fixed {}; undo takes it back.", "{1!} verbessert; undo nimmt es zurück.")
phrase.word("Fixed 2 notes; undo takes it back.", again)   ->   "2 Notizen verbessert; undo nimmt es zurück."

    {}   any text, also none      {#}   a number            in the English
    {1}  what the first hole had  {1!}  the same, worded    in the other language

The pieces between the holes are looked for from left to right, each once: the time is that of reading the text.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_HOLE = re.compile(r"\{(#?)\}")
_PLACE = re.compile(r"\{([1-9])(!?)\}")
_DIGITS = frozenset("0123456789")
_MARKS = str.maketrans(",.", ".,")  # 1,234.5 -> 1.234,5


class Phrase(NamedTuple):
    """`pieces` stand around the holes, one more than there are; `is_number` holds one claim a hole; `other` is what is
    said instead. `has_lines`: it goes over several lines, and is looked for in a text of several lines only.
    """

    pieces: tuple[str, ...]
    is_number: tuple[bool, ...]
    other: str
    has_lines: bool

    def word(self, text: str, again: Callable[[str], str]) -> str | None:
        """The text in the other language, None where the phrase does not fit; `again` words what stands in a hole."""
        held = self._holes(text)
        if held is None:
            return None

        def fill(place: re.Match[str]) -> str:
            found = held[int(place[1]) - 1]
            return again(found) if place[2] else found

        return _PLACE.sub(fill, self.other)

    def _holes(self, text: str) -> Sequence[str] | None:
        first, last = self.pieces[0], self.pieces[-1]
        if not self.is_number:
            return () if text == first else None
        if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
            return None
        held: list[str] = []
        start, end = len(first), len(text) - len(last)
        for piece in self.pieces[1:-1]:
            found = text.find(piece, start, end)
            if found < 0:
                return None
            held.append(text[start:found])
            start = found + len(piece)
        held.append(text[start:end])
        return self._numbers(held)

    def _numbers(self, held: Sequence[str]) -> Sequence[str] | None:
        pairs = list(zip(held, self.is_number, strict=True))
        if not all(_is_number(text) for text, is_number in pairs if is_number):
            return None
        return [text.translate(_MARKS) if is_number else text for text, is_number in pairs]


def parse_phrase(english: str, other: str) -> Phrase:
    """A phrase from its two wordings. ValueError where the other one asks for a hole that is not there."""
    parts = _HOLE.split(english)
    phrase = Phrase(tuple(parts[::2]), tuple(mark == "#" for mark in parts[1::2]), other, "\n" in english)
    if any(int(place[1]) > len(phrase.is_number) for place in _PLACE.finditer(other)):
        raise ValueError(f"there is no such hole: {other}")
    return phrase


def _is_number(text: str) -> bool:
    return text[:1] in _DIGITS and text[-1:] in _DIGITS and _DIGITS.issuperset(text.replace(",", "").replace(".", ""))
