"""Promises as the `vaultnet.promises/1` object: what I owe, by the day it is for, and what I wait for.

list_promises(workspace)  ->  {"promises": [{"text": "Send Ada the paper", "due": "2026-06-18", ...}], "waiting": [...]}
"""

from datetime import date
from typing import Any

from vaultnet.app.country_notice import warn_of_country
from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.model.network import Promise
from vaultnet.model.ref import display
from vaultnet.practice.promises import due_on, state_of


def list_promises(
    workspace: Workspace, *, who: str = "", until: date | None = None, everything: bool = False
) -> dict[str, list[dict[str, Any]]]:
    """Open tasks about people, the earliest due first. `who` leaves one contact, `until` those due by a day;
    `everything` adds what cannot be done yet: tasks that wait for others, and those that have not begun.

    Raises NothingFound and AmbiguousName.
    """
    wanted = get_contact(workspace, who) if who else ""
    network, today = workspace.network(), workspace.today
    warn_of_country(workspace)
    names = network.name_by_path
    last_touch = {standing.path: standing.last for standing in network.standings}
    entries = sorted(
        ((due_on(promise, last_touch), promise) for promise in network.promises),
        key=lambda entry: (entry[0] or date.max, entry[1].path, entry[1].line),
    )
    rows: dict[str, list[dict[str, Any]]] = {"promises": [], "waiting": []}
    for due, promise in entries:
        row = _row(promise, due, state_of(promise, due, today), names)
        is_meant = everything or until is not None or row["state"] not in {"blocked", "later"}
        is_by = until is None or (due is None or due <= until)
        if is_meant and is_by and wanted in ("", *promise.contacts):
            rows["waiting" if promise.is_waiting else "promises"].append(row)
    return rows


def _row(promise: Promise, due: date | None, state: str, names: dict[str, str]) -> dict[str, Any]:
    return {
        "text": display(promise.text),
        "contacts": list(promise.contacts),
        "names": [names[path] for path in promise.contacts if path in names],
        "due": iso(due),
        "is_dated": bool(promise.due or promise.scheduled),
        "start": iso(promise.start),
        "made": iso(promise.made),
        "recurs": promise.recurs or None,
        "state": state,
        "source": {"path": promise.path, "line": promise.line},
    }
