"""Which organization a job is at, and how surely (P10): by its link, else by its name as people write it.

company: "[[Tidemark Risk]]"      ->  the card of that note, exact
company: Tidemark Risk B.V.       ->  the same card, normalised
company: Tidemark                 ->  similar: shown with a question, never taken for granted
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from vaultnet.model.background import Background, Job
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import EXACT, NORMALISED, SIMILAR, match_names, normalise_name
from vaultnet.text.fold import fold

_Cards = tuple[OrganizationCard, ...]
SURENESS = (EXACT, NORMALISED, SIMILAR)  # the surest first


class Places(NamedTuple):
    """Every known organization by its note, by its names, and by its names without their legal form. A name that two
    organizations have leads to both.
    """

    by_path: Mapping[str, OrganizationCard]
    by_name: Mapping[str, _Cards]
    by_plain_name: Mapping[str, _Cards]


class Workplace(NamedTuple):
    """A job at an organization; `match` is exact, normalised or similar."""

    job: Job
    match: str


def build_places(cards: Iterable[OrganizationCard]) -> Places:
    """The organizations to look among; those without a note are known by name only."""
    known = tuple(cards)
    return Places(
        {card.path: card for card in known if card.path},
        _by(known, lambda card: map(fold, card.names)),
        _by(known, lambda card: map(normalise_name, card.names)),
    )


def _by(cards: _Cards, names: Callable[[OrganizationCard], Iterable[str]]) -> dict[str, _Cards]:
    found: dict[str, _Cards] = {}
    for card in cards:
        for name in dict.fromkeys(names(card)):
            found[name] = (*found.get(name, ()), card)
    return found


def workplace_at(background: Background, card: OrganizationCard, places: Places) -> Workplace | None:
    """The job of somebody at an organization: one that goes on before one that is over, then the surest match."""
    matched = ((job, match_job(job, card, places)) for job in background.jobs)
    found = [Workplace(job, match) for job, match in matched if match]
    return min(found, key=lambda place: (place.job.is_over, SURENESS.index(place.match)), default=None)


def match_job(job: Job, card: OrganizationCard, places: Places) -> str:
    """How surely a job is at an organization, "" where it is not.

    What links another note, or has the name of another organization that is known, is there and not here.
    """
    if job.path:
        if job.path == card.path:
            return EXACT
        return "" if card.path or job.path in places.by_path else _guess(job, card)
    match, known = _known_by_name(job, places)
    if not known:
        return _guess(job, card)
    return (match if len(known) == 1 else SIMILAR) if card in known else ""


def find_employer(job: Job, places: Places) -> OrganizationCard | None:
    """The one organization that a job is at for sure, as far as it is known."""
    if job.path:
        return places.by_path.get(job.path)
    _, known = _known_by_name(job, places)
    return known[0] if len(known) == 1 else None


def _known_by_name(job: Job, places: Places) -> tuple[str, _Cards]:
    exact = places.by_name.get(fold(job.organization))
    return (EXACT, exact) if exact else (NORMALISED, places.by_plain_name.get(normalise_name(job.organization), ()))


def _guess(job: Job, card: OrganizationCard) -> str:
    """By the words of two names; a note of another type that happens to be linked has a name too."""
    found = [match_names(job.organization, name) for name in card.names]
    return min(filter(None, found), key=SURENESS.index, default="")
