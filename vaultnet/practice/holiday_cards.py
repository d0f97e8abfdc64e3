"""Holiday cards (P3): to those who are close, on a holiday of their own country, a few a day, in time for the post.

Everybody's card for one day would be an evening nobody has. So the cards are dealt out over the two weeks before they
must be posted, in an order that is the same on every machine; one not written on its day stands there on the next.

40 cards for 25 December, posted by the 20th, 3 a day  ->  2026-12-07: 3 cards, 2026-12-08: 3 cards, ...
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from vaultnet.model.country import find_country
from vaultnet.model.dates import add_days
from vaultnet.model.holiday import CardDay
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.anniversaries import POSTED, DatedOccasion, gets_card, lead_of
from vaultnet.practice.budget import weight_of

CardDays = Mapping[tuple[str, int], tuple[CardDay, ...]]

_LONGEST = 42  # days: as far as the writing of many cards may begin before they are posted
_ENOUGH = 21  # days in which a second card would be one too many
_AROUND = 90  # days: cards posted within so many of each other share the days


def holiday_cards(
    standings: Iterable[Standing], card_days: CardDays, settings: Settings, first: date, last: date
) -> tuple[DatedOccasion, ...]:
    """Every card that must be posted between two days, by the day it must go, the closest people first."""
    days_by_country: dict[str, tuple[DatedOccasion, ...]] = {}
    cards = []
    for standing in standings:
        country = standing.country
        if days_by_country.get(country) == () or not gets_card(standing, settings) or not _is_sent_cards(standing):
            continue
        if country not in days_by_country:
            days_by_country[country] = tuple(_cards_to(standing, card_days, settings, first, last))
        cards += [
            (card.by, -weight_of(standing.tier, settings), standing.uid, standing.path, card.on, card)
            for card in days_by_country[country]
        ]
    return tuple(card._replace(contact=path) for *_, path, _, card in sorted(cards))


def cards_today(
    network: Network, settings: Settings, today: date, is_settled: Callable[[DatedOccasion], bool]
) -> tuple[DatedOccasion, ...]:
    """The few to write today: those dealt out to it, and those of days before that were not written."""
    first, last = add_days(today, -_AROUND), add_days(today, _AROUND)
    around = holiday_cards(network.standings, network.card_days, settings, first, last)
    people = network.standing_by_path
    waiting = (
        card
        for day, card in _dealt(around, settings)
        if day <= today <= card.by and not _has_posted(people[card.contact], today) and not is_settled(card)
    )
    return tuple(card for card, _ in zip(waiting, range(settings.dates.cards_a_day), strict=False))


def _is_sent_cards(standing: Standing) -> bool:
    return not (standing.is_gone or standing.paused or standing.cadence.never)


def _has_posted(standing: Standing, today: date) -> bool:
    """True when the last touch was something on paper, of the last weeks: one card is enough.

    Today's does not count: it may be the tick on this very card, which stays where it is.
    """
    last = standing.last
    return bool(last and 0 < (today - last).days <= _ENOUGH and {*standing.last_kinds[:1]} & POSTED)


def _cards_to(
    standing: Standing, card_days: CardDays, settings: Settings, first: date, last: date
) -> Iterator[DatedOccasion]:
    """Those of one contact, which are those of everybody in the same country; nobody's country is mine."""
    lead = lead_of("card", standing, settings)
    country = standing.country or find_country(settings.me.country) or ""
    for year in range(first.year, add_days(last, lead).year + 1) if country else ():
        for day in card_days.get((country, year), ()):
            by = add_days(day.on, -lead)
            if first <= by <= last:
                yield DatedOccasion(standing.path, "holiday", day.on, None, "card", by, day.name)


def _dealt(cards: Sequence[DatedOccasion], settings: Settings) -> Iterator[tuple[date, DatedOccasion]]:
    """Each card with its day, the earliest deadline first. Who does not fit into the longest window gets none."""
    load: Counter[date] = Counter()
    a_day = settings.dates.cards_a_day
    for by, group in groupby(cards, key=lambda card: card.by):
        waiting = list(group)
        days = _window(by, len(waiting), load, settings)
        room = sum(max(a_day - load[day], 0) for day in days)
        waiting = waiting[:room]
        for place, card in enumerate(waiting):
            wanted = place * len(days) // len(waiting)
            at = min((at for at in range(len(days)) if load[days[at]] < a_day), key=lambda at: (abs(at - wanted), at))
            load[days[at]] += 1
            yield days[at], card


def _window(by: date, cards: int, load: Mapping[date, int], settings: Settings) -> list[date]:
    """The agenda's days up to the last one for the post, as many as the cards need."""
    days: list[date] = []
    room = 0
    for back in range(_LONGEST):
        day = add_days(by, -back)
        if back >= settings.dates.spread and room >= cards:
            break
        if day.weekday() in settings.agenda.days:
            days.append(day)
            room += max(settings.dates.cards_a_day - load.get(day, 0), 0)
    return days[::-1] or [by]
