"""What is open between us: what I owe them, an answer or a word of thanks too, and what I wait for."""

from collections.abc import Iterator

from vaultnet.model.network import Promise
from vaultnet.pages.brief_page import BriefPage, plain
from vaultnet.pages.brief_view import OwedLine
from vaultnet.practice.asks import open_asks
from vaultnet.practice.promises import due_on
from vaultnet.practice.replies import unanswered
from vaultnet.practice.thanks import thanks_due


def build_owed(page: BriefPage, person: str) -> tuple[OwedLine, ...]:
    """Promises, the earliest due first; then what they wrote and waits for an answer; then thanks."""
    if not page.is_contact(person):
        return ()
    touches, missed = page.network.touches[person], page.settings.ladder.missed
    replies = (OwedLine("reply", plain(touch.text), on=touch.day) for touch in unanswered(touches, missed))
    thanks = (
        OwedLine("thanks", plain(entry.favour.about), on=entry.favour.day)
        for entry in thanks_due(page.network, page.settings, page.today)
        if entry.contact == person and entry.favour.path != page.facts.meeting.path
    )
    return (*_promises(page, person, is_waiting=False), *replies, *thanks)


def build_awaited(page: BriefPage, person: str) -> tuple[OwedLine, ...]:
    """What they promised, and what I asked and they have not answered."""
    if not page.is_contact(person):
        return ()
    asks = open_asks(page.network.touches[person], page.settings.ladder.missed)
    asked = (OwedLine("ask", plain(touch.text), on=touch.day) for touch in asks)
    return (*_promises(page, person, is_waiting=True), *asked)


def _promises(page: BriefPage, person: str, *, is_waiting: bool) -> Iterator[OwedLine]:
    last = {standing.path: standing.last for standing in page.network.standings}
    mine = [one for one in page.network.promises if person in one.contacts and one.is_waiting == is_waiting]
    for one in sorted(mine, key=_order):
        yield OwedLine(
            "waiting" if is_waiting else "promise", plain(one.text), due=due_on(one, last) if _has_day(one) else None
        )


def _has_day(promise: Promise) -> bool:
    """A day that somebody wrote down: what vaultnet would propose is no part of what was said."""
    return bool(promise.due or promise.scheduled)


def _order(promise: Promise) -> tuple[bool, str, str, int]:
    day = promise.due or promise.scheduled
    return day is None, day.isoformat() if day else "", promise.path, promise.line
