"""A page that says what it said before is not rendered anew; whatever it is made of may change that."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from vaultnet.app.workspace import Workspace
from vaultnet.storage.rendered import render_once
from vaultnet.storage.template_engine import Source
from vaultnet.storage.templates import Templates, fill_in


@pytest.fixture
def renderings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was really rendered."""
    made: list[str] = []

    def counted(templates: Templates, name: str, context: dict[str, str]) -> str:
        made.append(fill_in(templates, name, context))
        return made[-1]

    monkeypatch.setattr("vaultnet.storage.rendered.fill_in", counted)
    return made


def templates(text: str) -> Templates:
    return Templates({"a.md": Source(text, "templates/a.md")}, has_own=False)


def test_a_page_is_rendered_when_it_says_something_new(
    vault: Path, clock: Callable[[], datetime], renderings: list[str]
) -> None:
    english, german = templates("Dear {{ who }}\n\n"), templates("Liebe {{ who }}\n")
    with Workspace(vault, clock) as workspace:
        index = workspace.connection
        for _ in range(2):
            assert render_once(index, english, "a.md", {"who": "Ada"}) == "Dear Ada\n\n"
        assert renderings == ["Dear Ada\n\n"]
        assert render_once(index, english, "a.md", {"who": "Ben"}) == "Dear Ben\n\n"
        assert render_once(index, german, "a.md", {"who": "Ben"}) == "Liebe Ben\n"
    assert renderings == ["Dear Ada\n\n", "Dear Ben\n\n", "Liebe Ben\n"]


def test_an_index_that_is_busy_costs_only_the_time_to_render(
    vault: Path, clock: Callable[[], datetime], renderings: list[str]
) -> None:
    with Workspace(vault, clock) as workspace:
        index = workspace.connection
        index.execute("PRAGMA busy_timeout = 0")
        other = sqlite3.connect(workspace.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for _ in range(2):
            assert render_once(index, templates("Dear {{ who }}"), "a.md", {"who": "Ada"}) == "Dear Ada"
        other.close()
    assert len(renderings) == 2
