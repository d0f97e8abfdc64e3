"""The reviews: golden pages of the example vault, and what a user may rely on."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vaults import make_example, make_vault, open_vault, snapshot
from vaultnet.app.absorb import plan_ticks
from vaultnet.app.generate import generate_agenda
from vaultnet.app.generated_page import GeneratedPage
from vaultnet.app.review import choose_stretch, generate_review
from vaultnet.app.workspace import Workspace
from vaultnet.errors import NotWritten, UsageError
from vaultnet.model.stretch import Length

GOLDEN = Path(__file__).parent / "golden"
WORDS = ("vaultnet", "review")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_example(tmp_path_factory.mktemp("reviews") / "example")


def review(
    root: Path, text: str = "", day: str = "2026-06-21", *, length: Length | None = None, write: bool = True
) -> GeneratedPage:
    with open_vault(root, day) as workspace:
        stretch = choose_stretch(workspace, text, length)
        result = generate_review(workspace, stretch, absorb_as=WORDS if write else (), only_print=not write)
        if write and result.change:
            workspace.apply((result.change,), WORDS)
        return result


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("review-2026-W25-monday", "this week", "2026-06-15"),
        ("review-2026-W25", "", "2026-06-21"),
        ("review-2026-W24", "last week", "2026-06-15"),
        ("review-2026-Q2", "this quarter", "2026-06-21"),
        ("review-2026", "2026", "2026-06-21"),
    ],
)
def test_golden_pages(example: Path, name: str, text: str, day: str, update: bool) -> None:
    """Review them as you would read them."""
    compare(review(example, text, day, write=False).block, name, update=update)


def test_the_guide_shows_the_year_as_it_is(example: Path, update: bool) -> None:
    """The rest of the guide is played (`tests/frontends/test_played.py`); this part holds a fence of its own."""
    block = review(example, "2026", "2026-06-21", write=False).block
    part = block[block.index("**Rhythm**") : block.index("\n\n**Open**")]
    guide = Path(__file__).parent.parent.parent / "docs" / "guide" / "review.md"
    text = guide.read_text()
    before, _, rest = text.partition("````markdown\n")
    shown, _, after = rest.partition("\n````\n")
    if update:
        guide.write_text(f"{before}````markdown\n{part}\n````\n{after}")
        shown = part
    assert shown == part


def test_an_empty_vault(tmp_path: Path, update: bool) -> None:
    compare(review(make_vault(tmp_path / "vault", ""), write=False).block, "review-empty", update=update)
    block = review(make_vault(tmp_path / "vault", ""), length="year", write=False).block
    compare(block, "review-empty-year", update=update)


def compare(block: str, name: str, *, update: bool) -> None:
    golden = GOLDEN / f"{name}.md"
    if update:
        golden.write_text(block)
    assert block == golden.read_text()


VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    tier: close
    ---
    - [x] Send her the map ✅ 2026-06-17
    - [ ] Find her a plumber 📅 2026-06-20
    ## Raise next time
    - how the move went
    - [x] the old story
    ## Log
    - 2026-06-16 coffee: she moves to Paris #received
    - 2026-06-18 email: the address of the mover #gave
    - 2026-01-10 call: hello
    == People/Ben Okri.md
    ---
    type: contact
    uid: b
    met: 2026-06-17
    introduced-by: "[[Ada Lovelace]]"
    birthday: 1985-06-25
    ---
    ## Log
    - 2026-06-19 call: asked about the boat #asked
    == Meetings/2026-06-23 Coffee.md
    ---
    type: meeting
    date: 2026-06-23
    time: "10:00"
    with: ["[[Ada Lovelace]]"]
    ---
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def note_of(vault: Path) -> Path:
    return vault / "Weekly" / "2026-W25.md"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@pytest.mark.parametrize(
    "line",
    [
        "- In person: [[Ada Lovelace]] (coffee)",
        "- By voice: [[Ben Okri]] (call)",
        "- Given: [[Ada Lovelace]], 18 June · the address of the mover",
        "- Received: [[Ada Lovelace]], 16 June · she moves to Paris",
        "- Asked: [[Ben Okri]], 19 June · asked about the boat",
        "- Promise kept: Send her the map · for [[Ada Lovelace]]",
        "- New names: [[Ben Okri]] through [[Ada Lovelace]]",
        "- Promised: Find her a plumber · for [[Ada Lovelace]] · it was for 20 June",
        "  - 10:00 [[2026-06-23 Coffee]] with [[Ada Lovelace]] · to raise with [[Ada Lovelace]]: how the move went",
        "  - [[Ben Okri]] · birthday: turns 41",
    ],
)
def test_what_the_week_says(vault: Path, line: str) -> None:
    assert line in review(vault, write=False).block.split("\n")


def test_who_introduced_somebody_may_have_no_note(vault: Path) -> None:
    edit(vault / "People" / "Ben Okri.md", '"[[Ada Lovelace]]"', "Aunt Carla")
    assert "[[Ben Okri]] through Aunt Carla" in review(vault, write=False).block
    assert "- Aunt Carla opened a door to [[Ben Okri]]" in review(vault, length="year", write=False).block


def test_no_birthday_of_somebody_who_is_gone(vault: Path) -> None:
    edit(vault / "People" / "Ben Okri.md", "uid: b", "uid: b\nstatus: deceased")
    assert "birthday" not in review(vault, write=False).block


def test_no_number_stands_beside_a_person(vault: Path) -> None:
    """P5: two touches with Ada make one name, not a two."""
    block = review(vault, write=False).block
    assert block.count("In person: [[Ada") == 1
    assert "In writing" not in block


def test_twice_is_once(vault: Path) -> None:
    review(vault)
    before = snapshot(vault)
    assert review(vault).change is None
    assert snapshot(vault) == before


@pytest.mark.parametrize("text", ["2026-W25", "2026-Q2", "2026"])
def test_what_is_over_does_not_depend_on_the_day(example: Path, text: str) -> None:
    blocks = {review(example, text, day, write=False).block for day in ("2027-01-01", "2027-03-12", "2031-02-28")}
    assert len(blocks) == 1


def test_the_running_week_grows_day_by_day(vault: Path) -> None:
    assert "[[Ben Okri]] (call)" not in review(vault, day="2026-06-18", write=False).block
    assert "15 to 18 June, so far" in review(vault, day="2026-06-18", write=False).block
    assert "[[Ben Okri]] (call)" in review(vault, day="2026-06-19", write=False).block


@pytest.mark.parametrize(
    "answer", ["  helped Ada with the *boxes*", "\tyes", "Ben, and I learnt to listen", "  - Ben\n    - twice"]
)
def test_an_answer_stays_byte_for_byte(vault: Path, answer: str) -> None:
    review(vault, day="2026-06-19")
    lines = note_of(vault).read_text().split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("- ") and "^vn-" in line)
    question = lines[at]
    note_of(vault).write_text("\n".join([*lines[: at + 1], answer, *lines[at + 1 :]]))
    edit(vault / "People" / "Ben Okri.md", "## Log\n", "## Log\n- 2026-06-20 lunch: soup\n")
    assert review(vault, day="2026-06-21").change is not None
    assert f"{question}\n{answer}\n" in note_of(vault).read_text()
    assert "[[Ben Okri]] (lunch)" in note_of(vault).read_text()


WORDS_OF_ANSWERS = st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs", "Po"]), min_size=1, max_size=60)


@given(
    answers=st.lists(st.lists(WORDS_OF_ANSWERS.filter(str.strip), max_size=3), min_size=3, max_size=3),
    touch=st.sampled_from(
        ["2026-06-15 lunch: soup", "2026-06-20 email: a map #gave", "2026-06-21 call: her boat #asked"]
    ),
)
@settings(max_examples=12, deadline=None)
def test_whatever_is_answered_stays_and_the_second_run_changes_nothing(answers: list[list[str]], touch: str) -> None:
    with TemporaryDirectory() as folder:
        root = make_vault(Path(folder) / "vault", VAULT)
        review(root, day="2026-06-19")
        lines: list[str] = []
        left = iter(answers)
        for line in note_of(root).read_text().split("\n"):
            typed = [f"  - {answer}" for answer in next(left)] if line.startswith("- ") and "^vn-" in line else []
            lines += [line, *typed]
        note_of(root).write_bytes("\n".join(lines).encode())
        edit(root / "People" / "Ben Okri.md", "## Log\n", f"## Log\n- {touch}\n")
        review(root)
        text = note_of(root).read_bytes().decode()
        for asked in answers:
            assert "".join(f"\n  - {answer}" for answer in asked) in text
        assert review(root).change is None


def test_an_answer_behind_the_question_stays(vault: Path) -> None:
    review(vault, day="2026-06-19")
    lines = note_of(vault).read_text().split("\n")
    at = next(number for number, line in enumerate(lines) if "^vn-" in line)
    note_of(vault).write_text("\n".join([*lines[:at], f"{lines[at]} Ada, of course", *lines[at + 1 :]]))
    review(vault, day="2026-06-21")
    assert f"{lines[at]} Ada, of course\n" in note_of(vault).read_text()


def test_words_of_the_users_own_in_the_block_stay(vault: Path) -> None:
    review(vault, day="2026-06-19")
    edit(note_of(vault), "\n**Open**", "\nMy own line about [[Ada Lovelace]].\n\n**Open**")
    review(vault, day="2026-06-21")
    assert "My own line about [[Ada Lovelace]].\n" in note_of(vault).read_text()


def test_a_review_is_no_touch_and_its_ticks_are_none(vault: Path) -> None:
    """Generated blocks never count, not even in a note with a date; a box the user makes there is the user's."""
    (vault / "vaultnet.toml").write_text('[weekly]\ntemplate = "Week"\n')
    (vault / "Week.md").write_text("---\ndate: {{date:YYYY-MM-DD}}\n---\n")
    with open_vault(vault, "2026-06-30") as workspace:
        before = workspace.network().standings
    review(vault)
    assert "date: 2026-06-15" in note_of(vault).read_text()
    edit(note_of(vault), "- Whom did", "- [x] Call [[Ada Lovelace]] ^vn-11111111-22222222\n- Whom did")
    with open_vault(vault, "2026-06-30") as workspace:
        assert workspace.network().standings == before
        assert plan_ticks(workspace).plan.changes == ()


