"""Days to mark: birthdays, in time for a card, holiday cards a few a day, and what happened in somebody's life."""

from collections.abc import Callable, Iterator

from vaultnet.model.dates import add_days
from vaultnet.model.network import Offer
from vaultnet.model.profile import INTRODUCTIONS, NO_PROFILE
from vaultnet.model.ref import display
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.anniversaries import POSTED, DatedOccasion
from vaultnet.practice.life_event import mood_if_event
from vaultnet.practice.occasions import occasions_today
from vaultnet.text.block import one_line

_SEEN = 70  # days: no occasion stands on agendas for longer


def dates(page: Page) -> Iterator[Item]:
    for occasion in occasions_today(page.network, page.settings, page.today, _settled(page)):
        yield _occasion(page, occasion)


def _settled(page: Page) -> Callable[[DatedOccasion], bool]:
    """What an earlier agenda proposed, and the user ticked, let go, or moved to a later day."""
    since = add_days(page.today, -_SEEN)
    offers: dict[str, list[Offer]] = {}
    for offer in page.network.offers:
        if since <= offer.day < page.today and offer.state != "open":
            offers.setdefault(offer.contact, []).append(offer)

    def is_settled(occasion: DatedOccasion) -> bool:
        return any(
            offer.key == page.key("dates", occasion.contact, _origin(occasion), offer.day)
            for offer in offers.get(occasion.contact, ())
            if not (offer.until and offer.until <= page.today) and not _is_refused_card(offer, occasion)
        )

    return is_settled


def _is_refused_card(offer: Offer, occasion: DatedOccasion) -> bool:
    """A card that was ticked stands for the birthday; one that was let go does not, and a call on the day may be."""
    return offer.state == "let_go" and offer.kind in POSTED and occasion.kind not in POSTED


def _origin(occasion: DatedOccasion) -> str:
    """What tells an occasion of a contact from every other."""
    words = f"\0{occasion.words}" if occasion.words else ""
    return f"{occasion.what}\0{occasion.on.isoformat()}{words}"


def _occasion(page: Page, occasion: DatedOccasion) -> Item:
    return page.item(
        "dates", occasion.contact, occasion.kind, _origin(occasion),
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
