"""Thanks that are due (P4): one working day after something was received, an introduction or a meeting.

2026-06-12 help: lent me the dike register #received            ->  due 2026-06-15
... and 2026-06-15 email to: thanked her #thanked               ->  settled
Meetings/2026-06-16 Coffee with Emeka.md                        ->  due 2026-06-17
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.cadence import due_on, parse_cadence
from vaultnet.model.exchanges import Favour
from vaultnet.model.network import Network, Offer, Touch
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.item_history import item_history, offers_by_contact
from vaultnet.practice.replies import is_left_alone

SECTION = "thanks"


class ThanksDue(NamedTuple):
    """Thanks owed to one contact: the newest favour, how many more there are, how to say it, and from when on."""

    contact: str
    favour: Favour
    more: int
    kind: str
    due: date


def thanks_due(network: Network, settings: Settings, today: date) -> tuple[ThanksDue, ...]:
    """Thanks due by `today` or in the next days, the earliest first. After `[thanks] lasts` they have lapsed."""
    standings = network.standing_by_path
    favours: dict[str, list[Favour]] = {}
    for favour in network.exchanges.favours:
        if favour.what != "meeting" or settings.thanks.meetings:
            favours.setdefault(favour.contact, []).append(favour)
    offers = offers_by_contact(network.offers)
    found = (
        _due(standings[path], favours.get(path, ()), offers.get(path, ()), network, settings, today)
        for path in dict.fromkeys((*network.exchanges.received, *favours))
        if path in standings and not is_left_alone(standings[path])
    )
    return tuple(sorted(filter(None, found), key=lambda entry: (entry.due, entry.contact)))


def _due(
    standing: Standing,
    favours: Iterable[Favour],
    offers: Iterable[Offer],
    network: Network,
    settings: Settings,
    today: date,
) -> ThanksDue | None:
    touches = network.touches[standing.path]
    history = item_history(offers, SECTION, standing)
    thanked = max((touch.day for touch in touches if "thanked" in touch.tags), default=date.min)
    settled = max((*(offer.day for offer in history.done), *history.let_go), default=date.min)
    open_ones = sorted(
        favour
        for favour in (*_received(standing.path, touches), *favours)
        if favour.day > thanked and favour.day >= settled  # thanks on the day itself are for it; an item is a day later
        if _lasts(favour.day, settings) >= today
    )
    if not open_ones:
        return None
    due = network.working_days.after(open_ones[0].day, settings.thanks.days)
    due = max(filter(None, (due, history.waits_until, standing.snooze)))
    return ThanksDue(standing.path, open_ones[-1], len(open_ones) - 1, thanks_kind(standing, settings), due)


def _received(contact: str, touches: Iterable[Touch]) -> Iterator[Favour]:
    for touch in touches:
        if "received" in touch.tags:
            yield Favour(contact, touch.day, "received", touch.text, touch.path, touch.line)


def _lasts(day: date, settings: Settings) -> date:
    length = parse_cadence(settings.thanks.lasts)
    assert length is not None
    return due_on(day, length)


def thanks_kind(standing: Standing, settings: Settings) -> str:
    """Their own channel where it is one that a few words can go by, else what the settings say."""
    known = settings.kinds.get(standing.channel)
    return standing.channel if known and known.direction else settings.thanks.kind
