"""A part of a map: what lies around somebody, or as many people as a picture can hold.

around(drawn, "People/Emeka Obi.md")   ->  Emeka, whom he knows, and whom those know
the_best_connected(drawn, 40, first)   ->  40 people: those named `first`, then whoever is tied to most
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from vaultnet.practice.map_clusters import Cluster, connectedness
from vaultnet.practice.network_map import WORKED, WORKS, NetworkMap

_AROUND = 2  # ties away
_STRONGEST = 5  # ties of one person that are drawn
_PLAIN = frozenset({"knows", "met"})
_LOOSE = frozenset({"linked", "event", "group"})


def around(drawn: NetworkMap, key: str) -> NetworkMap:
    """What is at most two ties away from a person or an organization; evenings and crowds do not count as ties."""
    near: dict[str, set[str]] = defaultdict(set)
    for edge in drawn.edges:
        if edge.how not in _LOOSE and edge.how != WORKED:
            near[edge.start].add(edge.end)
            near[edge.end].add(edge.start)
    reached, edge_of_it = {key}, {key}
    for _ in range(_AROUND):
        edge_of_it = {other for one in edge_of_it for other in near[one]} - reached
        reached |= edge_of_it
    return restrict(drawn, reached)


def restrict(drawn: NetworkMap, keys: AbstractSet[str]) -> NetworkMap:
    """The map with these people and organizations only."""
    return NetworkMap(
        {key: one for key, one in drawn.people.items() if key in keys},
        {key: one for key, one in drawn.organizations.items() if key in keys},
        tuple(edge for edge in drawn.edges if edge.start in keys and edge.end in keys),
        drawn.otherwise,
    )


def the_best_connected(drawn: NetworkMap, limit: int, first: Iterable[str] = ()) -> NetworkMap:
    """At most `limit` people: those of `first` who are on the map, then the best-connected; and where they work, if it
    has a note or two of them.
    """
    if len(drawn.people) <= limit:
        return drawn
    sums = connectedness(drawn)
    ranked = sorted(drawn.people, key=lambda key: (-round(sums[key], 6), drawn.people[key].uid, key))
    wanted = dict.fromkeys((*(key for key in first if key in drawn.people), *ranked))
    people = set(list(wanted)[:limit])
    staff: dict[str, int] = defaultdict(int)
    for edge in drawn.edges:
        staff[edge.end] += edge.how == WORKS and edge.start in people
    places = {key for key, one in drawn.organizations.items() if staff[key] > 1 or (staff[key] and one.path)}
    return restrict(drawn, people | places | (set(first) & drawn.organizations.keys()))


def restrict_cluster(cluster: Cluster, drawn: NetworkMap) -> Cluster:
    """The part of a cluster that is on the map; its name stays."""
    return Cluster(
        tuple(key for key in cluster.people if key in drawn.people),
        tuple(key for key in cluster.organizations if key in drawn.organizations),
        cluster.at,
    )


def without_tangle(drawn: NetworkMap) -> NetworkMap:
    """The map with the ties that a picture can show: introductions and work, of what else ties somebody the strongest
    few, and an evening or a crowd only where nothing else would hold somebody.
    """
    held = {key for edge in drawn.edges if edge.how not in _LOOSE and edge.how != WORKED for key in edge[:2]}
    rank: dict[str, int] = defaultdict(int)
    kept = set()
    for edge in sorted(drawn.edges, key=lambda edge: (edge.how in _LOOSE, -edge.weight, edge)):
        if edge.how in _LOOSE:
            if edge.start not in held or edge.end not in held:
                held.update(edge[:2])
                kept.add(edge)
        elif edge.how not in _PLAIN or min(rank[edge.start], rank[edge.end]) < _STRONGEST:
            kept.add(edge)
            if edge.how in _PLAIN:
                rank[edge.start] += 1
                rank[edge.end] += 1
    edges = tuple(edge for edge in drawn.edges if edge in kept)
    return NetworkMap(drawn.people, drawn.organizations, edges, drawn.otherwise)
