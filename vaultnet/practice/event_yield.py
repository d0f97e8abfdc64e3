"""What an event brought, and what a group did over its events (P15, P17): by name, never by number.

Lotte's note says `met-at: [[2026-02-12 Delta Evening Delft]]`, Amira was on its list and heard from me first that day
->  EventYield(new=("People/Amira Haddad.md", "People/Lotte Brandsma.md"), promises=(...))
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from vaultnet.model.network import Network, Promise
from vaultnet.model.standing import Standing


class EventYield(NamedTuple):
    """`new` are the contacts I first met there, by uid, then path; `promises` are open ones made there or that day."""

    new: tuple[str, ...]
    promises: tuple[Promise, ...]


def event_yield(
    path: str, day: date, came: Collection[str], met_at: Mapping[str, Collection[str]], network: Network
) -> EventYield:
    """`came` are paths of contacts; `met_at`: path of a contact -> the gatherings at which we met."""
    new = [
        standing
        for standing in network.standings
        if path in met_at.get(standing.path, ()) or (standing.path in came and _was_first(standing, day, network))
    ]
    promises = [
        promise
        for promise in network.promises
        if promise.path == path or (promise.made == day and not {*promise.contacts}.isdisjoint(came))
    ]
    return EventYield(paths_in_order(new), tuple(sorted(promises, key=lambda one: (one.path, one.line))))


def group_yield(
    group: str, meets: Iterable[str], met_at: Mapping[str, Collection[str]], network: Network
) -> tuple[str, ...]:
    """Whom I met in a group or at one of its events."""
    places = {group, *meets}
    return paths_in_order(
        standing for standing in network.standings if not places.isdisjoint(met_at.get(standing.path, ()))
    )


def paths_in_order(standings: Iterable[Standing]) -> tuple[str, ...]:
    """By uid, then path."""
    return tuple(standing.path for standing in sorted(standings, key=lambda one: (one.uid, one.path)))


def _was_first(standing: Standing, day: date, network: Network) -> bool:
    """We met on that day, as the note says, or as far as the touches tell."""
    if standing.met:
        return standing.met == day
    touches = network.touches[standing.path]
    return bool(touches) and touches[-1].day == day
