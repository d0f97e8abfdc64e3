"""Where I met somebody, as their note says it under `met-at`: a link where there is a note of the event, else words.

find_meeting_place(workspace, "Delta Evening Utrecht")
->  MeetingPlace("[[2026-06-25 Delta Evening Utrecht]]", date(2026, 6, 25))
find_meeting_place(workspace, "on the train to Ghent")  ->  MeetingPlace("on the train to Ghent", None)
"""

from datetime import date
from typing import NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.errors import AmbiguousName
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import name_rows
from vaultnet.storage.meeting_notes import load_gathering
from vaultnet.text.block import one_line
from vaultnet.text.fold import fold

_IN_QUOTES = str.maketrans('\\"', "/'")  # a template writes the words between double quotes


class MeetingPlace(NamedTuple):
    """`day` is that of the event, once it has come."""

    words: str
    day: date | None


def find_meeting_place(workspace: Workspace, words: str) -> MeetingPlace:
    """An event, a meeting or a group by its path or whole title, as a link or not. Raises AmbiguousName."""
    asked = words.strip().removeprefix("[[").removesuffix("]]").partition("|")[0].strip()
    rows = name_rows(workspace.connection, "event", "meeting", "group")
    by_path = {row.path for row in rows if asked and row.path in {asked, f"{asked}.md"}}
    found = sorted(by_path or {row.path for row in rows if row.key == fold(asked)})
    if len(found) > 1:
        raise AmbiguousName(words, candidates=tuple(found))
    if not found:
        return MeetingPlace(one_line(words).strip().translate(_IN_QUOTES), None)
    day = load_gathering(workspace.connection, found[0]).day
    link = load_link_texts(workspace.connection)[found[0]]
    return MeetingPlace(link, day if day and day <= workspace.today else None)
