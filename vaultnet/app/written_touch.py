"""A touch that was just written, as JSON shows it: read back from the note's new text, so that it is the same touch
that `show` will list.

written_touch("People/Ada.md", after, "^vn-3f2a9c41", rules)  ->  {"date": "2026-06-15", "kind": "call", ...}
"""

from typing import Any

from vaultnet.model.log import read_log
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import TouchRow
from vaultnet.text.document import parse_document


def written_touch(path: str, after: str, mark: str, contacts: tuple[str, ...], rules: Rules) -> dict[str, Any]:
    """The touch of the line that holds `mark` (its id, or its words) in a contact's new text."""
    row = _row(after, mark, rules)
    return {
        "date": row.date,
        "time": row.time or None,
        "kind": row.kind,
        "direction": row.direction or None,
        "text": row.text,
        "tags": row.tags.split(),
        "contacts": list(contacts),
        "source": {"path": path, "line": row.line},
    }


def _row(after: str, mark: str, rules: Rules) -> TouchRow:
    """The row of the marked line. Where the touch was there already in other words ("phone" for "call"), the row that
    says the same; the words themselves name no line of the note, so it is looked for by day and kind.
    """
    rows = list(read_log(parse_document(after), rules))
    lines = after.split("\n")
    marked = [row for row in rows if mark in lines[row.line - 1]]
    if marked:
        return min(marked, key=lambda row: len(lines[row.line - 1]))  # not a longer line that begins alike
    said = next(read_log(parse_document(f"- {mark}\n"), rules))
    return next((row for row in rows if (row.date, row.kind) == (said.date, said.kind)), said)
