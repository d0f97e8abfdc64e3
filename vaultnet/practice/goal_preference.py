"""Whom the agenda prefers (P9): of those whose turn is alike, whoever touches a goal; and the one reason it says.

preference = GoalPreference(Aims(note.goals, targets, places, "en"), backgrounds)
"People/Lotte.md" in preference           ->  True
preference.reason("People/Lotte.md")      ->  GoalMatch("target", "Tidemark Risk")

Everybody is looked at only when it is asked for: a page of two names compares a few dozen, not the network.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultnet.model.background import Background
from vaultnet.model.goals import Goals
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.practice.colleagues import is_inside
from vaultnet.practice.goal_matches import GoalMatch, goal_matches
from vaultnet.practice.workplace import Places

_PAST = "past_target"  # a door that may still open, and no reason to go before anybody


class Aims(NamedTuple):
    """What I look for: `targets` are the target organizations, `places` all that are known, `mine` my own, if any."""

    goals: Goals
    targets: Sequence[OrganizationCard]
    places: Places
    language: str
    mine: OrganizationCard | None = None


class GoalPreference:
    """A container of paths; `backgrounds` may be a lazy mapping."""

    def __init__(self, aims: Aims | None = None, backgrounds: Mapping[str, Background] | None = None) -> None:
        self._aims = aims
        self._backgrounds = backgrounds or {}
        self._known: dict[str, GoalMatch | None] = {}

    def __contains__(self, path: object) -> bool:
        return self.reason(str(path)) is not None

    def reason(self, path: str) -> GoalMatch | None:
        """The weightiest goal that somebody touches, None for whoever touches none."""
        if self._aims is None or path not in self._backgrounds:
            return None
        if path not in self._known:
            self._known[path] = _reason(self._backgrounds[path], self._aims)
        return self._known[path]


def _reason(person: Background, aims: Aims) -> GoalMatch | None:
    """To live in the right town is no reason of its own for somebody whom I meet at work."""
    matches = goal_matches(person, aims.goals, aims.targets, aims.places, aims.language)
    reason = next((match for match in matches if match.what != _PAST), None)
    if reason and reason.what == "location" and aims.mine and is_inside(person, aims.mine, aims.places):
        return None
    return reason


NO_PREFERENCE = GoalPreference()
