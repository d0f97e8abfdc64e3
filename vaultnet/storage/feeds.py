"""Which organizations have a feed, and which note keeps the news of which organization, out of the index.

load_feeds(connection)       ->  (OrganizationFeed("Organizations/Tidemark Risk.md", "https://..."), ...)
load_news_notes(connection)  ->  {"Organizations/Tidemark Risk.md": "Clippings/Tidemark Risk news.md"}
"""

import json
import sqlite3
from typing import NamedTuple

from vaultnet.model.clipping import is_news_page, names_about
from vaultnet.text.fold import fold_key
from vaultnet.text.resolve import NameIndex, resolve

_FEEDS = """
SELECT n.path, j.value FROM note n JOIN content c ON c.note = n.id, json_each(c.record, '$.feed') j
WHERE n.type = 'organization' AND j.value != '' ORDER BY n.path, j.id
"""
_ORGANIZATIONS = "SELECT path, id FROM note WHERE type = 'organization'"
_NEWS_NOTES = """
SELECT n.path, c.properties FROM note n JOIN content c ON c.note = n.id
WHERE n.type = '' AND c.properties LIKE '%news%' ORDER BY n.path
"""


class OrganizationFeed(NamedTuple):
    """One feed of one organization."""

    organization: str
    url: str


def load_feeds(connection: sqlite3.Connection) -> tuple[OrganizationFeed, ...]:
    """Every feed that a note names, by the organization's path."""
    return tuple(OrganizationFeed(*row) for row in connection.execute(_FEEDS))


def load_news_notes(connection: sqlite3.Connection) -> dict[str, str]:
    """Path of an organization -> path of the note that collects its news: wherever the user moved it, the first by
    path of several.
    """
    organizations = NameIndex(dict(connection.execute(_ORGANIZATIONS)))
    found: dict[str, str] = {}
    for path, properties in connection.execute(_NEWS_NOTES):
        folded = {fold_key(key): value for key, value in json.loads(properties).items()}
        if is_news_page(folded):
            for name in names_about(folded):
                organization = resolve(organizations, name, path)
                if organization is not None:
                    found.setdefault(organization, path)
    return found
