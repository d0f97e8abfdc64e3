"""The two things a watcher does with a vault, each in a workspace of its own: look what has changed, and tend it.

    caretaker.look()   ->  Look(found=Refreshed(changed=1, ...), is_stale=True)
    caretaker.tend()   ->  Tended(paths=("Daily/2026-06-15.md",), ...), or a Look when somebody has saved since the last

A workspace is opened for each round and closed after it: that costs a millisecond or two, the settings are those of
this moment, and the index is not held while nothing is done with it, so that anybody may throw it away.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import NamedTuple

from vaultnet.app.tend import Tended, tend
from vaultnet.app.workspace import Workspace
from vaultnet.model.settings import WatchSettings
from vaultnet.storage.own_writes import OwnWrites
from vaultnet.storage.refresh import Refreshed


class Look(NamedTuple):
    """`is_stale`: notes, settings, templates or the day are others than when the vault was last tended."""

    found: Refreshed
    is_stale: bool

    @property
    def changes(self) -> int:
        return self.found.added + self.found.changed + self.found.removed


class Caretaker:
    """`settings` and `ignored` are those of the last look; `fingerprint` tells that they are others."""

    def __init__(
        self,
        root: Path,
        open_workspace: Callable[[], Workspace],
        words: Sequence[str],
        notice: Callable[[Iterable[str]], None],
    ) -> None:
        self.own = OwnWrites(root)
        self.settings = WatchSettings()
        self.ignored: tuple[str, ...] = ()
        self.fingerprint = ""
        self._open = open_workspace
        self._words = words
        self._notice = notice
        self._tended: tuple[object, ...] = ()

    def look(self) -> Look:
        """Bring the index up to date. Raises SettingsError while the settings cannot be read."""
        with self._open() as workspace:
            found = workspace.refresh()
            if workspace.config.fingerprint != self.fingerprint:
                self.settings, self.ignored = workspace.config.settings.watch, workspace.config.ignored
                self.fingerprint = workspace.config.fingerprint
            return Look(found, self._signs(workspace, found) != self._tended)

    def tend(self) -> Tended | Look:
        """A Look when the vault is not as the last one found it: then it is no time to write. Raises NotWritten."""
        with self._open() as workspace:
            found = workspace.refresh()
            look = Look(found, is_stale=True)
            if look.changes:
                return look
            try:
                tended = tend(workspace, self._words, self._seconds_until_free, create=self.settings.create)
            finally:
                workspace.commit()
                self._notice(workspace.notices)
            # In this order: whoever saves after we wrote is seen by one or by the other.
            self.own.remember(tended.paths)
            if tended.paths:
                workspace.refresh()
            elif not (tended.wait or tended.refused):
                self._tended = self._signs(workspace, found)
            return tended

    def _seconds_until_free(self, path: str) -> float:
        return self.own.seconds_until_free(path, self.settings.quiet)

    def _signs(self, workspace: Workspace, found: Refreshed) -> tuple[object, ...]:
        """What the page depends on: the notes and settings, the day, the vault's own templates."""
        return (found.generation, workspace.today, workspace.own_templates)
