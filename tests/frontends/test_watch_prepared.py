"""What a watcher has open while a batch settles: nobody is kept from anything by it, and it says nothing old."""

import fcntl
from datetime import datetime
from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault
from vaultnet.app.workspace import Workspace
from vaultnet.frontends.watch.caretaker import Caretaker
from vaultnet.storage import index
from vaultnet.storage.cache_folder import cache_folder

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
