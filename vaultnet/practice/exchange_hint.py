"""Asks held against gifts (P4, P5): over a year and the whole network, whether more was asked than given. One word, no
number, and nobody's balance.

ten touches with `#asked`, three with `#gave`     ->  ASKED_MORE
three asked for, two given and a gift besides     ->  ""
"""

from collections.abc import Iterable

from vaultnet.model.exchanges import Act
from vaultnet.practice.help_first import GIFTS

ASKED_MORE = "asked_more"


def exchange_hint(acts: Iterable[Act]) -> str:
    """`ASKED_MORE`, or "" where there is nothing to say."""
    balance = 0
    for act in acts:
        from_them = act.direction == "from" or "received" in act.tags
        is_gift = "gave" in act.tags or (act.kind in GIFTS and not from_them)
        balance += is_gift - ("asked" in act.tags and act.direction != "from")
    return ASKED_MORE if balance < 0 else ""
