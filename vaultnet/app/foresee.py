"""The network as it will be once ticks are absorbed, for pages that are only shown (promise D7).

after_absorbing(network, plan)   ->   the network with the touches of the plan, and without the promises it ticks
"""

from dataclasses import replace
from datetime import date

from vaultnet.edits.absorb import AbsorbPlan
from vaultnet.model.network import Network
from vaultnet.model.standing import Standing


def after_absorbing(network: Network, plan: AbsorbPlan) -> Network:
    """What the next command would see after the plan's changes."""
    days = {path: (touch.day, touch.kind) for path, touch, _ in sorted(plan.touches, key=lambda entry: entry[1].day)}
    standings = tuple(
        _touched(standing, *days[standing.path]) if standing.path in days else standing
        for standing in network.standings
    )
    promises = tuple(promise for promise in network.promises if (promise.path, promise.line) not in plan.kept_promises)
    return replace(network, standings=standings, promises=promises)


def _touched(standing: Standing, day: date, kind: str) -> Standing:
    if standing.last is not None and standing.last > day:
        return standing
    later = tuple(offer for offer in standing.offers if offer[0] > day)
    kinds = (kind, *standing.last_kinds)[:3]
    return standing._replace(last=day, last_kinds=kinds, offers=later, turns=standing.turns + 1)
