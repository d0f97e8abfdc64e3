r"""A calendar to subscribe to: the same vault gives the same bytes.

(CalendarEntry("birthday-7a1c@vaultnet", "Birthday: Ada", date(1985, 4, 17), rule="FREQ=YEARLY"),)
->  "BEGIN:VCALENDAR\r\n...BEGIN:VEVENT\r\nUID:birthday-7a1c@vaultnet\r\nDTSTAMP:...\r\n...END:VCALENDAR\r\n"
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from vaultnet.exchange.calendar_entry import CalendarEntry
from vaultnet.exchange.content_line import ContentLine, escape, fold_line, render_content_line
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.ics.words import entry_words
from vaultnet.exchange.ics.yearly import yearly_entries

_UNSTAMPED = date(1970, 1, 1)  # of entries whose note tells of no day: one that moves would change the bytes
_MORNING = "PT9H"  # after midnight
_DATE = (("VALUE", "DATE"),)


def render(people: tuple[Exported, ...], context: ExportContext) -> str:
    """The people's days of the year and the context's entries, by day, then uid; of those with one uid the first."""
    made = sorted((*yearly_entries(people, context.language), *context.entries), key=lambda one: (one.day, one.uid))
    entries = [*{entry.uid: entry for entry in reversed(made)}.values()][::-1]
    name = entry_words("calendar", context.language)
    lines = (
        ContentLine("BEGIN", (), "VCALENDAR"), ContentLine("VERSION", (), "2.0"),
        ContentLine("PRODID", (), "-//vaultnet//vaultnet//EN"), ContentLine("CALSCALE", (), "GREGORIAN"),
        ContentLine("METHOD", (), "PUBLISH"), ContentLine("X-WR-CALNAME", (), name),
        ContentLine("REFRESH-INTERVAL", (("VALUE", "DURATION"),), "P1D"), ContentLine("X-PUBLISHED-TTL", (), "P1D"),
        *(line for one in entries for line in _lines(one, as_task=one.is_task and context.as_tasks)),
        ContentLine("END", (), "VCALENDAR"),
    )  # fmt: skip
    return _rendered(lines)


def _rendered(lines: Iterable[ContentLine]) -> str:
    return "".join(fold_line(render_content_line(line)) for line in lines)


def _lines(entry: CalendarEntry, *, as_task: bool) -> Iterator[ContentLine]:
    component = "VTODO" if as_task else "VEVENT"
    yield ContentLine("BEGIN", (), component)
    yield ContentLine("UID", (), entry.uid)
    yield ContentLine("DTSTAMP", (), f"{_digits(entry.stamp or _UNSTAMPED)}T000000Z")
    yield from _when(entry, as_task=as_task)
    if entry.rule:
        yield ContentLine("RRULE", (), entry.rule)
    yield ContentLine("SUMMARY", (), escape(entry.summary))
    if as_task:
        yield ContentLine("STATUS", (), "NEEDS-ACTION")
    elif not entry.time:
        yield ContentLine("TRANSP", (), "TRANSPARENT")
    if entry.has_alarm:
        yield from _alarm(entry, as_task=as_task)
    yield ContentLine("END", (), component)


def _when(entry: CalendarEntry, *, as_task: bool) -> Iterator[ContentLine]:
    if as_task:
        yield ContentLine("DUE", _DATE, _digits(entry.day))
    elif entry.time:
        yield ContentLine("DTSTART", (), f"{_digits(entry.day)}T{entry.time.replace(':', '')}00")
        yield ContentLine("DURATION", (), f"PT{entry.minutes}M")
    else:
        yield ContentLine("DTSTART", _DATE, _digits(entry.day))
        yield ContentLine("DTEND", _DATE, _digits(entry.day + timedelta(days=1)))


def _alarm(entry: CalendarEntry, *, as_task: bool) -> Iterator[ContentLine]:
    yield ContentLine("BEGIN", (), "VALARM")
    yield ContentLine("ACTION", (), "DISPLAY")
    yield ContentLine("DESCRIPTION", (), escape(entry.summary))
    yield ContentLine("TRIGGER", (("RELATED", "END"),) if as_task else (), _MORNING)
    yield ContentLine("END", (), "VALARM")


def _digits(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
