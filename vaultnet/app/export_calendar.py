"""What a calendar tells besides birthdays: who is due, what is to follow up, what was promised, and the time for it.

with_entries(workspace, gathered, context).entries
->  (CalendarEntry("due-7a1c@vaultnet", "Keep in touch: Ada Example", date(2026, 6, 20), is_task=True), ...)

Only of people who are in the export, and only for oneself: a promise is nobody else's business.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from vaultnet.app.due import Filters, list_due
from vaultnet.app.export_contacts import Gathered, private_names
from vaultnet.app.followups import list_followups
from vaultnet.app.promises import list_promises
from vaultnet.app.workspace import Workspace
from vaultnet.exchange.calendar_entry import CalendarEntry
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.exchange.ics.words import entry_words
from vaultnet.exchange.ics.yearly import entry_uid
from vaultnet.model.settings import Settings
from vaultnet.text.blake2 import blake2b

_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HOUR = 60
_FOLLOWED_UP = {"follow_ups": "follow_up", "replies": "reply", "thanks": "thanks"}
_PROMISED = {"promises": "promise", "waiting": "waiting"}


def with_entries(workspace: Workspace, gathered: Gathered, context: ExportContext) -> ExportContext:
    """The context with what concerns its people in the next `[calendar] days`, and the time to take for it."""
    settings = workspace.config.settings
    context = context._replace(language=settings.vault.language)
    if context.audience != "self":
        return context
    entries = _Entries(workspace, gathered)
    rhythm = rhythm_entries(settings, workspace.today)
    return context._replace(entries=(*entries.due(), *entries.followed_up(), *entries.promised(), *rhythm))


class _Entries:
    """The days that concern the people of an export. What lay before today is told today."""

    def __init__(self, workspace: Workspace, gathered: Gathered) -> None:
        settings = workspace.config.settings
        self._workspace = workspace
        self._today = workspace.today
        self._until = self._today + timedelta(days=settings.calendar.days)
        self._language = settings.vault.language
        self._people: Mapping[str, Exported] = {person.path: person for person in gathered.people}
        self._is_hidden: Callable[[str], bool] = private_names(workspace)

    def due(self) -> Iterator[CalendarEntry]:
        """Each person's next day. Who has been due for longer is on the agenda, not all on one day of the calendar."""
        for row in list_due(self._workspace, self._until, Filters()):
            person = self._people.get(row["path"])
            if person and row["due"] >= self._today.isoformat():
                yield self._entry("due", person.person.name, row["due"], person)

    def followed_up(self) -> Iterator[CalendarEntry]:
        """The next step with each person: what nobody answered yet, an answer that I owe, thanks."""
        for key, rows in list_followups(self._workspace, until=self._until).items():
            for row in rows:
                person = self._people.get(row["contact"])
                if person and row["next_date"]:
                    entry = self._entry(_FOLLOWED_UP[key], self._step(person, row["next"]), row["next_date"], person)
                    yield entry._replace(has_alarm=True)

    def _step(self, person: Exported, kind: str | None) -> str:
        """Who, and how, in the vault's own word for it."""
        known = self._workspace.config.settings.kinds.get(kind or "")
        return f"{person.person.name} ({known.word or known.name})" if known else person.person.name

    def promised(self) -> Iterator[CalendarEntry]:
        """What has a day, of mine and of others."""
        for key, rows in list_promises(self._workspace, until=self._until).items():
            for row in rows:
                people = [self._people.get(path) for path in row["contacts"]]
                if row["is_dated"] and people and all(people) and not self._is_hidden(row["text"]):
                    yield self._promise(_PROMISED[key], row, next(filter(None, people)))

    def _promise(self, kind: str, row: Mapping[str, Any], person: Exported) -> CalendarEntry:
        names = ", ".join(name for name in row["names"] if name not in row["text"])
        words = f"{row['text']} ({names})" if names else row["text"]
        digest = blake2b(f"{row['source']['path']}\n{row['text']}".encode(), digest_size=4).hexdigest()
        entry = self._entry(kind, words, row["due"], person)
        return entry._replace(uid=entry_uid(kind, person, digest), has_alarm=True)

    def _entry(self, kind: str, words: str, day: str, person: Exported) -> CalendarEntry:
        return CalendarEntry(
            entry_uid(kind.replace("_", "-"), person),
            entry_words(kind, self._language).format(words),
            max(date.fromisoformat(day), self._today),
            is_task=True,
            stamp=person.revised,
        )


def rhythm_entries(settings: Settings, today: date) -> Iterator[CalendarEntry]:
    """The time that it takes, to be accepted once: on the agenda's days, and an hour on the last of them."""
    language, days = settings.vault.language, sorted(settings.agenda.days)
    if days and settings.calendar.daily:
        minutes = settings.agenda.minutes
        rule = f"FREQ=WEEKLY;BYDAY={','.join(_WEEK[day] for day in days)}"
        words = entry_words("daily", language).format(minutes)
        begin = _first(today.year, days)
        yield CalendarEntry("daily@vaultnet", words, begin, settings.calendar.daily, minutes, rule)
    if days and settings.calendar.weekly:
        last = days[-1:]
        rule = f"FREQ=WEEKLY;BYDAY={_WEEK[last[0]]}"
        words = entry_words("weekly", language)
        yield CalendarEntry("weekly@vaultnet", words, _first(today.year, last), settings.calendar.weekly, _HOUR, rule)


def _first(year: int, days: list[int]) -> date:
    """The first such weekday of the year: a beginning that does not move from day to day."""
    begin = date(year, 1, 1)
    return next(day for day in (begin + timedelta(days=more) for more in range(7)) if day.weekday() in days)
