"""Days to mark: birthdays, in time for a card, holiday cards a few a day, and what happened in somebody's life."""

from collections.abc import Iterator

from vaultnet.model.profile import INTRODUCTIONS, NO_PROFILE
from vaultnet.model.ref import display
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.anniversaries import DatedOccasion
from vaultnet.practice.life_event import mood_if_event
from vaultnet.practice.occasions import occasions_today
from vaultnet.practice.settled_occasions import SECTION, occasion_origin, settled_occasions
from vaultnet.practice.trip_occasions import Addresses, addresses_to_take
from vaultnet.text.block import item_key, one_line


def dates(page: Page) -> Iterator[Item]:
    for addresses in addresses_to_take(page.network, page.settings, page.today):
        yield _addresses(page, addresses)
    is_settled = settled_occasions(page.network, page.today, looks_ahead=False)
    for occasion in occasions_today(page.network, page.settings, page.today, is_settled):
        yield _occasion(page, occasion)


def _addresses(page: Page, addresses: Addresses) -> Item:
    """A line and no box: nobody is met by it."""
    people = [page.link(contact) for contact in addresses.contacts]
    on = addresses.start.isoformat()
    days = (addresses.start - page.today).days
    why: dict[str, object] = {
        "what": "addresses", "years": None, "days": days, "on": on, "by": on, "words": "", "mood": "",
        "introducers": [], "people": people,
    }  # fmt: skip
    key = item_key(page.today, SECTION, addresses.trip, "addresses")
    name = one_line(addresses.trip)
    return Item(SECTION, key, "", name, name, "postcard", due=addresses.start, why=why)


def _occasion(page: Page, occasion: DatedOccasion) -> Item:
    return page.item(
        SECTION, occasion.contact, occasion.kind, occasion_origin(occasion),
        minutes=page.minutes(occasion.kind), due=occasion.on, why=_why(page, occasion),
    )  # fmt: skip


def _why(page: Page, occasion: DatedOccasion) -> dict[str, object]:
    is_person = occasion.what in INTRODUCTIONS
    words = _name(page, occasion.words) if is_person else one_line(display(occasion.words)).rstrip(".")
    introducers = _introducers(page, occasion.contact) if occasion.what == "met" else []
    return {
        "what": occasion.what,
        "years": occasion.years,
        "days": (occasion.on - page.today).days,
        "on": occasion.on.isoformat(),
        "by": occasion.by.isoformat(),
        "words": words,
        "mood": mood_if_event(occasion.what, occasion.words),
        "introducers": introducers,
    }


def _introducers(page: Page, contact: str) -> list[str]:
    profile = page.network.profiles.get(contact, NO_PROFILE)
    return [_name(page, person) for person in profile.introduced_by]


def _name(page: Page, person: str) -> str:
    """A name, and no link: a second link on an item would say that two people were met."""
    standing = page.standing_by_path.get(person)
    return one_line(standing.name if standing else person)
