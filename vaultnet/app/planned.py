"""Planned touches as JSON shows them, for a plan and for a contact's card.

next_touches(workspace, network, "People/Ada.md", 3)  ->  [{"date": "2026-07-02", "kind": "email", "reason": "article"}]
"""

from collections.abc import Mapping
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.dates import iso
from vaultnet.model.network import Network
from vaultnet.model.standing import Standing
from vaultnet.practice.life_event import mood_if_event
from vaultnet.practice.planned_day import PlannedTouch
from vaultnet.practice.touch_plan import build_touch_plan


def next_touches(workspace: Workspace, network: Network, path: str, count: int) -> list[dict[str, Any]]:
    """The next planned touches of one contact, of this year and the one after."""
    standing_by_path = network.standing_by_path
    settings, today = workspace.config.settings, workspace.today
    years = (today.year, today.year + 1)
    plans = [build_touch_plan(standing_by_path[path], network, settings, today, year) for year in years]
    return [planned_object(touch, standing_by_path) for plan in plans for touch in plan.planned][:count]


def planned_object(touch: PlannedTouch, standing_by_path: Mapping[str, Standing]) -> dict[str, Any]:
    """A planned touch as JSON shows it: `date` is when to see to it, `on` the day that it is for."""
    other = standing_by_path.get(touch.words)
    return {
        "date": touch.day.isoformat(),
        "on": iso(touch.on),
        "kind": touch.kind,
        "reason": touch.reason,
        "words": other.name if other else touch.words,
        "mood": mood_if_event(touch.reason, touch.words),
    }
