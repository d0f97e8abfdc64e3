"""D12: the index may be deleted, cut short, spoilt or put back from an old copy at any moment: the next command gives
the same answers, without a word of trouble.
"""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.writing_commands import make_written
from tests.storage.indexed import bring_up_to_date, dump
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder

_QUESTIONS = (("due", "--all"), ("show", "Ben Okri"), ("check",), ("query", "SELECT * FROM touches ORDER BY 1, 3"))
Damage = Callable[["Bench"], None]


class Bench:
    """A vault that goes on changing, an older copy of its index, and what chance says to do next."""

    def __init__(self, vault: Path, draws: random.Random) -> None:
        self.vault, self.draws = vault, draws
        self.database = index.database_path(cache_folder(vault))
        self.older = vault.parent / "older"

    def files(self) -> list[Path]:
        return [path for path in self.database.parent.glob(f"{self.database.name}*") if not path.name.endswith("-lock")]

    def note(self) -> Path:
        return self.draws.choice(sorted((self.vault / "People").glob("*.md")))


def _delete(bench: Bench) -> None:
    shutil.rmtree(bench.database.parent) if bench.draws.random() < 0.5 else bench.draws.choice(bench.files()).unlink()


def _cut_short(bench: Bench) -> None:
    file = bench.draws.choice(bench.files())
    os.truncate(file, bench.draws.randrange(file.stat().st_size + 1))


def _flip_bits(bench: Bench) -> None:
    file = bench.draws.choice(bench.files())
    data = bytearray(file.read_bytes())
    for _ in range(bench.draws.randint(1, 20) if data else 0):
        data[bench.draws.randrange(len(data))] ^= 1 << bench.draws.randrange(8)
    file.write_bytes(data)


def _put_back_an_old_copy(bench: Bench) -> None:
    """As from a backup: with the times that the files had then."""
    for file in bench.files():
        file.unlink()
    for file in bench.older.iterdir():
        shutil.copy2(file, bench.database.parent / file.name)


def _use_another_version(bench: Bench) -> None:
    with closing(sqlite3.connect(bench.database)) as connection, suppress(sqlite3.DatabaseError):
        connection.execute(f"PRAGMA user_version = {bench.draws.randrange(1, 99)}")


def _save_with_the_old_time(bench: Bench) -> None:
    """As some sync services do: other bytes, the same size, the modification time put back."""
    note = bench.note()
    status, data = note.stat(), note.read_bytes()
    note.write_bytes(data.replace(b"202", b"201", 1))
    os.utime(note, ns=(status.st_atime_ns, status.st_mtime_ns))


def _touch_to_a_wrong_time(bench: Bench) -> None:
    note = bench.note()
    note.write_bytes(note.read_bytes() + b"\n- 2026-05-05 call: hello\n")
    os.utime(note, (bench.draws.choice((0, 4_070_908_800)),) * 2)


def _make_read_only(bench: Bench) -> None:
    """No file can be made where the index lies: a file stands in its folder's place (root may write anywhere)."""
    shutil.rmtree(bench.database.parent)
    bench.database.parent.write_text("in the way")


_DAMAGES: tuple[Damage, ...] = (
    _delete, _cut_short, _flip_bits, _put_back_an_old_copy, _use_another_version, _save_with_the_old_time,
    _touch_to_a_wrong_time, _make_read_only,
)  # fmt: skip


@pytest.mark.parametrize("rounds", [16, pytest.param(10_000, marks=pytest.mark.soak)])
def test_d12_whatever_happens_to_the_index(cli: Cli, tmp_path: Path, rounds: int) -> None:
    bench = Bench(make_written(tmp_path), random.Random(12))
    assert cli(bench.vault, "index").code == 0
    shutil.copytree(bench.database.parent, bench.older)
    for number in range(rounds):
        damage = _DAMAGES[number % len(_DAMAGES)]
        damage(bench)
        words = bench.draws.choice(_QUESTIONS)
        answered = cli(bench.vault, *words)
        assert "Traceback" not in answered.err, (number, damage.__name__, answered.err)
        if bench.database.parent.is_file():
            assert "this command reads every note anew" in answered.err
            bench.database.parent.unlink()
        with index.open_in_memory() as fresh:
            bring_up_to_date(fresh, bench.vault)
            right = dump(fresh)
        assert cli(bench.vault, "index").code == 0
        with index.open_index(bench.database) as kept:
            assert dump(kept) == right, (number, damage.__name__)
        again = cli(bench.vault, *words)
        assert (answered.code, answered.out) == (again.code, again.out), (number, damage.__name__)
    print(f"{rounds} times something happened to the index, and every answer was that of a new one")
