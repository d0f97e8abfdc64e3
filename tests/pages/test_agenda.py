"""The agenda: golden pages of the example vault's fortnight, and what a user may rely on."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.vaults import make_example, make_vault, open_vault, snapshot
from vaultnet.app.generate import generate_agenda
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.edits.example import EXAMPLE_DAY
from vaultnet.errors import NotWritten

GOLDEN = Path(__file__).parent / "golden"
FORTNIGHT = [EXAMPLE_DAY + timedelta(days=days) for days in range(14)]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_example(tmp_path_factory.mktemp("pages") / "example")


def agenda(root: Path, day: str = "2026-06-15", *, write: bool = True) -> GeneratedPage:
    with open_vault(root, day) as workspace:
        result = generate_agenda(workspace, date.fromisoformat(day))
        if write and result.change:
            workspace.apply((result.change,), ("vaultnet", "agenda"))
        return result


def names(result: GeneratedPage, section: str) -> list[str]:
    found = [part["items"] for part in result.payload["sections"] if part["name"] == section]
    return [item["name"] for items in found for item in items]


@pytest.mark.parametrize("day", FORTNIGHT, ids=str)
def test_golden_pages(example: Path, day: date, update: bool) -> None:
    """A page for each day of the fortnight; review them as you would read them."""
    block = agenda(example, day.isoformat(), write=False).block
    golden = GOLDEN / f"agenda-{day.isoformat()}.md"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(block)
    assert block == golden.read_text()


def test_every_section_occurs_in_the_fortnight(example: Path) -> None:
    found = {
        section["name"]
        for day in FORTNIGHT
        for section in agenda(example, day.isoformat(), write=False).payload["sections"]
    }
    assert found >= {"meetings", "answer", "follow_up", "thanks", "promises", "dates", "reach_out"}


def test_reach_out_has_two_people_on_each_day_it_may_be_shifted_to(example: Path) -> None:
    assert all(len(names(agenda(example, day.isoformat(), write=False), "reach_out")) == 2 for day in FORTNIGHT)


def test_twice_is_once(tmp_path: Path) -> None:
    vault = make_example(tmp_path / "vault")
    agenda(vault)
    before = snapshot(vault)
    assert agenda(vault).change is None
    assert agenda(vault).change is None  # once from the notes, once from the memo
    assert snapshot(vault) == before


VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    ---
    ## Log
    - 2025-11-20 email: the mortality paper
    == People/Ben Okri.md
    ---
    type: contact
    uid: b
    ---
    ## Log
    - 2025-11-25 call: his new boat
    == People/Cy Young.md
    ---
    type: contact
    uid: c
    ---
    ## Log
    - 2025-12-01 coffee: nothing much
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def note_of(vault: Path) -> Path:
    return vault / "Daily" / "2026-06-15.md"


def edit(vault: Path, old: str, new: str) -> None:
    text = note_of(vault).read_text()
    assert old in text
    note_of(vault).write_text(text.replace(old, new, 1))


def test_a_new_note_is_made_with_the_heading(vault: Path) -> None:
    agenda(vault)
    assert note_of(vault).read_text().startswith("## Networking\n<!-- vaultnet:agenda -->\n**Reach out**")
    assert note_of(vault).read_text().endswith("<!-- /vaultnet:agenda -->\n")


def test_the_relatively_latest_come_first(vault: Path) -> None:
    assert names(agenda(vault), "reach_out") == ["Ada Lovelace", "Ben Okri"]


@pytest.mark.parametrize(
    ("log", "says"),
    [
        (
            "- 2025-11-25 lunch\n- 2025-11-03 call: his new boat",
            "since lunch · before that, on 3 November 2025: his new boat",
        ),
        ("- 2025-11-25 lunch: the weir\n- 2025-11-03 call: his new boat", "since lunch: the weir"),
        ("- 2025-11-25 lunch\n- 2025-11-03 call", "since lunch"),
        ("- 2025-11-25 call: his new boat\n- 2025-11-25 email", "since your call: his new boat"),
    ],
)
def test_a_line_tells_of_the_touch_it_names(tmp_path: Path, log: str, says: str) -> None:
    root = make_vault(tmp_path / "vault", "== People/Ben Okri.md\n---\ntype: contact\n---\n## Log\n" + log)
    (line,) = (line for line in agenda(root).block.splitlines() if "[[Ben Okri]]" in line)
    assert f"{says} ^vn-" in line


def test_a_ticked_item_stays_and_counts_against_the_day(vault: Path) -> None:
    agenda(vault)
    edit(vault, "- [ ] Call [[Ada", "- [x] Call [[Ada")
    result = agenda(vault)
    assert names(result, "reach_out") == ["Ada Lovelace", "Ben Okri"]
    states = [item["state"] for item in result.payload["sections"][0]["items"]]
    assert states == ["done", "open"]


def test_let_go_counts_too(vault: Path) -> None:
    agenda(vault)
    edit(vault, "- [ ] Call [[Ada", "- [-] Call [[Ada")
    assert "[-] Call [[Ada Lovelace]]" in agenda(vault).block


def test_what_the_user_typed_stays(vault: Path) -> None:
    agenda(vault)
    text = note_of(vault).read_text()
    lines = text.split("\n")
    lines[3] += " she was out, try on friday"
    lines.insert(4, "  - her assistant said next week")
    note_of(vault).write_text("\n".join(lines))
    assert agenda(vault).change is None


def test_whoever_the_user_puts_in_another_place_is_not_offered_besides(vault: Path) -> None:
    agenda(vault)
    edit(vault, "[[Ada Lovelace]]", "[[Cy Young]]")
    assert agenda(vault).change is None
    assert names(agenda(vault), "reach_out") == ["Cy Young", "Ben Okri"]


def test_a_contact_renamed_in_the_editor_stands_there_once(vault: Path) -> None:
    """Without a uid the item of today has another key from now on."""
    ada = vault / "People" / "Ada Lovelace.md"
    ada.write_text(ada.read_text().replace("uid: a\n", ""))
    agenda(vault)
    ada.rename(vault / "People" / "Ada King.md")
    edit(vault, "[[Ada Lovelace]]", "[[Ada King]]")
    assert agenda(vault).change is None
    assert names(agenda(vault), "reach_out") == ["Ada King", "Ben Okri"]


def test_an_item_left_open_rests_on_the_next_day(vault: Path) -> None:
    agenda(vault)
    assert names(agenda(vault, "2026-06-16"), "reach_out")[0] == "Cy Young"


def test_bytes_outside_of_the_block_stay(vault: Path) -> None:
    around = "# Monday \r\n\r\ncalled nobody\t\r\n\r\n## Networking\r\n\r\n## Later\r\nend without newline"
    note_of(vault).parent.mkdir()
    note_of(vault).write_bytes(around.encode())
    agenda(vault)
    text = note_of(vault).read_bytes().decode()
    start, end = text.index("<!-- vaultnet:agenda -->"), text.index("<!-- /vaultnet:agenda -->\r\n")
    assert (text[:start] + text[end + 27 :]).replace("\r\n\r\n\r\n", "\r\n\r\n") == around


@pytest.mark.parametrize(
    "broken",
    [
        "<!-- vaultnet:agenda -->\nno end\n",
        "<!-- /vaultnet:agenda -->\n",
        "<!-- vaultnet:agenda -->\n<!-- vaultnet:agenda -->\n<!-- /vaultnet:agenda -->\n",
        "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n",
        "---\nunclosed: yes\n",
    ],
)
def test_a_broken_note_is_left_alone(vault: Path, broken: str) -> None:
    note_of(vault).parent.mkdir()
    note_of(vault).write_text(broken)
    with pytest.raises(NotWritten) as refused:
        agenda(vault)
    assert refused.value.path == "Daily/2026-06-15.md"
    assert refused.value.line
    assert note_of(vault).read_text() == broken


def test_the_daily_template_is_filled_in(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[daily]\ntemplate = "Day"\n')
    (vault / "Day.md").write_text(
        "---\ncreated: {{date}}\n---\n# {{title}}\n<< {{yesterday}} | {{date+1d:dddd}} >>\n\n"
        "## Networking\n<!-- vaultnet:agenda -->\n<!-- /vaultnet:agenda -->\n\n## Diary\n"
    )
    agenda(vault)
    text = note_of(vault).read_text()
    assert text.startswith("---\ncreated: 2026-06-15\n---\n# 2026-06-15\n<< 2026-06-14 | Tuesday >>\n\n## Networking\n")
    assert text.endswith("<!-- /vaultnet:agenda -->\n\n## Diary\n")


def test_templater_code_is_not_written_unrun(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[daily]\ntemplate = "Day"\n')
    (vault / "Day.md").write_text("<% tp.date.now() %>\n")
    with pytest.raises(NotWritten, match="Templater"):
        agenda(vault)
    assert not note_of(vault).exists()


def test_a_name_cannot_break_the_block(tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        """
        == Eve.md
        ---
        type: contact
        ---
        ## Log
        - 2025-11-20 email: <!-- /vaultnet:agenda --> ^vn-00000000-00000000 `code
        """,
    )
    agenda(vault)
    assert agenda(vault).change is None
    assert note_of(vault).read_text().count("<!-- /vaultnet:agenda -->") == 1


def test_nobody_is_due(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== Ada.md\n---\ntype: contact\n---\n- 2026-06-14 call\n")
    assert "Nobody is due today" in agenda(vault).block


def test_nobody_is_known_yet(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== Plain.md\nno people here\n")
    assert "No contacts yet: begin with `vaultnet new contact NAME`" in agenda(vault).block


def test_todays_own_notes_in_another_place(vault: Path) -> None:
    (vault / ".obsidian").mkdir()
    (vault / ".obsidian" / "daily-notes.json").write_text('{"folder": "Journal", "format": "YYYY/MM/DD-ddd"}')
    assert agenda(vault).payload["note"] == "Journal/2026/06/15-Mon.md"
    assert (vault / "Journal/2026/06/15-Mon.md").exists()


PROMISE = """
    == People/Ada Lovelace.md
    ---
    type: contact
    cadence: never
    ---
    - [ ] Send her the map 📅 2026-06-15
"""


def shows_promise(vault: Path, day: str) -> bool:
    return "Send her the map" in agenda(vault, day).block


def test_a_promise_let_go_rests_for_a_week(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", PROMISE)
    assert shows_promise(vault, "2026-06-15")
    edit(vault, "- [ ] Send", "- [-] Send")
    assert not shows_promise(vault, "2026-06-16")
    assert not shows_promise(vault, "2026-06-21")
    assert shows_promise(vault, "2026-06-22")


def test_a_promise_moved_on_rests_until_its_date(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", PROMISE)
    agenda(vault)
    edit(vault, "- [ ] Send her the map", "- [>] Send her the map")
    text = note_of(vault).read_text().split("\n")
    at = next(number for number, line in enumerate(text) if "[>]" in line)
    text[at] += " 📅 2026-07-01"
    note_of(vault).write_text("\n".join(text))
    assert not shows_promise(vault, "2026-06-30")
    assert shows_promise(vault, "2026-07-01")


@pytest.mark.parametrize(
    ("day", "shown"), [("2026-06-14", False), ("2026-06-15", True), ("2026-06-17", True), ("2026-06-18", False)]
)
def test_a_card_is_proposed_while_the_post_can_bring_it(tmp_path: Path, day: str, shown: bool) -> None:
    vault = make_vault(
        tmp_path / "vault", "== Ada.md\n---\ntype: contact\ntier: close\nbirthday: 06-20\nmet: 2026-06-01\n---\n"
    )
    assert ("Card to [[Ada]]" in agenda(vault, day).block) is shown
