"""What is open on the last day of a review: promises, asks without an answer, replies and thanks owed, what I wait for.

They stand as plain lines, not as boxes: a promise is ticked where it was made, or on the agenda, and a review that
was written once would else hold boxes that nobody ticks any more.
"""

from datetime import date

from vaultnet.model.network import Promise
from vaultnet.pages.agenda_page import first_words, topic
from vaultnet.pages.review_page import ReviewPage
from vaultnet.pages.review_view import Ask, Open, Task, Told
from vaultnet.practice.promises import due_on
from vaultnet.practice.replies import replies_owed
from vaultnet.practice.thanks import thanks_due
from vaultnet.text.block import one_line


def build_open(page: ReviewPage) -> Open:
    network, settings, until = page.network, page.settings, page.until
    owed = [(due_of(page, promise), promise) for promise in promises(page) if not promise.is_waiting]
    now = [(due, promise) for due, promise in owed if due is None or due <= page.stretch.last]
    waiting = [promise for promise in promises(page) if promise.is_waiting]
    now.sort(key=lambda entry: (entry[0] or until, entry[1].path, entry[1].line))
    return Open(
        promised=tuple(task(page, promise) for _, promise in now),
        later=len(owed) - len(now),
        asked=_asks(page),
        replies=tuple(
            Told(page.person(reply.contact), reply.since, reply.touch.kind, topic(reply.touch))
            for reply in replies_owed(network, settings)
        ),
        thanks=tuple(
            Told(page.person(entry.contact), entry.favour.day, "", first_words(entry.favour.about))
            for entry in thanks_due(network, settings, until)
            if entry.due <= until
        ),
        waiting=tuple(task(page, promise) for promise in waiting),
    )


def promises(page: ReviewPage) -> list[Promise]:
    """The open ones that were made by the last day of the review."""
    return [promise for promise in page.network.promises if promise.made is None or promise.made <= page.until]


def due_of(page: ReviewPage, promise: Promise) -> date | None:
    """The day on which a promise is due, as the agenda has it."""
    standings = (page.standing_by_path.get(contact) for contact in promise.contacts)
    return due_on(promise, {standing.path: standing.last for standing in standings if standing})


def task(page: ReviewPage, promise: Promise) -> Task:
    """A promise as the page words it."""
    people = tuple(map(page.person, promise.contacts))
    return Task(people, one_line(promise.text), "[[" in promise.text, due_of(page, promise))


def _asks(page: ReviewPage) -> tuple[Ask, ...]:
    """The ladders that are not at their end, the nearest next day first."""
    return tuple(
        Ask(page.person(one.contact), one.since, topic(one.asked), one.kind if one.state == "step" else "", one.due)
        for one in page.follow_ups
        if one.asked is not None and one.is_open
    )
