"""What an answer of a debrief promises: a task with a day, a week after the meeting where none was named.

plan_promise("a word about the unit by Friday", ["[[Emeka Obi]]"], rules, date(2026, 6, 16))
->  "[ ] A word about the unit 📅 2026-06-19"
find_day_alone("in 3 weeks", rules, date(2026, 6, 16))  ->  date(2026, 7, 7)

Days count from the day of the meeting, for that is when it was said; and so every machine comes to the same line.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from vaultnet.edits.next_task import cut_due, plan_next
from vaultnet.model.dates import add_days
from vaultnet.model.rules import Rules
from vaultnet.text.checkbox import parse_task
from vaultnet.text.tasks_format import write_due

_A_WEEK = timedelta(days=7)
_BOX = "[ ] "


def plan_promise(words: str, people: Sequence[str], rules: Rules, day: date) -> str:
    """The task, box and all. A due date that was typed in the form of the Tasks plugin stays as it is.

    Raises UsageError for a day that may be two, or is none.
    """
    if parse_task(words).due:
        wanted = rules.tasks.global_filter
        return f"{_BOX}{words if wanted in words else f'{wanted} {words}'}"
    task = plan_next(words, people, rules, day)
    return f"{_BOX}{write_due(task.removeprefix(_BOX), add_days(day, _A_WEEK.days).isoformat(), rules.tasks.form)}"


def find_day_alone(words: str, rules: Rules, day: date) -> date | None:
    """The day, where an answer names one and nothing else. Raises UsageError as `plan_promise` does."""
    due, said = cut_due(words, rules, day)
    return due if due and not said.strip(" .!?") else None
