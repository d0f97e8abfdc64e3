"""The page that the sections of a meeting brief are built for: the network of its day, and who is who in it.

BriefPage(network, facts, settings, today).link("People/Ada.md")   ->   "[[Ada]]"
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from vaultnet.dataclass import dataclass, field
from vaultnet.model.background import Background, Job
from vaultnet.model.clipping import Clipping
from vaultnet.model.giving import Giving
from vaultnet.model.goals_note import GoalsNote, Named
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.person_card import PersonCard
from vaultnet.model.ref import display
from vaultnet.model.settings import Settings
from vaultnet.pages.agenda_page import Page
from vaultnet.pages.brief_view import PlannedMeeting
from vaultnet.practice.giving import Fit, build_fits
from vaultnet.practice.pass_on import PassOn, build_pass_on
from vaultnet.practice.targets import Target, build_targets
from vaultnet.practice.workplace import Places, build_places, find_employer
from vaultnet.text.block import one_line
from vaultnet.text.shorten import shorten

_NOTHING_TO_GIVE = Giving()
LINE = 200  # characters of somebody's words that fit on a line


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """What a brief needs besides the network: `people` are those at the meeting, paths or names; `hosts` the
    organizations that the meeting's note names; `clippings` those of the last months, newest first.
    """

    meeting: PlannedMeeting
    people: tuple[str, ...]
    hosts: tuple[Named, ...] = ()
    cards: Mapping[str, PersonCard] = field(default_factory=dict)
    backgrounds: tuple[Background, ...] = ()
    organizations: tuple[OrganizationCard, ...] = ()
    goals: GoalsNote | None = None
    giving: Giving = _NOTHING_TO_GIVE
    clippings: tuple[Clipping, ...] = ()


class BriefPage:
    """What every section needs."""

    def __init__(self, network: Network, facts: BriefFacts, settings: Settings, today: date) -> None:
        self.network = network
        self.facts = facts
        self.settings = settings
        self.today = today
        self.agenda = Page(network, settings, today)
        self.background_by_path = {person.path: person for person in facts.backgrounds}

    @cached_property
    def places(self) -> Places:
        """Every organization that has a note, and the targets."""
        known = self.facts.organizations
        return build_places((*known, *(target.card for target in self.targets if target.card not in known)))

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        facts, goals = self.facts, self.facts.goals
        wanted = goals.targets if goals else ()
        return build_targets(wanted, facts.organizations, facts.backgrounds, self.network, self.settings, self.today)

    @cached_property
    def fits(self) -> tuple[Fit, ...]:
        """Whom to introduce to whom, and where I could help: of everybody, looked for once."""
        return build_fits(self.facts.giving, self.network, self.settings, self.today)

    @cached_property
    def articles(self) -> tuple[PassOn, ...]:
        """What there is to pass on, and to whom."""
        return build_pass_on(self.facts.giving, self.network, self.settings, self.today)

    def is_contact(self, person: str) -> bool:
        return person in self.network.standing_by_path

    def name(self, person: str) -> str:
        return one_line(self.network.name_by_path.get(person, person))

    def link(self, person: str) -> str:
        return self.agenda.link(person)

    def note_link(self, path: str, title: str) -> str:
        """A link to any note by its title; the title alone where there is no note."""
        return self.agenda.titled_link(path, one_line(title)) if path else one_line(title)

    def employers(self, person: str) -> list[tuple[Job, OrganizationCard]]:
        """Where somebody works now; what has no note is a card by name."""
        known = self.background_by_path.get(person)
        jobs = [job for job in known.jobs if not job.is_over] if known else []
        return [(job, find_employer(job, self.places) or OrganizationCard(job.path, job.organization)) for job in jobs]

    def field_of(self, person: str) -> tuple[str, ...]:
        """The texts that say what somebody does, and what they need."""
        card, known = self.facts.cards.get(person), self.background_by_path.get(person)
        industries = (industry for _, house in self.employers(person) for industry in house.industry)
        roles = (known.role, *(job.role for job in known.jobs if not job.is_over)) if known else ()
        return (*(card.needs if card else ()), *roles, *(card.skills if card else ()), *industries)


def plain(words: str, longest: int = LINE) -> str:
    """Somebody's words on one line, links as plain text, cut at a word's end."""
    return shorten(one_line(display(words.split("\n", 1)[0])).strip().rstrip("."), longest)


def each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
