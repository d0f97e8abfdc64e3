"""Writing while others write: waiting, refusing, and saves in the last instant (D5)."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.storage.faults import Clock, patient
from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage.files import commit, remove
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.system_calls import SYSTEM, SystemCalls

NOW = patient()


def names(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}


def put(vault: Path, path: str, data: bytes) -> Path:
    file = vault / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def without_renameat2(calls: SystemCalls = NOW) -> SystemCalls:
    def unsupported(*_: Any) -> None:
        raise OSError(22, "Invalid argument")

    return replace(calls, exchange=unsupported, move_new=unsupported)


@pytest.mark.parametrize(
    ("sign", "words"),
    [("MERGE_HEAD", "a merge"), ("rebase-merge/x", "a rebase"), ("rebase-apply/x", "a rebase"),
     ("CHERRY_PICK_HEAD", "a cherry-pick"), ("index.lock", "a git command")],
)  # fmt: skip
def test_nothing_is_written_in_the_middle_of_git(vault: Path, sign: str, words: str) -> None:
    put(vault, "Ada.md", b"a")
    mark = put(vault.parent, f".git/{sign}", b"")
    with pytest.raises(NotWritten, match=words):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW)
    with pytest.raises(NotWritten, match=words):
        commit(vault, "Bob.md", None, b"b", "test", calls=NOW)
    mark.unlink()
    if mark.parent.name != ".git":
        mark.parent.rmdir()
    assert commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW) == "written"


def test_a_worktree_names_its_git_folder(vault: Path) -> None:
    put(vault, "Ada.md", b"a")
    put(vault, ".git", b"gitdir: ../main/.git/worktrees/vault\n")
    mark = put(vault.parent, "main/.git/worktrees/vault/MERGE_HEAD", b"")
    with pytest.raises(NotWritten, match="a merge"):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW)
    mark.unlink()
    assert commit(vault, "Ada.md", b"a", b"b", "test", calls=NOW) == "written"


def test_a_fresh_save_is_waited_for(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    clock = Clock(now=file.stat().st_ctime)
    assert commit(vault, "Ada.md", b"a", b"b", "test", calls=clock.calls) == "written"
    assert 0.3 <= clock.slept < 0.4


def test_our_own_last_write_is_not_waited_for(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    clock = Clock(now=file.stat().st_ctime)
    assert commit(vault, "Ada.md", b"a", b"b", "test", is_own=lambda: True, calls=clock.calls) == "written"
    assert clock.slept == 0


def test_whose_a_write_was_is_only_asked_of_a_fresh_one(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    clock, asked = Clock(now=file.stat().st_ctime + 9), list[str]()
    is_own = lambda: bool(asked.append("is it?"))  # type: ignore[func-returns-value]  # noqa: E731
    assert commit(vault, "Ada.md", b"a", b"b", "test", is_own=is_own, calls=clock.calls) == "written"
    assert (clock.slept, asked) == (0, [])


@pytest.mark.parametrize("lag", [-1e9, -3600.0])
def test_a_clock_that_is_behind_only_costs_the_quiet_time(vault: Path, lag: float) -> None:
    file = put(vault, "Ada.md", b"a")
    clock = Clock(now=file.stat().st_ctime + lag)
    assert commit(vault, "Ada.md", b"a", b"b", "test", calls=clock.calls) == "written"
    assert clock.slept < 0.4


def test_a_note_that_never_rests_is_left(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    clock = Clock(now=file.stat().st_ctime)

    def touch() -> None:
        os.utime(file)
        clock.now = file.stat().st_ctime

    clock.on_sleep = touch
    with pytest.raises(NotWritten, match="6 seconds"):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=clock.calls)
    assert 6 <= clock.slept < 6.2


def test_a_merge_that_begins_while_we_wait(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    (vault / ".git").mkdir()
    clock = Clock(now=file.stat().st_ctime, on_sleep=(vault / ".git/MERGE_HEAD").touch)
    with pytest.raises(NotWritten, match="a merge"):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=clock.calls)


def test_without_exchange_the_quiet_time_is_longer(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    clock = Clock(now=file.stat().st_ctime)
    recovery = Recovery(vault, clock.calls)
    calls = without_renameat2(clock.calls)
    assert commit(vault, "Ada.md", b"a", b"b", "test", recovery=recovery, calls=calls) == "written"
    assert 2.0 <= clock.slept < 2.2
    assert recovery.settle() == ()
    assert (file.read_bytes(), names(vault)) == (b"b", {"Ada.md"})


def test_without_exchange_and_links_nothing_is_written(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")

    def no_link(*_: Any, **__: Any) -> None:
        raise PermissionError(1, "no")

    with pytest.raises(CannotWrite, match="neither swap"):
        commit(vault, "Ada.md", b"a", b"b", "test", calls=replace(without_renameat2(), link=no_link))
    assert (file.read_bytes(), names(vault)) == (b"a", {"Ada.md"})


def saving(file: Path, how: str, at: str, calls: SystemCalls = NOW) -> SystemCalls:
    """A table in which another program saves `file` right before the call `at`."""
    real = getattr(calls, at)
    done: list[bool] = []

    def call(*arguments: Any, **options: Any) -> Any:
        if not done:
            done.append(True)
            save(file, how)
        return real(*arguments, **options)

    return replace(calls, **{at: call})


def save(file: Path, how: str) -> None:
    if how == "append":
        with file.open("ab") as stream:
            stream.write(b" theirs")
    elif how == "in place":
        file.write_bytes(b"a theirs")
    else:
        fresh = file.with_name("fresh")
        fresh.write_bytes(b"a theirs")
        fresh.replace(file)


@pytest.mark.parametrize("how", ["append", "in place", "rename"])
@pytest.mark.parametrize("at", ["write", "fsync", "exchange"])
def test_a_save_in_the_last_instant_stays_in_the_note(vault: Path, how: str, at: str) -> None:
    file = put(vault, "Ada.md", b"a")
    recovery = Recovery(vault, NOW)
    with pytest.raises(NotWritten, match=r"it has changed|in this moment"):
        commit(vault, "Ada.md", b"a", b"new", "test", recovery=recovery, calls=saving(file, how, at))
    assert (file.read_bytes(), names(vault)) == (b"a theirs", {"Ada.md"})
    assert recovery.settle() == ()


@pytest.mark.parametrize("how", ["append", "in place", "rename"])
@pytest.mark.parametrize("at", ["link", "rename"])
def test_a_save_in_the_last_instant_without_exchange(vault: Path, how: str, at: str) -> None:
    file = put(vault, "Ada.md", b"a")
    recovery = Recovery(vault, NOW)
    calls = saving(file, how, at, without_renameat2())
    if at == "link":
        with pytest.raises(NotWritten):
            commit(vault, "Ada.md", b"a", b"new", "test", recovery=recovery, calls=calls)
        assert file.read_bytes() == b"a theirs"
        assert recovery.settle() == ()
    elif how != "rename":  # that one instant is what a file system without exchange cannot give
        commit(vault, "Ada.md", b"a", b"new", "test", recovery=recovery, calls=calls)
        assert [kept.file.read_bytes() for kept in recovery.settle()] == [b"a theirs"]
        assert file.read_bytes() == b"new"


def test_a_third_save_between_the_two_swaps_is_kept(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    recovery = Recovery(vault, NOW)
    swaps = 0

    def exchange(*arguments: Any) -> None:
        nonlocal swaps
        swaps += 1
        file.write_bytes(b"save %d" % swaps)
        SYSTEM.exchange(*arguments)

    with pytest.raises(NotWritten):
        commit(vault, "Ada.md", b"a", b"new", "test", recovery=recovery, calls=replace(NOW, exchange=exchange))
    (kept,) = recovery.settle()
    assert {file.read_bytes(), kept.file.read_bytes()} == {b"save 1", b"save 2"}
    assert names(vault) == {"Ada.md"}


def test_an_interruption_in_the_swap_loses_nothing(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    recovery = Recovery(vault, NOW)

    def exchange(*arguments: Any) -> None:
        file.write_bytes(b"theirs")
        SYSTEM.exchange(*arguments)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commit(vault, "Ada.md", b"a", b"new", "test", recovery=recovery, calls=replace(NOW, exchange=exchange))
    assert [kept.file.read_bytes() for kept in recovery.settle()] == [b"theirs"]
    assert names(vault) == {"Ada.md"}


@pytest.mark.parametrize("has_rename", [True, False])
def test_remove_takes_away_only_what_it_knows(vault: Path, has_rename: bool) -> None:
    calls = NOW if has_rename else without_renameat2()
    file = put(vault, "Ada.md", b"a")
    with pytest.raises(NotWritten):
        remove(vault, "Ada.md", b"other", "undo", calls=calls)
    with pytest.raises(NotWritten, match="in this moment"):
        remove(vault, "Ada.md", b"a", "undo", calls=saving(file, "append", "rename", calls))
    assert (file.read_bytes(), names(vault)) == (b"a theirs", {"Ada.md"})
    remove(vault, "Ada.md", b"a theirs", "undo", calls=calls)
    assert names(vault) == set()


def test_remove_keeps_both_when_the_place_was_taken(vault: Path) -> None:
    file = put(vault, "Ada.md", b"a")
    recovery = Recovery(vault, NOW)

    def rename(*arguments: Any, **options: Any) -> None:
        file.write_bytes(b"late save")
        SYSTEM.rename(*arguments, **options)
        file.write_bytes(b"new file")

    once = iter([rename])

    def rename_first(*arguments: Any, **options: Any) -> None:
        next(once, SYSTEM.rename)(*arguments, **options)

    calls = replace(NOW, rename=rename_first)
    with pytest.raises(NotWritten):
        remove(vault, "Ada.md", b"a", "undo", recovery=recovery, calls=calls)
    assert file.read_bytes() == b"new file"
    assert [kept.file.read_bytes() for kept in recovery.settle()] == [b"late save"]
