"""Contacts as one JSON object, every field that is said, under the names of the guide to notes.

render((Exported("People/Ada.md", Draft(1, "Ada", email=("a@x.example",))),), context)
->  {"schema": "vaultnet.export/1", "people": [{"path": "People/Ada.md", "name": "Ada", "email": ["a@x.example"]}]}
"""

import json
from typing import Any

from vaultnet.dataclass import fields
from vaultnet.exchange.draft import Draft, PositionDraft, TaskDraft, TouchDraft
from vaultnet.exchange.exported import ExportContext, Exported
from vaultnet.model.dates import PartialDate

_OF_THE_FILE = frozenset({"line", "source", "only_known"})  # where a row came from is nothing about the person


def render(people: tuple[Exported, ...], _context: ExportContext) -> str:
    """Dates are ISO 8601 (`--04-17` without a year); touches are newest first, and there only with the notes."""
    rows = [{"path": exported.path, **_person(exported.person)} for exported in people]
    return json.dumps({"schema": "vaultnet.export/1", "people": rows}, ensure_ascii=False, indent=2) + "\n"


def _person(person: Draft) -> dict[str, Any]:
    said = ((field.name, getattr(person, field.name)) for field in fields(Draft) if field.name not in _OF_THE_FILE)
    return {name.replace("_", "-"): _plain(value) for name, value in said if value}


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.iso()
    if isinstance(value, PositionDraft | TouchDraft | TaskDraft):
        return {key.removeprefix("is_"): _plain(item) for key, item in value._asdict().items() if item}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | bool | int) else value.isoformat()
