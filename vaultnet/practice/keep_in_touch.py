"""Keep in touch (P1): from the last touch and a cadence to the days on which the next one is early, due and late.

Nothing here is stored: a due date follows from the notes each time (4-practice.md, "Keep in touch").

    last 2026-01-10, every 6 months  ->  early 2026-06-04, due 2026-07-10, late 2026-08-25
    last 2026-01-10, next-contact 2026-03-01  ->  due 2026-03-01, until a touch on or after that day
    never in touch, met 2026-01-10  ->  counted from there; no day at all  ->  state "new"
    never in touch, met years ago   ->  "new" too: an address book that was imported is no debt
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vaultnet.model.cadence import Cadence, Period, days, due_on, early_on, late_on
from vaultnet.model.standing import Standing

_SOME_YEAR = date(2001, 1, 1)


class Due(NamedTuple):
    """When the next touch is early, due and late. `state`: ok, soon, due, late, new, out.

    `reason` says what it is counted from (`last`, `met`, `next_contact`, `new`), or why someone is out (`never`,
    `paused`, `snoozed`, `archived`, `deceased`).
    """

    early: date | None
    due: date | None
    late: date | None
    state: str
    reason: str


class Window(NamedTuple):
    """The days of one wait as ordinals: the selection compares thousands of them a day."""

    since: int
    early: int
    due: int
    late: int


Placed = tuple[Standing, Window]


class Plan(NamedTuple):
    """Everyone who is not out: `placed` in a wait, or `new`, never in touch."""

    placed: list[Placed]
    new: list[Standing]

    def everyone(self) -> list[Standing]:
        return [standing for standing, _ in self.placed] + self.new


def due_of(standing: Standing, today: date) -> Due:
    """When this contact should next hear from me, and what that follows from."""
    reason = out_reason(standing, today)
    if reason:
        return Due(None, None, None, "out", reason)
    window = window_of(standing)
    if window is None or _is_long_past(standing, window, today):
        return Due(None, None, None, "new", "new")
    early, due, late = map(date.fromordinal, window[1:])
    return Due(early, due, late, _state(window, today.toordinal()), _counted_from(standing))


def out_reason(standing: Standing, today: date) -> str:
    """Why someone is in no plan today; "" for everyone else."""
    if standing.is_gone:
        return standing.status.casefold()
    if standing.cadence.never:
        return "never"
    if standing.paused:
        return "paused"
    return "snoozed" if standing.snooze and standing.snooze > today else ""


def in_plan(standings: Iterable[Standing], today: date) -> Plan:
    """Everyone who is not out; a network of thousands is asked this every day of a forecast."""
    plan = Plan([], [])
    calendars: dict[int, Callable[[date], Window]] = {}  # by object: hashing a cadence costs more than all the rest
    for standing in standings:
        cadence = standing.cadence
        may_be_out = standing.status or standing.snooze or standing.paused or cadence.never
        if may_be_out and out_reason(standing, today):
            continue
        if standing.next_contact or not standing.last:
            _add(plan, standing, today)
            continue
        calendar = calendars.get(id(cadence))
        if calendar is None:
            calendar = calendars[id(cadence)] = calendar_of(cadence)
        plan.placed.append((standing, calendar(standing.last)))
    return plan


def _add(plan: Plan, standing: Standing, today: date) -> None:
    window = window_of(standing)
    if window and not _is_long_past(standing, window, today):
        plan.placed.append((standing, window))
    else:
        plan.new.append(standing)


def _is_long_past(standing: Standing, window: Window, today: date) -> bool:
    """Somebody whom I met so long ago, and never was in touch with, that the time for it is over: to be placed anew."""
    return standing.last is None and not is_set_by_hand(standing) and window.late < today.toordinal()


def window_of(standing: Standing) -> Window | None:
    """The wait this contact is in; None when nothing is known to count from."""
    if is_set_by_hand(standing):
        return _window_by_hand(standing)
    since = standing.since
    return calendar_of(standing.cadence)(since) if since else None


def is_set_by_hand(standing: Standing) -> bool:
    """True when `next-contact` goes before the derived day: until a touch on or after it."""
    wanted = standing.next_contact
    return wanted is not None and (standing.last is None or standing.last < wanted)


@lru_cache(maxsize=1024)
def calendar_of(cadence: Cadence) -> Callable[[date], Window]:
    """The waits of one cadence by the day they are counted from, each worked out once."""

    @lru_cache(maxsize=8192)
    def window(since: date) -> Window:
        wait = early_on(since, cadence), due_on(since, cadence), late_on(since, cadence)
        return Window(since.toordinal(), *(day.toordinal() for day in wait))

    return window


@lru_cache(maxsize=1024)
def usual_days(cadence: Cadence) -> float:
    """The ideal in days, whatever the month: what the sums of the budget are made of. Meaningless for `never`."""
    dozen = Cadence(Period(12 * cadence.ideal.count, cadence.ideal.unit))
    return days(dozen, _SOME_YEAR) / 12


def _window_by_hand(standing: Standing) -> Window:
    """A day set by hand is meant: no offer before it; how late is late is still the cadence's."""
    due = standing.next_contact
    assert due is not None
    usual = calendar_of(standing.cadence)(due)
    on = due.toordinal()
    since = standing.since.toordinal() if standing.since else on
    return Window(since if since < on else on - (usual.due - on), on, on, on + usual.late - usual.due)


def _state(window: Window, today: int) -> str:
    if today < window.early:
        return "ok"
    if today < window.due:
        return "soon"
    return "due" if today <= window.late else "late"


def _counted_from(standing: Standing) -> str:
    if is_set_by_hand(standing):
        return "next_contact"
    return "last" if standing.last else "met"
