"""Some operations on one small vault, always the same: what `make bench-check` counts the instructions of.

workshop = Workshop(Path("/tmp/place"))
OPERATIONS["agenda, nothing changed"](workshop)    ->    [".venv/bin/python", ".venv/bin/vaultnet", "-C", "...", "agenda"]

Calling one brings about the state that it needs, so that it can be run again and again, and gives its command line.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from benchmarks.cases_apart import DRIVER, Merging
from benchmarks.generate import TODAY
from benchmarks.import_rows import write_connections
from benchmarks.measure import Home
from benchmarks.subject import RARE, Subject
from benchmarks.watching import Watching, watching

_NOTES, _ROWS, _KILOBYTES = 300, 200, 20
_RAISE, _LOG = b"## Raise next time\n", b"## Log\n"


class Workshop:
    """The vault and its user's folders; `environment` of the operation that was prepared last, and its watcher if any."""

    def __init__(self, place: Path) -> None:
        self.beside = ExitStack()
        self.watcher: Watching | None = None
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

    def clear(self) -> None:
        """After an operation: nothing runs beside the next, and its environment is the usual one."""
        self.beside.close()
        self.watcher = None
        self.environment = self.subject.home.environment()

    def after_an_edit(self, before: bytes, after: bytes) -> list[str]:
        """In the same note every time: one into the other, and the next time back again."""
        self.subject.settle()
        note = self.subject.contacts[0]
        text = note.read_bytes().replace(b"\r\n", b"\n")
        old, new = (after, before) if after in text else (before, after)
        note.write_bytes(text.replace(old, new, 1))
        return self.line("agenda")

    def vouched(self) -> list[str]:
        """With `watch` at work beside it."""
        if self.watcher is None:
            self.subject.edit_prose()  # so that its first look finds something, and says so
            root, home = self.subject.root, self.subject.home
            self.watcher = self.beside.enter_context(watching(root, home, TODAY.isoformat()))
        return self.settled("agenda")

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


def _logged(workshop: Workshop) -> list[str]:
    name = workshop.subject.contacts[1].stem
    return workshop.settled("log", f"2026-06-14 coffee with {name}, talked about water")


OPERATIONS: dict[str, Callable[[Workshop], list[str]]] = {
    "help": lambda shop: shop.line("--help"),
    "completion of a name": Workshop.completed,
    "agenda, nothing changed": lambda shop: shop.settled("agenda"),
    "agenda after an edit in prose": lambda shop: shop.after_an_edit(_RAISE, b"Once more.\n\n" + _RAISE),
    "agenda after an edit in a log": lambda shop: shop.after_an_edit(_LOG, _LOG + b"- 2026-06-13 call: hello\n"),
    "agenda beside watch": Workshop.vouched,
    "cold index": Workshop.cold,
    "due": lambda shop: shop.settled("due"),
    "find": Workshop.found,
    "log one line": _logged,
    "show": lambda shop: shop.settled("show", shop.subject.contacts[2].stem),
    "dates": lambda shop: shop.settled("dates"),
    "review": lambda shop: shop.settled("review", "--stdout"),
    "check": lambda shop: shop.settled("check"),
    "merge driver": Workshop.merged,
    "import, plan": lambda shop: shop.settled("import", "linkedin", str(shop.export)),
}
