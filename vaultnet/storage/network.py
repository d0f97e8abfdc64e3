"""The network out of the index: the rows a page needs, and lazy mappings for the rest.

load_network(connection, date(2026, 6, 15), settings)  ->  Network(standings=(...), touches=<lazy>, ...)
"""

import sqlite3
from datetime import date

from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.storage.anniversaries import days_to_mark, load_anniversaries
from vaultnet.storage.card_days import load_card_days
from vaultnet.storage.days import day_of
from vaultnet.storage.exchanges import load_exchanges
from vaultnet.storage.histories import load_asked, load_moments, load_touches
from vaultnet.storage.journeys import load_journeys
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.meetings import load_ahead, load_hosted, load_meetings
from vaultnet.storage.noted_days import LazyNotedDays
from vaultnet.storage.offers import load_offers
from vaultnet.storage.profiles import load_profiles
from vaultnet.storage.promises import load_promises
from vaultnet.storage.raise_next import load_raise_next
from vaultnet.storage.standings import load_mornings, load_standings
from vaultnet.storage.tie_graph import load_tie_graph
from vaultnet.storage.trips import load_trips
from vaultnet.storage.working_days import load_working_days

# By the index alone and in its order: sorted by path, the rows would go through a table of their own first.
_TOUCH_DAYS = """
SELECT target, group_concat(date, ' ') FROM touch WHERE target IS NOT NULL AND known <= ? GROUP BY target
"""


def load_network(connection: sqlite3.Connection, today: date, settings: Settings) -> Network:
    """Everything as of `today`; touches and link texts are read when somebody asks for them."""
    offers = load_offers(connection, today)
    mention_counts = settings.log.mention_counts
    touches = load_touches(connection, today, mention_counts=mention_counts)
    outreach = [offer for offer in offers if offer.is_outreach]
    return Network(
        standings=load_standings(connection, today, settings, outreach),
        touches=touches,
        link_by_path=load_link_texts(connection),
        meetings=load_meetings(connection, today, today),
        promises=load_promises(connection),
        anniversaries=load_anniversaries(connection, *days_to_mark(today, settings.dates)),
        offers=offers,
        noted=LazyNotedDays(connection, today),
        raise_next=load_raise_next(connection),
        exchanges=load_exchanges(connection, today, settings),
        asked=load_asked(connection, today, touches, mention_counts=mention_counts),
        moments=load_moments(connection, today, touches, mention_counts=mention_counts),
        mornings=load_mornings(connection, today, settings, outreach),
        ties=load_tie_graph(connection, today),
        working_days=load_working_days(connection, settings.me.country, today.year),
        profiles=load_profiles(connection),
        card_days=load_card_days(connection, settings.dates),
        trips=load_trips(connection, today),
        journeys=load_journeys(connection, today),
        hosted=load_hosted(connection, today, settings.me),
        ahead=load_ahead(connection, today),
    )


def touch_days(connection: sqlite3.Connection, today: date) -> dict[str, list[date]]:
    """Path of a contact -> the days of all its touches up to the day, oldest first, a day once."""
    packed = dict(connection.execute(_TOUCH_DAYS, (today.isoformat(),)).fetchall())
    contacts = connection.execute("SELECT path, id FROM note WHERE type = 'contact' ORDER BY path")
    return {
        path: [day_of(day) for day in sorted(set(packed[note].split()))] for path, note in contacts if note in packed
    }
