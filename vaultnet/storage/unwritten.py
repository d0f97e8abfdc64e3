"""People and organizations that notes name and that have no note of their own yet.

unwritten_rows(connection)  ->  [NameRow("rasmus thielen", "Rasmus Thielen", "Rasmus Thielen"), ...]
"""

import sqlite3

from vaultnet.model.who import NameRow

PEOPLE = ("from", "introduced-by", "knows", "link", "people", "to", "via", "wish", "with")
ORGANIZATIONS = ("company", "parent", "position", "target")
_UNWRITTEN = """
SELECT r.key, min(CASE r.link WHEN '' THEN r.text ELSE r.link END) FROM ref r LEFT JOIN note n ON n.id = r.target
WHERE coalesce(n.type, '') = '' AND r.key != '' AND r.role IN ({}) GROUP BY r.key
"""


def unwritten_rows(connection: sqlite3.Connection, roles: tuple[str, ...]) -> list[NameRow]:
    """A row for every name that is given in one of the roles; its `path` is the name as it is written.

    A note that says nothing of itself, such as a page somebody began, is none of a person or an organization.
    """
    query = _UNWRITTEN.format(", ".join("?" * len(roles)))
    written = ((key, text.rpartition("/")[2].removesuffix(".md")) for key, text in connection.execute(query, roles))
    return [NameRow(key, name, name) for key, name in written]
