"""`--within 7d`: the last day that a list looks ahead to, as a person says it.

read_until(workspace, "2 weeks")   ->   date(2026, 6, 29)        read_until(workspace, "")   ->   today
"""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaultnet.app.workspace import Workspace


def read_until(workspace: "Workspace", within: str) -> date:
    """A length from today, or a day. Raises UsageError for a day in the past and for what is neither."""
    from vaultnet.errors import UsageError
    from vaultnet.model.cadence import due_on, parse_cadence

    today = workspace.today
    if not within:
        return today
    length = parse_cadence(within)
    if length is not None and not length.never:
        return due_on(today, length)
    try:
        day = workspace.natural_date(within, prefer="future")
    except UsageError as error:
        raise UsageError(f'"{within}" is no length: write 7d, 2w or 1 month, or a day such as 2026-05-02') from error
    if day < today:
        raise UsageError(f"--within {within} lies in the past")
    return day
