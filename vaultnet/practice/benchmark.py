"""Organizations side by side (P18): what is known of each on salary, culture, situation, and whatever else was noted.

## Facts in Tidemark Risk.md                                              salary
- 2026-03-05 salary: modeller 68-85k, says [[Priya Raghunathan]]    ->      Lekbrug Pensioen: (Told("71-84k", ...),)
## Facts in Lekbrug Pensioen.md                                             Tidemark Risk:    (Told("68-85k", ...),)
- 2025-11-24 salary: 71-84k

No figure is worked out of what people said: it stands there in their words, with its day and who said it.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.dated_line import DatedLine
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.ref import display
from vaultnet.text.fold import fold
from vaultnet.text.link import links_in_value

_FIRST = ("salary", "culture", "situation")  # the questions that a benchmark begins with
_ALSO_CALLED = {"gehalt": "salary", "kultur": "culture", "lage": "situation"}
_VERBS = "says|said|tells|told me by|according to|heard from|from|sagt|sagte|laut|erzählt|von"
_SAYS = re.compile(
    rf"(?<![\s,;–—-])[\s,;–—-]*\(?\b(?:as\s+)?(?:{_VERBS})\s+(\[\[[^\[\]]{{1,200}}\]\])\s*+(?:\)\s*+)?[.]?$",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """One fact as it was told; `says` are the links to whoever told it, as paths in the text."""

    day: date
    text: str
    says: tuple[str, ...]
    line: int


class Topic(NamedTuple):
    """One row: `told` has an entry for each organization, in their order, the newest fact first."""

    name: str
    told: tuple[tuple[Told, ...], ...]


def build_benchmark(cards: Sequence[OrganizationCard], wanted: str = "") -> tuple[Topic, ...]:
    """What is known of these organizations, topic by topic: salary, culture and situation first, then what most of them
    have something on. `wanted` leaves the topics that it is a part of.
    """
    names = {topic_of(fact) for card in cards for fact in card.facts}
    rows = [Topic(name, tuple(_told(card, name) for card in cards)) for name in names if fold(wanted) in fold(name)]
    return tuple(sorted(rows, key=_place))


def topic_of(fact: DatedLine) -> str:
    """The word before the colon, "" without one; the usual ones have one name in every language."""
    return _ALSO_CALLED.get(fact.topic, fact.topic)


def _told(card: OrganizationCard, topic: str) -> tuple[Told, ...]:
    facts = [fact for fact in card.facts if topic_of(fact) == topic]
    return tuple(_one(fact) for fact in sorted(facts, key=lambda fact: (-fact.day.toordinal(), fact.line)))


def _one(fact: DatedLine) -> Told:
    """Whoever is named at the end as having said it needs no second mention in the words."""
    says = _linked(fact.text)
    first, newline, rest = fact.text.partition("\n")
    found = _SAYS.search(first)
    words = first[: found.start()] if found and first[: found.start()].strip() else first
    return Told(fact.day, display(words + newline + rest).strip(), says, fact.line)


def _linked(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.path for link in links_in_value(text) if link.path and not link.embed))


def _place(row: Topic) -> tuple[int, bool, int, str]:
    known = sum(bool(told) for told in row.told)
    return (_FIRST.index(row.name) if row.name in _FIRST else len(_FIRST)), not row.name, -known, row.name


def topics_of(cards: Iterable[OrganizationCard]) -> tuple[str, ...]:
    """Every topic there is, to name them where one was asked for that is not among them."""
    return tuple(sorted({topic_of(fact) for card in cards for fact in card.facts} - {""}))
