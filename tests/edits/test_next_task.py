"""What comes next with somebody, said in a few words, as a task. Today is Monday, 15 June 2026."""

from datetime import date

import pytest

from tests.edits.people import RULES
from vaultnet.edits.next_task import plan_next
from vaultnet.edits.people_words import join_people
from vaultnet.errors import UsageError
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings, VaultSettings
from vaultnet.text.tasks_format import write_due
from vaultnet.text.tasks_settings import TasksSettings

TODAY = date(2026, 6, 15)

NEXT = """
call in 3w                    -> [ ] Call [[Ada]] and [[Bob]] 📅 2026-07-06
coffee about the talk         -> [ ] Coffee with [[Ada]] and [[Bob]] about the talk
meet on friday                -> [ ] Meet [[Ada]] and [[Bob]] 📅 2026-06-19
letter by 1 July              -> [ ] Letter to [[Ada]] and [[Bob]] 📅 2026-07-01
email her tomorrow            -> [ ] Email her 📅 2026-06-16
call [[Ben]]                  -> [ ] Call [[Ben]]
send the paper in 2 days      -> [ ] Send the paper 📅 2026-06-17
"""


@pytest.mark.parametrize("row", NEXT.strip().splitlines())
def test_words_of_what_comes_next(row: str) -> None:
    words, task = (part.strip() for part in row.split("->"))
    assert plan_next(words, ["[[Ada]]", "[[Bob]]"], RULES, TODAY) == task


def test_what_comes_next_in_the_form_of_the_vault() -> None:
    rules = build_rules(Settings(vault=VaultSettings(date_order="dmy")), tasks=TasksSettings("#task", form="dataview"))
    assert plan_next("call on 10/9", ["[[Ada]]"], rules, TODAY) == "[ ] #task Call [[Ada]]  [due:: 2026-09-10]"
    assert plan_next("#task paper", [], rules, TODAY) == "[ ] #task paper"
    assert write_due("Call 📅 2026-01-01", "2026-07-06") == "Call 📅 2026-01-01"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("call on 10/9", '"on 10/9" may be two days'),
        ("call on 31 February", '"on 31 February" is no day'),
        ("in 3w", "say what comes next"),
        (" ", "say what comes next"),
    ],
)
def test_what_comes_next_must_be_said(words: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        plan_next(words, ["[[Ada]]"], RULES, TODAY)


def test_people_in_words() -> None:
    assert join_people([], "and") == ""
    assert join_people(["A"], "and") == "A"
    assert join_people(["A", "B", "C"], "und") == "A, B und C"
