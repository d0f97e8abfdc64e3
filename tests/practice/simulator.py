"""Years of days in a moment: a network, a budget, and a person who ticks (or does not).

    history = simulate(network(100, seed=1), settings, days=1096)
    worst_lateness(history)  ->  -4: the latest touch of three years came four days before it was late

Every simulated day is checked against property (d) of 4-practice.md, whatever the test is about.
"""

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from vaultnet.model.cadence import Cadence, parse_cadence
from vaultnet.model.settings import AgendaSettings, Settings
from vaultnet.model.standing import Offered, Standing
from vaultnet.practice.budget import capacity, need_by_tier, total_need
from vaultnet.practice.keep_in_touch import usual_days, window_of
from vaultnet.practice.reach_out import Outreach, select_reach_out

START = date(2026, 1, 5)  # a Monday
THREE_YEARS = 1096
WEEK = 7
FOUR_WEEKS = 28

Ticks = Callable[[str, date], bool]
Planned = Callable[[Sequence[Standing], Settings, date], Mapping[str, str]]


@dataclass
class History:
    """What happened: the list of every day, and for every wait that ended (or not) how many days after `late`."""

    start: date
    end: date
    standings: list[Standing]
    lists: list[tuple[date, tuple[Outreach, ...]]] = field(default_factory=list)
    waits: list[tuple[str, date, int]] = field(default_factory=list)  # path, its late day, days after it

    def offers(self, since: date | None = None) -> dict[str, int]:
        """How often everyone was offered."""
        counts = {standing.path: 0 for standing in self.standings}
        for day, items in self.lists:
            for item in items if since is None or day >= since else ():
                counts[item.path] += 1
        return counts


def nothing_planned(_rows: Sequence[Standing], _settings: Settings, _day: date) -> Mapping[str, str]:
    return {}


def always(_path: str, _day: date) -> bool:
    return True


def never_by(paths: Collection[str]) -> Ticks:
    return lambda path, _day: path not in paths


def sometimes(share: float, seed: int) -> Ticks:
    return lambda path, day: random.Random(f"{seed}{path}{day}").random() < share


def simulate(
    standings: Sequence[Standing],
    settings: Settings,
    *,
    days: int = THREE_YEARS,
    ticks: Ticks = always,
    unwritten: Collection[date] = frozenset(),
    planned: Planned = nothing_planned,
    preferred: Collection[str] = frozenset(),
) -> History:
    """Run the practice day by day. On an `unwritten` day no list is made at all: the laptop is at home; `planned` is
    the touch plan of a day, `preferred` whom the goals prefer.
    """
    rows = list(standings)
    index = {row.path: place for place, row in enumerate(rows)}
    history = History(START, START + timedelta(days=days), rows)
    for day in (START + timedelta(days=passed) for passed in range(days)):
        if day.weekday() not in settings.agenda.days or day in unwritten:
            continue
        items = select_reach_out(rows, settings, day, planned=planned(rows, settings, day), preferred=preferred)
        check_day(items, rows, index, settings, day)
        history.lists.append((day, items))
        for item in items:
            place = index[item.path]
            rows[place] = (
                _touched(history, rows[place], item, day) if ticks(item.path, day) else _left(rows[place], day)
            )
    for row in rows:
        _end_wait(history, row, history.end)
    return history


def _touched(history: History, row: Standing, item: Outreach, day: date) -> Standing:
    _end_wait(history, row, day)
    return row._replace(last=day, last_kinds=(item.kind, *row.last_kinds)[:3], offers=(), turns=row.turns + 1)


def _left(row: Standing, day: date) -> Standing:
    return row._replace(offers=(*row.offers, Offered(day, "open")), turns=row.turns + 1)


def _end_wait(history: History, row: Standing, day: date) -> None:
    window = window_of(row)
    if window:
        history.waits.append((row.path, date.fromordinal(window.late), day.toordinal() - window.late))


def check_day(
    items: Sequence[Outreach], rows: Sequence[Standing], index: Mapping[str, int], settings: Settings, day: date
) -> None:
    """Property (d): no day over budget, not two of one organization, nobody too soon, nobody twice."""
    offered = [rows[index[item.path]] for item in items]
    organizations = [name for row in offered for name in set(row.organizations)]
    assert len(items) <= settings.agenda.people
    assert len(items) <= 1 or sum(item.minutes for item in items) <= settings.agenda.minutes
    assert len(set(organizations)) == len(organizations)
    assert len({item.path for item in items}) == len(items)
    assert sum(row.since is None for row in offered) <= 1
    for row in offered:
        assert row.last is None or (day - row.last).days >= min(14, 0.8 * usual_days(row.cadence) - 2)


