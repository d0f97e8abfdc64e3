"""What a program costs, side by side with another: A B A B, so that a machine that slows down slows both.

pair = alternate([python, "floors.py", "walk", root], [vaultnet, "agenda"], rounds=9)
pair.ratio, pair.low, pair.high        ->   1.28, 1.21, 1.35       of CPU time, user and system, children included
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
_UNWANTED = ("PYTHON", "COV", "VAULTNET", "XDG_", "NO_COLOR")


class MeasureError(Exception):
    """A program that was to be measured did not do its job."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU, seconds by the wall clock, and the most memory held at once, in bytes."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Runs of a floor and of ours, in the order in which they were made."""

    floors: tuple[Cost, ...]
    ours: tuple[Cost, ...]

    @property
    def ratio(self) -> float:
        return self.cpu / self.floor_cpu

    @property
    def cpu(self) -> float:
        return median(cost.cpu for cost in self.ours)

    @property
    def floor_cpu(self) -> float:
        return median(cost.cpu for cost in self.floors)

    @property
    def wall(self) -> float:
        return median(cost.wall for cost in self.ours)

    @property
    def floor_wall(self) -> float:
        return median(cost.wall for cost in self.floors)

    @property
    def peak(self) -> float:
        """MiB."""
        return max(cost.peak for cost in self.ours) / 2**20

    @property
    def spread(self) -> tuple[float, float]:
        """The middle half of the ratios, round by round."""
        ratios = sorted(our.cpu / floor.cpu for floor, our in zip(self.floors, self.ours, strict=True))
        quarter = len(ratios) // 4
        return ratios[quarter], ratios[-1 - quarter]


@dataclass(frozen=True, slots=True)
class Home:
    """A user's folders for the programs that are measured, so that nobody's own are touched."""

    folder: Path
    more: Mapping[str, str] = field(default_factory=dict)  # variables of the environment besides

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_UNWANTED)}
        places = {f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in ("CACHE", "CONFIG", "STATE", "DATA")}
        return {**kept, **places, "HOME": str(self.folder), "PYTHONHASHSEED": "0", **self.more}


def measure(command: Sequence[str], environment: Mapping[str, str], limit: float | None = None) -> Cost:
    """One run, its output thrown away; `limit` in seconds. Raises MeasureError."""
    runner = [sys.executable, "-I", "-S", str(HERE / "runner.py"), *command]
    with subprocess.Popen(
        runner, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            out, complaints = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise MeasureError(f"not done within {limit:.0f} s") from None
    last = complaints.strip().rpartition("\n")[2]
    if process.returncode:
        raise MeasureError(f"could not be started: {last[:200]}")
    found = json.loads(out)
    if found["code"]:
        raise MeasureError(f"exit code {found['code']}: {last[:200]}")
    return Cost(found["cpu"], found["wall"], found["peak"])


def floor_command(name: str, root: Path) -> list[str]:
    return [sys.executable, str(HERE / "floors.py"), name, str(root)]


def nothing() -> None:
    """No preparation."""


def alternate(
    floor: Sequence[str],
    ours: Sequence[str],
    home: Home,
    rounds: int,
    *,
    before_floor: Callable[[], None] = nothing,
    before_ours: Callable[[], None] = nothing,
    is_warm: bool = False,
) -> Pair:
    """Both in turn, after one round that does not count (it fills the file cache), unless something has filled it."""
    environment = home.environment()
    floors: list[Cost] = []
    own: list[Cost] = []
    for _ in range(rounds if is_warm else rounds + 1):
        before_floor()
        floors.append(measure(floor, environment))
        before_ours()
        own.append(measure(ours, environment))
    return Pair(tuple(floors[-rounds:]), tuple(own[-rounds:]))
