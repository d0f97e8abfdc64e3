"""An opened vault: the one door through which every front end reads notes and applies changes.

    with Workspace.open(Path.cwd(), clock) as workspace:
        workspace.refresh()
        network = workspace.network()           what the practice is worked out from
        workspace.apply(changes, "agenda")      all or nothing is shown; each file only if it still is what was read

It grows no feature methods: a feature is a function of a workspace, in a file of its own.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

from vaultnet.app.practice_day import checked_day, moment_in
from vaultnet.app.settled_scan import scan_settled
from vaultnet.errors import CannotWrite, NothingFound, NotWritten, NoVault, UsageError, VaultnetError
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.config import Config, read_config
from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.refresh import Refreshed, refresh
from vaultnet.storage.scan import scan
from vaultnet.storage.scanned import Scan
from vaultnet.storage.vault_root import find_root
from vaultnet.storage.vouching import Vouched, ask_watcher
from vaultnet.text.change import Change

if TYPE_CHECKING:
    from vaultnet.model.network import Network

Progress = Callable[[str, int, int], None]


class Applied(NamedTuple):
    """What `apply` wrote: the paths, in order; empty when everything was as it should be already."""

    paths: tuple[str, ...]


class Workspace:
    """A vault, its settings and its index. Nothing is read before it is asked for."""

    def __init__(self, root: Path, clock: Callable[[], datetime], *, progress: Progress | None = None) -> None:
        self.root = root
        self.clock = clock
        self._progress = progress
        self._resources = ExitStack()
        self.has_cache = True
        self.notices: list[str] = []  # to be said beside the result, whatever that is
        self._network_by_day: dict[date, Network] = {}
        self.written: dict[str, Sequence[str]] = {}  # since the last commit: words by path
        self.vouch: Callable[[], Vouched | None] = lambda: ask_watcher(root)
        self.is_vouched = False  # whether the last scan needed no walk
        self.commits = True  # whether a refresh takes its last step, too (`storage.refresh.commit`)
        self.untold: list[str] = []  # by that scan

    @classmethod
    def open(cls, start: Path, clock: Callable[[], datetime], *, progress: Progress | None = None) -> Self:
        """The vault that `start` is in, or is. Raises NoVault."""
        root = find_root(start)
        if root is None:
            raise NoVault(
                f"no vault here: neither {start} nor a folder above it holds vaultnet.toml, .obsidian or .git; "
                "`vaultnet init` makes one, -C DIR names one"
            )
        return cls(root, clock, progress=progress)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or issubclass(kind, VaultnetError):
            self.commit()
        self._resources.close()

    @cached_property
    def began(self) -> datetime:
        """When this command began to write: the same for all it writes, so that `undo` knows what belongs together."""
        return self.clock()

    @property
    def now(self) -> datetime:
        """The moment in the vault's own time zone: a date is a civil date there, whichever machine asks. A moment of
        no zone (--today) is that moment in the vault.
        """
        return moment_in(self._known_settings["timezone"], self.clock())

    @property
    def today(self) -> date:
        return checked_day(self.now.date())

    @cached_property
    def config(self) -> Config:
        return read_config(self.root)

    @cached_property
    def database(self) -> Path:
        return index.database_path(cache_folder(self.root))

    @cached_property
    def connection(self) -> sqlite3.Connection:
        """The index, as the last refresh left it; where the cache cannot be written, one that lives in memory."""
        try:
            opened = index.open_index(self.database) if self.has_cache else index.open_in_memory()
            return self._resources.enter_context(opened)
        except CannotWrite as error:
            self.do_without_cache(error)
            return self._resources.enter_context(index.open_in_memory())

    @cached_property
    def _known_settings(self) -> Mapping[str, Any]:
        """What every command needs of the settings; from the index, so that it need not load what reads them."""
        try:
            kept = index.meta(self.connection, "settings")
        except sqlite3.DatabaseError:
            kept = ""  # a broken index: `refresh` sees to it
        return self.config.recall(kept)

    def scan(self, known: Mapping[str, int] | None = None, vouched: Vouched | None = None) -> Scan:
        """What lies in the vault, once what an interrupted command left there is put right; only what is not as it was
        `known` to be, looked for only where it can be if a watcher has `vouched` for the rest of this very index.
        """
        is_ignored = compile_ignore(self._known_settings["ignored"])

        def look() -> Scan | None:
            from vaultnet.storage.partial_scan import scan_vouched

            return scan_vouched(self.connection, self.root, is_ignored, known, vouched) if known and vouched else None

        walk = partial(scan, self.root, is_ignored, known=known)
        found, self.is_vouched = scan_settled(look if vouched else None, walk, self.root, self.notices.append)
        self.untold = found.untold
        return found

    def refresh(self) -> Refreshed:
        """Bring the index up to date with the files; an index that turns out to be broken is made anew, once, and
        where the disk takes no index at all, it is made in memory: who only reads must be answered (D12, D23).
        """
        try:
            return self._refresh()
        except sqlite3.DatabaseError as error:
            first = error
        try:
            index.refuse_unless_broken(first, self.database)
            self.rebuild()
            return self._refresh()
        except (CannotWrite, sqlite3.DatabaseError) as error:
            self.do_without_cache(error)
            return self._refresh()

    def rebuild(self) -> None:
        """Throw the index away; the next refresh reads every note."""
        self._close_index()
        index.discard(self.database)

    def _close_index(self) -> None:
        self._network_by_day.clear()
        self._resources.close()
        self.__dict__.pop("connection", None)
        self.__dict__.pop("_known_settings", None)

    def do_without_cache(self, error: CannotWrite | sqlite3.DatabaseError) -> None:
        """From here on the index lives in memory, and goes with the command."""
        reason = error.message if isinstance(error, CannotWrite) else f"{self.database}: {error}"
        self._close_index()
        self.has_cache = False
        self.notices.append(f"{reason}; this command reads every note anew")

    def _refresh(self) -> Refreshed:
        self._network_by_day.clear()
        step, vouched = self._progress, self.vouch()
        result = refresh(
            self.connection,
            self.root,
            lambda known: self.scan(known, vouched),
            self.config.fingerprint,
            lambda: self.config.rules,
            progress=(lambda done, total: step("reading notes", done, total)) if step else None,
            commits=self.commits,
        )
        if result.rebuilt:
            index.set_meta(self.connection, "settings", self.config.kept())
        return result

    def report(self, doing: str, done: int, total: int) -> None:
        """Say how far something that may take long has come."""
        if self._progress:
            self._progress(doing, done, total)

    def network(self, today: date | None = None) -> "Network":
        """The network as of a day (today unless given), as the last refresh found it."""
        day = checked_day(today) if today else self.today
        if day not in self._network_by_day:
            from vaultnet.storage.network import load_network

            self._network_by_day[day] = load_network(self.connection, day, self.config.settings)
        return self._network_by_day[day]

    def read(self, path: str) -> str | None:
        """The text of a note as it is on disk, None where there is none. Raises NotWritten for no text, or too much."""
        from vaultnet.storage.files import LARGEST, decode, read_note
        from vaultnet.text.problem import Problem

        if not (self.root / path).exists():
            return None
        if (self.root / path).stat().st_size > LARGEST:
            raise NotWritten(f"larger than {LARGEST // 1_000_000} MB: it is not read", path=path)
        text = decode(read_note(self.root, path).data)
        if isinstance(text, Problem):
            raise NotWritten(text.message, path=path, line=text.line)
        return text

    def apply(self, changes: Iterable[Change], words: Sequence[str]) -> Applied:
        """Write the changes as one step of the journal, each only if its file still is `before`.

        `words` are what the user typed, for `undo`; what there is to say of it all goes to `notices`.
        """
        from vaultnet.app.apply import apply_changes
        from vaultnet.storage.git_busy import find_git_operation

        wanted = [change for change in changes if change.is_change]
        if wanted:
            self.refuse_if_vanished()
            self.notices += apply_changes(self.root, wanted, words, self.began)
            settles = any(change.settles_conflict for change in wanted)
            if not (settles and find_git_operation(self.root)):  # a person's git commits what settles a merge
                self.written |= {change.path: words for change in wanted}
        return Applied(tuple(change.path for change in wanted))

    def commit(self) -> None:
        """One commit of all that was written, where `git.commit` asks for it; the command's end does it by itself."""
        if self.written and self.config.settings.git.commit:
            from vaultnet.app.git_commit import commit_written

            for words in commit_written(self.root, self.written):
                self.notices.append(words)
        self.written.clear()

    def natural_date(self, text: str, *, prefer: Literal["past", "future"] = "past") -> date:
        """DATE as a person writes it, by the vault's language and order. Raises UsageError."""
        from vaultnet.app.natural_date import read_date

        return read_date(text, self.today, self.config.settings.vault, prefer=prefer)

    def link_to(self, who: str) -> str:
        """A link to the contact that WHO means. Raises UsageError and AmbiguousName."""
        from vaultnet.model.who import find_who
        from vaultnet.storage.link_texts import load_link_texts
        from vaultnet.storage.lookup import name_rows

        try:
            return load_link_texts(self.connection)[find_who(who, name_rows(self.connection))]
        except NothingFound as error:  # a word of the command line that cannot be meant
            raise UsageError(error.message, candidates=error.candidates) from error

    @cached_property
    def own_templates(self) -> str:
        """What the vault's own templates mean for a page: "" without any (the usual case, one look at the disk)."""
        if not (self.root / ".vaultnet" / "templates").is_dir():
            return ""
        from vaultnet.storage.templates import template_notice
        from vaultnet.storage.trust import is_trusted, read_template_tree

        notice = template_notice(self.root)
        if notice is not None:
            self.notices.append(notice.message)
        tree = read_template_tree(self.root)
        return f"{tree.digest} {is_trusted(self.root, tree)}"

    def render(self, name: str, context: dict[str, Any]) -> str:
        """A template with plain data filled in: the vault's own once it is trusted, else the one of its language."""
        from vaultnet.storage.templates import render

        return render(self.root, name, context, language=self.config.settings.vault.language)

    def expect_missing(self) -> None:
        """The user says that the notes which vanished are meant to be gone."""
        index.accept_missing(self.connection)

    def refuse_if_vanished(self) -> None:
        """Promise D11: when many notes are gone at once, something is wrong with the disk, not with the network."""
        vanished = index.meta(self.connection, "vanished")
        if vanished:
            gone, before = vanished.split()
            raise NotWritten(
                f"{gone} of {before} notes have vanished since the last command: nothing is written until they are "
                "back; if you removed them yourself, run `vaultnet index --expect-missing`"
            )
