"""Who knows whom, out of the index, one person's circles at a time: nobody is introduced to whom they know.

load_circles(connection, date(2026, 6, 15)).know_each_other("People/Anouk.md", "People/Sofía.md")  ->  True
"""

import json
import sqlite3
from datetime import date

from vaultnet.model.gathering import CANCELLED
from vaultnet.model.giving import Circles
from vaultnet.storage.lazy import Lazy
from vaultnet.storage.lookup import paths_of_type

_CROWD = 40  # people
_NOTE = "SELECT id FROM note WHERE path = ? AND type = 'contact'"
# What a note says outright, or whom its text names: then I have thought of it myself. A pair is a circle of its own.
_NAMED = """
SELECT DISTINCT b.path FROM ref r CROSS JOIN note b ON b.id = r.target AND b.type = 'contact'
WHERE r.note = :note AND r.role IN ('introduced-by', 'knows', 'link')
UNION SELECT a.path FROM ref r CROSS JOIN note a ON a.id = r.note AND a.type = 'contact'
WHERE r.target = :note AND r.role IN ('introduced-by', 'knows', 'link')
"""
# Who came to one meeting or event, is in one group, or stands in one introduction: from, to, or between the two. To be
# on one list with a crowd says nothing.
_TOGETHER = """
SELECT g.path FROM ref r CROSS JOIN note g ON g.id = r.note CROSS JOIN content c ON c.note = g.id
WHERE r.target = :note AND (
(g.type IN ('meeting', 'event') AND r.role = 'with' AND g.day BETWEEN '0' AND :today
       AND (SELECT count(*) FROM ref WHERE note = g.id AND role = 'with') <= :crowd
       AND json_extract(c.record, '$.status') NOT IN (SELECT value FROM json_each(:cancelled)))
OR (g.type = 'group' AND r.role = 'with' AND (SELECT count(*) FROM ref WHERE note = g.id AND role = 'with') <= :crowd)
OR (g.type = 'introduction' AND r.role IN ('from', 'to', 'via')))
"""
# Who stands in one line of a daily note: "lunch with [[Ada]] and [[Ben]]", "introduced [[Ada]] to [[Ben]]".
_IN_ONE_LINE = """
SELECT s.path || ':' || t.line FROM touch t CROSS JOIN note s ON s.id = t.note
WHERE t.target = :note AND s.type = '' AND t.link != '' AND t.richness > 0 AND t.known <= :today
"""


def load_circles(connection: sqlite3.Connection, today: date) -> Circles:
    """As of a day: who only will meet does not know each other yet."""
    parameters = {"today": today.isoformat(), "crowd": _CROWD, "cancelled": json.dumps(sorted(CANCELLED))}

    def circles(contact: str) -> frozenset[str]:
        found = connection.execute(_NOTE, (contact,)).fetchone()
        if found is None:
            return frozenset()
        known = {**parameters, "note": found[0]}
        pairs = ("\0".join(sorted((contact, other))) for (other,) in connection.execute(_NAMED, known))
        places = (place for query in (_TOGETHER, _IN_ONE_LINE) for (place,) in connection.execute(query, known))
        return frozenset((*pairs, *places))

    return Circles((), Lazy(circles, lambda: paths_of_type(connection, "contact")))
