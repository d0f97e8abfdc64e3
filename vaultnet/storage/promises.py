"""Promises out of the index: every open task about somebody, and whether it has to wait for another.

load_promises(connection)  ->  (Promise("People/Ada.md", 12, "Send [[Ada]] the paper", due=date(2026, 6, 18), ...),)
"""

import sqlite3
from datetime import date

from vaultnet.model.network import Promise

_PROMISES = """
SELECT s.path, t.line, t.text, t.due, t.scheduled, t.start, t.made, t.waiting, t.recurs, t.depends_on, p.path
FROM task t JOIN note s ON s.id = t.note JOIN note p ON p.id = t.target AND p.type = 'contact'
ORDER BY s.path, t.line, p.path
"""
_OPEN_IDS = "SELECT DISTINCT task_id FROM task WHERE task_id != ''"


def load_promises(connection: sqlite3.Connection) -> tuple[Promise, ...]:
    """Every open task about somebody. Only open tasks are in the index: one whose blocker is not there may begin."""
    open_ids = frozenset(task_id for (task_id,) in connection.execute(_OPEN_IDS))
    by_place: dict[tuple[str, int], Promise] = {}
    for path, line, text, *days, waiting, recurs, depends_on, contact in connection.execute(_PROMISES).fetchall():
        known = by_place.get((path, line))
        if known is not None:
            by_place[path, line] = known._replace(contacts=tuple(dict.fromkeys((*known.contacts, contact))))
            continue
        due, scheduled, start, made = (date.fromisoformat(day) if day else None for day in days)
        is_blocked = not open_ids.isdisjoint(depends_on.split())
        by_place[path, line] = Promise(
            path, line, text, due, scheduled, start, made, bool(waiting), (contact,), recurs, is_blocked
        )
    return tuple(by_place.values())
