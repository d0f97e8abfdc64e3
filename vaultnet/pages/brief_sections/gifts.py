"""What I could bring somebody (P4): a word in season, a hand, a name, something to read; and whether to help first."""

from collections.abc import Iterator

from vaultnet.model.giving import MINE
from vaultnet.pages.brief_page import BriefPage, plain
from vaultnet.pages.brief_view import Gift
from vaultnet.practice.giving import Fit, best_for_each_need
from vaultnet.practice.help_first import was_given
from vaultnet.practice.life_mark import build_life_marks

_SHOWN = 5


def build_gifts(page: BriefPage, person: str) -> tuple[Gift, ...]:
    """What an event in their life calls for comes first, then a hand of mine, names, things to pass on."""
    if not page.is_contact(person):
        return ()
    return (*_marks(page, person), *_fits(page, person), *_articles(page, person))[:_SHOWN]


def is_help_first(page: BriefPage, person: str) -> bool:
    """True where something is wanted of somebody I know, and nothing was given within a year. A hint, and no count."""
    touches = page.network.touches.get(person, ()) if page.is_contact(person) else ()
    return bool(page.facts.meeting.outcome and touches) and not was_given(touches, page.today)


def _marks(page: BriefPage, person: str) -> Iterator[Gift]:
    for mark in build_life_marks(page.facts.giving, page.network, page.today):
        if mark.contact == person:
            yield Gift("mark", plain(mark.words), call=mark.call, on=mark.on)


def _fits(page: BriefPage, person: str) -> Iterator[Gift]:
    ours = [fit for fit in page.fits if person in {fit.contact, fit.other}]
    mine = [fit for fit in ours if fit.other == MINE]
    others = [fit for fit in ours if fit.other != MINE]
    for fit in (*best_for_each_need(mine), *best_for_each_need(others)):
        yield _gift(page, person, fit)


def _gift(page: BriefPage, person: str, fit: Fit) -> Gift:
    if fit.other == MINE:
        return Gift("help", plain(fit.need), resource=plain(fit.resource))
    what, other = ("introduce", fit.other) if fit.contact == person else ("connect", fit.contact)
    return Gift(what, plain(fit.need), page.link(other), plain(fit.resource))


def _articles(page: BriefPage, person: str) -> Iterator[Gift]:
    for one in page.articles:
        if one.contact == person:
            yield Gift("pass_on", plain(one.interest), page.note_link(one.article.path, one.article.title))
