"""The map of the network, read out of the index and measured, and what it says as the `vaultnet.network/1` object.

read_network(workspace, MapWords())              ->  MapReading(whole=..., clusters=(...), bridges=(...), ...)
read_network(workspace, MapWords(), "Emeka")     ->  what lies around Emeka
network_object(reading)                          ->  {"clusters": [{"name": "Corvane Re", "people": [...]}], ...}
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.errors import NothingFound, UsageError
from vaultnet.model.organization_name import normalise_name
from vaultnet.model.who import build_name_row, find_who
from vaultnet.pages.map_view import MapReading, read_map, read_part
from vaultnet.pages.map_words import MapWords
from vaultnet.practice.map_part import around
from vaultnet.practice.network_map import MapSources, NetworkMap, build_network_map, organization_key
from vaultnet.practice.targets import target_cards
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.goals import find_goals
from vaultnet.storage.introductions import load_introductions
from vaultnet.storage.lookup import name_rows
from vaultnet.storage.map_rows import load_introducers, load_private
from vaultnet.storage.organizations import load_organizations
from vaultnet.text.fold import fold


class FoundMap(NamedTuple):
    """`focus` is the key of whom the map is around, "" for nobody."""

    reading: MapReading
    focus: str


def read_network(workspace: Workspace, words: MapWords, who: str = "") -> FoundMap:
    """The whole map, or what lies around a person or an organization. Raises UsageError and AmbiguousName."""
    settings, connection, today = workspace.config.settings, workspace.connection, workspace.today
    cards = load_organizations(connection)
    goals = find_goals(connection, settings.goals)
    targets = target_cards(goals.targets if goals else (), cards)
    sources = MapSources(
        workspace.network(),
        load_backgrounds(connection, today),
        cards,
        load_introductions(connection),
        load_introducers(connection),
        frozenset(map(organization_key, targets)),
        load_private(connection),
    )
    whole = build_network_map(sources, today)
    focus = _find_focus(workspace, who, whole) if who else ""
    own = normalise_name(settings.me.company)
    own_company = next((key for key, one in whole.organizations.items() if normalise_name(one.name) == own), "")
    try:
        reading = read_map(whole, words, own_company=own_company)
        reading = read_part(reading, around(whole, focus)) if focus else reading
    except ModuleNotFoundError as error:
        if error.name != "networkx":
            raise
        raise UsageError("measuring the network takes an extra: pip install 'vaultnet[network]'") from error
    return FoundMap(reading, focus)


def _find_focus(workspace: Workspace, who: str, whole: NetworkMap) -> str:
    """Somebody or something on the map; why somebody who has a note is not on it."""
    rows = name_rows(workspace.connection, "contact", "organization")
    for key in (*whole.people, *whole.organizations):
        if not _end(key, whole)["path"]:
            rows.append(build_name_row(fold(whole.name_of(key)), key, whole.name_of(key)))
    try:
        found = find_who(who, rows)
    except NothingFound as error:  # a word of the command line that cannot be meant
        raise UsageError(error.message, candidates=error.candidates) from error
    if found not in whole.people and found not in whole.organizations:
        raise UsageError(
            f"{found} is not on the map: it leaves out what is private, archived or deceased, and organizations where "
            "you know nobody",
            path=found,
        )
    return found


def network_object(reading: MapReading) -> dict[str, Any]:
    """Names and paths; `path` is null for whoever has no note. No figure stands beside anybody."""
    whole, titles = reading.whole, reading.titles
    return {
        "clusters": [
            {
                "name": title,
                "people": _ends(cluster.people, whole),
                "organizations": _ends(cluster.organizations, whole),
            }
            for cluster, title in zip(reading.clusters, titles, strict=True)
        ],
        "bridges": [
            {
                **_end(bridge.person, whole),
                "joins": [titles[at] for at in bridge.joins],
                "only_way_to": [titles[at] for at in bridge.only],
            }
            for bridge in reading.bridges
        ],
        "single_points": [
            {"organization": _end(one.organization, whole), "person": _end(one.person, whole)}
            for one in reading.single_points
        ],
        "alone": _ends(reading.alone, whole),
        "ties": [
            {"from": _end(edge.start, whole), "to": _end(edge.end, whole), "how": edge.how} for edge in whole.edges
        ],
    }


def _ends(keys: Iterable[str], whole: NetworkMap) -> list[dict[str, Any]]:
    return [_end(key, whole) for key in keys]


def _end(key: str, whole: NetworkMap) -> dict[str, Any]:
    path = whole.people[key].path if key in whole.people else whole.organizations[key].path
    return {"path": path or None, "name": whole.name_of(key)}
