"""Meetings and events of the day, the earliest first; each says whether its brief is written, or how to get it."""

from collections.abc import Iterator

from vaultnet.model.network import Meeting
from vaultnet.pages.agenda_item import Item
from vaultnet.pages.agenda_page import Page
from vaultnet.text.block import item_key, one_line

_OF_THE_SHELL = frozenset('"`$\\!')


def meetings(page: Page) -> Iterator[Item]:
    for meeting in page.network.meetings:
        yield _meeting(page, meeting)


def _meeting(page: Page, meeting: Meeting) -> Item:
    key = item_key(page.today, "meetings", meeting.path, "")
    why: dict[str, object] = {
        "time": meeting.time,
        "place": one_line(meeting.place),
        "outcome": one_line(meeting.outcome),
        "people": [page.link(person) for person in meeting.people],
        "raise": [topic for person in meeting.people for topic in page.to_raise(person)],
        "has_brief": meeting.has_brief,
        "named": _named(meeting),
    }
    return Item(
        "meetings", key, meeting.people[0] if meeting.people else "", one_line(meeting.name),
        page.titled_link(meeting.path, one_line(meeting.name)), meeting.kind, source=meeting.path, why=why,
    )  # fmt: skip


def _named(meeting: Meeting) -> str:
    """What `vaultnet brief` is to be told: the title, the path of one that a shell would read as something else."""
    name = one_line(meeting.name)
    return one_line(meeting.path) if set(name) & _OF_THE_SHELL else name
