"""Introductions and what comes next in each, as the `vaultnet.introductions/1` object.

list_introductions(workspace)
->  {"owe": [{"name": "Samuel to Fatima", "step": "introduce", "people": [...], ...}], "await": [...], "done": []}
"""

from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.model.known_introduction import Party
from vaultnet.model.network import Promise
from vaultnet.model.ref import display
from vaultnet.practice.introductions import NextMove, next_moves, promised_introductions
from vaultnet.storage.introductions import load_introductions


def list_introductions(workspace: Workspace, *, everything: bool = False) -> dict[str, list[dict[str, Any]]]:
    """What is mine to do, what others are to do, what I promised in a task; `everything` adds what is done."""
    network, settings = workspace.network(), workspace.config.settings
    moves = next_moves(load_introductions(workspace.connection), network, settings, workspace.today)
    names = network.name_by_path
    promised = promised_introductions(network.promises, settings)
    return {
        "owe": [move_object(move) for move in moves if move.step and move.is_mine],
        "await": [move_object(move) for move in moves if move.step and not move.is_mine],
        "promised": [_promise(promise, names) for promise in promised],
        "done": [move_object(move) for move in moves if not move.step] if everything else [],
    }


def move_object(move: NextMove) -> dict[str, Any]:
    """An introduction and its next step as JSON shows them."""
    introduction = move.introduction
    return {
        "path": introduction.path,
        "name": introduction.name,
        "from": [party_object(party) for party in introduction.source],
        "to": [party_object(party) for party in introduction.to],
        "via": [party_object(party) for party in introduction.via],
        "status": introduction.status,
        "since": iso(move.since),
        "step": move.step or None,
        "is_mine": move.is_mine,
        "people": [party_object(party) for party in move.people],
        "due": iso(move.due),
    }


def party_object(party: Party) -> dict[str, Any]:
    """Somebody as JSON shows them; `path` is null for whoever has no note."""
    return {"path": party.person if party.has_note else None, "name": party.name}


def _promise(promise: Promise, names: dict[str, str]) -> dict[str, Any]:
    return {
        "text": display(promise.text),
        "people": [{"path": path, "name": names[path]} for path in promise.contacts if path in names],
        "due": iso(promise.due or promise.scheduled),
        "source": {"path": promise.path, "line": promise.line},
    }
