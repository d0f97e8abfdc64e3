"""What a refresh makes of single events: faults, vanishing, ignored notes, edits that hide."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.indexed import CONTACT, bring_up_to_date, dump, put, targets
from vaultnet.app.workspace import Workspace
from vaultnet.errors import NothingFound, NotWritten
from vaultnet.storage import compare, reading
from vaultnet.storage.config import read_config
from vaultnet.storage.files import read_note
from vaultnet.storage.index import meta, open_index
from vaultnet.storage.refresh import refresh
from vaultnet.storage.scan import scan
from vaultnet.storage.schema import NOTE_TABLES
from vaultnet.storage.whole_read import NoteBytes
from vaultnet.text.change import FileChange


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_index(tmp_path / "index.sqlite") as connection:
        yield connection


def problems(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT n.path, p.rule FROM problem p JOIN note n ON n.id = p.note ORDER BY 1, 2"
    ).fetchall()


def contacts(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT path FROM note JOIN contact ON contact.note = id WHERE type = 'contact' ORDER BY path"
    )
    return [path for (path,) in rows]


def test_one_edit_reads_one_note(vault: Path, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        put(vault, f"People/P{number}.md", CONTACT)
    monkeypatch.setattr(compare, "_RACY", 0)
    bring_up_to_date(connection, vault)
    read: list[str] = []

    def watched(root: Path, path: str) -> NoteBytes:
        read.append(path)
        return read_note(root, path)

    monkeypatch.setattr(reading, "read_note", watched)
    put(vault, "People/P3.md", f"{CONTACT}- 2026-05-02 call\n")
    result = bring_up_to_date(connection, vault)
    assert (read, result.changed, result.unchanged, result.generation) == (["People/P3.md"], 1, 19, 2)


def test_an_edit_in_a_log_leaves_the_rows_of_all_else_as_they_are(vault: Path, connection: sqlite3.Connection) -> None:
    text = "---\ntype: contact\naliases: [Ade]\nbirthday: 04-17\n---\nKnows [[Bob]].\n## Log\n- 2026-05-01 coffee\n"
    put(vault, "Ada.md", text)
    bring_up_to_date(connection, vault)
    statements: list[str] = []
    put(vault, "Ada.md", f"{text}- 2026-05-02 call\n")
    connection.set_trace_callback(statements.append)
    bring_up_to_date(connection, vault)
    written = {words[2] for words in map(str.split, statements) if words[0] == "DELETE" and words[2] in NOTE_TABLES}
    written |= {words[4] for words in map(str.split, statements) if words[0] == "INSERT" and words[4] in NOTE_TABLES}
    assert written == {"touch"}


def test_a_touched_note_is_no_change(vault: Path, connection: sqlite3.Connection) -> None:
    put(vault, "Ada.md", CONTACT)
    bring_up_to_date(connection, vault)
    os.utime(vault / "Ada.md", ns=(0, 0))
    result = bring_up_to_date(connection, vault)
    assert (result.changed, result.generation) == (0, 1)


def test_an_edit_that_leaves_the_stamp_as_it_was(vault: Path, connection: sqlite3.Connection) -> None:
    """Of the same size, and within the resolution of the file system's clock: git's racy rule."""
    put(vault, "Ada.md", f"{CONTACT}- 2026-05-02 lunch\n")
    config, found = read_config(vault), scan(vault)
    refresh(connection, vault, lambda _known: found, config.fingerprint, lambda: config.rules)
    put(vault, "Ada.md", f"{CONTACT}- 2026-05-02 visit\n")
    assert refresh(connection, vault, lambda _known: found, config.fingerprint, lambda: config.rules).changed == 1
    assert connection.execute("SELECT kind FROM touch").fetchall() == [("visit",)]


def test_a_note_that_is_not_utf8(vault: Path, connection: sqlite3.Connection) -> None:
    put(vault, "Ada.md", CONTACT)
    put(vault, "René.md", CONTACT)
    bring_up_to_date(connection, vault)
    put(vault, "René.md", b"---\ntype: contact\n---\nRen\xe9\n")
    bring_up_to_date(connection, vault)
    assert contacts(connection) == ["Ada.md"]
    assert problems(connection) == [("René.md", "not-utf8")]
    assert connection.execute('SELECT line, "column", blocks_writing FROM problem').fetchone() == (4, 4, 1)


def test_a_note_that_cannot_be_read_is_tried_again(
    vault: Path, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(vault, "Ada.md", CONTACT)
    put(vault, "Bob.md", CONTACT)

    def refuse(root: Path, path: str) -> NoteBytes:
        if path == "Ada.md":
            raise NothingFound("Ada.md: Input/output error")
        return read_note(root, path)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_note", refuse)
        patch.setattr(compare, "_RACY", 0)
        bring_up_to_date(connection, vault)
        assert (contacts(connection), problems(connection)) == (["Bob.md"], [("Ada.md", "note-unreadable")])
        assert bring_up_to_date(connection, vault).generation == 1
    assert bring_up_to_date(connection, vault).changed == 1
    assert (contacts(connection), problems(connection)) == (["Ada.md", "Bob.md"], [])


@pytest.mark.parametrize("many", [1, 1000])
def test_a_note_that_goes_between_scan_and_reading(
    vault: Path, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(reading, "_MANY", many)
    put(vault, "2026-05-01.md", "[[Ada]] and [[Bob]]\n")
    put(vault, "A/Ada.md", CONTACT)
    put(vault, "Bob.md", CONTACT)
    real = reading.Reading.run

    def late(self: reading.Reading, difference: compare.Difference) -> int:
        (vault / "A/Ada.md").unlink(missing_ok=True)
        return real(self, difference)

    monkeypatch.setattr(reading.Reading, "run", late)
    bring_up_to_date(connection, vault)
    assert contacts(connection) == ["Bob.md"]
    assert targets(connection) == {"Ada": None, "Bob": "Bob.md"}


def test_a_symlink_swapped_in_is_not_followed_out(
    vault: Path, connection: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_MANY", 1)
    put(vault, "Ada.md", CONTACT)
    put(tmp_path, "Secret.md", CONTACT)
    real = reading.Reading.run

    def late(self: reading.Reading, difference: compare.Difference) -> int:
        (vault / "Ada.md").unlink()
        (vault / "Ada.md").symlink_to(tmp_path / "Secret.md")
        return real(self, difference)

    monkeypatch.setattr(reading.Reading, "run", late)
    bring_up_to_date(connection, vault)
    assert (contacts(connection), problems(connection)) == ([], [("Ada.md", "note-unreadable")])


def test_notes_that_are_not_read_are_link_targets_and_nothing_else(vault: Path, connection: sqlite3.Connection) -> None:
    put(vault, "Ada.md", f"{CONTACT}- [ ] call [[Old]]\n")
    put(vault, "Archive/Old.md", f"{CONTACT}- 2026-05-01 call\n")
    put(vault, "Ada.sync-conflict-20260502-101112-ABCDEFG.md", CONTACT)
    bring_up_to_date(connection, vault)
    put(vault, "vaultnet.toml", "[vault]\nignore = ['Archive/']\n")
    assert bring_up_to_date(connection, vault).rebuilt
    assert contacts(connection) == ["Ada.md"]
    assert targets(connection, "task") == {"Old": "Archive/Old.md"}
    assert connection.execute("SELECT count(*) FROM touch").fetchone() == (0,)


def test_a_note_that_becomes_ignored_leaves_nothing_behind(
    vault: Path, connection: sqlite3.Connection, tmp_path: Path
) -> None:
    put(vault, "Ada.md", CONTACT)
    put(vault, "Ada 2.md", f"{CONTACT}- 2026-05-01 call\n")
    (vault / "Ada.md").rename(vault / "Eve.md")
    bring_up_to_date(connection, vault)
    assert contacts(connection) == ["Ada 2.md", "Eve.md"]
    (vault / "Eve.md").rename(vault / "Ada.md")  # and now `Ada 2.md` is a conflict copy
    bring_up_to_date(connection, vault)
    assert contacts(connection) == ["Ada.md"]
    with open_index(tmp_path / "new.sqlite") as new:
        bring_up_to_date(new, vault)
        assert dump(connection) == dump(new)


def test_templates_are_never_people(vault: Path, connection: sqlite3.Connection) -> None:
    put(vault, ".obsidian/templates.json", '{"folder": "Meta [x]/Templates"}')
    put(vault, ".obsidian/daily-notes.json", '{"template": "Meta [x]/Day"}')
    put(vault, "Meta [x]/Templates/Person.md", CONTACT)
    put(vault, "Meta [x]/Day.md", CONTACT)
    put(vault, "Meta [x]/Ada.md", CONTACT)
    bring_up_to_date(connection, vault)
    assert contacts(connection) == ["Meta [x]/Ada.md"]


def test_a_note_of_ten_megabytes(vault: Path, connection: sqlite3.Connection) -> None:
    put(vault, "Ada.md", CONTACT + "- 2026-05-01 call\n" + "words and more words\n" * 500_000)
    bring_up_to_date(connection, vault)
    assert contacts(connection) == ["Ada.md"]
    assert problems(connection) == [("Ada.md", "note-too-large")]
    assert connection.execute("SELECT count(*) FROM touch").fetchone() == (1,)


def test_what_is_no_note_whatever_it_is_called(
    vault: Path, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    put(vault, "Film.md", CONTACT)
    bring_up_to_date(connection, vault)
    assert (contacts(connection), problems(connection)) == ([], [("Film.md", "note-too-large")])


class TestVanished:
    """Promise D11: many notes gone at once stop all writing, until they are back or meant to be gone."""

    @pytest.fixture
    def workspace(self, vault: Path, clock: Callable[[], datetime]) -> Iterator[Workspace]:
        for number in range(60):
            put(vault, f"People/P{number}.md", CONTACT)
        with Workspace(vault, clock) as workspace:
            workspace.refresh()
            yield workspace

    def remove(self, workspace: Workspace, count: int) -> None:
        for number in range(count):
            (workspace.root / f"People/P{number}.md").unlink()
        workspace.refresh()

    def test_a_few_may_go(self, workspace: Workspace) -> None:
        self.remove(workspace, 6)
        workspace.refuse_if_vanished()

    def test_more_than_a_tenth_may_not(self, workspace: Workspace) -> None:
        self.remove(workspace, 7)
        workspace.refresh()
        with pytest.raises(NotWritten, match=r"^7 of 60 notes have vanished.*--expect-missing"):
            workspace.apply([FileChange("New.md", None, "x", "new")], ["agenda"])
        assert not (workspace.root / "New.md").exists()

    def test_they_are_back(self, workspace: Workspace) -> None:
        shutil.copytree(workspace.root / "People", workspace.root.parent / "aside")
        self.remove(workspace, 40)
        with pytest.raises(NotWritten, match="40 of 60"):
            workspace.refuse_if_vanished()
        shutil.copytree(workspace.root.parent / "aside", workspace.root / "People", dirs_exist_ok=True)
        workspace.refresh()
        workspace.refuse_if_vanished()

    def test_they_are_meant_to_be_gone(self, workspace: Workspace) -> None:
        self.remove(workspace, 40)
        workspace.expect_missing()
        workspace.refuse_if_vanished()
        put(workspace.root, "New.md", CONTACT)
        workspace.refresh()
        assert meta(workspace.connection, "vanished") == ""

    def test_the_settings_are_gone_with_them(self, vault: Path, clock: Callable[[], datetime]) -> None:
        """A disk that is half there loses `vaultnet.toml` too: another fingerprint is no excuse."""
        put(vault, "vaultnet.toml", "[agenda]\npeople = 3\n")
        for number in range(20):
            put(vault, f"P{number}.md", CONTACT)
        with Workspace(vault, clock) as workspace:
            workspace.refresh()
        for file in vault.iterdir():
            file.unlink()
        with Workspace(vault, clock) as workspace:
            assert workspace.refresh().rebuilt
            with pytest.raises(NotWritten, match="20 of 20"):
                workspace.refuse_if_vanished()

    def test_moving_and_ignoring_are_no_vanishing(self, workspace: Workspace) -> None:
        (workspace.root / "People").rename(workspace.root / "Contacts")
        put(workspace.root, "vaultnet.toml", "[vault]\nignore = ['Contacts/']\n")
        with Workspace(workspace.root, workspace.clock) as again:
            again.refresh()
            again.refuse_if_vanished()
