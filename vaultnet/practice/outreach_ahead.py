"""Whom the lists of the coming days will name: the same selection as the agenda's, as if every name were ticked.

outreach_ahead(network, settings, date(2026, 6, 22), date(2026, 6, 28))
->  {date(2026, 6, 22): (Outreach(path="People/Ada.md", kind="coffee", ...), ...), ...}
"""

from collections.abc import Collection, Container
from datetime import date

from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.practice.forecast import as_if_touched
from vaultnet.practice.keep_in_touch import in_plan
from vaultnet.practice.reach_out import Outreach, select_reach_out
from vaultnet.practice.touch_plan import PlannedKinds


def outreach_ahead(
    network: Network,
    settings: Settings,
    first: date,
    last: date,
    *,
    exclude: Collection[str] = frozenset(),
    preferred: Container[str] = frozenset(),
) -> dict[date, tuple[Outreach, ...]]:
    """Day -> the names of that day, by the kinds of the touch plan; days on which nobody is named are left out.
    `exclude`: who is seen to otherwise; `preferred` as for the agenda.
    """
    rows = {standing.path: standing for standing in in_plan(network.standings, first).everyone()}
    chosen: dict[date, tuple[Outreach, ...]] = {}
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        kinds = PlannedKinds(network, settings, day)
        everybody = tuple(rows.values())
        names = select_reach_out(everybody, settings, day, exclude=exclude, planned=kinds, preferred=preferred)
        for item in names:
            rows[item.path] = as_if_touched(rows[item.path], item, day)
        if names:
            chosen[day] = names
    return chosen
