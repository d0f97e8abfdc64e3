"""What an event brought, once its day is past; and what a group did, over all its events."""

from vaultnet.model.network import Promise
from vaultnet.pages.agenda_page import first_words
from vaultnet.pages.event_page import EventPage
from vaultnet.pages.event_view import Brought, Word
from vaultnet.practice.event_yield import event_yield, group_yield
from vaultnet.practice.replies import replies_owed
from vaultnet.practice.thanks import ThanksDue, thanks_due
from vaultnet.text.block import one_line

_NOTHING = Brought((), (), (), (), ())


def build_brought(page: EventPage) -> Brought | None:
    """None before the event, and where nothing is to be told."""
    event, facts = page.event, page.notes
    if event.kind == "group":
        meets = [path for day, path in event.meets if day <= page.today]
        new = group_yield(event.path, meets, facts.met_at, page.network)
        return Brought(page.persons(new), (), (), (), ()) if new else None
    if not page.is_over or event.day is None:
        return None
    found = event_yield(event.path, event.day, page.there, facts.met_at, page.network)
    people = {*page.there, *found.new}
    thanks = thanks_due(page.network, page.settings, page.today)
    brought = Brought(
        new=page.persons(found.new),
        promised=tuple(_promise(page, promise) for promise in found.promises),
        thanks=tuple(_thanks(page, due) for due in thanks if due.contact in people),
        replies=page.persons(
            reply.contact for reply in replies_owed(page.network, page.settings) if reply.contact in people
        ),
        asked=tuple(
            Word((page.person(ask.contact),), first_words(ask.asked.text), links=False)
            for ask in page.ladders
            if ask.contact in people and ask.asked and ask.is_open and ask.asked.day >= event.day
        ),
    )
    return None if brought == _NOTHING else brought


def _promise(page: EventPage, promise: Promise) -> Word:
    return Word(page.persons(promise.contacts), one_line(promise.text), links="[[" in promise.text)


def _thanks(page: EventPage, due: ThanksDue) -> Word:
    """For what: the words of what was received; of a gathering its link, but for the one this brief is of."""
    favour = due.favour
    if favour.what == "received":
        about = first_words(favour.about)
    else:
        about = "" if favour.path == page.event.path else page.titled_link(favour.path, one_line(favour.about))
    return Word((page.person(due.contact),), about, links=favour.what != "received")
