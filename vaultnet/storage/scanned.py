"""What a walk over a vault found: every file's stamp, folder by folder, and a number that tells a folder from another.

scan.folders          ->   {"": [], "People": [FileStamp("Ada.md", read=1, size=812, ...)]}
scan.digest("People") ->   7284190337126, as long as no name and no stamp in it is another
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple
from zlib import crc32

from vaultnet.text.problem import Problem

Kind = Literal["note", "ignored", "conflict", "elsewhere", "link", "file"]
NOTE_ENDINGS = (".md", ".markdown")
_UNSIGNED = 0x7FFF_FFFF_FFFF_FFFF  # SQLite's integers are signed
Stamp = tuple[int, int, int, int]  # size in bytes, time of change and of the last change at all in ns, inode


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


class Scan(NamedTuple):
    """`folders`: the vault's folders by path ("" is the vault itself), parents first, files in no order; `listings`: a
    number for the names in each. `unchanged`: those that are as they were known to be, each with how many files it has.
    `untold`: names and folders of what may change without an event in its folder: files of several names (symlinks,
    hard links), and those that a cloud service holds.
    """

    folders: dict[str, list[FileStamp]]
    problems: list[ScanProblem]
    leftovers: list[str]  # temporary files of a vaultnet that was killed
    listings: dict[str, int]
    unchanged: dict[str, int]
    untold: list[str]

    def files(self) -> Iterator[tuple[str, FileStamp]]:
        """Every file with the folder it is in."""
        return ((folder, file) for folder, files in self.folders.items() for file in files)

    def digest(self, folder: str, files: Collection[FileStamp] | None = None) -> int:
        """One number for a folder's names and its files' stamps (as `files` has them, else as they were found). What
        neither tells, that a file is held elsewhere or is a second name, counts too.
        """
        files = self.folders[folder] if files is None else files
        apart = [f"{file.kind} {file.name}" for file in files if file.kind in {"elsewhere", "link"}]
        listing = crc32("\n".join(apart).encode(), self.listings[folder])
        return folder_digest(listing, [file[2:6] for file in files])

    def file_count(self) -> int:
        return sum(map(len, self.folders.values())) + sum(self.unchanged.values())


def folder_digest(listing: int, stamps: Iterable[Stamp]) -> int:
    """One number for the names of a folder, by their own number, and the stamps of its files in the same order: so two
    that changed names are seen also where a file system gives a renamed file no new stamp (FAT). The hash of numbers is
    the same in every process.
    """
    return (hash(tuple(stamps)) ^ listing) & _UNSIGNED
