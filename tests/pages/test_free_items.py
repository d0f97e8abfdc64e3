"""What has no day of its own on the agenda: somebody to meet, an introduction to move on, something to give."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.pages.free_pages import MONDAY, lines, log_of, mark, run
from tests.vaults import make_vault

VAULT = """
    == vaultnet.toml
    [agenda]
    people = 1
    == Goals.md
    ---
    type: goals
    wish-list: ["[[Zoe Quist]]", "[[Yan Ek]]", "[[Xenia Roth]]", "[[Will Falk]]"]
    targets: ["[[Tidemark]]"]
    offers: explaining figures to boards
    ---
    == People/Ada.md
    ---
    type: contact
    uid: a
    needs: a proofreader for letters in German
    ---
    ## Log
    - 2026-06-01 lunch: by the canal
    == People/Ben.md
    ---
    type: contact
    uid: b
    offers: proofreading in German
    ---
    ## Log
    - 2026-05-20 call
    == People/Cy.md
    ---
    type: contact
    needs: somebody explaining figures to a board
    knows: "[[Yan Ek]]"
    ---
    ## Log
    - 2026-05-02 coffee
    == People/Dora.md
    ---
    type: contact
    interests: barn owls
    company: "[[Tidemark]]"
    ---
    ## Log
    - 2025-12-10 email: the report
    == People/Eve.md
    ---
    type: contact
    ---
    ## Log
    - 2025-12-10 email: the tide
    == People/Never.md
    ---
    type: contact
    cadence: never
    needs: proofreading of German letters
    interests: barn owls
    ---
    ## Log
    - 2026-06-01 call
    == Introductions/Zoe through Ada.md
    ---
    type: introduction
    to: "[[Zoe Quist]]"
    via: "[[Ada]]"
    status: wanted
    ---
    == Clippings/Owls.md
    ---
    source: https://birds.example
    tags: [birds/barn-owls]
    ---
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path, VAULT)


def test_one_of_each_with_its_why(vault: Path) -> None:
    assert lines(run(vault)) == [
        "E-mail [[Ada]] · for an introduction to Zoe Quist · 2 weeks since lunch; knows Zoe Quist",
        "Help [[Cy]] · with somebody explaining figures to a board · you offer explaining figures to boards",
    ]


def test_whoever_touches_a_goal_goes_first_of_those_who_are_due_alike(vault: Path) -> None:
    """Dora and Eve have waited as long; without the goals uid and path would say Dora anyway, so Eve works there too."""
    assert "Tidemark is a target" in lines(run(vault), "reach_out")[0]
    text = (vault / "People/Dora.md").read_text()
    (vault / "People/Eve.md").write_text(text)
    (vault / "People/Dora.md").write_text(text.replace('company: "[[Tidemark]]"\n', ""))
    assert lines(run(vault), "reach_out")[0].startswith("Message [[Eve]]")


def test_asking_for_an_introduction_is_an_ask_and_moves_its_note_on(vault: Path) -> None:
    run(vault)
    mark(vault, "Zoe Quist", "x", more=" she will write tomorrow")
    page = run(vault)
    assert log_of(vault, "People/Ada.md") == [
        "- 2026-06-15 email: for an introduction to Zoe Quist; she will write tomorrow #asked"
    ]
    note = (vault / "Introductions/Zoe through Ada.md").read_text()
    assert "status: asked" in note
    assert log_of(vault, "Introductions/Zoe through Ada.md") == [
        "- 2026-06-15 E-mail [[Ada]], for an introduction to Zoe Quist"
    ]
    assert len(lines(page, "meet_someone")) == 1  # the ticked one stays, and nothing comes besides
    assert run(vault).change is None


def test_the_next_wish_comes_a_week_later_and_one_left_open_rests(vault: Path) -> None:
    asked = {
        day: [line.partition(" · ")[0] for line in lines(run(vault, MONDAY + timedelta(days=day)), "meet_someone")]
        for day in (0, 1, 6, 7, 8, 14, 15)
    }
    assert asked == {0: ["E-mail [[Ada]]"], 1: [], 6: [], 7: ["E-mail [[Cy]]"], 8: [], 14: ["E-mail [[Ada]]"], 15: []}


