"""The way to a person or an organization, as the `vaultnet.path/1` object: whom to ask, why, and how strong it is.

list_paths(workspace, "Annelies")
->  {"to": "Annelies Vroom", "paths": [{"via": ["People/Ravi.md"], "strength": "strong", "steps": [...]}], ...}
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.errors import NothingFound
from vaultnet.model.background import Job
from vaultnet.model.dates import iso
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import EXACT, NORMALISED
from vaultnet.model.stay import Stay
from vaultnet.model.who import find_who
from vaultnet.practice.introduction_path import HOP, IntroductionPath, Search, find_paths
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.nearest_gathering import NearGathering, find_nearest
from vaultnet.practice.workplace import build_places, match_job
from vaultnet.storage.gatherings import load_gatherings
from vaultnet.storage.lookup import name_rows
from vaultnet.storage.organizations import load_organizations
from vaultnet.storage.stays import Stays
from vaultnet.storage.unwritten import ORGANIZATIONS, PEOPLE, unwritten_rows
from vaultnet.text.fold import fold
from vaultnet.text.resolve import key_of

_THERE, _WAS_THERE = HOP, HOP / 2  # an organization is one hop behind those who are there; half of it for the past

_SURE = frozenset({EXACT, NORMALISED})  # of names that are only similar nobody is shown as being there


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a path leads. `to` is a path, or the name of what has no note; `ends` are the people who count as arrived,
    with how much; `organizations` the folded names of where they are. `is_known` is false where no note speaks of it.
    """

    to: str
    name: str
    ends: Mapping[str, float]
    organizations: frozenset[str] = frozenset()
    is_organization: bool = False
    is_known: bool = True


def list_paths(workspace: Workspace, who: str) -> dict[str, Any]:
    """The best path and its runners-up; with none, the group or event that comes nearest. Raises AmbiguousName."""
    destination = _find_destination(workspace, who)
    network, today = workspace.network(), workspace.today
    paths = find_paths(_ends(destination, network, today), Search(network, workspace.config.settings, today))
    nearest = None
    if not paths and destination.is_known:
        acquainted = {tie.other for person in destination.ends for tie in network.ties[person]}
        gatherings = load_gatherings(workspace.connection)
        nearest = find_nearest(destination.ends, acquainted, destination.organizations, gatherings, today)
    names = network.name_by_path
    return {
        "to": destination.to,
        "name": destination.name,
        "is_organization": destination.is_organization,
        "is_known": destination.is_known,
        "is_gone": _is_gone(destination, network),
        "paths": [path_object(path, destination, names) for path in paths],
        "unknown": not paths,
        "nearest": _nearest(nearest, names) if nearest else None,
    }


def _ends(destination: Destination, network: Network, today: date) -> Mapping[str, float]:
    """Whom the way may lead to: at an organization nobody who is out of every plan, for they would be asked."""
    if not destination.is_organization:
        return destination.ends
    standings = network.standing_by_path
    out = {path for path in destination.ends if path in standings and out_reason(standings[path], today)}
    return {path: worth for path, worth in destination.ends.items() if path not in out}


def way_to(workspace: Workspace, network: Network, contact: str) -> list[str]:
    """The names of those on the best way to a contact, the first to ask first; [] where there is none, or no need."""
    paths = find_paths({contact: 1.0}, Search(network, workspace.config.settings, workspace.today))
    return [network.name_by_path[hop.person] for hop in paths[0].hops[:-1]] if paths else []


def path_object(path: IntroductionPath, destination: Destination, names: Mapping[str, str]) -> dict[str, Any]:
    """A path as JSON shows it. `via` are those on the way; on the way to an organization also the one who is there."""
    steps = [
        {"person": hop.person, "name": names.get(hop.person, destination.name), "how": hop.how, "date": iso(hop.day),
         "at": hop.at}
        for hop in path.hops
    ]  # fmt: skip
    via = [step["person"] for step in steps]
    if destination.is_organization:
        how = "there" if destination.ends[path.hops[-1].person] == _THERE else "was_there"
        steps.append({"person": destination.to, "name": destination.name, "how": how, "date": None, "at": ""})
    else:
        via.pop()
    return {"via": via, "strength": path.strength, "steps": steps}


def _nearest(near: NearGathering, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "path": near.gathering.path,
        "name": near.gathering.name,
        "type": near.gathering.kind,
        "date": iso(near.gathering.day),
        "reason": near.why,
        "person": names.get(near.person, ""),
    }


def _is_gone(destination: Destination, network: Network) -> bool:
    standing = network.standing_by_path.get(destination.to)
    return standing is not None and standing.is_gone


def _find_destination(workspace: Workspace, who: str) -> Destination:
    """A contact or organization, else somebody or something that notes name, else a stranger."""
    known = name_rows(workspace.connection, "contact", "organization")
    try:
        found = find_who(who, known)
    except NothingFound:
        return _unwritten(workspace, who)
    cards = load_organizations(workspace.connection)
    card = next((card for card in cards if card.path == found), None)
    if card:
        return _organization(workspace, card, cards)
    title = next(row.title for row in known if row.path == found)
    return Destination(found, title, {found: 1.0})


def _unwritten(workspace: Workspace, who: str) -> Destination:
    people = unwritten_rows(workspace.connection, PEOPLE)
    organizations = unwritten_rows(workspace.connection, ORGANIZATIONS)
    try:
        found = find_who(who, [*people, *organizations])
    except NothingFound:
        return Destination(who, who, {}, is_known=False)
    if any(row.path == found for row in people):
        return Destination(found, found, {key_of(found): 1.0})
    return _organization(workspace, OrganizationCard("", found), load_organizations(workspace.connection))


def _organization(workspace: Workspace, card: OrganizationCard, cards: tuple[OrganizationCard, ...]) -> Destination:
    """Everybody who is there, and those who were."""
    places = build_places(cards if card in cards else (*cards, card))
    stays = Stays(workspace.connection)
    ends: dict[str, float] = {}
    for (name, path), contacts in stays.employers().items():
        if match_job(Job(name, path, ""), card, places) in _SURE:
            key = key_of(path or name)
            for contact in contacts:
                ends[contact] = max(_share(stays.of(contact), key, workspace.today), ends.get(contact, 0.0))
    return Destination(card.path or card.name, card.name, ends, frozenset(map(fold, card.names)), is_organization=True)


def _share(stays: tuple[Stay, ...], organization: str, today: date) -> float:
    """Whoever has left stands for half of it; of somebody who is only named by its note no stay is known."""
    ends = [stay.end for stay in stays if stay.organization == organization]
    return _WAS_THERE if ends and all(end and end < today for end in ends) else _THERE
