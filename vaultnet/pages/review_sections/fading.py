"""Who is cooling, and which old ties are worth reviving: a handful of names, kindly."""

from collections.abc import Iterable

from vaultnet.model.dates import describe_gap
from vaultnet.model.standing import Standing
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_view import Fading
from vaultnet.practice.cooling import cooling_ties
from vaultnet.practice.dormant import dormant_ties

_A_HANDFUL = 5


def build_cooling(page: ReviewPage) -> tuple[Fading, ...]:
    network = page.network
    found = cooling_ties(network.standings, network.touches, page.settings, page.until, at_most=_A_HANDFUL)
    return tuple(_fading(page, found))


def build_dormant(page: ReviewPage) -> tuple[Fading, ...]:
    network = page.network
    return tuple(_fading(page, dormant_ties(network.standings, network.touches, page.until, at_most=_A_HANDFUL)))


def _fading(page: ReviewPage, standings: Iterable[Standing]) -> Iterable[Fading]:
    for standing in standings:
        assert standing.last is not None
        kind = standing.last_kinds[0] if standing.last_kinds else ""
        yield Fading(page.person(standing.path), standing.last, kind, describe_gap(standing.last, page.until))
