"""Walking a vault: which notes are there, and the stamps that tell whether they changed, without reading any.

    found = scan(root, compile_ignore(settings.vault.ignore), template_folders=("Templates",))
    found.folders  ->   {"": [], "People": [FileStamp("Ada.md", read=1, size=812, ...)]}
    found.problems ->   [ScanProblem("People/ada.md", Problem("name-twins", ...))]

Only files with `read=1` are notes. Ignored ones, conflict copies and files a cloud service holds elsewhere are listed
too, since links resolve to them and since they are not gone. Folders that begin with a dot, and `node_modules`, are not
entered; no folder is entered through a symlink, so there are no loops and no way out of the vault.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

from vaultnet.storage.beneath import FOLDER
from vaultnet.storage.conflict_copy import find_conflict_copies
from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.name_check import find_name_twins, is_utf8
from vaultnet.storage.temporary import TEMPORARY_NAME
from vaultnet.text.problem import Problem, Severity

Kind = Literal["note", "ignored", "conflict", "elsewhere", "link", "file"]
NOTE_ENDINGS = (".md", ".markdown")
_LISTED_ENDINGS = (*NOTE_ENDINGS, ".orig")
_MARKERS = ("vaultnet.toml", ".obsidian", ".git")
_NOT_ENTERED = frozenset({"node_modules"})


class FileStamp(NamedTuple):
    """A file as the walk met it; times in nanoseconds. A tuple, because there may be 100,000 of them.

    `kind`: note; ignored; conflict (a sync service's copy); elsewhere (a placeholder); link (a second name, by symlink,
    of a note that is listed itself); file (not Markdown, only if asked for).
    """

    name: str
    read: int
    size: int
    mtime: int
    ctime: int
    inode: int
    kind: Kind = "note"


class ScanProblem(NamedTuple):
    path: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Scan:
    """`folders`: the vault's folders by path ("" is the vault itself), parents first, files in no order."""

    folders: dict[str, list[FileStamp]] = field(default_factory=dict)
    problems: list[ScanProblem] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)  # temporary files of a vaultnet that was killed

    def files(self) -> Iterator[tuple[str, FileStamp]]:
        """Every file with the folder it is in."""
        return ((folder, file) for folder, files in self.folders.items() for file in files)


def scan(
    root: Path, ignore: IsIgnored = ignore_nothing, *, template_folders: Iterable[str] = (), with_files: bool = False
) -> Scan:
    """Walk the vault. `with_files` lists what is not Markdown too."""
    walk = _Walk(Path(os.path.realpath(root)), ignore, frozenset(template_folders), with_files=with_files)
    walk.run()
    return walk.scan


