"""Replies that I owe: what somebody wrote to me and I tagged `#reply`, until I write back or we speak.

2026-06-10 email from: which return period did I use? #reply                               ->  owed
2026-06-10 email from: ... #reply,  2026-06-11 email to: the one in fifty years            ->  answered
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.network import Network, Touch
from vaultnet.model.richness import LIVE
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.asks import is_missed
from vaultnet.practice.day_order import oldest_first
from vaultnet.practice.item_history import item_history

SECTION = "answer"


class OwedReply(NamedTuple):
    """One answer owed: `touch` is the newest of what they wrote, `since` the day of the oldest; `kind` how to answer;
    `due` the day it is for, later than `since` where the user moved it.
    """

    contact: str
    touch: Touch
    since: date
    kind: str
    due: date


def replies_owed(network: Network, settings: Settings) -> tuple[OwedReply, ...]:
    """Every answer that I owe, the longest awaited first. Whoever is paused or gone is left out."""
    standings = network.standing_by_path
    found = (
        _owed(standings[path], network, settings)
        for path in network.exchanges.replies
        if path in standings and not is_left_alone(standings[path])
    )
    return tuple(sorted(filter(None, found), key=lambda reply: (reply.since, reply.contact)))


def is_left_alone(standing: Standing) -> bool:
    """True for someone to whom nothing is to be sent, owed or not; `never` only says that no rhythm is meant."""
    return standing.paused or standing.is_gone


def unanswered(touches: Sequence[Touch], missed: Sequence[str]) -> tuple[Touch, ...]:
    """What they wrote that waits for an answer, newest first. `touches` are newest first."""
    found: list[Touch] = []
    if not any("reply" in touch.tags for touch in touches):
        return ()  # nearly everybody: their days need no order
    for touch in reversed(oldest_first(touches)):
        if "answered" in touch.tags or (touch.richness and touch.direction == "to"):
            break
        if touch.richness >= LIVE and not is_missed(touch, missed):
            break
        if "reply" in touch.tags and touch.direction != "to":
            found.append(touch)
    return tuple(found)


def _owed(standing: Standing, network: Network, settings: Settings) -> OwedReply | None:
    waiting = unanswered(network.touches[standing.path], settings.ladder.missed)
    if not waiting:
        return None
    since = waiting[-1].day
    history = item_history(network.offers, SECTION, standing)
    if history.is_settled_since(waiting[0].day):
        return None
    due = max(filter(None, (since, history.waits_until, standing.snooze)))
    written = settings.kinds.get(waiting[0].kind)
    kind = waiting[0].kind if written and written.richness else settings.thanks.kind
    return OwedReply(standing.path, waiting[0], since, kind, due)
