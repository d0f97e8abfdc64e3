"""The touch plan (P3): up to seven touches a year, of different kinds, spaced, each with its reason and its day.

    Ada, close, birthday 17 April, in Lisbon as I am, likes flood marks; today 2026-01-10, last touch 2025-11-20
    ->  2026-02-20 email (article: flood marks), 2026-04-12 card (birthday, on the 17th), 2026-07-17 coffee
        (same_place), 2026-10-17 call (how_are_things), 2026-12-20 card (holiday: Christmas)

What has a day of its own is placed first, what is good at any time then falls due by the cadence. The agenda asks for
the reason of the few people whose turn it is (`PlannedKinds`), so what it proposes is what the plan says is next.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.cadence import due_on
from vaultnet.model.dates import add_days
from vaultnet.model.network import Network, Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.keep_in_touch import due_of, out_reason, usual_days
from vaultnet.practice.planned_day import PlannedTouch, dated_touches, opportunities
from vaultnet.practice.touch_reason import Around, Reason, around, find_reason

MOST = 7  # touches a year, as the advice has it (1-mission.md, P3)
_STEP = 52  # days: seven a year
_APART = 0.4  # of the days from one touch to the next,
_APART_AT_LEAST = 14
_APART_FROM_DONE = 7  # a birthday a week after a coffee is still one
_BEYOND = 60  # days of the next year that are looked at, so that January does not follow on December's heels
_EARLY, _LATE = 5, 4  # a chance is taken a fifth of the wait before it is due, and a quarter after
_THERE = (2, 2)  # and a day in their town half a wait before and after


class TouchPlan(NamedTuple):
    """One contact's year: what happened, oldest first, and what is planned. `out` says why nothing is: never, paused,
    archived, deceased; "" for everyone else.
    """

    contact: str
    year: int
    done: tuple[Touch, ...]
    planned: tuple[PlannedTouch, ...]
    out: str


def build_touch_plan(standing: Standing, network: Network, settings: Settings, today: date, year: int) -> TouchPlan:
    """The plan of a calendar year; of the current one, from today on."""
    touches = network.touches.get(standing.path, ())
    done = tuple(touch for touch in reversed(touches) if touch.day.year == year and touch.day <= today)
    out = out_reason(standing, today)
    if out and out != "snoozed":
        return TouchPlan(standing.path, year, done, (), out)
    until = add_days(date(year, 12, 31), _BEYOND)
    ahead = _walk(around(standing, network, settings), network, today, until)
    planned = tuple(touch for touch in ahead if touch.day.year == year)
    return TouchPlan(standing.path, year, done, planned, "")


class PlannedKinds(Mapping[str, str]):
    """Path of a contact -> the kind of touch that the plan proposes today; worked out for those who are asked for."""

    def __init__(self, network: Network, settings: Settings, today: date) -> None:
        self._network = network
        self._settings = settings
        self._today = today
        self._standing_by_path = network.standing_by_path
        self._known: dict[str, Reason | None] = {}

    def reason(self, path: str) -> Reason | None:
        """Why, and with what; None where the plan has nothing to say."""
        if path not in self._known:
            standing = self._standing_by_path.get(path)
            about = around(standing, self._network, self._settings) if standing else None
            self._known[path] = find_reason(about, self._today) if about else None
        return self._known[path]

    def __getitem__(self, path: str) -> str:
        reason = self.reason(path)
        if reason is None:
            raise KeyError(path)
        return reason.kind

    def __iter__(self) -> Iterator[str]:
        yield from self._standing_by_path

    def __len__(self) -> int:
        return len(self._standing_by_path)


def _walk(about: Around, network: Network, today: date, until: date) -> Iterator[PlannedTouch]:
    """From one touch to the next: what has its day, a chance that comes by when one is due, else what is good then."""
    begin = _begin(about.standing, today)
    step, apart = _pace(about.standing)
    dated = dated_touches(about, network, begin, until, apart, _earliest(about.standing, begin))
    chances = opportunities(about, begin, until)
    due = _first_due(about.standing, begin)
    is_turn = due <= today  # the agenda may propose them any day: it waits for a near date of theirs, for nothing else
    used: dict[int, list[str]] = {}
    while True:
        before_next = add_days(dated[0].day, -apart) if dated else until
        taken = used.setdefault(due.year, [])
        chance = (
            None if is_turn else _chance((one for one in chances if one.day <= before_next), about, due, step, used)
        )
        touch = (
            _soon(dated, add_days(due, _APART_AT_LEAST if is_turn else apart), about)
            or chance
            or _when_due(about, due, taken)
            or _soon(dated, until, about)
            or _fresh(about, due.year + 1)
        )
        if touch is None or touch.day > until:
            return
        touch = _varied(touch, about)
        used.setdefault(touch.day.year, []).append(touch.reason)
        if len(used[touch.day.year]) <= MOST:
            yield touch
        about = _after(about, touch)
        dated = [other for other in dated if other.day >= add_days(touch.day, _APART_AT_LEAST if is_turn else apart)]
        is_turn = False
        due = _due_after(about.standing, touch.day, step)


def _begin(standing: Standing, today: date) -> date:
    return max(today, standing.snooze) if standing.snooze else today


def _pace(standing: Standing) -> tuple[int, int]:
    """Days from one planned touch to the next (a weekly tie is not planned week by week), and how far apart two are."""
    step = max(round(usual_days(standing.cadence)), _STEP)
    return step, max(_APART_AT_LEAST, int(step * _APART))


def _earliest(standing: Standing, begin: date) -> date:
    return max(begin, add_days(standing.last, _APART_FROM_DONE)) if standing.last else begin


def _first_due(standing: Standing, begin: date) -> date:
    due = due_of(standing._replace(snooze=None), begin).due
    return max(begin, due) if due else begin


def _due_after(standing: Standing, day: date, step: int) -> date:
    return max(due_on(day, standing.cadence), add_days(day, step))


def _is_again(touch: PlannedTouch, about: Around) -> bool:
    """The kind of the last touch, with nothing to do instead: a second card in a row. What is arranged, is arranged."""
    return touch.kind in about.standing.last_kinds[:1] and not touch.instead and touch.reason != "meeting"


def _varied(touch: PlannedTouch, about: Around) -> PlannedTouch:
    """Whoever has just had a card gets a call on the day."""
    if touch.instead and touch.kind in about.standing.last_kinds[:1]:
        return touch._replace(kind=touch.instead, day=touch.on or touch.day)
    return touch


def _soon(dated: Sequence[PlannedTouch], until: date, about: Around) -> PlannedTouch | None:
    """What has its day and comes before one is due, or so soon after that one waits for it."""
    return next((touch for touch in dated if touch.day <= until and not _is_again(touch, about)), None)


def _chance(
    chances: Iterable[PlannedTouch], about: Around, due: date, step: int, used: Mapping[int, Collection[str]]
) -> PlannedTouch | None:
    """A trip or an event of mine about the time when one is due; for being in their town one waits longer."""
    for touch in chances:
        early, late = _THERE if touch.reason == "both_there" else (_EARLY, _LATE)
        is_time = add_days(due, -step // early) <= touch.day <= add_days(due, step // late)
        is_new = touch.reason not in used.get(touch.day.year, ())  # who is due in January may be met in December
        if is_time and is_new and touch.kind not in about.standing.last_kinds[:1]:
            return touch
    return None


def _when_due(about: Around, due: date, taken: Collection[str]) -> PlannedTouch | None:
    """What is good at any time, once a year each."""
    reason = find_reason(about, due, taken)
    return PlannedTouch(due, reason.on, reason.kind, reason.name, reason.words) if reason else None


def _fresh(about: Around, year: int) -> PlannedTouch | None:
    """Where nothing new is left in a year, the next one begins afresh."""
    return _when_due(about, date(year, 1, 1), ()) if year <= date.max.year else None


def _after(about: Around, touch: PlannedTouch) -> Around:
    """How things will stand once the touch has been."""
    standing = about.standing
    kinds = (touch.kind, *standing.last_kinds)[:3]
    later = standing._replace(
        last=touch.day, last_kinds=kinds, turns=standing.turns + 1, next_contact=None, snooze=None
    )
    return about._replace(standing=later)
