"""Promises: which open tasks are about people, and what they say."""

import pytest

from tests.model.notes import DAY, contact, read, rules_of
from vaultnet.model.promise import TaskRow


def tasks(text: str, path: str = DAY) -> list[TaskRow]:
    return list(read(text, path).tasks)


def test_every_field_of_a_promise() -> None:
    line = "- [ ] Send [[Ada]] and [[Ben|B.]] the plan #gift ⏫ 🔁 every month ➕ 2026-05-01 🛫 2026-06-01 ⏳ 2026-06-10 📅 2026-06-18"
    assert tasks(line) == [
        TaskRow(
            line=1,
            text="Send [[Ada]] and [[Ben|B.]] the plan",
            due="2026-06-18",
            scheduled="2026-06-10",
            start="2026-06-01",
            made="2026-05-01",
            waiting=False,
            recurs="every month",
            task_id="",
            depends_on="",
            links="Ada\nBen",
        )
    ]


@pytest.mark.parametrize(
    ("line", "is_promise"),
    [
        ("- [ ] Call [[Ada]]", True),
        ("- [/] Call [[Ada]]", True),
        ("* [ ] Call [Ada](Ada.md)", True),
        ("- [ ] Buy milk", False),
        ("- [ ] See ![[Ada]]", False),
        ("- [ ] See [[#Log]]", False),
        ("- [x] Call [[Ada]]", False),
        ("- [-] Call [[Ada]]", False),
        ("- [>] Call [[Ada]]", False),
        ("- Call [[Ada]]", False),
        ("> - [ ] Call [[Ada]]", False),
        ("```\n- [ ] Call [[Ada]]\n```", False),
        ("<!-- vaultnet:agenda -->\n- [ ] Call [[Ada]]\n<!-- /vaultnet:agenda -->", False),
    ],
)
def test_which_tasks_are_promises(line: str, is_promise: bool) -> None:
    assert bool(tasks(line)) is is_promise


def test_in_a_contacts_note_every_open_task_is_one() -> None:
    (own,) = tasks(contact("- [ ] Find the book"), "People/Ada.md")
    assert (own.text, own.links, own.made) == ("Find the book", "", "")
    (other,) = tasks(contact("- [ ] Ask [[Ben]]"), "People/Ada.md")
    assert other.links == "Ben"


@pytest.mark.parametrize(("tag", "waiting"), [("#waiting", True), ("#Waiting", True), ("#warten", False), ("", False)])
def test_what_i_wait_for(tag: str, waiting: bool) -> None:
    assert tasks(f"- [ ] The recording from [[Ada]] {tag}")[0].waiting is waiting


def test_waiting_in_another_language() -> None:
    rules = rules_of({"tags": {"waiting": "#warten"}})
    assert read("- [ ] Buch von [[Ada]] #warten", DAY, rules).tasks[0].waiting


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("- [ ] Call ➕ 2026-04-01", "2026-04-01"),
        ("- 2026-03-01 coffee\n  - [ ] Call", "2026-03-01"),
        ("- [[2026-03-01]] coffee\n  - aside\n    - [ ] Call", "2026-03-01"),
        ("- aside\n  - [ ] Call", ""),
    ],
)
def test_when_it_was_promised(body: str, made: str) -> None:
    assert tasks(contact(body), "People/Ada.md")[0].made == made


def test_the_notes_day_is_when_it_was_promised() -> None:
    assert tasks("- [ ] Call [[Ada]]")[0].made == "2026-05-02"


def test_only_lines_with_the_tasks_filter_are_tasks() -> None:
    rules = rules_of(task_filter="#task")
    found = read("- [ ] Call [[Ada]] #task\n- [ ] Call [[Ben]]", DAY, rules).tasks
    assert [task.text for task in found] == ["Call [[Ada]]"]


def test_a_date_that_is_no_day_is_a_problem_and_the_promise_stays() -> None:
    entry = read("- [ ] Call [[Ada]] 📅 2026-02-30", DAY)
    assert (entry.tasks[0].text, entry.tasks[0].due) == ("Call [[Ada]]", "")
    assert [(problem.rule, problem.line, problem.message) for problem in entry.problems] == [
        ("task-date-unreadable", 1, 'the due date "2026-02-30" is no day of the calendar')
    ]


def test_comments_are_no_part_of_a_promise() -> None:
    assert tasks("- [ ] Call [[Ada]] %%[[Ben]] must not know%%")[0][1] == "Call [[Ada]]"


def test_ids_and_what_a_task_depends_on() -> None:
    (row,) = tasks("- [ ] Send [[Ada]] the draft 🆔 send ⛔ draft,ask")
    assert (row.task_id, row.depends_on) == ("send", "draft ask")


def test_a_task_with_an_id_is_kept_whomever_it_is_about() -> None:
    (row,) = tasks("- [ ] Write the draft 🆔 draft")
    assert (row.task_id, row.links) == ("draft", "")
    assert tasks("- [ ] Write the draft [id:: draft]")[0].task_id == "draft"
