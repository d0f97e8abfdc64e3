"""Bridges of a map (P17): people through whom two clusters know of each other, and what hangs on one person alone.

Emeka is tied to people of the water board   ->  Bridge("People/Emeka Obi.md", joins=(0, 3), only=(3,))
Élodie alone works at Cabinet Vauclair       ->  SinglePoint("Organizations/Cabinet Vauclair.md", "People/Élodie.md")

Who is how central is worked out, and never shown (P5): it only says who is named first. Needs networkx.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from vaultnet.practice.map_clusters import Cluster
from vaultnet.practice.network_map import WORKED, WORKS, MapEdge, NetworkMap

_LOOSE = frozenset({WORKED, "linked", "event"})  # from these alone nobody would speak for anybody
_SAMPLE = 100  # of the people whom the shortest ways are counted from: enough to say who comes first
_SEED = 0


class Bridge(NamedTuple):
    """`joins` are the numbers of clusters, their own first; `only` those of them that it has no other tie with
    but this person's.
    """

    person: str
    joins: tuple[int, ...]
    only: tuple[int, ...]


class SinglePoint(NamedTuple):
    """An organization where I know one person, keys both."""

    organization: str
    person: str


def find_bridges(drawn: NetworkMap, clusters: Sequence[Cluster]) -> tuple[Bridge, ...]:
    """For every two clusters that know of each other who joins them best; whoever is between most people first."""
    place = {key: number for number, cluster in enumerate(clusters) for key in cluster.keys}
    crossing: dict[tuple[int, int], list[MapEdge]] = defaultdict(list)
    for edge in drawn.edges:
        one, other = place.get(edge.start), place.get(edge.end)
        if one is not None and other is not None and one != other and edge.how not in _LOOSE:
            crossing[min(one, other), max(one, other)].append(edge)
    order = {key: at for at, key in enumerate(_most_between(drawn))} if crossing else {}
    joined: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for (one, other), edges in sorted(crossing.items()):
        ends = {end for edge in edges for end in (edge.start, edge.end) if _has_note(end, drawn)}
        if ends:
            best = min(ends, key=order.__getitem__)
            is_only = all(best in (edge.start, edge.end) for edge in edges)
            joined[best].append((other if place[best] == one else one, is_only))
    return tuple(
        Bridge(person, (place[person], *(far for far, _ in joined[person])), _only(joined[person]))
        for person in sorted(joined, key=order.__getitem__)
    )


def _has_note(key: str, drawn: NetworkMap) -> bool:
    return key in drawn.people and bool(drawn.people[key].path)


def _only(joined: Sequence[tuple[int, bool]]) -> tuple[int, ...]:
    return tuple(far for far, is_only in joined if is_only)


def _most_between(drawn: NetworkMap) -> list[str]:
    """The keys, whoever lies on most of the shortest ways between others first (Brandes, 2001)."""
    import networkx as nx  # noqa: PLC0415  (an extra)

    keys = [*drawn.people, *drawn.organizations]
    number = {key: at for at, key in enumerate(keys)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(keys)))
    graph.add_edges_from((number[edge.start], number[edge.end]) for edge in drawn.edges if edge.how not in _LOOSE)
    sample = min(_SAMPLE, len(keys))
    between = nx.betweenness_centrality(graph, k=sample, normalized=False, seed=_SEED)
    uids = {key: person.uid for key, person in drawn.people.items()}
    return sorted(keys, key=lambda key: (-round(between[number[key]], 6), uids.get(key, ""), key))


def find_single_points(drawn: NetworkMap) -> tuple[SinglePoint, ...]:
    """Organizations with a note where one person alone is known now: targets first, then by name."""
    staff: dict[str, list[str]] = defaultdict(list)
    for edge in drawn.edges:
        if edge.how == WORKS:
            staff[edge.end].append(edge.start)
    single = [
        drawn.organizations[key] for key, people in staff.items() if len(people) == 1 and key not in drawn.otherwise
    ]
    single.sort(key=lambda one: (not one.is_target, one.name, one.key))
    return tuple(SinglePoint(one.key, staff[one.key][0]) for one in single if one.path)
