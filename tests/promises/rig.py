"""One command of `writing_commands`, to be struck by faults again and again, and what must hold after each.

rig = Rig(tmp_path / "log", "log");  rig.strike(Fault("rename", 2))
"""

import atexit
import os
import random
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.promises.faulty import KILL, SHORT, Done, Fault, read_files, run_command
from tests.promises.writing_commands import BEFORE, COMMANDS, OUTSIDE, make_written
from tests.storage.indexed import bring_up_to_date, dump
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder

_READING = {"open", "pread", "fstat", "listxattr", "getxattr"}
_SUCCESS = ("Wrote ", "Undone:", "Noted", "Absorbed ", "Renamed ", "Merged ", "Made ")


@cache
def rig_for(name: str) -> "Rig":
    """The rig of a command, one for all tests of a process."""
    folder = Path(mkdtemp(prefix="vaultnet-rig-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Rig(folder, name)


class Rig:
    """The vault, its outside folder and its homes are put back to the same bytes before each strike."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.home, self._kept = folder / "home", folder / "kept"
        vault = self.vault = make_written(self.home)
        self.words = tuple(word.format(outside=self.home / "outside") for word in COMMANDS[name])
        self._be_at_home()
        assert run_command(vault, ("index",), counted=True).code == 0
        if name in BEFORE:
            assert run_command(vault, BEFORE[name]).code == 0
        if name == "absorb":
            page = vault / "Daily" / "2026-06-15.md"
            page.write_text(page.read_text().replace("- [ ] ", "- [x] ", 2))
        shutil.copytree(self.home, self._kept, copy_function=shutil.copy)
        self.before, self.before_outside = self._now()
        self.put_back()  # as before each strike: every note is another file, and read again
        done = run_command(vault, self.words, counted=True)
        assert done.code in {0, 1}, (name, done.err)
        self.after, self.after_outside = self._now()
        self.code, self.uses, self._planned = done.code, done.uses, done.planned
        self.trace = done.trace
        self.states = [self.before, *done.states, self.after]
        assert self.before != self.after or name in OUTSIDE, f"{name} writes nothing"

    def points(self) -> Iterator[tuple[str, int]]:
        """Every use of every call in a good run."""
        for call, uses in sorted(self.uses.items()):
            yield from ((call, at) for at in range(1, uses + 1))

    def kills(self) -> Iterator[Fault]:
        for call, at in self.points():
            yield Fault(call, at)
            if not call.startswith("py:"):
                yield Fault(call, at, is_after=True)

    def errors(self, numbers: tuple[int, ...]) -> Iterator[Fault]:
        for call, at in self.points():
            if call in _READING and at <= self._planned.get(call, self.uses[call]):
                continue  # a note that cannot be read makes another plan: nothing has begun to be written
            yield from (Fault(call, at, number, stays=stays) for number in numbers for stays in (False, True))
            if call == "write":
                yield Fault(call, at, SHORT)

    def some(self, faults: Iterator[Fault], call: str, count: int, seed: int) -> list[Fault]:
        """So many by chance; of one kind of call, or of "any"."""
        every = [fault for fault in faults if call in {"any", fault.call}]
        return random.Random(f"{self.name} {seed}").sample(every, min(len(every), count))

    def strike(self, fault: Fault, run: Callable[..., Done] = run_command) -> int:
        """The command under this fault, then the next one; the code it ended with."""
        where = f"{self.name}: {fault}"
        self.put_back()
        done = run(self.vault, self.words, fault)
        is_report = self.name == "fix" and done.code == 1  # what could not be read is a problem, and reported
        assert is_report or done.code in {-9, self.code, 6, 7}, f"{where}: {done.code}\n{done.err}"
        assert (done.code == -9) <= (fault.number == KILL), where
        self._all_whole(where)
        if done.code in {6, 7}:
            self._refusal_is_said(where, done.out + done.err)
        if done.code == self.code:
            assert self._now()[0] == self.after, f"{where}: said to be written, and is not"
        if self.name in {"trust", "labels", "export"} and any(".vn~" in path for path in read_files(self.home)):
            run_command(self.vault, self.words)  # into a folder that no other command looks at
        following = run_command(self.vault, ("index",))
        assert following.code == 0, f"{where}\n{following.err}"
        self._all_settled(where)
        return done.code

    def _be_at_home(self) -> None:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(self.home / kind.lower())

    def put_back(self) -> None:
        """The vault and its homes as they were before the command."""
        self._be_at_home()
        for path in self.home.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self._kept, self.home, dirs_exist_ok=True, copy_function=shutil.copy)  # times matter to none

    def _now(self) -> tuple[dict[str, str], dict[str, str]]:
        outside = read_files(self.home / "outside")
        return read_files(self.vault), {path: text for path, text in outside.items() if ".vn~" not in path}

    def _all_whole(self, where: str) -> None:
        """Promise D3: every file as it was, or as one of the steps makes it."""
        inside, outside = self._now()
        for path, text in inside.items():
            assert ".vn~" in path or text in {state.get(path) for state in self.states}, f"{where}: {path} is torn"
        for path in set(self.before) - set(inside):
            assert any(path not in state for state in self.states), f"{where}: {path} is gone"
        for path, text in outside.items():
            is_new_vault = self.name == "example"  # its files are made one by one in a folder that was empty
            known = {self.before_outside.get(path), self.after_outside.get(path)}
            assert is_new_vault or text in known, f"{where}: {path} is torn"

    def _refusal_is_said(self, where: str, said: str) -> None:
        assert "Traceback" not in said, f"{where}\n{said}"
        named = [path for state in self.states for path in state] + [str(self.home)]
        assert any(path in said for path in named), f"{where}: no file is named\n{said}"
        if self._now()[0] == self.before and self.name != "absorb":
            assert not [word for word in _SUCCESS if said.startswith(word) or f"\n{word}" in said], f"{where}\n{said}"

    def _all_settled(self, where: str) -> None:
        """After the next command: one of the states between the steps, the right index, nothing left lying."""
        inside, _ = self._now()
        assert inside in self.states, f"{where}: half of it\n{_difference(inside, self.before, self.after)}"
        left = [path for path in read_files(self.home) if (".vn~" in path or path.endswith(".draft"))]
        if self.name in {"example", "import plan"}:  # a killed export's goes with the next export to that folder
            left = [path for path in left if not path.startswith("outside/")]
        assert left == [], f"{where}: left lying {left}"
        database = index.database_path(cache_folder(self.vault))
        with index.open_index(database) as kept, index.open_in_memory() as fresh:
            bring_up_to_date(fresh, self.vault)
            assert dump(kept) == dump(fresh), f"{where}: the index is not right"


def _difference(now: dict[str, str], before: dict[str, str], after: dict[str, str]) -> str:
    states = {path: "before" if now.get(path) == before.get(path) else "after" if now.get(path) == after.get(path) else "?"
              for path in sorted({*now, *before, *after}) if before.get(path) != after.get(path)}  # fmt: skip
    return str(states)
