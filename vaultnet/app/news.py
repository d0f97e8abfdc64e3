"""What is new at organizations and of persons, out of the vault, as the `vaultnet.news/1` rows.

list_news(workspace, date(2026, 3, 17))
->  [{"about": "Organizations/Tidemark Risk.md", "name": "Tidemark Risk", "target": True,
      "contacts": [{"path": "People/Lotte.md", "name": "Lotte"}], "news": [{"date": "2026-06-12", "title": ...}]}]
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.model.clipping import Clipping
from vaultnet.model.who import find_who
from vaultnet.practice.news_board import AboutOne, build_news_board
from vaultnet.practice.targets import target_cards
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.clippings import load_clippings
from vaultnet.storage.goals import find_goals
from vaultnet.storage.lookup import name_rows
from vaultnet.storage.organizations import load_organizations


def find_subjects(workspace: Workspace, who: str) -> tuple[str, ...]:
    """Whom news about WHO is about: an organization; or a person, and where they work now. () for everybody.

    Raises NothingFound and AmbiguousName.
    """
    if not who:
        return ()
    path = find_who(who, name_rows(workspace.connection, "contact", "organization"))
    people = (person for person in load_backgrounds(workspace.connection, workspace.today) if person.path == path)
    jobs = (job.path for person in people for job in person.jobs if job.path and not job.is_over)
    return tuple(dict.fromkeys((path, *jobs)))


def list_news(workspace: Workspace, since: date, about: Collection[str] = ()) -> list[dict[str, Any]]:
    """What was published or saved on a day or later, by whom it is about; all, or what is about these paths.

    Raises SettingsError.
    """
    connection, network = workspace.connection, workspace.network()
    clippings = load_clippings(connection, since)
    if not clippings:
        return []
    goals, cards = find_goals(connection, workspace.config.settings.goals), load_organizations(connection)
    standings = network.standing_by_path
    asked = [
        person
        for person in load_backgrounds(connection, workspace.today)
        if person.path in about or not (standings[person.path].is_gone or standings[person.path].cadence.never)
    ]
    board = build_news_board(clippings, cards, target_cards(goals.targets if goals else (), cards), asked)
    names = network.name_by_path
    return [_about_one(one, names) for one in board if not about or one.path in about]


def _about_one(one: AboutOne, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "about": one.path,
        "name": one.name,
        "kind": "contact" if one.is_person else "organization",
        "target": one.is_target,
        "contacts": [{"path": path, "name": names[path]} for path in one.contacts],
        "news": [_clipping(clipping) for clipping in one.clippings],
    }


def _clipping(clipping: Clipping) -> dict[str, Any]:
    return {
        "date": clipping.day.isoformat(),
        "title": clipping.title,
        "url": clipping.url or None,
        "source": {"path": clipping.path, "line": clipping.line},
    }
