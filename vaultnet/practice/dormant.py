"""Dormant ties worth reviving: people I once knew well and have not heard from in long.

    six touches until 2023, two of them in person, none since   ->  worth a note: both sides have news
    one e-mail in 2021                                          ->  not: there was no tie to revive

Old ties bring what close ones cannot: they still trust, and know other people by now (Levin, Walter and Murnighan,
"Dormant ties", Organization Science 2011).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from vaultnet.model.dates import add_months
from vaultnet.model.network import Touch
from vaultnet.model.richness import LIVE
from vaultnet.model.standing import Standing
from vaultnet.practice.keep_in_touch import out_reason

_SILENT = 12  # months
_TOUCHES = 3


def dormant_ties(
    standings: Sequence[Standing], touches: Mapping[str, Sequence[Touch]], today: date, *, at_most: int
) -> tuple[Standing, ...]:
    """The ties that were the richest while they lasted, silent for a year or more."""
    before = add_months(today, -_SILENT)
    rich: list[tuple[int, str, str, Standing]] = []
    for standing in standings:
        if standing.last is None or standing.last > before or out_reason(standing, today):
            continue
        told = touches[standing.path]
        if len(told) >= _TOUCHES and any(touch.richness >= LIVE for touch in told):
            rich.append((-sum(touch.richness for touch in told), standing.uid, standing.path, standing))
    return tuple(standing for *_, standing in sorted(rich, key=lambda entry: entry[:3])[:at_most])
