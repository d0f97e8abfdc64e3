"""Yearly days of one person: which of them are marked, how, and when to act so that it is there in time.

birthday 06-20, tier close, today 2026-06-15  ->  DatedOccasion(what="birthday", on=date(2026, 6, 20), kind="card",
                                                                by=date(2026, 6, 15))
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.country import find_country
from vaultnet.model.dates import add_days, next_occurrence, years_at
from vaultnet.model.profile import INTRODUCTIONS, Anniversary
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.life_event import mood_of

POSTED = frozenset({"card", "letter", "postcard", "gift"})
_PAPER = frozenset({"card", "letter", "postcard"})
_ROUND_YEARS = frozenset({1, 2, 3, 5})
_POST_TAKES = 2  # days after `by` in which it may still be posted; then the day itself is for a call


class DatedOccasion(NamedTuple):
    """Something to mark. `on` is the day itself, `by` the day to act, before it for what is posted; `years` how many
    (None where the year is not known); `kind` how. `what` and `words` as in `Anniversary`; besides, "holiday", whose
    name is in `words`, and "news", an event in somebody's life that was not answered yet.
    """

    contact: str
    what: str
    on: date
    years: int | None
    kind: str
    by: date
    words: str = ""


def gets_card(standing: Standing, settings: Settings) -> bool:
    """Those who are close, and those who like paper."""
    return standing.tier in settings.dates.card_tiers or standing.channel in _PAPER


def lead_of(kind: str, standing: Standing, settings: Settings) -> int:
    """Days before the day that something of this kind is posted; more where the post goes abroad."""
    if kind not in POSTED:
        return 0
    mine = find_country(settings.me.country) or ""
    is_abroad = bool(mine and standing.country and standing.country != mine)
    return settings.dates.lead.get(kind, 0) + (settings.dates.abroad if is_abroad else 0)


def next_marking(
    anniversary: Anniversary, standing: Standing, settings: Settings, today: date, *, is_posted: bool
) -> DatedOccasion | None:
    """The next such day, if it is one to mark: what is posted for it (None where nothing is), or what is for the day
    itself.
    """
    on = next_occurrence(anniversary.day, today)
    years = years_at(anniversary.day, on)
    if not _is_marked(anniversary, years):
        return None
    kind = _posted_kind(anniversary, standing, settings) if is_posted else _kind_on_the_day(anniversary, standing)
    if not kind:
        return None
    by = add_days(on, -lead_of(kind, standing, settings))
    return DatedOccasion(anniversary.contact, anniversary.what, on, years, kind, by, anniversary.words)


def occasion_today(
    anniversary: Anniversary, standing: Standing, settings: Settings, today: date
) -> DatedOccasion | None:
    """What to do today about a yearly day: what is for the day itself, or what the post can still bring in time."""
    if next_occurrence(anniversary.day, today) == today:
        return next_marking(anniversary, standing, settings, today, is_posted=False)
    if anniversary.what != "birthday":
        return None
    posted = next_marking(anniversary, standing, settings, today, is_posted=True)
    return posted if posted and posted.by <= today and can_be_posted(posted, standing, today) else None


def can_be_posted(occasion: DatedOccasion, standing: Standing, today: date) -> bool:
    """True while the post can still bring it in time, and nothing has gone to them yet."""
    return today <= add_days(occasion.by, _POST_TAKES) and not _has_posted(standing, occasion)


def _has_posted(standing: Standing, occasion: DatedOccasion) -> bool:
    """True when something was posted of late that no box on an agenda tells of."""
    last = standing.last
    return bool(last and last >= add_days(occasion.by, -1) and {*standing.last_kinds[:1]} & POSTED)


def _is_marked(anniversary: Anniversary, years: int | None) -> bool:
    if anniversary.what == "met":
        return years is not None and _is_round(years)
    if anniversary.what in INTRODUCTIONS:
        return years == 1  # then it has been said
    if anniversary.what == "life event":
        mood = mood_of(anniversary.words)
        return years == 1 and mood != "trouble"
    return True


def _is_round(years: int) -> bool:
    return years in _ROUND_YEARS or (years > 0 and years % 5 == 0)


def _posted_kind(anniversary: Anniversary, standing: Standing, settings: Settings) -> str:
    if anniversary.what != "birthday":
        return ""
    if standing.tier in settings.dates.gift_tiers:
        return "gift"
    return "card" if gets_card(standing, settings) else ""


def _kind_on_the_day(anniversary: Anniversary, standing: Standing) -> str:
    if anniversary.what == "birthday":
        return standing.channel if standing.channel in {"video", "message"} else "call"
    return standing.channel if standing.channel in {"email", "message"} else "message"
