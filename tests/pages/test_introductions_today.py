"""Introductions that are mine to move on: what stands on the agenda, and what a tick writes."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.pages.free_pages import MONDAY, lines, log_of, mark, run
from tests.vaults import make_vault

STEPS = """
    == People/Ada.md
    ---
    type: contact
    ---
    - 2026-06-01 call
    == People/Ben.md
    ---
    type: contact
    ---
    - 2026-06-01 call
    == People/Cy.md
    ---
    type: contact
    ---
    - 2026-06-01 call
    == I/Ada and Ben.md
    ---
    type: introduction
    to: "[[Ada]]"
    from: "[[Ben]]"
    status: {status}
    ---
    {log}
"""


@pytest.mark.parametrize(
    ("status", "log", "line", "after"),
    [
        ("agreed", "- 2026-06-08 both said yes",
         "Introduction for [[Ada]] and [[Ben]] · both said yes: one message to the two of them", "made"),
        ("wanted", "", "E-mail [[Ada]] · whether to be introduced to Ben · then ask Ben too", "wanted"),
        ("wanted", "- 2026-06-12 asked Ada", "E-mail [[Ben]] · whether to be introduced to Ada", "asked"),
        ("made", "- 2026-03-02 made", "E-mail [[Ada]] · ask what came of it: the introduction to Ben", "made"),
    ],
)  # fmt: skip
def test_an_introduction_that_is_mine_to_move_on(tmp_path: Path, status: str, log: str, line: str, after: str) -> None:
    vault = make_vault(tmp_path, STEPS.format(status=status, log=log))
    assert lines(run(vault), "introductions") == [line]
    mark(vault, line, "x")
    run(vault)
    note = (vault / "I/Ada and Ben.md").read_text()
    assert f"status: {after}" in note
    assert len(log_of(vault, "I/Ada and Ben.md")) == 1
    assert run(vault).change is None
    tomorrow = lines(run(vault, MONDAY + timedelta(days=1)), "introductions")
    assert tomorrow == (["E-mail [[Ben]] · whether to be introduced to Ada"] if after == "wanted" else [])


def test_a_broken_introduction_note_keeps_the_tick_waiting(tmp_path: Path) -> None:
    vault = make_vault(tmp_path, STEPS.format(status="agreed", log="- 2026-06-08 both said yes"))
    run(vault)
    note = vault / "I/Ada and Ben.md"
    text = note.read_text()
    mark(vault, "Introduction for", "x")
    note.write_text(text + "\n<!-- vaultnet:agenda -->\n")
    run(vault)
    assert log_of(vault, "People/Ada.md") == []
    note.write_text(text)
    run(vault)
    assert len(log_of(vault, "People/Ada.md")) == len(log_of(vault, "People/Ben.md")) == 1


@pytest.mark.parametrize("ben", ["", "---\ntype: contact\npaused: true\n---\n- 2026-06-01 call\n"])
def test_nobody_is_introduced_to_whom_one_cannot_write(tmp_path: Path, ben: str) -> None:
    vault = make_vault(tmp_path, STEPS.format(status="agreed", log="- 2026-06-08 both said yes"))
    (vault / "People/Ben.md").unlink()
    if ben:
        (vault / "People/Ben.md").write_text(ben)
    assert lines(run(vault), "introductions") == []


def test_nothing_is_asked_of_whoever_is_paused(tmp_path: Path) -> None:
    vault = make_vault(tmp_path, STEPS.format(status="wanted", log=""))
    for name in ("Ada", "Ben"):
        (vault / f"People/{name}.md").write_text("---\ntype: contact\npaused: true\n---\n- 2026-06-01 call\n")
    assert lines(run(vault), "introductions") == []
