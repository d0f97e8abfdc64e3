"""Warmth (P5, P14): how alive a tie is, from how rich its touches were and how long ago, said in words only.

The sum over touches of richness x 2^(-age / 180 d) (4-practice.md, "Keep in touch"): half of it is gone in half a year.

    coffee today                 ->  3.0   warm
    coffee nine months ago       ->  1.06  warm, and a month later cooling
    an e-mail two years ago      ->  0.06  cold
"""

from collections.abc import Iterable, Mapping
from datetime import date

from vaultnet.model.network import Touch
from vaultnet.model.settings import Kind

_HALF_LIFE = 180  # days
_WARM = 1.0  # an e-mail today, or one every half year for good
_COOLING = 0.25  # an e-mail a year ago
_UNKNOWN_RICHNESS = 1  # a touch whose kind nobody wrote down, as in `last-contact`


def warmth_of(touches: Iterable[Touch], kinds: Mapping[str, Kind], today: date) -> str:
    """`warm`, `cooling`, `cold`, or `new` for someone never in touch."""
    known = [touch for touch in touches if touch.day <= today]
    if not known:
        return "new"
    heat = heat_of(known, kinds, today)
    return "warm" if heat >= _WARM else "cooling" if heat >= _COOLING else "cold"


def heat_of(touches: Iterable[Touch], kinds: Mapping[str, Kind], today: date) -> float:
    """The sum behind the word. Other sums on this floor may use it; no view, line or JSON carries it (P5)."""
    by_newest = sorted(
        ((touch.day, touch.kind) for touch in touches), reverse=True
    )  # sums of floats depend on the order
    return sum(_richness(kind, kinds) * 2 ** (-(today - day).days / _HALF_LIFE) for day, kind in by_newest)


def _richness(kind: str, kinds: Mapping[str, Kind]) -> int:
    return kinds[kind].richness if kind in kinds else _UNKNOWN_RICHNESS
