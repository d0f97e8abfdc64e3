"""One person of the wish list and the next step towards them: whom to ask for an introduction, or a letter to them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from vaultnet.dataclass import replace
from vaultnet.model.known_introduction import Party
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.introduction_path import Hop, IntroductionPath
from vaultnet.practice.meet_someone import SECTION, Meeting, choose_meeting, wish_key
from vaultnet.practice.wish_list import WishNeeds
from vaultnet.text.block import one_line

_NO_REASON: dict[str, object] = {
    "step": "", "name": "", "on": "", "gap": None, "last_kind": "", "ties": [], "then": "",
}  # fmt: skip


def meet_someone(page: Page, busy: AbstractSet[str], *, is_open: bool) -> Iterator[Item]:
    """What the user has touched today stays, and nothing comes besides; nothing new on a day that is not `is_open`."""
    kept = tuple(_kept(page))
    yield from kept
    if kept or not is_open:
        return
    needs = WishNeeds(page.network, page.facts.introductions, page.settings, page.today)
    found = choose_meeting(page.facts.wishes, needs, page.earlier, busy)
    if found:
        yield _item(page, found)


def _kept(page: Page) -> Iterator[Item]:
    for wish in page.facts.wishes:
        for key, offer in page.offer_by_key.items():
            if offer.is_kept and key == _key(page, offer.contact, wish):
                minutes = page.minutes(offer.kind)
                item = page.item_of(SECTION, key, offer.contact, offer.kind, minutes=minutes, why=_NO_REASON)
                yield item if offer.contact else _without_note(item, wish)


def _key(page: Page, asked: str, wish: Party) -> str:
    known = (page.standing_by_path.get(path) for path in (asked, wish.person))
    return wish_key(page.today, asked, wish, {standing.path: standing.uid for standing in known if standing})


def _item(page: Page, meeting: Meeting) -> Item:
    wish = meeting.step.wish
    item = page.item_of(
        SECTION, _key(page, meeting.asks, wish), meeting.asks, meeting.kind,
        minutes=page.minutes(meeting.kind), due=meeting.step.due, why=_why(page, meeting),
    )  # fmt: skip
    return item if meeting.asks else _without_note(item, wish)


def _without_note(item: Item, wish: Party) -> Item:
    name = one_line(wish.name)
    return replace(item, name=name, link=f"[[{name}]]")


def _why(page: Page, meeting: Meeting) -> dict[str, object]:
    """`name` is a name and no link: a second link on an item would say that two people were met."""
    step, standing = meeting.step, page.standing_by_path.get(meeting.asks)
    kind = step.move.step if step.move else "ask" if step.step == "path" else "cold"
    since = step.move.since if step.move else None
    last_kinds = standing.last_kinds if standing else ()
    return {
        "step": kind,
        "name": one_line(step.wish.name),
        "on": since.isoformat() if since else "",
        "gap": page.gap(standing.last) if standing else None,
        "last_kind": last_kinds[0] if last_kinds else "",
        "ties": ties(page, meeting.asks, step.paths, step.wish) if kind == "ask" else [],
        "then": step.then,
    }


def ties(page: Page, first: str, paths: tuple[IntroductionPath, ...], wish: Party) -> list[dict[str, object]]:
    """Why somebody may know the way: each tie behind them, with the name that it leads to; [] where none is known."""
    path = next((path for path in paths if path.hops[0].person == first), None)
    return [_tie(page, hop, wish) for hop in path.hops[1:]] if path else []


def _tie(page: Page, hop: Hop, wish: Party) -> dict[str, object]:
    standing = page.standing_by_path.get(hop.person)
    name = standing.name if standing else wish.name
    return {
        "how": hop.how,
        "name": one_line(name),
        "on": hop.day.isoformat() if hop.day else "",
        "at": one_line(hop.at),
    }
