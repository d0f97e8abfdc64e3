"""Ticks of the triage note into the people's notes, after those of the agenda; then the note names who is next.

plan_places(workspace, read, ())  ->  PlacingPlan(changes=(FileChange("People/Ada.md", ...), ...), placed=(...), ...)
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from vaultnet.app.debrief_absorb import merged_changes
from vaultnet.app.drive import drive_in, prunings_in
from vaultnet.app.set_property import usual_keys
from vaultnet.app.triage_page import build_triage_view, place_triage, triage_note_path
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import replace
from vaultnet.edits.absorb import Read
from vaultnet.edits.place import plan_place
from vaultnet.edits.placing import PlacingPlan, PlacingRoom, plan_placings
from vaultnet.edits.set_property import plan_property
from vaultnet.errors import NotWritten
from vaultnet.model.network import Network
from vaultnet.practice.pruning import was_kept
from vaultnet.practice.triage import Choice, prune_choices, triage_choices
from vaultnet.storage.foreseen_index import foreseen_index
from vaultnet.storage.lookup import uid_by_path
from vaultnet.storage.placings import find_placing_notes, waiting_placings
from vaultnet.storage.remarks import load_remarks
from vaultnet.storage.ticks import contact_finder
from vaultnet.storage.writable import find_obstacle
from vaultnet.text.change import FileChange

_HEADINGS = {"en": "Notes", "de": "Notizen"}  # for what was typed about somebody


def plan_places(
    workspace: Workspace, read: Read, planned: Sequence[FileChange], *, everyone: bool = False
) -> PlacingPlan:
    """What the ticks that wait come to, on top of the changes of this run that are `planned` already; each note comes
    back as one change. With `everyone` the notes are gone through also where nothing is ticked: whoever has a place by
    now leaves them. Writes nothing; the index must be fresh.
    """
    connection = workspace.connection
    notes = find_placing_notes(connection) if everyone else waiting_placings(connection)
    if not notes:
        return PlacingPlan()
    after = {change.path: change.after for change in planned}
    plan = plan_placings(notes, _room(workspace, lambda path: after[path] if path in after else read(path)))
    note = triage_note_path(workspace)
    if everyone or all(change.path != note for change in plan.changes):
        return plan
    return replace(plan, changes=_refilled(workspace, note, plan.changes, planned))


def _room(workspace: Workspace, read: Read) -> PlacingRoom:
    connection, settings, rules = workspace.connection, workspace.config.settings, workspace.config.rules
    network = workspace.network()
    tiers = triage_choices(settings.tiers)
    prunings = prunings_in(workspace, connection, network)
    usual = usual_keys(workspace)

    def set_place(text: str, choice: Choice, day: date) -> str:
        return plan_property(text, "contact", plan_place(choice, day), rules, usual).text

    return PlacingRoom(
        read=read,
        find_contact=contact_finder(connection),
        find_obstacle=partial(find_obstacle, workspace.root),
        uids=uid_by_path(connection),
        offered={
            **{path: {one.name for one in tiers} for path in drive_in(workspace, connection, network).queue},
            **{one.path: {choice.name for choice in prune_choices(one.wider)} for one in prunings},
        },
        choices=(*tiers, *(choice for choice in prune_choices("") if choice.what == "keep")),
        says=_tells_place(workspace, network),
        set_place=set_place,
        heading=_HEADINGS.get(settings.vault.language, _HEADINGS["en"]),
        today=workspace.today,
        rules=rules,
    )


def _tells_place(workspace: Workspace, network: Network) -> Callable[[str, Choice], bool]:
    remarks = load_remarks(workspace.connection)
    today = workspace.today

    def says(path: str, choice: Choice) -> bool:
        standing = network.standing_by_path[path]
        if choice.what == "tier":
            return standing.tier == choice.tier
        if choice.what == "later":
            return standing.snooze is not None and standing.snooze > today
        if choice.what == "keep":
            return was_kept(remarks[path], today)
        return standing.cadence.never

    return says


def _refilled(
    workspace: Workspace, note: str, changes: tuple[FileChange, ...], planned: Sequence[FileChange]
) -> tuple[FileChange, ...]:
    """The changes with the next people in the note; where the block cannot be made, it is only shorter."""
    whole = merged_changes(planned, changes)
    with foreseen_index(workspace.connection, whole, workspace.config.rules) as connection:
        view = build_triage_view(workspace, connection)
    try:
        change = place_triage(workspace, note, view, whole, only_show=False).change
    except NotWritten:
        return changes
    return merged_changes(changes, (change,)) if change else changes
