"""Cases whose size is not that of the vault: git's merge of one long note, and an import of many rows.

merge(place, kilobytes=100, rounds=7)     ->    [Found("merge driver", 100, "start", 3.1, of="kB", ...)]
bring_in(place, rows=10_000, rounds=7)    ->    [Found("import, plan", 10_000, "", 0.4, unit="ms a row", ...), ...]
"""

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.found import Found, profiled, ratio
from benchmarks.generate import TODAY
from benchmarks.import_rows import write_connections
from benchmarks.measure import Home, alternate, floor_command, measure
from benchmarks.profiles import profile, profile_module

DRIVER = "vaultnet.frontends.git.merge_driver"
_HEAD = (
    '---\ntype: contact\nuid: 0f9c1f0e-5d5a-4a58-9a0f-3a4a2c1f0b11\ncompany: "[[Tidemark]]"\ntier: close\n---\n## Log\n'
)
_LINE = "- {day} coffee: talked about water, number {number}, and what the new rules leave out\n"


class Merging:
    """Three versions of a note of so many kilobytes. Both sides have logged a line, one has changed a key and the other
    an old line: nothing is in dispute.
    """

    def __init__(self, place: Path, kilobytes: int) -> None:
        days = (f"2025-{9 - i // 1000 % 9:02}-{28 - i % 28:02}" for i in range(kilobytes * 11))
        base = _HEAD + "".join(_LINE.format(day=day, number=number) for number, day in enumerate(days))
        ours = base.replace("## Log\n", "## Log\n- 2026-06-14 call: from here\n", 1).replace(
            "tier: close", "tier: wide"
        )
        theirs = base.replace("## Log\n", "## Log\n- 2026-06-13 letter to: from there\n", 1)
        self.texts = {"base": base, "ours": ours, "theirs": theirs.replace("number 99,", "once more,")}
        self.files = {name: place / f"{name}.md" for name in self.texts}
        self.words = [*map(str, self.files.values()), "People/Ada.md"]
        self.kilobytes = len(base) // 1000

    def lay_out(self) -> None:
        for name, text in self.texts.items():
            self.files[name].write_text(text, encoding="utf-8")


def merge(place: Path, kilobytes: int, rounds: int) -> list[Found]:
    home, merging = Home(place / "home"), Merging(place, kilobytes)
    home.folder.mkdir()
    line = [sys.executable, "-EP", "-m", DRIVER, *merging.words]
    pair = alternate(floor_command("start", place), line, home, rounds, before_ours=merging.lay_out)
    merging.lay_out()
    found = ratio("merge driver", kilobytes, "start", pair, f"a note of {merging.kilobytes} kB", "kB")
    return [profiled(found, lambda: profile_module(DRIVER, merging.words, home))]


def bring_in(place: Path, rows: int, rounds: int) -> list[Found]:
    """Into an empty vault, which is made anew for each round: the plan by itself, then the plan and its writing."""
    vault, home = place / "vault", Home(place / "home")
    home.folder.mkdir()
    export = place / "Connections.csv"
    write_connections(export, rows)
    line = [str(Path(sys.executable).with_name("vaultnet")), "-C", str(vault), "--today", TODAY.isoformat()]
    plan = [*line, "import", "linkedin", str(export)]
    apply = [*line, "-q", "import", "linkedin", str(export), "--apply"]

    def empty() -> None:
        for folder in (vault, place / "plain", home.folder / "cache", home.folder / "state"):
            shutil.rmtree(folder, ignore_errors=True)
        vault.mkdir()
        (vault / "vaultnet.toml").touch()

    empty()
    planning = alternate(floor_command("start", place), plan, home, rounds, before_ours=empty)
    measure(apply, home.environment())
    packed = _pack(vault, place)
    floor = [*floor_command("batches", place)[:-1], str(packed)]
    written = alternate(floor, apply, home, rounds, before_floor=empty, before_ours=empty, is_warm=True)

    def profile_anew(command: list[str]) -> str:
        empty()
        return profile(command, home)

    planned = ratio("import, plan", rows, "", planning, f"{planning.cpu:.2f} s of CPU", "rows")
    planned = replace(planned, value=planning.cpu / rows * 1000, unit="ms a row")
    applied = ratio("import --apply", rows, "batched writes", written, of="rows")
    by_wall = replace(
        applied,
        value=written.wall / written.floor_wall,
        remark=f"by the wall: {written.wall:.2f} s over {written.floor_wall:.2f} s; one step of `undo` is kept",
    )
    return [
        profiled(planned, lambda: profile_anew(plan)),
        profiled(by_wall, lambda: profile_anew(apply)),
    ]


def _pack(vault: Path, place: Path) -> Path:
    """What the import has written, for the floor to write again: all but hidden files."""
    notes = sorted(file for file in vault.rglob("*.md") if file.is_file())
    files = [[str(place / "plain" / file.relative_to(vault)), file.read_bytes().decode()] for file in notes]
    packed = place / "packed.json"
    packed.write_text(json.dumps(files), encoding="utf-8")
    return packed
