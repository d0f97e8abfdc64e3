"""What is new, by whom it is about (P11): targets first, then where I know somebody, then the rest.

clippings about Tidemark Risk (a target; Lotte works there), Barlow (nobody I know) and Ravi himself
->  AboutOne("Organizations/Tidemark Risk.md", ..., is_target=True, contacts=("People/Lotte.md",), clippings=(...)),
    AboutOne("Organizations/Barlow.md", ...), AboutOne("People/Ravi.md", is_person=True, ...)
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vaultnet.model.background import Background
from vaultnet.model.clipping import Clipping
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import SIMILAR
from vaultnet.practice.workplace import Places, build_places, workplace_at
from vaultnet.text.fold import fold


class AboutOne(NamedTuple):
    """What there is about one organization or person, the newest first. `contacts` are those who are at the
    organization now and may be asked about it.
    """

    path: str
    name: str
    clippings: tuple[Clipping, ...]
    is_target: bool = False
    is_person: bool = False
    contacts: tuple[str, ...] = ()


def build_news_board(
    clippings: Sequence[Clipping],
    cards: Sequence[OrganizationCard],
    targets: Sequence[OrganizationCard],
    backgrounds: Sequence[Background],
) -> tuple[AboutOne, ...]:
    """Targets in their order; then organizations where contacts are, then others, what has the newest news first; then
    persons. `backgrounds` are those of contacts who may be asked.
    """
    by_subject = _by_subject(clippings)
    places = build_places(cards)
    rank = {card.path: number for number, card in enumerate(targets)}
    organizations = [
        AboutOne(
            card.path,
            card.name,
            by_subject[card.path],
            is_target=card.path in rank,
            contacts=tuple(_working_at(card, backgrounds, places)),
        )
        for card in cards
        if card.path in by_subject
    ]
    organizations.sort(key=lambda one: (rank.get(one.path, len(rank)), not one.contacts, *_newest_first(one)))
    people = [
        AboutOne(person.path, person.name, rest, is_person=True)
        for person in backgrounds
        if (rest := _not_told(by_subject.get(person.path, ()), person.path, organizations))
    ]
    return (*organizations, *sorted(people, key=_newest_first))


def _not_told(clippings: Sequence[Clipping], person: str, organizations: Iterable[AboutOne]) -> tuple[Clipping, ...]:
    """What stands under the organization where somebody works need not stand under their name again."""
    told = {clipping for one in organizations if person in one.contacts for clipping in one.clippings}
    return tuple(clipping for clipping in clippings if clipping not in told)


def _by_subject(clippings: Sequence[Clipping]) -> Mapping[str, tuple[Clipping, ...]]:
    found: dict[str, list[Clipping]] = {}
    for clipping in clippings:
        for path in clipping.about:
            found.setdefault(path, []).append(clipping)
    return {path: tuple(those) for path, those in found.items()}


def _working_at(card: OrganizationCard, backgrounds: Iterable[Background], places: Places) -> Iterable[str]:
    for person in backgrounds:
        place = workplace_at(person, card, places)
        if place and not place.job.is_over and place.match != SIMILAR:
            yield person.path


def _newest_first(one: AboutOne) -> tuple[int, str, str]:
    return -one.clippings[0].day.toordinal(), fold(one.name), one.path
