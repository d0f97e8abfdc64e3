"""`vaultnet watch` on real files and with the real watchdog: what it sees, what it writes, and what it leaves alone."""

import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.frontends.editors import EDITORS, Save
from tests.frontends.watched import PACE, watched
from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.app import tend as tending
from vaultnet.app.generate import generate_agenda
from vaultnet.app.tend import tend
from vaultnet.app.workspace import Workspace
from vaultnet.frontends.watch import caretaker, gate, loop
from vaultnet.frontends.watch.mailbox import Mailbox
from vaultnet.frontends.watch.timetable import Pace
from vaultnet.storage import own_writes
from vaultnet.storage.folder_watch import FolderWatch

VAULT = """
    == vaultnet.toml
    [watch]
    quiet = 0
    == Ada.md
    ---
    type: contact
    ---
    ## Log
    - 2025-01-02 call: the flat
    == Daily/2026-06-15.md
    # Monday
"""


@pytest.fixture(autouse=True)
def _no_time_to_spare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writes to one note may follow each other at once, and what is waited for is asked for often."""
    monkeypatch.setattr(own_writes, "BETWEEN_WRITES", 0.0)
    monkeypatch.setattr(loop, "_ASK_AGAIN", 0.1)
    monkeypatch.setattr(gate, "_BETWEEN_LOOKS", 0.1)
    monkeypatch.setattr(gate, "_AFTER_MOVED_HEAD", 0.2)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def _tick(note: Path) -> None:
    note.write_text(note.read_text().replace("- [ ] ", "- [x] ", 1))


@pytest.mark.parametrize("save", EDITORS.values(), ids=list(EDITORS))
def test_d16_each_way_of_saving_gives_one_refresh(tmp_path: Path, save: Save) -> None:
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\n[watch]\nquiet = 0\n== Ada.md\n---\ntype: contact\n---\n")
    with watched(vault, replace(PACE, quiet=0.1)) as eye:
        before, looks = eye.rest(), eye.looks
        save(vault / "Ada.md", "---\ntype: contact\n---\n## Log\n- 2026-06-01 coffee: here\n")
        eye.wait("indexed", "1 note changed: Ada.md", after=before)
        eye.sentinel()
        assert eye.names(before).count("indexed") == 2
        assert eye.looks == looks + 2  # one for Ada, one for the sentinel


def test_d17_own_writes_wake_nobody(vault: Path) -> None:
    day = vault / "Daily" / "2026-06-15.md"
    with watched(vault) as eye:
        before = eye.rest()
        assert eye.names() == ["started", "indexed", "wrote"]
        assert "[[Ada]]" in day.read_text()
        _tick(day)
        eye.wait("wrote", "Wrote Ada.md; absorbed 1 touch", after=before)
        absorbed = eye.rest()
        assert "- 2026-06-15 " in (vault / "Ada.md").read_text()
        looks = eye.looks
        seen = eye.sentinel()
        assert eye.names(absorbed)[: seen - absorbed] == ["indexed"]  # the sentinel, and nothing of our own
        assert eye.looks == looks + 1
        after = snapshot(vault)
        eye.sentinel()
        assert {path: after[path] for path in after} == {path: snapshot(vault)[path] for path in after}


def test_each_round_can_be_undone(vault: Path) -> None:
    from vaultnet.app.apply import undo_steps

    with watched(vault) as eye:
        eye.rest()
    (undone,), _ = undo_steps(vault, 1)
    assert [(step.words, paths) for step, paths in undone] == [(("vaultnet", "watch"), ("Daily/2026-06-15.md",))]
    assert (vault / "Daily" / "2026-06-15.md").read_text() == "# Monday\n"


def _git(vault: Path, *words: str) -> None:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(vault), *identity, *words], check=True, capture_output=True)


def test_a_checkout_of_a_thousand_files_is_one_batch(vault: Path) -> None:
    _git(vault, "init", "-b", "main")
    for number in range(1_000):
        (vault / f"Note {number:04}.md").write_text("one\n")
    _git(vault, "add", ".")
    _git(vault, "commit", "-m", "one")
    _git(vault, "checkout", "-b", "other")
    for number in range(1_000):
        (vault / f"Note {number:04}.md").write_text("another\n")
    _git(vault, "commit", "-am", "two")
    with watched(vault) as eye:
        before = eye.rest()
        _git(vault, "checkout", "main", "--", ":(glob)Note *.md")
        eye.wait("indexed", "1,000 notes changed", after=before)
        eye.sentinel()
        assert eye.names(before).count("indexed") == 2


def test_a_folder_that_is_moved_is_one_batch_as_any_other(vault: Path) -> None:
    """Its watches stand below another name then: the watcher is lost, begins anew, and walks, at once."""
    (vault / "People").mkdir()
    (vault / "People/Ben.md").write_text("---\ntype: contact\n---\n")
    with watched(vault) as eye:
        before = eye.rest()
        (vault / "People").rename(vault / "Friends")
        eye.wait("indexed", after=before)
        after = eye.rest()
        (vault / "Friends/Ben.md").write_text("---\ntype: contact\n---\nwhere nobody watched before\n")
        eye.wait("indexed", "Friends/Ben.md", after=after)


def test_a_batch_names_notes_and_no_folders(vault: Path) -> None:
    with watched(vault) as eye:
        before = eye.rest()
        (vault / "New/Inner").mkdir(parents=True)
        (vault / "New.md").write_text("in the vault itself\n")
        seen = eye.wait("indexed", after=before)
        details = eye.events[seen - 1].details
        assert details["paths"] == ["New.md"]
        assert details["told"] >= 2


def test_where_many_notes_are_gone_no_advice_is_given_about_ticks(vault: Path) -> None:
    """The disk is wrong, not the tick: "mend the link" would be harmful advice."""
    people = vault / "People"
    people.mkdir()
    for number in range(8):
        (people / f"Person {number}.md").write_text("---\ntype: contact\n---\n")
    with watched(vault) as eye:
        eye.wait("wrote")
        before = eye.rest()
        day = vault / "Daily" / "2026-06-15.md"
        people.rename(vault.parent / "elsewhere")
        (vault / "Ada.md").rename(vault.parent / "Ada.md")
        _tick(day)
        at = eye.wait("problem", "notes have vanished", after=before)
        assert [event.words for event in eye.events[before:at] if "no contact" in event.words] == []


def test_d16_lost_events_are_healed_by_the_walk(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Mailbox, "post", lambda *_: None)
    with watched(vault, Pace(quiet=0.2, walk=0.3, settle=0.1, soon=0.3, cost=0.0)) as eye:
        before = eye.rest()
        (vault / "Ada.md").write_text("---\ntype: contact\n---\n## Log\n- 2026-06-14 coffee: here\n")
        seen = eye.wait("indexed", "1 note changed", after=before)
        assert eye.events[seen - 1].details["told"] == 0
        eye.wait("wrote", "Daily/2026-06-15.md", after=seen)  # Ada has been heard from: she is off the list
        assert "[[Ada]]" not in (vault / "Daily" / "2026-06-15.md").read_text()


def test_d16_without_events_at_all_it_looks_by_itself(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: FolderWatch) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(FolderWatch, "start", refuse)
    with watched(vault, Pace(quiet=0.2, walk=0.3, settle=0.1, cost=0.0)) as eye:
        before = eye.wait("notice", "inotify watch limit reached")
        (vault / "Bob.md").write_text("---\ntype: contact\n---\n")
        eye.wait("indexed", "1 note added", after=before)


def test_nothing_is_written_during_a_merge(vault: Path) -> None:
    _git(vault, "init")
    with watched(vault) as eye:
        before = eye.rest()
        (vault / ".git" / "MERGE_HEAD").write_text("0" * 40 + "\n")
        _tick(vault / "Daily" / "2026-06-15.md")
        waiting = eye.wait("waiting", "a merge is under way", after=before)
        assert eye.state.waits_for == "a merge is under way in this repository"
        (vault / "Bob.md").write_text("---\ntype: contact\n---\n")
        seen = eye.wait("indexed", "1 note added: Bob.md", after=waiting)  # reading goes on
        assert "wrote" not in eye.names(before)
        (vault / ".git" / "MERGE_HEAD").unlink()
        resumed = eye.wait("resumed", after=seen)
        eye.wait("wrote", "absorbed 1 touch", after=resumed)
        assert eye.names(before).count("waiting") == 1


def test_a_moved_head_is_left_time(vault: Path) -> None:
    _git(vault, "init")
    guard = gate.Gate(vault)
    assert guard.closed(100.0) is None
    _git(vault, "add", ".")
    _git(vault, "commit", "-m", "one")
    closed = guard.closed(200.0)
    assert closed is not None
    assert closed.seconds == pytest.approx(gate._AFTER_MOVED_HEAD)
    assert guard.closed(200.0 + gate._AFTER_MOVED_HEAD) is None


def test_a_note_that_somebody_types_in_is_left_alone(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text("[watch]\nquiet = 1\n")
    day = vault / "Daily" / "2026-06-15.md"
    with watched(vault) as eye:
        before = eye.rest()
        _tick(day)
        seen = before
        for number in range(3):  # a save at every look, so no second of rest
            with day.open("a") as stream:
                stream.write(f"word {number}\n")
            seen = eye.wait("indexed", "1 note changed", after=seen)
        assert "wrote" not in eye.names(before)[: seen - before]
        eye.wait("wrote", "absorbed 1 touch", after=seen)
    assert all(f"word {number}\n" in day.read_text() for number in range(3))


def test_settings_that_cannot_be_read_are_told_once_and_waited_for(vault: Path) -> None:
    with watched(vault) as eye:
        before = eye.rest()
        (vault / "vaultnet.toml").write_text("[agenda]\npeple = 3\n[nonsense]\n")
        seen = eye.wait("problem", "agenda.people", after=before)
        assert eye.state.waits_for.startswith("vaultnet.toml: agenda.peple is no setting")
        assert eye.state.waits_for.endswith("\nand 1 more")
        (vault / "Ada.md").write_text("x\n")
        (vault / "vaultnet.toml").write_text("[agenda]\npeople = 3\n[watch]\nquiet = 0\n")
        resumed = eye.wait("resumed", after=seen)
        eye.wait("indexed", after=resumed)
        assert eye.names(before).count("problem") == 1


def test_a_note_that_cannot_take_the_block_is_told_and_the_tick_absorbed(vault: Path) -> None:
    day = vault / "Daily" / "2026-06-15.md"
    with watched(vault) as eye:
        before = eye.rest()
        day.write_text(day.read_text().replace("- [ ] ", "- [x] ", 1) + "<!-- vaultnet:agenda -->\n")
        eye.wait("problem", "Daily/2026-06-15.md", after=before)
        eye.sentinel()
        broken = day.read_text()
        day.write_text(broken.removesuffix("<!-- vaultnet:agenda -->\n"))
        eye.wait("wrote", "absorbed 1 touch", after=before)
        assert eye.names(before).count("problem") == 1


def test_an_index_that_was_thrown_away_is_made_anew(vault: Path) -> None:
    with watched(vault) as eye:
        before = eye.rest()
        with open_vault(vault) as workspace:
            cache = workspace.database.parent
        shutil.rmtree(cache)
        (vault / "Bob.md").write_text("---\ntype: contact\n---\n")
        eye.wait("indexed", "3 notes added", after=before)
    assert "problem" not in eye.names()


def test_a_vault_that_is_unmounted_is_waited_for(vault: Path) -> None:
    away = vault.with_name("away")
    with watched(vault, replace(PACE, walk=0.2, cost=0.0)) as eye:
        before = eye.rest()
        vault.rename(away)
        vault.mkdir()  # the empty place where it was mounted
        gone = eye.wait("waiting", "the vault is not there", after=before)
        vault.rmdir()
        away.rename(vault)
        back = eye.wait("resumed", after=gone)
        (vault / "Bob.md").write_text("---\ntype: contact\n---\n")
        eye.wait("indexed", "1 note added", after=back)
    assert "removed" not in "".join(event.words for event in eye.events)  # the index is as it was


def test_at_midnight_a_new_day_begins(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text("[watch]\ncreate = true\nquiet = 0\n")
    with watched(vault, Pace(quiet=0.2, walk=0.2, settle=0.1, cost=0.0)) as eye:
        before = eye.rest()
        eye.now = datetime(2026, 6, 16, 0, 0)
        eye.wait("wrote", "Daily/2026-06-16.md", after=before)
    assert "<!-- vaultnet:agenda -->" in (vault / "Daily" / "2026-06-16.md").read_text()


def test_the_days_note_is_the_users_to_make_but_ticks_of_yesterday_are_absorbed(vault: Path) -> None:
    with open_vault(vault) as workspace:
        page = generate_agenda(workspace, workspace.today).change
        assert page is not None
        workspace.apply((page,), ("vaultnet", "agenda"))
    with watched(vault) as eye:
        eye.now = datetime(2026, 6, 16, 9, 0)
        _tick(vault / "Daily" / "2026-06-15.md")
        eye.wait("wrote", "Wrote Ada.md; absorbed 1 touch")
        eye.sentinel()
    assert not (vault / "Daily" / "2026-06-16.md").exists()


def test_a_bug_in_one_round_is_shown_and_survived(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched, watched(vault) as eye:
        patched.setattr(tending, "tend", lambda *_, **__: 1 / 0)
        seen = eye.wait("problem", "ZeroDivisionError", after=eye.sentinel())
        assert "This is a bug in vaultnet" in eye.events[seen - 1].words
        patched.undo()
        _tick(vault / "Daily" / "2026-06-15.md")
        eye.wait("wrote", "absorbed 1 touch", after=seen)


def test_notes_in_ignored_folders_wake_nobody(vault: Path) -> None:
    (vault / "Old").mkdir()
    (vault / "vaultnet.toml").write_text('[vault]\nignore = ["Old/"]\n[watch]\nquiet = 0\n')
    with watched(vault, PACE) as eye:
        before, looks = eye.rest(), eye.looks
        (vault / "Old" / "Note.md").write_text("x\n")
        (vault / "picture.png").write_text("x\n")
        (vault / "Sentinel.md").write_text("x\n")
        seen = eye.wait("indexed", after=before)
        assert eye.events[seen - 1].details["paths"] == ["Sentinel.md"]
        assert eye.looks == looks + 1


def test_a_tick_for_a_broken_note_is_told_once_with_the_line_to_paste(vault: Path) -> None:
    day, ada = vault / "Daily" / "2026-06-15.md", vault / "Ada.md"
    with watched(vault) as eye:
        before, good = eye.rest(), ada.read_text()
        ada.write_text(good.replace("type: contact\n", "type: contact\ntype: contact\n"))
        _tick(day)
        told = eye.wait("notice", "- 2026-06-15 ", after=before)
        assert "Ada.md:" in eye.events[told - 1].words
        eye.sentinel()
        assert eye.names(before).count("notice") == 1
        ada.write_text(good)
        eye.wait("wrote", "Wrote Ada.md; absorbed 1 touch", after=told)


def test_a_save_between_the_look_and_the_writing_puts_the_writing_off(vault: Path) -> None:
    care = caretaker.Caretaker(
        vault, lambda: Workspace(vault, lambda: datetime(2026, 6, 15, 9, 0)), ("vaultnet", "watch"), lambda _: None
    )
    assert care.look().is_stale
    (vault / "Ada.md").write_text("---\ntype: contact\n---\nanother word\n")
    before = snapshot(vault)
    seen = care.tend()
    assert isinstance(seen, caretaker.Look)
    assert seen.changes == 1
    assert snapshot(vault) == before


def test_nothing_is_written_unless_every_note_is_free(vault: Path) -> None:
    day = vault / "Daily" / "2026-06-15.md"
    with open_vault(vault) as workspace:
        assert tend(workspace, ("watch",), lambda _: 0.0, create=False).paths == ("Daily/2026-06-15.md",)
    _tick(day)
    before = snapshot(vault)
    with open_vault(vault) as workspace:
        busy = tend(workspace, ("watch",), lambda path: 1.5 if path == "Ada.md" else 0.0, create=False)
    assert (busy.wait, busy.path, busy.paths) == (1.5, "Ada.md", ())
    assert snapshot(vault) == before


def test_d5_watch_lets_a_note_rest_that_was_saved_a_moment_ago(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text("[watch]\nquiet = 60\n")
    day = vault / "Daily" / "2026-06-15.md"
    with open_vault(vault) as workspace:
        assert tend(workspace, ("watch",), lambda _: 0.0, create=False).paths == ("Daily/2026-06-15.md",)
    _tick(day)
    before = snapshot(vault)
    care = caretaker.Caretaker(
        vault, lambda: Workspace(vault, lambda: datetime(2026, 6, 15, 9, 0)), ("vaultnet", "watch"), lambda _: None
    )
    care.look()
    busy = care.tend()
    assert not isinstance(busy, caretaker.Look)
    assert busy.wait > 0.0
    assert busy.paths == ()
    assert snapshot(vault) == before
