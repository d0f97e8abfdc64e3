"""A tick is the whole of the data entry: what becomes of ticked items, through the command that users run."""

from datetime import date
from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.app.absorb import Absorbed, absorb
from vaultnet.app.generate import generate_agenda

VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    ---
    Met at the fair.

    ## Log
    - 2025-11-20 email: the mortality paper
    == People/Ben Okri.md
    ---
    type: contact
    last-contact: 2025-11-25
    ---
    - [ ] Send him the map
    == People/Cy Young.md
    ---
    type: contact
    ---
    ## Log
    - 2023-12-01 coffee: nothing much
    - 2024-12-01 coffee: more
"""
DAY = "2026-06-15"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    vault = make_vault(tmp_path / "vault", VAULT)
    agenda(vault)
    return vault


def agenda(vault: Path, day: str = DAY) -> None:
    with open_vault(vault, day) as workspace:
        result = generate_agenda(workspace, date.fromisoformat(day), absorb_as=("vaultnet", "agenda"))
        if result.change:
            workspace.apply((result.change,), ("vaultnet", "agenda"))


def run_absorb(vault: Path, day: str = "2026-06-16") -> Absorbed:
    with open_vault(vault, day) as workspace:
        return absorb(workspace, ("vaultnet", "absorb"))


def edit(vault: Path, line_with: str, change: str, *, day: str = DAY) -> None:
    """Rewrite the line of the daily note that holds a text; `{}` stands for the line without its box."""
    note = vault / "Daily" / f"{day}.md"
    lines = note.read_text().split("\n")
    at = next(number for number, line in enumerate(lines) if line_with in line)
    lines[at] = change.replace("{}", lines[at].removeprefix("- [ ] "))
    note.write_text("\n".join(lines))


def log_of(vault: Path, name: str) -> str:
    return (vault / "People" / f"{name}.md").read_text()


CASES = [
    ("a tick", "- [x] {}", "- 2026-06-15 call ^vn-"),
    ("words behind it", "- [x] {} she was out", "- 2026-06-15 call: she was out ^vn-"),
    ("tags", "- [x] {} sent her the paper #gave", "- 2026-06-15 call: sent her the paper #gave ^vn-"),
    ("nested lines", "- [x] {}\n  - her flat\n    - the rent", "- 2026-06-15 call ^vn-"),
    ("its done date", "- [x] {} ✅ 2026-06-14", "- 2026-06-14 call ^vn-"),
]


@pytest.mark.parametrize(("line", "logged"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_tick_becomes_a_line_of_the_log(vault: Path, line: str, logged: str) -> None:
    edit(vault, "[[Ada", line)
    absorbed = run_absorb(vault)
    assert [touch["contacts"] for touch in absorbed.touches] == [["People/Ada Lovelace.md"]]
    text = log_of(vault, "Ada Lovelace")
    assert logged in text
    assert text.index(logged) < text.index("- 2025-11-20 email")
    assert not run_absorb(vault).plan.changes


def test_nested_lines_go_along(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}\n  - her flat\n    - the rent")
    run_absorb(vault)
    assert "\n  - her flat\n  - the rent\n" in log_of(vault, "Ada Lovelace")


def test_the_user_may_change_the_kind(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} she paid")
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(note.read_text().replace("Call [[Ada", "Coffee with [[Ada"))
    run_absorb(vault)
    assert "- 2026-06-15 coffee: she paid ^vn-" in log_of(vault, "Ada Lovelace")


def test_what_is_typed_beneath_need_not_be_a_bullet(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}\n  he laughed\n  - [ ] send the map 📅 2026-06-20")
    run_absorb(vault)
    text = log_of(vault, "Ada Lovelace")
    assert "\n  - he laughed\n  - [ ] send the map 📅 2026-06-20\n" in text
    with open_vault(vault, "2026-06-20") as workspace:
        assert "send the map" in generate_agenda(workspace, date(2026, 6, 20)).block


def test_words_beneath_a_ticked_promise_are_kept(vault: Path) -> None:
    edit(vault, "Send him the map", "- [x] {} he was glad #gave")
    run_absorb(vault)
    text = log_of(vault, "Ben Okri")
    assert "- [x] Send him the map ✅ 2026-06-15" in text
    assert "he was glad #gave ^vn-" in text


def test_a_preview_does_not_keep_ticks_from_being_absorbed(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} she was out")
    for only_print in (True, False):
        with open_vault(vault, "2026-06-16") as workspace:
            shown = generate_agenda(workspace, date(2026, 6, 16), only_print=only_print)
        assert [touch["contacts"] for touch in shown.payload["absorbed"]] == [["People/Ada Lovelace.md"]]
        assert "[[Ada" not in shown.block
    agenda(vault, "2026-06-16")
    assert "she was out" in log_of(vault, "Ada Lovelace")


def test_a_preview_is_what_the_real_run_writes(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} she was out")
    edit(vault, "Send him the map", "- [x] {}")
    with open_vault(vault, "2026-06-16") as workspace:
        shown = generate_agenda(workspace, date(2026, 6, 16))
    planned = {change.path: change.after for change in (*shown.absorbed, *([shown.change] if shown.change else []))}
    agenda(vault, "2026-06-16")
    assert {path: (vault / path).read_bytes().decode() for path in planned} == planned
    assert len(planned) == 3


def test_moved_items_snooze_until_their_date(vault: Path) -> None:
    edit(vault, "[[Ada", "- [>] {} 📅 2026-08-20")
    with open_vault(vault, "2026-08-19") as workspace:
        (ada,) = [one for one in workspace.network().standings if one.name == "Ada Lovelace"]
    assert ada.snooze == date(2026, 8, 20)


def test_a_link_that_leads_nowhere_is_told(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} her words")
    (vault / "People" / "Ada Lovelace.md").rename(vault / "People" / "Ada King.md")
    (pending,) = run_absorb(vault).plan.pending
    assert (pending.path, pending.problem.rule) == (f"Daily/{DAY}.md", "tick-without-contact")


def test_a_name_that_no_wikilink_can_hold(tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "odd", "== People/C# Dev.md\n---\ntype: contact\n---\n## Log\n- 2025-11-20 email: x\n"
    )
    agenda(vault)
    assert "[C# Dev](People/C%23%20Dev.md)" in (vault / "Daily" / f"{DAY}.md").read_text()
    edit(vault, "C%23", "- [x] {} nice")
    run_absorb(vault)
    assert "- 2026-06-15 call: nice ^vn-" in log_of(vault, "C# Dev")


def test_two_people_on_one_item(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} and [[Cy Young]] was there too")
    run_absorb(vault)
    assert "- 2026-06-15 call: " in log_of(vault, "Ada Lovelace")
    assert "- 2026-06-15 call: " in log_of(vault, "Cy Young")


def test_a_link_that_the_user_changed(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}")
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(note.read_text().replace("[[Ada Lovelace]]", "[[Cy Young]]"))
    before = log_of(vault, "Ada Lovelace")
    run_absorb(vault)
    assert "- 2026-06-15 call" in log_of(vault, "Cy Young")
    assert log_of(vault, "Ada Lovelace") == before


def test_the_order_of_the_log_is_kept(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}")
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(note.read_text().replace("[[Ada Lovelace]]", "[[Cy Young]]"))
    run_absorb(vault)
    assert log_of(vault, "Cy Young").rstrip().split("\n")[-1].startswith("- 2026-06-15 call")


def test_a_renamed_contact(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} congratulations")
    note = vault / "Daily" / f"{DAY}.md"
    (vault / "People" / "Ada Lovelace.md").rename(vault / "People" / "Ada King.md")
    note.write_text(note.read_text().replace("[[Ada Lovelace]]", "[[Ada King]]"))
    run_absorb(vault)
    assert "congratulations" in log_of(vault, "Ada King")


def test_a_deleted_contact_loses_no_words(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} her words")
    (vault / "People" / "Ada Lovelace.md").unlink()
    assert not run_absorb(vault).plan.changes
    assert "her words" in (vault / "Daily" / f"{DAY}.md").read_text()


def test_an_item_that_a_bad_merge_doubled(vault: Path) -> None:
    """The words of both copies are taken, in one line."""
    edit(vault, "[[Ada", "- [x] {} from the laptop\n- [x] {} from the phone")
    run_absorb(vault)
    text = log_of(vault, "Ada Lovelace")
    assert text.count("2026-06-15") == 1
    assert "from the laptop from the phone" in text


def test_a_broken_note_leaves_the_tick_pending(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} she was out")
    ada = vault / "People" / "Ada Lovelace.md"
    whole = ada.read_text()
    ada.write_text(whole.replace("uid: a", "uid: a\nuid: a"))
    (pending,) = run_absorb(vault).plan.pending
    assert pending.path == "People/Ada Lovelace.md"
    assert pending.lines.startswith("- 2026-06-15 call: she was out ^vn-")
    assert "2026-06-15" not in ada.read_text()
    ada.write_text(whole)
    run_absorb(vault)
    assert "she was out" in ada.read_text()


def test_a_ticked_copy_of_a_promise_ticks_the_original(vault: Path) -> None:
    edit(vault, "Send him the map", "- [x] {}")
    run_absorb(vault)
    assert "- [x] Send him the map ✅ 2026-06-15\n" in log_of(vault, "Ben Okri")
    before = snapshot(vault)
    run_absorb(vault)
    assert snapshot(vault) == before


def test_what_is_open_let_go_or_moved_is_no_touch(vault: Path) -> None:
    edit(vault, "[[Ada", "- [-] {}")
    before = snapshot(vault)
    assert not run_absorb(vault).plan.changes
    assert snapshot(vault) == before


def test_agenda_absorbs_first_thing_and_undo_takes_both_back(vault: Path) -> None:
    from vaultnet.app.apply import undo_steps

    before = {path: data for path, (data, _) in snapshot(vault).items()}
    edit(vault, "[[Ada", "- [x] {} she was out")
    ticked = {path: data for path, (data, _) in snapshot(vault).items()}
    agenda(vault, "2026-06-16")
    assert "she was out" in log_of(vault, "Ada Lovelace")
    assert "[[Ada" not in (vault / "Daily" / "2026-06-16.md").read_text()
    undo_steps(vault, 1)
    assert {path: data for path, (data, _) in snapshot(vault).items()} == ticked
    assert ticked != before


def test_a_block_that_a_bad_merge_doubled(vault: Path) -> None:
    """Nothing is written into that note until it is mended, but its ticks count, once."""
    edit(vault, "[[Ada", "- [x] {} she was out")
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(note.read_text() + note.read_text())
    before = note.read_text()
    run_absorb(vault)
    assert log_of(vault, "Ada Lovelace").count("she was out") == 1
    assert note.read_text() == before


def test_a_promise_to_several_people_is_known_whoever_is_named_first(vault: Path) -> None:
    (vault / "Daily" / "2026-06-01.md").write_text("- [ ] Introduce [[Cy Young]] to [[Ada Lovelace]] 📅 2026-06-14\n")
    agenda(vault)
    edit(vault, "Introduce", "- [x] {}")
    run_absorb(vault)
    assert (vault / "Daily" / "2026-06-01.md").read_text().startswith("- [x] Introduce")
