"""A group: its members, those whom it is time to hear from first, and its events next and last."""

from datetime import date

from vaultnet.pages.event_page import EventPage
from vaultnet.pages.event_view import Meet, Member
from vaultnet.practice.keep_in_touch import due_of, out_reason


def build_members(page: EventPage) -> tuple[Member, ...]:
    """Contacts on its list. Whoever is in no plan is a member like any other, and never one to be in touch with."""
    paths = [path for path in page.there if not page.standing_by_path[path].is_gone]
    found = [_member(page, path) for path in paths]
    return tuple(sorted(found, key=lambda one: not one.is_quiet))


def _member(page: EventPage, path: str) -> Member:
    standing = page.standing_by_path[path]
    is_quiet = not out_reason(standing, page.today) and due_of(standing, page.today).state in {"due", "late", "new"}
    kind = standing.last_kinds[0] if standing.last_kinds else ""
    return Member(page.person(path), standing.last, kind, page.gap(standing.last), is_quiet)


def build_next(page: EventPage) -> Meet | None:
    """The next event of a group, today's included."""
    return next((_meet(page, day, path) for day, path in page.event.meets if day >= page.today), None)


def build_last(page: EventPage) -> Meet | None:
    past = [_meet(page, day, path) for day, path in page.event.meets if day < page.today]
    return past[-1] if past else None


def _meet(page: EventPage, day: date, path: str) -> Meet:
    return Meet(path, page.network.link_by_path[path], day)
