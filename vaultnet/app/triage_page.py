"""The triage note as it should be: where it is, and its block.

triage_note_path(workspace)             ->  "Triage.md", or wherever the user has moved it
build_triage_view(workspace, connection) ->  TriageView(people=(...), may_rest=(...), more=3)
"""

import sqlite3
from collections.abc import Sequence

from vaultnet.app.drive import drive_in, prunings_in
from vaultnet.app.periodic_page import PeriodicPage, Placed, place_block, render_block
from vaultnet.app.triage import place_card
from vaultnet.app.workspace import Workspace
from vaultnet.model.placing import BLOCK
from vaultnet.pages.triage_note import TriageView, build_triage_note, choose_people
from vaultnet.pages.view import as_plain
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import uid_by_path
from vaultnet.storage.network import load_network
from vaultnet.storage.placings import find_placing_notes
from vaultnet.text.change import FileChange

_NAMES = {"en": "Triage.md", "de": "Einordnen.md"}


def triage_note_path(workspace: Workspace) -> str:
    """The first note that has the block, else a new one at the top of the vault."""
    language = workspace.config.settings.vault.language
    return next(iter(find_placing_notes(workspace.connection)), _NAMES.get(language, _NAMES["en"]))


def build_triage_view(workspace: Workspace, connection: sqlite3.Connection) -> TriageView:
    """What the note should say, as an index tells it, which may be a foreseen one."""
    settings = workspace.config.settings
    network = load_network(connection, workspace.today, settings)
    queue = drive_in(workspace, connection, network).queue
    prunings = prunings_in(workspace, connection, network)
    people, pruned = choose_people(queue, prunings)
    named = (*people, *(one.path for one in pruned))
    cards = {path: place_card(connection, path) for path in named}
    return build_triage_note(
        queue, prunings, cards, uid_by_path(connection), load_link_texts(connection), settings.tiers
    )


def place_triage(
    workspace: Workspace, path: str, view: TriageView, planned: Sequence[FileChange], *, only_show: bool
) -> Placed:
    """The block in its note, as the `planned` changes of this run will leave it. Raises NotWritten."""
    sealed = render_block(workspace, "triage.md", as_plain(view))
    page = PeriodicPage(path, BLOCK, "", "", lambda template: template)
    return place_block(workspace, page, sealed, planned, only_show=only_show)