def worst_lateness(history: History, *, after: int = 0, ignore: Collection[str] = frozenset()) -> int:
    """The most days after `late` that any touch came, among those whose late day lies past day `after`."""
    first = history.start + timedelta(days=after)
    return max((over for path, late, over in history.waits if late >= first and path not in ignore), default=-999)


def passed_late(history: History, *, after: int = 0, ignore: Collection[str] = frozenset()) -> int:
    """How many waits went past their late day."""
    first = history.start + timedelta(days=after)
    return sum(over > 0 and late >= first and path not in ignore for path, late, over in history.waits)


# Networks -----------------------------------------------------------------------------------------------------------


def cadence(text: str) -> Cadence:
    parsed = parse_cadence(text)
    assert parsed
    return parsed


DEFAULT_MIX = {"inner": ("1 month", 1), "close": ("3 months", 3), "wide": ("6 months", 6)}


def network(
    size: int,
    seed: int,
    *,
    cadences: Sequence[str] = ("4 weeks", "1 month", "4w..6w", "3 months", "6 months", "1 year"),
    history: str = "spread",
    at_organizations: float = 0.5,
    days_a_week: int = 5,
) -> list[Standing]:
    """A network with these cadences; `history`: "spread" over each ideal, "random", "one day", "long ago"."""
    rng = random.Random(seed)
    parsed = [cadence(text) for text in cadences]
    tiers = ["inner", "close", "wide", ""]
    rows = [_contact(number, rng.choice(parsed), rng.choice(tiers)) for number in range(size)]
    rows = _with_organizations(rows, rng, share=at_organizations, days_a_week=days_a_week)
    rng.shuffle(rows)
    return _with_history(rows, rng, history)


def tiered(sizes: Mapping[str, int], seed: int, *, cadences: Mapping[str, str] | None = None) -> list[Standing]:
    """A network where a tier has one cadence, the default ones unless others are given."""
    words = {"inner": "1 month", "close": "3 months", "wide": "6 months", "": "6 months"} | dict(cadences or {})
    parsed = {tier: cadence(text) for tier, text in words.items()}
    names = [tier for tier, size in sizes.items() for _ in range(size)]
    rows = [_contact(number, parsed[tier], tier) for number, tier in enumerate(names)]
    return _with_history(rows, random.Random(seed), "random")


def _contact(number: int, cadence_: Cadence, tier: str) -> Standing:
    channel = ("", "email", "call", "")[number % 4]
    return Standing(
        f"People/{number:05}.md", f"uid-{number:05}", f"P{number}", tier, cadence_, "default", channel=channel
    )


def _with_organizations(rows: list[Standing], rng: random.Random, *, share: float, days_a_week: int) -> list[Standing]:
    """Nobody above a quarter of the load, nor above what one person of theirs a day can ever hold."""
    load = sum(1 / usual_days(row.cadence) for row in rows)
    largest = min(load / 4, 0.8 * days_a_week / WEEK)
    number, filled, placed = 0, 0.0, []
    for row in rows:
        if rng.random() >= share:
            placed.append(row)
            continue
        need = 1 / usual_days(row.cadence)
        number, filled = (number + 1, need) if filled + need > largest else (number, filled + need)
        placed.append(row._replace(organizations=(f"org {number}",)))
    return placed


def _with_history(rows: list[Standing], rng: random.Random, history: str) -> list[Standing]:
    alike: dict[Cadence, list[Standing]] = {}
    for row in rows:
        alike.setdefault(row.cadence, []).append(row)
    silent: dict[str, int] = {}
    for cadence_, group in alike.items():
        ideal = int(usual_days(cadence_))
        for place, row in enumerate(group):
            silent[row.path] = {
                "spread": int((place + 0.5) * ideal / len(group)),
                "random": rng.randrange(ideal),
                "one day": 1,
                "long ago": 1000,
            }[history]
    return [row._replace(last=START - timedelta(days=1 + silent[row.path])) for row in rows]


def budget_for(standings: Sequence[Standing], *, load: float = 0.9, days_a_week: int = 5) -> Settings:
    """The smallest budget (a whole number of people) that the network loads with at most `load`."""
    agenda = frozenset(range(days_a_week))
    need = total_need(need_by_tier(standings, Settings()).values())
    people = max(1, ceil(need.touches * WEEK / days_a_week / load - 1e-9))
    settings = Settings(agenda=AgendaSettings(people=people, minutes=10 * people, days=agenda))
    assert need.touches <= load * capacity(settings, need.minutes_a_touch) + 1e-9
    return settings


def load_of(standings: Sequence[Standing], settings: Settings) -> float:
    need = total_need(need_by_tier(standings, settings).values())
    return need.touches / capacity(settings, need.minutes_a_touch)


def weeks_away(first: int, weeks: int = 3) -> frozenset[date]:
    return frozenset(START + timedelta(days=first + passed) for passed in range(WEEK * weeks))
