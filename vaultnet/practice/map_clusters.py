"""Clusters of a map (P17): people who have more to do with one another than with the rest, each by a name.

three at Corvane Re who met one another   ->  Cluster(lead="People/Emeka Obi.md", at="Organizations/Corvane Re.md", ...)
runners who work at six places            ->  Cluster(lead="People/Ville Korhonen.md", at="", ...)
somebody who is tied to nobody but me     ->  in no cluster

Needs networkx (the extra `network`), which is loaded only here and in `map_bridges`. Its nodes are numbers: sets of
them have one order on every machine, so that one map has one answer.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultnet.practice.network_map import WORKS, MapEdge, NetworkMap

_SEED = 0
_MOSTLY = 0.5  # of its people are at one organization: then it goes by that name


class Cluster(NamedTuple):
    """Keys of people, the best-connected first, and of organizations. `at` is where half of them work, or ""."""

    people: tuple[str, ...]
    organizations: tuple[str, ...]
    at: str

    @property
    def lead(self) -> str:
        """The best-connected."""
        return self.people[0]

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.organizations, *self.people)


def find_clusters(drawn: NetworkMap) -> tuple[Cluster, ...]:
    """Clusters of two people or more, the largest first, those of one size by the key of their lead.

    Communities by the method of Louvain (Blondel, Guillaume, Lambiotte, Lefebvre, 2008) on the weights of the edges.
    """
    import networkx as nx  # noqa: PLC0415  (an extra)

    keys = [*drawn.people, *drawn.organizations]
    number = {key: at for at, key in enumerate(keys)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(keys)))
    graph.add_weighted_edges_from((number[edge.start], number[edge.end], edge.weight) for edge in drawn.edges)
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED) if drawn.edges else []
    edges_of = _edges_of(drawn)
    groups = _gathered([sorted(keys[at] for at in one) for one in found], drawn, edges_of)
    clusters = [_cluster(group, drawn, edges_of) for group in groups]
    wanted = [cluster for cluster in clusters if len(cluster.people) > 1]
    return tuple(sorted(wanted, key=lambda cluster: (-len(cluster.people), cluster.lead)))


def _edges_of(drawn: NetworkMap) -> Mapping[str, list[MapEdge]]:
    edges_of: dict[str, list[MapEdge]] = {key: [] for key in (*drawn.people, *drawn.organizations)}
    for edge in drawn.edges:
        edges_of[edge.start].append(edge)
        edges_of[edge.end].append(edge)
    return edges_of


def _gathered(found: Sequence[list[str]], drawn: NetworkMap, edges_of: Mapping[str, list[MapEdge]]) -> list[list[str]]:
    """Whoever would be the only person of a cluster goes to where they are tied to most, if to anywhere."""
    groups = {number: list(keys) for number, keys in enumerate(sorted(found))}
    place = {key: number for number, keys in groups.items() for key in keys}
    for number in list(groups):
        if sum(key in drawn.people for key in groups[number]) == 1:
            pulls: dict[int, float] = defaultdict(float)
            for edge in (edge for key in groups[number] for edge in edges_of[key]):
                one, other = place[edge.start], place[edge.end]
                if one != other:
                    pulls[other if one == number else one] += edge.weight
            if pulls:
                to = min(pulls, key=lambda other: (-round(pulls[other], 6), other))
                groups[to] += groups.pop(number)
                place.update(dict.fromkeys(groups[to], to))
    return [sorted(keys) for keys in groups.values()]


def alone(drawn: NetworkMap, clusters: Sequence[Cluster]) -> tuple[str, ...]:
    """The people in no cluster, by key."""
    placed = {key for cluster in clusters for key in cluster.people}
    return tuple(key for key in drawn.people if key not in placed)


def connectedness(drawn: NetworkMap) -> dict[str, float]:
    """Key -> the sum of its edges' weights. It only puts people in order, and is never shown."""
    sums = dict.fromkeys((*drawn.people, *drawn.organizations), 0.0)
    for edge in drawn.edges:
        sums[edge.start] += edge.weight
        sums[edge.end] += edge.weight
    return sums


def _cluster(keys: Sequence[str], drawn: NetworkMap, edges_of: Mapping[str, list[MapEdge]]) -> Cluster:
    sums = dict.fromkeys(keys, 0.0)
    staff = dict.fromkeys(keys, 0)
    for edge in (edge for key in keys for edge in edges_of[key] if edge.start == key and edge.end in sums):
        sums[edge.start] += edge.weight
        sums[edge.end] += edge.weight
        staff[edge.end] += edge.how == WORKS
    people = sorted(
        (key for key in keys if key in drawn.people), key=lambda key: (-round(sums[key], 6), drawn.people[key].uid, key)
    )
    organizations = sorted(
        (key for key in keys if key in drawn.organizations), key=lambda key: (-staff[key], drawn.name_of(key), key)
    )
    largest = organizations[0] if organizations else ""
    is_mostly = bool(largest) and staff[largest] >= max(len(people) * _MOSTLY, 2)
    return Cluster(tuple(people), tuple(organizations), largest if is_mostly else "")
