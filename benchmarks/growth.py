"""How the cost of an operation follows the size of the vault: 1 is linear, 0 is not at all.

exponent({1_000: 0.1, 10_000: 1.0})   ->   1.0
"""

import math
from collections.abc import Iterable, Mapping

from benchmarks.found import FLOOR, Found


def exponent(costs: Mapping[int, float]) -> float | None:
    """log(cost ratio) / log(size ratio) between the smallest and the largest size; None for fewer than two."""
    measured = {size: cost for size, cost in costs.items() if cost > 0}
    if len(measured) < 2:
        return None
    small, large = min(measured), max(measured)
    return math.log(measured[large] / measured[small]) / math.log(large / small)


def last_step(costs: Mapping[int, float]) -> float | None:
    """The exponent between the two largest sizes, which start-up flatters least; None for fewer than three."""
    sizes = sorted(costs)
    return exponent({size: costs[size] for size in sizes[-2:]}) if len(sizes) > 2 else None


def costs_by_case(found: Iterable[Found]) -> dict[tuple[str, str], dict[int, float]]:
    """(case, what its size counts) -> size -> seconds of CPU; of a case that was measured twice, the first.
    What cannot be undercut is left out: it is no operation.
    """
    table: dict[tuple[str, str], dict[int, float]] = {}
    for one in found:
        if one.pair is not None and not one.case.startswith(FLOOR):
            table.setdefault((one.case, one.of), {}).setdefault(one.size, one.pair.cpu)
    return table
