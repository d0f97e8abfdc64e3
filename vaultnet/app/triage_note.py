"""The triage note, from the notes to the note: absorb what is ticked, let go who has a place, name who is next.

generate_triage_note(workspace, absorb_as=("vaultnet", "triage", "--note"))
->  GeneratedPage(payload={"note": "Triage.md", "people": ["People/Ada.md", ...], ...}, block="<!-- ...", change=...)
"""

from collections.abc import Sequence
from typing import Any

from vaultnet.app.absorb import absorb_first
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.triage import prune_queue, triage_queue
from vaultnet.app.triage_page import build_triage_view, place_triage, triage_note_path
from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.practice.triage import Choice, triage_choices
from vaultnet.storage.foreseen_index import foreseen_index


def generate_triage_note(
    workspace: Workspace, *, absorb_as: Sequence[str] = (), only_print: bool = False
) -> GeneratedPage:
    """Work out the note. Apply `result.change` to write it.

    With `absorb_as` (the command line, for `undo`) what was ticked is absorbed, and written, first; without it nothing
    is written, and the page is what it would be after that. Raises SettingsError, NotWritten.
    """
    workspace.refresh()
    absorbed, changes = absorb_first(workspace, absorb_as, everyone=True)
    path = triage_note_path(workspace)
    with foreseen_index(workspace.connection, changes, workspace.config.rules) as connection:
        view = build_triage_view(workspace, connection)
    block, change = place_triage(workspace, path, view, changes, only_show=only_print)
    payload = {
        **triage_object(workspace),
        "note": path,
        "people": [row.contact for row in view.people],
        "may_rest": [
            {"contact": row.contact, "reason": row.reason, "since": iso(row.since), "wider": row.wider or None}
            for row in view.may_rest
        ],
        "placed": [placed_object(*each) for each in absorbed.placed],
        "absorbed": list(absorbed.touches),
    }
    return GeneratedPage(payload, block, change, absorbed.plan.changes)


def triage_object(workspace: Workspace, *, prunes: bool = False) -> dict[str, Any]:
    """Who is gone through, and the keys: the part of `vaultnet.triage/1` that it always has."""
    choices = triage_choices(workspace.config.settings.tiers)
    return {
        "queue": prune_queue(workspace) if prunes else triage_queue(workspace),
        "choices": [{"key": one.key, "what": one.what, "tier": one.tier or None} for one in choices],
    }


def placed_object(contact: str, choice: Choice) -> dict[str, Any]:
    """One place that was given."""
    return {"contact": contact, "what": choice.what, "tier": choice.tier or None}
