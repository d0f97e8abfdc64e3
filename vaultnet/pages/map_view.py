"""A map as a picture shows it: as many people as it can hold, their clusters by name, and who joins them.

build_map_view(whole, 40, MapWords())  ->  MapView(drawn=..., clusters=(...), titles=("Corvane Re", ...), ...)
"""

from vaultnet.dataclass import dataclass
from vaultnet.pages.map_words import MapWords
from vaultnet.practice.map_bridges import Bridge, SinglePoint, find_bridges, find_single_points
from vaultnet.practice.map_clusters import Cluster, alone, find_clusters
from vaultnet.practice.map_part import restrict_cluster, the_best_connected, without_tangle
from vaultnet.practice.network_map import MapEdge, NetworkMap


@dataclass(frozen=True, slots=True)
class MapReading:
    """What the measures say of a map; `titles` are the clusters' names, in their order."""

    whole: NetworkMap
    clusters: tuple[Cluster, ...]
    titles: tuple[str, ...]
    bridges: tuple[Bridge, ...]
    single_points: tuple[SinglePoint, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """`drawn` is what the picture holds, with the ties that it shows; `clusters` and `titles` are those with anybody in
    the picture; `bridges` are keys of people, `single` of organizations; `nearness` are all ties, by which the
    picture is laid out; `total` is how many people there are in all.
    """

    drawn: NetworkMap
    clusters: tuple[Cluster, ...]
    titles: tuple[str, ...]
    alone: tuple[str, ...]
    bridges: frozenset[str]
    single: frozenset[str]
    nearness: tuple[MapEdge, ...]
    total: int
    words: MapWords

    @property
    def is_whole(self) -> bool:
        return len(self.drawn.people) == self.total


def read_map(whole: NetworkMap, words: MapWords, *, own_company: str = "") -> MapReading:
    """The measures of a map. `own_company` is the key of where I work: nobody else need know me there."""
    clusters = find_clusters(whole)
    return MapReading(
        whole,
        clusters,
        tuple(cluster_title(cluster, whole, words) for cluster in clusters),
        find_bridges(whole, clusters),
        tuple(one for one in find_single_points(whole) if one.organization != own_company),
        alone(whole, clusters),
    )


def read_part(reading: MapReading, part: NetworkMap) -> MapReading:
    """What the measures of the whole say of a part of it: clusters keep their names, also where one person is left."""
    clusters, titles = _shown(reading, part)
    return MapReading(
        part,
        clusters,
        titles,
        find_bridges(part, clusters),
        tuple(
            one for one in reading.single_points if one.organization in part.organizations and one.person in part.people
        ),
        alone(part, clusters),
    )


def _shown(reading: MapReading, part: NetworkMap) -> tuple[tuple[Cluster, ...], tuple[str, ...]]:
    """The clusters of which anybody is in the part, with their names."""
    parts = [restrict_cluster(cluster, part) for cluster in reading.clusters]
    shown = [(cluster, title) for cluster, title in zip(parts, reading.titles, strict=True) if cluster.people]
    return tuple(cluster for cluster, _ in shown), tuple(title for _, title in shown)


def build_map_view(reading: MapReading, limit: int, words: MapWords, *, focus: str = "") -> MapView:
    """At most `limit` people: `focus` and the bridges before the others."""
    first = (focus, *(bridge.person for bridge in reading.bridges))
    held = the_best_connected(reading.whole, limit, first)
    drawn = without_tangle(held)
    clusters, titles = _shown(reading, drawn)
    placed = {key for cluster in clusters for key in cluster.keys}
    rest = [key for key in (*drawn.people, *drawn.organizations) if key not in placed]
    return MapView(
        drawn,
        clusters,
        titles,
        _beside_their_work(rest, drawn),
        frozenset(bridge.person for bridge in reading.bridges) & drawn.people.keys(),
        frozenset(one.organization for one in reading.single_points) & drawn.organizations.keys(),
        held.edges,
        len(reading.whole.people),
        words,
    )


def cluster_title(cluster: Cluster, whole: NetworkMap, words: MapWords) -> str:
    """Where most of them work, else whom they are around."""
    return whole.name_of(cluster.at) if cluster.at else words.around.format(whole.name_of(cluster.lead))


def _beside_their_work(keys: list[str], drawn: NetworkMap) -> tuple[str, ...]:
    """People by name, each followed by the organization that only they are at."""
    work = {edge.start: edge.end for edge in drawn.edges if edge.end in keys}
    people = sorted((key for key in keys if key in drawn.people), key=lambda key: (drawn.name_of(key), key))
    both = (key for person in people for key in (person, work.get(person)) if key)
    return tuple(dict.fromkeys((*both, *(key for key in keys if key in drawn.organizations))))
