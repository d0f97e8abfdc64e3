"""The days to mark: of one day, with what is posted for days to come, and of a stretch of the calendar.

occasions_today(network, settings, today, is_settled)  ->  (DatedOccasion("People/Ada.md", "birthday", ...),)
coming_occasions(network, anniversaries, settings, today, date(2026, 7, 15), is_settled)  ->  everything until then
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from vaultnet.model.dates import add_days, next_occurrence
from vaultnet.model.network import Network
from vaultnet.model.profile import NEWS_LASTS, SOON, Anniversary
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.anniversaries import (
    DatedOccasion,
    can_be_posted,
    gets_card,
    next_marking,
    occasion_today,
)
from vaultnet.practice.belated import belated_birthdays
from vaultnet.practice.holiday_cards import cards_today, holiday_cards
from vaultnet.practice.keep_in_touch import usual_days
from vaultnet.practice.life_event import mood_of
from vaultnet.practice.trip_occasions import trip_occasions

_OF_A_WAIT = 8  # a birthday within this part of a wait is soon, too


def occasions_today(
    network: Network, settings: Settings, today: date, is_settled: Callable[[DatedOccasion], bool]
) -> tuple[DatedOccasion, ...]:
    """What to mark today, the nearest day first, and before it birthdays that no page told of. Someone who is archived
    or deceased is left out; what was ticked or let go on an earlier agenda (`is_settled`) is not proposed again.
    """
    marked = (*belated_birthdays(network, settings, today), *_due_today(network, settings, today))
    found = [occasion for occasion in marked if not is_settled(occasion)]
    found += trip_occasions(network, settings, today, is_settled)
    found += cards_today(network, settings, today, is_settled)
    return tuple(sorted(found, key=lambda occasion: (occasion.on, occasion.contact, occasion.what, occasion.words)))


def _due_today(network: Network, settings: Settings, today: date) -> Iterator[DatedOccasion]:
    for anniversary, standing in _known(network, network.anniversaries):
        occasion = occasion_today(anniversary, standing, settings, today)
        if occasion:
            yield occasion
        yield from news(anniversary, standing, settings, today)


def news(anniversary: Anniversary, standing: Standing, settings: Settings, today: date) -> Iterator[DatedOccasion]:
    """An event in somebody's life of the last two weeks, while the two of you have not been in touch since; nothing for
    any other yearly day.
    """
    if anniversary.what != "life event":
        return
    year = anniversary.day.year
    assert year is not None  # the line that tells of it begins with a date
    on = date(year, anniversary.day.month, anniversary.day.day)
    is_open = on <= today <= add_days(on, NEWS_LASTS) and (standing.last is None or standing.last < on)
    if is_open:
        kind = answer_to(anniversary.words, standing, settings)
        by = add_days(on, NEWS_LASTS)
        yield DatedOccasion(anniversary.contact, "news", on, None, kind, by, anniversary.words)


def answer_to(words: str, standing: Standing, settings: Settings) -> str:
    """How to answer an event: grief by hand, trouble by voice, joy on paper to those who are close."""
    mood = mood_of(words)
    if mood == "grief":
        return "letter"
    if mood == "trouble":
        return "call"
    return "card" if gets_card(standing, settings) else "message"


def coming_occasions(
    network: Network,
    anniversaries: Iterable[Anniversary],
    settings: Settings,
    today: date,
    last: date,
    is_settled: Callable[[DatedOccasion], bool],
) -> tuple[DatedOccasion, ...]:
    """Everything to see to from today until a day, by the day it is for: of a birthday what is posted for it (where it
    is too late for that, what is for the day itself), of holidays every card, however few a day's agenda shows. What
    was ticked or let go (`is_settled`) is not listed.
    """
    found = [
        occasion
        for anniversary, standing in _known(network, anniversaries)
        for occasion in (
            *_coming(anniversary, standing, settings, today, is_settled),
            *news(anniversary, standing, settings, today),
        )
        if min(occasion.on, occasion.by) <= last and not is_settled(occasion)
    ]
    cards = holiday_cards(network.standings, network.card_days, settings, today, last)
    found += [card for card in cards if not is_settled(card)]
    return tuple(sorted(found, key=lambda occasion: (occasion.on, occasion.contact, occasion.what, occasion.words)))


def _coming(
    anniversary: Anniversary,
    standing: Standing,
    settings: Settings,
    today: date,
    is_settled: Callable[[DatedOccasion], bool],
) -> Iterator[DatedOccasion]:
    posted = next_marking(anniversary, standing, settings, today, is_posted=True)
    on_the_day = next_marking(anniversary, standing, settings, today, is_posted=False)
    if posted and can_be_posted(posted, standing, today) and not is_settled(posted):
        yield posted
    elif on_the_day:
        yield on_the_day


def marked_soon(network: Network, today: date) -> frozenset[str]:
    """Who has a birthday so soon that reaching out before it would be twice: within two weeks, and within an eighth of
    their cadence.
    """
    return frozenset(
        standing.path
        for anniversary, standing in _known(network, network.anniversaries)
        if anniversary.what == "birthday" and not standing.cadence.never
        if _days_until(anniversary, today) <= min(SOON, usual_days(standing.cadence) / _OF_A_WAIT)
    )


def _days_until(anniversary: Anniversary, today: date) -> int:
    from_now = next_occurrence(anniversary.day, today)
    return (from_now - today).days


def _known(network: Network, anniversaries: Iterable[Anniversary]) -> Iterator[tuple[Anniversary, Standing]]:
    """Yearly days with how things stand, of everyone who is not gone."""
    standing_by_path = network.standing_by_path
    for anniversary in anniversaries:
        standing = standing_by_path.get(anniversary.contact)
        if standing and not standing.is_gone:
            yield anniversary, standing
