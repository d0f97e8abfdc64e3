"""The map of the network (P6, P17): people, the organizations they are at, and what ties them to one another.

Naledi: introduced-by "[[Emeka Obi]]"   ->  MapEdge("People/Emeka Obi.md", "People/Naledi.md", "introduced", 0.7)
Naledi: company "[[Corvane Re]]"        ->  MapEdge("People/Naledi.md", "Organizations/Corvane Re.md", "works", 0.5)
Gerd: private: true                     ->  not on the map, and nothing that leads to him

I am not on it myself: everybody is tied to me. Whoever is archived or deceased is not on it either; `cadence: never` is
no reason to be missing, for a map proposes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.background import Background, Job
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import normalise_name
from vaultnet.practice.ties import WEIGHTS, best_ties, tie_weight
from vaultnet.practice.workplace import Places, build_places, find_employer

INTRODUCED, ASKED, WORKS, WORKED = "introduced", "asked", "works", "worked"
_DIRECTED = frozenset({INTRODUCED, ASKED})
_WORKS, _WORKED, _ASKED = 0.5, 0.1, 0.3  # what they say of belonging together; others as in `practice/ties.py`
_CROWDED = frozenset({"event", "group"})
_OF_A_CROWD = 0.25  # of a tie's weight: one evening of forty would make one cluster of all of them
_MADE, _OPEN = frozenset({"made", "thanked"}), frozenset({"wanted", "asked", "agreed"})


class MapPerson(NamedTuple):
    """`key` is the path of the note, else the folded name of somebody whom an introduction is to reach; `path` then is
    "". `id` is what stays when a note is renamed: the uid, else the path.
    """

    key: str
    name: str
    path: str
    id: str
    uid: str = ""


class MapOrganization(NamedTuple):
    """`key` is the path of the note, else the name without its legal form."""

    key: str
    name: str
    path: str
    is_target: bool


class MapEdge(NamedTuple):
    """From `start` to `end`, keys both. `how`: introduced (an arrow to whom one got to know), asked (an introduction
    under way), works and worked (to an organization), else as in `Tie`. `weight`: how much it says, between 0 and 1;
    never shown.
    """

    start: str
    end: str
    how: str
    weight: float


@dataclass(frozen=True, slots=True)
class NetworkMap:
    """People and organizations by key, each once; at most one edge between two of them. `otherwise` are organizations
    where I also know somebody who is not on the map.
    """

    people: Mapping[str, MapPerson]
    organizations: Mapping[str, MapOrganization]
    edges: tuple[MapEdge, ...]
    otherwise: AbstractSet[str] = frozenset()

    def name_of(self, key: str) -> str:
        return self.people[key].name if key in self.people else self.organizations[key].name


class MapSources(NamedTuple):
    """What a map is made from. `introducers`: (who introduced, whom), by the notes' `introduced-by`; `targets`: keys of
    cards; `private`: paths of notes that are in no picture.
    """

    network: Network
    backgrounds: tuple[Background, ...]
    cards: tuple[OrganizationCard, ...]
    introductions: tuple[KnownIntroduction, ...]
    introducers: tuple[tuple[str, str], ...]
    targets: AbstractSet[str]
    private: AbstractSet[str]


def build_network_map(sources: MapSources, today: date) -> NetworkMap:
    """The whole map, everything in the order of the keys."""
    people = _people(sources)
    _add_expected(people, sources)
    organizations, jobs = _organizations(people, sources)
    edges = _each_once((*_introductions(sources, people), *_ties(sources, people, today), *jobs))
    otherwise = frozenset(_known_to_the_private(sources))
    return NetworkMap(dict(sorted(people.items())), dict(sorted(organizations.items())), edges, otherwise)


def organization_key(card: OrganizationCard) -> str:
    return card.path or normalise_name(card.name)


def _people(sources: MapSources) -> dict[str, MapPerson]:
    return {
        one.path: MapPerson(one.path, one.name, one.path, one.uid or one.path, one.uid)
        for one in sources.network.standings
        if not one.is_gone and one.path not in sources.private
    }


def _add_expected(people: dict[str, MapPerson], sources: MapSources) -> None:
    """Those without a note whom an introduction is to reach, or has reached."""
    for introduction in sources.introductions:
        if introduction.status in _MADE | _OPEN:
            for party in (*introduction.source, *introduction.to, *introduction.via):
                if not party.has_note and party.person:
                    people.setdefault(party.person, MapPerson(party.person, party.name, "", party.person))


def _organizations(
    people: Mapping[str, MapPerson], sources: MapSources
) -> tuple[dict[str, MapOrganization], list[MapEdge]]:
    """Organizations that have a note or two people on the map, and who is or was there.

    A job that is over leads only to an organization that is there anyway.
    """
    places = build_places(sources.cards)
    found: dict[str, MapOrganization] = {}
    works: dict[str, dict[str, MapEdge]] = {}
    for background in sources.backgrounds:
        for job in background.jobs if background.path in people else ():
            place = _organization_of(job, places, sources)
            if place is not None:
                found.setdefault(place.key, place)
                how, weight = (WORKED, _WORKED) if job.is_over else (WORKS, _WORKS)
                edge = MapEdge(background.path, place.key, how, weight)
                known = works.setdefault(place.key, {}).get(edge.start)
                if known is None or known.how == WORKED:
                    works[place.key][edge.start] = edge
    staff = {key: sum(edge.how == WORKS for edge in edges.values()) for key, edges in works.items()}
    kept = {key: one for key, one in found.items() if staff[key] > 1 or (staff[key] and one.path)}
    return kept, [edge for key in kept for edge in works[key].values()]


def _organization_of(job: Job, places: Places, sources: MapSources) -> MapOrganization | None:
    card = find_employer(job, places) or OrganizationCard("", job.organization)
    key = organization_key(card)
    if not key or card.path in sources.private:
        return None
    return MapOrganization(key, card.name, card.path, key in sources.targets)


def _known_to_the_private(sources: MapSources) -> Iterator[str]:
    places = build_places(sources.cards)
    for background in sources.backgrounds:
        for job in background.jobs if background.path in sources.private else ():
            place = None if job.is_over else _organization_of(job, places, sources)
            if place is not None:
                yield place.key


def _introductions(sources: MapSources, people: Mapping[str, MapPerson]) -> Iterator[MapEdge]:
    """Who introduced whom to me, and the introductions that have a note."""
    for introducer, contact in sources.introducers:
        if introducer in people and contact in people:
            yield MapEdge(introducer, contact, INTRODUCED, WEIGHTS[INTRODUCED])
    for introduction in sources.introductions:
        how, weight = (INTRODUCED, WEIGHTS[INTRODUCED]) if introduction.status in _MADE else (ASKED, _ASKED)
        if introduction.status in _MADE | _OPEN:
            for start, end in _pairs(introduction):
                if start.person in people and end.person in people:
                    yield MapEdge(start.person, end.person, how, weight)


def _pairs(introduction: KnownIntroduction) -> Iterator[tuple[Party, Party]]:
    """From either side to the other; where one side is me, from whoever brings us together."""
    for start in introduction.source or introduction.via:
        for end in introduction.to:
            yield start, end


def _ties(sources: MapSources, people: Mapping[str, MapPerson], today: date) -> Iterator[MapEdge]:
    """Who knows whom. Colleagues meet at their organization, which is on the map itself."""
    for one in sorted(people):
        if people[one].path:
            known = tuple(tie for tie in sources.network.ties[one] if tie.how != "colleague" and tie.other in people)
            for tie in best_ties(known, today):
                weight = tie_weight(tie, today) * (_OF_A_CROWD if tie.how in _CROWDED else 1)
                yield MapEdge(min(one, tie.other), max(one, tie.other), tie.how, weight)


def _each_once(edges: Iterable[MapEdge]) -> tuple[MapEdge, ...]:
    """Of the edges between two the one that says most: an introduction goes before all else, one that is made first."""
    best: dict[tuple[str, str], MapEdge] = {}
    for edge in edges:
        if edge.start == edge.end:
            continue
        pair = (min(edge.start, edge.end), max(edge.start, edge.end))
        known = best.get(pair)
        if known is None or _rank(edge) > _rank(known):
            best[pair] = edge
    return tuple(best[pair] for pair in sorted(best))


def _rank(edge: MapEdge) -> tuple[bool, float, str]:
    return edge.how in _DIRECTED, edge.weight, edge.how
