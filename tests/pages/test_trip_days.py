"""A trip on the agenda, from the days before it to its last one: the guide shows what the example vault says."""

import re
from pathlib import Path

import pytest

from tests.vaults import make_example, open_vault
from vaultnet.app.generate import generate_agenda

GUIDE = Path(__file__).parent.parent.parent / "docs" / "guide" / "events.md"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_example(tmp_path_factory.mktemp("trips") / "example")


def marked(root: Path, day: str) -> list[str]:
    """The lines under "Days to mark", ids left out."""
    with open_vault(root, day) as workspace:
        block = generate_agenda(workspace, workspace.today, only_print=True).block
    _, _, rest = block.partition("**Days to mark**\n")
    return [re.sub(r" \^vn-\S+", "", line) for line in rest.partition("\n\n")[0].split("\n")]


def test_the_guide_shows_what_a_trip_brings(example: Path) -> None:
    fence = GUIDE.read_text().partition("```md\n")[2].partition("\n```")[0]
    before, after = (part.split("\n")[1:] for part in fence.split("\n\n"))
    assert {*before} <= {*marked(example, "2026-07-03")}
    assert {*after} <= {*marked(example, "2026-07-07")}


def test_nobody_is_proposed_whom_one_meets_there_anyway(example: Path) -> None:
    """Ada lives in Porto; lunch with her is arranged for the 8th."""
    days = ("2026-06-30", "2026-07-07", "2026-07-08", "2026-07-09")
    assert not any("Ada Ferreira" in line for day in days for line in marked(example, day))


def test_the_last_postcards_go_on_the_last_day(example: Path) -> None:
    assert any(line.startswith("- [ ] Postcard") for line in marked(example, "2026-07-12"))
    assert not any("Postcard" in line for line in marked(example, "2026-07-13"))
