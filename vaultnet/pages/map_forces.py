"""Where the members of one cluster should like to be: whoever is tied to one another near, everybody else apart.

find_positions(3, [(0, 1, 0.8)])   ->   [(0.6765, 1.1234), (-0.3773, 1.2559), (-0.2996, -2.3818)]
                                        in widths and heights of a label: the third has no tie, and keeps away

The method of Fruchterman and Reingold (1991), without chance: it begins on a spiral, so that the same ties give the
same picture everywhere.
"""

from collections.abc import Sequence
from math import cos, hypot, pi, sin, sqrt

_GOLDEN = pi * (3 - sqrt(5))  # radians: the leaves of a sunflower never stand in rows
_APART = 1.15  # labels between two that are tied
_PULL = 0.3  # to the middle
_EFFORT = 900_000  # pairs looked at
_ROUNDS = (25, 140)  # at least, at most

Place = tuple[float, float]


def find_positions(count: int, ties: Sequence[tuple[int, int, float]]) -> list[Place]:
    """One place each, around (0, 0). `ties` are between two numbers below `count`, with a weight between 0 and 1."""
    places = [_on_spiral(number) for number in range(count)]
    least, most = _ROUNDS
    rounds = max(least, min(most, _EFFORT // max(count * count, 1)))
    for number in range(rounds):
        reach = (1 - number / rounds) * max(sqrt(count) / 4, 0.5) + 0.02
        moves = _moves(places, ties)
        for at, (dx, dy) in enumerate(moves):
            far = hypot(dx, dy)
            scale = min(far, reach) / far if far else 0.0
            x, y = places[at]
            places[at] = (x + dx * scale, y + dy * scale)
    return [(round(x, 4), round(y, 4)) for x, y in places]


def _on_spiral(number: int) -> Place:
    out, turn = sqrt(number + 0.5) * _APART * 0.7, number * _GOLDEN
    return out * cos(turn), out * sin(turn)


def _moves(places: Sequence[Place], ties: Sequence[tuple[int, int, float]]) -> list[Place]:
    dxs, dys = [-x * _PULL for x, _ in places], [-y * _PULL for _, y in places]
    square = _APART * _APART
    for one, (x, y) in enumerate(places):
        for other in range(one):
            dx, dy = x - places[other][0], y - places[other][1]
            push = square / max(dx * dx + dy * dy, 0.01)
            dxs[one] += dx * push
            dys[one] += dy * push
            dxs[other] -= dx * push
            dys[other] -= dy * push
    for one, other, weight in ties:
        dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
        pull = hypot(dx, dy) / _APART * (0.4 + weight)
        dxs[one] -= dx * pull
        dys[one] -= dy * pull
        dxs[other] += dx * pull
        dys[other] += dy * pull
    return list(zip(dxs, dys, strict=True))
