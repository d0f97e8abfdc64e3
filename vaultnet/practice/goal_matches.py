"""Which goals a contact touches, in words (P9): what makes the agenda prefer one of two who are due alike.

Lotte works at Tidemark Risk, a target   ->  GoalMatch("target", "Tidemark Risk")
"Senior catastrophe modeller"            ->  GoalMatch("role", "catastrophe modeller")
their company's industry                 ->  GoalMatch("industry", "reinsurance")
lives in Delft                           ->  GoalMatch("location", "Delft")
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vaultnet.model.background import Background
from vaultnet.model.country import find_country
from vaultnet.model.goals import Goals
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.model.organization_name import SIMILAR
from vaultnet.practice.workplace import Places, find_employer, workplace_at
from vaultnet.text.fold import fold
from vaultnet.text.keywords import keywords


class GoalMatch(NamedTuple):
    """`what`: target, past_target (they were there), role, industry or location; `words` are those of the goals, or the
    target's name.
    """

    what: str
    words: str


def goal_matches(
    background: Background, goals: Goals, targets: Sequence[OrganizationCard], places: Places, language: str
) -> tuple[GoalMatch, ...]:
    """The reasons to prefer somebody, the weightiest first; () for those who touch no goal.

    `places` are all organizations that are known. A guess at a company's name is no reason.
    """
    industries = [industry for card in _employers(background, places) for industry in card.industry]
    return (
        *_targets(background, targets, places),
        *_said("role", goals.roles, _roles(background), language),
        *_said("industry", goals.industries, industries, language),
        *_locations(background, goals, places),
    )


def _targets(background: Background, targets: Iterable[OrganizationCard], places: Places) -> Iterator[GoalMatch]:
    for card in targets:
        place = workplace_at(background, card, places)
        if place and place.match != SIMILAR:
            yield GoalMatch("past_target" if place.job.is_over else "target", card.name)


def _roles(background: Background) -> list[str]:
    return [background.role, *(job.role for job in background.jobs if not job.is_over)]


def _employers(background: Background, places: Places) -> list[OrganizationCard]:
    """The organizations where somebody works now, as far as they are known."""
    now = (find_employer(job, places) for job in background.jobs if not job.is_over)
    return [card for card in now if card]


def _said(what: str, wanted: Iterable[str], said: Sequence[str], language: str) -> Iterator[GoalMatch]:
    """The goals of which every word that says something stands in one text, whatever its form and place."""
    heard = [keywords(text, language).keys() for text in said]
    for goal in wanted:
        words = keywords(goal, language).keys()
        if words and any(words <= text for text in heard):
            yield GoalMatch(what, goal)


def _locations(background: Background, goals: Goals, places: Places) -> Iterator[GoalMatch]:
    """Where they live; of those who say nothing of it, where they work."""
    says = background.location or background.country
    cards = [] if says else _employers(background, places)
    towns = [fold(text) for text in (background.location, *(card.location for card in cards))]
    countries = {background.country, *(card.country for card in cards)} - {""}
    for wanted in goals.locations:
        is_country = find_country(wanted) in countries
        if is_country or any(fold(wanted) in (town, *map(str.strip, town.split(","))) for town in towns):
            yield GoalMatch("location", wanted)
