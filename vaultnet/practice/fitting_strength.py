"""Which of my strengths and accomplishments are worth a word with somebody (P19), by the words of their field.

needs "somebody who can tell a board what a tail is", my strength "I can stand in front of a board with one chart"
    ->  FittingStrength("I can stand in front of a board with one chart", words=("board",))
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vaultnet.model.goals import Goals
from vaultnet.practice.phrase_index import Vocabulary

MOST = 3
_SECTIONS = ("strengths", "accomplishments")
_BULLET = re.compile(r"[-*+][ \t]+|\d{1,3}[.)][ \t]+")


class FittingStrength(NamedTuple):
    """`text` as the goals note has it; `words` are those of it that stand in their field or needs, too."""

    text: str
    words: tuple[str, ...]


def fitting_strengths(goals: Goals, field: Iterable[str], vocabulary: Vocabulary) -> tuple[FittingStrength, ...]:
    """At most three, those with the most words in common first, then in the order of the note.

    `field` are the texts that say what somebody does and needs.
    """
    theirs = {stem for text in field for stem in vocabulary.read(text)}
    found: list[FittingStrength] = []
    for text in _lines(goals):
        mine = vocabulary.read(text)
        words = tuple(written for stem, written in mine.items() if stem in theirs)
        if words:
            found.append(FittingStrength(text, words))
    return tuple(sorted(found, key=lambda one: -len(one.words))[:MOST])


def _lines(goals: Goals) -> Iterator[str]:
    """Every line of the two sections, without its bullet."""
    for name, text in goals.sections:
        if name in _SECTIONS:
            yield from filter(None, (_BULLET.sub("", line.strip(), count=1) for line in text.split("\n")))
