"""Pages of the documentation that show a session: what they show is what the commands print and the notes say."""

import re
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.played import play, steps

_ROOT = Path(__file__).parent.parent.parent
PAGES = (
    "docs/a-month.md", "docs/a-year.md", "README.md", "docs/guide/coming-back.md", "docs/guide/selecting.md", "docs/guide/review.md",
    "docs/guide/goals.md", "docs/guide/targets.md", "docs/guide/network.md", "docs/guide/drive.md", "docs/guide/introductions.md",
    "docs/guide/news.md", "docs/guide/facts.md", "docs/guide/giving.md", "docs/guide/meetings.md", "docs/guide/debrief.md", "docs/guide/follow-ups.md", "docs/guide/events.md",
    "docs/guide/drafts.md", "docs/guide/advice.md",
    "docs/guide/stats.md",
    "docs/guide/import-others.md", "docs/guide/import.md", "docs/guide/import-calendar.md", "docs/guide/import-mail.md", "docs/guide/calendar.md",
    "docs/guide/export.md", "docs/guide/import-vcard.md",
    "docs/guide/import-linkedin.md", "docs/guide/labels.md", "docs/guide/finding.md", "docs/guide/duplicates.md", "docs/guide/conflicts.md", "docs/guide/forgetting.md",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_happens(
    name: str, cli: Cli, example: Path, update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example)
    file = _ROOT / name
    page = file.read_text(encoding="utf-8")
    played = play(page, example, lambda words: cli(example, *words))
    if update:
        file.write_text(played, encoding="utf-8")
        page = played
    assert played == page


def test_the_readme_shows_the_daily_commands() -> None:
    page = (_ROOT / "README.md").read_text(encoding="utf-8")
    shown = [
        command for step in steps(page) for command in re.findall(r"(?m)^\$ vaultnet --today \S+ (\w+)", step.body)
    ]
    assert shown == ["init", "agenda", "log", "due", "show", "coverage"]
