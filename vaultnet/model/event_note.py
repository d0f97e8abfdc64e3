"""An event or a group as its brief needs it: what the note says, and the other gatherings of its group.

Events/2026-06-25 Delta Evening Utrecht.md
->  EventNote(path, "Delta Evening Utrecht", "event", day=date(2026, 6, 25), group="Groups/Delta Evenings.md", ...)
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.guest import Guest


class EventNote(NamedTuple):
    """`listed` are the people in its properties (`attendees`, `members`), each as a guest. `is_mine`: I am the host.
    `groups` are paths of the groups it belongs to; `meets` are the events of a group: (day, path), the earliest first.
    """

    path: str
    name: str
    kind: str
    day: date | None
    time: str = ""
    place: str = ""
    outcome: str = ""
    is_mine: bool = False
    is_cancelled: bool = False
    listed: tuple[Guest, ...] = ()
    groups: tuple[str, ...] = ()
    meets: tuple[tuple[date, str], ...] = ()
