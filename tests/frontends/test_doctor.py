"""`vaultnet doctor`: it says where everything lies and what is in the way; `--purge` leaves nothing of it."""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.storage.faults import failing
from tests.vaults import make_vault, snapshot
from vaultnet.storage.beneath import Place
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.file_system import FileSystem, can_exchange, file_system_of
from vaultnet.storage.recovery import Displaced, Recovery
from vaultnet.storage.sync_services import find_sync_services
from vaultnet.storage.watch_limit import read_watch_limit
from vaultnet.storage.watch_lock import WatchState, watch_lock

VAULT = """
== People/Ada Byron.md
---
type: contact
---
## Log
- 2026-05-02 coffee: she told me a secret
"""


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """In a folder that others may pass through, as /home is; pytest's own they may not."""
    with tempfile.TemporaryDirectory(prefix="vaultnet-home-") as name:
        home = Path(name)
        home.chmod(0o755)
        for kind in ("CACHE", "CONFIG", "STATE"):
            monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        root = make_vault(home / "vault", VAULT)
        root.chmod(0o700)
        yield root


def rules(cli: Cli, vault: Path) -> dict[str, str]:
    return {found["rule"]: found["severity"] for found in cli(vault, "doctor", "--json").json()["findings"]}


def test_a_vault_that_is_well(cli: Cli, vault: Path) -> None:
    assert cli(vault, "log", "called Ada").code == 0
    before = snapshot(vault)
    told = cli(vault, "doctor")
    assert told.code == 0
    assert "Nothing is in the way." in told.out
    assert "earlier texts of notes, for undo" in told.out
    assert "others can read it" not in told.out
    assert "secret" not in told.out
    assert snapshot(vault) == before
    places = {place["what"]: place for place in cli(vault, "doctor", "--json").json()["places"]}
    assert {"index", "journal", "memory"} <= set(places)
    assert not any(place["open"] for place in places.values())
    assert all(Path(place["path"]).exists() for place in places.values())


def keep_a_save(vault: Path) -> None:
    (vault / "lost.md").write_text("a save of vim's")
    folder = os.open(vault, os.O_RDONLY)
    try:
        recovery = Recovery(vault)
        recovery.take(Place(folder, "lost.md"), "lost.md", Displaced("People/Ada Byron.md", "0", "log"))
        assert recovery.settle()
    finally:
        os.close(folder)


def begin_a_merge(vault: Path) -> None:
    subprocess.run(["git", "init", "-q", str(vault)], check=True, env={**os.environ, "GIT_CONFIG_NOSYSTEM": "1"})
    (vault / ".git/MERGE_HEAD").touch()


def break_the_repository(vault: Path) -> None:
    (vault / ".git").mkdir()


def sync_twice(vault: Path) -> None:
    (vault / ".stfolder").mkdir()
    (vault / ".dropbox").touch()


def open_the_cache(vault: Path) -> None:
    for folder in (cache_folder(vault), cache_folder(vault).parent, cache_folder(vault).parent.parent):
        folder.chmod(0o755)


AILMENTS: dict[str, Callable[[Path], object]] = {
    "save-kept": keep_a_save,
    "git-busy": begin_a_merge,
    "git-unreadable": break_the_repository,
    "note-problems": lambda vault: (vault / "Broken.md").write_text("---\ntype: contact\n"),
    "two-services": sync_twice,
    "clock-behind": lambda vault: os.utime(vault / "People/Ada Byron.md", (4e9, 4e9)),
    "vault-open": lambda vault: vault.chmod(0o755),
    "place-open": open_the_cache,
}


@pytest.mark.parametrize("rule", AILMENTS)
def test_what_is_in_the_way_is_named(cli: Cli, vault: Path, rule: str) -> None:
    assert cli(vault, "log", "called Ada").code == 0
    assert rule not in rules(cli, vault)
    AILMENTS[rule](vault)
    assert rule in rules(cli, vault)
    assert f" {rule}: " in cli(vault, "doctor").out


def test_notes_that_vanished(cli: Cli, vault: Path) -> None:
    for number in range(20):
        (vault / f"{number}.md").write_text("x")
    assert cli(vault, "index").code == 0
    for number in range(20):
        (vault / f"{number}.md").unlink()
    assert "notes-vanished" in rules(cli, vault)


