"""Walking a vault: which notes are there, and the stamps that tell whether they changed, without reading any.

    found = scan(root, compile_ignore(settings.vault.ignore), template_folders=("Templates",))
    found.folders  ->   {"": [], "People": [FileStamp("Ada.md", read=1, size=812, ...)]}
    found.problems ->   [ScanProblem("People/ada.md", Problem("name-twins", ...))]

Only files with `read=1` are notes. Ignored ones, conflict copies and files a cloud service holds elsewhere are listed
too, since links resolve to them and since they are not gone. Folders that begin with a dot, and `node_modules`, are not
entered; no folder is entered through a symlink, so there are no loops and no way out of the vault.

With `known`, the digests of folders as they were, a folder that still is as it was is told by its number alone: no
value is made of any of its files, and the walk costs what looking at every stamp costs.
"""

import os
import stat
from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from zlib import crc32

from vaultnet.storage.folder_list import list_folder
from vaultnet.storage.ignore import IsIgnored, ignore_nothing
from vaultnet.storage.scanned import NOTE_ENDINGS, FileStamp, Kind, Scan, ScanProblem, Stamp, folder_digest
from vaultnet.text.problem import Problem, Severity

_LISTED_ENDINGS = (*NOTE_ENDINGS, ".orig")
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC | os.O_NOFOLLOW
_TEMPORARY = ".vn~"
_NOT_ENTERED = frozenset({"node_modules"})


def scan(
    root: Path,
    ignore: IsIgnored = ignore_nothing,
    *,
    template_folders: Iterable[str] = (),
    with_files: bool = False,
    known: Mapping[str, int] | None = None,
) -> Scan:
    """Walk the vault. `with_files` lists what is not Markdown too; `known`: see above; names are judged without it."""
    walk = Walk(os.path.realpath(root), ignore, frozenset(template_folders), with_files=with_files, known=known)
    walk.run()
    return walk.scan


