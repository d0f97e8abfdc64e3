"""How much of the network heard from me in the last half-year, and where that is going (P1, P15).

    four people, two of them in touch since January, a quarter ago two of four, half a year ago two of three
    -> HeardFrom(now=0.5, quarter_ago=0.5, half_year_ago=0.67), trend "falling"

Shares are of the whole network or of a tier, never of a person (P5). Of a day in the past only those count who were
known by then.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import add_months
from vaultnet.model.standing import Standing

_HALF_A_YEAR, _QUARTER = 6, 3  # months
_A_YEAR = 12
_MEANS_SOMETHING = 0.03  # of the network: less is chance


class HeardFrom(NamedTuple):
    """The share of the network in touch in the half-year before a day; None where nobody was known yet."""

    now: float | None
    quarter_ago: float | None
    half_year_ago: float | None


class ShareThen(NamedTuple):
    """The share in touch in the half-year before a day; None where nobody was known yet."""

    day: date
    share: float | None


def heard_from(standings: Iterable[Standing], touches: Mapping[str, Sequence[date]], today: date) -> HeardFrom:
    """`touches` are the days of all touches by path (of a contact not in it, the last one counts)."""
    days_by_contact = _days_by_contact(standings, touches)
    now = _share([days for _, days in days_by_contact], today)
    quarter, half = (add_months(today, -months) for months in (_QUARTER, _HALF_A_YEAR))
    return HeardFrom(now, _share_then(days_by_contact, quarter), _share_then(days_by_contact, half))


def heard_over_the_year(
    standings: Iterable[Standing], touches: Mapping[str, Sequence[date]], today: date
) -> tuple[ShareThen, ...]:
    """The same share month by month, from a year ago to today."""
    days_by_contact = _days_by_contact(standings, touches)
    then = [add_months(today, -months) for months in range(_A_YEAR, 0, -1)]
    past = [ShareThen(day, _share_then(days_by_contact, day)) for day in then]
    return (*past, ShareThen(today, _share([days for _, days in days_by_contact], today)))


def trend_of(heard: HeardFrom) -> str:
    """rising, steady or falling since half a year ago (a quarter, where that is all there is); "" for neither."""
    before = heard.half_year_ago if heard.half_year_ago is not None else heard.quarter_ago
    if before is None or heard.now is None:
        return ""
    return change_of(heard.now, before)


def change_of(now: float, before: float) -> str:
    """rising, steady or falling, from one share to the other."""
    if abs(now - before) < _MEANS_SOMETHING:
        return "steady"
    return "rising" if now > before else "falling"


_Days = list[tuple[date | None, Sequence[date]]]


def _days_by_contact(standings: Iterable[Standing], touches: Mapping[str, Sequence[date]]) -> _Days:
    return [(standing.met, touches.get(standing.path) or _last(standing)) for standing in standings]


def _share_then(days_by_contact: _Days, day: date) -> float | None:
    """The share as it was: of those who were known by then."""
    known = [days for met, days in days_by_contact if (met and met <= day) or any(touch <= day for touch in days)]
    return _share(known, day)


def _share(days_by_contact: Sequence[Sequence[date]], day: date) -> float | None:
    after = add_months(day, -_HALF_A_YEAR)
    heard = sum(any(after < touch <= day for touch in days) for days in days_by_contact)
    return heard / len(days_by_contact) if days_by_contact else None


def _last(standing: Standing) -> tuple[date, ...]:
    return (standing.last,) if standing.last else ()
