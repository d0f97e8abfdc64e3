"""Targets (P10): for each organization I should like to know better, who is there, who was, who knows somebody there,
and where I know nobody yet.

targets: ["[[Tidemark Risk]]"]   Lotte works there and hears from me     ->  state "there", now=(Lotte,)
                                 Priya is on my list, Emeka knows her    ->  to_meet=(Priya,), one_hop=(Emeka,)
target: true in Corvane Re       nobody                                  ->  state "unknown"

Whoever is archived, deceased or marked `cadence: never` is nobody to be asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.model.background import Background
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.goals_note import Named
from vaultnet.model.network import Network
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import SIMILAR, normalise_name
from vaultnet.model.settings import Settings
from vaultnet.practice.acquaintance import mutual_acquaintances
from vaultnet.practice.warmth import heat_of, warmth_of
from vaultnet.practice.workplace import Places, Workplace, build_places, workplace_at

THERE, WAS_THERE, ONE_HOP, UNKNOWN = "there", "was_there", "one_hop", "unknown"  # the states of a target


class Insider(NamedTuple):
    """Somebody who is or was at a target. `match` says how surely: exact, normalised, or similar (a guess)."""

    path: str
    role: str
    at: str
    match: str
    start: str
    end: str
    last: date | None
    last_kind: str
    warmth: str


class Hop(NamedTuple):
    """Somebody I know who can bring me there: they know `to` (`how`: introduced, knows, met, colleague; see `Tie`), or
    with `how` part they work at `at`, an organization that belongs to the target.
    """

    path: str
    how: str
    to: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One organization. `now` and `before` are people I know, the warmest tie first, `to_meet` people there with whom I
    was never in touch, `one_hop` who could bring me there. `fact` is the newest on how it is doing.
    """

    card: OrganizationCard
    fact: DatedLine | None
    now: tuple[Insider, ...]
    before: tuple[Insider, ...]
    to_meet: tuple[Insider, ...]
    one_hop: tuple[Hop, ...]

    @property
    def state(self) -> str:
        """How near I am: there, was_there, one_hop or unknown. A guess at a name brings nobody nearer."""
        for state, people in ((THERE, self.now), (WAS_THERE, self.before)):
            if any(insider.match != SIMILAR for insider in people):
                return state
        return ONE_HOP if self.one_hop else UNKNOWN


def target_cards(wanted: Iterable[Named], cards: Sequence[OrganizationCard]) -> tuple[OrganizationCard, ...]:
    """The targets, each once: those of the goals in their order, then those whose own note says so, by path."""
    places = build_places(cards)
    found: dict[str, OrganizationCard] = {}
    for named in wanted:
        card = places.by_path.get(named.path) or _card_named(named, places)
        found.setdefault(card.path or normalise_name(card.name), card)
    for card in cards:
        if card.is_target:
            found.setdefault(card.path, card)
    return tuple(found.values())


def _card_named(named: Named, places: Places) -> OrganizationCard:
    """The one organization of that name; a name of none, or of two, stands for itself."""
    known = () if named.path else places.by_plain_name.get(normalise_name(named.name), ())
    return known[0] if len(known) == 1 else OrganizationCard(named.path, named.name)


def build_targets(
    wanted: Iterable[Named],
    cards: Sequence[OrganizationCard],
    backgrounds: Sequence[Background],
    network: Network,
    settings: Settings,
    today: date,
) -> tuple[Target, ...]:
    """The board; `wanted` are the targets of the goals, `cards` every organization that has a note."""
    targets = target_cards(wanted, cards)
    notes = {card.path for card in cards}
    places = build_places((*cards, *(card for card in targets if card.path not in notes)))
    asked = _to_be_asked(backgrounds, network)
    heat = _Heat(network, settings, today)
    return tuple(_build_target(card, asked, places, heat) for card in targets)


def _to_be_asked(backgrounds: Iterable[Background], network: Network) -> tuple[Background, ...]:
    standings = network.standing_by_path
    return tuple(
        background
        for background in backgrounds
        if not standings[background.path].is_gone and not standings[background.path].cadence.never
    )


class _Heat(NamedTuple):
    """What warmth is read from."""

    network: Network
    settings: Settings
    today: date

    def of(self, path: str) -> float:
        return heat_of(self.network.touches[path], self.settings.kinds, self.today)

    def words(self, path: str) -> str:
        return warmth_of(self.network.touches[path], self.settings.kinds, self.today)


def _build_target(card: OrganizationCard, backgrounds: Sequence[Background], places: Places, heat: _Heat) -> Target:
    standings = heat.network.standing_by_path
    matched = ((person, workplace_at(person, card, places)) for person in backgrounds)
    found = [(person, place) for person, place in matched if place]
    found.sort(key=lambda pair: (pair[1].match == SIMILAR, -heat.of(pair[0].path), pair[0].uid, pair[0].path))
    insiders = [(place.job.is_over, _insider(person, place, heat)) for person, place in found]
    now = tuple(insider for is_over, insider in insiders if not is_over and standings[insider.path].since)
    to_meet = tuple(insider for is_over, insider in insiders if not is_over and not standings[insider.path].since)
    before = tuple(insider for is_over, insider in insiders if is_over and standings[insider.path].since)
    there = {insider.path for _, insider in insiders}
    hops = (*_acquaintances((*to_meet, *now), there, heat), *_of_parts(card, backgrounds, places, there, heat))
    return Target(card, card.latest_situation, now, before, to_meet, _each_once(hops, heat))


def _insider(person: Background, place: Workplace, heat: _Heat) -> Insider:
    job, standing = place.job, heat.network.standing_by_path[person.path]
    return Insider(
        person.path,
        job.role or ("" if job.is_over else person.role),
        job.organization,
        place.match,
        job.start,
        job.end,
        standing.last,
        standing.last_kinds[0] if standing.last_kinds else "",
        heat.words(person.path),
    )


def _acquaintances(insiders: Iterable[Insider], there: set[str], heat: _Heat) -> Iterable[Hop]:
    """Who knows somebody there, those whom I have yet to meet first: that is whom I need a word for."""
    for insider in insiders:
        if insider.match != SIMILAR:
            for known in mutual_acquaintances(insider.path, heat.network, heat.settings, heat.today):
                if known.path not in there:
                    yield Hop(known.path, known.how, insider.path)


def _of_parts(
    card: OrganizationCard, backgrounds: Iterable[Background], places: Places, there: set[str], heat: _Heat
) -> Iterable[Hop]:
    """Who works at an organization that belongs to this one."""
    standings = heat.network.standing_by_path
    parts = [part for part in places.by_path.values() if card.path and card.path in part.parents]
    for person in backgrounds:
        if person.path not in there and standings[person.path].since:
            for part in parts:
                place = workplace_at(person, part, places)
                if place and not place.job.is_over and place.match != SIMILAR:
                    yield Hop(person.path, "part", "", part.name)


def _each_once(hops: Iterable[Hop], heat: _Heat) -> tuple[Hop, ...]:
    """Everybody by what was found first, the warmest tie first."""
    first: dict[str, Hop] = {}
    for hop in hops:
        first.setdefault(hop.path, hop)
    uids: Mapping[str, str] = {standing.path: standing.uid for standing in heat.network.standings}
    return tuple(sorted(first.values(), key=lambda hop: (-heat.of(hop.path), uids[hop.path], hop.path)))
