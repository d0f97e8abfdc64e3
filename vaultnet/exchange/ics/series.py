"""The days on which an event was held: once, or as often as its rule says, without the days that were taken out.

occurrences(event, zone="Europe/Amsterdam", before=date(2026, 6, 15))
->  (Occurrence(date(2026, 6, 1), "10:00", "Jour fixe", (Attendee("ada@example.com", "Ada"),)), ...)
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.ics.event import Attendee, Event, attendees_of, require_icalendar

_YEARS = 20  # that a series is followed back: a rule may have begun in 1601
_MOST = 2_000  # meetings of one series
_TOO_OFTEN = ("FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY")


class Occurrence(NamedTuple):
    """`time` as HH:MM, "" for a whole day; all of it with the changes that were made for this day."""

    day: date
    time: str
    summary: str
    people: tuple[Attendee, ...]
    is_cancelled: bool


class UnreadableEvent(Exception):  # noqa: N818  (a value of the reader, never shown as an exception)
    """Says why, in words for the person who imports it."""


def occurrences(event: Event, zone: str, before: date) -> tuple[Occurrence, ...]:
    """Those of days before `before`, by day; raises UnreadableEvent."""
    icalendar, recurring = require_icalendar()
    text = event.text()
    if any(word in text.upper() for word in _TOO_OFTEN):
        raise UnreadableEvent("the event repeats by the hour or more often, which no meeting does")
    try:
        calendar = icalendar.Calendar.from_ical(text)
        found = [_occurrence(component, zone or event.zone) for component in _held(calendar, recurring, before)]
    except Exception as error:  # whatever a broken event does to the libraries, it has no day
        raise UnreadableEvent("the event has no date or rule that can be read") from error
    held = sorted((one for one in found if one.day < before), key=lambda one: (one.day, one.time))
    return tuple(held[-_MOST:])


def _held(calendar: Any, recurring: Any, before: date) -> Iterator[Any]:
    events = calendar.walk("VEVENT")
    if len(events) == 1 and not any(name in events[0] for name in ("RRULE", "RDATE", "RECURRENCE-ID")):
        yield from events
        return
    start = date(max(before.year - _YEARS, 1), before.month, 1)
    yield from recurring.of(calendar).between(start, before + timedelta(days=1))


def _occurrence(component: Any, zone: str) -> Occurrence:
    start = component["DTSTART"].dt
    if not isinstance(start, date):  # `DTSTART:202031` is a time of day to the library
        raise TypeError("DTSTART is no day")
    day, time = start, ""
    if isinstance(start, datetime):
        local = _local(start, zone)
        day, time = local.date(), f"{local:%H:%M}"
    summary = clean(str(component.get("SUMMARY", "")))
    is_cancelled = str(component.get("STATUS", "")).upper() == "CANCELLED"
    return Occurrence(day, time, summary, tuple(attendees_of(component)), is_cancelled)


def _local(start: datetime, zone: str) -> datetime:
    """By the clock of the vault; else of the calendar, else as it was written. A floating time is that of any clock."""
    if start.tzinfo is None or not zone:
        return start
    try:
        return start.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):  # a zone that is none, the year 1
        return start
