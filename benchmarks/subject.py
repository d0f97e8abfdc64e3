"""What is measured: a generated vault, and the folders of a user who has nothing but that.

subject = Subject(Path("/tmp/place"), notes=10_000, rounds=7)
alternate(floor_command("walk", subject.root), subject.command("agenda"), subject.home, subject.rounds)
"""

import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.equality import differences
from benchmarks.generate import TODAY, generate
from benchmarks.measure import Home, MeasureError
from benchmarks.shapes import SHAPES

RARE = "zeugmatic"  # stands in three notes
_RARE_IN = 3
_SETTLE = 2.3  # s: files changed later than two seconds before a scan are looked at again by the next one
_ASKING = ("Follow up**", "Reach out**")  # the sections of an agenda that a word with somebody settles
_NAMED = re.compile(r"^- \[ \] [^\[\n]*\[\[([^\]|]+)", re.MULTILINE)
_LOG_LINE = "- 2026-05-30 coffee: a line that was not there before"


class Subject:
    """`rounds` of each measurement that counts; `of` is what its size counts, in the report."""

    def __init__(self, place: Path, notes: int, rounds: int, shape: str = "proportional") -> None:
        self.notes, self.rounds, self.place, self.of = notes, rounds, place, SHAPES[shape].of
        self.root, self.home = place / "vault", Home(place / "home")
        self.random = random.Random(notes)
        self.home.folder.mkdir(parents=True)
        generate(self.root, notes, shape=shape)
        self.day_note = self.root / f"Daily/{TODAY:%Y/%m/%Y-%m-%d}.md"
        self.contacts = sorted((self.root / "People").rglob("*.md"))
        for note in self.random.sample(self.contacts, _RARE_IN):
            self._log(note, f"- 2026-01-30 call: a {RARE} remark")

    def command(self, *words: str) -> list[str]:
        program = str(Path(sys.executable).with_name("vaultnet"))
        return [program, "-C", str(self.root), "--today", TODAY.isoformat(), *words]

    def run(self, *words: str, home: Home | None = None) -> str:
        """One run that is not measured, and what it printed. Raises MeasureError."""
        environment = (home or self.home).environment()
        done = subprocess.run(self.command(*words), env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            last = done.stderr.strip().rpartition("\n")[2]
            raise MeasureError(f"{words[0]}: exit code {done.returncode}: {last[:200]}")
        return done.stdout

    def forget_index(self) -> None:
        shutil.rmtree(self.home.folder / "cache", ignore_errors=True)

    def settle(self) -> None:
        """No file is so fresh any more that it has to be looked at twice, and the agenda stands."""
        time.sleep(_SETTLE)
        self.run("agenda")
        self.run("agenda")

    def edit_log(self) -> None:
        """A new line in somebody's log, at random: who is due may change, the agenda seldom does."""
        self._log(self.random.choice(self.contacts), _LOG_LINE)

    def edit_shown(self) -> None:
        """A new line in the log of somebody whom the agenda names as to be asked again or spoken with: as of yesterday
        that is done, and the agenda changes.
        """
        parts = self.day_note.read_text(encoding="utf-8").split("\n**")
        names = {name for part in parts if part.startswith(_ASKING) for name in _NAMED.findall(part)}
        shown = [note for note in self.contacts if note.stem in names]
        self._log(self.random.choice(shown or self.contacts), _LOG_LINE.replace("2026-05-30", "2026-06-14"))

    def edit_prose(self) -> None:
        """A word in somebody's note: the agenda stays as it is."""
        self._replace(
            self.random.choice(self.contacts), b"## Raise next time", b"Once more, with feeling.\n\n## Raise next time"
        )

    def edit_a_hundred(self) -> None:
        """A word in a hundred people's notes."""
        for note in self.random.sample(self.contacts, min(100, len(self.contacts))):
            self._replace(note, b"## Raise next time", b"Once more, with feeling.\n\n## Raise next time")

    def compare_with_fresh(self) -> None:
        """Raises MeasureError where the index, after all those edits, differs from one made anew."""
        fresh = Home(self.home.folder.with_name("fresh"))
        shutil.rmtree(fresh.folder, ignore_errors=True)
        fresh.folder.mkdir()
        for home in (self.home, fresh):
            self.run("find", RARE, home=home)  # which brings both up to date, with full text
            self.run("due", home=home)  # and works out what is kept of the newest touches
        found = [Path(self.run("index", "--path", home=home).strip()) for home in (self.home, fresh)]
        apart = differences(found[0], found[1])
        if apart:
            raise MeasureError(f"the index differs from a fresh one: {'; '.join(apart)}")

    def _log(self, note: Path, line: str) -> None:
        end = b"\r\n" if b"\r\n" in note.read_bytes() else b"\n"
        self._replace(note, b"## Log" + end, b"## Log" + end + line.encode() + end)

    def _replace(self, note: Path, old: bytes, new: bytes) -> None:
        note.write_bytes(note.read_bytes().replace(old, new, 1))
