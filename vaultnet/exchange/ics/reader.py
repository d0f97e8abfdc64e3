"""Calendars: whom I met on which day, by the events that name their people. Descriptions are not taken over.

BEGIN:VEVENT                                             Draft(line=4, name="Ada Example",
DTSTART;TZID=Europe/Amsterdam:20260501T100000                  email=("ada@example.com",), only_known=True,
SUMMARY:Lunch                                     ->           touches=(TouchDraft(date(2026, 5, 1), "lunch",
ATTENDEE;CN=Ada Example:mailto:ada@example.com                     text="Lunch", time="10:00"),))

A row is a person. Events that are cancelled, declined, still to come, a crowd or without company are left out, and the
remarks say how many: every event that was read is counted once, a series as one.
"""

from collections import Counter
from collections.abc import Iterator

from vaultnet.exchange.draft import Parsed, Rejected, TouchDraft
from vaultnet.exchange.encounters import Encounters
from vaultnet.exchange.ics.event import Attendee, Event, read_events, require_icalendar
from vaultnet.exchange.ics.series import Occurrence, UnreadableEvent, occurrences
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.text.headline import plain_title, render_headline

MOST_PEOPLE = 10  # besides me: more were an audience
_MET = frozenset({"meeting", "coffee", "lunch", "dinner", "visit", "event", "call", "video"})


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for what is no calendar, or where the extra `calendar` is not installed."""
    require_icalendar()
    events, rejected = read_events(sources)
    tally: Counter[str] = Counter(broken=len(rejected))
    met = Encounters()
    for event in events:
        try:
            tally[_add(event, context, met)] += 1
        except UnreadableEvent as error:
            tally["broken"] += 1
            rejected.append(Rejected(event.first.line, str(error), event.first.source))
    return Parsed(met.drafts(), tuple(rejected), remarks=tuple(_remarks(tally, context)))


def _add(event: Event, context: ImportContext, met: Encounters) -> str:
    """Adds who was there on each day; returns the word of the tally for what became of the event."""
    if event.is_cancelled and len(event.parts) == 1:
        return "cancelled"
    if not event.names_people:
        return "alone"
    held = occurrences(event, context.timezone, context.today)
    if not held:
        return "future"
    became = Counter(_add_day(one, event, context, met) for one in held)
    return next((word for word in ("met", "crowd", "declined", "cancelled") if became[word]), "alone")


def _add_day(held: Occurrence, event: Event, context: ImportContext, met: Encounters) -> str:
    if held.is_cancelled:
        return "cancelled"
    if any(_is_me(one, context) and one.has_declined for one in held.people):
        return "declined"
    others = [one for one in held.people if not _is_me(one, context) and not one.has_declined]
    if len(others) > MOST_PEOPLE:
        return "crowd"
    kind = context.kind_in(held.summary)
    text = render_headline(plain_title(held.summary), "")
    touch = TouchDraft(held.day, kind if kind in _MET else "meeting", text=text, time=held.time)
    for other in others:
        met.add(other.address, other.name, event.first.source, event.first.line, touch)
    return "met" if others else "alone"


def _is_me(one: Attendee, context: ImportContext) -> bool:
    return one.address in context.emails


def _remarks(tally: Counter[str], context: ImportContext) -> Iterator[str]:
    """Each event once: what was read is the sum of the lines below it."""
    yield f"Events read: {tally.total()}"
    for key, words in (
        ("met", f"With people, up to yesterday: {tally['met']}"),
        ("alone", f"Left out, with nobody but you: {tally['alone']}"),
        ("future", f"Left out, today or later: {tally['future']}"),
        ("cancelled", f"Left out, cancelled: {tally['cancelled']}"),
        ("declined", f"Left out, declined by you: {tally['declined']}"),
        ("crowd", f"Left out, with more than {MOST_PEOPLE} people: {tally['crowd']}"),
        ("broken", f"Rejected, not to be read: {tally['broken']}"),
    ):
        if tally[key]:
            yield words
    if not context.emails:
        yield "Your own addresses are not known, so you are listed too: write them under [me] emails in vaultnet.toml"
