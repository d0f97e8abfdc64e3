"""One thing to give: two people who should know each other, a hand of mine, something to read, a word in season."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from vaultnet.model.ref import display
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.give_choice import Gift, build_gifts, choose_gift, gift_origins
from vaultnet.practice.give_proposed import SECTION, give_key
from vaultnet.text.block import one_line

_NO_REASON: dict[str, object] = {
    "what": "", "with": "", "name": "", "other": "", "need": "", "resource": "", "source": "", "article": "",
    "interest": "", "call": "", "words": "", "on": "",
}  # fmt: skip


def give(page: Page, busy: AbstractSet[str], taken: AbstractSet[str], *, is_open: bool) -> Iterator[Item]:
    """What the user has touched today stays, and nothing comes besides; nothing new on a day that is not `is_open`.
    `taken` are the keys of the other sections' items.
    """
    kept = tuple(_kept(page, taken))
    yield from kept
    if kept or not is_open:
        return
    gift = choose_gift(build_gifts(page.facts.giving, page.network, page.settings, page.today), busy)
    if gift:
        yield _item(page, gift)


def _kept(page: Page, taken: AbstractSet[str]) -> Iterator[Item]:
    for key, offer in page.offer_by_key.items():
        standing = page.standing_by_path.get(offer.contact)
        if not offer.is_kept or standing is None or key in taken or key == page.key("reach_out", offer.contact):
            continue
        origins = gift_origins(offer.contact, page.facts.giving, page.network)
        if any(key == give_key(page.today, standing, origin) for origin in origins):
            minutes = page.minutes(offer.kind)
            yield page.item_of(SECTION, key, offer.contact, offer.kind, minutes=minutes, why=_NO_REASON)


def _item(page: Page, gift: Gift) -> Item:
    return page.item(
        SECTION, gift.contact, gift.kind, gift.origin,
        minutes=page.minutes(gift.kind), source=gift.pass_on.article.path if gift.pass_on else "", why=_why(page, gift),
        others=(gift.other,) if gift.other else (),
    )  # fmt: skip


def _why(page: Page, gift: Gift) -> dict[str, object]:
    why = {**_NO_REASON, "what": gift.what, "name": _name(page, gift.contact)}
    if gift.fit:
        why |= {"need": _words(gift.fit.need), "resource": _words(gift.fit.resource), "source": gift.fit.source}
    if gift.other:
        why |= {"with": page.link(gift.other), "other": _name(page, gift.other)}
    if gift.pass_on:
        article = gift.pass_on.article
        why |= {"article": page.titled_link(article.path, one_line(article.title))}
        why |= {"interest": _words(gift.pass_on.interest)}
    if gift.mark:
        why |= {"call": gift.mark.call, "words": _words(gift.mark.words), "on": gift.mark.on.isoformat()}
    return why


def _name(page: Page, path: str) -> str:
    return one_line(page.standing_by_path[path].name)


def _words(text: str) -> str:
    return one_line(display(text)).rstrip(".")
