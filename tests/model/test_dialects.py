"""One note for each way of writing a person down that the ecosystem reference lists, and what is read from it.

`dialects/NAME.md` is the note as its tool leaves it; `dialects/NAME.json` says where it lies (and under which settings)
and what comes out: only what differs from an empty record. `pytest --update` writes the expectations anew.
"""

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from vaultnet.model.entry import Entry, build_entry
from vaultnet.model.rules import build_rules
from vaultnet.model.settings_reader import parse_settings
from vaultnet.storage.rows import plain

FOLDER = Path(__file__).parent / "dialects"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_a_note_of_this_dialect_is_read_as_its_writer_meant_it(name: str, *, update: bool) -> None:
    file = FOLDER / f"{name}.json"
    known = json.loads(file.read_text(encoding="utf-8"))
    settings, faults = parse_settings(known.get("settings", {}))
    assert not faults
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    found = _given(known) | _told(build_entry(known["path"], text, build_rules(settings)))
    if update:
        file.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert found == json.loads(file.read_text(encoding="utf-8"))


def test_every_expectation_has_its_note() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == NAMES


def _given(known: dict[str, Any]) -> dict[str, Any]:
    return {key: known[key] for key in ("path", "settings") if key in known}


def _told(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {"type": entry.type, "title": entry.title, "day": entry.day, "names": list(entry.names)}
    told["record"] = _differences(entry.record)
    told["touches"] = [_spare(touch._asdict()) for touch in entry.touches]
    told["tasks"] = [_spare(task._asdict()) for task in entry.tasks]
    told["problems"] = [f"{problem.line}: {problem.message}" for problem in entry.problems]
    return {key: value for key, value in told.items() if value not in ("", [], {})}


def _differences(record: Any) -> dict[str, Any]:
    if record is None:
        return {}
    values = ((item, getattr(record, item.name)) for item in fields(record))
    return {item.name: plain(value) for item, value in values if item.default is MISSING or value != item.default}


def _spare(row: dict[str, Any]) -> dict[str, Any]:
    row = {key: value for key, value in row.items() if value not in ("", 0, False)}
    if row.get("known") == row.get("date"):
        row.pop("known", None)
    return row
