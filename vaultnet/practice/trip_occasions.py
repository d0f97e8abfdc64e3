"""What a trip is good for (P3): to see those who live there, and to write postcards home.

Porto from 6 July; João lives there      ->  from 22 June on: message, "trip", until something is arranged
... in it: Roswitha, close, with address ->  from 7 July on: postcard, a few a day, nobody twice in a year
... three days before it                 ->  the addresses to take along
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_days
from vaultnet.model.journey import AHEAD, Journey
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.anniversaries import DatedOccasion, gets_card
from vaultnet.practice.budget import weight_of
from vaultnet.practice.keep_in_touch import out_reason

VISIT, POSTCARD = "trip", "postcard"
_A_YEAR = 365  # days in which a second postcard would be one too many
_TAKE_ALONG = 3  # days before the trip
_ASKS = ("message", "email", "call", "video")  # ways to propose a visit


class Addresses(NamedTuple):
    """Whose addresses to take along on a trip that begins on `start`: paths of contacts."""

    trip: str
    start: date
    contacts: tuple[str, ...]


def trip_occasions(
    network: Network, settings: Settings, today: date, is_settled: Callable[[DatedOccasion], bool]
) -> Iterator[DatedOccasion]:
    """What to see to today for the trips that are near; what was ticked or let go on an earlier day is not."""
    for journey in network.journeys:
        yield from (visit for visit in _visits(journey, network, settings, today) if not is_settled(visit))
        cards = (card for card in _postcards(journey, network, settings, today) if not is_settled(card))
        yield from (card for card, _ in zip(cards, range(settings.dates.cards_a_day), strict=False))


def addresses_to_take(network: Network, settings: Settings, today: date) -> Iterator[Addresses]:
    """For whom there are postcards to write, in the days before a trip."""
    for journey in network.journeys:
        start = journey.trip.start
        if start and start > today >= add_days(start, -_TAKE_ALONG):
            people = tuple(standing.path for standing in _recipients(journey, network, settings, start))
            written = tuple(path for path in people if path in journey.addressed)
            if written:
                yield Addresses(journey.trip.name, start, written)


def _visits(journey: Journey, network: Network, settings: Settings, today: date) -> Iterator[DatedOccasion]:
    """Those who live there, as long as nothing is arranged and no word has gone to them since it came near."""
    trip = journey.trip
    if trip.start is None or trip.end is None or not add_days(trip.start, -AHEAD) <= today <= trip.end:
        return
    seen_today = {person for meeting in network.meetings for person in meeting.people}
    for standing in _in_order(journey.locals, network, settings):
        if standing.since is None or out_reason(standing, today) or standing.path in seen_today:
            continue
        is_told = standing.last is not None and add_days(trip.start, -AHEAD) <= standing.last < today
        meetings = network.ahead.get(standing.path, ())
        if not is_told and not any(trip.start <= meeting.day <= trip.end for meeting in meetings):
            place = ", ".join(trip.places[:1]) or trip.name
            yield DatedOccasion(standing.path, VISIT, trip.start, None, _way(standing, settings), trip.start, place)


def _postcards(journey: Journey, network: Network, settings: Settings, today: date) -> Iterator[DatedOccasion]:
    trip = journey.trip
    if trip.start is None or trip.end is None:
        return
    first = min(add_days(trip.start, 1), trip.end)  # there is time to find a postcard before
    if first <= today <= trip.end:
        for standing in _recipients(journey, network, settings, today):
            place = ", ".join(trip.places[:1]) or trip.name
            yield DatedOccasion(standing.path, POSTCARD, trip.end, None, POSTCARD, trip.end, place)


def _recipients(journey: Journey, network: Network, settings: Settings, day: date) -> Iterator[Standing]:
    """Those whom the note names, then those who like cards and have an address; nobody who lives there."""
    liked = [
        path for path in journey.addressed if path not in journey.named and gets_card(_of(path, network), settings)
    ]
    named = _in_order(journey.named, network, settings)
    for standing in (*named, *_in_order(liked, network, settings)):
        is_out = out_reason(standing, day) or standing.path in journey.locals
        if not is_out and not _had_one(standing.path, network, day):
            yield standing


def _had_one(path: str, network: Network, day: date) -> bool:
    """A postcard within a year; today's may be the tick on this very one, which stays where it is."""
    since = add_days(day, -_A_YEAR)
    return any(touch.kind == POSTCARD and since < touch.day < day for touch in network.touches.get(path, ()))


def _in_order(paths: Collection[str], network: Network, settings: Settings) -> list[Standing]:
    """The closest first, then by uid and path."""
    standings = [_of(path, network) for path in paths if path in network.standing_by_path]
    return sorted(standings, key=lambda one: (-weight_of(one.tier, settings), one.uid, one.path))


def _of(path: str, network: Network) -> Standing:
    return network.standing_by_path[path]


def _way(standing: Standing, settings: Settings) -> str:
    """How to propose it: their channel, if one can ask by it."""
    if standing.channel in _ASKS and standing.channel in settings.kinds:
        return standing.channel
    return next((kind for kind in _ASKS if kind in settings.kinds), "")