def test_purge_leaves_nothing_and_keeps_the_notes(cli: Cli, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cli(vault, "log", "called Ada").code == 0
    assert cli(vault, "index").code == 0
    keep_a_save(vault)
    (vault / ".vaultnet/templates").mkdir(parents=True)
    (vault / ".vaultnet/templates/agenda.md").write_text("x")
    assert cli(vault, "trust").code == 0
    before = snapshot(vault)
    places = [Path(place["path"]) for place in cli(vault, "doctor", "--json").json()["places"]]
    monkeypatch.setattr("click.prompt", lambda *_, **__: "")
    refused = cli(vault, "doctor", "--purge")
    assert "look at them first" in refused.err
    assert "Nothing was removed." in refused.out
    assert cli(vault, "doctor", "--purge", "--json").json()["error"]["message"] == "--json asks nothing: add --yes"
    assert all(place.exists() for place in places)
    told = cli(vault, "doctor", "--purge", "--yes")
    assert told.code == 0
    assert "Removed: " in told.out
    left = [file for file in vault.parent.rglob("*") if file.is_file() and vault not in file.parents]
    assert [file.name for file in left] == ["trust.toml"]
    assert str(vault) not in left[0].read_text()
    assert snapshot(vault) == before
    assert "Removed: 0 files." in cli(vault, "doctor", "--purge").out  # nothing is asked where nothing would go
    assert cli(vault, "due", "--all").code == 0


def test_purge_leaves_plans_of_imports_and_names_them(cli: Cli, vault: Path, tmp_path: Path) -> None:
    people, plan = tmp_path / "people.csv", tmp_path / "plan.csv"
    people.write_text("Name,Email\nBen Okri,ben@example.org\n")
    assert cli(vault, "import", "csv", str(people), "--plan", str(plan)).code == 0
    told = cli(vault, "doctor", "--purge", "--yes", "--json").json()
    assert told["left"] == [str(plan)]
    assert plan.exists()


def test_purge_waits_for_nobody_who_is_at_work(cli: Cli, vault: Path) -> None:
    with watch_lock(vault) as note:
        note(WatchState(pid=4711, since="2026-06-15T08:00:03+02:00"))
        told = cli(vault, "doctor", "--purge", "--yes")
        assert (told.code, "process 4711" in told.err) == (6, True)
        assert "watcher" in rules(cli, vault)


def test_an_empty_folder_of_a_vault(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty/.obsidian").mkdir(parents=True)
    (tmp_path / "empty").chmod(0o700)
    assert "Nothing is in the way." in cli(tmp_path / "empty", "doctor").out
    assert cli(tmp_path, "doctor").code == 5


def test_file_systems_by_their_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "30 22 0:40 / /net/my\\040notes rw shared:1 - fuse.sshfs me@there: rw\n"
        "31 22 0:41 / /net/my rw - tmpfs tmpfs rw\n"
    )
    assert file_system_of(Path("/net/my notes/vault"), mounts) == FileSystem("fuse.sshfs", is_remote=True)
    assert file_system_of(Path("/net/mystery"), mounts) == FileSystem("ext4", is_remote=False)
    assert file_system_of(tmp_path, tmp_path / "none") is None


def test_swapping_is_tried_and_leaves_nothing(vault: Path) -> None:
    assert can_exchange(vault) in {True, False}
    assert can_exchange(vault, failing("exchange", 22, 1)) is False
    assert can_exchange(vault, failing("open", 30, 1)) is None
    assert list(vault.glob(".vn~*")) == []


@pytest.mark.parametrize(
    ("folder", "mark", "services"),
    [
        ("Dropbox (Personal)/notes", "", ("Dropbox",)),
        ("OneDrive - Acme/notes", ".stfolder", ("OneDrive", "Syncthing")),
        ("MEGAproject/notes", "", ()),
        ("Mobile Documents/notes", "", ("iCloud",)),
    ],
)
def test_services_are_known_by_their_folders(tmp_path: Path, folder: str, mark: str, services: tuple[str, ...]) -> None:
    root = tmp_path / folder
    root.mkdir(parents=True)
    if mark:
        (root.parent / mark).mkdir()
    assert find_sync_services(root) == services


def test_the_limit_of_watches(tmp_path: Path) -> None:
    (tmp_path / "limit").write_text("65536\n")
    assert read_watch_limit(tmp_path / "limit") == 65536
    assert read_watch_limit(tmp_path / "none") is None


def test_d14_doctor_says_that_the_merge_driver_is_missing(cli: Cli, vault: Path) -> None:
    subprocess.run(["git", "init", "-q", str(vault)], check=True, env={**os.environ, "GIT_CONFIG_NOSYSTEM": "1"})
    assert "driver-missing" in rules(cli, vault)
    assert cli(vault, "git", "install").code == 0
    assert not {rule for rule in rules(cli, vault) if rule.startswith(("driver", "attribute"))}
