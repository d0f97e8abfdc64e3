"""What there is to give, out of the index: one look at everybody's needs, offers, skills, roles and interests.

load_giving(connection, date(2026, 6, 15), settings)
-> Giving(needs=(Need("People/Aoife.md", "a proofreader ..."),), resources=(Resource("People/Ada.md", ...),), ...)
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date

from vaultnet.model.dates import add_days
from vaultnet.model.giving import MINE, Giving, Interest, Need, Resource
from vaultnet.model.settings import Settings
from vaultnet.storage.anniversaries import load_life_events
from vaultnet.storage.articles import load_articles
from vaultnet.storage.circles import load_circles
from vaultnet.storage.goals import find_goals

_WEEKS = 6  # in which an event in somebody's life is still to be answered
# One look at each record: taking a text of JSON apart costs more than what is asked of it.
_NEEDED = "SELECT n.path, c.needs FROM contact c CROSS JOIN note n ON n.id = c.note WHERE c.needs != '' ORDER BY n.path"
_SAID = """
SELECT n.path, json_extract(c.record, '$.offers', '$.skills', '$.role', '$.interests')
FROM note n JOIN content c ON c.note = n.id WHERE n.type = 'contact' ORDER BY n.path
"""
_PROPOSED = """
SELECT p.path, o.day, o.item FROM offer o JOIN note p ON p.id = o.target AND p.type = 'contact'
WHERE o.day < ? ORDER BY p.path, o.day, o.number
"""


def load_giving(connection: sqlite3.Connection, today: date, settings: Settings) -> Giving:
    """Everything as of a day, people by path; what is mine comes last. What people can do and like is only read where
    there is something that it could meet: a need, or something to pass on. Raises SettingsError where the settings name
    a goals note that is none.
    """
    needed = connection.execute(_NEEDED)
    needs = tuple([Need(path, text) for path, texts in needed for text in json.loads(texts) if text])
    articles = load_articles(connection, settings.news)
    resources, interests = _said(connection) if needs or articles else ([], [])
    proposed: dict[str, list[tuple[date, str]]] = {}
    for path, day, key in connection.execute(_PROPOSED, (today.isoformat(),)):
        proposed.setdefault(path, []).append((date.fromisoformat(day), key))
    first = add_days(today, -7 * _WEEKS)
    return Giving(
        needs=needs,
        resources=(*resources, *_my_resources(connection, settings)),
        interests=tuple(interests),
        articles=articles,
        circles=load_circles(connection, today),
        proposed={path: tuple(items) for path, items in proposed.items()},
        events=load_life_events(connection, first, today),
    )


def _said(connection: sqlite3.Connection) -> tuple[list[Resource], list[Interest]]:
    """What everybody can do, and likes."""
    resources: list[Resource] = []
    interests: list[Interest] = []
    for path, said in connection.execute(_SAID):
        offers, skills, role, liked = json.loads(said)
        interests += [Interest(path, text) for text in liked if text]
        sources = (("offer", offers), ("skill", skills), ("role", [role]))
        resources += [Resource(path, text, source) for source, texts in sources for text in texts if text]
    return resources, interests


def _my_resources(connection: sqlite3.Connection, settings: Settings) -> Iterator[Resource]:
    """What the goals note says of me: offers, skills, and each line below Strengths."""
    note = find_goals(connection, settings.goals)
    if note is None:
        return
    yield from (Resource(MINE, text, "offer") for text in note.goals.offers)
    yield from (Resource(MINE, text, "skill") for text in note.goals.skills)
    strengths = dict(note.goals.sections).get("strengths", "")
    lines = (line.strip().lstrip("-*+ ").strip() for line in strengths.split("\n"))
    yield from (Resource(MINE, line, "strength") for line in lines if line)
