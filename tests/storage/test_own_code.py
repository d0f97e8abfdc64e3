"""A watcher whose code is not what stands on disk any more answers nobody."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vaultnet.storage.answering import Answering
from vaultnet.storage.own_code import OwnCode, code_folders
from vaultnet.storage.state_folder import state_folder
from vaultnet.storage.watcher_line import NAME, question


@pytest.fixture
def package(tmp_path: Path) -> Path:
    package = tmp_path / "package"
    (package / "storage").mkdir(parents=True)
    (package / "storage/scan.py").write_text("A = 1\n")
    return package


@pytest.fixture
def code(package: Path) -> Iterator[OwnCode]:
    made = OwnCode([str(package), str(package / "storage")])
    made.start()
    yield made
    made.stop()


def _written_in_place(package: Path) -> None:
    (package / "storage/scan.py").write_text("A = 2\n")


def _replaced(package: Path) -> None:
    (package.parent / "new").write_text("A = 2\n")
    (package.parent / "new").replace(package / "storage/scan.py")


def _added(package: Path) -> None:
    (package / "storage/more.py").touch()


def _folder_added(package: Path) -> None:
    (package / "pages").mkdir()


def _removed(package: Path) -> None:
    (package / "storage/scan.py").unlink()


def _package_removed(package: Path) -> None:
    (package / "storage/scan.py").unlink()
    (package / "storage").rmdir()
    package.rmdir()


@pytest.mark.parametrize("change", [_written_in_place, _replaced, _added, _folder_added, _removed, _package_removed])
def test_whatever_changes_the_code_is_seen_at_once_and_for_good(
    package: Path, code: OwnCode, change: Callable[[Path], None]
) -> None:
    assert not code.has_changed()
    change(package)
    assert code.has_changed()
    assert code.has_changed()


def test_what_python_and_editors_leave_beside_it_is_no_change(package: Path, code: OwnCode) -> None:
    (package / "storage/__pycache__").mkdir()
    (package / "storage/__pycache__/scan.pyc").touch()
    (package / "storage/.scan.py.swp").touch()
    os.utime(package / "storage/scan.py")
    (package / "storage/scan.py").read_text()
    assert not code.has_changed()


def test_where_the_system_has_no_watches_left_nothing_is_said(package: Path) -> None:
    code = OwnCode([str(package / "not there")])
    code.start()
    assert not code.has_changed()
    code.stop()


def test_the_whole_package_and_its_templates_are_looked_at() -> None:
    names = [Path(place).name for place in code_folders()]
    assert {"vaultnet", "storage", "language", "templates"} <= set(names)
    assert "__pycache__" not in names


def test_after_an_upgrade_nobody_is_answered(tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()

    def asked(line: Answering) -> bytes:
        with socket.socket(socket.AF_UNIX) as ours:
            ours.connect(NAME)
            ours.sendall(question(str(vault), "edition"))
            line.answer(lambda _: b"3f9c")
            return ours.recv(100)

    with Answering(vault, [str(package / "storage")]) as line:
        monkeypatch.chdir(state_folder(vault))
        assert (asked(line), line.is_outdated) == (b"4\n3f9c", False)
        _written_in_place(package)
        assert (asked(line), line.is_outdated) == (b"0\n", True)
