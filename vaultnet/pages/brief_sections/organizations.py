"""The organizations of those whom I meet: how they are doing, dated facts, and whom I know there, now or before."""

from collections.abc import Iterable, Iterator

from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import SIMILAR, normalise_name
from vaultnet.pages.brief_page import BriefPage, plain
from vaultnet.pages.brief_view import FactLine, Known, NewsLine, OrganizationBrief
from vaultnet.practice.warmth import heat_of
from vaultnet.practice.workplace import workplace_at
from vaultnet.text.block import one_line

_FACTS = 4
_PEOPLE = 6
_NEWS = 5
_NOT_IN_LINKS = str.maketrans("[]", "()")
_NOT_IN_ADDRESSES = str.maketrans({"(": "%28", ")": "%29", " ": "%20"})


def houses(page: BriefPage) -> tuple[OrganizationCard, ...]:
    """Each organization once: where they work, then whose the meeting is."""
    hosts = (page.places.by_path.get(host.path, OrganizationCard(host.path, host.name)) for host in page.facts.hosts)
    found: dict[str, OrganizationCard] = {}
    for card in (*(card for person in page.facts.people for _, card in page.employers(person)), *hosts):
        found.setdefault(card.path or normalise_name(card.name), card)
    return tuple(found.values())


def build_organizations(page: BriefPage) -> tuple[OrganizationBrief, ...]:
    """Those of which there is more to say than the name."""
    built = (_organization(page, card) for card in houses(page))
    return tuple(one for one in built if one.industry or one.location or one.situation or one.facts or one.people)


def _organization(page: BriefPage, card: OrganizationCard) -> OrganizationBrief:
    facts = sorted((fact for fact in card.facts if fact.day <= page.today), key=lambda fact: (fact.day, -fact.line))
    return OrganizationBrief(
        page.note_link(card.path, card.name),
        tuple(map(one_line, card.industry)),
        one_line(card.location),
        one_line(card.situation),
        tuple(FactLine(fact.day, one_line(fact.topic), plain(fact.text)) for fact in reversed(facts[-_FACTS:])),
        tuple(_people(page, card))[:_PEOPLE],
    )


def _people(page: BriefPage, card: OrganizationCard) -> Iterator[Known]:
    """Whom I know there besides those I meet: who is there before who was, the warmest tie first."""
    network, standings = page.network, page.network.standing_by_path
    found = []
    for person in page.facts.backgrounds:
        standing = standings[person.path]
        if person.path in page.facts.people or standing.since is None or standing.is_gone:
            continue
        place = workplace_at(person, card, page.places)
        if place and place.match != SIMILAR:
            heat = heat_of(network.touches[person.path], page.settings.kinds, page.today)
            role = place.job.role or ("" if place.job.is_over else person.role)
            found.append((place.job.is_over, -heat, person.uid, person.path, role))
    for is_over, _, _, path, role in sorted(found):
        yield Known(page.link(path), one_line(role), is_over)


def build_news(page: BriefPage) -> tuple[NewsLine, ...]:
    """What was clipped about those whom I meet and their organizations, the newest first."""
    name_by_path = {card.path: card.name for card in houses(page) if card.path}
    name_by_path |= {person: page.name(person) for person in page.facts.people if page.is_contact(person)}
    news = (one for one in page.facts.clippings if one.day <= page.today and name_by_path.keys() & set(one.about))
    return tuple(
        NewsLine(
            one.day,
            plain(one.title).translate(_NOT_IN_LINKS),
            one_line(one.url).translate(_NOT_IN_ADDRESSES),
            "" if one.path == page.facts.meeting.path else page.note_link(one.path, _stem(one.path)),
            tuple(page.note_link(path, name_by_path[path]) for path in _known(one.about, name_by_path)),
        )
        for one in tuple(news)[:_NEWS]
    )


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")


def _known(about: Iterable[str], names: dict[str, str]) -> Iterator[str]:
    return (path for path in about if path in names)
