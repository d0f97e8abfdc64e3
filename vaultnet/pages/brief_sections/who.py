"""Who somebody is: what they do and where, how we met, a birthday that is near."""

from datetime import date

from vaultnet.model.dates import add_days, next_occurrence
from vaultnet.model.person_card import PersonCard
from vaultnet.pages.brief_page import BriefPage, each_once, plain
from vaultnet.pages.brief_view import Who
from vaultnet.text.block import one_line

_BIRTHDAY_SOON = 31  # days


def build_who(page: BriefPage, person: str) -> Who | None:
    """None where the notes say nothing but the name."""
    card, known = page.facts.cards.get(person, PersonCard(person)), page.background_by_path.get(person)
    jobs = known.jobs if known else ()
    now = each_once(page.note_link(house.path, house.name) for _, house in page.employers(person))
    who = Who(
        role=one_line(known.role) if known else "",
        organizations=now,
        before=tuple(
            link
            for link in each_once(page.note_link(job.path, job.organization) for job in jobs if job.is_over)
            if link not in now
        ),
        location=one_line(known.location) if known else "",
        relationship=tuple(map(one_line, known.relationship)) if known else (),
        met=card.met if card.met and card.met <= page.today else None,
        met_at=", ".join(page.note_link(named.path, named.name) for named in card.met_at),
        introduced_by=tuple(map(page.link, card.introduced_by)),
        birthday=_birthday(page, person, card),
        interests=tuple(map(plain, card.interests)),
    )
    return who if any(getattr(who, name) for name in Who.__slots__) else None


def _birthday(page: BriefPage, person: str, card: PersonCard) -> date | None:
    """The next one where it is near; nobody is congratulated any more who is gone."""
    standing = page.network.standing_by_path.get(person)
    if card.birthday is None or standing is None or standing.is_gone:
        return None
    day = next_occurrence(card.birthday, page.today)
    return day if day <= add_days(page.today, _BIRTHDAY_SOON) else None
