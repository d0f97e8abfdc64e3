"""Asks that are open: what I asked of somebody, until they answer (P7; the ladder that follows them up comes later).

2026-04-01 email to: ... #asked                                    ->  open
2026-04-01 email to: ... #asked,  2026-04-03 email from: ...       ->  answered
"""

from collections.abc import Iterable

from vaultnet.model.network import Touch

_LIVE = 2  # richness: whoever spoke with me has had their chance to answer
_ANSWERS = frozenset({"answered", "received"})


def open_asks(touches: Iterable[Touch]) -> tuple[Touch, ...]:
    """The `#asked` touches after which nothing came: no touch from them, no live one, no `#answered` or `#received`.

    `touches` are newest first, as the network gives them; so is what comes back.
    """
    asks: list[Touch] = []
    for touch in touches:
        if "asked" in touch.tags:
            asks.append(touch)
        if touch.direction == "from" or touch.richness >= _LIVE or _ANSWERS.intersection(touch.tags):
            break
    return tuple(asks)
