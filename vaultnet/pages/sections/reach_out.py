"""Whom to reach out to: what the user has touched today stays, and the rest of the day's budget is filled."""

from collections.abc import Iterable, Iterator

from vaultnet.model.network import Offer
from vaultnet.model.standing import Standing
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.keep_in_touch import due_of
from vaultnet.practice.reach_out import Outreach, Taken, select_reach_out
from vaultnet.text.block import item_key


def reach_out(page: Page, met: Iterable[str]) -> tuple[Item, ...]:
    kept = tuple(_kept_offers(page))
    taken = [Taken(offer.contact, offer.kind) for offer in kept]
    chosen = select_reach_out(page.network.standings, page.settings, page.today, taken=taken, exclude=frozenset(met))
    items = [_kept(page, offer) for offer in kept] + [_outreach(page, outreach) for outreach in chosen]
    lines = {offer.key: offer.line for offer in page.offer_by_key.values()}
    return tuple(sorted(items, key=lambda item: lines.get(item.key, 10**9)))


def _kept_offers(page: Page) -> Iterator[Offer]:
    """Today's reach-out items that the user has ticked, let go, moved or rewritten: they count against the day."""
    for key, offer in page.offer_by_key.items():
        standing = page.standing_by_path.get(offer.contact)
        if offer.is_kept and standing and key == item_key(page.today, "reach_out", standing.uid or standing.path, ""):
            yield offer


def _kept(page: Page, offer: Offer) -> Item:
    kind = page.settings.kinds.get(offer.kind)
    standing = page.standing_by_path[offer.contact]
    return _reach_out_item(page, standing, offer.kind, kind.minutes if kind else 0, {})


def _outreach(page: Page, outreach: Outreach) -> Item:
    why = {"kind_from": outreach.why.kind_from, "is_second_try": outreach.why.is_second_try}
    return _reach_out_item(page, page.standing_by_path[outreach.path], outreach.kind, outreach.minutes, why)


def _reach_out_item(page: Page, standing: Standing, kind: str, minutes: int, why: dict[str, object]) -> Item:
    due = due_of(standing, page.today)
    reasons = {
        **why,
        "gap": page.gap(standing.since),
        "last_kind": standing.last_kinds[0] if standing.last_kinds else "",
        "is_new": standing.since is None,
        "topic": page.last_topic(standing.path),
        "cadence_from": standing.cadence_from,
    }
    return page.item(
        "reach_out", standing.path, kind, minutes=minutes, due=due.due, late=due.late, why=reasons,
    )  # fmt: skip
