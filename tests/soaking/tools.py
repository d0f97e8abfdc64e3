"""What `make soak` needs of the machine, in one place, each with what brings it. Fails, never skips.

python -m tests.soaking.tools     everything that is not there, at once; exit code 2 if there is such a thing
need("strace")                    the same for one test that is run by itself; the program's path

Any Python can run it: what `make` puts into .venv is not looked for, nor needed, until all else is there.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

PACKAGES = {
    "chattr": "e2fsprogs",
    "faketime": "faketime",
    "fusermount3": "fuse3",
    "getfacl": "acl",
    "git": "git",
    "localedef": "libc-bin",
    "losetup": "mount",
    "mkfs.ext4": "e2fsprogs",
    "mount": "mount",
    "sed": "sed",
    "setfacl": "acl",
    "setpriv": "util-linux",
    "strace": "strace",
    "sysctl": "procps",
    "umount": "mount",
    "vim.tiny": "vim-tiny",
}
MODULES = ("atheris", "mfusepy")  # the extra `soak`; `make soak` installs it
_LOCALE = Path("/usr/share/i18n/locales/de_DE")
_DEVICES = {"/dev/fuse": "the kernel's module fuse", "/dev/loop-control": "the kernel's module loop"}
_LIMITS = Path("/proc/sys/fs/inotify/max_user_watches")


def need(*tools: str) -> str:
    """The path of the first; fails the test, and names the packages, where one is missing or we are not root."""
    lacking = [*_programs(tools), *_root()]
    if lacking:
        import pytest

        pytest.fail("this soak test needs " + "; ".join(lacking))
    return shutil.which(tools[0]) or ""


def require(modules: Iterable[str] = ()) -> None:
    """Leave with exit code 2 where something is missing, and say all of it."""
    lacking = [*_root(), *_programs(PACKAGES), *_locales(), *_devices(), *_modules(modules)]
    if lacking:
        print("make soak cannot run here. It needs", *lacking, sep="\n  ", file=sys.stderr)
        everything = " ".join(sorted({*PACKAGES.values(), "locales"}))
        print(f"All of Debian's: apt-get install {everything}", file=sys.stderr)
        sys.exit(2)


def _root() -> Iterator[str]:
    if os.geteuid() != 0:
        yield "root, to mount disks, lower limits and be another user: sudo make soak"


def _programs(tools: Iterable[str]) -> Iterator[str]:
    for tool in tools:
        if shutil.which(tool) is None:
            yield f"{tool}: apt-get install {PACKAGES[tool]}"


def _locales() -> Iterator[str]:
    if not _LOCALE.exists():
        yield f"{_LOCALE}: apt-get install locales"


def _devices() -> Iterator[str]:
    for device, what in _DEVICES.items():
        if not os.access(device, os.R_OK | os.W_OK):
            yield f"{device}, open to us: {what}, and a machine (or container) that may mount"
    if not os.access(_LIMITS, os.W_OK):
        yield f"{_LIMITS}, to lower it for a moment: a machine (or privileged container)"


def _modules(modules: Iterable[str]) -> Iterator[str]:
    for module in modules:
        if find_spec(module) is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            yield f"the package {module} for Python {version}: pip install -c constraints.txt 'vaultnet[soak]'"


if __name__ == "__main__":
    require()
