"""Whom a review of a quarter or year says that one may let go of, or see less often.

Resting("People/Ada.md", "Ada", "[[Ada]]", reason="silent", since=date(2022, 3, 1), wider="")
"""

from datetime import date

from vaultnet.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Resting:
    """One suggestion; `reason`, `since` and `wider` as in `Pruning`."""

    contact: str
    name: str
    link: str
    reason: str
    since: date | None
    wider: str
