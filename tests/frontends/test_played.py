"""Pages of the documentation that show a session: what they show is what the commands print and the notes say."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.played import play, steps

_ROOT = Path(__file__).parent.parent.parent
PAGES = (
    "docs/a-month.md", "README.md", "docs/guide/coming-back.md", "docs/guide/selecting.md", "docs/guide/review.md",
    "docs/guide/goals.md", "docs/guide/targets.md", "docs/guide/drive.md", "docs/guide/introductions.md",
    "docs/guide/giving.md",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_happens(name: str, cli: Cli, example: Path, update: bool) -> None:
    file = _ROOT / name
    page = file.read_text(encoding="utf-8")
    played = play(page, example, lambda words: cli(example, *words))
    if update:
        file.write_text(played, encoding="utf-8")
        page = played
    assert played == page


def test_the_readme_shows_the_daily_commands() -> None:
    lines = [
        line for step in steps((_ROOT / "README.md").read_text(encoding="utf-8")) for line in step.body.split("\n")
    ]
    commands = [line.split()[2] for line in lines if line.startswith("$ vaultnet ")]
    assert commands[:3] == ["init", "agenda", "log"]
