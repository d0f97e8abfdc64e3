"""Whom to ask somebody about (P10), and whom we both know."""

from vaultnet.pages.brief_page import BriefPage
from vaultnet.pages.brief_view import Inquiry, Shared
from vaultnet.practice.acquaintance import mutual_acquaintances
from vaultnet.practice.ask_about import AskAbout, ask_about
from vaultnet.text.resolve import key_of

_SHOWN = 8


def build_inquiries(page: BriefPage, person: str) -> tuple[Inquiry, ...]:
    """() for somebody of whom nothing is known: there is nothing that they could be asked about."""
    goals = page.facts.goals
    standing = page.network.standing_by_path.get(person)
    if standing is None or standing.is_gone:
        return ()
    is_known = bool(standing.since or page.employers(person))
    others = {other for other in page.facts.people if other != person}
    found = ask_about(person, page.targets, goals.wish_list if goals else (), page.network)
    return tuple(
        _inquiry(page, one) for one in found if one.person not in others and (is_known or one.what != "unknown")
    )


def _inquiry(page: BriefPage, one: AskAbout) -> Inquiry:
    at = next((target.card for target in page.targets if target.card.name == one.organization), None)
    house = page.note_link(at.path, at.name) if at else ""
    if one.what in {"wish", "to_meet"}:
        return Inquiry(one.what, page.note_link(one.person, one.name), house)
    return Inquiry(one.what, house, house)


def build_shared(page: BriefPage, person: str) -> tuple[Shared, ...]:
    """The warmest tie with me first; whoever will be there, too, is left out."""
    key = person if page.is_contact(person) else key_of(person)
    known = mutual_acquaintances(key, page.network, page.settings, page.today)
    shared = (Shared(page.link(one.path), one.how) for one in known if one.path not in page.facts.people)
    return tuple(shared)[:_SHOWN]
