"""Ten thousand saves in every editor's manner while `vaultnet watch` writes to the same notes: none may be lost.

    python -m benchmarks.watch_soak [--saves 10000] [--seed 1]

Each save adds a line with a word of its own to a contact's log; now and then an item of the agenda is ticked, so that
the watcher writes to the notes that are being saved. At the end every word must be in the live note or in the recovery
folder, every tick absorbed once, the index equal to a fresh one; and the watcher's memory where it was.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.equality import differences
from benchmarks.generate import TODAY, generate
from benchmarks.measure import Home
from benchmarks.watching import Watching, index_of, wait_until, watching
from tests.frontends.editors import EDITORS

_NOTES = 300
_TICK_EVERY = 50  # saves
_REST_EVERY = 25  # saves: then for about as long as the watcher waits before it writes, so that both meet
_LOOKS_AT_MEMORY = 20
_FIRST_OPEN = re.compile(r"^- \[ \] (?=.*\^vn-)", re.MULTILINE)


@dataclass(slots=True)
class Soak:
    """What was done, and what was found in the end."""

    saves: int = 0
    ticks: int = 0
    seconds: float = 0.0
    memory: list[float] = field(default_factory=list)
    lost_live: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    events: dict[str, int] = field(default_factory=dict)


def soak(saves: int, seed: int) -> Soak:
    with tempfile.TemporaryDirectory(prefix="vaultnet-soak-") as place:
        home = Home(Path(place) / "home")
        home.folder.mkdir()
        root = Path(place) / "vault"
        generate(root, _NOTES, seed)
        with (root / "vaultnet.toml").open("a") as settings:
            settings.write("\n[watch]\nquiet = 1\ncreate = true\n\n[agenda]\npeople = 200\nminutes = 2000\n")
        with watching(root, home, TODAY.isoformat()) as watcher:
            found = _save(root, watcher, saves, random.Random(seed))
            _rest(watcher)
            found.memory.append(watcher.memory())
            for event in watcher.events():
                found.events[event["event"]] = found.events.get(event["event"], 0) + 1
        _look_for_words(root, home, found)
        _compare_indexes(root, home, Path(place), found)
    return found


def _save(root: Path, watcher: Watching, saves: int, chance: random.Random) -> Soak:
    contacts = sorted((root / "People").rglob("*.md"))
    day = root / "Daily" / f"{TODAY:%Y/%m/%Y-%m-%d}.md"
    wait_until(day.exists, "the day's note")
    found, began = Soak(), time.perf_counter()
    editors = list(EDITORS.values())
    for number in range(saves):
        note = chance.choice(contacts)
        text = note.read_bytes().decode().replace("\r\n", "\n")
        chance.choice(editors)(note, f"{text.rstrip()}\n- 2019-06-01 call: {_word(number)}\n")
        found.saves += 1
        if number % _TICK_EVERY == _TICK_EVERY - 1:
            found.ticks += _tick(day)
        if number % max(1, saves // _LOOKS_AT_MEMORY) == 0:
            found.memory.append(watcher.memory())
        time.sleep(chance.uniform(0.9, 1.5) if number % _REST_EVERY == 0 else chance.random() * 0.01)
    found.seconds = time.perf_counter() - began
    return found


def _tick(day: Path) -> int:
    """Tick the first open item as an editor does that has the note open; how many that were."""
    ticked, count = _FIRST_OPEN.subn("- [x] ", day.read_text(), count=1)
    day.write_text(ticked)
    return count


def _word(number: int) -> str:
    return f"word{number:06}end"


def _rest(watcher: Watching) -> None:
    """Until nothing has been told for a while that is longer than all its waits."""
    last, since = -1, time.monotonic()
    while time.monotonic() - since < 12.0:
        count = len(watcher.events())
        if count != last:
            last, since = count, time.monotonic()
        time.sleep(0.2)


def _look_for_words(root: Path, home: Home, found: Soak) -> None:
    live = "".join(file.read_bytes().decode() for file in root.rglob("*.md"))
    kept = [file for file in home.folder.rglob("recovery/*") if file.is_file()]
    everywhere = live + "".join(file.read_bytes().decode(errors="replace") for file in kept)
    words = [_word(number) for number in range(found.saves)]
    in_live, anywhere = set(re.findall(r"word\d{6}end", live)), set(re.findall(r"word\d{6}end", everywhere))
    found.lost_live = [word for word in words if word not in in_live]
    found.lost = [word for word in words if word not in anywhere]


def _compare_indexes(root: Path, home: Home, place: Path, found: Soak) -> None:
    """The watcher's index as it left it, and one made anew."""
    fresh = Home(place / "fresh")
    fresh.folder.mkdir()
    index = [sys.executable, "-m", "vaultnet", "-C", str(root), "index"]
    subprocess.run(index, env=fresh.environment(), capture_output=True, check=True)
    found.apart = differences(index_of(root, home), index_of(root, fresh))


def report(found: Soak) -> str:
    early, late = found.memory[len(found.memory) // 10], found.memory[-1]
    rows = (
        ("saves, in eight editors' manners", f"{found.saves:,} in {found.seconds:.0f} s"),
        ("items ticked", f"{found.ticks}"),
        ("events told", ", ".join(f"{name} {count:,}" for name, count in sorted(found.events.items()))),
        ("words not in the live notes", f"**{len(found.lost_live)}**"),
        ("words lost altogether", f"**{len(found.lost)}**"),
        ("tables that differ from a fresh index", f"**{len(found.apart)}**"),
        ("memory after a tenth, and in the end, MiB", f"{early:.1f}, {late:.1f} (most {max(found.memory):.1f})"),
    )
    return "\n".join(["| What | Found |", "| --- | --- |", *(f"| {what} | {value} |" for what, value in rows)])


def main() -> None:
    """Exit code 1 when anything was lost, or the index is not what a fresh one is."""
    parser = argparse.ArgumentParser(description="Save in every editor's manner while watch is at work.")
    parser.add_argument("--saves", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    found = soak(given.saves, given.seed)
    print(report(found))
    for line in (*found.lost[:20], *found.apart):
        print(line, file=sys.stderr)
    sys.exit(bool(found.lost or found.apart))


if __name__ == "__main__":
    main()
