"""Facts about organizations side by side, as the `vaultnet.facts/1` object.

list_facts(workspace, ("tidemark", "lekbrug"), topic="salary")
->  {"organizations": [{"name": "Tidemark Risk", "path": ..., "mine": False}, ...],
     "topics": [{"topic": "salary", "facts": [{"organization": "Organizations/Tidemark Risk.md", "date": ...}]}]}
"""

from collections.abc import Callable, Sequence
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.who import find_who
from vaultnet.practice.benchmark import Told, Topic, build_benchmark, topics_of
from vaultnet.practice.colleagues import own_company
from vaultnet.practice.targets import target_cards
from vaultnet.storage.goals import find_goals
from vaultnet.storage.lookup import name_rows, paths_of_type
from vaultnet.storage.organizations import load_organizations
from vaultnet.text.resolve import NameIndex, resolve

_Says = Callable[[OrganizationCard, Told], list[dict[str, Any]]]


def list_facts(workspace: Workspace, names: Sequence[str] = (), *, topic: str = "") -> dict[str, Any]:
    """The organizations that are named, else my own company and the targets, with what is known of each.

    Raises NothingFound, AmbiguousName and SettingsError.
    """
    cards = load_organizations(workspace.connection)
    own = _own(workspace, cards)
    chosen = _named(workspace, cards, names) if names else _usual(workspace, cards, own)
    says = _speakers(workspace)
    return {
        "organizations": [{"path": card.path, "name": card.name, "mine": card.path == own} for card in chosen],
        "topics": [_topic(row, chosen, says) for row in build_benchmark(chosen, topic)],
        "known": list(topics_of(chosen)),
    }


def _own(workspace: Workspace, cards: Sequence[OrganizationCard]) -> str:
    """The path of my company's note, "" where the settings name none, or it has none."""
    company = workspace.config.settings.me.company
    return own_company(cards, company)[0].path if company else ""


def _named(
    workspace: Workspace, cards: Sequence[OrganizationCard], names: Sequence[str]
) -> tuple[OrganizationCard, ...]:
    rows = name_rows(workspace.connection, "organization")
    paths = dict.fromkeys(find_who(name, rows) for name in names)
    by_path = {card.path: card for card in cards}
    return tuple(by_path[path] for path in paths)


def _usual(workspace: Workspace, cards: Sequence[OrganizationCard], own: str) -> tuple[OrganizationCard, ...]:
    """My own company first: against it the others are held."""
    goals = find_goals(workspace.connection, workspace.config.settings.goals)
    targets = target_cards(goals.targets if goals else (), cards)
    mine = [card for card in cards if card.path == own]
    return (*mine, *(card for card in targets if card.path and card.path != own))


def _speakers(workspace: Workspace) -> _Says:
    """Whom a fact names as its source: a contact where the link leads to one, else the name as it stands there."""
    people = NameIndex(paths_of_type(workspace.connection, "contact"))
    names = workspace.network().name_by_path

    def says(card: OrganizationCard, told: Told) -> list[dict[str, Any]]:
        found = ((resolve(people, link, card.path), link.rsplit("/", 1)[-1]) for link in told.says)
        return [{"path": path, "name": names[path] if path else name} for path, name in found]

    return says


def _topic(row: Topic, cards: Sequence[OrganizationCard], says: _Says) -> dict[str, Any]:
    return {
        "topic": row.name,
        "facts": [
            {
                "organization": card.path,
                "date": fact.day.isoformat(),
                "text": fact.text,
                "says": says(card, fact),
                "line": fact.line,
            }
            for card, told in zip(cards, row.told, strict=True)
            for fact in told
        ],
    }
