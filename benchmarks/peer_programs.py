"""Where the peers are: those from the registry in an environment of their own, the others on the PATH.

    find_program("khard")    ->   Program("khard", "0.22.0", ".venv/peers/bin/khard")
    find_program("zk")       ->   Program("zk", "", "", "not on the PATH")

A peer that is not there is an empty cell in the report, with the reason.
"""

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import HERE

_PINNED = HERE / "peers.txt"
# The program's name -> its package.
_FROM_PYPI = {
    "orbit": "orbit-crm", "hermitcrm": "hermitcrm", "bl": "backlinker", "khard": "khard", "python": "obsidiantools",
}  # fmt: skip
_PATIENCE = 900


class Program(NamedTuple):
    """`path` is empty where it is not there, and `reason` says why."""

    name: str
    version: str
    path: str
    reason: str = ""


@cache
def find_program(name: str) -> Program:
    """`python` is the one that has obsidiantools."""
    if name not in _FROM_PYPI:
        path = shutil.which(name)
        return Program(name, _own_version(path) if path else "", path or "", "" if path else "not on the PATH")
    package = _FROM_PYPI[name]
    called = "bl (backlinker)" if name == "bl" else package
    reason = _environment()
    return Program(called, pinned_versions()[package], "" if reason else str(_folder() / "bin" / name), reason)


def pinned_versions() -> dict[str, str]:
    lines = (line.strip() for line in _PINNED.read_text(encoding="utf-8").splitlines())
    return dict(line.split("==", 1) for line in lines if "==" in line and not line.startswith("#"))


def _folder() -> Path:
    return Path(sys.prefix) / "peers"


@cache
def _environment() -> str:
    """Made once, and anew when peers.txt changes; why it could not be made, or nothing."""
    ready = _folder() / "ready"
    if ready.exists() and ready.read_bytes() == _PINNED.read_bytes():
        return ""
    print("Setting up .venv/peers (once) ...", file=sys.stderr, flush=True)
    shutil.rmtree(_folder(), ignore_errors=True)
    pip = [str(_folder() / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    for line in ([sys.executable, "-m", "venv", str(_folder())], [*pip, "--no-deps", "-r", str(_PINNED)]):
        try:
            done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=_PATIENCE)
        except (OSError, subprocess.TimeoutExpired) as failure:
            return f"not installed: {type(failure).__name__}"
        if done.returncode:
            return f"not installed: {done.stderr.strip().rpartition(chr(10))[2][:120]}"
    ready.write_bytes(_PINNED.read_bytes())
    return ""


def _own_version(path: str) -> str:
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=60)
    found = re.search(r"\d+(?:\.\d+)+", done.stdout)
    return found[0] if found else ""
