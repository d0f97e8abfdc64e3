"""Touch plans: one contact's year, and the year of the whole network, as the `vaultnet.plan/1` object.

plan_contact(workspace, "ada", 2026)   ->   {"year": 2026, "contact": {...}, "done": [...], "planned": [...], ...}
plan_network(workspace, 2027)          ->   {"year": 2027, "months": [{"month": 1, "touches": 12, "kinds": {...}}], ...}
"""

from collections.abc import Iterable, Mapping
from typing import Any

from vaultnet.app.planned import planned_object
from vaultnet.app.show import touch_object
from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.model.network import Network
from vaultnet.model.standing import Standing
from vaultnet.practice.touch_plan import TouchPlan, build_touch_plan
from vaultnet.practice.year_plan import YearPlan, build_year_plan

_FURTHEST = 5  # years ahead


def plan_contact(workspace: Workspace, who: str, year: int | None) -> dict[str, Any]:
    """One contact's plan of a year (this one unless told). Raises UsageError, NothingFound and AmbiguousName."""
    wanted = _year(workspace, year)
    path = get_contact(workspace, who)
    network = workspace.network()
    standing_by_path = network.standing_by_path
    plan = build_touch_plan(standing_by_path[path], network, workspace.config.settings, workspace.today, wanted)
    return {
        "year": wanted,
        "contact": {"path": path, "name": standing_by_path[path].name},
        "out": plan.out,
        "done": [touch_object(touch, (path,)) for touch in plan.done],
        "planned": [planned_object(touch, standing_by_path) for touch in plan.planned],
        "months": [],
        "cards": [],
    }


def plan_network(workspace: Workspace, year: int | None) -> dict[str, Any]:
    """The year of everybody together: touches by month and kind, and what is to be posted."""
    wanted = _year(workspace, year)
    network = workspace.network()
    plan = build_year_plan(_plans(workspace, network, wanted), wanted)
    return {
        "year": wanted, "contact": None, "out": "", "done": [], "planned": [],
        "months": [{"month": month.month, "touches": month.touches, "kinds": month.kinds} for month in plan.months],
        "cards": _cards(plan, network.standing_by_path),
    }  # fmt: skip


def _year(workspace: Workspace, year: int | None) -> int:
    this = workspace.today.year
    if year is not None and year > this + _FURTHEST:
        raise UsageError(f"--year {year} is too far ahead to plan: up to {this + _FURTHEST}")
    if year is not None and year < 1:
        raise UsageError(f"--year {year} is no year")
    return this if year is None else year


def _plans(workspace: Workspace, network: Network, year: int) -> Iterable[TouchPlan]:
    settings, today = workspace.config.settings, workspace.today
    for done, standing in enumerate(network.standings):
        workspace.report("planning", done, len(network.standings))
        yield build_touch_plan(standing, network, settings, today, year)


def _cards(plan: YearPlan, standing_by_path: Mapping[str, Standing]) -> list[dict[str, Any]]:
    return [
        {**planned_object(touch, standing_by_path), "contact": path, "name": standing_by_path[path].name}
        for path, touch in plan.posted
    ]
