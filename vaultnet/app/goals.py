"""The goals note, what it does not say yet, and who is near it, as the `vaultnet.goals/1` object.

show_goals(workspace)  ->  {"note": "Goals.md", "goals": {...}, "gaps": [{"what": "quota", ...}], "people": [...]}
"""

from collections.abc import Iterable
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.background import Background
from vaultnet.model.goals_note import GoalsNote, Named
from vaultnet.practice.goal_gaps import goal_gaps
from vaultnet.practice.goal_matches import GoalMatch, goal_matches
from vaultnet.practice.targets import target_cards
from vaultnet.practice.workplace import build_places
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.goals import find_goals, goals_paths
from vaultnet.storage.lookup import all_paths
from vaultnet.storage.organizations import load_organizations
from vaultnet.text.fold import fold
from vaultnet.text.resolve import key_of

_USUAL_NAMES = frozenset({"goals", "ziele"})
_WEIGHT = ("target", "past_target", "role", "industry", "location")


def show_goals(workspace: Workspace) -> dict[str, Any] | None:
    """None where no note tells goals; where several do, a notice says which one counts. Raises SettingsError."""
    settings = workspace.config.settings.goals
    note = find_goals(workspace.connection, settings)
    if note is None:
        unread = [path for path in all_paths(workspace.connection) if key_of(path) in _USUAL_NAMES]
        workspace.notices += [f"{path} says no `type: goals` that could be read: `vaultnet check`" for path in unread]
        return None
    others = [path for path in goals_paths(workspace.connection, settings) if path != note.path]
    if others:
        more = ", ".join(others)
        workspace.notices.append(
            f"{note.path} tells your goals, and so does {more}: name the one that counts as goals.note in vaultnet.toml"
        )
    return {
        "note": note.path,
        "goals": _goals(note),
        "gaps": [
            {"what": gap.what, "state": "thin" if gap.is_thin else "missing", "why": gap.why, "where": gap.where}
            for gap in goal_gaps(note.goals, says_quota=note.says_quota)
        ],
        "people": _people(workspace, note),
    }


def _goals(note: GoalsNote) -> dict[str, Any]:
    goals, sections = note.goals, dict(note.goals.sections)
    return {
        "industries": list(goals.industries),
        "roles": list(goals.roles),
        "locations": list(goals.locations),
        "company_kinds": list(goals.company_kinds),
        "environment": list(goals.environment),
        "targets": _named(note.targets),
        "wish_list": _named(note.wish_list),
        "quota": goals.quota,
        "skills": list(goals.skills),
        "offers": list(goals.offers),
        "pitch": sections.get("pitch", ""),
        "strengths": sections.get("strengths", ""),
        "accomplishments": sections.get("accomplishments", ""),
    }


def _named(names: Iterable[Named]) -> list[dict[str, Any]]:
    return [{"name": named.name, "path": named.path or None} for named in names]


def _people(workspace: Workspace, note: GoalsNote) -> list[dict[str, Any]]:
    """Who touches the goals, by the weightiest reason, then by name; whoever is in no plan stays out of it."""
    cards = load_organizations(workspace.connection)
    targets = target_cards(note.targets, cards)
    places = build_places((*cards, *(card for card in targets if card not in cards)))
    gone = {s.path for s in workspace.network().standings if s.is_gone or s.cadence.never}
    language = workspace.config.settings.vault.language
    found: list[tuple[Background, tuple[GoalMatch, ...]]] = []
    for person in load_backgrounds(workspace.connection, workspace.today):
        matches = () if person.path in gone else goal_matches(person, note.goals, targets, places, language)
        if matches:
            found.append((person, matches))
    found.sort(key=lambda row: (_ranks(row[1]), fold(row[0].name), row[0].uid, row[0].path))
    return [
        {"contact": person.path, "name": person.name, "reasons": [match_object(match) for match in matches]}
        for person, matches in found
    ]


def _ranks(matches: Iterable[GoalMatch]) -> list[int]:
    """Sorts by kind of reason; of two alike at first, the one with more to it comes first."""
    return [*sorted({_WEIGHT.index(match.what) for match in matches}), len(_WEIGHT)]


def match_object(match: GoalMatch) -> dict[str, str]:
    """A reason as JSON shows it."""
    words = match.words
    why = {
        "target": f"works at {words}, a target",
        "past_target": f"was at {words}, a target",
        "role": f"works as {words}",
        "industry": f"works in {words}",
        "location": f"is in {words}",
    }[match.what]
    return {"what": match.what, "words": words, "why": why}
