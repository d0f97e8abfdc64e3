"""Whom a party of mine could bring together."""

from vaultnet.model.ref import display
from vaultnet.pages.event_page import EventPage
from vaultnet.pages.event_view import Invited
from vaultnet.practice.invitation import Invitation, PartyNeeds, whom_to_invite
from vaultnet.practice.relationship_category import category_of
from vaultnet.text.block import one_line


def build_invite(page: EventPage) -> tuple[Invited, ...]:
    """Proposals, never of whom the list names already, be it with a no."""
    categories = {
        person.path: category_of(person.relationship, is_inside=False, knows_company=False)
        for person in page.notes.backgrounds
    }
    listed = tuple(match.path for match in page.notes.matched if match.path)
    needs = PartyNeeds(page.network, page.settings, page.today, page.event.place, listed, page.fits, categories)
    return tuple(_invited(page, one) for one in whom_to_invite(needs))


def _invited(page: EventPage, one: Invitation) -> Invited:
    other = page.person(one.other) if one.other else None
    shares, needs = (one_line(display(text)) for text in (one.shares, one.needs))
    return Invited(page.person(one.contact), one.seen, page.gap(one.seen), other, shares, needs)