def test_a_wish_let_go_is_not_this_one_again_for_long(vault: Path) -> None:
    run(vault)
    mark(vault, "Zoe Quist", "-")
    later = [lines(run(vault, MONDAY + timedelta(days=days)), "meet_someone")[0] for days in (7, 14)]
    assert ["Yan Ek" in later[0], "Xenia Roth" in later[1]] == [True, True]


def test_a_stranger_whom_nobody_knows_gets_a_letter_which_waits_for_a_note(vault: Path) -> None:
    for name in ("Zoe Quist", "Yan Ek"):
        (vault / "Goals.md").write_text((vault / "Goals.md").read_text().replace(f'"[[{name}]]", ', ""))
    line = lines(run(vault), "meet_someone")[0]
    assert line == (
        "Letter to [[Xenia Roth]] · you would like to meet Xenia Roth, and nobody you know is a way there · after that a call"
    )
    mark(vault, "Xenia Roth", "x")
    assert lines(run(vault), "meet_someone") == [line]
    assert "Will Falk" in lines(run(vault, MONDAY + timedelta(days=7)), "meet_someone")[0]  # given time, note or not
    (vault / "People/Xenia Roth.md").write_text("---\ntype: contact\n---\n")
    run(vault, MONDAY + timedelta(days=8))
    assert log_of(vault, "People/Xenia Roth.md") == ["- 2026-06-15 letter"]


def test_what_was_given_is_said_to_be_given_to_both_of_an_introduction(vault: Path) -> None:
    run(vault)
    tuesday = MONDAY + timedelta(days=1)
    assert "".join(lines(run(vault, tuesday), "give")) == (
        "Introduction for [[Ada]] and [[Ben]] · Ada needs a proofreader for letters in German, Ben offers "
        "proofreading in German · ask each of them first"
    )
    mark(vault, "[[Ben]]", "x", tuesday)
    run(vault, tuesday)
    said = "Ada needs a proofreader for letters in German, Ben offers proofreading in German #gave"
    assert log_of(vault, "People/Ada.md") == [f"- 2026-06-16 introduction: with [[Ben]], {said}"]
    assert log_of(vault, "People/Ben.md") == [f"- 2026-06-16 introduction: with [[Ada]], {said}"]


def test_nothing_is_proposed_twice_whatever_becomes_of_it(vault: Path) -> None:
    """Property over a month: each pair, need and article stands on one page, ticked, let go or left open."""
    seen: list[str] = []
    for number in range(28):
        day = MONDAY + timedelta(days=number)
        found = lines(run(vault, day), "give")
        assert len(found) <= 1
        seen += [line.partition(" · ")[0] for line in found]
        if found and number % 3:
            mark(vault, found[0], "x" if number % 3 == 1 else "-", day)
            run(vault, day)
    assert sorted(seen) == sorted(set(seen))
    assert {line.partition(" ")[0] for line in seen} == {"Help", "Introduction", "E-mail"}
    assert "Never" not in " ".join(seen)


def test_something_to_read(vault: Path) -> None:
    pages = [lines(run(vault, MONDAY + timedelta(days=number)), "give") for number in range(3)]
    assert pages[2] == ["E-mail [[Dora]] · something to read: [[Owls]] · interested in barn owls"]
    mark(vault, "[[Owls]]", "x", MONDAY + timedelta(days=2))
    run(vault, MONDAY + timedelta(days=2))
    assert log_of(vault, "People/Dora.md")[-1] == "- 2026-06-17 email: something to read: [[Owls]] #gave"


def test_an_event_of_a_month_ago_that_no_page_has_told_of(vault: Path) -> None:
    note = vault / "People/Cy.md"
    note.write_text(note.read_text() + "\n## Life events\n- 2026-05-20 her father died\n")
    assert lines(run(vault), "give") == ["Letter to [[Cy]] · a few words by hand · her father died, 20 May"]


def test_a_day_off_asks_for_nothing_besides(vault: Path) -> None:
    assert lines(run(vault, MONDAY - timedelta(days=1))) == []


