"""Every command in a stranger's vault, in one process that notes what it is about to do (an audit hook).

python -m tests.promises.stranger_walk VAULT REPORT     prints each command's output behind a line that names it
REPORT: {"events": [[words, what], ...], "modules": [...], "codes": {words: code}}

Run by test_s01_strangers_vault.py with a terminal as its output.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import COMMANDS, run

MARK = "\n=====\u2192 "
# What answers the question of each command.
LINES: tuple[tuple[str, ...], ...] = (
    ("check",), ("check", "--hygiene"), ("due", "--all"), ("agenda", "--stdout"), ("agenda",), ("absorb",), ("brief", "Ada", "--stdout"),
    ("brief", "Lunch"), ("coverage", "--all"), ("dates", "--within", "1y"), ("debrief", "Lunch"), ("draft", "Ada"),
    ("draft", "=cmd()", "--note"), ("drive", "--all"), ("dupes",), ("export", "csv", "--all"), ("export", "vcard", "--all"),
    ("export", "ics"), ("facts",), ("find", "evil"), ("find", "has:email"), ("followups", "--all"), ("forget", "Raw"), ("give", "--all"),
    ("goals",), ("import",), ("import", "csv", "rows.csv"), ("import", "csv", "rows.csv", "--apply"), ("import", "vcard", "cards.vcf", "--apply"),
    ("index",), ("index", "--rebuild"), ("introductions", "--all"), ("labels", "--stdout"), ("log", "coffee with Ada \x1b[31m today"),
    ("log", "coffee with **Ev\x1b[31mil \x9b2J** today"), ("merge", "Ben", "Cy"), ("migrate", "--dry-run"), ("network",),
    ("network", "--format", "svg", "--stdout"), ("network", "--format", "mermaid", "--stdout"), ("new", "contact", "../../x\x1b[31m"),
    ("new", "contact", "New", "\x9bOne"), ("news",), ("path", "Wanda"), ("plan", "Ada"), ("promises", "--all"), ("query", "SELECT * FROM contacts"),
    ("query", "ATTACH 'x' AS y"), ("rename", "Wanda", "Wanda\x1b[31m Two"), ("review", "--stdout"), ("review",), ("set", "tier=close", "role=\x1b[31m"),
    ("show", "Mal"), ("show", "=cmd()"), ("show", "Ada"), ("show", "nobody\x1b[31m\x9b"), ("snooze", "Ada", "next \x1b[31m friday"), ("snooze", "Ada", "2027-01-01"),
    ("stats",), ("targets", "--all"), ("targets", "--canvas"), ("triage", "--list"), ("triage", "--note", "--stdout"), ("trust", "--show"), ("undo",),
    ("wishlist",), ("config",), ("doctor",), ("resolve",), ("git", "install", "--check"), ("completion", "bash"), ("agenda", "--no\x1b[31m"), ("nosuch\x1b[31m\x9b",), ("init",),
)  # fmt: skip
NOT_WALKED = {"watch"}  # does not end by itself; it does nothing that `agenda` and `index` do not
_AS_JSON = {"check", "due", "show", "find", "import", "log"}
_RUNS = (
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.fork",
    "pty.",
    "socket.",
    "urllib.",
    "webbrowser.",
)
_PATHS = {"open": 1, "os.listdir": 1, "os.scandir": 1, "os.rename": 2, "os.remove": 1, "os.mkdir": 1, "os.rmdir": 1, "os.link": 2,
          "os.symlink": 2, "os.truncate": 1, "os.chmod": 1, "sqlite3.connect": 1, "shutil.rmtree": 1}  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Watch:
    """`readable` and `writable` are folders, as real paths; `words` is the command line that runs now."""

    def __init__(self, readable: tuple[str, ...], writable: tuple[str, ...]) -> None:
        self.readable, self.writable = readable, writable
        self.words = ""
        self.events: list[tuple[str, str]] = []
        self._looks = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.words or self._looks:
            return
        self._looks = True
        try:
            if event.startswith(_RUNS):
                self.note(f"{event} {arguments!r}"[:200])
            for path in arguments[: _PATHS.get(event, 0)]:
                self._path(event, path, arguments)
        finally:
            self._looks = False

    def note(self, what: str) -> None:
        self.events.append((self.words, what))

    def _path(self, event: str, path: object, arguments: tuple[Any, ...]) -> None:
        """A relative one belongs to an open folder: it is one name, and never `..`."""
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.fsdecode(path).removeprefix("file://").partition("?mode=")[0]
        if not name.startswith("/"):
            if "/" in name or name == "..":
                self.note(f"{event} of {name!r}")
            return
        writes = event not in {"os.listdir", "os.scandir", "open", "sqlite3.connect"}
        writes |= event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & _WRITING)
        allowed = self.writable if writes else self.readable
        real = os.path.realpath(name)
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_NOFOLLOW:
            real = (
                f"{os.path.realpath(Path(name).parent)}/{Path(name).name}"  # a symlink there is refused by the kernel
            )
        if not real.startswith(allowed):
            self.note(f"{event} {'writes' if writes else 'reads'} {name!r}")


def walk(vault: Path, report: Path) -> None:
    home = os.path.realpath(os.environ["HOME"])
    inside = (os.path.realpath(vault), home, "/dev/")
    python = tuple(os.path.realpath(place) for place in (sys.prefix, sys.base_prefix, *sys.path) if place)
    watch = Watch((*inside, *python, "/proc/", "/usr/share/zoneinfo", "/etc/localtime"), inside)
    sys.addaudithook(watch)
    codes = {}
    for line in LINES:
        for more in ((), ("--json",)) if line[0] in _AS_JSON else ((),):
            watch.words = " ".join((*line, *more))
            sys.stdout.write(f"{MARK}{watch.words!a}\n")
            sys.stdout.flush()
            words = ["-C", str(vault), "--today", "2026-06-15", "--no-color", *line, *more]
            codes[watch.words] = run(words, Flags(words=("vaultnet", *line)))
            sys.stderr.flush()
    watch.words = ""
    files = {name: str(getattr(module, "__file__", "") or "") for name, module in sys.modules.items()}
    modules = [name for name, file in files.items() if file.startswith(os.path.realpath(vault))]
    report.write_text(json.dumps({"events": watch.events, "modules": modules, "codes": codes}))


if __name__ == "__main__":
    assert {line[0] for line in LINES} | NOT_WALKED >= set(COMMANDS)
    walk(Path(sys.argv[1]), Path(sys.argv[2]))
