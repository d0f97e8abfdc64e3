"""The real thing for the soak: strace that kills and fails calls, and disks of our own. Root and a Debian machine.

with mounted(folder, "-t", "tmpfs", "-o", "size=64k", "tmpfs"): ...
run_for_real(vault, ("set", ...))                     ->   Done(code=0, out="...", err="...")
"""

import errno
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.promises.faulty import KILL, Done, Fault
from tests.promises.writing_commands import DAY


@contextmanager
def mounted(folder: Path, *what: str) -> Iterator[Path]:
    """Something mounted at the folder for as long as it lasts."""
    done = subprocess.run(["mount", *what, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"mount {' '.join(what)} does not work here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def command_line(vault: Path, words: Sequence[str]) -> list[str]:
    """The words of a fresh interpreter that is vaultnet."""
    return [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", DAY, *words]


def run_for_real(vault: Path, words: Sequence[str], *before: str) -> Done:
    """In a process that nobody has touched; `before` stands before the command line."""
    done = subprocess.run(
        [*before, *command_line(vault, words)], capture_output=True, text=True, check=False, timeout=60
    )
    return Done(done.returncode, done.stdout, done.stderr, {}, {}, [], [])


def run_traced(vault: Path, words: Sequence[str], fault: Fault | None = None) -> Done:
    """Under strace, which kills the process at a call, or lets that call fail, for the kernel's own reasons or ours."""
    if fault is None:
        return run_for_real(vault, words)
    what = "signal=KILL" if fault.number == KILL else f"error={errno.errorcode[fault.number]}"
    when = f"{fault.at}+" if fault.stays else str(fault.at)
    log = vault.parent / "strace.txt"
    inject = f"inject={fault.call}:{what}:when={when}"
    return run_for_real(vault, words, "strace", "-f", "-o", str(log), "-e", f"trace={fault.call}", "-e", inject)


def calls_traced(vault: Path, words: Sequence[str], names: Sequence[str]) -> dict[str, int]:
    """How often a good run makes each call."""
    log = vault.parent / "strace.txt"
    run_for_real(vault, words, "strace", "-f", "-o", str(log), "-e", f"trace={','.join(names)}")
    lines = log.read_text().splitlines()
    return {name: sum(f" {name}(" in line for line in lines) for name in names}
