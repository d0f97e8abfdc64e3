"""The board of target organizations, as the `vaultnet.targets/1` rows.

list_targets(workspace)  ->  [{"name": "Tidemark Risk", "state": "there", "now": [{"name": "Lotte", ...}], ...}]
"""

from collections.abc import Mapping
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.model.ref import display
from vaultnet.practice.targets import Hop, Insider, Target, build_targets
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.goals import find_goals
from vaultnet.storage.organizations import load_organizations


def find_targets(workspace: Workspace) -> tuple[Target, ...]:
    """The targets of the goals note, then the organizations marked `target: true`. Raises SettingsError."""
    settings, today, connection = workspace.config.settings, workspace.today, workspace.connection
    note = find_goals(connection, settings.goals)
    return build_targets(
        note.targets if note else (),
        load_organizations(connection),
        load_backgrounds(connection, today),
        workspace.network(),
        settings,
        today,
    )


def list_targets(workspace: Workspace) -> list[dict[str, Any]]:
    """The board as JSON shows it. Raises SettingsError."""
    names = workspace.network().name_by_path
    return [_target(target, names) for target in find_targets(workspace)]


def _target(target: Target, names: Mapping[str, str]) -> dict[str, Any]:
    card, fact = target.card, target.fact
    told = {"date": fact.day.isoformat(), "text": display(fact.text), "line": fact.line} if fact else None
    return {
        "name": card.name,
        "path": card.path or None,
        "state": target.state,
        "situation": card.situation or None,
        "fact": told,
        "industry": list(card.industry),
        "location": card.location or None,
        "now": [_insider(insider, names) for insider in target.now],
        "before": [_insider(insider, names) for insider in target.before],
        "to_meet": [_insider(insider, names) for insider in target.to_meet],
        "one_hop": [_hop(hop, names) for hop in target.one_hop],
    }


def _insider(insider: Insider, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "contact": insider.path,
        "name": names[insider.path],
        "role": insider.role or None,
        "at": insider.at,
        "match": insider.match,
        "from": insider.start or None,
        "to": insider.end or None,
        "last": iso(insider.last),
        "last_kind": insider.last_kind or None,
        "warmth": insider.warmth,
    }


def _hop(hop: Hop, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "contact": hop.path,
        "name": names[hop.path],
        "how": hop.how,
        "to": hop.to or None,
        "to_name": names.get(hop.to),
        "at": hop.at or None,
    }
