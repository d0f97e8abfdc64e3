"""A reason to be in touch (P3, P14), for one contact on one day: their news first, then places, then what they like.

    a new role since May, not congratulated        ->  message, "position"
    I am in Porto this week, and so are they       ->  coffee, "both_there"
    needs "a speaker", interests, same town, ...   ->  one after the other, never the kind of the last touch

What has a day of its own (birthdays, cards) is no part of this: see `occasions.py` and `touch_plan.py`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from zlib import crc32

from vaultnet.model.dates import add_days
from vaultnet.model.network import Meeting, Network
from vaultnet.model.profile import NO_PROFILE, Profile
from vaultnet.model.settings import Kind, Settings
from vaultnet.model.standing import Standing
from vaultnet.model.trip import Trip
from vaultnet.practice.occasions import answer_to
from vaultnet.practice.outreach_kind import is_only_written
from vaultnet.text.fold import fold

_NEW_JOB, _NEWS = 90, 60  # days in which there is still something to say
_BEFORE_TRIP = 14  # days in which one arranges to meet there
_INVITE_FROM, _INVITE_UNTIL = 28, 3  # days before an event of mine
_VOICES = ("call", "video")
_TALKS = ("call", "email", "message", "video")  # a call; or, after one, a word in the way they like
_MEALS = ("coffee", "lunch")
_WRITES = ("email", "message")


class Reason(NamedTuple):
    """`name` is one of position, news, both_there, postcard, invite, only_written, same_place, help, article,
    how_are_things, hello; `words` the detail that belongs to it (a role, a place, a need ...), `on` the day of the
    event. `kind` is the kind of touch that fits.
    """

    name: str
    kind: str
    words: str = ""
    on: date | None = None


class Around(NamedTuple):
    """One contact, and what there is around them: what a reason is made of."""

    standing: Standing
    profile: Profile
    trips: tuple[Trip, ...]
    hosted: tuple[Meeting, ...]
    settings: Settings


_Finder = Callable[[Around, date], Iterator[Reason]]
_NOTHING: Collection[str] = frozenset()


def around(standing: Standing, network: Network, settings: Settings) -> Around:
    """What the network knows around one contact; their profile is read now."""
    profile = network.profiles.get(standing.path, NO_PROFILE)
    return Around(standing, profile, network.trips, network.hosted, settings)


def find_reason(about: Around, day: date, used: Collection[str] = _NOTHING) -> Reason | None:
    """The reason to reach out on a day, none of those `used` already this year; None when there is none left."""
    if about.standing.since is None:
        return None if "hello" in used else Reason("hello", _pick(about, _WRITES))
    for find in _TIMELY:
        for reason in find(about, day):
            if reason.name not in used:
                return reason
    return _in_rotation(about, used)


def is_same_place(one: str, other: str) -> bool:
    """`Lisbon` is `lisbon, Portugal`."""
    first, second = (fold(place.partition(",")[0]) for place in (one, other))
    return bool(first) and first == second


def _position(about: Around, day: date) -> Iterator[Reason]:
    for position in about.profile.positions:
        if _is_open(about.standing, position.start, day, _NEW_JOB):
            words = ", ".join(filter(None, (position.role, position.company)))
            yield Reason("position", _pick(about, ("message", "email", "card")), words, position.start)


def _news(about: Around, day: date) -> Iterator[Reason]:
    for event in about.profile.yearly:
        if event.what == "life event" and event.day.year is not None:
            on = date(event.day.year, event.day.month, event.day.day)
            if _is_open(about.standing, on, day, _NEWS):
                kind = answer_to(event.words, about.standing, about.settings)
                yield Reason("news", kind, event.words, on)


def _is_open(standing: Standing, on: date, day: date, within: int) -> bool:
    return on <= day <= add_days(on, within) and (standing.last is None or standing.last < on)


def _both_there(about: Around, day: date) -> Iterator[Reason]:
    for trip, start, end in _dated(about.trips):
        place = next((place for place in trip.places if is_same_place(place, about.profile.location)), "")
        if place and add_days(start, -_BEFORE_TRIP) <= day <= end:
            yield Reason("both_there", _pick(about, _MEALS), place, max(start, day))


def _postcard(about: Around, day: date) -> Iterator[Reason]:
    """To whom it can be sent; one is enough for a while."""
    if not about.profile.address or "postcard" in about.standing.last_kinds:
        return
    for trip, start, end in _dated(about.trips):
        if start <= day <= end:
            yield Reason("postcard", "postcard", ", ".join(trip.places) or trip.name, day)


def _dated(trips: Sequence[Trip]) -> Iterator[tuple[Trip, date, date]]:
    for trip in trips:
        if trip.start and trip.end:
            yield trip, trip.start, trip.end


def _invite(about: Around, day: date) -> Iterator[Reason]:
    """To an event of mine: who lives here, and is not on its list yet."""
    if not is_same_place(about.profile.location, about.settings.me.location):
        return
    for event in about.hosted:
        is_time = add_days(event.day, -_INVITE_FROM) <= day <= add_days(event.day, -_INVITE_UNTIL)
        if is_time and about.standing.path not in event.people:
            yield Reason("invite", _pick(about, ("message", "email", "call")), event.name, event.day)


def _only_written(about: Around, _day: date) -> Iterator[Reason]:
    """After three touches in writing: in person, or at least a voice where they live elsewhere."""
    if is_only_written(about.standing.last_kinds, about.settings.kinds):
        is_far = bool(about.profile.location and about.settings.me.location) and not _is_near(about)
        yield Reason("only_written", _pick(about, _VOICES if is_far else _MEALS))


_TIMELY: tuple[_Finder, ...] = (_position, _news, _both_there, _postcard, _invite, _only_written)


def _in_rotation(about: Around, used: Collection[str]) -> Reason | None:
    """What is good at any time, in turn: everybody's turn begins elsewhere, and every touch moves it on."""
    choices = list(_any_time(about))
    start = crc32((about.standing.uid or about.standing.path).encode()) + about.standing.turns
    last = about.standing.last_kinds[:1]
    turned = [choices[(start + place) % len(choices)] for place in range(len(choices))]
    left = [reason for reason in turned if reason.name not in used and reason.kind not in last]
    return left[0] if left else None


def _any_time(about: Around) -> Iterator[Reason]:
    turns, profile = about.standing.turns, about.profile
    if profile.needs:
        yield Reason("help", "help", profile.needs[turns % len(profile.needs)])
    if profile.interests:
        yield Reason("article", _pick(about, _WRITES), profile.interests[turns % len(profile.interests)])
    if _is_near(about):
        yield Reason("same_place", _pick(about, _MEALS), about.settings.me.location)
    yield Reason("how_are_things", _pick(about, _TALKS))


def _is_near(about: Around) -> bool:
    return is_same_place(about.profile.location, about.settings.me.location)


def _pick(about: Around, names: Sequence[str]) -> str:
    """Of these kinds the contact's channel, else the first that was not the last kind."""
    kinds: Mapping[str, Kind] = about.settings.kinds
    last = about.standing.last_kinds[:1]
    known = [name for name in names if name in kinds]
    fitting = [name for name in known if name not in last] or known
    return about.standing.channel if about.standing.channel in fitting else next(iter(fitting), "")
