"""Vaultnets and editors that work on the same notes at once, in processes of their own, and what is found in the end.

    found = keep_company(Company(vault, commands=500, processes=8, editors=("append", "vim")), run)
    found.codes, found.saves, found.lost_live, found.lost        ->   {0: 431, 6: 69}, 840, [], []

Every save and every logged sentence carries a word of its own. A note has one editor at most: two that overwrite one
another lose words without any help of ours. An editor that saves the whole text may, in the instant between its own
reading and writing, overwrite what vaultnet wrote; one that appends cannot, and notes without an editor have none.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.vaults import make_vault

ROOT = Path(__file__).parent.parent.parent
_FIRST = "Ada Ben Cleo Dora Emil Fay Gus Hana Ida Jon Kim Lea Max Nora Olga Per Rosa"
PEOPLE = tuple(f"{name} Example" for name in _FIRST.split())
TODAY = "2026-06-15"
_WORD = re.compile(r"\b(?:said|saved)\d+x\d+end\b")
_TROUBLE = re.compile(r"Traceback|database is locked|is a bug in vaultnet|disk I/O error")


@dataclass(frozen=True, slots=True)
class Company:
    """Who works on the vault: so many processes that share `commands`, one editor a manner, each with a note.

    With `saves` the editors share that many, and the processes work until they are done.
    """

    vault: Path
    processes: int
    editors: tuple[str, ...]
    commands: int = 0
    saves: int = 0
    readers: int = 0
    is_watched: bool = False
    is_forked: bool = False  # commands in forks of a process that has loaded vaultnet: a tenth of the time
    seed: int = 1
    pause: float = 1.0  # the most seconds between two saves of an editor


@dataclass(slots=True)
class Found:
    """What was done, and what was found."""

    codes: Counter[int] = field(default_factory=Counter)
    said: int = 0  # sentences that a command said it had noted down
    saves: int = 0
    kept: int = 0  # files in the recovery folder
    longest: float = 0.0  # seconds that one command took
    lost_live: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    overwritten: list[str] = field(default_factory=list)  # our words, under an editor that saves the whole text
    twice: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def report(self) -> str:
        names = ("said", "saves", "kept", "lost_live", "lost", "overwritten", "twice", "torn", "trouble")
        values = ((name, getattr(self, name)) for name in names)
        counts = ", ".join(f"{name} {value if isinstance(value, int) else len(value)}" for name, value in values)
        return f"{sum(self.codes.values())} commands, codes {dict(self.codes)}, longest {self.longest:.1f} s, {counts}"


def make_people(folder: Path, *, with_day: bool = True) -> Path:
    """A vault of people who are all due, with the day's note."""
    notes = [
        f"== People/{name}.md\n---\ntype: contact\ntier: close\nmet: 2020-01-01\n---\n\n## Log\n" for name in PEOPLE
    ]
    day = f"== Daily/{TODAY}.md\n# Monday\n" if with_day else ""
    return make_vault(folder, f"== vaultnet.toml\n[watch]\nquiet = 1\n{''.join(notes)}{day}")


