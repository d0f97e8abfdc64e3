"""A dozen operations on one small vault, always the same: what `make bench-check` counts the instructions of.

workshop = Workshop(Path("/tmp/place"))
OPERATIONS["agenda, nothing changed"](workshop)    ->    [".venv/bin/python", ".venv/bin/vaultnet", "-C", "...", "agenda"]

Calling one brings about the state that it needs, so that it can be run again and again, and gives its command line.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.cases_apart import DRIVER, Merging
from benchmarks.import_rows import write_connections
from benchmarks.measure import Home
from benchmarks.subject import RARE, Subject

_NOTES, _ROWS, _KILOBYTES = 300, 200, 20


class Workshop:
    """The vault and its user's folders; `environment` of the operation that was prepared last."""

    def __init__(self, place: Path) -> None:
        self.subject = Subject(place, _NOTES, rounds=1)
        self.merging = Merging(place, _KILOBYTES)
        self.export = place / "Connections.csv"
        self.environment = self.subject.home.environment()
        write_connections(self.export, _ROWS)
        self.subject.settle()

    def line(self, *words: str) -> list[str]:
        return [sys.executable, *self.subject.command(*words)]

    def settled(self, *words: str) -> list[str]:
        self.subject.settle()
        return self.line(*words)

    def after_an_edit(self) -> list[str]:
        self.subject.settle()
        self._edit()
        return self.line("agenda")

    def _edit(self) -> None:
        """The same note every time, and as long as it was."""
        note = self.subject.contacts[0]
        text = note.read_bytes()
        old, new = (b"## Raise next time", b"## Raise next Time")[:: 1 if b"## Raise next time" in text else -1]
        note.write_bytes(text.replace(old, new, 1))

    def cold(self) -> list[str]:
        self.subject.forget_index()
        return self.line("index")

    def found(self) -> list[str]:
        self.subject.settle()
        self.subject.run("find", RARE)
        return self.line("find", RARE)

    def completed(self) -> list[str]:
        words = f"vaultnet -C {self.subject.root} show Ad"
        asking = {"_VAULTNET_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "4"}
        self.environment = Home(self.subject.home.folder, asking).environment()
        return self.line()[:2]

    def merged(self) -> list[str]:
        self.merging.lay_out()
        return [sys.executable, "-EP", "-m", DRIVER, *self.merging.words]


def _log(workshop: Workshop) -> list[str]:
    name = workshop.subject.contacts[1].stem
    return workshop.settled("log", f"2026-06-14 coffee with {name}, talked about water")


OPERATIONS: dict[str, Callable[[Workshop], list[str]]] = {
    "help": lambda shop: shop.line("--help"),
    "completion of a name": Workshop.completed,
    "agenda, nothing changed": lambda shop: shop.settled("agenda"),
    "agenda after one edit": Workshop.after_an_edit,
    "cold index": Workshop.cold,
    "due": lambda shop: shop.settled("due"),
    "find": Workshop.found,
    "log one line": _log,
    "show": lambda shop: shop.settled("show", shop.subject.contacts[2].stem),
    "dates": lambda shop: shop.settled("dates"),
    "review": lambda shop: shop.settled("review", "--stdout"),
    "check": lambda shop: shop.settled("check"),
    "merge driver": Workshop.merged,
    "import, plan": lambda shop: shop.settled("import", "linkedin", str(shop.export)),
}
