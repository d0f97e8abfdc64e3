"""What is wrong, told once and not at every look: until it is over, or is something else.

complaints.tell(error)      True the first time, False while it is the same
complaints.over()           the next one is told, whatever it is
"""

import sqlite3
import traceback
from collections.abc import Iterable
from typing import Any

from vaultnet.errors import VaultnetError
from vaultnet.frontends.watch.event import Event, Say

_SHORT = 300  # characters
_MOST = 1_000  # words beside: beyond so many, some may be said again


class Complaints:
    """Of one kind of round: what was wrong in the last one."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._told: set[tuple[Any, ...]] = set()
        self._noticed: set[str] = set()

    def tell(self, error: Exception) -> bool:
        """A fault of the notes, the settings or the disk; anything else is a bug, shown whole and survived."""
        details = _details(error)
        key = (type(error), details["path"], details["line"], str(error).partition("\n")[0])
        if key in self._told:
            return False
        self._told.add(key)
        self._say(Event("problem", _with_place(details["path"], details["message"]), details))
        return True

    def over(self) -> bool:
        """All is well again; True when something had been told."""
        was_told = bool(self._told)
        self._told.clear()
        return was_told

    def notice(self, words: Iterable[str]) -> None:
        """Words beside, each said once for as long as the watcher runs."""
        for one in words:
            if one not in self._noticed:
                self._noticed.add(one)
                self._say(Event("notice", one))
        if len(self._noticed) > _MOST:
            self._noticed.clear()


def in_short(error: Exception) -> str:
    """The first of several faults, and a line of how many there are besides."""
    words = _with_place(error.path, error.message) if isinstance(error, VaultnetError) else str(error)
    first, *others = words.split("\n")
    return "\n".join((first[:_SHORT], *([f"and {len(others)} more"] if others else [])))


def _with_place(path: str | None, message: str) -> str:
    return f"{path}: {message}" if path and not message.startswith(path) else message


def _details(error: Exception) -> dict[str, Any]:
    if isinstance(error, VaultnetError):
        return {"code": error.code, "message": error.message, "path": error.path, "line": error.line}
    if isinstance(error, OSError | sqlite3.Error):
        what = "The index" if isinstance(error, sqlite3.Error) else "The disk"
        message = f"{what} refused ({error}); the next round tries again"
        return {"code": "disk", "message": message, "path": None, "line": None}
    message = f"This is a bug in vaultnet; please report it.\n{''.join(traceback.format_exception(error)).rstrip()}"
    return {"code": "bug", "message": message, "path": None, "line": None}
