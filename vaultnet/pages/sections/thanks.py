"""Thanks that are due: for what was received, for an introduction, for a meeting. A tick adds `#thanked`."""

from collections.abc import Iterator
from itertools import chain

from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page, first_words
from vaultnet.practice.thanks import SECTION, ThanksDue, thanks_due
from vaultnet.text.block import one_line

_ABOUT = 100  # characters
_NO_REASON: dict[str, object] = {"what": "", "on": "", "about": "", "gap": None, "more": 0}


def thanks(page: Page) -> Iterator[Item]:
    """Whoever gets an answer today hears the thanks in it, or another day: not two letters on one day."""
    answered = {reply.contact for reply in page.replies}
    due = [
        entry
        for entry in thanks_due(page.network, page.settings, page.today)
        if entry.due <= page.today and entry.contact not in answered
    ]
    yield from chain(
        (_thanks(page, entry) for entry in due), page.kept(SECTION, {entry.contact for entry in due}, _NO_REASON)
    )


def _thanks(page: Page, entry: ThanksDue) -> Item:
    favour = entry.favour
    why: dict[str, object] = {
        "what": favour.what,
        "on": favour.day.isoformat(),
        "about": _about(page, entry),
        "gap": page.gap(favour.day),
        "more": entry.more,
    }
    source = f"{favour.path}:{favour.line}"
    return page.item(
        SECTION, entry.contact, entry.kind, minutes=page.minutes(entry.kind), due=entry.due, source=source, why=why
    )


def _about(page: Page, entry: ThanksDue) -> str:
    """A meeting by a link to its note, the person I met through them likewise, what was received by its words."""
    favour = entry.favour
    if favour.what != "received":
        return page.titled_link(favour.path, one_line(favour.about))
    return first_words(favour.about, _ABOUT)
