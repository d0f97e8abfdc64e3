"""Whether a remembered agenda is still right after touches were added to people's logs.

    a call with Ada is noted down, who is not on the page, and whom nobody looked at when it was made
    ->  the page is the same, and is not made again

The page was made from a watched network (`Network.watched`), so it is known of whom it asked anything that a touch may
have a part in. Of everybody else it knows but that they wait for their turn, and how many of each tier had one of late:
that is looked at here (`same_choice.py`). Who was asked for something, is owed an answer or has given was looked at,
for the sieves of `histories.py` and `exchanges.py` let them through; and a touch without tags lets nobody through who
did not come through before.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from vaultnet.model.looked_up import ANYBODY
from vaultnet.model.settings import Settings
from vaultnet.practice.choice import Choice, parse_choice
from vaultnet.practice.same_choice import is_same_choice
from vaultnet.storage.offers import load_offers
from vaultnet.storage.since_told import AddedTouch
from vaultnet.storage.standings import load_with_and_without


def find_choice(
    connection: sqlite3.Connection,
    settings: Settings,
    day: date,
    kept: Mapping[str, Any],
    added: Iterable[AddedTouch],
) -> Choice | None:
    """What the page rests on now, if it is as it was; None where that is not known. `kept`: what it rested on."""
    choice = parse_choice(kept)
    if ANYBODY in choice.people:
        return None
    added_by_path: dict[str, list[AddedTouch]] = {}
    for touch in added:
        added_by_path.setdefault(touch.path, []).append(touch)
    for path, touches in added_by_path.items():
        offers = [offer for offer in load_offers(connection, day, path) if offer.is_outreach]
        standings = load_with_and_without(connection, path, touches, day, settings, offers)
        if not standings:
            return None
        after, before = standings
        if not is_same_choice(choice, before, after, day):
            return None
    return choice
