"""The files that an import is given, as bytes: a file, a folder, an archive, or the standard input (`-`).

read_sources(["LinkedInDataExport.zip"], members=("connections.csv", "messages.csv"))
->  (NamedBytes("Connections.csv", b"..."), NamedBytes("messages.csv", b"..."))

An archive is taken from somebody else: what it says of its sizes is not believed, and no name in it is a path of ours.
"""

import lzma
import mmap
import struct
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple, cast

from vaultnet.errors import UsageError

_LARGEST = 2**30  # bytes of one file
_LARGEST_MEMBER = 256 * 2**20
_LARGEST_ARCHIVE = 2**30  # unpacked, all in all
_LARGEST_RATIO = 100  # of what is unpacked to the archive: text packs to a twentieth
_SMALL = 16 * 2**20  # unpacked: whatever the ratio
_MOST_MEMBERS = 10_000
# `zipfile` believes what an archive says of its own places and sizes, and fails as it happens to.
_BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, ValueError)
_HEAD = 256 * 2**10  # bytes, where the beginning of a file is enough


class NamedBytes(NamedTuple):
    """What a file holds, by the name under which the user knows it: bytes, or a map of the file, which is cut and
    searched as bytes are.
    """

    name: str
    data: bytes


def read_sources(
    names: Sequence[str], *, members: Iterable[str] = (), heads: Iterable[str] = (), is_mapped: bool = False
) -> tuple[NamedBytes, ...]:
    """Every file by the name the user gave; of a folder or an archive the files whose name (without folders, whatever
    its case) is one of `members`, which may hold `*`; one that holds `/` is compared with the whole path. Of a folder's
    files that are one of `heads` only the beginning is read. Raises UsageError for what cannot be read.
    """
    wanted = _Wanted(tuple(members), tuple(heads), is_mapped=is_mapped)
    found = [(name, source) for name in names for source in _read(name, wanted)]
    times = Counter(source.name for _, source in found)
    return tuple(
        source._replace(name=_told_apart(name, source)) if times[source.name] > 1 else source for name, source in found
    )


def _told_apart(name: str, source: NamedBytes) -> str:
    """Of two files of one name: as the user gave it, or behind its archive: a row is known by its file and line."""
    return name if Path(name).name == source.name else f"{Path(name).name}/{source.name}"


class _Wanted(NamedTuple):
    members: tuple[str, ...]
    heads: tuple[str, ...]
    is_mapped: bool


def _read(name: str, wanted: _Wanted) -> Iterable[NamedBytes]:
    if name == "-":
        return (NamedBytes("standard input", sys.stdin.buffer.read(_LARGEST)),)
    if not name.strip():  # which would be the folder where one is
        raise UsageError("name a file or a folder, or - for what is typed")
    path = Path(name).expanduser()
    try:
        if path.is_dir():
            return _read_folder(path, wanted)
        if wanted.members and _is_archive(path):
            return _read_archive(path, wanted.members)
        return (NamedBytes(path.name, _read_file(path, wanted)),)
    except FileNotFoundError as error:
        raise UsageError("there is no such file", path=name) from error
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", path=name) from error
    except _BROKEN_ARCHIVE as error:
        raise UsageError(f"the archive is broken or locked: {error}; unpack it, and import the folder",
                         path=name) from error  # fmt: skip


def _is_archive(path: Path) -> bool:
    """By its first bytes: of one that broke off on its way, the end is missing."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _read_folder(folder: Path, wanted: _Wanted) -> list[NamedBytes]:
    names = ((path, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*")))
    found = [(path, name) for path, name in names if _is_one_of(name, wanted.members) and path.is_file()]
    if not found:
        raise UsageError(_nothing(wanted.members), path=str(folder))
    return [
        NamedBytes(name, _read_head(path) if _is_head(name, wanted) else _read_file(path, wanted))
        for path, name in found
    ]


def _read_file(path: Path, wanted: _Wanted) -> bytes:
    size = path.stat().st_size
    if wanted.is_mapped and size and path.is_file():
        with path.open("rb") as file:
            return cast("bytes", mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    if size > _LARGEST:
        raise UsageError("is over 1 GiB: split it, and import the parts", path=str(path))
    return path.read_bytes()


def _read_head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _is_head(name: str, wanted: _Wanted) -> bool:
    return bool(wanted.heads) and _is_one_of(name, wanted.heads)


def _read_archive(path: Path, members: Sequence[str]) -> list[NamedBytes]:
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        if len(infos) > _MOST_MEMBERS:
            raise UsageError(f"holds over {_MOST_MEMBERS} files: unpack it, and import what you need", path=str(path))
        wanted = [info for info in infos if not info.is_dir() and _is_one_of(info.filename, members)]
        if not wanted:
            raise UsageError(_nothing(members), path=str(path))
        found: list[NamedBytes] = []
        room = min(_LARGEST_ARCHIVE, max(_SMALL, path.stat().st_size * _LARGEST_RATIO))
        for info in wanted:
            limit = min(_LARGEST_MEMBER, room)
            with archive.open(info) as member:
                data = member.read(limit + 1)
            if len(data) > limit:
                message = f"{info.filename} unpacks to more than {limit >> 20} MiB, which no address book does"
                raise UsageError(message, path=str(path))
            room -= len(data)
            found.append(NamedBytes(info.filename, data))
        return found


def _is_one_of(name: str, patterns: Sequence[str]) -> bool:
    whole = name.lower()
    last = whole.rsplit("/", 1)[-1]
    return not patterns or any(fnmatchcase(whole if "/" in pattern else last, pattern) for pattern in patterns)


def _nothing(members: Sequence[str]) -> str:
    return f"holds none of {', '.join(members)}" if members else "holds no file"
