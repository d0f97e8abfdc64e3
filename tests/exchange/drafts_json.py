"""What an importer made of a file, as JSON that reads well in review: of each draft only what it says."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from vaultnet.exchange.draft import Draft, Parsed

_DEFAULTS = {field.name: field.default for field in fields(Draft)}


def plain(parsed: Parsed, source: str) -> dict[str, Any]:
    """Dates as ISO 8601; the name of the file is left out where it is `source`."""
    found = {
        "drafts": [_draft(draft, source) for draft in parsed.drafts],
        "rejected": [f"{row.line}: {row.reason}" for row in parsed.rejected],
        "unmapped": list(parsed.unmapped),
        "remarks": list(parsed.remarks),
        "own": [f"{row.line}: {row.key}: {row.text}" for row in parsed.own],
    }
    told: dict[str, Any] = json.loads(json.dumps({key: value for key, value in found.items() if value}, default=str))
    return told


def compare(file: Path, parsed: Parsed, *, update: bool) -> None:
    """`CASE.ext` came to what stands in `CASE.json`; with `update` that is written anew."""
    expected = file.with_suffix(".json")
    found = plain(parsed, file.name)
    if update:
        expected.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


def _draft(draft: Draft, source: str) -> dict[str, Any]:
    said = {name: getattr(draft, name) for name in _DEFAULTS}
    return {
        name: value.iso() if name == "birthday" else value
        for name, value in said.items()
        if value != _DEFAULTS[name] and not (name == "source" and value == source)
    }
