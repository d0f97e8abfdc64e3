"""Birthdays and other days of the year as entries that come again each year, with or without a year to count from.

Ada, birthday 02-29   ->   CalendarEntry("birthday-7a1c@vaultnet", "Birthday: Ada", date(2000, 2, 29),
                                         rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")     the last of February, each year
"""

from collections.abc import Iterable, Iterator
from datetime import date

from vaultnet.exchange.calendar_entry import CalendarEntry
from vaultnet.exchange.exported import Exported
from vaultnet.exchange.ics.words import entry_words
from vaultnet.model.dates import PartialDate
from vaultnet.text.blake2 import blake2b
from vaultnet.text.fold import fold_key

_LEAP_YEAR = 2000  # to begin in, where no year is known
_LEAP_DAY = (2, 29)


def yearly_entries(people: Iterable[Exported], language: str) -> Iterator[CalendarEntry]:
    """The days that each person's note names."""
    for exported in people:
        person = exported.person
        if person.birthday:
            words = entry_words("birthday", language).format(person.name)
            yield _entry("birthday", words, person.birthday, exported)
        for name, day in person.anniversaries:
            words = name.replace("-", " ")
            yield _entry(fold_key(name), f"{words[:1].upper()}{words[1:]}: {person.name}", day, exported)


def entry_uid(kind: str, exported: Exported, rest: str = "") -> str:
    """The same in every export: of the note's uid, else of its path."""
    whose = exported.person.uid or blake2b(exported.path.encode(), digest_size=8).hexdigest()
    return "-".join(filter(None, (kind, whose, rest))) + "@vaultnet"


def _entry(kind: str, summary: str, day: PartialDate, exported: Exported) -> CalendarEntry:
    is_leap_day = (day.month, day.day) == _LEAP_DAY
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if is_leap_day else "FREQ=YEARLY"
    begin = date(day.year or _LEAP_YEAR, day.month, day.day)
    return CalendarEntry(entry_uid(kind, exported), summary, begin, rule=rule, stamp=exported.revised)
