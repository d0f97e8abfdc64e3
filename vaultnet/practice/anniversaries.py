"""Yearly days: birthdays on the day and in time for a card, and "three years since you met".

birthday 06-20, tier close, today 2026-06-15  ->  DatedOccasion(what="birthday", on=date(2026, 6, 20), kind="card")
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from vaultnet.model.dates import next_occurrence, years_at
from vaultnet.model.network import Anniversary, Offer
from vaultnet.model.standing import Standing

_CARD_LEAD = timedelta(days=5)  # a card must be posted five days before (1-mission.md, P3)
_CARD_TAKES = timedelta(days=3)  # later it would come too late; then the day itself is for a call
_ROUND_YEARS = {1, 2, 3, 5}
_GONE = {"archived", "deceased"}


class DatedOccasion(NamedTuple):
    """Something to mark today. `on` is the day itself, `years` how many (None where the year is not known), `kind` how:
    "card" while there is time to post one, else "call" for a birthday and "message" for other days.
    """

    contact: str
    what: str
    on: date
    years: int | None
    kind: str


def occasions(
    anniversaries: Iterable[Anniversary], standing_by_path: Mapping[str, Standing], offers: Iterable[Offer], today: date
) -> tuple[DatedOccasion, ...]:
    """What to mark today, the nearest day first. Someone who is out of every plan (archived, deceased) is left out;
    a card that an earlier agenda proposed and the user ticked or let go is not proposed again.
    """
    settled = {offer.contact for offer in offers if today - _CARD_LEAD <= offer.day < today and offer.state != "open"}
    found = (
        occasion
        for anniversary in anniversaries
        if (standing := standing_by_path.get(anniversary.contact)) and standing.status not in _GONE
        if (occasion := _occasion(anniversary, standing, today))
        if occasion.kind != "card" or occasion.contact not in settled
    )
    return tuple(sorted(found, key=lambda occasion: (occasion.on, occasion.contact, occasion.what)))


def _occasion(anniversary: Anniversary, standing: Standing, today: date) -> DatedOccasion | None:
    on = next_occurrence(anniversary.day, today)
    years = years_at(anniversary.day, on)
    if anniversary.what == "met" and (years is None or not _is_round(years)):
        return None
    if on == today:
        kind = "call" if anniversary.what == "birthday" else "message"
        return DatedOccasion(anniversary.contact, anniversary.what, on, years, kind)
    if anniversary.what == "birthday" and _CARD_TAKES <= on - today <= _CARD_LEAD and _gets_card(standing):
        return DatedOccasion(anniversary.contact, anniversary.what, on, years, "card")
    return None


def _is_round(years: int) -> bool:
    return years in _ROUND_YEARS or (years > 0 and years % 5 == 0)


def _gets_card(standing: Standing) -> bool:
    """Those who are close, and those who like paper."""
    return standing.tier in {"inner", "close"} or standing.channel in {"card", "letter", "postcard"}
