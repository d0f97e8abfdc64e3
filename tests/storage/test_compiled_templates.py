"""Shipped templates are compiled once; what is kept of that is believed only if it is whole, and ours."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from tests.vaults import make_vault
from vaultnet.storage import template_engine
from vaultnet.storage.cache_folder import user_cache
from vaultnet.storage.templates import render
from vaultnet.storage.trust import read_template_tree, trust

CONTEXT = {"day": "2026-06-15"}


@pytest.fixture(autouse=True)
def _as_in_a_new_process() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    template_engine._environment.cache_clear()


def kept() -> list[Path]:
    return sorted((user_cache() / "templates").glob("*"))


def never(*_: object, **_named: object) -> None:
    raise AssertionError("compiled")


def test_the_second_process_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    once = render(None, "event.md", CONTEXT)
    forget()
    monkeypatch.setattr("jinja2.environment.generate", never)
    assert render(None, "event.md", CONTEXT) == once


def test_only_the_user_reads_it() -> None:
    render(None, "event.md", CONTEXT)
    assert [file.stat().st_mode & 0o777 for file in kept()] == [0o600]
    assert (user_cache() / "templates").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("at", [0, 15, 16, 40, -1])
def test_what_is_spoiled_is_compiled_anew(at: int) -> None:
    once = render(None, "event.md", CONTEXT)
    file = kept()[0]
    whole = file.read_bytes()
    for spoiled in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + (whole[at:][1:]), b""):
        file.write_bytes(spoiled)
        forget()
        assert render(None, "event.md", CONTEXT) == once
        assert file.read_bytes() == whole


def test_another_compiler_compiles_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    render(None, "event.md", CONTEXT)
    before = kept()[0].read_bytes()
    other = tmp_path / "compiler.py"
    other.write_text("# of a later version\n")
    monkeypatch.setattr(jinja2.compiler, "__file__", str(other))
    forget()
    render(None, "event.md", CONTEXT)
    assert kept()[0].read_bytes() != before


def test_a_folder_into_which_others_write_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    render(None, "event.md", CONTEXT)
    os.chmod(user_cache() / "templates", 0o777)  # noqa: PTH101
    forget()
    monkeypatch.setattr("jinja2.environment.generate", never)
    with pytest.raises(Exception, match="compiled"):
        render(None, "event.md", CONTEXT)


def test_where_nothing_can_be_kept_nothing_is() -> None:
    user_cache().mkdir(parents=True)
    (user_cache() / "templates").write_text("in the way")
    assert "2026-06-15" in render(None, "event.md", CONTEXT)


def test_what_could_not_be_kept_whole_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert "2026-06-15" in render(None, "event.md", CONTEXT)
    assert kept() == []


def test_nothing_of_a_vaults_own_templates_is_kept(tmp_path: Path) -> None:
    root = make_vault(tmp_path, "== .vaultnet/templates/event.md\nour {{ day }}")
    trust(root, read_template_tree(root))
    assert render(root, "event.md", CONTEXT) == "our 2026-06-15"
    assert kept() == []
