"""The ladder of persevering (P7): another e-mail, a phone call, a letter, each after so many working days; then a rest.

ladder = warm_ladder(settings)                                       email, call, letter after 5, 7, 10 working days
next_rung(ladder, date(2026, 6, 10), (), week)                       ->  Rung(1, "email", date(2026, 6, 17), "call")
next_rung(ladder, date(2026, 6, 10), (Attempt(..., "email"),), week) ->  Rung(2, "call", ..., "letter")
three attempts                                                       ->  None: never past the end
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.cadence import due_on, parse_cadence
from vaultnet.model.settings import Settings
from vaultnet.model.working_days import WorkingDays


class Ladder(NamedTuple):
    """Kinds of touch, and their waits in working days: each counts from the step before, the first from the ask."""

    steps: tuple[str, ...]
    days: tuple[int, ...]


class Attempt(NamedTuple):
    """A step that was made: any touch by me that leaves the next word to them."""

    day: date
    kind: str


class Rung(NamedTuple):
    """The next step: which it is (counted from 1), by which kind of touch, from when on, and what would follow it."""

    number: int
    kind: str
    due: date
    then: str


def warm_ladder(settings: Settings) -> Ladder:
    """The ladder for someone I know: what I asked got no answer."""
    return Ladder(settings.ladder.steps, settings.ladder.days)


def cold_ladder(settings: Settings) -> Ladder:
    """The ladder for someone I do not know and nobody can introduce me to: it begins at once, with a letter."""
    return Ladder(settings.ladder.cold_steps, (0, *settings.ladder.cold_days))


def next_rung(ladder: Ladder, start: date, made: Sequence[Attempt], week: WorkingDays) -> Rung | None:
    """The step after those made, counted from the last of them; None at the end of the ladder.

    A step made by another channel than the one that was next takes that channel's place: whoever called first is
    asked by e-mail next, not by a second call.
    """
    left = list(ladder.steps)
    if len(made) >= len(left):
        return None
    for attempt in made:
        left.remove(attempt.kind if attempt.kind in left else left[0])
    since = made[-1].day if made else start
    wait = ladder.days[min(len(made), len(ladder.days) - 1)]  # a ladder longer than its waits goes on with the last
    due = week.on_or_after(week.after(since, wait))
    return Rung(len(made) + 1, left[0], due, left[1] if len(left) > 1 else "")


def rests_until(last: date, settings: Settings) -> date:
    """The day on which the rest at the end of a ladder is over."""
    rest = parse_cadence(settings.ladder.rest)
    assert rest is not None  # settings_reader.py has seen to it
    return due_on(last, rest)
