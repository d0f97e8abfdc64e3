"""The yearly days that a record has: what the index keeps of them, so that a day's pages find them by the calendar.

Contact(birthday=--04-17, met=2024-03-02)               ->  ("birthday", "04-17", None, ""), ("met", "03-02", 2024, "")
Contact(life_events=(2026-06-01 "birth: Mary is here",))  ->  ("life event", "06-01", 2026, "birth: Mary is here")
Introduction(status="made", log=(2025-12-05 "made",))   ->  ("introduction", "12-05", 2025, "")
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.contact import Contact
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.dates import PartialDate
from vaultnet.model.introduction import Introduction
from vaultnet.text.fold import fold

_MADE = frozenset({"made", "thanked"})  # states of an introduction that came about
_MADE_WORDS = ("made", "introduced", "gemacht", "vorgestellt")


class YearlyDay(NamedTuple):
    """`what`: birthday, met, life event, introduction, or a key that the settings call an anniversary; `month_day` as
    MM-DD, `year` None where it is not known; `words` those of an event in somebody's life.
    """

    what: str
    month_day: str
    year: int | None
    words: str


def yearly_days(record: object) -> Iterator[YearlyDay]:
    """The yearly days of any record; few have one."""
    if isinstance(record, Contact):
        yield from _of_contact(record)
    elif isinstance(record, Introduction):
        made = made_on(record)
        if made:
            yield _yearly("introduction", made)


def made_on(introduction: Introduction) -> date | None:
    """The day on which an introduction was made: of the line of its log that says so, else of the note."""
    if introduction.status not in _MADE:
        return None
    told = (line.day for line in introduction.log if fold(line.text).startswith(_MADE_WORDS))
    return next(told, introduction.day)


def _of_contact(contact: Contact) -> Iterator[YearlyDay]:
    for what, day in contact.anniversaries:
        yield _partial(what, day)
    if contact.birthday:
        yield _partial("birthday", contact.birthday)
    if contact.met:
        yield _yearly("met", contact.met)
    for event in contact.life_events:
        yield _yearly("life event", event.day, _words(event))


def _partial(what: str, day: PartialDate) -> YearlyDay:
    return YearlyDay(what, f"{day.month:02}-{day.day:02}", day.year, "")


def _yearly(what: str, day: date, words: str = "") -> YearlyDay:
    return YearlyDay(what, day.isoformat()[5:], day.year, words)


def _words(event: DatedLine) -> str:
    first = event.text.partition("\n")[0]
    return f"{event.topic}: {first}" if event.topic else first
