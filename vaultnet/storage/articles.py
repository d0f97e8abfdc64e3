"""Notes and clippings that may interest somebody, out of the index: plain notes, by their tags and links.

Clippings/Barn owls are back.md, source: https://..., tags: [clippings, owls], text: ... [[Dike life]] ...
-> Article("Clippings/Barn owls are back.md", "Barn owls are back", ("owls", "Dike life", "Barn owls are back"), ...)
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from vaultnet.model.clipping import SOURCE_KEYS, clipping_tags, is_news_page, written_on
from vaultnet.model.dates import parse_date
from vaultnet.model.giving import Article
from vaultnet.model.news_settings import NewsSettings
from vaultnet.model.ref import read_refs
from vaultnet.text.fold import fold_key
from vaultnet.text.frontmatter import Value

_PLAIN_NOTES = """
SELECT n.path, n.title, n.day, c.properties, (
    SELECT json_group_array(json_array(role, text)) FROM ref WHERE note = n.id AND role IN ('tag', 'topic'))
FROM note n JOIN content c ON c.note = n.id WHERE n.type = ''
AND (c.properties != '{}' OR EXISTS (SELECT 1 FROM ref WHERE note = n.id AND role IN ('tag', 'topic'))) ORDER BY n.path
"""


def load_articles(connection: sqlite3.Connection, settings: NewsSettings) -> tuple[Article, ...]:
    """Every plain note with topics, by path. Daily notes are none, whatever tags they have. The tags of a clipping say
    what a note is, not what it is about.
    """
    marks = clipping_tags(settings.tags)
    found = (
        _article(path, title, day, json.loads(properties), json.loads(refs), marks)
        for path, title, day, properties, refs in connection.execute(_PLAIN_NOTES)
        if parse_date(title) is None
    )
    return tuple(article for article in found if article.topics)


def _article(
    path: str, title: str, day: str, properties: dict[str, Value], refs: list[list[str]], marks: AbstractSet[str]
) -> Article:
    folded = {fold_key(key): value for key, value in properties.items()}
    if is_news_page(folded):  # its lines are articles, it is none
        return Article(path, title, ())
    is_clipping = any(folded.get(key) for key in SOURCE_KEYS)
    topics = [
        *_topics((text for role, text in refs if role == "tag"), marks),
        *(text for role, text in refs if role == "topic"),
        *_linked(properties),
        *([title] if is_clipping else []),
    ]
    written = written_on(folded, parse_date)
    return Article(path, title, tuple(dict.fromkeys(topics)), written.isoformat() if written else day)


def _topics(tags: Iterable[str], marks: AbstractSet[str]) -> Iterator[str]:
    """`#birds/barn-owls` is about birds, and about barn owls."""
    for tag in tags:
        for part in tag.split("/"):
            if part.lower() not in marks:
                yield part.replace("-", " ").replace("_", " ")


def _linked(properties: dict[str, Value]) -> Iterator[str]:
    """What any property links to: `about: "[[Barn owls]]"`."""
    for value in properties.values():
        yield from (ref.text for ref in read_refs(value) if ref.link)
