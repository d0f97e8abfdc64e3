"""Who knows whom, of everybody at once, out of the index: nobody is introduced to whom they know.

load_circles(connection, date(2026, 6, 15)).know_each_other("People/Anouk.md", "People/Sofía.md")  ->  True
"""

import json
import sqlite3
from datetime import date

from vaultnet.model.gathering import CANCELLED
from vaultnet.model.giving import Circles

_CROWD = 40  # people
# What a note says outright, or whom its text names: then I have thought of it myself.
_PAIRS = """
SELECT a.path, b.path FROM ref r JOIN note a ON a.id = r.note AND a.type = 'contact'
JOIN note b ON b.id = r.target AND b.type = 'contact' WHERE r.role IN ('introduced-by', 'knows', 'link')
"""
# Who came to one meeting or event, is in one group, or stands in one introduction: from, to, or between the two. To be
# on one list with a crowd says nothing.
_TOGETHER = """
SELECT p.path, g.path FROM ref r JOIN note g ON g.id = r.note JOIN content c ON c.note = g.id
JOIN note p ON p.id = r.target AND p.type = 'contact'
WHERE (g.type IN ('meeting', 'event') AND r.role = 'with' AND g.day BETWEEN '0' AND :today
       AND (SELECT count(*) FROM ref WHERE note = g.id AND role = 'with') <= :crowd
       AND json_extract(c.record, '$.status') NOT IN (SELECT value FROM json_each(:cancelled)))
OR (g.type = 'group' AND r.role = 'with' AND (SELECT count(*) FROM ref WHERE note = g.id AND role = 'with') <= :crowd)
OR (g.type = 'introduction' AND r.role IN ('from', 'to', 'via'))
"""
# Who stands in one line of a daily note: "lunch with [[Ada]] and [[Ben]]", "introduced [[Ada]] to [[Ben]]".
_IN_ONE_LINE = """
SELECT p.path, s.path || ':' || t.line FROM note s JOIN touch t ON t.note = s.id
JOIN note p ON p.id = t.target AND p.type = 'contact'
WHERE s.type = '' AND t.link != '' AND t.richness > 0 AND t.known <= :today
"""


def load_circles(connection: sqlite3.Connection, today: date) -> Circles:
    """As of a day: who only will meet does not know each other yet."""
    parameters = {"today": today.isoformat(), "crowd": _CROWD, "cancelled": json.dumps(sorted(CANCELLED))}
    circles: dict[str, set[str]] = {}
    for query in (_TOGETHER, _IN_ONE_LINE):
        for contact, circle in connection.execute(query, parameters):
            circles.setdefault(contact, set()).add(circle)
    return Circles(connection.execute(_PAIRS), {path: frozenset(names) for path, names in circles.items()})
