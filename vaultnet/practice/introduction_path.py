"""The introduction path (P6): whom to ask, so that they ask whom they know, to get to somebody I do not know.

me - Ravi (lunch in March) - knows - Annelies     ->  IntroductionPath((Hop("People/Ravi.md", "touch", ...),
                                                          Hop("annelies vroom", "knows", ...)), "strong")
nobody I am in touch with knows anybody there     ->  (): no way yet

A path is worth the warmth of its first tie times the weights of the others, times a half for each person asked between;
at most three hops. Of all paths with the same first person the best one counts.
"""

import heapq
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.model.tie import Tie
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.ties import WEIGHTS, best_ties, tie_weight
from vaultnet.practice.warmth import heat_of

LONGEST = 3  # hops: me to a friend, the friend to a friend of theirs, and on to whom I want to meet
RUNNERS_UP = 2
HOP = 0.5  # what is left of a path for each person asked between
_STRONG, _FAIR = 0.2, 0.05
_LONGER = HOP * max(WEIGHTS.values())  # what is left of a chain at most when it gets one person longer
_LOOK, _LENGTHEN = 0.0, -1.0


class Hop(NamedTuple):
    """One person on the way, and what ties them to the one before: `how` as in `Tie`, of the first hop "touch" with
    the kind of our last touch as `at`.
    """

    person: str
    how: str
    day: date | None
    at: str


class IntroductionPath(NamedTuple):
    """From the first whom I ask to the one I want to meet, who comes last; `strength`: strong, fair, weak."""

    hops: tuple[Hop, ...]
    strength: str


@dataclass(frozen=True, slots=True)
class Search:
    """Where to look; `barred` are people who have declined."""

    network: Network
    settings: Settings
    today: date
    barred: AbstractSet[str] = frozenset()


class _Chain(NamedTuple):
    """People from the first to the end, with the tie from each to the next; `bound` is what it is worth at most."""

    bound: float
    people: tuple[str, ...]
    ties: tuple[Tie, ...]


def find_paths(
    ends: Mapping[str, float], search: Search, *, at_most: int = 1 + RUNNERS_UP
) -> tuple[IntroductionPath, ...]:
    """The best path to any of `ends`, and the runners-up that begin with somebody else; the best first.

    `ends`: a person (1), or everybody at an organization with how much of it they stand for: paths (names, folded,
    of people without a note) to numbers between 0 and 1. Dijkstra's algorithm on products, from the ends backwards:
    whoever comes out first has the best path, and the rest of the network is never looked at.
    """
    standings = search.network.standing_by_path
    found: dict[str, IntroductionPath] = {}
    for chain, warmth in _best_first(ends, standings, search):
        if chain.people[0] not in found:
            found[chain.people[0]] = _path(chain, warmth, standings)
            if len(found) == at_most:
                break
    return tuple(found.values())


def _best_first(
    ends: Mapping[str, float], standings: Mapping[str, Standing], search: Search
) -> Iterator[tuple[_Chain, float]]:
    """Chains that begin with somebody whom I can ask, with how warm that tie is, in the order of their worth.

    A chain is in the queue up to three times: by what it is worth at most, and then by what it is worth, and by what
    one that is longer by a person can be worth. So nobody's ties are read before they can matter.
    """
    starts = [_Chain(weight, (person,), ()) for person, weight in ends.items() if not _is_gone(person, standings)]
    queue = [_entry(chain.bound, chain, _LOOK, standings) for chain in starts]
    heapq.heapify(queue)
    seen: set[tuple[str, int]] = set()
    while queue:
        _, _, _, chain, warmth = heapq.heappop(queue)
        first, hops = chain.people[0], len(chain.people)
        if warmth > _LOOK:
            yield chain, warmth
        elif warmth == _LENGTHEN:
            for longer in _longer(chain, ends, standings, search):
                heapq.heappush(queue, _entry(longer.bound, longer, _LOOK, standings))
        elif (first, hops) not in seen:
            seen.add((first, hops))
            heat = _warmth(first, standings, search, is_end=hops == 1)
            if heat:
                heapq.heappush(queue, _entry(chain.bound * heat, chain, heat, standings))
            if hops < LONGEST:
                heapq.heappush(queue, _entry(chain.bound * _LONGER, chain, _LENGTHEN, standings))


def _entry(
    worth: float, chain: _Chain, warmth: float, standings: Mapping[str, Standing]
) -> tuple[float, int, tuple[tuple[str, str], ...], _Chain, float]:
    """Of two chains of one worth the shorter goes first, then by uid and path."""
    names = tuple((standings[person].uid if person in standings else "", person) for person in chain.people)
    return -worth, len(names), names, chain, warmth


def _longer(
    chain: _Chain, ends: Mapping[str, float], standings: Mapping[str, Standing], search: Search
) -> Iterator[_Chain]:
    """The chain with one more person before it: anybody with a note who is alive and no end of the way themselves."""
    for tie in best_ties(search.network.ties.get(chain.people[0], ()), search.today):
        other = tie.other
        if other in standings and other not in ends and other not in chain.people and not _is_gone(other, standings):
            bound = chain.bound * tie_weight(tie, search.today) * HOP
            yield _Chain(bound, (other, *chain.people), (tie, *chain.ties))


def _is_gone(person: str, standings: Mapping[str, Standing]) -> bool:
    return person in standings and standings[person].is_gone


def _warmth(person: str, standings: Mapping[str, Standing], search: Search, *, is_end: bool) -> float:
    """How warm the tie with me is, from 0 to 1: a coffee today 0.75, an e-mail today 0.5; 0 for whom I cannot ask.

    Whoever is out of every plan, or has declined, is not asked for a favour; to meet them oneself is another matter.
    """
    standing = standings.get(person)
    if standing is None or standing.last is None:
        return 0.0
    if not is_end and (person in search.barred or out_reason(standing, search.today)):
        return 0.0
    heat = heat_of(search.network.touches[person], search.settings.kinds, search.today)
    return heat / (heat + 1)


def _path(chain: _Chain, warmth: float, standings: Mapping[str, Standing]) -> IntroductionPath:
    standing = standings[chain.people[0]]
    kind = standing.last_kinds[0] if standing.last_kinds else ""
    hops = [Hop(chain.people[0], "touch", standing.last, kind)]
    hops += [Hop(person, tie.how, tie.day, tie.at) for person, tie in zip(chain.people[1:], chain.ties, strict=True)]
    worth = chain.bound * warmth
    strength = "strong" if worth >= _STRONG else "fair" if worth >= _FAIR else "weak"
    return IntroductionPath(tuple(hops), strength)
