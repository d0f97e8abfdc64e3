"""A touch that was just written, as JSON shows it: read back from the note's new text, so that it is the same touch
that `show` will list.

written_touch("People/Ada.md", after, "^vn-3f2a9c41", rules)  ->  {"date": "2026-06-15", "kind": "call", ...}
"""

from typing import Any

from vaultnet.model.log import read_log
from vaultnet.model.rules import Rules
from vaultnet.text.document import parse_document


def written_touch(path: str, after: str, mark: str, contacts: tuple[str, ...], rules: Rules) -> dict[str, Any]:
    """The touch of the line that holds `mark` (its id, or its words) in a contact's new text."""
    line = after.count("\n", 0, max(after.find(mark), 0)) + 1
    row = next(row for row in read_log(parse_document(after), rules) if row.line == line)
    return {
        "date": row.date,
        "time": row.time or None,
        "kind": row.kind,
        "direction": row.direction or None,
        "text": row.text,
        "tags": row.tags.split(),
        "contacts": list(contacts),
        "source": {"path": path, "line": line},
    }
