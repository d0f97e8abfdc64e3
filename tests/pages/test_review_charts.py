"""What a review draws: when, of whom, and that it is drawn the same again."""

from pathlib import Path

import pytest

from tests.mermaid.fences import fences_in
from tests.pages.test_review import review
from tests.vaults import make_vault

VAULT = """
    == People/Ada.md
    ---
    type: contact
    tier: close
    met: 2026-01-01
    ---
    ## Log
    - 2026-06-01 coffee: she moves to Paris
    - 2026-05-20 email to: the map
    - 2026-02-02 call: hello
    == People/Ben.md
    ---
    type: contact
    private: true
    ---
    ## Log
    - 2026-06-02 message to: hello
"""


def titles(root: Path, text: str, day: str = "2026-06-21") -> list[str]:
    fences = fences_in("review", review(root, text, day, write=False).block)
    return [
        line.split("title ")[1].strip('"') for fence in fences for line in fence.text.split("\n") if "title " in line
    ]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("2026-W25", ["Touches a week (the line: in person)"]),
        (
            "2026-Q2",
            [
                "Touches a week (the line: in person)",
                "Ways of being in touch",
                "Heard from in the last half-year, in percent of a tier",
                "People on the list",
            ],
        ),
        (
            "2026",
            [
                "Touches a month (the line: in person)",
                "Ways of being in touch",
                "Heard from in the last half-year, in percent of a tier",
                "People on the list",
            ],
        ),
        ("2025", []),  # nobody was in touch: there is nothing to draw
    ],
)
def test_what_is_drawn(tmp_path: Path, text: str, drawn: list[str]) -> None:
    root = make_vault(tmp_path / "v", VAULT)
    assert titles(root, text) == drawn


def test_the_last_twelve_weeks_and_the_month_of_a_new_year(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "v", VAULT)
    block = review(root, "2026-W25", write=False).block
    assert '["30 Mar", "6 Apr", "13 Apr", "20 Apr",' in block
    assert "    bar [0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0]\n    line [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]\n" in block
    assert "People on the list" not in titles(root, "2026-Q1", "2026-01-20")  # one month is no growth


def test_nobody_is_named(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "v", VAULT)
    drawn = "".join(fence.text for fence in fences_in("review", review(root, "2026", write=False).block))
    assert drawn
    assert "Ada" not in drawn
    assert "Ben" not in drawn


def test_a_review_without_charts(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "v", f"{VAULT}    == vaultnet.toml\n    [review]\n    charts = false\n")
    result = review(root, "2026", write=False)
    assert "mermaid" not in result.block
    assert result.payload["charts"] is None


def test_run_twice_it_is_written_once_and_nothing_in_it_is_a_touch(tmp_path: Path) -> None:
    root = make_vault(tmp_path / "v", VAULT)
    first = review(root, "2026", "2026-06-21")
    again = review(root, "2026", "2026-06-21")
    assert first.change
    assert again.change is None
    assert first.block == again.block


def test_a_tier_may_be_called_anything(tmp_path: Path) -> None:
    settings = '    == vaultnet.toml\n    [tiers]\n    "die \\"engen\\"" = { cadence = "1 month" }\n'
    root = make_vault(tmp_path / "v", VAULT.replace("tier: close", "tier: 'die \"engen\"'") + settings)
    assert 'x-axis ["die ”engen”", "no tier"]' in review(root, "2026", write=False).block
