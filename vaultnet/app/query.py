"""`vaultnet query`: SQL on what the notes say and on what is worked out from them.

run_query(workspace, "SELECT name, due FROM contacts ORDER BY due LIMIT 3")  ->  SqlResult(columns=(...), rows=(...))
"""

from collections.abc import Iterator

from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.practice.keep_in_touch import due_of
from vaultnet.practice.warmth import warmth_of
from vaultnet.storage.sql_query import SqlResult, run_sql


def run_query(workspace: Workspace, sql: str) -> SqlResult:
    """One SELECT. What nobody stores (due, state, warmth) is worked out for it. Raises UsageError."""
    workspace.refresh()
    return run_sql(workspace.database if workspace.has_cache else workspace.connection, sql, _standings(workspace))


def _standings(workspace: Workspace) -> Iterator[tuple[str | None, ...]]:
    network, today = workspace.network(), workspace.today
    kinds = workspace.config.settings.kinds
    for standing in network.standings:
        due = due_of(standing, today)
        warmth = warmth_of(network.moments[standing.path], kinds, today)
        yield standing.path, iso(standing.last), iso(due.due), iso(due.late), due.state, warmth
