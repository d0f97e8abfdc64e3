"""The list drive (P8, P16): how far the list of people I know has grown, where it is thin, who has no place in it yet.

quota 100, 56 people       ->  count 56; relatives 2, a thin category with a question to it
a bare name, never in touch  ->  in the queue: to be kept, for later, or let go

Everybody counts once. Archived, deceased and `cadence: never` are not on the list, `private` is.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.background import Background
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.standing import Standing
from vaultnet.practice.colleagues import find_colleagues
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.relationship_category import ASKED, CATEGORIES, category_of
from vaultnet.text.fold import fold

_THIN = 20  # a category with less than a twentieth of the quota


class Category(NamedTuple):
    """One category with the paths of its people; `is_thin` where more could be thought of."""

    name: str
    people: tuple[str, ...]
    is_thin: bool


@dataclass(frozen=True, slots=True)
class Drive:
    """`queue` are the paths of contacts without tier, cadence and touch."""

    quota: int
    categories: tuple[Category, ...]
    queue: tuple[str, ...]

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
    waiting = [standing for standing in listed.values() if _is_unplaced(standing, today)]
    waiting.sort(key=lambda standing: (fold(standing.name), standing.uid, standing.path))
    return Drive(quota, categories, tuple(standing.path for standing in waiting))


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
