"""Who works where I work: a category of the list and of coverage, for one sees colleagues without being in touch.

[me] company = "Lekbrug", Ada's company: "[[Lekbrug Pensioen]]" (alias Lekbrug)   ->  Ada is one
Ben was there until 2025, Cy's company: Lekbr                                     ->  they are none
"""

from collections.abc import Iterable, Sequence

from vaultnet.model.background import Background
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import SIMILAR, normalise_name
from vaultnet.practice.workplace import Places, build_places, workplace_at
from vaultnet.text.fold import fold


def find_colleagues(
    backgrounds: Iterable[Background], cards: Sequence[OrganizationCard], my_company: str
) -> frozenset[str]:
    """The paths of those who work at my company now; nobody's where the settings name none (""). A guess at a name is
    no colleague.
    """
    if not my_company:
        return frozenset()
    mine, places = own_company(cards, my_company)
    return frozenset(person.path for person in backgrounds if is_inside(person, mine, places))


def is_inside(person: Background, mine: OrganizationCard, places: Places) -> bool:
    """Whether somebody works at my company now."""
    place = workplace_at(person, mine, places)
    return place is not None and not place.job.is_over and place.match != SIMILAR


def own_company(cards: Sequence[OrganizationCard], name: str) -> tuple[OrganizationCard, Places]:
    """My company's card, with or without a note, and the places it is looked for among."""
    places = build_places(cards)
    known = places.by_name.get(fold(name)) or places.by_plain_name.get(normalise_name(name))
    if known:
        return known[0], places
    card = OrganizationCard("", name)
    return card, build_places((*cards, card))
