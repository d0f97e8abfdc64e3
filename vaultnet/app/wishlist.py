"""The people I wish to meet, with the next step towards each, as the `vaultnet.wishlist/1` object.

list_wishes(workspace)
->  {"wishes": [{"name": "Annelies Vroom", "step": "introduction", "introduction": {...}, ...}], "later": [], "met": []}
"""

from typing import Any

from vaultnet.app.introductions import move_object, party_object
from vaultnet.app.path import Destination, path_object
from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.practice.wish_list import WishList, WishNeeds, WishStep, wish_steps
from vaultnet.storage.introductions import load_introductions, load_wish_list


def find_wish_steps(workspace: Workspace) -> WishList:
    """The wish list of the goals note, worked out. Raises SettingsError."""
    connection, settings = workspace.connection, workspace.config.settings
    needs = WishNeeds(workspace.network(), load_introductions(connection), settings, workspace.today)
    return wish_steps(load_wish_list(connection, settings.goals), needs)


def list_wishes(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Three at a time with their next step, and the names of the others. Raises SettingsError."""
    found = find_wish_steps(workspace)
    names = workspace.network().name_by_path
    return {
        "wishes": [_wish(step, names) for step in found.now],
        "later": [party_object(party) for party in found.later],
        "met": [party_object(party) for party in found.met],
    }


def _wish(step: WishStep, names: dict[str, str]) -> dict[str, Any]:
    destination = Destination(step.wish.person, step.wish.name, {step.wish.person: 1.0})
    return {
        **party_object(step.wish),
        "step": step.step,
        "introduction": move_object(step.move) if step.move else None,
        "paths": [path_object(path, destination, names) for path in step.paths],
        "kind": step.kind or None,
        "due": iso(step.due),
        "then": step.then or None,
        "since": iso(step.since),
    }
