"""The list drive (P8, P16): how far the list of people I know has grown, where it is thin, who has no place in it yet,
and whom I may let rest.

quota 100, 56 people       ->  count 56; relatives 2, a thin category with a question to it
a bare name, never in touch  ->  in the queue: to be kept, for later, or let go
one e-mail four years ago    ->  may rest

Everybody counts once. Archived, deceased and `cadence: never` are not on the list, `private` is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from vaultnet.model.background import Background
from vaultnet.model.dates import add_months
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.standing import Standing
from vaultnet.practice.colleagues import find_colleagues
from vaultnet.practice.dormant import dormant_ties
from vaultnet.practice.keep_in_touch import is_set_by_hand, out_reason, usual_days
from vaultnet.practice.relationship_category import ASKED, CATEGORIES, category_of
from vaultnet.text.fold import fold

_THIN = 20  # a category with less than a twentieth of the quota
_SILENT = 30  # months; and
_IDEALS = 4  # ... as many times as long as one meant to wait
_NEAR = frozenset({"relatives"})  # nobody lets them rest for being silent


class Category(NamedTuple):
    """One category with the paths of its people; `is_thin` where more could be thought of."""

    name: str
    people: tuple[str, ...]
    is_thin: bool


@dataclass(frozen=True, slots=True)
class Drive:
    """`queue` are contacts without tier, cadence and touch, `may_rest` those who have long been silent, the longest
    first; both are paths.
    """

    quota: int
    categories: tuple[Category, ...]
    queue: tuple[str, ...]
    may_rest: tuple[str, ...]

    @property
    def count(self) -> int:
        """Everybody on the list."""
        return sum(len(category.people) for category in self.categories)


def build_drive(
    network: Network,
    backgrounds: Iterable[Background],
    cards: Sequence[OrganizationCard],
    my_company: str,
    quota: int,
    today: date,
) -> Drive:
    """The drive as of today; `cards` are all organizations with a note, `my_company` is that of the settings."""
    listed = {s.path: s for s in network.standings if not s.is_gone and not s.cadence.never}
    categories = _categories([b for b in backgrounds if b.path in listed], cards, my_company, quota)
    near = {path for category in categories if category.name in _NEAR for path in category.people}
    waiting = [standing for standing in listed.values() if _is_unplaced(standing, today)]
    waiting.sort(key=lambda standing: (fold(standing.name), standing.uid, standing.path))
    resting = _may_rest([s for s in listed.values() if s.path not in near], network, today)
    return Drive(quota, categories, tuple(standing.path for standing in waiting), resting)


def _categories(
    people: Sequence[Background], cards: Sequence[OrganizationCard], my_company: str, quota: int
) -> tuple[Category, ...]:
    """Those that are gone through, however few; of the others those with somebody in them."""
    inside = find_colleagues(people, cards, my_company)
    members: dict[str, list[str]] = {name: [] for name in CATEGORIES}
    for person in people:
        is_inside = person.path in inside
        name = category_of(person.relationship, is_inside=is_inside, knows_company=bool(my_company))
        members[name].append(person.path)
    return tuple(
        Category(name, tuple(members[name]), name in ASKED and len(members[name]) * _THIN < quota)
        for name in CATEGORIES
        if name in ASKED or members[name]
    )


def _is_unplaced(standing: Standing, today: date) -> bool:
    """A name without a place in the practice: no tier, no cadence (by a tag neither), no touch, and not put off."""
    placed = standing.tier or standing.cadence_from != "default" or standing.last or standing.next_contact
    return not placed and not out_reason(standing, today)


def _may_rest(standings: Sequence[Standing], network: Network, today: date) -> tuple[str, ...]:
    """Silent in both directions for years, nothing open between us, and never close: what was is worth reviving."""
    latest = add_months(today, -_SILENT)
    revive = {s.path for s in dormant_ties(standings, network.touches, today, at_most=len(standings))}
    promised = {path for promise in network.promises for path in promise.contacts}
    silent = [
        (standing.last, standing.uid, standing.path)
        for standing in standings
        if standing.last
        and standing.last <= latest
        and standing.path not in revive
        and standing.path not in promised
        and not out_reason(standing, today)
        and not is_set_by_hand(standing)
        and _waited(standing, standing.last, today)
        and not network.ahead.get(standing.path)
    ]
    return tuple(path for *_, path in sorted(silent))


def _waited(standing: Standing, last: date, today: date) -> bool:
    """Far longer than one meant to wait: somebody whom one writes to every other year is not silent."""
    return (today - last).days >= _IDEALS * usual_days(standing.cadence)
