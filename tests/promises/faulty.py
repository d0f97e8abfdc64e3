"""A command line in a child process whose system calls kill it, or fail, at a chosen one.

    done = run_command(vault, ("log", "coffee with Ada"), Fault("rename", 2, SIGKILL))
    done.code, done.err, done.uses      ->   -9, "", {}              (`uses`: of each call, where nothing was to fail)

The calls are those of the one table (`storage/system_calls.py`); what goes by it is caught where Python tells of it:
`py:open` and the like by an audit hook, and every statement that writes to the index as `sqlite`.
"""

import errno
import gc
import json
import os
import random
import signal
import sqlite3
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tests.promises.writing_commands import DAY
from tests.storage.faults import FALLIBLE
from tests.vaults import snapshot
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import run
from vaultnet.storage.journal import Journal
from vaultnet.storage.system_calls import SYSTEM

KILL = 0
SHORT = -1  # of a write: only half of it is taken
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_EVENTS = {"os.rename", "os.remove", "os.mkdir", "os.link", "os.truncate", "os.chmod", "os.rmdir"}
_TRACED = {"write", "fsync", "exchange", "move_new", "rename", "link"}
_OF_SQLITE = {errno.ENOSPC: sqlite3.SQLITE_FULL, errno.EDQUOT: sqlite3.SQLITE_FULL, errno.EROFS: sqlite3.SQLITE_READONLY,
              errno.EACCES: sqlite3.SQLITE_READONLY, errno.EMFILE: sqlite3.SQLITE_CANTOPEN}  # fmt: skip


class Fault(NamedTuple):
    """At the `at`-th use of a call: KILL, or an errno; `is_after`: killed once it is done; `stays`: also ever after."""

    call: str
    at: int
    number: int = KILL
    is_after: bool = False
    stays: bool = False

    def __str__(self) -> str:
        what = "killed" if self.number == KILL else "short" if self.number == SHORT else errno.errorcode[self.number]
        return f"{what}{' after' if self.is_after else ''}{' from' if self.stays else ' at'} {self.call} {self.at}"


class Done(NamedTuple):
    """How the command line ended: code below 0 for a signal; and, of a good run, its uses and the states between."""

    code: int
    out: str
    err: str
    uses: dict[str, int]
    planned: dict[str, int]
    states: list[dict[str, str]]
    trace: list[list[Any]]


