"""The note in which people get their place, as a view for `templates/triage.md`: boxes to be ticked on a phone (P16).

build_triage_note(queue, prunings, cards, who, links, tiers)
->  TriageView(people=(Placed("[[Ada]]", key="3f2a9c41", boxes=(Box("77aa0c1e", "tier", "wide"), ...)),), ...)

At most five people, so that their open boxes fit on a few screens of a phone: what is short gets done. Nobody stands
in it twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from vaultnet.dataclass import dataclass
from vaultnet.model.placing import placing_key
from vaultnet.practice.pruning import Pruning
from vaultnet.practice.triage import Choice, prune_choices, triage_choices
from vaultnet.text.block import one_line

PEOPLE = 5
PRUNED = 2  # of them


@dataclass(frozen=True, slots=True)
class PlaceBox:
    """One box: `what` is tier, later, let_go or keep."""

    key: str
    what: str
    tier: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One person with what their note tells; of whom one may let go the `reason`, and the day it counts from."""

    contact: str
    name: str
    link: str
    key: str
    role: str
    company: tuple[str, ...]
    location: str
    met: str
    met_at: tuple[str, ...]
    introduced_by: tuple[str, ...]
    relationship: tuple[str, ...]
    boxes: tuple[PlaceBox, ...]
    reason: str = ""
    since: date | None = None
    wider: str = ""


@dataclass(frozen=True, slots=True)
class TriageView:
    """`people` have no place yet, `more` such wait their turn; `may_rest` may be let go of."""

    people: tuple[PlaceRow, ...]
    may_rest: tuple[PlaceRow, ...]
    more: int


def choose_people(queue: Sequence[str], prunings: Sequence[Pruning]) -> tuple[tuple[str, ...], tuple[Pruning, ...]]:
    """Whom the note names: those without a place, and a few whom one may let go of."""
    pruned = tuple(prunings[:PRUNED])
    return tuple(queue[: PEOPLE - len(pruned)]), pruned


def build_triage_note(
    queue: Sequence[str],
    prunings: Sequence[Pruning],
    cards: Mapping[str, Mapping[str, Any]],
    uids: Mapping[str, str],
    links: Mapping[str, str],
    tiers: Iterable[str],
) -> TriageView:
    """`cards` are those of `place_card`, of everybody whom `choose_people` names; `uids` and `links` have them all."""
    people, pruned = choose_people(queue, prunings)
    choices = triage_choices(tiers)

    def row(path: str, offered: Iterable[Choice], pruning: Pruning | None = None) -> PlaceRow:
        card, who = cards[path], uids[path] or path
        return PlaceRow(
            contact=path,
            name=one_line(card["name"]),
            link=links[path],
            key=placing_key(who),
            role=one_line(card["role"] or ""),
            company=tuple(map(one_line, card["company"])),
            location=one_line(card["location"] or ""),
            met=card["met"] or "",
            met_at=tuple(map(one_line, card["met_at"])),
            introduced_by=tuple(map(one_line, card["introduced_by"])),
            relationship=tuple(map(one_line, card["relationship"])),
            boxes=tuple(PlaceBox(placing_key(who, one.name), one.what, one.tier) for one in offered),
            reason=pruning.reason if pruning else "",
            since=pruning.since if pruning else None,
            wider=pruning.wider if pruning else "",
        )

    return TriageView(
        tuple(row(path, choices) for path in people),
        tuple(row(one.path, prune_choices(one.wider), one) for one in pruned),
        len(queue) - len(people),
    )
