"""Whom to reach out to today (P1, P2): the few names that fit the day, each with a kind and its reasons.

The order is that of `turns.py`; this is the day it has to fit into (4-practice.md, "Budget").

    Ada: 7 months, due; Ben: 5 months, early; people = 1   ->  Ada
    Ada was offered and left open three weeks ago          ->  after everyone whose turn presses, before Ben
    Ada and Cy both at Acme                                ->  Ada today, Cy another day
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.settings import Kind, Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.budget import Purse
from vaultnet.practice.choice import Choice
from vaultnet.practice.earlier_offers import earlier_offers
from vaultnet.practice.keep_in_touch import Plan, due_of, in_plan
from vaultnet.practice.outreach_kind import OutreachKind, choose_kind
from vaultnet.practice.turns import in_turn

_NO_PLAN: Mapping[str, str] = {}


class Taken(NamedTuple):
    """An item of today's list that was ticked, let go or rewritten: it counts against the day. `before` is how things
    stood with them in the morning, None where that is how they stand now.
    """

    path: str
    kind: str
    before: Standing | None = None


class Why(NamedTuple):
    """The reasons of an offer as values, for a template to word. `gap` is in days; see `Due` for `counted_from`."""

    state: str
    since: date | None
    gap: int | None
    last_kind: str
    counted_from: str
    cadence_from: str
    kind_from: str
    is_second_try: bool


class Outreach(NamedTuple):
    """One name for today, the kind of touch to propose, and the minutes it takes me."""

    path: str
    uid: str
    name: str
    kind: str
    minutes: int
    due: date | None
    late: date | None
    why: Why


def select_reach_out(
    standings: Sequence[Standing],
    settings: Settings,
    today: date,
    *,
    taken: Sequence[Taken] = (),
    replaced: Collection[str] = frozenset(),
    exclude: Collection[str] = frozenset(),
    planned: Mapping[str, str] = _NO_PLAN,
    preferred: Container[str] = frozenset(),
    choice: Choice | None = None,
) -> tuple[Outreach, ...]:
    """The names for today, in order. `planned`: the touch plan's kind by path; `exclude`: who is seen to already;
    `replaced`: in whose place the user has put others; `preferred`: who goes first among those whose turn is alike;
    `choice` is told what all of it rests on.

    The queue is the morning's, in which those who are `taken` or `replaced` are passed over in their turn: so the rest
    of today's list stays as it was.
    """
    purse = _purse_after(taken, settings)
    if not _has_room(purse, settings, today):
        return ()
    gone = {item.path for item in taken}.union(replaced)
    done = [standing for standing in standings if standing.path in gone] if gone else []
    before = {item.path: item.before for item in taken if item.before}
    plan = in_plan([before.get(standing.path, standing) for standing in standings] if before else standings, today)
    if any(_is_first_contact(standing, today) for standing in done):
        plan = Plan(plan.placed, [])
    seen = {organization for standing in done for organization in standing.organizations}
    queue = in_turn(plan, settings, today, exclude, preferred, choice)
    chosen = _fill(queue, settings.kinds, purse, seen, planned, gone)
    return tuple(_outreach(standing, kind, today) for standing, kind in chosen)


def select_from_plan(plan: Plan, settings: Settings, today: date) -> tuple[Outreach, ...]:
    """The names for an untouched day out of a plan that is known already: a forecast has it from the day before."""
    purse = _purse_after((), settings)
    if not _has_room(purse, settings, today):
        return ()
    chosen = _fill(in_turn(plan, settings, today), settings.kinds, purse, set(), _NO_PLAN)
    return tuple(_outreach(standing, kind, today) for standing, kind in chosen)


def _has_room(purse: Purse, settings: Settings, today: date) -> bool:
    return today.weekday() in settings.agenda.days and purse.people > 0


def _purse_after(taken: Sequence[Taken], settings: Settings) -> Purse:
    purse = Purse(settings.agenda.people, settings.agenda.minutes)
    for item in taken:
        kind = settings.kinds.get(item.kind)
        purse = purse.less(kind.minutes if kind else 0)
    return purse


def _is_first_contact(standing: Standing, today: date) -> bool:
    """True when the tick of today was the first touch ever, or a new name was let go: today's new name is used up."""
    first_touch = standing.last == today and len(standing.last_kinds) <= 1
    return standing.met is None and (first_touch or standing.last is None)


def _fill(
    queue: Iterable[Standing],
    kinds: Mapping[str, Kind],
    purse: Purse,
    seen: set[str],
    planned: Mapping[str, str],
    gone: Container[str] = frozenset(),
) -> Iterator[tuple[Standing, OutreachKind]]:
    """Take names from the queue until the day is full, no two of one organization, and none of those `gone`."""
    quickest = min((kind.minutes for kind in kinds.values() if kind.minutes), default=0)
    for standing in queue:
        if not purse.holds(quickest):
            return
        if standing.path in gone or not seen.isdisjoint(standing.organizations):
            continue
        kind = choose_kind(standing.channel, standing.last_kinds, kinds, planned.get(standing.path, ""))
        if not purse.holds(kind.minutes):  # a letter does not fit any more: a word in another way may
            kind = choose_kind(standing.channel, standing.last_kinds, kinds)
        if purse.holds(kind.minutes):
            purse = purse.less(kind.minutes)
            seen.update(standing.organizations)
            yield standing, kind


def _outreach(standing: Standing, kind: OutreachKind, today: date) -> Outreach:
    due = due_of(standing, today)
    why = Why(
        state=due.state,
        since=standing.since,
        gap=(today - standing.since).days if standing.since else None,
        last_kind=standing.last_kinds[0] if standing.last_kinds else "",
        counted_from=due.reason,
        cadence_from=standing.cadence_from,
        kind_from=kind.reason,
        is_second_try=earlier_offers(standing, today) is not None,
    )
    return Outreach(standing.path, standing.uid, standing.name, kind.name, kind.minutes, due.due, due.late, why)
