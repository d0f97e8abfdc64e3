"""What is measured: each case prepares a vault, runs a floor and one command in turn, and says what was found."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.equality import differences
from benchmarks.generate import TODAY, generate
from benchmarks.measure import Home, MeasureError, Pair, alternate, floor_command, measure

_SETTLE = 2.3  # s: files changed later than two seconds before a scan are looked at again by the next one
_LOG_LINE = "- 2026-05-30 coffee: a line that was not there before"


@dataclass(frozen=True, slots=True)
class Found:
    """One case at one size. `pair` is None when the command could not be measured, and `remark` says why."""

    case: str
    notes: int
    floor: str
    budget: float | None
    pair: Pair | None
    remark: str = ""


class Bench:
    """A generated vault, and the folders of a user who has nothing but that."""

    def __init__(self, place: Path, notes: int, rounds: int) -> None:
        self.notes, self.rounds = notes, rounds
        self.root, self.home = place / "vault", Home(place / "home")
        self.random = random.Random(notes)
        self.home.folder.mkdir(parents=True)
        generate(self.root, notes)
        self.contacts = sorted((self.root / "People").rglob("*.md"))

    def command(self, *words: str) -> list[str]:
        program = str(Path(sys.executable).with_name("vaultnet"))
        return [program, "-C", str(self.root), "--today", TODAY.isoformat(), *words]

    def run(self, *words: str, home: Home | None = None) -> str:
        """One run that is not measured, and what it printed."""
        environment = (home or self.home).environment()
        done = subprocess.run(self.command(*words), env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise MeasureError(
                f"{words[0]}: exit code {done.returncode}: {done.stderr.strip().rpartition(chr(10))[2][:200]}"
            )
        return done.stdout

    def forget_index(self) -> None:
        shutil.rmtree(self.home.folder / "cache", ignore_errors=True)

    def settle(self) -> None:
        """No file is so fresh any more that it has to be looked at twice, and the agenda stands."""
        time.sleep(_SETTLE)
        self.run("agenda")
        self.run("agenda")

    def edit_log(self) -> None:
        """A new line in somebody's log: who is due may change, and so may the agenda."""
        note = self.random.choice(self.contacts)
        text = note.read_bytes()
        end = b"\r\n" if b"\r\n" in text else b"\n"
        head, mark, tail = text.partition(b"## Log" + end)
        note.write_bytes(head + mark + _LOG_LINE.encode() + end + tail)

    def edit_prose(self) -> None:
        """A word in somebody's note: the agenda stays as it is."""
        note = self.random.choice(self.contacts)
        text = note.read_bytes()
        note.write_bytes(text.replace(b"## Raise next time", b"Once more, with feeling.\n\n## Raise next time", 1))

    def compare_with_fresh(self) -> list[str]:
        """How the index, after all those edits, differs from one made anew."""
        fresh = Home(self.home.folder.with_name("fresh"))
        shutil.rmtree(fresh.folder, ignore_errors=True)
        fresh.folder.mkdir()
        for home in (self.home, fresh):
            self.run("index", home=home)
        found = [Path(self.run("index", "--path", home=home).strip()) for home in (self.home, fresh)]
        return differences(found[0], found[1])


def cold(bench: Bench) -> list[Found]:
    """The first index of a vault, against a script that loads each note's front matter."""
    ours = bench.command("index")
    naive = alternate(
        floor_command("frontmatter", bench.root), ours, bench.home, bench.rounds, before_ours=bench.forget_index
    )
    reading = alternate(
        floor_command("read", bench.root), ours, bench.home, bench.rounds, before_ours=bench.forget_index
    )
    budget = 8.0 if bench.notes == 100_000 else None
    return [
        Found("cold index", bench.notes, "naive python-frontmatter loop", 0.8, naive, f"peak {naive.peak:.0f} MiB"),
        Found("cold index", bench.notes, "reading every byte", budget, reading, "full text is not in yet"),
    ]


def warm(bench: Bench) -> list[Found]:
    """The agenda once more, nothing having changed; and the list of who is due."""
    bench.settle()
    floor = floor_command("walk", bench.root)
    again = alternate(floor, bench.command("agenda"), bench.home, bench.rounds)
    due = alternate(floor, bench.command("due"), bench.home, bench.rounds)
    budget = {10_000: 1.3, 100_000: 1.15}.get(bench.notes)
    return [
        Found(
            "warm agenda",
            bench.notes,
            "Python, click, sqlite3, walk and stat",
            budget,
            again,
            f"peak {again.peak:.0f} MiB",
        ),
        Found("due", bench.notes, "Python, click, sqlite3, walk and stat", None, due, f"peak {due.peak:.0f} MiB"),
    ]


def _after(bench: Bench, name: str, edit: Callable[[], None], remark: str) -> Found:
    agenda = bench.command("agenda")
    pair = alternate(agenda, agenda, bench.home, bench.rounds, before_floor=bench.settle, before_ours=edit)
    apart = bench.compare_with_fresh()
    if apart:
        raise MeasureError(f"the index differs from a fresh one: {'; '.join(apart)}")
    budget = {10_000: 1.5, 100_000: 1.2}.get(bench.notes)
    return Found(name, bench.notes, "warm agenda", budget, pair, f"{remark}; index equal to a fresh one")


def one_edit(bench: Bench) -> list[Found]:
    """The agenda after one change to a random note, and the index it leaves against a fresh one."""
    return [
        _after(bench, "agenda after an edit in prose", bench.edit_prose, "the block stays as it is"),
        _after(bench, "agenda after an edit in a log", bench.edit_log, "the block may change"),
    ]


def log(bench: Bench) -> list[Found]:
    """One line noted down, against the warm agenda."""
    names = iter(bench.random.sample(bench.contacts, bench.rounds + 1))
    pairs = []
    for index in range(bench.rounds + 1):
        bench.settle()
        words = ("log", f"coffee with {next(names).stem} yesterday, talked about water")
        floor = measure(bench.command("agenda"), bench.home.environment())
        ours = measure(bench.command(*words), bench.home.environment())
        if index:
            pairs.append((floor, ours))
    pair = Pair(tuple(floor for floor, _ in pairs), tuple(ours for _, ours in pairs))
    budget = 1.3 if bench.notes == 10_000 else None
    return [Found("log one line", bench.notes, "warm agenda", budget, pair, "the fsynced write is in it")]


CASES: dict[str, Callable[[Bench], list[Found]]] = {"cold": cold, "warm": warm, "edit": one_edit, "log": log}
