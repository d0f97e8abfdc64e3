"""Pages of the documentation that show a session: what they show is what the commands print and the notes say."""

import re
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.played import play, steps

_ROOT = Path(__file__).parent.parent.parent
# Pages of the guide whose sessions are not those of the example vault.
_ELSEWHERE = {
    "capture.md": "speaks of people who are not in it",
    "german.md": "played in test_german.py",
    "git.md": "shows the paths of a machine",
    "undo.md": "shows what was written on other days",
    "watch.md": "shows a process that stays",
}
_GUIDE = [
    f"docs/guide/{file.name}"
    for file in sorted((_ROOT / "docs" / "guide").glob("*.md"))
    if file.name not in _ELSEWHERE and "```console\n" in file.read_text(encoding="utf-8")
]
PAGES = ("README.md", "docs/a-month.md", "docs/a-year.md", *_GUIDE)


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
