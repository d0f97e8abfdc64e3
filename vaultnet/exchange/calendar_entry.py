"""An entry of a calendar that leaves in an export, before it is written down.

CalendarEntry("birthday-7a1c@vaultnet", "Birthday: Ada Example", date(1985, 4, 17), rule="FREQ=YEARLY")
"""

from datetime import date
from typing import NamedTuple


class CalendarEntry(NamedTuple):
    """`uid` is the same in every export. `time` as HH:MM by any clock, "" for a whole day; `rule` repeats it; with
    `has_alarm` one is reminded in the morning; `is_task`: something to do, which can be an entry of a list of tasks;
    `stamp` is the newest day that the note behind it tells of, None for none.
    """

    uid: str
    summary: str
    day: date
    time: str = ""
    minutes: int = 0
    rule: str = ""
    has_alarm: bool = False
    is_task: bool = False
    stamp: date | None = None
