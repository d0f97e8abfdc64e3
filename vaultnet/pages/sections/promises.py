"""Promises that are due, each a copy of the open task; ticking the copy ticks the original."""

from collections.abc import Iterator
from datetime import date

from vaultnet.model.dates import add_days
from vaultnet.model.network import Promise
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.practice.promises import DuePromise, promises_due
from vaultnet.text.block import item_key, one_line

_PROMISE_RESTS = 7  # days


def promises(page: Page) -> Iterator[Item]:
    for entry in promises_due(page.network.promises, _last_touch(page), page.today):
        if not _rests(page, entry.promise):
            yield _promise(page, entry)


def _rests(page: Page, promise: Promise) -> bool:
    """Let go on an earlier page, a promise rests for a week; moved on, until its 📅 date, or a week without one."""
    uid = page.standing_by_path[promise.contacts[0]].uid
    for offer in page.network.offers:
        if offer.contact in promise.contacts and offer.day < page.today and offer.state in {"let_go", "moved"}:
            until = offer.until or add_days(offer.day, _PROMISE_RESTS)
            if page.today < until and offer.key == promise_key(promise, offer.day, uid):
                return True
    return False


def first_told(page: Page) -> Iterator[str]:
    """The contacts with a promise that no earlier page told of: today that is what they are on the page for, later the
    promise stands beside their turn.
    """
    for entry in promises_due(page.network.promises, _last_touch(page), page.today):
        contact = entry.promise.contacts[0]
        uid = page.standing_by_path[contact].uid
        earlier = (offer for offer in page.network.offers if offer.contact == contact and offer.day < page.today)
        if not any(offer.key == promise_key(entry.promise, offer.day, uid) for offer in earlier):
            yield contact


def _last_touch(page: Page) -> dict[str, date | None]:
    """Of the contacts that there are promises about."""
    known = page.standing_by_path
    return {path: known[path].last for one in page.network.promises for path in one.contacts if path in known}


def promise_key(promise: Promise, day: date, uid: str) -> str:
    """The key of a promise's item on the page of a day; `uid` is that of the first of its contacts."""
    return item_key(day, "promises", uid or promise.contacts[0], _origin(promise))


def _origin(promise: Promise) -> str:
    return f"{promise.path}\0{promise.text}"


def _promise(page: Page, entry: DuePromise) -> Item:
    promise = entry.promise
    why = {"text": one_line(promise.text), "links": "[[" in promise.text}
    return page.item(
        "promises", promise.contacts[0], "promise", _origin(promise),
        due=entry.due, source=f"{promise.path}:{promise.line}", why=why,
    )  # fmt: skip
