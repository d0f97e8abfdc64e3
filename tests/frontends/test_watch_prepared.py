"""What a watcher has open while a batch settles, and reads early: it keeps nobody from anything, and says nothing old."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault
from vaultnet.app.workspace import Workspace
from vaultnet.frontends.watch.caretaker import Caretaker
from vaultnet.frontends.watch.loop import Desk, Loop
from vaultnet.frontends.watch.mailbox import Mailbox
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.watch_lock import WatchState

VAULT = """
=== People/Ada.md
---
type: contact
---
## Log
- 2026-05-01 coffee: talked of pensions
=== People/Bob.md
---
type: contact
---
"""


@pytest.fixture
def caretaker(tmp_path: Path) -> Caretaker:
    root = make_vault(tmp_path / "vault", VAULT)
    made = Caretaker(root, lambda: Workspace(root, lambda: datetime(2026, 6, 15, 9)), ("watch",), lambda _: None)
    made.look()
    return made


@pytest.fixture
def loop(tmp_path: Path) -> Iterator[Loop]:
    """Nobody waits in it: each test says what happens when."""
    root = make_vault(tmp_path / "vault", VAULT)
    desk = Desk(WatchState(0, ""), lambda _: None, lambda: "")
    made = Loop(root, lambda: Workspace(root, lambda: datetime(2026, 6, 15, 9)), lambda _: None, Mailbox(), desk, [])
    made._round()
    yield made
    made._eyes.close()


def _database(root: Path) -> Path:
    return index.database_path(cache_folder(root))


def _is_held(database: Path) -> bool:
    with Path(f"{database}-lock").open("rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def _save(root: Path) -> None:
    (root / "People/Bob.md").write_text("---\ntype: contact\n---\n## Log\n- 2026-06-01 call\n")


def _is_known(root: Path) -> bool:
    """Whether the index says what was saved, to somebody who asks nothing but the index."""
    with closing(sqlite3.connect(f"file:{_database(root)}?mode=ro", uri=True)) as index:
        count: int = index.execute("SELECT count(*) FROM touch").fetchone()[0]
        return count > 1


def _touches(root: Path) -> int:
    with open_vault(root) as workspace:
        workspace.vouch = lambda: None
        workspace.refresh()
        count: int = workspace.connection.execute("SELECT count(*) FROM touch").fetchone()[0]
        return count


def test_the_index_is_held_from_the_first_event_to_the_look_and_not_at_rest(
    tmp_path: Path, caretaker: Caretaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "vault"
    database = _database(root)
    assert not _is_held(database)
    caretaker.prepare()
    assert _is_held(database)
    _save(root)
    with monkeypatch.context() as patch:
        patch.setattr(index, "_connect", lambda _: pytest.fail("opened a second time"))
        assert caretaker.look({"People"}).changes == 1
    assert not _is_held(database)
    caretaker.prepare()
    caretaker.rest()
    assert not _is_held(database)


def test_a_walk_in_a_child_does_not_share_it(tmp_path: Path, caretaker: Caretaker) -> None:
    caretaker.prepare()
    _save(tmp_path / "vault")
    assert caretaker.look().changes == 1
    assert not _is_held(_database(tmp_path / "vault"))


def test_d12_the_index_may_be_thrown_away_in_between(tmp_path: Path, caretaker: Caretaker) -> None:
    root = tmp_path / "vault"
    caretaker.prepare()
    for file in _database(root).parent.iterdir():
        file.unlink()
    _save(root)
    assert _touches(root) == 2
    caretaker.look({"People"})
    assert _touches(root) == 2
    _save(root)
    caretaker.prepare()
    caretaker.look({"People"})
    assert _touches(root) == 2


def test_settings_saved_in_between_hold_for_the_look(tmp_path: Path, caretaker: Caretaker) -> None:
    caretaker.prepare()
    (tmp_path / "vault/vaultnet.toml").write_text("[watch]\nquiet = 7\n")
    caretaker.look({""})
    assert caretaker.settings.quiet == 7


def test_a_look_that_was_begun_early_is_only_committed(
    tmp_path: Path, caretaker: Caretaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "vault"
    _save(root)
    caretaker.look_ahead({"People"})
    assert not _is_known(root), "not before its time"
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "refresh", lambda _: pytest.fail("looked a second time"))
        assert caretaker.look(()).changes == 1
    assert _is_known(root)
    assert not _is_held(_database(root))
    caretaker.look_ahead({"People"})
    assert caretaker.look(()).changes == 0, "nothing was other, and nothing had to be written"


def test_what_happens_after_an_early_look_is_looked_at_too(tmp_path: Path, caretaker: Caretaker) -> None:
    root = tmp_path / "vault"
    _save(root)
    caretaker.look_ahead({"People"})
    (root / "People/Ada.md").unlink()
    (root / "Top.md").write_text("x\n")
    found = caretaker.look({"People", ""}).found
    assert (found.added, found.changed, found.removed) == (1, 1, 1)
    assert caretaker.vouched == (found.edition, ())


def test_what_an_early_look_took_is_owed_until_it_is_committed(
    tmp_path: Path, caretaker: Caretaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told that nothing has happened: not where it was taken back, nor where it went wrong."""
    root = tmp_path / "vault"
    _save(root)
    caretaker.look_ahead({"People"})
    assert caretaker.is_ahead
    caretaker.rest()
    assert (caretaker.is_ahead, caretaker.owes_look) == (False, True)
    assert not _is_held(_database(root))
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "refresh", lambda _: 1 // 0)
        caretaker.look_ahead(())
    assert (caretaker.is_ahead, caretaker.owes_look) == (False, True)
    assert caretaker.look(()).changes == 1
    assert not caretaker.owes_look
    assert _is_known(root)


def test_an_early_look_that_may_be_anywhere_is_a_walk(tmp_path: Path, caretaker: Caretaker) -> None:
    root = tmp_path / "vault"
    _save(root)
    caretaker.look_ahead(None)
    assert (caretaker.is_ahead, caretaker.vouched) == (False, None)
    look = caretaker.look(())
    assert (look.changes, look.walked) == (1, True)


def test_other_settings_are_not_read_early(tmp_path: Path, caretaker: Caretaker) -> None:
    """They make the whole index anew; and those of the moment of the look hold for it."""
    root = tmp_path / "vault"
    (root / "vaultnet.toml").write_text("[watch]\nquiet = 7\n")
    caretaker.look_ahead({""})
    assert not caretaker.is_ahead
    (root / "vaultnet.toml").write_text("[watch]\nquiet = 8\n")
    caretaker.look(())
    assert caretaker.settings.quiet == 8


def test_who_asks_in_between_is_answered_with_what_was_read_early(tmp_path: Path, loop: Loop) -> None:
    root = tmp_path / "vault"
    before = loop._vouched()
    _save(root)
    loop._hear(frozenset({"People/Bob.md"}))
    loop._look_ahead()
    assert not _is_known(root)
    after = loop._vouched()
    assert after
    assert after != before
    assert _is_known(root)
    _save(root)
    loop._hear(frozenset({"People/Bob.md"}))
    loop._look_ahead()
    loop._hear(frozenset({"People/Ada.md"}))
    assert not _is_held(_database(root)), "nobody waits for a batch that goes on"


def test_a_large_batch_is_not_read_early(loop: Loop) -> None:
    """It may be a part of one that is larger still, and would be read more than once."""
    loop._hear(frozenset(f"People/Somebody {number}.md" for number in range(17)))
    loop._look_ahead()
    assert not loop._caretaker.is_ahead
