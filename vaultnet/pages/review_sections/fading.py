"""Who is cooling, which old ties are worth reviving, and who may rest: a handful of names, kindly."""

from collections.abc import Iterable

from vaultnet.model.dates import describe_gap
from vaultnet.model.standing import Standing
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_rest_view import Resting
from vaultnet.pages.review_view import Fading
from vaultnet.practice.cooling import cooling_ties
from vaultnet.practice.dormant import dormant_ties

_A_HANDFUL = 5
_A_FEW = 3


def build_cooling(page: ReviewPage) -> tuple[Fading, ...]:
    network = page.network
    found = cooling_ties(network.standings, network.touches, page.settings, page.until, at_most=_A_HANDFUL)
    return tuple(_fading(page, found))


def build_dormant(page: ReviewPage) -> tuple[Fading, ...]:
    network = page.network
    return tuple(_fading(page, dormant_ties(network.standings, network.touches, page.until, at_most=_A_HANDFUL)))


def build_may_rest(page: ReviewPage) -> tuple[Resting, ...]:
    """The first few whom I may let go of, or see less often."""
    people = ((page.person(one.path), one) for one in page.facts.prunings[:_A_FEW])
    return tuple(
        Resting(person.contact, person.name, person.link, one.reason, one.since, one.wider) for person, one in people
    )


def _fading(page: ReviewPage, standings: Iterable[Standing]) -> Iterable[Fading]:
    for standing in standings:
        assert standing.last is not None
        kind = standing.last_kinds[0] if standing.last_kinds else ""
        yield Fading(page.person(standing.path), standing.last, kind, describe_gap(standing.last, page.until))
