"""Promises that are due: what I said I would do, on the day it is due, and every day after until it is done.

- [ ] Send [[Ada]] the paper 📅 2026-06-18      -> due from 2026-06-18 on
- [ ] Find her a plumber (noted on 2026-06-01)  -> due a week later (4-practice.md, "Follow-up ladder")
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from vaultnet.model.network import Promise

_UNDATED = timedelta(days=7)


class DuePromise(NamedTuple):
    """A promise to keep now. `due` is None where nothing tells when it was made: then it is due now."""

    promise: Promise
    due: date | None


def promises_due(
    promises: Iterable[Promise], last_touch: Mapping[str, date | None], today: date
) -> tuple[DuePromise, ...]:
    """What I owe by `today`, the earliest due first. What I wait for, what has not started yet, and what another open
    task holds up (⛔) is not owed now.
    """
    dated = (DuePromise(promise, due_on(promise, last_touch)) for promise in promises if not promise.is_waiting)
    due = [entry for entry in dated if state_of(entry.promise, entry.due, today) == "due"]
    return tuple(sorted(due, key=lambda entry: (entry.due or today, entry.promise.path, entry.promise.line)))


def state_of(promise: Promise, due: date | None, today: date) -> str:
    """`blocked` by another open task, `later` where it has not begun (🛫), `due` today or before, else `open`."""
    if promise.is_blocked:
        return "blocked"
    if promise.start is not None and promise.start > today:
        return "later"
    return "due" if due is None or due <= today else "open"


def due_on(promise: Promise, last_touch: Mapping[str, date | None]) -> date | None:
    """When to do it: the day it is scheduled for, else due; undated, a week after it was made.

    A promise that does not say when it was made was made at the latest when its people were last in touch.
    """
    if promise.scheduled or promise.due:
        return promise.scheduled or promise.due
    touches = (day for contact in promise.contacts if (day := last_touch.get(contact)))
    made = promise.made or max(touches, default=None)
    return made + _UNDATED if made and made < date.max - _UNDATED else None
