"""Ticked answers, follow-ups and thanks: each becomes a touch, and settles what it was for."""

from pathlib import Path

import pytest

from tests.edits.ticking import agenda, edit, log_of, run_absorb
from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.app.followups import list_followups

VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    ---
    ## Log
    - 2026-06-10 email from: which year? #reply
    == People/Ben Okri.md
    ---
    type: contact
    ---
    ## Log
    - 2026-06-05 email to: may I see the map? #asked
    == People/Cy Young.md
    ---
    type: contact
    uid: c
    ---
    ## Log
    - 2026-06-12 help: lent me the register #received
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    vault = make_vault(tmp_path / "vault", VAULT)
    agenda(vault)
    return vault


def open_now(vault: Path, day: str = "2026-06-16") -> dict[str, list[str]]:
    with open_vault(vault, day) as workspace:
        found = list_followups(workspace)
    return {key: [f"{row['name']} {row['next_date']}" for row in rows] for key, rows in found.items()}


def test_before_any_tick(vault: Path) -> None:
    assert open_now(vault) == {
        "follow_ups": ["Ben Okri 2026-06-12"],
        "replies": ["Ada Lovelace 2026-06-10"],
        "thanks": ["Cy Young 2026-06-15"],
    }


def test_a_ticked_answer_is_a_touch_to_them(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} 1953")
    run_absorb(vault)
    assert "- 2026-06-15 email: 1953 ^vn-" in log_of(vault, "Ada Lovelace")
    assert open_now(vault)["replies"] == []


def test_a_ticked_step_moves_the_ladder_on(vault: Path) -> None:
    edit(vault, "[[Ben", "- [x] {}")
    run_absorb(vault)
    log = log_of(vault, "Ben Okri")
    assert "- 2026-06-15 email ^vn-" in log
    assert log.count("#asked") == 1
    assert open_now(vault)["follow_ups"] == ["Ben Okri 2026-06-24"]


def test_ticked_thanks_say_so_and_are_said(vault: Path) -> None:
    edit(vault, "[[Cy", "- [x] {} sent a cake")
    run_absorb(vault)
    assert "- 2026-06-15 email: sent a cake #thanked ^vn-" in log_of(vault, "Cy Young")
    assert open_now(vault)["thanks"] == []


def test_thanks_are_said_to_whom_they_are_due(vault: Path) -> None:
    edit(vault, "[[Cy", "- [x] {} and [[Ada Lovelace]]")
    run_absorb(vault)
    assert "- 2026-06-15 email: with [[Ada Lovelace]] #thanked ^vn-" in log_of(vault, "Cy Young")
    assert "- 2026-06-15 email: with [[Cy Young]] ^vn-" in log_of(vault, "Ada Lovelace")


def test_a_tag_the_user_typed_is_not_doubled(vault: Path) -> None:
    edit(vault, "[[Cy", "- [x] {} sent a cake #thanked")
    run_absorb(vault)
    assert log_of(vault, "Cy Young").count("#thanked") == 1


def test_the_tag_is_the_vaults_own_word(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[tags]\nthanked = "merci"\n')
    edit(vault, "[[Cy", "- [x] {}")
    run_absorb(vault)
    assert "- 2026-06-15 email: #merci ^vn-" in log_of(vault, "Cy Young")


def test_twice_is_once(vault: Path) -> None:
    for name in ("[[Ada", "[[Ben", "[[Cy"):
        edit(vault, name, "- [x] {}")
    run_absorb(vault)
    before = snapshot(vault)
    run_absorb(vault)
    assert snapshot(vault) == before


def test_a_kind_that_the_user_changed(vault: Path) -> None:
    """`E-mail` became `Coffee with`: they talked, and the ladder is over."""
    edit(vault, "[[Ben", "- [x] {}")
    note = vault / "Daily" / "2026-06-15.md"
    note.write_text(note.read_text().replace("E-mail [[Ben", "Coffee with [[Ben"))
    run_absorb(vault)
    assert "- 2026-06-15 coffee ^vn-" in log_of(vault, "Ben Okri")
    assert open_now(vault)["follow_ups"] == []


@pytest.mark.parametrize(("said", "open_asks"), [("", 1), (" voicemail", 1), (" she sends it", 0), (" #answered", 0)])
def test_a_ticked_call_reached_them_if_anything_is_said_of_it(vault: Path, said: str, open_asks: int) -> None:
    edit(vault, "[[Ben", f"- [x] {{}}{said}")
    note = vault / "Daily" / "2026-06-15.md"
    note.write_text(note.read_text().replace("E-mail [[Ben", "Call [[Ben"))
    run_absorb(vault)
    assert "- 2026-06-15 call" in log_of(vault, "Ben Okri")
    assert len(open_now(vault)["follow_ups"]) == open_asks


def test_let_go_settles_all_three(vault: Path) -> None:
    for name in ("[[Ada", "[[Ben", "[[Cy"):
        edit(vault, name, "- [-] {}")
    assert open_now(vault) == {"follow_ups": [], "replies": [], "thanks": []}


def test_a_dry_run_shows_the_page_as_it_will_be(vault: Path) -> None:
    """The ticks of yesterday count, though nothing is absorbed yet (promise D7)."""
    from datetime import date

    from vaultnet.app.generate import generate_agenda

    for name in ("[[Ada", "[[Ben", "[[Cy"):
        edit(vault, name, "- [x] {}")
    with open_vault(vault, "2026-06-16") as workspace:
        shown = generate_agenda(workspace, date(2026, 6, 16)).block
    agenda(vault, "2026-06-16")
    assert shown in (vault / "Daily" / "2026-06-16.md").read_text()
    assert "Follow up" not in shown
