"""Three weeks away, through the real commands: no wall on the day of return, and nothing is lost."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault
from vaultnet.practice.amnesty import A_DAY

LEFT = "2026-05-22"  # a Friday
BACK = date(2026, 6, 15)
OLD, NEW = 11, 2


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Thirteen people, each with a promise: eleven fell due while nobody looked, two fall due after the return."""
    people = "".join(
        f"== People/P{number:02}.md\n---\ntype: contact\nlast-contact: 2026-05-01\n---\n"
        f"- [ ] Old promise {number:02} 📅 {date(2026, 5, 25) + timedelta(days=number)}\n"
        for number in range(OLD)
    )
    people += "".join(
        f"== People/N{number}.md\n---\ntype: contact\nlast-contact: 2026-05-01\n---\n"
        f"- [ ] New promise {number} 📅 {BACK + timedelta(days=number)}\n"
        for number in range(NEW)
    )
    late = "== People/Zoe.md\n---\ntype: contact\nlast-contact: 2025-06-01\n---\n"
    return make_vault(tmp_path / "vault", people + late)


def page(cli: Cli, vault: Path, day: str) -> str:
    result = cli(vault, "agenda", today=day)
    assert result.code == 0, result.err
    return (vault / "Daily" / f"{day}.md").read_text(encoding="utf-8")


def promises(text: str, word: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("- [ ]") and f"{word} promise" in line]


def test_no_wall_on_the_day_of_return(cli: Cli, vault: Path) -> None:
    assert "Welcome back" not in page(cli, vault, LEFT)
    text = page(cli, vault, "2026-06-15")
    assert (
        "Welcome back: the last page is from 22 May. Nothing is lost: here is a small day; the rest is planned over the "
        "next weeks. 8 more that waited are spread over the next days;"
    ) in text
    assert [line[6:20] for line in promises(text, "Old")] == ["Old promise 00", "Old promise 01", "Old promise 02"]
    assert len(promises(text, "New")) == 1  # due today: never held back
    assert page(cli, vault, "2026-06-15") == text
    data = cli(vault, "agenda", "--stdout", "--json").json()
    assert data["welcome"] == {"last_page": LEFT, "held": 8, "is_first": True}


def test_the_backlog_is_worked_off_and_nothing_is_lost(cli: Cli, vault: Path) -> None:
    page(cli, vault, LEFT)
    day, kept = BACK, list[str]()
    for _ in range(4):
        text = page(cli, vault, day.isoformat())
        shown = promises(text, "Old")
        assert 0 < len(shown) <= A_DAY
        kept += [line[6:20] for line in shown]
        note = vault / "Daily" / f"{day}.md"
        note.write_text(text.replace("- [ ] Old", "- [x] Old"), encoding="utf-8")
        day += timedelta(days=1)
    assert kept == [f"Old promise {number:02}" for number in range(OLD)]
    text = page(cli, vault, day.isoformat())
    assert "waited" not in text
    assert promises(text, "Old") == []
    assert len(promises(text, "New")) == NEW


def test_what_is_ticked_on_the_day_calls_up_no_more(cli: Cli, vault: Path) -> None:
    page(cli, vault, LEFT)
    text = page(cli, vault, "2026-06-15")
    (vault / "Daily/2026-06-15.md").write_text(text.replace("- [ ] Old", "- [x] Old"), encoding="utf-8")
    again = page(cli, vault, "2026-06-15")
    assert promises(again, "Old") == []
    assert "8 more that waited" in again


def test_left_alone_the_page_stays_small_for_four_weeks_and_is_whole_again_then(cli: Cli, vault: Path) -> None:
    page(cli, vault, LEFT)
    for days in range(0, 25, 4):
        assert len(promises(page(cli, vault, (BACK + timedelta(days=days)).isoformat()), "Old")) == A_DAY
    assert len(promises(page(cli, vault, (BACK + timedelta(days=28)).isoformat()), "Old")) == OLD


def test_a_vault_with_nothing_to_do_was_not_left(cli: Cli, tmp_path: Path) -> None:
    """Pages without an item leave no trace; that is no absence."""
    vault = make_vault(tmp_path / "quiet", "== People/Ada.md\n---\ntype: contact\nlast-contact: 2025-11-01\n---\n")
    text = page(cli, vault, "2026-05-04")
    (vault / "Daily/2026-05-04.md").write_text(text.replace("- [ ]", "- [x]"), encoding="utf-8")
    assert "Welcome" not in page(cli, vault, "2026-06-15")


def test_a_meeting_planned_before_the_absence_is_no_sign_of_presence(cli: Cli, vault: Path) -> None:
    make_vault(
        vault, "== Meetings/Review.md\n---\ntype: meeting\ndate: 2026-06-02\nwith: ['[[P00]]', '[[Zoe]]']\n---\n"
    )
    page(cli, vault, LEFT)
    assert "Welcome back: the last page is from 22 May." in page(cli, vault, "2026-06-15")


def test_a_touch_noted_by_hand_meanwhile_is_one_whatever_came_after_it(cli: Cli, vault: Path) -> None:
    log = "== People/Amy.md\n---\ntype: contact\n---\n## Log\n- 2026-06-03 call: the boat\n- 2026-06-15 call: again\n"
    make_vault(vault, log)
    page(cli, vault, LEFT)
    assert "Welcome back" not in page(cli, vault, "2026-06-15")
    assert len(promises(page(cli, vault, "2026-06-16"), "Old")) == OLD


def test_in_german_too(cli: Cli, vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n', encoding="utf-8")
    page(cli, vault, LEFT)
    assert "die letzte Seite ist vom 22. Mai." in page(cli, vault, "2026-06-15")