def test_a_tick_counts_in_the_review_and_the_preview_is_what_is_written(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== Ada.md\n---\ntype: contact\nuid: a\n---\n## Log\n- 2025-06-01 call: x\n")
    with open_vault(vault) as workspace:
        result = generate_agenda(workspace, date(2026, 6, 15))
        assert result.change
        workspace.apply((result.change,), WORDS)
    edit(vault / "Daily" / "2026-06-15.md", "- [ ] ", "- [x] ")
    before = snapshot(vault)
    shown = review(vault, write=False)
    assert "[[Ada]]" in shown.block.split("**Open**")[0].split("**The week ahead**")[0]
    assert snapshot(vault) == before
    written = review(vault)
    assert written.block == shown.block
    assert len(written.absorbed) == len(shown.absorbed) == 1


@pytest.mark.parametrize(
    ("toml", "plugin", "path"),
    [
        ("", "", "Weekly/2026-W25.md"),
        ('[weekly]\nfolder = "Journal/Weeks"\nformat = "YYYY/[Week] W"', "", "Journal/Weeks/2026/Week 25.md"),
        ('[vault]\nweek_start = "monday"', '"weekly": {"enabled": true, "folder": "W", "format": ""}', "W/2026-W25.md"),
        ("", '"weekly": {"enabled": true, "folder": "", "format": "gggg-[W]ww"}', "2026-W26.md"),
        ("", '"weekly": {"enabled": false, "folder": "W"}', "Weekly/2026-W25.md"),
        (
            "",
            """"activeCalendarSet": "me", "calendarSets": [{"id": "other"}, {"id": "me", "week": {
                "enabled": true, "folder": "Sets", "format": "GGGG [week] W"}}]""",
            "Sets/2026 week 25.md",
        ),
    ],
)
def test_where_the_weekly_note_is(tmp_path: Path, toml: str, plugin: str, path: str) -> None:
    """In the week of Sunday 21 June: the last day of ISO week 25, the first of week 26 where weeks begin on Sunday."""
    vault = make_vault(tmp_path / "vault", VAULT)
    (vault / "vaultnet.toml").write_text(toml)
    if plugin:
        folder = vault / ".obsidian" / "plugins" / "periodic-notes"
        folder.mkdir(parents=True)
        (vault / ".obsidian" / "community-plugins.json").write_text('["periodic-notes"]')
        (folder / "data.json").write_text(f"{{{plugin}}}")
    assert review(vault, "this week").payload["note"] == path
    assert (vault / path).exists()


@pytest.mark.parametrize(("length", "path"), [("quarter", "Reviews/2026-Q2.md"), ("year", "Reviews/2026.md")])
def test_where_quarters_and_years_are(vault: Path, length: Length, path: str) -> None:
    assert review(vault, length=length).payload["note"] == path
    assert f"<!-- vaultnet:review-{length} -->" in (vault / path).read_text()


def test_quarters_and_years_in_places_of_the_users_own(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[quarterly]\nfolder = "Q"\n[yearly]\nformat = "[Year] YYYY"\n')
    assert review(vault, length="quarter").payload["note"] == "Q/2026-Q2.md"
    assert review(vault, length="year").payload["note"] == "Reviews/Year 2026.md"


def test_weeks_that_begin_on_sunday(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[weekly]\nformat = "gggg-[W]ww"\n')
    found = review(vault, "last week").payload
    assert (found["first"], found["last"], found["name"]) == ("2026-06-14", "2026-06-20", "2026-W25")
    assert found["ahead_first"] == "2026-06-21"


def test_the_users_own_template_is_filled_in(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[weekly]\ntemplate = "Templates/Week"\n')
    (vault / "Templates").mkdir()
    (vault / "Templates" / "Week.md").write_text(
        "# {{title}}\n{{monday:D MMM}} to {{sunday:D MMM}}, {{date}}, {{date+1w:GGGG-[W]WW}}\n\n## Review\n"
        "<!-- vaultnet:review -->\n<!-- /vaultnet:review -->\n\n## Diary\n"
    )
    review(vault)
    text = note_of(vault).read_text()
    assert text.startswith(
        "# 2026-W25\n15 Jun to 21 Jun, 2026-W25, 2026-W26\n\n## Review\n<!-- vaultnet:review -->\n**"
    )
    assert text.endswith("<!-- /vaultnet:review -->\n\n## Diary\n")


def test_the_weekly_template_is_no_person(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[weekly]\ntemplate = "/Week.md"\n')
    (vault / "Week.md").write_text("---\ntype: contact\n---\n")
    with open_vault(vault) as workspace:
        assert "Week.md" not in workspace.network().standing_by_path


def test_templater_code_is_not_written_unrun(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[weekly]\ntemplate = "Week"\n')
    (vault / "Week.md").write_text("<% tp.date.now() %>\n")
    with pytest.raises(NotWritten, match="Templater"):
        review(vault)
    assert "**The week behind**" in review(vault, write=False).block


def test_a_broken_note_is_left_alone_and_the_block_is_shown(vault: Path) -> None:
    note_of(vault).parent.mkdir()
    note_of(vault).write_text("# Week\n<!-- vaultnet:review -->\nno end\n")
    with pytest.raises(NotWritten, match="to paste") as refused:
        review(vault)
    assert (refused.value.path, refused.value.line) == ("Weekly/2026-W25.md", 2)
    assert note_of(vault).read_text() == "# Week\n<!-- vaultnet:review -->\nno end\n"
    assert "**The week behind**" in review(vault, write=False).block


def test_one_broken_contact_does_not_stop_the_rest(vault: Path) -> None:
    (vault / "People" / "Broken.md").write_text("---\ntype: contact\nname: [\n---\n")
    assert "[[Ada Lovelace]] (coffee)" in review(vault).block


def test_questions_turn_through_the_list(example: Path) -> None:
    weeks = [review(example, f"2026-W{week}", write=False).block for week in (23, 24, 25)]
    asked = [[line.split(" ^vn-")[0] for line in block.split("\n") if " ^vn-" in line] for block in weeks]
    assert [len(questions) for questions in asked] == [3, 3, 3]
    assert len({question for questions in asked for question in questions}) == 9


def test_questions_of_the_users_own(vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[review]\nheading = "Looking back"\nquestions = ["One?", "Two?"]\n')
    review(vault)
    text = note_of(vault).read_text()
    assert text.startswith("## Looking back\n<!-- vaultnet:review -->\n")
    assert {"- One?", "- Two?"} == {line.split(" ^vn-")[0] for line in text.split("\n") if " ^vn-" in line}


def test_what_was_said_is_not_raised_again(vault: Path) -> None:
    ada = vault / "People" / "Ada Lovelace.md"
    assert "the old story" not in review(vault, write=False).block
    ada.write_text(ada.read_text().replace("- how the move went", "- [x] how the move went"))
    assert "to raise" not in review(vault, write=False).block


@pytest.mark.parametrize("day", ["2026-06-23", "2026-12-15"])
def test_the_agenda_quotes_what_to_raise(vault: Path, day: str) -> None:
    """On the day of a meeting, and when the contact is proposed; never as a promise."""
    edit(vault / "People" / "Ada Lovelace.md", "- [ ] Find", "- [x] Find")
    with open_vault(vault, day) as workspace:
        result = generate_agenda(workspace, date.fromisoformat(day), only_print=True)
    lines = [line for line in result.block.split("\n") if "how the move went" in line]
    assert len(lines) == 1
    assert " · to raise: how the move went" in lines[0]
    assert "Ada Lovelace" in lines[0]


@pytest.mark.parametrize(
    ("text", "length", "first"),
    [
        ("", None, "2026-06-15"),
        ("yesterday", None, "2026-06-15"),
        ("2026-01-01", None, "2025-12-29"),
        ("last quarter", None, "2026-01-01"),
        ("2026-01-05", "quarter", "2026-01-01"),
        ("", "year", "2026-01-01"),
        ("2025", "year", "2025-01-01"),
    ],
)
def test_which_stretch_is_meant(vault: Path, text: str, length: Length | None, first: str) -> None:
    with open_vault(vault, "2026-06-21") as workspace:
        assert choose_stretch(workspace, text, length).first.isoformat() == first


@pytest.mark.parametrize(("text", "length"), [("2026-Q2", "year"), ("last week", "quarter"), ("soonish", None)])
def test_what_cannot_be_meant(vault: Path, text: str, length: Length | None) -> None:
    with open_vault(vault) as workspace, pytest.raises(UsageError):
        choose_stretch(workspace, text, length)


def test_the_calendars_last_week(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    with Workspace(vault, lambda: datetime(2999, 12, 31, 9)) as workspace:
        assert generate_review(workspace, choose_stretch(workspace, "", None), only_print=True).block


def test_a_burst_and_the_silence_after_it_are_named_kindly(tmp_path: Path) -> None:
    calls = "".join(f"    - 2026-0{1 + number // 20}-{10 + number % 3} call: a word\n" for number in range(3))
    people = "".join(
        f"    == People/Person {number}.md\n    ---\n    type: contact\n    ---\n    ## Log\n{calls}"
        for number in range(8)
    )
    vault = make_vault(tmp_path / "vault", people)
    block = review(vault, length="year", write=False).block
    assert "take turns" in block
    assert "A quiet stretch of" in block
    assert not any(word in block.lower() for word in ("neglect", "overdue", "failed", "should have"))
