"""One thing to give today (P4): the best of what can be proposed, and no two a day.

somebody's father has died, and no page has told of it   ->  Gift("mark", ...): a word in season goes first
Aoife needs what Ada offers                              ->  Gift("introduce", Aoife, Ada, ...)
Marijke needs what I offer                               ->  Gift("help", Marijke, ...)
a clipping about barn owls, which Marijke likes          ->  Gift("article", Marijke, ...)

What stood on an earlier page does not come again (`give_proposed.py`).
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import chain
from typing import NamedTuple

from vaultnet.model.dates import add_days
from vaultnet.model.giving import MINE, Giving
from vaultnet.model.network import Network
from vaultnet.model.profile import NEWS_LASTS
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.give_proposed import (
    origin_of_article,
    origin_of_help,
    origin_of_introduction,
    origin_of_mark,
)
from vaultnet.practice.giving import Fit, best_for_each_need, build_fits
from vaultnet.practice.life_mark import LifeMark, build_life_marks
from vaultnet.practice.occasions import answer_to
from vaultnet.practice.pass_on import PassOn, build_pass_on
from vaultnet.practice.thanks import thanks_kind


class Gift(NamedTuple):
    """`what`: mark, introduce, help or article; `other` is who `contact` is introduced to; one of `fit`, `pass_on` and
    `mark` says why. `origin` is what its key is made from.
    """

    what: str
    contact: str
    kind: str
    origin: str
    other: str = ""
    fit: Fit | None = None
    pass_on: PassOn | None = None
    mark: LifeMark | None = None


def build_gifts(giving: Giving, network: Network, settings: Settings, today: date) -> Iterator[Gift]:
    """Everything that can be proposed, the best first; worked out as far as it is asked for."""
    people = network.standing_by_path
    marks = build_life_marks(giving, network, today)
    yield from (_mark(one, people[one.contact], settings) for one in marks if _is_untold(one, giving, today))
    for fit in best_for_each_need(build_fits(giving, network, settings, today)):
        yield _fit(fit, people[fit.other] if fit.other != MINE else None)
    for one in build_pass_on(giving, network, settings, today):
        yield _article(one, people[one.contact], settings)


def choose_gift(gifts: Iterable[Gift], busy: AbstractSet[str]) -> Gift | None:
    """The first about nobody who is `busy`: on the page already, or waited for."""
    return next((gift for gift in gifts if busy.isdisjoint({gift.contact, gift.other} - {""})), None)


def gift_origins(contact: str, giving: Giving, network: Network) -> Iterator[str]:
    """Every origin that an item about somebody may have had, also where it has been taken up since."""
    return chain(
        (origin_of_help(need.text) for need in giving.needs if need.contact == contact),
        (origin_of_article(article.path) for article in giving.articles),
        (origin_of_mark(event.words) for event in giving.events if event.contact == contact),
        map(origin_of_introduction, network.standings),
    )


def _is_untold(mark: LifeMark, giving: Giving, today: date) -> bool:
    """True once it is no news for the days to mark any more, if no page since has named the person at all."""
    if today <= add_days(mark.on, NEWS_LASTS):
        return False
    return not any(day >= mark.on for day, _ in giving.proposed.get(mark.contact, ()))


def _mark(mark: LifeMark, standing: Standing, settings: Settings) -> Gift:
    return Gift("mark", mark.contact, answer_to(mark.words, standing, settings), origin_of_mark(mark.words), mark=mark)


def _fit(fit: Fit, other: Standing | None) -> Gift:
    if other is None:
        return Gift("help", fit.contact, "help", origin_of_help(fit.need), fit=fit)
    return Gift("introduce", fit.contact, "introduction", origin_of_introduction(other), other.path, fit=fit)


def _article(one: PassOn, standing: Standing, settings: Settings) -> Gift:
    return Gift(
        "article", one.contact, thanks_kind(standing, settings), origin_of_article(one.article.path), pass_on=one
    )
