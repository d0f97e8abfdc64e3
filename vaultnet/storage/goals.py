"""The goals note out of the index.

find_goals(connection, settings.goals)  ->  GoalsNote("Goals.md", Goals(industries=("reinsurance",), ...), ...)
"""

import json
import sqlite3
from typing import Any

from vaultnet.errors import SettingsError
from vaultnet.model.goals import GOALS_KEYS, Goals
from vaultnet.model.goals_note import GoalsNote, Named
from vaultnet.model.properties import is_empty
from vaultnet.model.ref import Ref
from vaultnet.model.settings import GoalsSettings
from vaultnet.storage.lookup import paths_of_type
from vaultnet.text.resolve import key_of

_CONTENT = "SELECT id, properties, record FROM note JOIN content ON note = id WHERE path = ?"
_NAMED = """
SELECT coalesce(p.title, r.text), coalesce(p.path, '') FROM ref r LEFT JOIN note p ON p.id = r.target
WHERE r.note = ? AND r.role = ? ORDER BY r.number
"""


def goals_paths(connection: sqlite3.Connection, settings: GoalsSettings) -> list[str]:
    """The notes that tell goals, the one that counts first: the one that the settings name, else the first by path.

    Raises SettingsError where the settings name none of them.
    """
    paths = paths_of_type(connection, "goals")
    if not settings.note:
        return paths
    wanted = key_of(settings.note)
    named = [path for path in paths if settings.note in (path, path.removesuffix(".md")) or key_of(path) == wanted]
    if not named:
        raise SettingsError(
            f'goals.note "{settings.note}" is no goals note: name one with `type: goals`, or make it with '
            "`vaultnet new goals`",
            path="vaultnet.toml",
        )
    return named


def find_goals(connection: sqlite3.Connection, settings: GoalsSettings) -> GoalsNote | None:
    """The goals; None where no note tells any. Raises SettingsError."""
    paths = goals_paths(connection, settings)
    row = connection.execute(_CONTENT, paths[:1]).fetchone() if paths else None
    if row is None:
        return None
    note, properties, record = row[0], json.loads(row[1]), json.loads(row[2])
    return GoalsNote(
        paths[0],
        _goals(record),
        _named(connection, note, "target"),
        _named(connection, note, "wish"),
        any(GOALS_KEYS[key] == "quota" and not is_empty(value) for key, value in properties.items()),
    )


def _goals(record: dict[str, Any]) -> Goals:
    texts = ("industries", "roles", "locations", "company_kinds", "environment", "skills", "offers")
    return Goals(
        name=record["name"],
        targets=tuple(Ref(**ref) for ref in record["targets"]),
        wish_list=tuple(Ref(**ref) for ref in record["wish_list"]),
        quota=record["quota"],
        sections=tuple((heading, text) for heading, text in record["sections"]),
        **{key: tuple(record[key]) for key in texts},
    )


def _named(connection: sqlite3.Connection, note: int, role: str) -> tuple[Named, ...]:
    return tuple(Named(*row) for row in connection.execute(_NAMED, (note, role)))
