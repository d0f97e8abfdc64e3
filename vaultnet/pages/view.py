"""Views as plain data, for templates and for JSON.

as_plain(AgendaView(...))   ->   {"day": "2026-06-15", "sections": [{"name": "reach_out", "items": [...]}]}
"""

import re
from datetime import date
from typing import Any

from vaultnet.dataclass import fields, is_dataclass
from vaultnet.model.ref import display
from vaultnet.pages.agenda import AgendaView
from vaultnet.pages.agenda_item import Item
from vaultnet.text.block import parse_item

_STATES = {" ": "open", "x": "done", "X": "done", "-": "let_go", ">": "moved"}


def as_plain(value: Any) -> Any:
    """Tables, lists, texts, numbers and None only: a template gets nothing with a method on it (promise S1)."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: as_plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, dict):
        return {str(key): as_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [as_plain(item) for item in value]
    return value


def agenda_payload(view: AgendaView, note: str, block: str, problems: list[dict[str, Any]]) -> dict[str, Any]:
    """The `vaultnet.agenda/1` object but for `changed` and `block`. Ids are those that stand in the note."""
    ids = _ids(block)
    words = _words_by_key(block)
    sections = [
        {"name": section.name, "items": [_item(item, ids, words) for item in section.items]}
        for section in view.sections
    ]
    return {
        "date": view.day.isoformat(),
        "note": note,
        "absorbed": [],
        "welcome": as_plain(view.welcome),
        "sections": sections,
        "problems": problems,
    }


def _ids(block: str) -> dict[str, str]:
    return {key: whole for whole, key in re.findall(r"\^(vn-([0-9a-f]{8})-[0-9a-f]{8})", block)}


def _words_by_key(block: str) -> dict[str, str]:
    """Key -> why, in the words of the page: what stands behind the first ` · ` of the item's line."""
    parsed = filter(None, map(parse_item, block.split("\n")))
    return {item.key: display(item.text.partition(" · ")[2] or item.text) for item in parsed}


def _source(item: Item) -> dict[str, Any] | None:
    path, _, line = item.source.rpartition(":") if item.source[-1:].isdigit() else (item.source, "", "1")
    return {"path": path, "line": int(line)} if item.source else None


def _meeting_words(item: Item) -> str:
    return " · ".join(str(item.why[name]) for name in ("time", "place", "outcome") if item.why.get(name))


def _item(item: Item, ids: dict[str, str], words: dict[str, str]) -> dict[str, Any]:
    return {
        "id": ids.get(item.key),
        "state": _STATES.get(item.mark, "open"),
        "contact": item.contact or None,
        "name": item.name,
        "kind": item.kind,
        "why": words.get(item.key) or _meeting_words(item),
        "reasons": as_plain(item.why),
        "last": as_plain(item.last),
        "due": as_plain(item.due),
        "late": as_plain(item.late),
        "minutes": item.minutes,
        "source": _source(item),
    }
