"""The debrief of a meeting, from the notes to the note: find the meeting, absorb what is answered, ask the rest.

generate_debrief(workspace, "Emeka", absorb_as=("vaultnet", "debrief"))
->  GeneratedPage(payload={"note": "Meetings/2026-06-16 Coffee with Emeka.md", "names": [...]}, block="<!-- ...", ...)
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from vaultnet.app.absorb import Absorbed, absorb_first
from vaultnet.app.debrief_yield import debrief_payload
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.periodic_page import PeriodicPage, place_block, render_block
from vaultnet.app.who import find_unread, get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.errors import AmbiguousName, NothingFound, UsageError
from vaultnet.model.debrief import BLOCK, QuestionName, read_debrief
from vaultnet.model.debriefed import Debriefed
from vaultnet.model.network import Network
from vaultnet.model.who import NameRow, find_who
from vaultnet.pages.debrief import build_debrief
from vaultnet.pages.view import as_plain
from vaultnet.storage.debriefs import is_cancelled, load_debriefed, names_brought, newest_meeting
from vaultnet.storage.foreseen_index import foreseen_index
from vaultnet.storage.lookup import name_rows
from vaultnet.storage.network import load_network
from vaultnet.storage.ticks import contact_finder
from vaultnet.text.document import parse_document
from vaultnet.text.fold import fold

_HEADINGS = {"en": "Debrief", "de": "Nachbereitung"}  # where the block goes in a note that has no place for it


def generate_debrief(
    workspace: Workspace, words: str, *, absorb_as: Sequence[str] = (), only_print: bool = False
) -> GeneratedPage:
    """Work out a debrief. Apply `result.change` to write it.

    With `absorb_as` (the command line, for `undo`) what was ticked is absorbed, and written, first; without it nothing
    is written, and the page is what it would be after that. Raises NothingFound, AmbiguousName, UsageError, NotWritten.
    """
    workspace.refresh()
    met = get_debriefed(workspace, words)
    absorbed, changes = absorb_first(workspace, absorb_as)
    settings, today = workspace.config.settings, workspace.today
    with foreseen_index(workspace.connection, changes, workspace.config.rules) as connection:
        network = load_network(connection, today, settings)
        text = _text(workspace, met.path, changes)
        known = _known_keys(text, met, connection, workspace)
        view = build_debrief(met, network, settings, today, known)
        sealed = render_block(workspace, "debrief.md", as_plain(view))
        heading = _HEADINGS.get(settings.vault.language, _HEADINGS["en"])
        page = PeriodicPage(met.path, BLOCK, heading, "", lambda template: template)
        block, change = place_block(workspace, page, sealed, changes, only_show=only_print)
        after = change.after if change else text
        payload = _payload(workspace, met, after, network, connection, absorbed)
    return GeneratedPage(payload, block, change, absorbed.plan.changes)


def get_debriefed(workspace: Workspace, words: str) -> Debriefed:
    """The meeting of that path or whole title, else the newest one with a person of that name, else one of a part of
    that title. Raises NothingFound, AmbiguousName; UsageError for a meeting without a day, or one that was cancelled.
    """
    connection = workspace.connection
    rows = name_rows(connection, "meeting", "event")
    path = _titled(workspace, words, rows) or _with_person(workspace, words, rows)
    met = load_debriefed(connection, path)
    if met is None:
        raise UsageError(f"{path} does not say when it was: write its day under `date`", path=path)
    if is_cancelled(connection, path):
        raise UsageError(f"{path} was cancelled: there is nothing to look back on", path=path)
    return met


def _titled(workspace: Workspace, words: str, rows: list[NameRow]) -> str | None:
    """Of several of one title the newest that is past."""
    asked = words.strip().removeprefix("[[").removesuffix("]]").partition("|")[0].strip()
    by_path = {row.path for row in rows if row.path in {asked, f"{asked}.md"}}
    found = sorted(by_path or {row.path for row in rows if row.key == fold(asked)})
    if len(found) <= 1:
        return found[0] if found else None
    known = [
        met for path in found if (met := load_debriefed(workspace.connection, path)) and met.day <= workspace.today
    ]
    newest = max((met.day for met in known), default=None)
    last = [met.path for met in known if met.day == newest]
    if len(last) != 1:
        raise AmbiguousName(words, candidates=tuple(last or found))
    return last[0]


def _with_person(workspace: Workspace, words: str, rows: list[NameRow]) -> str:
    try:
        contact = get_contact(workspace, words)
    except NothingFound as nobody:
        if find_unread(workspace, words):
            raise
        try:
            return find_who(words, rows)
        except NothingFound:
            raise nobody from None
    path = newest_meeting(workspace.connection, contact, workspace.today)
    if path is None:
        name = workspace.network().name_by_path.get(contact, contact)
        raise NothingFound(f"no note of a meeting with {name} up to today: `vaultnet new meeting` makes one")
    return path


def _text(workspace: Workspace, path: str, changes: Sequence[Any]) -> str:
    return next((change.after for change in changes if change.path == path), workspace.read(path) or "")


def _known_keys(
    text: str, met: Debriefed, connection: sqlite3.Connection, workspace: Workspace
) -> Mapping[tuple[QuestionName, str], str]:
    """The key that a question about somebody has in the note already."""
    find = contact_finder(connection)
    answers = read_debrief(parse_document(text), workspace.config.rules)
    return {
        (answer.question, contact): answer.key
        for answer in answers
        if answer.about and (contact := find(answer.about, met.path))
    }


def _payload(
    workspace: Workspace,
    met: Debriefed,
    text: str,
    network: Network,
    connection: sqlite3.Connection,
    absorbed: Absorbed,
) -> dict[str, Any]:
    brought, find = names_brought(connection, met.path), contact_finder(connection)
    found = debrief_payload(met, parse_document(text), brought, network, find, workspace.config.rules)
    return {**found, "absorbed": list(absorbed.touches)}
