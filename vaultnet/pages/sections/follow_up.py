"""The follow-up of what I asked and of what I wait for: the step whose day has come, what was tried, what is next."""

from collections.abc import Iterator
from itertools import chain

from vaultnet.dataclass import replace
from vaultnet.model.ref import display
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page, topic
from vaultnet.practice.follow_up import SECTION, FollowUp, way_round_origin
from vaultnet.text.block import one_line

_NO_REASON: dict[str, object] = {
    "state": "", "asked_by": "", "is_waiting": False, "on": "", "gap": None, "topic": "", "tried": [], "number": 0,
    "then": "", "person": "",
}  # fmt: skip


def follow_up(page: Page) -> Iterator[Item]:
    """The steps that are due, on working days; whoever is answered today anyway is not asked as well."""
    answered = {reply.contact for reply in page.replies}
    is_working = page.network.working_days.is_working(page.today)
    due = [
        entry
        for entry in page.ladders
        if is_working and entry.state in {"step", "way_round"} and entry.due and entry.due <= page.today
        if (entry.via or entry.contact) not in answered
    ]
    items = (_way_round(page, entry) if entry.via else _step(page, entry) for entry in due)
    yield from chain(items, page.kept(SECTION, {entry.contact for entry in due if not entry.via}, _NO_REASON))


def _step(page: Page, entry: FollowUp) -> Item:
    return page.item(
        SECTION, entry.contact, entry.kind,
        minutes=page.minutes(entry.kind), due=entry.due, source=_source(entry), why=_why(page, entry),
    )  # fmt: skip


def _way_round(page: Page, entry: FollowUp) -> Item:
    """An item about the one who could put in a word."""
    item = page.item(
        SECTION, entry.via, entry.kind, way_round_origin(entry.contact),
        minutes=page.minutes(entry.kind), due=entry.due, source=_source(entry), why=_why(page, entry),
    )  # fmt: skip
    return replace(item, why={**item.why, "person": page.link(entry.contact)})


def _source(entry: FollowUp) -> str:
    place = entry.asked or entry.waiting
    assert place is not None
    return f"{place.path}:{place.line}"


def _why(page: Page, entry: FollowUp) -> dict[str, object]:
    """`asked_by` is the kind of the ask, "" where something is only waited for; `tried` the steps made."""
    waiting = entry.waiting
    return {
        **_NO_REASON,
        "state": entry.state,
        "asked_by": entry.asked.kind if entry.asked else "",
        "is_waiting": waiting is not None,
        "on": entry.since.isoformat(),
        "gap": page.gap(entry.since),
        "topic": topic(entry.asked) if entry.asked else one_line(display(waiting.text)) if waiting else "",
        "tried": [{"kind": attempt.kind, "on": attempt.day.isoformat()} for attempt in entry.tried],
        "number": len(entry.tried) + 1,
        "then": entry.then,
    }
