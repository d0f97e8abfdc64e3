"""What the brief of an event is built from: the notes around it, looked up, and who is who.

EventPage(network, facts, settings, today).person("People/Lotte Brandsma.md")  ->  Person(name="Lotte Brandsma", ...)
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from vaultnet.dataclass import dataclass
from vaultnet.model.background import Background
from vaultnet.model.event_note import EventNote
from vaultnet.model.giving import Giving
from vaultnet.model.goals_note import GoalsNote
from vaultnet.model.guest import DECLINED
from vaultnet.model.known_introduction import Party
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.settings import Settings
from vaultnet.pages.agenda_page import Page
from vaultnet.pages.review_view import Person
from vaultnet.practice.giving import Fit, build_fits
from vaultnet.practice.goal_matches import GoalMatch, goal_matches
from vaultnet.practice.guest_match import GuestMatch
from vaultnet.practice.targets import target_cards
from vaultnet.practice.wanted_there import known_by_house
from vaultnet.practice.workplace import Places, build_places
from vaultnet.text.block import one_line


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What a brief needs besides the network. `matched` is everybody on the list; `counted` are the contacts among the
    note's properties, who have met me there once its day is past; `unread` are lines of the list without a name;
    `wishes` whom I still wish to meet; `met_at`: path of a contact -> the gatherings at which we met.
    """

    event: EventNote
    matched: tuple[GuestMatch, ...]
    counted: frozenset[str]
    unread: tuple[str, ...]
    wishes: tuple[Party, ...]
    met_at: Mapping[str, tuple[str, ...]]
    goals: GoalsNote | None
    giving: Giving
    backgrounds: tuple[Background, ...]
    organizations: tuple[OrganizationCard, ...]


class EventPage(Page):
    """A page about one gathering."""

    def __init__(self, network: Network, facts: EventFacts, settings: Settings, today: date) -> None:
        super().__init__(network, settings, today)
        self.notes = facts
        self.event = facts.event
        self.is_over = bool(facts.event.day and facts.event.day < today)
        self.coming = tuple(match for match in facts.matched if match.guest.mark != DECLINED)
        self.there = tuple(match.path for match in self.coming if match.path)

    @cached_property
    def targets(self) -> tuple[OrganizationCard, ...]:
        goals = self.notes.goals
        return target_cards(goals.targets if goals else (), self.notes.organizations)

    @cached_property
    def places(self) -> Places:
        known = self.notes.organizations
        return build_places((*known, *(card for card in self.targets if card not in known)))

    @cached_property
    def known_by_house(self) -> dict[str, tuple[str, ...]]:
        """Whom I know at each organization, by its path."""
        return known_by_house(self.notes.backgrounds, self.places, self.network, self.today)

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        return build_fits(self.notes.giving, self.network, self.settings, self.today)

    @cached_property
    def matches(self) -> dict[str, tuple[GoalMatch, ...]]:
        """Which goals those who come touch; nobody else's are worked out."""
        goals = self.notes.goals
        if goals is None:
            return {}
        language = self.settings.vault.language
        return {
            person.path: goal_matches(person, goals.goals, self.targets, self.places, language)
            for person in self.notes.backgrounds
            if person.path in self.there
        }

    def person(self, contact: str, name: str = "") -> Person:
        """A contact; or somebody without a note, by the name that is given."""
        standing = self.standing_by_path.get(contact)
        if standing is None:
            shown = one_line(name or contact)
            return Person("", shown, shown)
        return Person(contact, one_line(standing.name), self.link(contact), tuple(self.to_raise(contact)))

    def persons(self, contacts: Iterable[str]) -> tuple[Person, ...]:
        return tuple(map(self.person, contacts))
