"""What vaultnet says, in another language: phrases from one TOML file a language.

catalogue = parse_catalogue({"messages": {"Wrote {}": "{1} geschrieben"}, "words": {"today": "heute"}})
catalogue.message("Wrote Daily/2026-06-15.md")   ->   "Daily/2026-06-15.md geschrieben"
catalogue.words("today")                         ->   "heute"

`messages` (and `click`, what click says) are whole lines. `parts` and `words` stand in them, or in the cells of tables:
they are too short to be told from what a person may have written, so they are looked for only where vaultnet speaks.
What is in none of them is left as it is.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from vaultnet.frontends.cli.language.phrase import Phrase, parse_phrase

# `People/Ada.md:4: `, `vaultnet.toml: ` or a setting's name, before a message.
_PLACE = re.compile(r"[^\n:]{1,400}\.(?:md|toml)(?::[0-9]{1,9}){0,2}: |[a-z]{2,20}(?:\.[\w-]{1,60}){1,2} ")
_AROUND = " ;:,."


class Catalogue:
    """The phrases of one language. Of those that fit a text the one with the most fixed letters is meant."""

    def __init__(self, messages: Mapping[str, str], words: Mapping[str, str]) -> None:
        self._whole = _Book(messages)
        self._parts = _Book({**messages, **words})

    def message(self, text: str) -> str:
        """A text to a person, worded: as a whole where it is one message of several lines, else line by line."""
        if "\n" not in text:
            return self._line(text)
        whole = self._whole.find(text, self.words)
        return "\n".join(map(self._line, text.split("\n"))) if whole is None else whole

    def words(self, text: str) -> str:
        """A part of a message, or a cell: as a whole, else each member of the list that it is."""
        bare = text.lstrip(_AROUND).rstrip(" ")
        found = self._parts.find(bare, self.words)
        if found is None:
            found = self._behind_place(bare, self._parts)
        if found is None:
            listed = next((mark for mark in ("; ", ", ") if mark in bare), "")
            found = listed.join(map(self.words, bare.split(listed))) if listed else bare
        start = len(text) - len(text.lstrip(_AROUND))
        return text[:start] + found + text[start + len(bare) :]

    def part(self, text: str) -> str:
        """A part of a message, as a whole or not at all."""
        return self._parts.find(text, self.words) or text

    def _line(self, line: str) -> str:
        """The blanks before a line, and a place in a note, are no part of what it says."""
        bare = line.lstrip(" ")
        found = self._whole.find(bare, self.words)
        if found is None:
            found = self._behind_place(bare, self._whole)
        return line if found is None else line[: len(line) - len(bare)] + found

    def _behind_place(self, text: str, book: "_Book") -> str | None:
        place = _PLACE.match(text)
        rest = book.find(text[place.end() :], self.words) if place else None
        return None if place is None or rest is None else place[0] + rest


class _Book:
    """Phrases by the letter that a text begins with, those with the most fixed letters first. What few texts begin
    with is never taken apart.
    """

    def __init__(self, other_by_english: Mapping[str, str]) -> None:
        self._lines: dict[str, list[tuple[str, str]]] = {}
        for english, other in other_by_english.items():
            letter = "" if english.startswith(("{}", "{#}")) else english[:1]
            self._lines.setdefault(letter, []).append((english, other))
        self._by_letter: dict[str, tuple[Phrase, ...]] = {}

    def _phrases(self, letter: str) -> tuple[Phrase, ...]:
        if letter not in self._by_letter:
            lines = [*self._lines.get(letter, ()), *self._lines.get("", ())]
            phrases = [parse_phrase(*line) for line in dict(lines).items()]
            phrases.sort(key=lambda phrase: (-sum(map(len, phrase.pieces)), phrase.pieces))
            self._by_letter[letter] = tuple(phrases)
        return self._by_letter[letter]

    def find(self, text: str, again: Callable[[str], str]) -> str | None:
        """The text in the other language; None where no phrase fits."""
        has_lines = "\n" in text
        letter = text[:1] if text[:1] in self._lines else ""
        for phrase in self._phrases(letter):
            if phrase.has_lines is has_lines:
                worded = phrase.word(text, again)
                if worded is not None:
                    return worded
        return None


def parse_catalogue(table: Mapping[str, Any]) -> Catalogue:
    """A catalogue from the tables of its file; a table that is not there is an empty one."""
    whole = {**table.get("messages", {}), **table.get("click", {})}
    return Catalogue(whole, {**table.get("parts", {}), **table.get("words", {})})