def test_a_wish_put_off_waits_for_its_day(vault: Path) -> None:
    run(vault)
    mark(vault, "Zoe Quist", ">", more=" 📅 2026-06-25")
    pages = {days: lines(run(vault, MONDAY + timedelta(days=days)), "meet_someone") for days in (7, 14)}
    assert ["Yan Ek" in pages[7][0], "Zoe Quist" in pages[14][0]] == [True, True]


STRANGER = "---\ntype: contact\n{keys}---\n## Log\n{log}"
KNOWN = '---\ntype: contact\nknows: "[[Zoe]]"\n{keys}---\n## Log\n- 2026-06-01 call\n{log}'
WISH = '---\ntype: goals\nwish-list: ["[[Zoe]]"]\n---\n'


@pytest.mark.parametrize(
    ("zoe", "ada", "line"),
    [
        ({"log": "- 2026-06-10 letter to: about the tide\n"}, None, ""),  # the call comes after seven working days
        ({"log": "- 2026-06-01 letter to: about the tide\n"}, None,
         ("Call [[Zoe]] · you would like to meet Zoe, and nobody you know is a way there · 2 weeks since your letter"
          " · after that a coffee")),
        ({"keys": "snooze: 2026-08-01\n"}, None, ""),
        ({"keys": "cadence: never\n"}, None, ""),
        ({"keys": "paused: true\n"}, None, ""),
        ({"log": "- 2026-06-10 email from: gladly\n"}, None, ""),  # she has answered: we have met
        (None, {}, "E-mail [[Ada]] · for an introduction to Zoe · 2 weeks since your call; knows Zoe"),
        (None, {"log": "- 2026-06-10 email to: may I see the map #asked\n"}, ""),  # one thing at a time is asked of her
        (None, {"keys": "birthday: 1980-06-15\n"}, ""),  # she stands under the days to mark
    ],
)  # fmt: skip
def test_who_is_asked_and_when(
    tmp_path: Path, zoe: dict[str, str] | None, ada: dict[str, str] | None, line: str
) -> None:
    vault = make_vault(tmp_path, "== vaultnet.toml\n")
    empty = {"keys": "", "log": ""}
    (vault / "Goals.md").write_text(WISH)
    if zoe is not None:
        (vault / "Zoe.md").write_text(STRANGER.format(**{**empty, **zoe}))
    if ada is not None:
        (vault / "Ada.md").write_text(KNOWN.format(**{**empty, **ada}))
    assert "".join(lines(run(vault), "meet_someone")) == line


def test_a_letter_to_a_stranger_with_a_note_is_a_touch_and_no_ask(tmp_path: Path) -> None:
    vault = make_vault(tmp_path, "== vaultnet.toml\n")
    (vault / "Goals.md").write_text(WISH)
    (vault / "Zoe.md").write_text(STRANGER.format(keys="", log=""))
    run(vault)
    mark(vault, "[[Zoe]]", "x")
    run(vault)
    assert log_of(vault, "Zoe.md") == ["- 2026-06-15 letter"]


def test_an_event_of_these_days_is_left_to_the_days_to_mark(vault: Path) -> None:
    note = vault / "People/Cy.md"
    note.write_text(note.read_text() + "\n## Life events\n- 2026-06-10 her father died\n")
    page = run(vault)
    assert lines(page, "dates") == ["Letter to [[Cy]] · her father died: a few words by hand"]
    assert lines(page, "give")[0].startswith("Introduction for [[Ada]]") is False  # Ada is asked for Zoe today
    assert "[[Cy]]" not in "".join(lines(page, "give"))


def test_a_step_that_stands_in_its_note_is_not_written_twice(vault: Path) -> None:
    """A merge took the introduction's note from one machine, and the contact's from the other."""
    run(vault)
    note = vault / "People/Ada.md"
    text = note.read_text()
    mark(vault, "Zoe Quist", "x")
    run(vault)
    note.write_text(text)
    run(vault)
    assert len(log_of(vault, "Introductions/Zoe through Ada.md")) == len(log_of(vault, "People/Ada.md")) == 1
