"""A place for somebody: the property that says it (P16), wherever it was decided.

plan_place(Choice("3", "tier", "wide"), today)   ->   Assignment("tier", "=", "wide")
plan_place(Choice("4", "later"), today)          ->   Assignment("snooze", "=", "2026-09-15")
"""

from datetime import date

from vaultnet.edits.set_property import Assignment
from vaultnet.model.dates import add_months
from vaultnet.practice.triage import LATER, Choice


def plan_place(choice: Choice, day: date) -> Assignment:
    """What the note says once the choice is made, on a day."""
    if choice.what == "tier":
        return Assignment("tier", "=", choice.tier)
    if choice.what == "later":
        return Assignment("snooze", "=", add_months(day, LATER).isoformat())
    if choice.what == "keep":
        return Assignment("kept-on", "=", day.isoformat())
    return Assignment("cadence", "=", "never")
