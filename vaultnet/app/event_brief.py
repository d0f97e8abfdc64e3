"""The brief of an event or a group, from the notes to the note: read the list, look everybody up, render, place.

generate_event_brief(workspace, "Events/2026-06-25 Delta Evening Utrecht.md")
->  GeneratedPage(payload={"note": "Events/2026-06-25 ...", "coming": [...], ...}, block="<!-- ...", change=...)
"""

from collections.abc import Iterable, Iterator

from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.periodic_page import PeriodicPage, place_block, render_block
from vaultnet.app.wishlist import find_wish_steps
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.model.gathering import BRIEF
from vaultnet.model.guest_list import GuestList, read_guest_list
from vaultnet.model.host import names_of_me
from vaultnet.model.known_introduction import Party
from vaultnet.pages.event_brief import build_event_brief
from vaultnet.pages.event_page import EventFacts
from vaultnet.pages.view import as_plain
from vaultnet.practice.guest_match import match_guests
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.event_notes import find_event, load_met_at
from vaultnet.storage.giving import load_giving
from vaultnet.storage.goals import find_goals
from vaultnet.storage.lookup import name_rows, people_named
from vaultnet.storage.organizations import load_organizations
from vaultnet.text.document import parse_document

_HEADINGS = {"en": "Brief", "de": "Vorbereitung"}  # where the block goes in a note that has no place for it


def generate_event_brief(workspace: Workspace, path: str, *, only_print: bool = False) -> GeneratedPage:
    """Work out the brief of an event or a group. Apply `result.change` to write it.

    With `only_print` a note that cannot take the block is no obstacle; else NotWritten brings the block to paste.
    Raises UsageError for a note that is neither.
    """
    workspace.refresh()
    facts = _facts(workspace, path)
    if not facts.matched and not facts.event.meets:
        where = "members" if facts.event.kind == "group" else "attendees"
        workspace.notices.append(
            f"{path} names nobody: write who comes under `{where}`, or paste a list below a heading"
        )
    view = build_event_brief(workspace.network(), facts, workspace.config.settings, workspace.today)
    sealed = render_block(workspace, "event_brief.md", as_plain(view))
    heading = _HEADINGS.get(workspace.config.settings.vault.language, _HEADINGS["en"])
    page = PeriodicPage(path, BRIEF, heading, "", lambda template: template)
    block, change = place_block(workspace, page, sealed, (), only_show=only_print)
    return GeneratedPage({"note": path, **as_plain(view)}, block, change)


def _facts(workspace: Workspace, path: str) -> EventFacts:
    connection, settings, today = workspace.connection, workspace.config.settings, workspace.today
    event = find_event(connection, path, settings.me)
    if event is None:
        raise UsageError(f"{path} is no event and no group: it needs `type: event` or `type: group`", path=path)
    if event.is_cancelled:
        workspace.notices.append(f"{path} is marked as cancelled")
    organizations = load_organizations(connection)
    listed = _listed(workspace, path)
    ignored = names_of_me(settings.me) | {row.key for row in name_rows(connection, "organization")}
    return EventFacts(
        event=event,
        matched=match_guests((*event.listed, *listed.guests), name_rows(connection), ignored),
        counted=frozenset(people_named(connection, path, "with")),
        unread=tuple(line for _, line in listed.unread),
        wishes=tuple(_open_wishes(workspace)),
        met_at=load_met_at(connection),
        goals=find_goals(connection, settings.goals),
        giving=load_giving(connection, today, settings),
        backgrounds=load_backgrounds(connection, today),
        organizations=organizations,
    )


def _listed(workspace: Workspace, path: str) -> GuestList:
    """The lists that are pasted into the note."""
    return read_guest_list(parse_document(workspace.read(path) or ""))


def _open_wishes(workspace: Workspace) -> Iterator[Party]:
    """Whom I still wish to meet, in the order of the goals note."""
    steps = find_wish_steps(workspace)
    later: Iterable[Party] = steps.later
    yield from (step.wish for step in steps.now)
    yield from later
