"""The days of a touch plan that are not mine to choose: yearly days, cards, meetings arranged, trips, my events.

birthday 17 April, tier close  ->  PlannedTouch(day=2026-04-12, on=2026-04-17, kind="card", reason="birthday",
                                                instead="call")
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days
from vaultnet.model.network import Network
from vaultnet.model.profile import Anniversary
from vaultnet.practice.anniversaries import next_marking
from vaultnet.practice.holiday_cards import holiday_cards
from vaultnet.practice.occasions import news
from vaultnet.practice.touch_reason import Around, find_reason

_FIRST = {"meeting": 0, "news": 1, "birthday": 2, "holiday": 3}  # who goes first where two are too close together
_OTHERS = 4
_INVITED = 21  # days before an event of mine
_SECOND_DAY = 1  # of a trip: time to find a postcard


class PlannedTouch(NamedTuple):
    """A touch to come. `day` is when to see to it, `on` the day that it is for (None where it is for none); `reason` is
    a `DatedOccasion.what`, "meeting", or the name of a `Reason`; `instead` the kind on the day itself, for those who
    have just had the first.
    """

    day: date
    on: date | None
    kind: str
    reason: str
    words: str = ""
    instead: str = ""


def dated_touches(
    about: Around, network: Network, begin: date, until: date, apart: int, earliest: date
) -> list[PlannedTouch]:
    """What has its day until then, by day; of two that are too close together the one that matters more."""
    found = [touch for touch in _dated(about, network, begin, until) if earliest <= touch.day <= until]
    kept: list[PlannedTouch] = []
    for touch in sorted(found, key=_weight):
        if all(abs((touch.day - other.day).days) >= apart for other in kept) and not _is_repeated(touch, kept):
            kept.append(touch)
    return sorted(kept, key=lambda touch: touch.day)


def opportunities(about: Around, begin: date, until: date) -> list[PlannedTouch]:
    """Trips and events of mine: good reasons when a touch is due about then, and none to be in touch by themselves."""
    days = [add_days(trip.start, _SECOND_DAY) for trip in about.trips if trip.start]
    days += [add_days(event.day, -_INVITED) for event in about.hosted]
    found = []
    for day in sorted(days):
        reason = find_reason(about, max(day, begin), _ANY_TIME)
        if reason and reason.name in _CHANCES and begin <= max(day, begin) <= until:
            found.append(PlannedTouch(max(day, begin), reason.on, reason.kind, reason.name, reason.words))
    return found


_CHANCES = frozenset({"both_there", "postcard", "invite"})
_ANY_TIME = frozenset({"position", "news", "only_written", "help", "article", "same_place", "how_are_things"})


def _weight(touch: PlannedTouch) -> tuple[int, date, str]:
    return _FIRST.get(touch.reason, _OTHERS), touch.day, touch.words


def _is_repeated(touch: PlannedTouch, kept: list[PlannedTouch]) -> bool:
    """A reason once a year; meetings are what they are."""
    same = (other for other in kept if other.reason == touch.reason and other.day.year == touch.day.year)
    return touch.reason != "meeting" and any(same)


def _dated(about: Around, network: Network, begin: date, until: date) -> Iterator[PlannedTouch]:
    for anniversary in about.profile.yearly:
        yield from _yearly(about, anniversary, begin, until)
    for card in holiday_cards((about.standing,), network.card_days, about.settings, begin, until):
        yield PlannedTouch(card.by, card.on, card.kind, card.what, card.words)
    for meeting in network.ahead.get(about.standing.path, ()):
        kind = meeting.kind if meeting.kind in about.settings.kinds else "meeting"
        yield PlannedTouch(meeting.day, meeting.day, kind, "meeting", meeting.name)


def _yearly(about: Around, anniversary: Anniversary, begin: date, until: date) -> Iterator[PlannedTouch]:
    standing, settings = about.standing, about.settings
    for event in news(anniversary, standing, settings, begin):
        yield PlannedTouch(begin, event.on, event.kind, event.what, event.words)
    for year in range(begin.year, until.year + 1):
        start = max(begin, date(year, 1, 1))
        posted = next_marking(anniversary, standing, settings, start, is_posted=True)
        on_the_day = next_marking(anniversary, standing, settings, start, is_posted=False)
        if posted and posted.by >= start:
            instead = on_the_day.kind if on_the_day else ""
            yield PlannedTouch(posted.by, posted.on, posted.kind, posted.what, posted.words, instead)
        elif on_the_day:
            instead = "message" if on_the_day.kind == "call" else "call"
            on = on_the_day.on
            yield PlannedTouch(on, on, on_the_day.kind, on_the_day.what, on_the_day.words, instead)
