"""Days to mark: birthdays, in time for a card, and other yearly days."""

from collections.abc import Iterator

from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.anniversaries import DatedOccasion, occasions


def dates(page: Page) -> Iterator[Item]:
    network = page.network
    for occasion in occasions(network.anniversaries, page.standing_by_path, network.offers, page.today):
        yield _occasion(page, occasion)


def _occasion(page: Page, occasion: DatedOccasion) -> Item:
    kind = page.settings.kinds.get(occasion.kind)
    days = (occasion.on - page.today).days
    why = {"what": occasion.what, "years": occasion.years, "days": days, "on": occasion.on.isoformat()}
    return page.item(
        "dates", occasion.contact, occasion.kind, f"{occasion.what}\0{occasion.on.isoformat()}",
        minutes=kind.minutes if kind else 0, due=occasion.on, why=why,
    )  # fmt: skip
