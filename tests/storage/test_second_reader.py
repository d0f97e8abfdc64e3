"""A first index read by two processes is the index that one would make, whatever becomes of the child."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.storage.indexed import CONTACT, dump, indexed, put
from vaultnet.model.entry import build_entry
from vaultnet.storage import reading, second_reader

NOTES = 450  # seven shares: four are the child's


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("second") / "vault"
    for number in range(NOTES):
        link = f"[[Note {number * 7 % NOTES}]]"
        log = f"## Log\n- 2026-05-{number % 28 + 1:02} coffee: with {link} #gave\n- [ ] Write to {link}\n"
        put(
            root,
            f"Folder {number % 3}/Note {number}.md",
            f"{CONTACT}birthday: 04-17\n---\n{log}" if number % 2 else log,
        )
    put(root, "Folder 1/Broken.md", CONTACT.encode() + b"Ren\xe9\n")
    put(root, "Folder 2/Half.md", '---\ntype: contact\nname: "\\ud800"\nscore: .nan\n---\n')
    return root


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Two processors and few notes are enough; whoever was begun stands here."""
    begun: list[int] = []
    fork = os.fork

    def counted() -> int:
        child = fork()
        begun.append(child)
        return child

    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    monkeypatch.setattr(os, "fork", counted)
    monkeypatch.setattr(second_reader, "MANY", 100)
    return begun


def index_of(vault: Path, database: Path) -> dict[str, list[tuple[Any, ...]]]:
    with indexed(vault, database) as connection:
        return dump(connection)


def alone(vault: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[Any, ...]]]:
    with monkeypatch.context() as patch:
        patch.setattr(second_reader, "MANY", NOTES * 2)
        return index_of(vault, database)


def test_two_processes_make_the_index_of_one(
    vault: Path, tmp_path: Path, children: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index_of(vault, tmp_path / "two.sqlite") == alone(vault, tmp_path / "one.sqlite", monkeypatch)
    assert len(children) == 1
    with pytest.raises(ChildProcessError):  # nobody is left behind
        os.waitpid(children[0], os.WNOHANG)


@pytest.mark.parametrize("ending", [lambda: os._exit(0), lambda: os.kill(os.getpid(), 9), lambda: 1 / 0])
def test_a_child_that_ends_midway_is_not_missed(
    ending: Any, vault: Path, tmp_path: Path, children: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()
    seen: list[str] = []

    def faltering(path: str, *rest: Any) -> Any:
        seen.append(path)
        if os.getpid() != parent and len(seen) > NOTES // 3:
            ending()
        return build_entry(path, *rest)

    wanted = alone(vault, tmp_path / "one.sqlite", monkeypatch)
    seen.clear()
    monkeypatch.setattr(reading, "build_entry", faltering)
    assert index_of(vault, tmp_path / "two.sqlite") == wanted
    assert children


def test_what_goes_wrong_in_the_child_is_told_by_the_parent(
    vault: Path, tmp_path: Path, children: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: str, *_rest: Any) -> Any:
        raise ArithmeticError(path)

    monkeypatch.setattr(reading, "build_entry", failing)
    with pytest.raises(ArithmeticError):
        index_of(vault, tmp_path / "two.sqlite")
    assert children