def keep_company(company: Company) -> Found:
    """Everybody works until the commands, or the saves, are done; then the words are looked for."""
    stop = company.vault.parent / "stop"
    found = Found()
    with _Helpers() as helpers:
        watchers = [helpers.start(_watch(company.vault))] if company.is_watched else []
        share = str(company.saves // max(1, len(company.editors)))
        editors = [
            helpers.start([*_this("edit"), str(_note(company.vault, at)), manner, str(company.pause), str(stop), share])
            for at, manner in enumerate(company.editors)
        ]
        steady = [str(_note(company.vault, at)) for at in _steady(company)]
        readers = [helpers.start([*_this("read"), str(stop), *steady]) for _ in range(company.readers)]
        ours = [helpers.start(_work(company, number, stop)) for number in range(company.processes)]
        saved = [word for one in editors for word in json.loads(_ended(one))] if company.saves else []
        if company.saves:
            stop.touch()
        said = [word for one in ours for word in _told(one, found)]
        stop.touch()
        saved = saved or [word for one in editors for word in json.loads(_ended(one))]
        found.torn = [note for one in readers for note in json.loads(_ended(one))]
        for one in watchers:
            one.terminate()
            assert one.wait(60) == 0
    found.said, found.saves = len(said), len(saved)
    _look(company, said, saved, found)
    return found


def _work(company: Company, number: int, stop: Path) -> list[str]:
    share = company.commands // company.processes
    seed = company.seed * 1000 + number
    return [*_this("work"), str(company.vault), str(share), str(seed), str(stop), str(int(company.is_forked))]


def _steady(company: Company) -> Iterable[int]:
    """Notes that nobody cuts to nothing while saving them: a reader must always see them whole."""
    whole = {"append", "rename_over", "vs_code_atomic", "sync_service", "sed"}
    return (at for at in range(len(PEOPLE)) if at >= len(company.editors) or company.editors[at] in whole)


def _note(vault: Path, at: int) -> Path:
    return vault / "People" / f"{PEOPLE[at]}.md"


def _this(work: str) -> list[str]:
    return [sys.executable, "-m", "tests.promises.company_work", work]


def _watch(vault: Path) -> list[str]:
    return [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", TODAY, "watch", "--json"]


class _Helpers:
    """The processes that were started; none outlives the test."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._running:
            if one.poll() is None:
                one.kill()
            one.communicate()

    def start(self, line: Sequence[str]) -> subprocess.Popen[bytes]:
        out = subprocess.DEVNULL if "watch" in line else subprocess.PIPE
        self._running.append(subprocess.Popen(line, stdout=out, cwd=ROOT))
        return self._running[-1]


def _ended(process: subprocess.Popen[bytes]) -> bytes:
    out, _ = process.communicate(timeout=3600)
    assert process.returncode == 0, process.args
    return out


def _told(process: subprocess.Popen[bytes], found: Found) -> list[str]:
    told = json.loads(_ended(process))
    found.codes.update({int(code): count for code, count in told["codes"].items()})
    found.longest = max(found.longest, told["longest"])
    found.trouble += [text for text in told["words"] if _TROUBLE.search(text)]
    return list(told["said"])


def _look(company: Company, said: list[str], saved: list[str], found: Found) -> None:
    live = {note.stem: _words(note) for note in sorted((company.vault / "People").glob("*.md"))}
    kept = kept_files(company.vault)
    found.kept = len(kept)
    everything = Counter(word for words in live.values() for word in words)
    anywhere = everything + Counter(word for file in kept for word in _words(file))
    found.lost_live = [word for word in saved if not everything[word]]
    found.lost = [word for word in saved if not anywhere[word]]
    found.twice = [word for word, count in everything.items() if count > 1]
    safe = {PEOPLE[at] for at in range(len(PEOPLE)) if at >= len(company.editors) or company.editors[at] == "append"}
    for line in said:
        name, _, word = line.rpartition(" ")
        if not everything[word]:
            (found.lost if name in safe else found.overwritten).append(word)
    left = [path.name for path in company.vault.rglob(".vn~*")]
    found.trouble += [f"left behind: {name}" for name in left]


def kept_files(vault: Path) -> list[Path]:
    """What the recovery folders hold, in the vault and outside."""
    places = (vault / ".vaultnet" / "recovery", *Path(os.environ["XDG_STATE_HOME"]).glob("vaultnet/vaults/*/recovery"))
    files = (file for place in places if place.is_dir() for file in sorted(place.iterdir()) if file.is_file())
    return [file for file in files if file.suffix != ".json" and file.name != ".gitignore"]


def _words(file: Path) -> list[str]:
    return _WORD.findall(file.read_bytes().decode(errors="replace"))