class Walk:
    """One walk, and what it has found so far."""

    def __init__(
        self,
        root: str,
        ignore: IsIgnored,
        template_folders: frozenset[str],
        *,
        with_files: bool,
        known: Mapping[str, int] | None,
    ) -> None:
        self.root = root
        self.ignore = ignore
        self.template_folders = template_folders
        self.with_files = with_files
        self.known = known or {}
        self.reports_names = known is None
        self.scan = Scan({}, [], [], {}, {}, [])
        self.symlinks: list[tuple[str, FileStamp, str]] = []  # folder, the link, what it leads to
        self.without_blocks: list[str] = []  # folders of such files
        self.has_blocks = False

    def run(self) -> None:
        waiting: list[tuple[str, bool]] = [("", False)]
        while waiting:
            folder, is_ignored = waiting.pop()
            below = self.visit(folder, is_ignored=is_ignored)
            prefix = f"{folder}/" if folder else ""
            waiting += [(prefix + name, is_ignored or self.ignores_folder(prefix + name)) for name in reversed(below)]
        self._place_symlinks()
        self._judge_elsewhere()

    def visit(self, folder: str, *, is_ignored: bool) -> list[str]:
        """One folder: into the scan with it. The names of the folders in it that are to be entered."""
        try:
            fd = os.open(f"{self.root}/{folder}", _FOLDER)
        except OSError as error:  # one folder that cannot be entered never stops the walk
            self.scan.folders[folder], self.scan.listings[folder] = [], 0
            self._report(folder, "folder-unreadable", f"the folder cannot be listed: {error.strerror}")
            return []
        try:
            entries, names = list_folder(fd)
            number = crc32(names.encode("utf-8", "surrogateescape"))
            plain = _plain_notes(entries, names)
            below, odd = self._sort_out(entries, plain) if len(plain) < len(entries) else ([], [])
            stamps, elsewhere = self._stamps(plain)
            is_plain = not odd and not elsewhere
            if is_plain and self.known.get(folder) == folder_digest(number, stamps.values()):
                self.scan.unchanged[folder] = len(stamps)
                return below
            self.scan.listings[folder] = number
            found = self.scan.folders[folder] = []
            copies = _conflict_copies({entry.name for entry in entries})
            for entry in odd:
                self._add_odd(folder, entry, found, copies, is_ignored=is_ignored)
            self._add_notes(folder, found, stamps, elsewhere, copies, is_ignored=is_ignored)
        finally:
            os.close(fd)
        if self.reports_names:
            self._report_twins(f"{folder}/" if folder else "", [*below, *(file.name for file in found)])
        return below

    def _sort_out(
        self, entries: list[os.DirEntry[str]], plain: list[os.DirEntry[str]]
    ) -> tuple[list[str], list[os.DirEntry[str]]]:
        """Of what is not plainly a note: the folders to enter, and what has to be looked at one by one; by name."""
        below: list[str] = []
        odd: list[os.DirEntry[str]] = []
        for entry in sorted(set(entries).difference(plain), key=attrgetter("name")):
            name = entry.name
            if not name.isascii() and not _is_utf8(name):
                odd.append(entry)
            elif name[0] == ".":
                if name.startswith(_TEMPORARY) or name.endswith(".icloud"):
                    odd.append(entry)
            elif entry.is_dir(follow_symlinks=False):
                if name not in _NOT_ENTERED:
                    below.append(name)
            elif self.with_files or name.lower().endswith(_LISTED_ENDINGS) or entry.is_symlink():
                odd.append(entry)
        return below, odd

    def _stamps(self, entries: list[os.DirEntry[str]]) -> tuple[dict[str, Stamp], set[str]]:
        """Stamps by name, and the names of files without blocks. The loop that runs for every note: kept short."""
        stamps: dict[str, Stamp] = {}
        elsewhere: set[str] = set()
        for entry in entries:
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue  # gone since the folder was listed
            if not status.st_blocks and status.st_size:
                elsewhere.add(entry.name)
            if status.st_nlink > 1:
                self.scan.untold.append(entry.name)
            stamps[entry.name] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        self.has_blocks = self.has_blocks or any(stamps[name][0] for name in stamps if name not in elsewhere)
        return stamps, elsewhere

    def _add_notes(
        self,
        folder: str,
        found: list[FileStamp],
        stamps: Mapping[str, Stamp],
        elsewhere: Collection[str],
        copies: Collection[str],
        *,
        is_ignored: bool,
    ) -> None:
        prefix = f"{folder}/" if folder else ""
        kind: Kind
        for name, stamp in stamps.items():
            if name in copies:
                kind = "conflict"
            elif is_ignored or self.ignore(prefix + name, is_folder=False):
                kind = "ignored"
            else:
                kind = self._elsewhere(folder) if name in elsewhere else "note"
            found.append(FileStamp(name, 1 if kind == "note" else 0, *stamp, kind))

    def _add_odd(
        self,
        folder: str,
        entry: os.DirEntry[str],
        found: list[FileStamp],
        copies: Collection[str],
        *,
        is_ignored: bool,
    ) -> None:
        """What is neither plainly a note nor a folder."""
        name, prefix = entry.name, f"{folder}/" if folder else ""
        if not _is_utf8(name):
            message = "the name is not UTF-8: rename it; until then it is left out"
            self._report(f"{prefix}{os.fsencode(name)!r}", "name-not-utf8", message)
        elif name[0] == ".":
            self._add_dotted(folder, entry, found)
        else:
            is_left_out = is_ignored or self.ignore(prefix + name, is_folder=False)
            kind: Kind = "conflict" if name in copies else "ignored" if is_left_out else _kind(name)
            self._add_other(folder, found, entry, kind)

    def _add_dotted(self, folder: str, entry: os.DirEntry[str], found: list[FileStamp]) -> None:
        """`.Ada.md.icloud` stands for an `Ada.md` that iCloud has moved away; `.vn~` files are our own."""
        from vaultnet.storage.temporary import TEMPORARY_NAME

        name = entry.name
        real = name.removeprefix(".").removesuffix(".icloud")
        if TEMPORARY_NAME.fullmatch(name):
            if entry.is_file(follow_symlinks=False):  # no folder, pipe or symlink of that name is ever ours
                self.scan.leftovers.append(f"{folder}/{name}" if folder else name)
        elif name.endswith(".icloud") and _kind(real) == "note":
            found.append(_stamp(real, entry.stat(follow_symlinks=False), self._elsewhere(folder)))
            self.has_blocks = True  # the name says it: no doubt about this one

    def ignores_folder(self, path: str) -> bool:
        return path in self.template_folders or self.ignore(path, is_folder=True)

    def _add_other(self, folder: str, found: list[FileStamp], entry: os.DirEntry[str], kind: Kind) -> None:
        status = entry.stat(follow_symlinks=False)
        if kind != "file" and (status.st_nlink > 1 or stat.S_ISLNK(status.st_mode)):
            self.scan.untold.append(entry.name)
        if stat.S_ISREG(status.st_mode):
            found.append(_stamp(entry.name, status, kind))
        elif stat.S_ISLNK(status.st_mode):
            self._add_symlink(folder, entry, kind)

    def _elsewhere(self, folder: str) -> Kind:
        self.without_blocks.append(folder)
        self.scan.untold.append(folder)
        return "elsewhere"

    def _add_symlink(self, folder: str, entry: os.DirEntry[str], kind: Kind) -> None:
        """Remember a symlink to a file of the vault; say which are not followed, and why."""
        path = f"{folder}/{entry.name}" if folder else entry.name
        target = os.path.relpath(os.path.realpath(f"{self.root}/{path}"), self.root)
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
            is_link = file.kind == "note" and (target in listed or self._is_in_unchanged(target))
            self.scan.folders[folder].append(file._replace(kind="link", read=0) if is_link else file)

    def _is_in_unchanged(self, path: str) -> bool:
        """Whether a path is one of the files of a folder of which only plain notes are listed."""
        folder, _, name = path.rpartition("/")
        return folder in self.scan.unchanged and name.endswith(".md") and name[0] != "."

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
        from vaultnet.storage.name_check import find_name_twins

        for first, second in find_name_twins(names):
            message = f"on other machines this is the same name as {first!r}: rename one of them"
            self._report(prefix + second, "name-twins", message)

    def _report(self, path: str, rule: str, message: str, severity: Severity = "warning") -> None:
        self.scan.problems.append(ScanProblem(path, Problem(rule, message, severity=severity)))


def _plain_notes(entries: list[os.DirEntry[str]], names: str) -> list[os.DirEntry[str]]:
    """The entries that are notes by their name and files by their kind: in most folders all of them, at one glance."""
    plain = [entry for entry in entries if entry.name.endswith(".md") and entry.is_file(follow_symlinks=False)]
    if "\0." in f"\0{names}" or not _is_utf8(names):
        plain = [entry for entry in plain if entry.name[0] != "." and _is_utf8(entry.name)]
    return plain


def _is_utf8(names: str) -> bool:
    from vaultnet.storage.name_check import is_utf8

    return names.isascii() or is_utf8(names)


def _conflict_copies(names: Collection[str]) -> frozenset[str]:
    from vaultnet.storage.conflict_copy import find_conflict_copies

    return find_conflict_copies(names)


def _stamp(name: str, status: os.stat_result, kind: Kind) -> FileStamp:
    read = 1 if kind == "note" else 0
    return FileStamp(name, read, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, kind)


def _kind(name: str) -> Kind:
    return "note" if name.lower().endswith(NOTE_ENDINGS) else "file"
