"""The brief of an event or a group, from the notes to the note: read the list, absorb, look everybody up, place.

generate_event_brief(workspace, "Events/2026-06-25 Delta Evening Utrecht.md", absorb_as=words)
->  GeneratedPage(payload={"note": "Events/2026-06-25 ...", "coming": [...], ...}, block="<!-- ...", change=...)
"""

import sqlite3
from collections.abc import Sequence
from datetime import date

from vaultnet.app.absorb import absorb_first
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.periodic_page import PeriodicPage, place_block, render_block
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.model.event_note import EventNote
from vaultnet.model.gathering import BRIEF
from vaultnet.model.guest_list import GuestList, read_guest_list
from vaultnet.model.host import names_of_me
from vaultnet.model.known_introduction import Party
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.pages.event_brief import build_event_brief
from vaultnet.pages.event_page import EventFacts
from vaultnet.pages.view import as_plain
from vaultnet.practice.guest_match import match_guests
from vaultnet.practice.wish_list import WishNeeds, sort_wishes
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.event_notes import find_event, load_met_at
from vaultnet.storage.foreseen_index import foreseen_index
from vaultnet.storage.giving import load_giving
from vaultnet.storage.goals import find_goals
from vaultnet.storage.introductions import load_introductions, load_wish_list
from vaultnet.storage.lookup import name_rows, people_named
from vaultnet.storage.network import load_network
from vaultnet.storage.organizations import load_organizations
from vaultnet.text.document import parse_document

_HEADINGS = {"en": "Brief", "de": "Vorbereitung"}  # where the block goes in a note that has no place for it


def generate_event_brief(
    workspace: Workspace, path: str, *, absorb_as: Sequence[str] = (), only_print: bool = False
) -> GeneratedPage:
    """Work out the brief of an event or a group. Apply `result.change` to write it.

    With `absorb_as` what was ticked is absorbed first, as in `generate_brief`; with `only_print` a note that cannot
    take the block is no obstacle; else NotWritten brings the block to paste.
    Raises UsageError for a note that is neither.
    """
    workspace.refresh()
    event = _get_event(workspace, path)
    absorbed, changes = absorb_first(workspace, absorb_as)
    settings, today = workspace.config.settings, workspace.today
    with foreseen_index(workspace.connection, changes, workspace.config.rules) as connection:
        network = load_network(connection, today, settings)
        facts = _facts(workspace, connection, network, event)
        view = build_event_brief(network, facts, settings, today)
    if not facts.matched and not facts.event.meets:
        where = "members" if facts.event.kind == "group" else "attendees"
        workspace.notices.append(
            f"{path} names nobody: write who comes under `{where}`, or paste a list below a heading"
        )
    sealed = render_block(workspace, "event_brief.md", as_plain(view))
    heading = _HEADINGS.get(settings.vault.language, _HEADINGS["en"])
    page = PeriodicPage(path, BRIEF, heading, "", lambda template: template)
    block, change = place_block(workspace, page, sealed, changes, only_show=only_print)
    payload = {"note": path, **as_plain(view), "absorbed": list(absorbed.touches)}
    return GeneratedPage(payload, block, change, absorbed.plan.changes)


def _get_event(workspace: Workspace, path: str) -> EventNote:
    event = find_event(workspace.connection, path, workspace.config.settings.me)
    if event is None:
        raise UsageError(f"{path} is no event and no group: it needs `type: event` or `type: group`", path=path)
    if event.is_cancelled:
        workspace.notices.append(f"{path} is marked as cancelled")
    return event


def _facts(workspace: Workspace, connection: sqlite3.Connection, network: Network, event: EventNote) -> EventFacts:
    path, settings, today = event.path, workspace.config.settings, workspace.today
    listed = _listed(workspace, path)
    ignored = names_of_me(settings.me) | {row.key for row in name_rows(connection, "organization")}
    return EventFacts(
        event=event,
        matched=match_guests((*event.listed, *listed.guests), name_rows(connection), ignored),
        counted=frozenset(people_named(connection, path, "with")),
        unread=tuple(line for _, line in listed.unread),
        wishes=_open_wishes(connection, network, settings, today),
        met_at=load_met_at(connection),
        goals=find_goals(connection, settings.goals),
        giving=load_giving(connection, today, settings),
        backgrounds=load_backgrounds(connection, today),
        organizations=load_organizations(connection),
    )


def _listed(workspace: Workspace, path: str) -> GuestList:
    """The lists that are pasted into the note."""
    return read_guest_list(parse_document(workspace.read(path) or ""))


def _open_wishes(
    connection: sqlite3.Connection, network: Network, settings: Settings, today: date
) -> tuple[Party, ...]:
    """Whom I still wish to meet, in the order of the goals note."""
    needs = WishNeeds(network, load_introductions(connection), settings, today)
    return sort_wishes(load_wish_list(connection, settings.goals), needs)[0]
