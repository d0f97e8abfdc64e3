"""kill -9 at every system call of a command and of its undo (D3): whole notes, and nothing left lying."""

import os
import signal
import warnings
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.storage.faults import FALLIBLE, patient
from tests.storage.test_journal import THREE, files, prepare, write
from vaultnet.errors import NotWritten
from vaultnet.storage.journal import Journal, Step
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.scan import scan
from vaultnet.storage.system_calls import SystemCalls
from vaultnet.storage.undo import recover, undo
from vaultnet.storage.writer_lock import writer_lock


def killed_at(name: str, at: int, calls: SystemCalls, *, is_after: bool) -> SystemCalls:
    """A table in which the process dies, as by kill -9, at the `at`-th use of a call."""
    real = getattr(calls, name)
    uses = 0

    def call(*arguments: Any, **options: Any) -> Any:
        nonlocal uses
        uses += 1
        if uses == at and not is_after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*arguments, **options)
        if uses == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return replace(calls, **{name: call})


def in_child(action: Callable[[], object]) -> bool:
    """Run it in a process of its own; was it killed?"""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of threads, which xdist has
        child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("name", FALLIBLE)
@pytest.mark.parametrize("has_exchange", [True, False])
def test_killed_anywhere_in_a_step(tmp_path: Path, name: str, has_exchange: bool) -> None:
    calls = patient() if has_exchange else replace(patient(), exchange=unsupported, move_new=unsupported)
    was_killed, at = True, 0
    while was_killed:
        at += 1
        for is_after in (False, True):
            vault = tmp_path / f"{at}-{is_after}"
            vault.mkdir()
            before = prepare(vault)
            journal = Journal(vault, killed_at(name, at, calls, is_after=is_after))
            was_killed = in_child(partial(write, journal, THREE))
            for path, data in files(vault).items():  # D3: whole, at any instant
                assert ".vn~" in path or data in {b"ada\r\n", b"ada 2", b"bob", b"\xff old"}
            recovery = Recovery(vault)
            recover(vault, Journal(vault), recovery)
            assert recovery.settle() == ()
            assert files(vault) in (before, {"Ada.md": b"ada 2", "People/Bob.md": b"bob"}), (at, is_after)
            assert scan(vault).leftovers == []
            assert recover(vault, Journal(vault), recovery) == ()


def unsupported(*_: Any) -> None:
    raise OSError(22, "Invalid argument")


@pytest.mark.parametrize("name", ["exchange", "rename", "unlink", "fsync", "move_new"])
def test_killed_anywhere_in_an_undo(tmp_path: Path, name: str) -> None:
    was_killed, at = True, 0
    while was_killed:
        at += 1
        vault = tmp_path / str(at)
        vault.mkdir()
        before = prepare(vault)
        step = write(Journal(vault, patient()), THREE)
        after = files(vault)
        journal = Journal(vault, killed_at(name, at, patient(), is_after=False))

        def run(vault: Path = vault, journal: Journal = journal, step: Step = step) -> None:
            undo(vault, journal, step, Recovery(vault, journal.calls))

        was_killed = in_child(run)
        recovery = Recovery(vault)
        recover(vault, Journal(vault), recovery)
        assert recovery.settle() == ()
        assert files(vault) in (before, after)
        assert scan(vault).leftovers == []


def test_the_lock_is_for_one(vault: Path) -> None:
    slept: list[float] = []
    with (
        writer_lock(vault),
        pytest.raises(NotWritten, match=rf"process {os.getpid()}\b.*6 seconds"),
        writer_lock(vault, sleep=slept.append),
    ):
        raise AssertionError
    assert 6 <= sum(slept) < 6.2
    with writer_lock(vault, sleep=slept.append):
        pass


def test_the_lock_goes_with_its_process(vault: Path, tmp_path: Path) -> None:
    def hold() -> None:
        with writer_lock(vault):
            os.kill(os.getpid(), signal.SIGKILL)

    assert in_child(hold)
    with writer_lock(vault):
        other = tmp_path / "other"
        other.mkdir()
        with writer_lock(other):  # another vault, another lock
            pass
