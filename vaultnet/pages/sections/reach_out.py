"""Whom to reach out to: what the user has touched today stays, and the rest of the day's budget is filled."""

from collections.abc import Collection, Iterable, Iterator

from vaultnet.dataclass import replace
from vaultnet.model.network import Offer
from vaultnet.model.ref import display
from vaultnet.model.standing import Standing
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.keep_in_touch import due_of
from vaultnet.practice.life_event import mood_if_event
from vaultnet.practice.occasions import marked_soon
from vaultnet.practice.reach_out import Outreach, Taken, select_reach_out
from vaultnet.practice.touch_plan import PlannedKinds
from vaultnet.practice.touch_reason import Reason
from vaultnet.text.block import one_line


def reach_out(page: Page, met: Iterable[str], others: Collection[str]) -> tuple[Item, ...]:
    """`met` are seen to already; `others` are the keys of the items in other sections."""
    kept = tuple(_kept_offers(page, others))
    taken = [Taken(offer.contact, offer.kind, page.network.mornings.get(offer.contact)) for offer in kept]
    planned = PlannedKinds(page.network, page.settings, page.today)
    exclude = frozenset(met) | marked_soon(page.network, page.today)
    chosen = select_reach_out(
        page.network.standings, page.settings, page.today,
        taken=taken, replaced=_replaced(page, kept), exclude=exclude, planned=planned, preferred=page.facts.preference,
        choice=page.choice,
    )  # fmt: skip
    items = [_kept(page, offer) for offer in kept] + [_outreach(page, outreach, planned) for outreach in chosen]
    lines = {offer.key: offer.line for offer in page.offer_by_key.values()}
    return tuple(sorted(items, key=lambda item: lines.get(item.key, 10**9)))


def _kept_offers(page: Page, others: Collection[str]) -> Iterator[Offer]:
    """Today's reach-out items that the user has ticked, let go, moved or rewritten: they count against the day."""
    for key, offer in page.offer_by_key.items():
        if offer.is_kept and offer.contact in page.standing_by_path:
            has_own_key = key == page.key("reach_out", offer.contact)
            if has_own_key or (offer.state == "open" and offer.kind and key not in others):
                yield offer


def _replaced(page: Page, kept: Iterable[Offer]) -> frozenset[str]:
    """Whoever the user has put somebody else in place of. A contact renamed in the editor, who has no uid, is not found
    by the key: that is nobody else.
    """
    foreign = {offer.key for offer in kept if offer.key != page.key("reach_out", offer.contact)}
    if not foreign:
        return frozenset()
    return frozenset(path for path in page.standing_by_path if page.key("reach_out", path) in foreign)


def _kept(page: Page, offer: Offer) -> Item:
    standing = page.standing_by_path[offer.contact]
    item = _reach_out_item(page, standing, offer.kind, page.minutes(offer.kind), _reason(None))
    return replace(item, key=offer.key)


def _outreach(page: Page, outreach: Outreach, planned: PlannedKinds) -> Item:
    reason = planned.reason(outreach.path) if outreach.why.kind_from == "plan" else None
    why = {
        "kind_from": outreach.why.kind_from,
        "is_second_try": outreach.why.is_second_try,
        **_reason(reason),
    }
    return _reach_out_item(page, page.standing_by_path[outreach.path], outreach.kind, outreach.minutes, why)


def _reason(reason: Reason | None) -> dict[str, object]:
    """What the touch plan says, for the template to word; "" where it says nothing."""
    return {
        "reason": reason.name if reason else "",
        "words": one_line(display(reason.words)).rstrip(".") if reason else "",
        "on": reason.on.isoformat() if reason and reason.on else "",
        "mood": mood_if_event(reason.name, reason.words) if reason else "",
    }


def _reach_out_item(page: Page, standing: Standing, kind: str, minutes: int, why: dict[str, object]) -> Item:
    due = due_of(standing, page.today)
    topic = page.last_topic(standing.path)
    reasons = {
        **why,
        "gap": page.gap(standing.since),
        "last_kind": standing.last_kinds[0] if standing.last_kinds else "",
        "is_new": standing.since is None,
        "topic": topic.words,
        "topic_on": topic.on,
        "raise": page.to_raise(standing.path),
        "cadence_from": standing.cadence_from,
        "goal": _goal(page, standing.path, says_place=why.get("reason") == "same_place"),
    }
    return page.item(
        "reach_out", standing.path, kind, minutes=minutes, due=due.due, late=due.late, why=reasons,
    )  # fmt: skip


def _goal(page: Page, path: str, *, says_place: bool) -> dict[str, str]:
    """The goal that they touch; "" where there is none, or the line says it in other words (`says_place`)."""
    reason = page.facts.preference.reason(path)
    if reason is None or (says_place and reason.what == "location"):
        return {"what": "", "words": ""}
    return {"what": reason.what, "words": one_line(reason.words)}
