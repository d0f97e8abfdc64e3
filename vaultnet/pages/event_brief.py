"""The brief of an event or a group (P17), as a view for `templates/event_brief.md`: before it, after it.

build_event_brief(network, facts, settings, today)
->  EventBriefView(state="before", coming=(Talk(...),), wanted=(Wish(...),), strangers=(Stranger(...),), ...)

Before: whom I know and why to talk to them, whom I want to meet, who else comes, and of a party of mine whom to invite.
After: whom I met there first, what was promised, and what is still open.
"""

from datetime import date

from vaultnet.model.guest import DECLINED
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.pages.event_page import EventFacts, EventPage
from vaultnet.pages.event_sections.after import build_brought
from vaultnet.pages.event_sections.coming import build_coming, build_strangers, build_wanted
from vaultnet.pages.event_sections.group import build_last, build_members, build_next
from vaultnet.pages.event_sections.invite import build_invite
from vaultnet.pages.event_view import EventBriefView
from vaultnet.text.block import one_line


def build_event_brief(network: Network, facts: EventFacts, settings: Settings, today: date) -> EventBriefView:
    """The brief as of a day; on the day itself an event is still to come."""
    page = EventPage(network, facts, settings, today)
    event, is_group, is_over = facts.event, facts.event.kind == "group", page.is_over
    is_ahead = not (is_group or is_over)
    return EventBriefView(
        day=today,
        kind=event.kind,
        state="after" if is_over else "before",
        name=one_line(event.name),
        link=network.link_by_path[event.path],
        held_on=event.day,
        time=event.time,
        place=one_line(event.place),
        outcome=one_line(event.outcome),
        is_mine=event.is_mine,
        groups=tuple(network.link_by_path[group] for group in event.groups),
        coming=build_coming(page) if not is_group else (),
        declined=tuple(
            page.person(match.path, match.guest.name).link
            for match in facts.matched
            if match.guest.mark == DECLINED and not is_over
        ),
        wanted=build_wanted(page) if not is_over else (),
        strangers=build_strangers(page),
        unread=tuple(map(one_line, facts.unread)),
        only_listed=page.persons(path for path in page.there if is_over and path not in facts.counted),
        invite=build_invite(page) if event.is_mine and is_ahead else (),
        brought=build_brought(page),
        members=build_members(page) if is_group else (),
        next=build_next(page),
        last=build_last(page),
    )
