"""Ticked answers of debriefs into the notes of the people they are about, after the ticks of the agenda.

plan_answers(workspace, read, ())  ->  DebriefPlan(changes=(FileChange("People/Emeka Obi.md", ...), ...), ...)
"""

from collections.abc import Sequence
from datetime import date

from vaultnet.app.new import plan_new_note
from vaultnet.app.workspace import Workspace
from vaultnet.edits.absorb import Read
from vaultnet.edits.debrief import DebriefPlan, DebriefRoom, plan_debriefs
from vaultnet.edits.property_key import find_own_key, usual_key
from vaultnet.errors import UsageError
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.debrief import question_key
from vaultnet.storage.contents import count_keys
from vaultnet.storage.debriefs import load_debriefed, waiting_debriefs
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import name_rows, uid_by_path
from vaultnet.storage.ticks import contact_finder
from vaultnet.storage.unread import unread_rows
from vaultnet.storage.writable import find_obstacle
from vaultnet.text.change import FileChange
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_edit import set_key


def plan_answers(workspace: Workspace, read: Read, planned: Sequence[FileChange]) -> DebriefPlan:
    """What the answers that wait come to, on top of the changes of this run that are `planned` already; each note
    comes back as one change. Writes nothing; the index must be fresh.
    """
    connection = workspace.connection
    waiting = waiting_debriefs(connection, workspace.today)
    if not waiting:
        return DebriefPlan()
    meetings = [met for path in waiting if (met := load_debriefed(connection, path))]
    after = {change.path: change.after for change in planned}
    uids, links = uid_by_path(connection), load_link_texts(connection)
    people = {person for met in meetings for person in met.people if person in uids}
    room = DebriefRoom(
        read=lambda path: after[path] if path in after else read(path),
        find_contact=contact_finder(connection),
        find_obstacle=lambda path: find_obstacle(workspace.root, path),
        make_stub=lambda *stub: _stub(workspace, *stub),
        rows=[*name_rows(connection), *unread_rows(connection)],
        link_by_path=links,
        contacts=uids,
        asked={question_key("offer", uids[path] or path): path for path in people},
        next_key=usual_key("next-contact", CONTACT_KEYS, count_keys(connection, "contact")),
        rules=workspace.config.rules,
    )
    return plan_debriefs(meetings, room)


def merged_changes(first: Sequence[FileChange], then: Sequence[FileChange]) -> tuple[FileChange, ...]:
    """Two rounds of changes as one: each file once, from what it was to what it is in the end."""
    before = {change.path: change.before for change in first}
    later = {change.path for change in then}
    return (
        *(change for change in first if change.path not in later),
        *(change._replace(before=before.get(change.path, change.before)) for change in then),
    )


def _stub(workspace: Workspace, name: str, introduced_by: str, met_at: str, met: date | None) -> FileChange:
    """The note from the user's own template; what that leaves out is set all the same."""
    try:
        made = plan_new_note(workspace, "contact", name, introduced_by=introduced_by, met_at=met_at, met=met)
        wanted = {"met": met.isoformat() if met else "", "introduced-by": introduced_by, "met-at": met_at}
        text = made.after
        for key, value in wanted.items():
            if value and find_own_key(parse_frontmatter(text).values, key, CONTACT_KEYS) is None:
                text = set_key(text, key, value)
        return made._replace(after=text)
    except UsageError as error:
        if not error.candidates:
            raise
        message = f'"{name}" is the name of a note already ({error.candidates[0]}): link it, or type another name'
        raise UsageError(message) from error