class _Walk:
    """One walk, and what it has found so far."""

    def __init__(self, root: Path, ignore: IsIgnored, template_folders: frozenset[str], *, with_files: bool) -> None:
        self.root = root
        self.ignore = ignore
        self.template_folders = template_folders
        self.with_files = with_files
        self.scan = Scan()
        self.symlinks: list[tuple[str, FileStamp, str]] = []  # folder, the link, what it leads to
        self.without_blocks: list[str] = []  # folders of such files
        self.has_blocks = False

    def run(self) -> None:
        waiting: list[tuple[str, bool]] = [("", False)]
        while waiting:
            folder, is_ignored = waiting.pop()
            waiting.extend(reversed(self._visit(folder, is_ignored=is_ignored)))
        self._place_symlinks()
        self._judge_elsewhere()

    def _visit(self, folder: str, *, is_ignored: bool) -> list[tuple[str, bool]]:
        """One folder: its files into the scan; its folders returned, each with whether it is ignored."""
        found: list[FileStamp] = []
        below: list[str] = []
        self.scan.folders[folder] = found
        try:
            fd = os.open(self.root / folder, FOLDER | os.O_NOFOLLOW)
        except OSError as error:  # one folder that cannot be entered never stops the walk
            self._report(folder, "folder-unreadable", f"the folder cannot be listed: {error.strerror}")
            return []
        try:
            with os.scandir(fd) as listing:  # by descriptor: then `stat` need not walk the whole path for each file
                entries = list(listing)
            conflicts = find_conflict_copies({entry.name for entry in entries})
            plain = [] if is_ignored else self._plain_notes(folder, entries, conflicts)
            if len(plain) < len(entries):
                rest = set(entries).difference(plain)
                rest_by_name = sorted(rest, key=attrgetter("name"))
                below = self._add_others(folder, found, rest_by_name, conflicts, is_ignored=is_ignored)
            self._add_notes(folder, found, plain)
        finally:
            os.close(fd)
        prefix = f"{folder}/" if folder else ""
        self._report_twins(prefix, [*below, *(file.name for file in found)])
        return [(prefix + name, is_ignored or self._ignores_folder(prefix + name)) for name in below]

    def _plain_notes(
        self, folder: str, entries: list[os.DirEntry[str]], conflicts: frozenset[str]
    ) -> list[os.DirEntry[str]]:
        """The entries that are surely nothing but notes: in most folders all of them, at one glance."""
        plain = [entry for entry in entries if entry.name.endswith(".md") and entry.is_file(follow_symlinks=False)]
        joined = "\n".join([entry.name for entry in plain])
        if conflicts or "\n." in f"\n{joined}" or not is_utf8(joined) or self.ignore is not ignore_nothing:
            prefix = f"{folder}/" if folder else ""
            plain = [entry for entry in plain if entry.name not in conflicts and self._is_plain(prefix, entry.name)]
        return plain

    def _is_plain(self, prefix: str, name: str) -> bool:
        return name[0] != "." and is_utf8(name) and not self.ignore(prefix + name, is_folder=False)

    def _add_notes(self, folder: str, found: list[FileStamp], entries: list[os.DirEntry[str]]) -> None:
        """The loop that runs for every note, kept as short as it can be."""
        for entry in entries:
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue  # gone since the folder was listed
            kind: Kind = "note"
            if status.st_blocks:
                self.has_blocks = True
            elif status.st_size:
                kind = self._elsewhere(folder)
            read = 1 if kind == "note" else 0
            found.append(
                FileStamp(entry.name, read, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, kind)
            )

    def _add_others(
        self,
        folder: str,
        found: list[FileStamp],
        entries: list[os.DirEntry[str]],
        conflicts: frozenset[str],
        *,
        is_ignored: bool,
    ) -> list[str]:
        """Everything that is not plainly a note; the folders to enter next are returned."""
        prefix = f"{folder}/" if folder else ""
        below: list[str] = []
        for entry in entries:
            name = entry.name
            if not is_utf8(name):
                message = "the name is not UTF-8: rename it; until then it is left out"
                self._report(f"{prefix}{os.fsencode(name)!r}", "name-not-utf8", message)
            elif name[0] == ".":
                self._add_dotted(folder, entry, found)
            elif entry.is_dir(follow_symlinks=False):
                if name not in _NOT_ENTERED:
                    below.append(name)
            elif self._is_listed(name) or entry.is_symlink():
                is_left_out = is_ignored or self.ignore(prefix + name, is_folder=False)
                kind: Kind = "conflict" if name in conflicts else "ignored" if is_left_out else _kind(name)
                self._add_other(folder, found, entry, kind)
        return below

    def _is_listed(self, name: str) -> bool:
        return self.with_files or name.lower().endswith(_LISTED_ENDINGS)

    def _add_dotted(self, folder: str, entry: os.DirEntry[str], found: list[FileStamp]) -> None:
        """`.Ada.md.icloud` stands for an `Ada.md` that iCloud has moved away; `.vn~` files are our own."""
        name = entry.name
        real = name.removeprefix(".").removesuffix(".icloud")
        if TEMPORARY_NAME.fullmatch(name):
            self.scan.leftovers.append(f"{folder}/{name}" if folder else name)
        elif name.endswith(".icloud") and _kind(real) == "note":
            found.append(_stamp(real, entry.stat(follow_symlinks=False), self._elsewhere(folder)))
            self.has_blocks = True  # the name says it: no doubt about this one

    def _ignores_folder(self, path: str) -> bool:
        return path in self.template_folders or self.ignore(path, is_folder=True)

    def _add_other(self, folder: str, found: list[FileStamp], entry: os.DirEntry[str], kind: Kind) -> None:
        status = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(status.st_mode):
            found.append(_stamp(entry.name, status, kind))
        elif stat.S_ISLNK(status.st_mode):
            self._add_symlink(folder, entry, kind)

    def _elsewhere(self, folder: str) -> Kind:
        self.without_blocks.append(folder)
        return "elsewhere"

    def _add_symlink(self, folder: str, entry: os.DirEntry[str], kind: Kind) -> None:
        """Remember a symlink to a file of the vault; say which are not followed, and why."""
        path = f"{folder}/{entry.name}" if folder else entry.name
        target = os.path.relpath(os.path.realpath(self.root / path), self.root)
        try:
            status = entry.stat()
        except OSError:
            self._report(path, "symlink-broken", "the symlink leads nowhere")
            return
        if target == ".." or target.startswith("../"):
            self._report(path, "symlink-leaves-vault", "the symlink leads out of the vault and is not followed")
        elif stat.S_ISDIR(status.st_mode):
            self._report(path, "symlink-folder", "symlinks to folders are not followed", severity="info")
        elif stat.S_ISREG(status.st_mode) and (kind != "file" or self.with_files):
            self.symlinks.append((folder, _stamp(entry.name, status, kind), target))

    def _place_symlinks(self) -> None:
        """A symlink to a note that is listed is one more name of it; to a file in a hidden folder, it is the note."""
        if not self.symlinks:
            return
        listed = {f"{folder}/{file.name}" if folder else file.name for folder, file in self.scan.files()}
        for folder, file, target in self.symlinks:
            is_link = file.kind == "note" and target in listed
            self.scan.folders[folder].append(file._replace(kind="link", read=0) if is_link else file)

    def _judge_elsewhere(self) -> None:
        """A file with a size and no blocks holds nothing here, unless this file system counts no blocks at all."""
        if not self.has_blocks and len(self.without_blocks) > 1:
            for folder in set(self.without_blocks):
                files = self.scan.folders[folder]
                files[:] = [file._replace(kind="note", read=1) if file.kind == "elsewhere" else file for file in files]
        elif self.without_blocks:
            for folder, file in self.scan.files():
                if file.kind == "elsewhere":
                    message = "the note's text is not on this machine: let the cloud service download it"
                    self._report(f"{folder}/{file.name}" if folder else file.name, "note-elsewhere", message, "info")

    def _report_twins(self, prefix: str, names: list[str]) -> None:
        for first, second in find_name_twins(names):
            message = f"on other machines this is the same name as {first!r}: rename one of them"
            self._report(prefix + second, "name-twins", message)

    def _report(self, path: str, rule: str, message: str, severity: Severity = "warning") -> None:
        self.scan.problems.append(ScanProblem(path, Problem(rule, message, severity=severity)))


def _stamp(name: str, status: os.stat_result, kind: Kind) -> FileStamp:
    read = 1 if kind == "note" else 0
    return FileStamp(name, read, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, kind)


def _kind(name: str) -> Kind:
    return "note" if name.lower().endswith(NOTE_ENDINGS) else "file"


def find_root(start: Path) -> Path | None:
    """The vault that holds `start`: the nearest folder with `vaultnet.toml`, `.obsidian` or `.git` in it."""
    here = start.absolute()
    return next((folder for folder in (here, *here.parents) if _is_marked(folder)), None)


def _is_marked(folder: Path) -> bool:
    return any((folder / marker).exists() for marker in _MARKERS)
