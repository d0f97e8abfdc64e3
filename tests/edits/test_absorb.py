"""A tick is the whole of the data entry: what becomes of ticked items, through the command that users run."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.edits.ticking import DAY, agenda, edit, log_of, run_absorb
from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.app.absorb import absorb
from vaultnet.app.generate import generate_agenda
from vaultnet.edits.absorb import Tick, plan_absorb

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


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    vault = make_vault(tmp_path / "vault", VAULT)
    agenda(vault)
    return vault


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
    assert "\n  - her flat\n    - the rent\n" in log_of(vault, "Ada Lovelace")


def test_a_title_that_has_come_to_stand_right_below_is_none_of_the_users_words(vault: Path) -> None:
    note = vault / "Daily" / f"{DAY}.md"
    before, blank, after = note.read_text().partition("\n\n**Reach out**")
    note.write_text(f"{before} he has it\n**Reach out**{after}")
    edit(vault, "[[Ben", "- [x] {}")
    run_absorb(vault)
    assert blank
    assert "he has it ^vn-" in log_of(vault, "Ben Okri")
    assert "Reach out" not in log_of(vault, "Ben Okri")


def test_nested_lines_that_say_the_same_are_each_kept(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}\n  - the flat\n\t  1. no\n  - the car\n    - no\n      go\n  ```\n  x\n  ```")
    run_absorb(vault)
    kept = "\n  - the flat\n    - no\n  - the car\n    - no\n      - go\n  - ```\n  - x\n  - ```\n"
    assert kept in log_of(vault, "Ada Lovelace")


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ("- [x] Call [[Ada Lovelace]] and [[Ben Okri]]{}", "call: with [[Ben Okri]] ^vn-"),
        ("- [x] Call [[Ada Lovelace]] and [[Ben Okri]]{} a good talk", "call: with [[Ben Okri]], a good talk ^vn-"),
        ("- [x] Coffee with [[Ada Lovelace]], she paid{}", "coffee: she paid ^vn-"),
        ("- [x] Call [[Cy Young]] and [[Ada Lovelace]]{}", "call: with [[Ada Lovelace]] ^vn-"),
    ],
)
def test_what_is_put_behind_the_link_does_not_make_the_reason_the_users(vault: Path, line: str, logged: str) -> None:
    note = vault / "Daily" / f"{DAY}.md"
    shown = next(each for each in note.read_text().split("\n") if "[[Ada" in each)
    edit(vault, "[[Ada", line.replace("{}", shown.partition("]]")[2]))
    run_absorb(vault)
    name = "Cy Young" if "Cy" in line else "Ada Lovelace"
    assert f"- {DAY} {logged}" in log_of(vault, name)


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


def test_a_contact_renamed_behind_our_back_is_known_by_the_key(vault: Path) -> None:
    """No editor has changed the link, which leads nowhere now; the uid is still the same."""
    edit(vault, "[[Ada", "- [x] {} her words")
    (vault / "People" / "Ada Lovelace.md").rename(vault / "People" / "Ada King.md")
    assert [touch["contacts"] for touch in run_absorb(vault).touches] == [["People/Ada King.md"]]
    assert "- 2026-06-15 call: her words ^vn-" in log_of(vault, "Ada King")


def test_a_renamed_contact_without_uid_is_known_by_an_alias(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}")
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(note.read_text().replace("[[Ada Lovelace]]", "[[Cy Young]]"))
    cy = vault / "People" / "Cy Young.md"
    cy.write_text(cy.read_text().replace("type: contact", "type: contact\naliases: [Cy Young]"))
    cy.rename(vault / "People" / "Cyrus Young.md")
    run_absorb(vault)
    assert "- 2026-06-15 call ^vn-" in log_of(vault, "Cyrus Young")


def test_a_link_to_somebody_without_a_note_waits_for_the_note(vault: Path) -> None:
    """The user has put another name there: it is not the one for whom the item was made."""
    edit(vault, "[[Ada", "- [x] {} her words")
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(note.read_text().replace("[[Ada Lovelace]]", "[[Dora Klein]]"))
    (pending,) = run_absorb(vault).plan.pending
    assert (pending.path, pending.problem.rule) == (f"Daily/{DAY}.md", "tick-without-contact")
    assert "[[Dora Klein]]" in pending.problem.message
    (vault / "People" / "Dora Klein.md").write_text("---\ntype: contact\n---\n")
    run_absorb(vault)
    assert "- 2026-06-15 call: her words ^vn-" in log_of(vault, "Dora Klein")
    assert "her words" not in log_of(vault, "Ada Lovelace")


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


def test_a_renamed_link_does_not_make_a_touch_of_a_kept_promise(vault: Path) -> None:
    edit(vault, "Send him the map", "- [x] {}")
    run_absorb(vault)
    for file in vault.rglob("*.md"):
        file.write_text(file.read_text().replace("[[Ben Okri]]", "[[Benjamin Okri]]"))
    (vault / "People" / "Ben Okri.md").rename(vault / "People" / "Benjamin Okri.md")
    assert not run_absorb(vault).plan.changes


def test_who_was_met_too_is_named_but_nobody_links_their_own_note(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} and [[Cy Young]] was there too")
    run_absorb(vault)
    assert "- 2026-06-15 call: and [[Cy Young]] was there too ^vn-" in log_of(vault, "Ada Lovelace")
    assert "- 2026-06-15 call: with [[Ada Lovelace]], and Cy Young was there too ^vn-" in log_of(
        vault, "Cy Young"
    ).replace("* ", "- ")


BOTH = [
    ("and [[Cy Young]]", "call: with [[Cy Young]]", "call: with [[Ada Lovelace]]"),
    ("with [[Cy Young]]", "call: with [[Cy Young]]", "call: with [[Ada Lovelace]]"),
    (", [[Cy Young]]", "call: with [[Cy Young]]", "call: with [[Ada Lovelace]]"),
    ("and [[Cy Young]], he paid", "call: with [[Cy Young]], he paid", "call: with [[Ada Lovelace]], he paid"),
    ("and [[Cy Young]] #gave", "call: with [[Cy Young]] #gave", "call: with [[Ada Lovelace]] #gave"),
    ("and [[Cy Young|Cy]]", "call: and [[Cy Young|Cy]]", "call: with [[Ada Lovelace]], and Cy"),
    ("[[Cy Young]] told us", "call: [[Cy Young]] told us", "call: with [[Ada Lovelace]], Cy Young told us"),
]


@pytest.mark.parametrize("is_behind_id", [True, False])
@pytest.mark.parametrize(("typed", "ada", "cy"), BOTH)
def test_a_second_link_typed_as_people_do(vault: Path, typed: str, ada: str, cy: str, *, is_behind_id: bool) -> None:
    edit(vault, "[[Ada", "- [x] {} " + typed if is_behind_id else "- [x] {}")
    if not is_behind_id:
        note = vault / "Daily" / f"{DAY}.md"
        text = note.read_text()
        glue = "" if typed.startswith(",") else " "
        note.write_text(text.replace("[[Ada Lovelace]]", f"[[Ada Lovelace]]{glue}{typed}", 1))
    run_absorb(vault)
    assert f"- 2026-06-15 {ada} ^vn-" in log_of(vault, "Ada Lovelace")
    assert f" 2026-06-15 {cy} ^vn-" in log_of(vault, "Cy Young")


def test_a_second_link_may_come_later(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}")
    run_absorb(vault)
    edit(vault, "[[Ada", "{} with [[Cy Young]]")
    before = log_of(vault, "Ada Lovelace")
    run_absorb(vault)
    assert log_of(vault, "Cy Young").count("2026-06-15 call") == 1
    assert log_of(vault, "Ada Lovelace") == before


def test_a_ticked_line_of_the_users_own_counts_where_it_stands(vault: Path) -> None:
    """It bears no id: typed into the block, or its id was deleted. Nothing is written; no copy is needed."""
    edit(vault, "[[Ada", "- [x] Coffee with [[Ada Lovelace]], she paid\n- [ ] Call [[Cy Young]]")
    before = snapshot(vault)
    for _ in range(2):
        with open_vault(vault, "2026-06-16") as workspace:
            assert not absorb(workspace, ("vaultnet", "absorb")).plan.changes
            touches = workspace.network().touches
            newest = touches["People/Ada Lovelace.md"][0]
            assert (newest.day, newest.kind) == (date(2026, 6, 15), "coffee")
            assert touches["People/Cy Young.md"][0].day == date(2024, 12, 1)
    assert snapshot(vault) == before


def test_an_absorbed_item_that_loses_its_id_is_still_one_touch(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}")
    run_absorb(vault)
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(re.sub(r"(\[x\].*?) \^vn-[0-9a-f-]+", r"\1", note.read_text()))
    with open_vault(vault, "2026-06-16") as workspace:
        touches = workspace.network().touches["People/Ada Lovelace.md"]
    assert [touch.day for touch in touches] == [date(2026, 6, 15), date(2025, 11, 20)]


def test_one_item_that_two_machines_absorbed_is_one_touch(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} from the laptop")
    run_absorb(vault)
    ada = vault / "People" / "Ada Lovelace.md"
    line = next(line for line in log_of(vault, "Ada Lovelace").split("\n") if "laptop" in line)
    ada.write_text(log_of(vault, "Ada Lovelace").replace(line, f"{line}\n{line.replace('laptop', 'phone')}"))
    with open_vault(vault, "2026-06-16") as workspace:
        touches = workspace.network().touches["People/Ada Lovelace.md"]
    assert [touch.text for touch in touches] == ["from the laptop", "the mortality paper"]


def test_a_tick_in_a_conflict_waits(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} she was out")
    edit(vault, "Send him the map", "- [x] {}")  # two ticks, told once
    note = vault / "Daily" / f"{DAY}.md"
    whole = note.read_text()
    note.write_text(f"<<<<<<< ours\nmine\n=======\ntheirs\n>>>>>>> theirs\n{whole}")
    (pending,) = run_absorb(vault).plan.pending
    assert (pending.path, pending.problem.rule) == (f"Daily/{DAY}.md", "conflict-markers")
    assert "2026-06-15" not in log_of(vault, "Ada Lovelace")
    note.write_text(whole)
    run_absorb(vault)
    assert "she was out" in log_of(vault, "Ada Lovelace")


def test_a_note_that_is_no_text_stops_nobody_else(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} with [[Cy Young]]")
    ada = vault / "People" / "Ada Lovelace.md"
    whole = ada.read_bytes()
    ada.write_bytes(whole + b"\xff\xfe")
    for _ in range(2):  # told each time
        (pending,) = run_absorb(vault).plan.pending
        assert (pending.path, pending.lines[:17]) == ("People/Ada Lovelace.md", "- 2026-06-15 call")
    assert "2026-06-15 call" in log_of(vault, "Cy Young")
    ada.write_bytes(whole)
    run_absorb(vault)
    assert "2026-06-15 call" in log_of(vault, "Ada Lovelace")


def test_a_tick_for_nobody_is_told_for_two_weeks(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} her words")
    (vault / "People" / "Ada Lovelace.md").unlink()
    for day, told in (("2026-06-29", 1), ("2026-06-30", 0)):
        with open_vault(vault, day) as workspace:
            generate_agenda(workspace, date.fromisoformat(day))
            assert len(workspace.notices) == told
    assert len(run_absorb(vault, "2026-08-30").words) == 1


def test_any_dated_note_of_the_last_year(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} long ago")
    assert run_absorb(vault, "2027-06-14").plan.changes
    assert "- 2026-06-15 call: long ago" in log_of(vault, "Ada Lovelace")


def test_last_contact_moves_along(vault: Path) -> None:
    edit(vault, "Send him the map", "- [x] {} he was glad")
    run_absorb(vault)
    assert "last-contact: 2026-06-15\n" in log_of(vault, "Ben Okri")
    assert "\n- 2025-11-25\n" in log_of(vault, "Ben Okri")


def test_an_item_beneath_an_item_is_one_of_its_own(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {}\n  - her flat")
    note = vault / "Daily" / f"{DAY}.md"
    text = note.read_text()
    cy = next(line for line in text.split("\n") if "Send him" in line)
    note.write_text(
        text.replace(f"{cy}\n", "").replace("  - her flat", f"  {cy.replace('[ ]', '[x]')} glad\n  - her flat")
    )
    run_absorb(vault)
    assert "  - her flat\n" in log_of(vault, "Ada Lovelace")
    assert "glad" not in log_of(vault, "Ada Lovelace")
    assert "glad" in log_of(vault, "Ben Okri")


def test_the_settings_of_the_tasks_plugin(vault: Path) -> None:
    """A task filter, Dataview's form, a mark of one's own that closes a task."""
    data = vault / ".obsidian" / "plugins" / "obsidian-tasks-plugin" / "data.json"
    data.parent.mkdir(parents=True)
    statuses = {"customStatuses": [{"symbol": "d", "name": "Done by phone", "type": "DONE"}]}
    data.write_text(json.dumps({"globalFilter": "#task", "taskFormat": "dataview", "statusSettings": statuses}))
    ben = vault / "People" / "Ben Okri.md"
    ben.write_text(ben.read_text().replace("Send him", "#task Send him") + "- [ ] not a task\n- [d] #task long done\n")
    (vault / "Daily" / f"{DAY}.md").unlink()
    agenda(vault)
    assert "not a task" not in (vault / "Daily" / f"{DAY}.md").read_text()
    edit(vault, "Send him the map", "- [d] {}")
    edit(vault, "[[Ada", "- [d] {}")
    run_absorb(vault)
    assert "- [x] #task Send him the map  [completion:: 2026-06-15]\n" in log_of(vault, "Ben Okri")
    assert "- 2026-06-15 call ^vn-" in log_of(vault, "Ada Lovelace")


def test_a_vault_that_wants_no_done_dates(vault: Path) -> None:
    data = vault / ".obsidian" / "plugins" / "obsidian-tasks-plugin" / "data.json"
    data.parent.mkdir(parents=True)
    data.write_text('{"setDoneDate": false}')
    edit(vault, "Send him the map", "- [x] {}")
    run_absorb(vault)
    assert "- [x] Send him the map\n" in log_of(vault, "Ben Okri")


def test_a_log_under_no_heading_goes_on_where_it_is(tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "own",
        "== People/Ada.md\n---\ntype: contact\n---\nShe rows.\n\n- 2025-01-02 call\n\n## Plans\nTo row.\n",
    )
    agenda(vault)
    edit(vault, "[[Ada", "- [x] {}")
    run_absorb(vault)
    text = log_of(vault, "Ada")
    assert "She rows.\n\n- 2026-06-15 " in text
    assert "## Log" not in text


def test_a_promise_is_ticked_although_a_line_is_added_above_it(vault: Path) -> None:
    ben = vault / "People" / "Ben Okri.md"
    ben.write_text(
        ben.read_text().replace("- [ ] Send", "## Log\n- 2025-01-01 call\n\n## Tasks\n- [ ] Post\n- [ ] Send")
    )
    (vault / "Daily" / f"{DAY}.md").unlink()
    agenda(vault)
    edit(vault, "[[Ada", "- [x] {} with [[Ben Okri]]")
    edit(vault, "Send him the map", "- [x] {}")
    run_absorb(vault)
    assert "- [ ] Post\n- [x] Send him the map ✅ 2026-06-15\n" in log_of(vault, "Ben Okri")


def test_a_promise_in_a_broken_note_waits_with_the_line_to_paste(vault: Path) -> None:
    (vault / "Daily" / "2026-06-01.md").write_text("- [ ] Show [[Cy Young]] the sea 📅 2026-06-14\n")
    agenda(vault)
    edit(vault, "the sea", "- [x] {}")
    promise = vault / "Daily" / "2026-06-01.md"
    whole = promise.read_text()
    promise.write_text(f"{whole}\n<<<<<<< ours\nmine\n=======\ntheirs\n>>>>>>> theirs\n")
    (pending,) = run_absorb(vault).plan.pending
    assert (pending.path, pending.lines) == (
        "Daily/2026-06-01.md",
        "- [x] Show [[Cy Young]] the sea 📅 2026-06-14 ✅ 2026-06-15",
    )
    promise.write_text(whole)
    run_absorb(vault)
    assert promise.read_text().startswith("- [x] Show [[Cy Young]] the sea 📅 2026-06-14 ✅ 2026-06-15")


def test_an_item_whose_link_is_gone_is_known_by_its_key(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] Called her, at last {}")
    note = vault / "Daily" / f"{DAY}.md"
    note.write_text(note.read_text().replace(" Call [[Ada Lovelace]]", ""))
    run_absorb(vault)
    assert "- 2026-06-15 call: Called her, at last" in log_of(vault, "Ada Lovelace")


def test_a_done_date_that_is_no_day(vault: Path) -> None:
    edit(vault, "[[Ada", "- [x] {} ✅ 2026-02-30")
    run_absorb(vault)
    assert "- 2026-06-15 call ^vn-" in log_of(vault, "Ada Lovelace")


def test_a_tick_that_is_gone_again(vault: Path) -> None:
    """The note has changed since the index was refreshed."""
    note = f"Daily/{DAY}.md"
    with open_vault(vault, DAY) as workspace:
        plan = plan_absorb(
            [Tick(note, date(2026, 6, 15), "00000000")],
            workspace.read,
            lambda _link, _source: None,
            workspace.config.rules,
            link_by_path={},
        )
    assert (plan.changes, plan.pending) == ((), ())


def test_a_promise_that_was_ticked_meanwhile(vault: Path) -> None:
    """By the Tasks plugin, say, since the index was refreshed."""
    edit(vault, "Send him the map", "- [x] {}")
    ben = vault / "People" / "Ben Okri.md"
    with open_vault(vault, DAY) as workspace:
        ben.write_text(ben.read_text().replace("- [ ] Send", "- [x] Send"))
        assert not absorb(workspace, ("vaultnet", "absorb")).plan.changes
