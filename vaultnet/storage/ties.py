"""Who is said to know whom, out of the index: looked up for one contact when somebody asks.

load_ties(connection, date(2026, 6, 15))["People/Naledi Mokoena.md"]
-> (Tie("People/Emeka Obi.md", "introduced", None), Tie("People/Ravi Subramaniam.md", "met", date(2025, 4, 3)))
"""

import sqlite3
from collections.abc import Mapping
from datetime import date

from vaultnet.model.tie import Tie
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type

# Each way round: what the contact's note says of others, what others' notes say of the contact, and who was there too.
_TIES = """
WITH me AS (SELECT id FROM note WHERE path = :path)
SELECT p.path, CASE r.role WHEN 'introduced-by' THEN 'introduced' ELSE 'knows' END, ''
FROM ref r JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE r.note = (SELECT id FROM me) AND r.role IN ('introduced-by', 'knows')
UNION
SELECT p.path, CASE r.role WHEN 'introduced-by' THEN 'introduced' ELSE 'knows' END, ''
FROM ref r JOIN note p ON p.id = r.note AND p.type = 'contact'
WHERE r.target = (SELECT id FROM me) AND r.role IN ('introduced-by', 'knows')
UNION
SELECT p.path, 'met', max(g.day)
FROM ref r JOIN note g ON g.id = r.note AND g.type IN ('meeting', 'event') AND g.day != '' AND g.day <= :today
JOIN ref o ON o.note = g.id AND o.role = 'with' JOIN note p ON p.id = o.target AND p.type = 'contact'
WHERE r.target = (SELECT id FROM me) AND r.role = 'with' AND p.path != :path
GROUP BY p.path
ORDER BY 1, 2
"""
_RANK = {"knows": 0, "introduced": 1, "met": 2}


def load_ties(connection: sqlite3.Connection, today: date) -> Mapping[str, tuple[Tie, ...]]:
    """Path of a contact -> those who know them, each once, by what says most; () for anyone else."""

    def ties(path: str) -> tuple[Tie, ...]:
        best: dict[str, Tie] = {}
        for other, how, day in connection.execute(_TIES, {"path": path, "today": today.isoformat()}):
            tie = Tie(other, how, date.fromisoformat(day) if day else None)
            if other not in best or _RANK[how] < _RANK[best[other].how]:
                best[other] = tie
        return tuple(best.values())

    return Lazy(ties, lambda: paths_of_type(connection, "contact"))
