"""Disks of other kinds than the one the tests run on, mounted for a soak test and taken away again.

with fuse_disk(tmp_path, "fold") as place:          names that fold alike are one file; nothing can be swapped
with tmpfs(tmp_path, "64k") as place:               small, and soon full
with read_only(folder, tmp_path / "place"):         the same files, and no way to write
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.soaking.tools import need

ROOT = Path(__file__).parent.parent.parent
NOBODY = 65534  # another user, who may write nowhere
# To read is allowed everywhere, or this user could not start a Python that lies in somebody's home.
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
             "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")  # fmt: skip
_PATIENCE = 20.0  # seconds for a disk to be there


@contextmanager
def fuse_disk(folder: Path, kind: str) -> Iterator[Path]:
    """A folder on a FUSE disk: `fold` or `plain`, see folding_disk.py."""
    need("fusermount3")
    assert os.access("/dev/fuse", os.R_OK | os.W_OK), "this test needs /dev/fuse, and the right to mount"
    behind, place = folder / f"behind-{kind}", folder / f"place-{kind}"
    behind.mkdir()
    place.mkdir()
    line = [sys.executable, "-m", "tests.promises.folding_disk", str(behind), str(place), kind]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as disk:
        try:
            end = time.monotonic() + _PATIENCE
            while not place.is_mount():
                assert disk.poll() is None, "the disk ended: pip install 'vaultnet[soak]' brings mfusepy"
                assert time.monotonic() < end, "the disk was not mounted"
                time.sleep(0.02)
            yield place
        finally:
            subprocess.run(["fusermount3", "-u", "-z", str(place)], check=False)
            disk.wait(_PATIENCE)


@contextmanager
def tmpfs(folder: Path, size: str) -> Iterator[Path]:
    place = folder / f"tmpfs-{size}"
    place.mkdir()
    subprocess.run([need("mount"), "-t", "tmpfs", "-o", f"size={size}", "none", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def read_only(folder: Path, place: Path) -> Iterator[Path]:
    place.mkdir()
    mount = need("mount")
    subprocess.run([mount, "--bind", str(folder), str(place)], check=True)
    try:
        subprocess.run([mount, "-o", "remount,ro,bind", str(place)], check=True)
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
