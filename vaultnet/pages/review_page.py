"""The page that the sections of a review are built for: the network as of its last day, and who is who in it.

ReviewPage(network, facts, settings, stretch, until).person("People/Ada.md")   ->   Person(name="Ada", link="[[Ada]]")
"""

from collections.abc import Mapping
from datetime import date

from vaultnet.dataclass import dataclass, field
from vaultnet.model.exchanges import Act
from vaultnet.model.goals_note import GoalsNote
from vaultnet.model.network import KeptPromise, Meeting, Network, Touch
from vaultnet.model.profile import Anniversary
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.model.stretch import Stretch
from vaultnet.pages.agenda_facts import NO_FACTS, AgendaFacts
from vaultnet.pages.agenda_page import first_words
from vaultnet.pages.review_view import Person
from vaultnet.practice.follow_up import follow_ups
from vaultnet.practice.pruning import Pruning
from vaultnet.text.block import one_line


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What a review needs besides the network of its last day. `meetings` and `anniversaries` are those ahead;
    `introduced_by` maps a contact to who introduced them (paths, or names without a note), `heard_of` one whom I got to
    know of at a meeting or event to its day, `met_at` one to the gatherings at which we met, `groups_of` an event to
    its groups; `touch_days` as coverage wants them.
    """

    ahead: Stretch | None = None
    meetings: tuple[Meeting, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    introduced_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heard_of: Mapping[str, date] = field(default_factory=dict)
    met_at: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: tuple[KeptPromise, ...] = ()
    touch_days: Mapping[str, list[date]] = field(default_factory=dict)
    agenda: AgendaFacts = NO_FACTS
    goals: GoalsNote | None = None
    acts: tuple[Act, ...] = ()
    prunings: tuple[Pruning, ...] = ()


class ReviewPage:
    """What every section needs; `touches` are those of the stretch up to `until`, contact by contact."""

    def __init__(self, network: Network, facts: ReviewFacts, settings: Settings, stretch: Stretch, until: date) -> None:
        self.network = network
        self.facts = facts
        self.settings = settings
        self.stretch = stretch
        self.until = until
        self.standing_by_path = network.standing_by_path
        self.in_order = sorted(network.standings, key=_by_name)
        self.touches = tuple(self._touches())
        self.follow_ups = follow_ups(network, settings, until, facts.agenda.introductions)

    def _touches(self) -> "list[tuple[Standing, Touch]]":
        """Oldest first; who was in touch in the stretch was last in touch on its first day or later."""
        first = self.stretch.first
        found = [
            (standing, touch)
            for standing in self.in_order
            if standing.last and standing.last >= first
            for touch in self.network.touches[standing.path]
            if first <= touch.day <= self.until
        ]
        return sorted(found, key=lambda entry: entry[1].day)

    def person(self, contact: str) -> Person:
        """A contact, or a name without a note."""
        standing = self.standing_by_path.get(contact)
        if standing is None:
            return Person("", one_line(contact), one_line(contact))
        topics = tuple(map(first_words, self.network.raise_next.get(contact, ())))
        return Person(contact, one_line(standing.name), self.network.link_by_path[contact], topics)

    def became_known(self, standing: Standing) -> date | None:
        """The day on which somebody came into the network: when we met, else when I heard of them, or were first in
        touch.
        """
        if standing.met:
            return standing.met
        first = [self.network.touches[standing.path][-1].day] if standing.last else []
        heard = self.facts.heard_of.get(standing.path)
        return min((*first, *([heard] if heard else [])), default=None)

    def new_names(self) -> list[Standing]:
        """Those who became known in the stretch, by name."""
        first, until = self.stretch.first, self.until
        found = []
        for standing in self.in_order:
            newest = standing.met or standing.last or self.facts.heard_of.get(standing.path)
            if newest and newest >= first:
                day = self.became_known(standing)
                if day and first <= day <= until:
                    found.append(standing)
        return found


def _by_name(standing: Standing) -> tuple[str, str, str]:
    return standing.name.casefold(), standing.uid, standing.path
