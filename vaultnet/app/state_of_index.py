"""The index brought up to date, and what it holds: the `vaultnet.index/1` object.

refresh_index(workspace, rebuild=False)  ->  {"notes": 181, "contacts": 61, "touches": 379, "added": 0, ...}
"""

import time
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.storage.lookup import counts_by_type


def refresh_index(workspace: Workspace, *, rebuild: bool) -> dict[str, Any]:
    """Bring the index up to date (from nothing with `rebuild`); `seconds` is how long that took."""
    began = time.perf_counter()
    if rebuild:
        workspace.rebuild()
    found = workspace.refresh()
    seconds = time.perf_counter() - began
    counts = counts_by_type(workspace.connection)
    count = "SELECT (SELECT count(*) FROM touch), (SELECT count(*) FROM problem)"
    touches, problems = workspace.connection.execute(count).fetchone()
    return {
        "notes": sum(counts.values()),
        "contacts": counts.get("contact", 0),
        "organizations": counts.get("organization", 0),
        "touches": touches,
        "added": found.added,
        "changed": found.changed,
        "removed": found.removed,
        "unchanged": found.unchanged,
        "problems": problems,
        "seconds": round(seconds, 3),
        "database": str(workspace.database),
    }
