"""The index is disposable: whatever happens to its file, the next command gives the same answers (promise D12)."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tests.storage.indexed import CONTACT, bring_up_to_date, dump, indexed, put
from vaultnet.app.workspace import Workspace
from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage import index
from vaultnet.storage.config import read_config
from vaultnet.storage.index import database_path, discard, open_index
from vaultnet.storage.refresh import refresh
from vaultnet.storage.scan import scan
from vaultnet.storage.scanned import Scan
from vaultnet.storage.schema import INDEX_VERSION


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return database_path(tmp_path / "cache")


@pytest.fixture
def people(vault: Path) -> Path:
    for number in range(40):
        put(vault, f"People/P{number}.md", f"{CONTACT}- 2026-05-{number % 28 + 1:02} coffee with [[P{number + 1}]]\n")
    return vault


def flip(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 0xFF
    file.write_bytes(data)


def _truncate(sevenths: int) -> Callable[[Path], object]:
    return lambda file: os.truncate(file, file.stat().st_size * sevenths // 7 + 1)


def _flip_inside(sevenths: int) -> Callable[[Path], object]:
    return lambda file: flip(file, file.stat().st_size * sevenths // 7)


def _flip_header(at: int) -> Callable[[Path], object]:
    return lambda file: flip(file, at)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deleted": lambda file: file.unlink(),
    "emptied": lambda file: file.write_bytes(b""),
    "garbage": lambda file: file.write_bytes(b"garbage " * 1000),
    "of another version": lambda file: _sql(file, "PRAGMA user_version = 99"),
    "with a table gone": lambda file: _sql(file, "DROP TABLE touch"),
    "with a wrong row": lambda file: _sql(file, "UPDATE touch SET date = '1999-01-01'"),
    "without its seal": lambda file: file.with_name(f"{file.name}-seal").unlink(),
    **{f"truncated at {n} sevenths": _truncate(n) for n in range(7)},
    **{f"with byte {at} of the header flipped": _flip_header(at) for at in (0, 16, 18, 24, 44, 60, 96)},
    **{f"flipped at {n} sevenths": _flip_inside(n) for n in range(1, 7)},
}


def _sql(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_index_is_made_anew(people: Path, database: Path, damage: Callable[[Path], object]) -> None:
    with indexed(people, database) as connection:
        right = dump(connection)
    damage(database)
    with indexed(people, database) as connection:
        assert dump(connection) == right


def test_an_old_copy_put_back(people: Path, database: Path, tmp_path: Path) -> None:
    with indexed(people, database):
        pass
    shutil.copy2(database, tmp_path / "old")
    put(people, "People/P3.md", "# no contact any more\n")
    with indexed(people, database) as connection:
        right = dump(connection)
    shutil.copy2(tmp_path / "old", database)
    with indexed(people, database) as connection:
        assert dump(connection) == right


def test_damage_that_only_shows_while_reading(people: Path, clock: Callable[[], datetime]) -> None:
    """An index in use has no seal to go by; what SQLite finds broken is made anew, once."""
    with Workspace(people, clock) as workspace:
        workspace.refresh()
        workspace.connection.execute("DROP TABLE folder")
        assert workspace.refresh().added == 40


def test_an_index_that_was_left_alone_is_used(people: Path, database: Path) -> None:
    with indexed(people, database):
        pass
    with open_index(database) as connection:
        result = bring_up_to_date(connection, people)
    assert (result.added, result.unchanged, result.generation) == (0, 40, 1)


def test_the_index_after_a_kill(people: Path, database: Path) -> None:
    """Killed in the middle of a refresh: nothing of it is there, and the next one does it."""
    script = (
        "import os, sys; from pathlib import Path; from tests.storage.indexed import *\n"
        "from vaultnet.storage import refresh as module\n"
        "module._note_vanished = lambda *_: os.kill(os.getpid(), 9)\n"
        "with indexed(Path(sys.argv[1]), Path(sys.argv[2])): pass\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(people), str(database)], check=False, timeout=60)
    assert done.returncode == -9
    with open_index(database) as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
        assert bring_up_to_date(connection, people).added == 40


def test_processes_that_refresh_at_once(people: Path, database: Path) -> None:
    """All at the same moment, on no index, then on one that is broken: each gives the right answer."""
    script = (
        "import sys; from pathlib import Path; from tests.storage.indexed import *\n"
        "sys.stdin.read(1)\n"
        "with indexed(Path(sys.argv[1]), Path(sys.argv[2])) as c:\n"
        "    print(c.execute('SELECT count(*), count(target) FROM touch').fetchone())\n"
    )
    damages: list[Callable[[], object]] = [lambda: None, lambda: flip(database, 20), database.unlink]
    for damage in damages:
        damage()
        started = [
            subprocess.Popen(
                [sys.executable, "-c", script, str(people), str(database)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for _ in range(4)
        ]  # fmt: skip
        for process in started:
            assert process.stdin
            process.stdin.write("x")
            process.stdin.flush()
        for process in started:
            out, err = process.communicate(timeout=60)
            assert (out, err) == ("(40, 40)\n", "")


def test_a_scan_older_than_the_index_is_made_anew(people: Path, database: Path) -> None:
    """Another process adds notes after our scan: they do not count as gone."""
    with indexed(people, database) as connection:
        config, scans = read_config(people), 0

        def slow_scan(known: Mapping[str, int]) -> Scan:
            nonlocal scans
            scans += 1
            found = scan(people, known=known)
            if scans == 1:
                for number in range(30):
                    put(people, f"New/N{number}.md", CONTACT)
                with indexed(people, database):
                    pass
            return found

        result = refresh(connection, people, slow_scan, config.fingerprint, lambda: config.rules)
    assert (scans, result.removed, result.unchanged) == (2, 0, 70)


def test_a_broken_index_that_another_process_has_open(
    people: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_WAIT", 0.05)
    with indexed(people, database), pytest.raises(NotWritten, match="another vaultnet"):
        discard(database)
    discard(database)
    assert sorted(path.name for path in database.parent.iterdir()) == [f"{database.name}-lock"]


def test_a_busy_index(people: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_WAIT", 0.05)
    with Workspace(people, clock) as one, Workspace(people, clock) as other:
        other.refresh()
        put(people, "New.md", CONTACT)
        one.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotWritten, match="busy with another vaultnet"):
            other.refresh()


def test_a_cache_that_cannot_be_written(people: Path, tmp_path: Path, clock: Callable[[], datetime]) -> None:
    (tmp_path / "home" / "cache").write_text("a file where the folder should be")
    with Workspace(people, clock) as workspace:
        assert workspace.refresh().added == 40
        assert "the index cannot be written" in workspace.notices[0]


@pytest.mark.parametrize("code", ["SQLITE_READONLY", "SQLITE_FULL", "SQLITE_CANTOPEN"])
def test_what_a_new_index_would_not_mend(database: Path, code: str) -> None:
    error = sqlite3.OperationalError("no")
    error.sqlite_errorcode = getattr(sqlite3, code)
    with pytest.raises(CannotWrite) as caught:
        index.refuse_unless_broken(error, database)
    assert caught.value.exit_code == 7
    index.refuse_unless_broken(sqlite3.DatabaseError("malformed"), database)


def test_the_index_is_private_and_not_in_the_vault(people: Path, clock: Callable[[], datetime]) -> None:
    before = sorted(people.rglob("*"))
    with Workspace(people, clock) as workspace:
        workspace.refresh()
        database = workspace.database
        assert {oct(file.stat().st_mode & 0o777) for file in database.parent.iterdir()} == {"0o600"}
    assert oct(database.parent.stat().st_mode & 0o777) == "0o700"
    assert sorted(people.rglob("*")) == before
    assert f"index-{INDEX_VERSION}" in database.name


def test_the_log_begins_with_the_first_filling(tmp_path: Path, database: Path) -> None:
    put(tmp_path / "vault", "Ada.md", CONTACT)
    with open_index(database) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)  # a log would hold each page again
        bring_up_to_date(connection, tmp_path / "vault")
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with open_index(database) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
