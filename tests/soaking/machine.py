"""What a soak changes of the machine, and that it is all put back: mounts, loop devices, the kernel's limits.

    with unchanged(folder) as left:
        ...                        left.found   ->   ["mounted: /tmp/vaultnet-soak-x/.../disk"] once it has ended

Every test takes away what it mounted. This is for those that were killed before they could, and it tells of them.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_LIMITS = Path("/proc/sys/fs/inotify")


@dataclass(slots=True)
class Left:
    """What was left behind, and has been taken away."""

    found: list[str] = field(default_factory=list)


@contextmanager
def unchanged(folder: Path) -> Iterator[Left]:
    """Everything below the folder is ours; what is mounted elsewhere is not looked at."""
    limits = _limits()
    left = Left()
    try:
        yield left
    finally:
        for place in reversed(mounted_below(folder)):
            left.found.append(f"mounted: {place}")
            subprocess.run(["umount", "-l", place], check=False)
        for device in _loops(folder):
            left.found.append(f"loop device: {device}")
            subprocess.run(["losetup", "-d", device], check=False)
        for file, text in limits.items():
            if file.read_text() != text:
                left.found.append(f"limit: {file.name} was {text.strip()}")
                subprocess.run(["sysctl", "-q", "-w", f"fs.inotify.{file.name}={text.strip()}"], check=False)


def mounted_below(folder: Path) -> list[str]:
    """The places below the folder where something is mounted, in the order in which it was."""
    lines = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    places = [line.split(" ")[1].encode().decode("unicode_escape") for line in lines]
    return [place for place in places if place.startswith(f"{folder}/")]


def _loops(folder: Path) -> list[str]:
    found = []
    for file in Path("/sys/block").glob("loop*/loop/backing_file"):
        with suppress(OSError):  # gone meanwhile
            if file.read_text().startswith(f"{folder}/"):
                found.append(f"/dev/{file.parent.parent.name}")
    return sorted(found)


def _limits() -> dict[Path, str]:
    return {file: file.read_text() for file in sorted(_LIMITS.glob("max_*"))}
