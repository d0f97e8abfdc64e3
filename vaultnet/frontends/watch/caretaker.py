"""The two things a watcher does with a vault, each in a workspace of its own: look what has changed, and tend it.

    caretaker.prepare()          while a batch settles: opens the index
    caretaker.look_ahead({"People"})     once it has been still for a while: reads what changed there, not yet committed
    caretaker.look(())           ->  Look(found=Refreshed(changed=1, ...), is_stale=True)      None for all folders
    caretaker.tend()             ->  Tended(paths=("Daily/2026-06-15.md",), ...)
    caretaker.vouched            ->  Vouched("3f9c..."): of which index it knows that it says what the vault says

A workspace is opened for each round and closed after it: the settings are those of this moment, and the index is not
held while nothing happens, so that anybody may throw it away. What a look costs is spent while the batch settles: it
is looked at early, in a transaction, which is committed when the time has come and nothing has happened since.

A walk over everything, and whatever renders a page, is done in a child process: a watcher is there all day, and what
they take of memory would be too.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import TYPE_CHECKING, NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.model.settings import WatchSettings
from vaultnet.storage.config import Config
from vaultnet.storage.forked import in_child, with_trace
from vaultnet.storage.index import begin_log
from vaultnet.storage.own_writes import OwnWrites
from vaultnet.storage.refresh import Refreshed, commit
from vaultnet.storage.stamp import Stamp
from vaultnet.storage.vouching import Vouched

if TYPE_CHECKING:
    from vaultnet.app.tended import Tended


Take = Callable[[], Collection[str] | None]  # the folders in which something happened since it was last asked


class Look(NamedTuple):
    """`is_stale`: notes, settings, templates or the day are others than when the vault was last tended."""

    found: Refreshed
    is_stale: bool
    walked: bool = True

    @property
    def changes(self) -> int:
        return self.found.added + self.found.changed + self.found.removed


class _Round(NamedTuple):
    """What the process that tends has to tell. `signs` once there is nothing left to do."""

    tended: "Tended | Exception"
    notices: list[str]
    signs: tuple[object, ...] | None
    seen: dict[str, tuple[Stamp, float]]


class Caretaker:
    """`settings` and `ignored` are those of the last look."""

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
        self.vouched: Vouched | None = None
        self._config: Config | None = None
        self._open = open_workspace
        self._words = words
        self._notice = notice
        self._tended: tuple[object, ...] = ()
        self._prepared: Workspace | None = None
        self._early: Refreshed | None = None  # what was found ahead, in the prepared workspace: not committed yet
        self._dirty: frozenset[str] = frozenset()  # where that was looked for

    @property
    def is_ahead(self) -> bool:
        """Whether a look has been begun."""
        return self._early is not None

    @property
    def owes_look(self) -> bool:
        """Whether it was told of something that the index does not say yet."""
        return bool(self._dirty)

    def prepare(self) -> None:
        """Open the index while a batch settles, so that the look that follows need not wait for that. That look, or
        `rest`, closes it. What goes wrong here is not told: it goes wrong again in the look.
        """
        if self._prepared is not None or self.vouched is None:
            return
        with suppress(Exception):
            self._prepared = self._open()
            begin_log(self._prepared.connection)
            return
        self.rest()

    def look_ahead(self, dirty: Collection[str] | None) -> None:
        """All of a look but its commit, which is left to `look`: for a few notes, which nobody is likely to touch
        before. Nobody else can write to the index until then.
        """
        if self.vouched is None or dirty is None:
            self.vouched = None  # it may be anywhere: to be walked
            return
        self._dirty = self._dirty.union(dirty)
        self.prepare()
        with suppress(Exception):  # it goes wrong again in the look
            if self._prepared is not None and self._has_known_settings(self._prepared):
                self._early = self._refresh(self._prepared, Vouched(self.vouched.edition, self._dirty))
        if self._early is None:
            self.rest()

    def rest(self) -> None:
        """Let go of the index, so that anybody may throw it away. What was looked at early is to be looked at again."""
        prepared, self._prepared, self._early = self._prepared, None, None
        if prepared is not None:
            with prepared:
                pass  # and its end

    def look(self, dirty: Collection[str] | None = None) -> Look:
        """Bring the index up to date. Raises SettingsError while the settings cannot be read."""
        known, self.vouched = self.vouched, None  # whatever goes wrong: then everything is to be looked at
        taken, self._dirty = self._dirty, frozenset()
        if dirty is not None and known is not None:
            if dirty and self.is_ahead:
                self.rest()
            return self._look(Vouched(known.edition, taken.union(dirty)), is_told=True)
        self.rest()  # a child must not share it
        found, is_told = in_child(self._walk)
        look = self._look(Vouched(found.edition), is_told=is_told)
        counts = [one + other for one, other in zip(found[:3], look.found[:3], strict=True)]
        return Look(look.found._replace(added=counts[0], changed=counts[1], removed=counts[2]), look.is_stale)

    def tend(self, take: Take = lambda: None) -> "Tended | Look":
        """A Look when the vault is not as the last one found it: then it is no time to write. Raises NotWritten."""
        look = self.look(take())
        if look.changes:
            return look._replace(is_stale=True)
        done = in_child(self._tend)
        self.own.seen = done.seen
        self._notice(done.notices)
        if isinstance(done.tended, Exception):
            raise done.tended
        # In this order: whoever saves after we wrote is seen by one or by the other.
        self.own.remember(done.tended.paths)
        if done.tended.paths:
            self.look(take())
        self._tended = done.signs or self._tended
        return done.tended

    def _walk(self) -> tuple[Refreshed, bool]:
        """Everywhere; and whether events tell of all that may change."""
        with self._open() as workspace:
            workspace.vouch = lambda: None
            found = workspace.refresh()
            return found, not workspace.untold and workspace.has_cache

    def _look(self, vouched: Vouched, *, is_told: bool) -> Look:
        prepared, self._prepared = self._prepared, None
        early, self._early = self._early, None
        with prepared or self._open() as workspace:
            found = early or self._refresh(workspace, vouched)
            commit(workspace.connection)
            if workspace.config is not self._config:
                self.settings, self.ignored = workspace.config.settings.watch, workspace.config.ignored
                self._config = workspace.config
            if is_told and workspace.has_cache and not workspace.untold:
                self.vouched = Vouched(found.edition)
            return Look(found, self._signs(workspace, found) != self._tended, walked=False)

    def _refresh(self, workspace: Workspace, vouched: Vouched) -> Refreshed:
        """But for its commit."""
        workspace.vouch, workspace.commits = lambda: vouched, False
        if self._config is not None and self._has_known_settings(workspace):
            workspace.config = self._config  # parsed, and its rules are made
        return workspace.refresh()

    def _has_known_settings(self, workspace: Workspace) -> bool:
        return self._config is not None and self._config.fingerprint == workspace.config.fingerprint

    def _tend(self) -> _Round:
        from vaultnet.app.tend import tend

        with self._open() as workspace:
            workspace.vouch = lambda: self.vouched
            found = workspace.refresh()
            tended: Tended | Exception
            try:
                tended = tend(workspace, self._words, self._seconds_until_free, create=self.settings.create)
            except Exception as error:  # noqa: BLE001  (raised by `tend`)
                tended = with_trace(error)
            finally:
                workspace.commit()
            is_done = not (isinstance(tended, Exception) or tended.paths or tended.wait or tended.refused)
            signs = self._signs(workspace, found) if is_done else None
            return _Round(tended, workspace.notices, signs, self.own.seen)

    def _seconds_until_free(self, path: str) -> float:
        return self.own.seconds_until_free(path, self.settings.quiet)

    def _signs(self, workspace: Workspace, found: Refreshed) -> tuple[object, ...]:
        """What the page depends on: the notes and settings, the day, the vault's own templates."""
        return (found.generation, workspace.today, workspace.own_templates)
