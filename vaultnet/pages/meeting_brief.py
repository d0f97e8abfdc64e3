"""The meeting brief (P11): a small plan for one meeting, as a view for `templates/brief.md`.

build_meeting_brief(network, facts, settings, today)
->  BriefView(meeting=PlannedMeeting(name="Coffee with Emeka", ...), people=(PersonBrief(name="Emeka Obi", ...),), ...)

Of a stranger it says what can be said: the proposal, my pitch, how to take leave. What the notes do not tell has no
section, so that nobody looks at blanks before a meeting.
"""

from datetime import date

from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.pages.brief_page import BriefFacts, BriefPage, plain
from vaultnet.pages.brief_sections.gifts import build_gifts, is_help_first
from vaultnet.pages.brief_sections.history import build_history
from vaultnet.pages.brief_sections.inquiries import build_inquiries, build_shared
from vaultnet.pages.brief_sections.meeting import build_meeting
from vaultnet.pages.brief_sections.organizations import build_news, build_organizations
from vaultnet.pages.brief_sections.promises import build_awaited, build_owed
from vaultnet.pages.brief_sections.talk import build_fits, build_questions, build_to_raise
from vaultnet.pages.brief_sections.who import build_who
from vaultnet.pages.brief_view import BriefView, PersonBrief
from vaultnet.text.block import one_line


def build_meeting_brief(network: Network, facts: BriefFacts, settings: Settings, today: date) -> BriefView:
    """The brief as of `today`, which is the meeting's own day once that is past: then it stays as it was."""
    page = BriefPage(network, facts, settings, today)
    return BriefView(
        day=today,
        meeting=build_meeting(page),
        people=tuple(_person(page, person) for person in facts.people),
        organizations=build_organizations(page),
        news=build_news(page),
        pitch=_pitch(facts),
    )


def _person(page: BriefPage, person: str) -> PersonBrief:
    card = page.facts.cards.get(person)
    return PersonBrief(
        path=person if page.is_contact(person) else "",
        name=page.name(person),
        link=page.link(person),
        who=build_who(page, person),
        history=build_history(page, person),
        owed=build_owed(page, person),
        awaited=build_awaited(page, person),
        needs=tuple(map(plain, card.needs)) if card else (),
        gifts=build_gifts(page, person),
        help_first=is_help_first(page, person),
        inquiries=build_inquiries(page, person),
        shared=build_shared(page, person),
        to_raise=build_to_raise(page, person),
        questions=build_questions(page, person),
        fits=build_fits(page, person),
    )


def _pitch(facts: BriefFacts) -> str:
    """My pitch, whole and on one line."""
    return one_line(dict(facts.goals.goals.sections).get("pitch", "")) if facts.goals else ""
