"""What the command after a kill makes of what it finds (D3), whatever happened in between, and whoever else is there.

A `rename` is killed when the first of its notes are written and the others are not.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from errno import EROFS

import pytest

from tests.frontends.conftest import Cli
from tests.promises.faulty import Fault, read_files, run_command
from tests.promises.rig import Rig, rig_for
from tests.promises.writing_commands import DAY
from tests.storage.indexed import bring_up_to_date, dump
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.state_folder import find_state_folder, has_unfinished_steps
from vaultnet.storage.writer_lock import writer_lock

_TAKEN_BACK = "An earlier command was interrupted (vaultnet rename Ada Byron Ada King): taken back"


@pytest.fixture
def half() -> Iterator[Rig]:
    rig = rig_for("rename")
    rig.put_back()
    assert run_command(rig.vault, rig.words, Fault("exchange", 2)).code == -9
    assert rig.before != read_files(rig.vault) != rig.after
    yield rig
    rig.put_back()


def test_d3_what_somebody_wrote_since_stays(half: Rig) -> None:
    """In a note that was written already and in one that was not: both keep it, all others are as before the kill."""
    now = read_files(half.vault)
    written = next(path for path in now if path in half.before and now[path] != half.before[path])
    waiting = next(path for path in now if now[path] == half.before.get(path) != half.after.get(path))
    for path in (written, waiting):
        with (half.vault / path).open("a") as note:
            note.write("\nmine, since\n")
    told = run_command(half.vault, ("due",))
    assert told.code == 0
    assert told.err.startswith(f"{_TAKEN_BACK}; changed since, so left as they are: ")
    assert written in told.err.partition("\n")[0]
    after = read_files(half.vault)
    assert {path for path in after if after[path] != half.before.get(path)} == {written, waiting}
    assert after[written] == f"{now[written]}\nmine, since\n"
    assert after[waiting] == f"{half.before[waiting]}\nmine, since\n"
    assert run_command(half.vault, ("due",)).err == ""


def test_d3_a_step_that_is_being_written_now_is_nobodys_to_take_back(half: Rig) -> None:
    """Another vaultnet holds the lock: who only reads neither waits for it nor touches what it is at."""
    now = read_files(half.vault)
    with writer_lock(half.vault):
        told = run_command(half.vault, ("due",))
    assert (told.code, told.err, read_files(half.vault)) == (0, "", now)
    assert run_command(half.vault, ("due",)).err.startswith(_TAKEN_BACK)


def test_d3_two_commands_put_it_right_at_once(half: Rig) -> None:
    """One of them does it, and says so; the other answers."""
    line = [sys.executable, "-m", "vaultnet", "-C", str(half.vault), "--today", DAY, "due"]
    both = [subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate(timeout=60)[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert sorted(words.count(_TAKEN_BACK) for words in said) == [0, 1], said
    assert run_command(half.vault, ("due",)).code == 0
    assert read_files(half.vault) == half.before
    with index.open_index(index.database_path(cache_folder(half.vault))) as kept, index.open_in_memory() as fresh:
        bring_up_to_date(fresh, half.vault)
        assert dump(kept) == dump(fresh)


def test_d3_a_dry_run_shows_what_comes_of_the_vault_put_right(half: Rig) -> None:
    shown = run_command(half.vault, (*half.words, "--dry-run"))
    assert shown.code == 0
    assert shown.err.startswith(_TAKEN_BACK)
    assert read_files(half.vault) == half.before
    half.put_back()
    assert run_command(half.vault, (*half.words, "--dry-run")).out == shown.out


@pytest.mark.parametrize("refused", ["the lock", "the notes", "git"])
def test_d3_who_reads_is_answered_where_nothing_can_be_put_right(half: Rig, refused: str) -> None:
    """A state folder or a vault that cannot be written, a merge under way: said each time, and done when it can be."""
    now = read_files(half.vault)
    lock = next(find_state_folder(half.vault).glob("lock-*"))
    fault = Fault("exchange", 1, EROFS, stays=True) if refused == "the notes" else None
    if refused == "the lock":
        lock.unlink()
        lock.mkdir()
    if refused == "git":
        (half.vault / ".git").mkdir()
        (half.vault / ".git/MERGE_HEAD").touch()
    told = run_command(half.vault, ("due",), fault)
    assert told.code == 0, told.err
    assert told.err.startswith("An earlier command was interrupted and is not put right yet: ")
    found = {path: text for path, text in read_files(half.vault).items() if ".git/" not in path}
    assert found == {path: text for path, text in now.items() if ".vn~" not in path or refused == "the lock"}
    assert has_unfinished_steps(half.vault)
    if refused == "the lock":
        lock.rmdir()
    if refused == "git":
        (half.vault / ".git/MERGE_HEAD").unlink()
    assert run_command(half.vault, ("due",)).err.startswith(_TAKEN_BACK)


def test_d3_what_only_bears_the_name_of_a_temporary_file(half: Rig, cli: Cli) -> None:
    """A folder, a pipe and a symlink are never ours: they stop nobody, and stay."""
    half.put_back()
    (half.vault / ".vn~0123456789aa").mkdir()
    os.mkfifo(half.vault / "People/.vn~0123456789ab")
    (half.vault / "People/.vn~0123456789ac").symlink_to("Cy.md")
    odd = set(half.vault.rglob(".vn~*"))
    assert cli(half.vault, "due").code == 0
    logged = cli(half.vault, "log", "called Ada Byron")
    assert (logged.code, logged.err) == (0, "")
    assert set(half.vault.rglob(".vn~*")) == odd


def test_d3_a_leftover_that_cannot_be_removed_stops_nobody(half: Rig) -> None:
    half.put_back()
    (half.vault / "People/.vn~0123456789aa").touch()
    told = run_command(half.vault, ("due",), Fault("unlink", 1, EROFS, stays=True))
    assert told.code == 0, told.err
    assert "People/.vn~0123456789aa: a temporary file of an earlier command cannot be removed" in told.err
    assert run_command(half.vault, ("due",)).err == ""
    assert list(half.vault.rglob(".vn~*")) == []
