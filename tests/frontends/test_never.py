"""`cadence: never` is in no outreach, plan, coverage, wish step or proposal; meetings, briefs and promises stay."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.everywhere import NEVER, everywhere

_PLANS = [
    ("due",),
    ("due", "--within", "1y"),
    ("plan",),
    ("plan", "--year", "2027"),
    ("coverage", "--all"),
    ("wishlist",),
    ("path", "Wanda"),
    ("path", "Mill"),
    ("path", "Acme"),
    ("path", "Brick"),
    ("drive", "--all"),
    ("triage", "--list"),
    ("triage", "--prune", "--list"),
    ("triage", "--note", "--stdout"),
    ("brief", "Party", "--stdout"),
    ("targets", "--all"),
    ("stats",),
]


_THEIR_WORDS = re.compile(
    r"(?:coffee: long|long, with|Called Petra|“long|introduced by )[^\n]*"
)  # what others' notes say of them
_TOLD = {"text", "last_text", "introduced_by", "block"}


@pytest.mark.parametrize("day", ["2026-06-15", "2028-06-15"])
@pytest.mark.parametrize("words", _PLANS, ids=" ".join)
def test_nobody_is_proposed_whom_i_left(cli: Cli, tmp_path: Path, words: tuple[str, ...], day: str) -> None:
    vault = everywhere(tmp_path / "v")
    result = cli(vault, *words, today=day)
    assert result.code == 0
    assert NEVER not in _THEIR_WORDS.sub("", result.out)
    named = list(_strings(cli(vault, *words, "--json", today=day).json()))
    assert [text for text in named if NEVER in text] == []


def _strings(value: Any) -> Iterator[str]:
    """Every text of a JSON object, but for what somebody else's note says in its own words."""
    if isinstance(value, str):
        yield _THEIR_WORDS.sub("", value)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _TOLD:
                yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


@pytest.mark.parametrize("section", ["reach_out", "meet_someone", "follow_up", "introductions"])
def test_no_page_of_a_year_reaches_out_to_them(cli: Cli, tmp_path: Path, section: str) -> None:
    vault = everywhere(tmp_path / "v")
    for day in ("2026-06-15", "2026-06-16", "2026-06-22", "2026-07-20", "2026-12-07", "2027-06-11"):
        sections = cli(vault, "agenda", "--stdout", "--json", today=day).json()["sections"]
        items = [item for one in sections if one["name"] == section for item in one["items"]]
        assert [item for item in items if item["contact"] == f"People/{NEVER}.md"] == []


def test_nothing_is_given_but_what_was_promised(cli: Cli, tmp_path: Path) -> None:
    found = cli(everywhere(tmp_path / "v"), "give", "--all", "--json").json()
    assert NEVER in str(found.pop("promises"))
    assert NEVER not in str(found)


def test_nobody_asks_them_for_an_introduction_in_the_review(cli: Cli, tmp_path: Path) -> None:
    vault = everywhere(tmp_path / "v")
    steps = cli(vault, "review", "--stdout", "--json").json()["steps"]
    for part in ("wishes", "introductions", "gifts"):
        assert NEVER not in str(steps[part])
    charts = cli(vault, "review", "--quarter", "--stdout", "--json").json()
    assert NEVER not in str((charts["dormant"], charts["cooling"], charts["charts"]))


@pytest.mark.parametrize(
    "words",
    [
        ("agenda", "--stdout"),
        ("brief", "Lunch", "--stdout"),
        ("brief", "Nora", "--stdout"),
        ("promises",),
        ("followups",),
        ("show", "Nora"),
        ("draft", "Nora"),
    ],
    ids=" ".join,
)
def test_meetings_briefs_and_promises_stay(cli: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert NEVER.split()[0] in cli(everywhere(tmp_path / "v"), *words).out
