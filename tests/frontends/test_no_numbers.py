"""No number beside a person, in whatever command; tests/frontends/test_commands.py asks the same of the example vault."""

import re
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.everywhere import everywhere
from tests.frontends.numbers import numbers_beside_people

_COMMANDS = [
    ("due", "--all"),
    ("show", "Nora"),
    ("plan", "Petra"),
    ("coverage", "--all"),
    ("give", "--all"),
    ("followups", "--all"),
    ("introductions", "--all"),
    ("path", "Acme"),
    ("wishlist",),
    ("targets", "--all"),
    ("triage", "--prune", "--list"),
    ("triage", "--note", "--stdout"),
    ("brief", "Lunch", "--stdout"),
    ("brief", "Party", "--stdout"),
    ("debrief", "Old Evening", "--stdout"),
    ("review", "--stdout"),
    ("review", "--quarter", "--stdout"),
    ("agenda", "--stdout"),
    ("find", "Nora"),
    ("goals",),
    ("news", "--all"),
    ("network",),
]
_TALLIES = re.compile(r"\b(?:score|rank|balance|points?|rating|tally|owes? you \d)\b", re.IGNORECASE)


@pytest.mark.parametrize("words", _COMMANDS, ids=" ".join)
def test_no_number_stands_beside_a_person(cli: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    vault = everywhere(tmp_path / "v")
    assert list(numbers_beside_people(cli(vault, *words, "--json").json())) == []
    assert _TALLIES.search(cli(vault, *words).out) is None


def test_a_number_would_be_seen() -> None:
    row = {"contact": "People/Ada.md", "gave": 3, "gap": {"count": 7, "unit": "month"}, "line": 2, "private": True}
    assert list(numbers_beside_people({"rows": [row], "people": 1})) == ["People/Ada.md: gave"]
    nested = {"path": "People/Ada.md", "ties": [{"weight": 0.5}]}
    assert list(numbers_beside_people(nested)) == ["People/Ada.md: weight"]
