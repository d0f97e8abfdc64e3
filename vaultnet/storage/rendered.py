"""Pages as they were rendered last, kept in the index: after most edits a page says what it said before.

render_once(connection, read_templates(root, "en"), "agenda.md", as_plain(view))   ->   the text, without Jinja if kept

Loading Jinja and compiling a template takes longer than everything else that a run after one edit does.
"""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from vaultnet.storage.digest import digest
from vaultnet.storage.index import meta
from vaultnet.storage.memo import keep
from vaultnet.storage.templates import Templates, fill_in


def render_once(connection: sqlite3.Connection, templates: Templates, name: str, context: Mapping[str, Any]) -> str:
    """The template filled in with plain data: from the index where the same templates were last given the same."""
    key = f"rendered {name}"
    made_of = digest(json.dumps([sorted(templates.sources.items()), name, context]).encode())
    kept_of, _, text = meta(connection, key).partition("\n")
    if kept_of != made_of:
        text = fill_in(templates, name, context)
        keep(connection, key, f"{made_of}\n{text}")
    return text
