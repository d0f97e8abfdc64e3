"""Answers that I owe: what somebody wrote to me and I tagged as waiting for a reply."""

from collections.abc import Iterator
from itertools import chain

from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page, topic
from vaultnet.practice.replies import SECTION, OwedReply

_NO_REASON: dict[str, object] = {"written": "", "on": "", "days": None, "gap": None, "topic": ""}


def answer(page: Page) -> Iterator[Item]:
    shown = {reply.contact for reply in page.replies}
    yield from chain((_answer(page, reply) for reply in page.replies), page.kept(SECTION, shown, _NO_REASON))


def _answer(page: Page, reply: OwedReply) -> Item:
    touch = reply.touch
    why: dict[str, object] = {
        "written": touch.kind,
        "on": touch.day.isoformat(),
        "days": (page.today - touch.day).days,
        "gap": page.gap(touch.day),
        "topic": topic(touch),
    }
    return page.item(
        SECTION, reply.contact, reply.kind,
        minutes=page.minutes(reply.kind), due=reply.due, source=f"{touch.path}:{touch.line}", why=why,
    )  # fmt: skip
