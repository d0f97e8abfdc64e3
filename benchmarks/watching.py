"""A `vaultnet watch` of its own, at work on a vault that is measured.

with watching(root, home) as watcher:
    watcher.cpu(), watcher.memory()         seconds and MiB so far, from /proc
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import Home, MeasureError

_PATIENCE = 60.0  # seconds for what should take one


@dataclass(frozen=True, slots=True)
class Watching:
    """The process, and the file it tells its events to."""

    process: subprocess.Popen[bytes]
    told: Path

    def events(self) -> list[dict[str, Any]]:
        lines = self.told.read_text(encoding="utf-8").split("\n")[:-1]
        return [json.loads(line) for line in lines if line.startswith('{"')]

    def has_looked(self) -> bool:
        """Whether its first look is over. Raises MeasureError where it has ended instead."""
        if self.process.poll() is not None:
            raise MeasureError(f"watch: exit code {self.process.returncode}")
        return any(event["event"] == "indexed" for event in self.events())

    def cpu(self) -> float:
        """Seconds, user and system, children included."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """MiB that are its own at this moment."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def watching(root: Path, home: Home, today: str) -> Iterator[Watching]:
    """Ready when its first look is over and nothing is left to write."""
    told = home.folder / "watch.jsonl"
    line = [sys.executable, "-m", "vaultnet", "-C", str(root), "--today", today, "watch", "--json"]
    with told.open("wb") as out, subprocess.Popen(line, stdout=out, env=home.environment()) as process:
        watcher = Watching(process, told)
        try:
            wait_until(watcher.has_looked, "the first look")
            yield watcher
        finally:
            process.terminate()
            process.wait()


def wait_until(claim: Any, what: str, patience: float = _PATIENCE, *, step: float = 0.001) -> float:
    """Seconds until it was true; asks again after `step` seconds. Raises MeasureError."""
    began = time.perf_counter()
    while not claim():
        if time.perf_counter() - began > patience:
            raise MeasureError(f"waited {patience:.0f} s in vain for {what}")
        time.sleep(step)
    return time.perf_counter() - began


def index_of(root: Path, home: Home) -> Path:
    line = [sys.executable, "-m", "vaultnet", "-C", str(root), "index", "--path"]
    return Path(subprocess.run(line, env=home.environment(), capture_output=True, text=True, check=True).stdout.strip())
