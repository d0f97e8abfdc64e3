"""Whether the daily budget can hold the network, as the `vaultnet.coverage/1` object and the values to word.

measure_coverage(workspace)   ->   (Coverage(contacts=312, needed_per_day=2.5, ...), {"People/Ada.md": "Ada"})
"""

from dataclasses import asdict
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.practice.colleagues import find_colleagues
from vaultnet.practice.coverage import Coverage, TierCoverage, build_coverage
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.network import touch_days
from vaultnet.storage.organizations import load_organizations


def measure_coverage(workspace: Workspace) -> tuple[Coverage, dict[str, str]]:
    """The sums as of today, and the names of everybody by path."""
    network = workspace.network()
    days = touch_days(workspace.connection, workspace.today)
    coverage = build_coverage(
        network.standings, workspace.config.settings, workspace.today, days, _colleagues(workspace)
    )
    return coverage, network.name_by_path


def _colleagues(workspace: Workspace) -> frozenset[str]:
    """Those at my own company; nobody's work is looked at where the settings name none."""
    company = workspace.config.settings.me.company
    if not company:
        return frozenset()
    backgrounds = load_backgrounds(workspace.connection, workspace.today)
    return find_colleagues(backgrounds, load_organizations(workspace.connection), company)


def coverage_object(coverage: Coverage) -> dict[str, Any]:
    """The JSON object; shares are between 0 and 1, `needed_per_day` and `budget_per_day` are people."""
    data = asdict(coverage)
    data["heard_from_half_year"] = coverage.heard_from.now
    data["heard_from"] = coverage.heard_from._asdict()
    data["would_hold"] = coverage.would_hold._asdict()
    data["missed"] = list(coverage.missed)
    data["by_tier"] = [_tier_object(tier) for tier in coverage.by_tier]
    data["colleagues"] = _tier_object(coverage.colleagues) if coverage.colleagues else None
    data["history"] = [{"date": then.day.isoformat(), "share": then.share} for then in coverage.history]
    data["drifting"] = list(coverage.drifting)
    return {key: _rounded(value) for key, value in data.items()}


def _tier_object(tier: TierCoverage) -> dict[str, Any]:
    return {**asdict(tier), "heard_from": tier.heard_from._asdict()}


def _rounded(value: Any) -> Any:
    """Three places: enough to act on, and the same text on every machine."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value
