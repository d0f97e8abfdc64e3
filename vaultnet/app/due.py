"""Who is due, as the `vaultnet.due/1` rows: for the command line, and for whatever else lists people by urgency.

list_due(workspace, until=date(2026, 6, 22), filters=Filters(tier="close"))  ->  [{"path": ..., "due": ...}, ...]
"""

from datetime import date
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.errors import UsageError
from vaultnet.model.cadence import Cadence, days, late_on
from vaultnet.model.dates import iso
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.earlier_offers import rest_of
from vaultnet.practice.keep_in_touch import Due, due_of
from vaultnet.practice.rhythm import rhythm_of
from vaultnet.practice.warmth import warmth_of
from vaultnet.storage.collector_at_rest import collector_at_rest
from vaultnet.text.fold import fold
from vaultnet.text.nearest import hint_for

_ORDER = {"late": 0, "due": 1, "soon": 2, "ok": 3, "new": 4, "out": 5}


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means no condition. Names are compared without regard to case and accents."""

    tier: str = ""
    tag: str = ""
    organization: str = ""
    place: str = ""
    everyone: bool = False


def list_due(workspace: Workspace, until: date, filters: Filters) -> list[dict[str, Any]]:
    """Rows of those who are due by `until` (all with `everyone`), the latest first, then by name."""
    _refuse_unknown_tier(filters.tier, workspace.config.settings)
    with collector_at_rest():
        return _rows(workspace, until, filters)


def _rows(workspace: Workspace, until: date, filters: Filters) -> list[dict[str, Any]]:
    network, today = workspace.network(), workspace.today
    wanted = _wanted_paths(workspace, filters)
    rows = [
        (due, standing)
        for standing in network.standings
        if _fits(standing, filters) and (wanted is None or standing.path in wanted)
        if _is_due(due := due_of(standing, today), until) or filters.everyone
    ]
    rows.sort(key=lambda row: (_ORDER[row[0].state], row[0].due or date.max, row[1].uid, row[1].path))
    return [due_row(standing, due, network, workspace.config.settings, today) for due, standing in rows]


def _refuse_unknown_tier(tier: str, settings: Settings) -> None:
    if tier and tier.lower() not in settings.tiers:
        raise UsageError(f"{tier} is no tier: {hint_for(tier, tuple(settings.tiers))}")


def due_row(standing: Standing, due: Due, network: Network, settings: Settings, today: date) -> dict[str, Any]:
    """One row of `vaultnet.due/1`."""
    since = standing.since or today
    moments = network.moments.get(standing.path, ())
    cadence = standing.cadence
    rhythm = rhythm_of((moment.day for moment in moments), today)
    return {
        "path": standing.path,
        "name": standing.name,
        "tier": standing.tier,
        "cadence": {
            "ideal_days": None if cadence.never else days(cadence, since),
            "latest_days": None if cadence.never else _latest_days(cadence, since),
            "from": standing.cadence_from,
        },
        "last": iso(standing.last),
        "last_kind": standing.last_kinds[0] if standing.last_kinds else "",
        "due": iso(due.due),
        "late": iso(due.late),
        "state": due.state,
        "warmth": warmth_of(moments, settings.kinds, today),
        "why": why_words(standing, due),
        "rests": _rest(standing, today),
        "rhythm": rhythm.state if rhythm else "",
    }


def _rest(standing: Standing, today: date) -> dict[str, str] | None:
    """Until when no agenda names them, since the offer of which day, and what became of that offer."""
    rest = rest_of(standing, today)
    if rest is None:
        return None
    return {"until": rest.rests_until.isoformat(), "since": rest.rests_since.isoformat(), "because": rest.rests_as}


def why_words(standing: Standing, due: Due) -> str:
    """Why this day, in words a person would use."""
    if due.state == "out":
        snoozed = f"snoozed until {standing.snooze.isoformat()}" if standing.snooze else "snoozed"
        return {"never": "you chose never", "snoozed": snoozed}.get(due.reason, due.reason)
    if due.reason == "new":
        return "never in touch yet"
    if due.reason == "next_contact":
        return "the day you set"
    every = {"contact": "your own rhythm for them", "default": "everyone hears from you"}.get(
        standing.cadence_from, standing.cadence_from
    )
    period = standing.cadence.ideal
    length = f"{period.count} {period.unit}s" if period.count != 1 else f"a {period.unit}"
    counted = "since you met" if due.reason == "met" else "since the last touch"
    return f"{length} {counted} ({every})"


def _latest_days(cadence: Cadence, since: date) -> int:
    return (late_on(since, cadence) - since).days


def _is_due(due: Due, until: date) -> bool:
    return due.due is not None and due.due <= until


def _fits(standing: Standing, filters: Filters) -> bool:
    return not filters.tier or standing.tier == filters.tier.lower()


def _wanted_paths(workspace: Workspace, filters: Filters) -> frozenset[str] | None:
    """The contacts that meet the conditions on tags, organization and place; None where there is none."""
    if not (filters.tag or filters.organization or filters.place):
        return None
    from vaultnet.storage.lookup import contact_records

    return frozenset(path for path, record in contact_records(workspace.connection) if _meets(record, filters))


def _meets(record: dict[str, Any], filters: Filters) -> bool:
    tag = filters.tag.lstrip("#").lower()
    if tag and not any(own == tag or own.startswith(f"{tag}/") for own in record["tags"]):
        return False
    if filters.organization and not any(
        fold(filters.organization) in fold(f"{ref['text']} {ref['link']}") for ref in record["company"]
    ):
        return False
    return not filters.place or fold(filters.place) in fold(f"{record['location']} {record['country']}")