@dataclass
class _Trap:
    """What happens at each call. Kept in the child only, so nothing has to be put back."""

    fault: Fault | None
    inside: str
    uses: Counter[str] = field(default_factory=Counter)
    planned: Counter[str] = field(default_factory=Counter)  # the uses of each call before the first write
    trace: list[list[Any]] = field(default_factory=list)  # of the calls that make something last
    depth: int = 0

    def at_call(self, name: str, real: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        if self.depth:
            return real(*arguments, **options)
        is_struck = self._strike(name)
        if name in _TRACED:
            self.trace.append([name, *map(_seen, arguments)])
        if is_struck and self.fault and self.fault.number == SHORT:
            fd, data = arguments
            arguments = (fd, data[: max(1, len(data) // 2)])
        self.depth += 1
        try:
            result = real(*arguments, **options)
        finally:
            self.depth -= 1
            if is_struck and self.fault and self.fault.is_after:  # a call that found no such file is over, too
                os.kill(os.getpid(), signal.SIGKILL)
        return result

    def at_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.depth or (event not in _EVENTS and event != "open"):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
            return
        name = arguments[0]
        if isinstance(name, str | bytes | os.PathLike) and os.fsdecode(name).startswith(self.inside):
            self._strike(f"py:{event}")

    def _strike(self, name: str) -> bool:
        """Count the call; True where the fault is this one and takes place around it."""
        if name == "write" and not self.planned:
            self.planned = Counter(self.uses)
        self.uses[name] += 1
        fault = self.fault
        if fault is None or fault.call != name:
            return False
        if self.uses[name] != fault.at and not (fault.stays and self.uses[name] > fault.at):
            return False
        if fault.is_after or fault.number == SHORT:
            return True
        if fault.number == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if name == "sqlite":
            error = sqlite3.OperationalError("the disk says no")
            error.sqlite_errorcode = _OF_SQLITE.get(fault.number, sqlite3.SQLITE_IOERR)
            raise error
        raise OSError(fault.number, os.strerror(fault.number))


class _Connection(sqlite3.Connection):
    """Statements that write are calls too."""

    trap: _Trap

    def __init__(self, database: Any, *arguments: Any, **options: Any) -> None:
        self._is_on_disk = str(database) != ":memory:"
        super().__init__(database, *arguments, **options)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        done: sqlite3.Cursor = self._call(sql, super().execute, sql, parameters)
        return done

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
        done: sqlite3.Cursor = self._call(sql, super().executemany, sql, parameters)
        return done

    def _call(self, sql: str, real: Callable[..., Any], *arguments: Any) -> Any:
        if not self._is_on_disk or sql.lstrip()[:6].upper() in {"SELECT", "PRAGMA", "ROLLBA"}:
            return real(*arguments)
        return self.trap.at_call("sqlite", real, *arguments)


def run_command(vault: Path, words: Sequence[str], fault: Fault | None = None, *, counted: bool = False) -> Done:
    """One command line in a child; everything that it draws by chance is the same each time."""
    out, err, told = (vault.parent / f"{name}.txt" for name in ("out", "err", "told"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of threads, which xdist has
        child = os.fork()
    if child == 0:
        code = 99
        try:
            gc.disable()
            _speak_into(out, err)
            code = _as_command(vault, words, fault, told if counted else None)
            sys.stdout.flush()
            sys.stderr.flush()
        except BaseException:  # noqa: BLE001  (a child must never come back into pytest)
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    found = json.loads(told.read_text()) if counted and told.exists() else ((), {}, {}, [], [])
    modules, uses, planned, states, trace = found
    for module in modules:  # so that the next child finds them loaded
        import_module(module)
    return Done(code, out.read_text(), err.read_text(), uses, planned, states, trace)


def _speak_into(out: Path, err: Path) -> None:
    for number, file in ((1, out), (2, err)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _as_command(vault: Path, words: Sequence[str], fault: Fault | None, told: Path | None) -> int:
    states: list[dict[str, str]] = []
    if told:
        _tell_of_steps(vault, states)
    trap = _Trap(fault, str(vault.parent))
    os.urandom = random.Random(1).randbytes
    for name in FALLIBLE:
        object.__setattr__(SYSTEM, name, partial(trap.at_call, name, getattr(SYSTEM, name)))
    object.__setattr__(SYSTEM, "now", lambda: 4e9)  # what was saved a moment ago is at rest
    object.__setattr__(SYSTEM, "sleep", lambda _: None)
    sqlite3.connect = partial(sqlite3.connect, factory=type("Trapped", (_Connection,), {"trap": trap}))  # type: ignore[assignment]
    sys.addaudithook(trap.at_event)
    code = run(["-C", str(vault), "--today", DAY, *words], Flags(words=("vaultnet", *words)))
    if told:
        trap.depth = 1
        told.write_text(json.dumps((_own_modules(), trap.uses, trap.planned, states, trap.trace)))
    return code


def _seen(argument: Any) -> Any:
    """A descriptor as the path it is open on, bytes by their length, anything else as it is."""
    if isinstance(argument, int):
        return os.readlink(f"/proc/self/fd/{argument}")  # noqa: PTH115  (no path is asked for)
    return len(argument) if isinstance(argument, bytes | memoryview) else str(argument)


def _own_modules() -> list[str]:
    return [name for name in sys.modules if name.partition(".")[0] in {"vaultnet", "jinja2", "click"}]


def _tell_of_steps(vault: Path, states: list[dict[str, str]]) -> None:
    """What the vault holds after each step of the journal: a command may write several, each whole or not at all."""
    real = Journal.set_state

    def set_state(self: Journal, *arguments: Any, **options: Any) -> Any:
        states.append(read_files(vault))
        return real(self, *arguments, **options)

    Journal.set_state = set_state  # type: ignore[method-assign]


def read_files(folder: Path) -> dict[str, str]:
    """Every file below a folder, as text that keeps any byte."""
    return {path: data.decode("latin-1") for path, (data, _) in snapshot(folder).items()}
