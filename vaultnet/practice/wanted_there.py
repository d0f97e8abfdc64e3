"""Whom I want to meet at an event, and who there could introduce me (P6, P17).

Annelies, on my wish list, comes; Ravi knows her and comes too   ->  Wanted("wish", ..., is_there=True, through=(Ravi,))
Annelies does not come, but Ravi, who does, knows her            ->  the same, is_there=False
"Jan Smit, Corvane Re": a target; nobody I know                  ->  Wanted("target", "Jan Smit", words="Corvane Re")
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.background import Background, Job
from vaultnet.model.known_introduction import Party
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.settings import Settings
from vaultnet.practice.acquaintance import KNOWING
from vaultnet.practice.goal_matches import GoalMatch
from vaultnet.practice.guest_match import GuestMatch
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.workplace import Places, find_employer
from vaultnet.text.fold import fold

_MOST_ELSEWHERE = 3  # wishes who do not come themselves
_MOST_THROUGH = 3


class Wanted(NamedTuple):
    """`what`: wish, target (they work at `words`), new (on my list and never in touch). `person` is a path, or the
    folded name of somebody without a note; `through` are paths of contacts who come and know them.
    """

    what: str
    person: str
    name: str
    words: str
    is_there: bool
    through: tuple[str, ...]


class WantedNeeds(NamedTuple):
    """What they are found from: `targets` are the organizations of the goals, `places` all that are known;
    `known_by_house` as the function of that name.
    """

    network: Network
    settings: Settings
    today: date
    wishes: Sequence[Party]
    matches: Mapping[str, Sequence[GoalMatch]]
    targets: Sequence[OrganizationCard]
    places: Places
    known_by_house: Mapping[str, tuple[str, ...]]


def wanted_there(matched: Iterable[GuestMatch], needs: WantedNeeds) -> tuple[Wanted, ...]:
    """Those who come, in the order of the list, the wish list first; then wishes whom somebody there knows."""
    coming = tuple(matched)
    there = {match.path for match in coming if match.path}
    found = [wanted for match in coming if (wanted := _wanted(match, there, needs))]
    found.sort(key=lambda wanted: ("wish", "target", "new").index(wanted.what))
    return (*found, *_elsewhere({wanted.person for wanted in found} | there, there, needs))


def _wanted(match: GuestMatch, there: Collection[str], needs: WantedNeeds) -> Wanted | None:
    guest, person = match.guest, match.path or fold(match.guest.name)
    standing = needs.network.standing_by_path.get(person)
    name = standing.name if standing else guest.name
    through = _through(person, there, needs) or _colleagues(guest.company, there, needs)
    if any(wish.person == person for wish in needs.wishes):
        return Wanted("wish", person, name, guest.company, True, through)
    if standing is None:
        at = _target_of(guest.company, needs)
        return Wanted("target", person, name, at, True, through) if at else None
    if standing.since or out_reason(standing, needs.today):
        return None
    at = next((match.words for match in needs.matches.get(person, ()) if match.what == "target"), "")
    return Wanted("target" if at else "new", person, name, at, True, through)


def _elsewhere(seen: Collection[str], there: Collection[str], needs: WantedNeeds) -> Iterator[Wanted]:
    shown = 0
    for wish in needs.wishes:
        through = _through(wish.person, there, needs)
        if through and wish.person not in seen and shown < _MOST_ELSEWHERE:
            shown += 1
            yield Wanted("wish", wish.person, wish.name, "", False, through)


def _through(person: str, there: Collection[str], needs: WantedNeeds) -> tuple[str, ...]:
    """Who of those there knows them and may be asked, as ties come: by path."""
    standings, today = needs.network.standing_by_path, needs.today
    knowing = (tie.other for tie in needs.network.ties.get(person, ()) if tie.how in KNOWING and tie.other in there)
    asked = {path for path in knowing if standings[path].last and not out_reason(standings[path], today)}
    return tuple(sorted(asked - {person}, key=lambda path: (standings[path].uid, path)))[:_MOST_THROUGH]


def _colleagues(company: str, there: Collection[str], needs: WantedNeeds) -> tuple[str, ...]:
    """Who of those there works where the list says that they do."""
    house = find_house(company, needs.places) if company else None
    return tuple(path for path in needs.known_by_house.get(house.path, ()) if path in there) if house else ()


def _target_of(company: str, needs: WantedNeeds) -> str:
    """The target at which a list says that somebody works; a guess at its name is none."""
    card = find_house(company, needs.places)
    return card.name if card and card in needs.targets else ""


def find_house(company: str, places: Places) -> OrganizationCard | None:
    """The organization that a list names for sure: whole, or as a part of it (`Partner, Tidemark Risk`)."""
    parts = dict.fromkeys(part.strip() for part in (company, *company.split(",")))
    found = (find_employer(Job(part, "", ""), places) for part in parts if part)
    return next(filter(None, found), None)


def known_by_house(
    backgrounds: Iterable[Background], places: Places, network: Network, today: date
) -> dict[str, tuple[str, ...]]:
    """Path of an organization -> whom I know there now, somebody to speak of with a stranger; by uid, then path."""
    found: dict[str, list[str]] = {}
    for person in sorted(backgrounds, key=lambda person: (person.uid, person.path)):
        standing = network.standing_by_path[person.path]
        if standing.since and not out_reason(standing, today):
            for job in person.jobs:
                card = None if job.is_over else find_employer(job, places)
                if card and person.path not in found.setdefault(card.path, []):
                    found[card.path].append(person.path)
    return {path: tuple(people) for path, people in found.items()}
