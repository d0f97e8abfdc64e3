"""Undo and what a kill leaves behind (D3, D6): every step is taken back whole or not at all."""

import os
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.storage.faults import failing, patient
from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage.digest import digest
from vaultnet.storage.files import commit, remove
from vaultnet.storage.journal import Journal, Step, Write
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.spelling import is_spelled_so
from vaultnet.storage.undo import plan_undo, recover, undo

NOW = datetime(2026, 5, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def journal(vault: Path) -> Journal:
    return Journal(vault, patient())


def write(journal: Journal, writes: list[Write], words: tuple[str, ...] = ("log", "Ada"), at: datetime = NOW) -> Step:
    """A command, as the workspace will run it."""
    recovery = Recovery(journal.root, journal.calls)
    step = journal.begin(words, at, writes)
    for one in writes:
        if one.after is None:
            assert one.before is not None
            remove(journal.root, one.path, one.before, "test", recovery=recovery, calls=journal.calls)
        else:
            commit(journal.root, one.path, one.before, one.after, "test", recovery=recovery, calls=journal.calls)
    journal.finish(step)
    recovery.settle()
    return journal.steps("done")[0]


def files(vault: Path) -> dict[str, bytes]:
    return {str(path.relative_to(vault)): path.read_bytes() for path in vault.rglob("*") if path.is_file()}


THREE = [
    Write("Ada.md", b"ada\r\n", b"ada 2"),
    Write("People/Bob.md", None, b"bob"),
    Write("Old.md", b"\xff old", None),
]


def prepare(vault: Path) -> dict[str, bytes]:
    (vault / "Ada.md").write_bytes(b"ada\r\n")
    (vault / "Old.md").write_bytes(b"\xff old")
    return files(vault)


def test_a_step_and_its_undo(vault: Path, journal: Journal) -> None:
    before = prepare(vault)
    step = write(journal, THREE)
    assert files(vault) == {"Ada.md": b"ada 2", "People/Bob.md": b"bob"}
    assert (step.words, step.at, step.state) == (("log", "Ada"), NOW, "done")
    assert journal.last_steps() == [step]
    assert journal.own_digests() == {"Ada.md": digest(b"ada 2"), "People/Bob.md": digest(b"bob")}
    plan = plan_undo(vault, journal, step)
    assert (len(plan.restores), plan.changed) == (3, ())
    assert undo(vault, journal, step, Recovery(vault)) == ("Ada.md", "People/Bob.md", "Old.md")
    assert files(vault) == before
    assert journal.last_steps() == []
    assert journal.own_digests()["Ada.md"] == digest(b"ada\r\n")


def test_nothing_is_undone_when_one_note_has_changed(vault: Path, journal: Journal) -> None:
    prepare(vault)
    step = write(journal, THREE)
    (vault / "People/Bob.md").write_bytes(b"bob, and what I typed")
    after = files(vault)
    assert plan_undo(vault, journal, step).changed == ("People/Bob.md",)
    with pytest.raises(NotWritten, match="nothing was touched") as refused:
        undo(vault, journal, step, Recovery(vault))
    assert refused.value.path == "People/Bob.md"
    assert files(vault) == after
    assert journal.last_steps() == [step]


def test_a_removed_note_that_is_back_is_not_overwritten(vault: Path, journal: Journal) -> None:
    prepare(vault)
    step = write(journal, THREE)
    (vault / "Old.md").write_bytes(b"new one")
    assert plan_undo(vault, journal, step).changed == ("Old.md",)


def test_what_somebody_put_back_already_does_not_hold_up_the_rest(vault: Path, journal: Journal) -> None:
    """The copy in the trash, say, once the trash was emptied."""
    before = prepare(vault)
    step = write(journal, THREE)
    (vault / "People/Bob.md").unlink()
    assert undo(vault, journal, step, Recovery(vault)) == ("Ada.md", "Old.md")
    assert files(vault) == before


def test_a_name_in_other_letters_is_another_file(vault: Path, journal: Journal) -> None:
    """Where `ada.md` opens `Ada.md`, the new name must go before the old one is back: the last write is undone first."""
    (vault / "Ada.md").write_bytes(b"ada")
    before = files(vault)
    step = write(journal, [Write("Ada.md", b"ada", None), Write("ada.md", None, b"ada")])
    assert is_spelled_so(vault, "ada.md")
    assert not is_spelled_so(vault, "Ada.md")
    assert not is_spelled_so(vault, "Nowhere/Ada.md")
    removed: list[str] = []
    real = journal.calls.rename

    def rename(old: str, new: str, **folders: int) -> None:
        removed.extend([old] if old == "ada.md" else [])
        assert removed or new != "Ada.md"
        real(old, new, **folders)

    undo(vault, Journal(vault, replace(journal.calls, rename=rename)), step, Recovery(vault))
    assert (removed, files(vault)) == (["ada.md"], before)


def test_a_save_in_the_middle_of_an_undo_takes_the_undo_back(vault: Path, journal: Journal) -> None:
    prepare(vault)
    step = write(journal, THREE)
    saves = iter([b"bob, and what I typed"])

    def rename(source: Any, target: Any, **folders: Any) -> None:
        if source == "Bob.md":
            for data in saves:
                (vault / "People/Bob.md").write_bytes(data)
        patient().rename(source, target, **folders)

    broken = Journal(vault, replace(patient(), rename=rename))
    with pytest.raises(NotWritten, match=r"People/Bob\.md"):
        undo(vault, broken, step, Recovery(vault, broken.calls))
    assert files(vault) == {"Ada.md": b"ada 2", "People/Bob.md": b"bob, and what I typed"}
    assert [one.id for one in journal.last_steps()] == [step.id]


def test_only_what_was_written_is_kept(vault: Path, journal: Journal) -> None:
    step = journal.begin(("x",), NOW, THREE)
    journal.finish(step, written=["Ada.md"])
    (kept,) = journal.last_steps()
    assert [image.path for image in kept.images] == ["Ada.md"]
    assert journal.read_before(kept, kept.images[0]) == b"ada\r\n"
    journal.finish(journal.begin(("x",), NOW, THREE), written=[])
    assert [one.id for one in journal.steps("open", "done")] == [kept.id]


def test_everything_is_private(vault: Path, journal: Journal) -> None:
    old = os.umask(0)
    try:
        step = write(journal, [Write("Ada.md", None, b"x")])
    finally:
        os.umask(old)
    assert step.file.stat().st_mode & 0o777 == 0o600
    for folder in (step.file.parent, step.file.parent.parent, step.file.parent.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_old_steps_are_forgotten(vault: Path, journal: Journal) -> None:
    for number in range(60):
        journal.finish(journal.begin((str(number),), NOW + timedelta(days=number / 10), [Write("A.md", None, b"x")]))
    journal.prune(NOW + timedelta(days=6))
    assert [step.words for step in journal.last_steps(99)] == [(str(number),) for number in range(59, 9, -1)]
    journal.prune(NOW + timedelta(days=33))
    assert [step.words[0] for step in journal.last_steps(99)][-1] == "30"
    assert journal.begin((), NOW, []).id == 61


def test_odd_words_and_empty_steps(journal: Journal) -> None:
    words = ("log", "Ren\udce9", "\U0001f600", "a\nb")
    assert journal.begin(words, NOW, []).words == words


@pytest.mark.parametrize("damage", ["cut", "empty", "no json", "flipped", "other version"])
def test_damage_stays_in_its_step(vault: Path, journal: Journal, damage: str) -> None:
    good = write(journal, [Write("A.md", None, b"a")])
    bad = write(journal, [Write("A.md", b"a", b"b" * 100), Write("B.md", None, b"b")])
    data = bad.file.read_bytes()
    bad.file.write_bytes(
        {"cut": data[:-1], "empty": b"", "no json": b"{" + data, "flipped": data[:-1] + b"?",
         "other version": data.replace(b'"format": 1', b'"format": 9')}[damage]
    )  # fmt: skip
    if damage == "flipped":
        with pytest.raises(NotWritten, match="damaged"):
            undo(vault, journal, bad, Recovery(vault))
    else:
        assert journal.damaged() == [bad.file]
        assert journal.last_steps() == [good]
    assert (vault / "A.md").read_bytes() == b"b" * 100


@pytest.mark.parametrize("name", ["open", "write", "fsync", "rename"])
def test_no_journal_no_write(vault: Path, name: str) -> None:
    prepare(vault)
    before = files(vault)
    for at in (1, 2):
        broken = Journal(vault, failing(name, 28, at, once=False))
        if (name, at) in {("write", 2), ("rename", 2)}:  # used once only
            continue
        with pytest.raises(CannotWrite, match="XDG_STATE_HOME"):
            broken.begin(("log",), NOW, THREE)
        assert Journal(vault).steps("open") == []
    assert files(vault) == before


def test_recovery_leaves_what_somebody_changed(vault: Path, journal: Journal) -> None:
    prepare(vault)
    step = journal.begin(("log",), NOW, THREE)
    commit(vault, "Ada.md", b"ada\r\n", b"ada 2", "test", calls=patient())
    commit(vault, "People/Bob.md", None, b"bob", "test")
    (vault / "Ada.md").write_bytes(b"ada 2, and mine")
    (vault / "People/.vn~0123456789ab").write_bytes(b"somebody's save")
    recovery = Recovery(vault)
    (recovered,) = recover(vault, journal, recovery)
    assert (recovered.step.id, recovered.ending, recovered.left) == (step.id, "taken back", ("Ada.md",))
    assert files(vault) == {"Ada.md": b"ada 2, and mine", "Old.md": b"\xff old"}
    (kept,) = recovery.settle()
    assert (kept.path, kept.file.read_bytes()) == ("People/.vn~0123456789ab", b"somebody's save")


def test_random_histories_are_undone_one_by_one(vault: Path, journal: Journal) -> None:
    draws = random.Random(5)
    states = [files(vault)]
    for _ in range(25):
        now = states[-1]
        writes = []
        for path in draws.sample(["A.md", "B.md", "x/C.md", "x/D.md"], draws.randint(1, 3)):
            before = now.get(path)
            after = None if before is not None and draws.random() < 0.3 else draws.randbytes(draws.randint(0, 50))
            if before != after:
                writes.append(Write(path, before, after))
        write(journal, writes)
        states.append(files(vault))
    for state in reversed(states[:-1]):
        undo(vault, journal, journal.last_steps(1)[0], Recovery(vault))
        assert files(vault) == state
    assert journal.last_steps() == []
