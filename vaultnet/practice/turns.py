"""Whose turn it is: everyone who may be offered today, in order, worked out from the network as it stands.

First those whose turn presses, then second tries (an offer left open whose rest is over), one new name, and early
ones. Within capacity the relatively latest go first: silence over the wait until `late`. Beyond it the tiers share the
slots by weight, and inside a tier the oldest turn goes first (4-practice.md, "Budget", b and c).

Of those whose turn is alike, whoever touches a goal goes first (P9); who is nearly late is overtaken by nobody.

    within: 35 days silent, late after 35 | 300 days silent, late after 456  ->  the first: 1.0 against 0.66
    beyond: inner had 9 turns of late, wide had 2, and inner gets 4 slots to 1 of wide  ->  inner: 9 / 4 against 2 / 1
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from datetime import date
from heapq import heapify, heappop
from itertools import chain

from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.budget import capacity, need_by_tier, share_slots, total_need, weight_of
from vaultnet.practice.choice import Choice, RecentTurn, days_of_a_turn, next_tier
from vaultnet.practice.earlier_offers import earlier_offers
from vaultnet.practice.keep_in_touch import Placed, Plan

_PRESSING, _SECOND_TRY, _NEW, _EARLY, _RESTS = range(5)
_SOON_LATE = 10  # days: so near to its latest a touch presses even before it is due ("4w..4w")
_ALIKE = 0.05  # of the wait until `late`: so near to each other turns are alike
_NEARLY_LATE = 0.9  # of that wait: from here on nobody is overtaken
_LOOKED_AT = 50  # of those whose turn is alike: after an import it is alike for a thousand

# A place in the queue, in the order in which it is compared: rank, wait, turns so far, uid, path.
_Turn = tuple[int, float, int, str, str, Standing]


def in_turn(
    plan: Plan,
    settings: Settings,
    today: date,
    out: Collection[str] = frozenset(),
    preferred: Container[str] = frozenset(),
    choice: Choice | None = None,
) -> Iterator[Standing]:
    """Everyone who may be offered today, first come first; `out` are paths that may not, `preferred` those who go
    first among those whose turn is alike. What their order rests on is told to `choice`, as far as it is asked for.
    """
    choice = Choice() if choice is None else choice
    choice.shares = shares_by_tier([standing for standing, _ in plan.placed], settings)
    turns = list(_turns(plan.placed, today, out, is_shared=bool(choice.shares)))
    turns += _one_new(plan.new, today, out)
    if not choice.shares:
        return _drained(turns, preferred, choice)
    others = [turn for turn in turns if turn[0] != _PRESSING]
    choice.recent = recent_turns(plan.placed, choice.shares, choice.look_back(), today)
    return chain(_by_share(turns, preferred, choice), _drained(others, preferred, choice))


def shares_by_tier(standings: Collection[Standing], settings: Settings) -> dict[str, float]:
    """The slots a day that each tier gets when there are too few for all; empty when there are enough."""
    needs = need_by_tier(standings, settings)
    total = total_need(needs.values())
    slots = capacity(settings, total.minutes_a_touch)
    if total.touches <= slots:
        return {}
    touches = {tier: need.touches for tier, need in needs.items()}
    return share_slots(touches, {tier: weight_of(tier, settings) for tier in needs}, slots)


def _turns(placed: Iterable[Placed], today: date, out: Collection[str], *, is_shared: bool) -> Iterator[_Turn]:
    """A place for everyone whose window is open and who does not rest: the oldest, or the relatively latest, first."""
    now = today.toordinal()
    for standing, window in placed:
        since, early, due, late = window
        if now < early or standing.path in out:
            continue
        presses_on = min(late - _SOON_LATE, due)
        if standing.offers:
            rank, waited = _turn_after_offers(standing, today, since, presses_on - since)
        else:
            rank, waited = (_PRESSING if now >= presses_on else _EARLY), now - since
        if rank != _RESTS:
            wait = -waited if is_shared else -waited / (late - since or 1)
            yield rank, wait, standing.turns, standing.uid, standing.path, standing


def _turn_after_offers(standing: Standing, today: date, since: int, presses_after: int) -> tuple[int, int]:
    """Being offered is a turn: it takes a whole wait until the next one presses. Before that there is a second try.

    A second try is measured by the whole silence: three weeks away must not cost anybody half a year.
    """
    earlier = earlier_offers(standing, today)
    silence = today.toordinal() - since
    if earlier is None:
        return (_PRESSING if silence >= presses_after else _EARLY), silence
    if today < earlier.rests_until:
        return _RESTS, 0
    waited = (today - earlier.turn).days
    return (_PRESSING, waited) if waited >= presses_after else (_SECOND_TRY, silence)


def _one_new(news: Iterable[Standing], today: date, out: Collection[str]) -> list[_Turn]:
    """At most one name never in touch, whose last offer is longest ago: an import of 1,000 is no flood."""
    turns: list[_Turn] = []
    for standing in news:
        earlier = earlier_offers(standing, today) if standing.offers else None
        if standing.path not in out and not (earlier and today < earlier.rests_until):
            offered = earlier.turn.toordinal() if earlier else 0
            turns.append((_NEW, offered, standing.turns, standing.uid, standing.path, standing))
    return [min(turns)] if turns else []


def _drained(turns: list[_Turn], preferred: Container[str], choice: Choice) -> Iterator[Standing]:
    """In order, and among the first of those whose turn is alike the preferred ones before the others."""
    heapify(turns)
    while turns:
        alike = [heappop(turns)]
        while turns and len(alike) < _LOOKED_AT and _are_alike(alike[0], turns[0]):
            alike.append(heappop(turns))
        choice.people.update([turn[-1].path for turn in alike])
        if len(alike) > 1:
            alike.sort(key=lambda turn: turn[-1].path not in preferred)
        for turn in alike:
            yield turn[-1]


def _are_alike(first: _Turn, other: _Turn) -> bool:
    """Beyond capacity waits are whole days: there only those of one day are alike."""
    apart = other[1] - first[1]
    return first[0] == other[0] and (apart == 0 or (apart <= _ALIKE and -first[1] < _NEARLY_LATE))


def _by_share(turns: Iterable[_Turn], preferred: Container[str], choice: Choice) -> Iterator[Standing]:
    """Whose turn presses, from the tier that had least of its share of late; that grows with every turn given."""
    pressing: dict[str, list[_Turn]] = defaultdict(list)
    for turn in turns:
        if turn[0] == _PRESSING:
            pressing[_share_of(turn[-1], choice.shares)].append(turn)
    choice.pressing = tuple(pressing)
    queues = {tier: _drained(of_tier, preferred, choice) for tier, of_tier in pressing.items()}
    had = choice.days_had()
    while queues:
        tier = next_tier(queues, had)
        standing = next(queues[tier], None)
        choice.rounds.append((tier, standing is not None))
        if standing is None:
            del queues[tier]
        else:
            had[tier] += days_of_a_turn(choice.shares[tier])
            yield standing


def recent_turns(
    placed: Iterable[Placed], shares: Mapping[str, float], look_back: float, today: date
) -> Counter[RecentTurn]:
    """How many of each tier had their newest turn so lately that it counts against the tier's share."""
    now = today.toordinal()
    recent: Counter[RecentTurn] = Counter()
    for standing, window in placed:
        if now - window.since >= look_back and not standing.offers:
            continue
        seen = min(look_back, max(window.early - window.since, 1))
        if now - _newest_turn(standing, today) < seen:
            recent[_share_of(standing, shares), seen] += 1
    return recent


def _newest_turn(standing: Standing, today: date) -> int:
    """The day of the newest touch or offer; a first meeting took nobody's slot."""
    earlier = earlier_offers(standing, today) if standing.offers else None
    days = (standing.last, earlier.turn if earlier else None)
    return max(day.toordinal() if day else 0 for day in days)


def _share_of(standing: Standing, shares: Mapping[str, float]) -> str:
    return standing.tier if standing.tier in shares else ""
