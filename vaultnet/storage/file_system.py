"""What kind of file system a folder is on, and whether it can swap two files (what makes writing safe, promise D5).

file_system_of(Path("/home/me/notes"))   ->   FileSystem("ext4", is_remote=False)
can_exchange(Path("/home/me/notes"))     ->   True, tried on two files that are gone again; None: not to be tried
"""

import os
from pathlib import Path
from typing import NamedTuple

from vaultnet.storage.rename_exchange import UNSUPPORTED
from vaultnet.storage.system_calls import SYSTEM, SystemCalls

_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = frozenset({"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"})
_REMOTE_FUSE = ("sshfs", "rclone", "davfs", "gvfs", "s3fs", "gcsfuse", "onedriver", "google-drive")
# Those of this machine alone, of which every change goes through its kernel. Any other may be changed behind its back.
_OWN = frozenset({"bcachefs", "btrfs", "exfat", "ext2", "ext3", "ext4", "f2fs", "jfs", "tmpfs", "vfat", "xfs", "zfs"})


class FileSystem(NamedTuple):
    """`kind` as the system calls it: ext4, btrfs, fuse.sshfs. `is_remote`: other machines change it, locks may fail."""

    kind: str
    is_remote: bool


def file_system_of(folder: Path, mounts: Path = _MOUNTS) -> FileSystem | None:
    """None where the system does not tell (all but Linux)."""
    if not mounts.exists():
        return None
    real = os.path.realpath(folder)
    found = ("", "")
    for line in mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        ours, _, theirs = line.partition(" - ")
        point = _unescaped(ours.split(" ")[4])
        inside = real == point or real.startswith(f"{point.rstrip('/')}/")
        if inside and len(point) >= len(found[0]):  # of two at one place, the later lies on top
            found = (point, theirs.split(" ")[0])
    return FileSystem(found[1], _is_remote(found[1])) if found[1] else None


def tells_all(folder: str) -> bool:
    """Whether the kernel knows of everything that happens there (Linux)."""
    found = file_system_of(Path(folder))
    return found is not None and found.kind in _OWN


def can_exchange(root: Path, calls: SystemCalls = SYSTEM) -> bool | None:
    """Swap two empty files in the vault, under the names of our temporary files, which everyone else passes over."""
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    made: list[str] = []
    try:
        for _ in range(2):
            name = f".vn~{os.urandom(6).hex()}"
            os.close(calls.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=folder))
            made.append(name)
        calls.exchange(folder, made[0], folder, made[1])
    except OSError as error:
        return False if len(made) == 2 and error.errno in UNSUPPORTED else None  # noqa: PLR2004  (both were made)
    finally:
        for name in made:
            calls.unlink(name, dir_fd=folder)
        os.close(folder)
    return True


def _unescaped(point: str) -> str:
    """Mount points stand there with blanks and the like as octal numbers: a blank is 040 behind a backslash."""
    for code in ("\\040", "\\011", "\\012", "\\134"):
        point = point.replace(code, chr(int(code[1:], 8)))
    return point


def _is_remote(kind: str) -> bool:
    return kind in _REMOTE or any(kind == f"fuse.{name}" for name in _REMOTE_FUSE)
