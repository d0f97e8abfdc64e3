"""One contact's card: everything the notes say about one person, and what the practice makes of it.

show_contact(workspace, "ada")   ->   {"path": "People/Ada Lovelace.md", "name": "Ada Lovelace", ...} and touches
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vaultnet.app.conflicts import find_conflicts_of
from vaultnet.app.due import due_row
from vaultnet.app.path import way_to
from vaultnet.app.planned import next_touches
from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.model.network import Network, Promise, Touch
from vaultnet.practice.asks import open_asks
from vaultnet.practice.keep_in_touch import due_of
from vaultnet.practice.promises import due_on
from vaultnet.storage.lookup import load_record

_NEXT = 3  # planned touches


def show_contact(workspace: Workspace, who: str) -> dict[str, Any]:
    """The `vaultnet.show/1` object. Raises NothingFound and AmbiguousName."""
    path = get_contact(workspace, who)
    network = workspace.network()
    record = load_record(workspace.connection, path)
    promises = [promise for promise in network.promises if path in promise.contacts]
    last_touch = {standing.path: standing.last for standing in network.standings}
    due = _due(network, path, workspace)
    return {
        "contact": {"path": path, **_flat_refs(record)},
        "due": due,
        "touches": [touch_object(touch, (path,)) for touch in network.touches[path]],
        "promises": [_promise(promise, last_touch) for promise in promises if not promise.is_waiting],
        "waiting": [_promise(promise, last_touch) for promise in promises if promise.is_waiting],
        "asks": [
            touch_object(touch, (path,))
            for touch in open_asks(network.touches[path], workspace.config.settings.ladder.missed)
        ],
        "raise_next": list(network.raise_next.get(path, ())),
        "needs": record["needs"],
        "offers": record["offers"],
        "introduced_by": [ref["text"] for ref in record["introduced_by"]],
        "rhythm": due["rhythm"] if due else "",
        "planned": next_touches(workspace, network, path, _NEXT),
        "path": [] if network.touches[path] else way_to(workspace, network, path),
        "conflicts": [conflict.as_json() for conflict in find_conflicts_of(workspace, path)],
    }


def touch_object(touch: Touch, contacts: tuple[str, ...]) -> dict[str, Any]:
    """A touch as JSON shows it."""
    return {
        "date": touch.day.isoformat(),
        "time": touch.time or None,
        "kind": touch.kind,
        "direction": touch.direction or None,
        "text": touch.text,
        "tags": list(touch.tags),
        "contacts": list(contacts),
        "source": {"path": touch.path, "line": touch.line},
    }


def _due(network: Network, path: str, workspace: Workspace) -> dict[str, Any] | None:
    standing = next((one for one in network.standings if one.path == path), None)
    if standing is None:
        return None
    today = workspace.today
    return due_row(standing, due_of(standing, today), network, workspace.config.settings, today)


def _promise(promise: Promise, last_touch: Mapping[str, date | None]) -> dict[str, Any]:
    due = due_on(promise, last_touch)
    return {
        "text": promise.text,
        "due": due.isoformat() if due else None,
        "source": {"path": promise.path, "line": promise.line},
    }


def _flat_refs(record: dict[str, Any]) -> dict[str, Any]:
    """References as their texts: JSON readers want names; the notes keep the links."""
    return {key: _flat(value) for key, value in record.items()}


def _flat(value: Any) -> Any:
    if isinstance(value, list):
        return [_flat(item) for item in value]
    if isinstance(value, dict) and set(value) == {"text", "link"}:
        return value["text"]
    return {key: _flat(item) for key, item in value.items()} if isinstance(value, dict) else value
