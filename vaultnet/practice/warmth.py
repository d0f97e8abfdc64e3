"""Warmth (P5, P14): how alive a tie is, from how rich its touches were and how long ago, said in words only.

The sum over touches of richness x 2^(-age / 180 d) (4-practice.md, "Keep in touch"): half of it is gone in half a year.
However rich the time before, the word is no warmer than one meeting in person on the day of the last touch would make
it: a year full of coffees is not warm after ten silent months.

    coffee today                 ->  3.0   warm
    coffee nine months ago       ->  1.06  warm, and a month later cooling
    twenty up to ten months ago  ->  cooling, though the sum is above 10
    an e-mail two years ago      ->  0.06  cold
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from vaultnet.model.network import Moment, Touch
from vaultnet.model.richness import IN_PERSON
from vaultnet.model.settings import Kind

_HALF_LIFE = 180  # days
_WARM = 1.0  # an e-mail today, or one every half year for good
_COOLING = 0.25  # an e-mail a year ago
_UNKNOWN_RICHNESS = 1  # a touch whose kind nobody wrote down, as in `last-contact`


def warmth_of(touches: Iterable[Touch | Moment], kinds: Mapping[str, Kind], today: date) -> str:
    """`warm`, `cooling`, `cold`, or `new` for someone never in touch."""
    known = [touch for touch in touches if touch.day <= today]
    if not known:
        return "new"
    last = max((touch.day for touch in known if _richness(touch.kind, kinds)), default=date.min)
    heat = min(heat_of(known, kinds, today), IN_PERSON * _decay(last, today))
    return "warm" if heat >= _WARM else "cooling" if heat >= _COOLING else "cold"


def heat_of(touches: Iterable[Touch | Moment], kinds: Mapping[str, Kind], today: date) -> float:
    """The sum behind the word. Other sums on this floor may use it; no view, line or JSON carries it (P5)."""
    by_newest = sorted(
        ((touch.day, touch.kind) for touch in touches), reverse=True
    )  # sums of floats depend on the order
    return sum(_richness(kind, kinds) * _decay(day, today) for day, kind in by_newest)


def _decay(day: date, today: date) -> float:
    """What is left of a touch of that day, from 1 to 0."""
    return _left_after((today - day).days)


@lru_cache(maxsize=8192)
def _left_after(days: int) -> float:
    return float(2 ** (-days / _HALF_LIFE))


def _richness(kind: str, kinds: Mapping[str, Kind]) -> int:
    return kinds[kind].richness if kind in kinds else _UNKNOWN_RICHNESS
