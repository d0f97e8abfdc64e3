"""The brief for a meeting, from the notes to the note: find or make the meeting, absorb, look everything up, place.

generate_brief(workspace, "Emeka", Wishes(), absorb_as=("vaultnet", "brief", "Emeka"))
->  GeneratedPage(payload={"note": "Meetings/2026-06-16 Coffee with Emeka.md", "people": [...]}, block="<!-- ...", ...)
"""

import sqlite3
from collections.abc import Sequence

from vaultnet.app.absorb import absorb_first
from vaultnet.app.brief_note import BriefNote, Wishes, find_brief_note
from vaultnet.app.event_brief import generate_event_brief
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.periodic_page import PeriodicPage, place_block, render_block
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.model.dates import add_days
from vaultnet.model.entry import build_entry
from vaultnet.model.gathering import BRIEF, Gathering
from vaultnet.model.goals_note import Named
from vaultnet.model.interaction import gathering_kind
from vaultnet.model.richness import IN_PERSON
from vaultnet.model.settings import Kind
from vaultnet.pages.brief_page import BriefFacts
from vaultnet.pages.brief_view import BriefView, PlannedMeeting
from vaultnet.pages.meeting_brief import build_meeting_brief
from vaultnet.pages.view import as_plain
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.clippings import load_clippings
from vaultnet.storage.foreseen_index import foreseen_index
from vaultnet.storage.giving import load_giving
from vaultnet.storage.goals import find_goals
from vaultnet.storage.lookup import people_named
from vaultnet.storage.meeting_notes import load_gathering, load_hosts
from vaultnet.storage.network import load_network
from vaultnet.storage.organizations import load_organizations
from vaultnet.storage.person_cards import load_person_card

_NEWS_LASTS = 183  # days: what is older is no news
_HEADINGS = {"en": "Brief", "de": "Vorbereitung"}  # where the block goes in a note that has no place for it


def generate_brief(
    workspace: Workspace, words: str, wishes: Wishes, *, absorb_as: Sequence[str] = (), only_print: bool = False
) -> GeneratedPage:
    """Work out a brief: of a meeting, or of the event or group that the words name. Apply `result.change` to write it;
    it makes the note, too, where there is none.

    With `absorb_as` (the command line, for `undo`) what was ticked is absorbed, and written, first; without it nothing
    is written, and the page is what it would be after that. With `only_print` a note that cannot take the block is no
    obstacle; else NotWritten brings the block to paste.
    """
    workspace.refresh()
    note = find_brief_note(workspace, words, wishes)
    if note.kind != "meeting":
        result = generate_event_brief(workspace, note.path, absorb_as=absorb_as, only_print=only_print)
        return result._replace(payload={"type": note.kind, "is_new": False, **result.payload})
    absorbed, changes = absorb_first(workspace, absorb_as)
    with foreseen_index(workspace.connection, changes, workspace.config.rules) as connection:
        view = _look_up(workspace, connection, note)
    _notice_what_lacks(workspace, note, view)
    sealed = render_block(workspace, "brief.md", as_plain(view))
    heading = _HEADINGS.get(workspace.config.settings.vault.language, _HEADINGS["en"])
    page = PeriodicPage(note.path, BRIEF, heading, "", lambda template: template)
    planned = (note.planned,) if note.planned else ()
    block, change = place_block(workspace, page, sealed, (*planned, *changes), only_show=only_print)
    is_new = note.planned is not None and note.planned.before is None
    payload = {"type": "meeting", "is_new": is_new, "note": note.path, **as_plain(view)}
    return GeneratedPage({**payload, "absorbed": list(absorbed.touches)}, block, change, absorbed.plan.changes)


def _notice_what_lacks(workspace: Workspace, note: BriefNote, view: BriefView) -> None:
    if not view.people:
        workspace.notices.append(f"{note.path} names nobody: write who is coming under `with`")
    if view.meeting.day is None:
        workspace.notices.append(f"{note.path} says no day yet: write it there, or name it with --date")


def _look_up(workspace: Workspace, connection: sqlite3.Connection, note: BriefNote) -> BriefView:
    """As of today; once the meeting is past, as of its own day, so that its brief stays what it was."""
    settings = workspace.config.settings
    gathering, people, hosts = _gathering(workspace, connection, note)
    today = min(workspace.today, gathering.day or workspace.today)
    facts = BriefFacts(
        meeting=_planned_meeting(workspace, note, gathering),
        people=people,
        hosts=hosts,
        cards={person: load_person_card(connection, person) for person in people},
        backgrounds=load_backgrounds(connection, today),
        organizations=load_organizations(connection),
        goals=find_goals(connection, settings.goals),
        giving=load_giving(connection, today, settings),
        clippings=load_clippings(connection, add_days(today, -_NEWS_LASTS)),
    )
    return build_meeting_brief(load_network(connection, today, settings), facts, settings, today)


def _gathering(
    workspace: Workspace, connection: sqlite3.Connection, note: BriefNote
) -> tuple[Gathering, tuple[str, ...], tuple[Named, ...]]:
    """What the note says or, of one that is yet to be written, will say; who is coming, and whose meeting it is."""
    hosts = load_hosts(connection, note.path)
    people = (note.person,) if note.person else people_named(connection, note.path, "with")
    if note.planned is None:
        return load_gathering(connection, note.path), people, hosts
    record = build_entry(note.path, note.planned.after, workspace.config.rules).record
    if not isinstance(record, Gathering):
        raise UsageError("the template meeting.md makes a note that is no meeting: it needs `type: meeting`")
    return record, people, hosts


def _planned_meeting(workspace: Workspace, note: BriefNote, gathering: Gathering) -> PlannedMeeting:
    rules, kinds = workspace.config.rules, workspace.config.settings.kinds
    kind = gathering_kind(gathering, "meeting", rules)
    return PlannedMeeting(
        path=note.path,
        name=gathering.name,
        kind=kind,
        is_in_person=kind not in kinds or kinds[kind].richness == IN_PERSON,
        day=gathering.day,
        time=gathering.time,
        place=gathering.place,
        outcome=gathering.outcome,
        minutes=gathering.minutes or _usual_minutes(gathering, kinds.get(kind)),
    )


def _usual_minutes(gathering: Gathering, kind: Kind | None) -> int | None:
    """How long to propose (`[kinds.NAME] duration`). Of a meeting that has its day the note says how long it is."""
    return kind.duration or None if kind and gathering.day is None else None
