"""RSS, Atom and RDF: bytes in, items out; of what is none, what it is instead.

parse_feed(b"<rss>...<item>...", "https://tidemark.example/feed.xml", "application/rss+xml")
-> (FeedItem("77", "Office in Lisbon", "https://tidemark.example/lisbon", ...), ...)
parse_feed(b"<!doctype html><link rel=alternate href=/feed.xml ...>", ...)
-> NoFeed("https://tidemark.example/feed.xml")        a web page, which names its feed
"""

import io
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from types import ModuleType
from typing import Any, NamedTuple

from vaultnet.errors import UsageError
from vaultnet.model.feed_item import FeedItem
from vaultnet.text.headline import plain_title, web_address

_DATES = ("published", "updated", "created")
_DATE_ONLY = 10  # characters of 2026-06-12
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_END_TAG = re.compile(r"</[A-Za-z][A-Za-z0-9]{0,20}\s*>")
_LONGEST_SUMMARY = 2_000  # characters, for an item that has no other words


class NoFeed(NamedTuple):
    """Something else. `feed` is the address of the feed that it names, "" where it names none."""

    feed: str = ""


def require_feedparser() -> ModuleType:
    """The library that reads feeds. Raises UsageError where it is not installed."""
    try:
        import feedparser  # noqa: PLC0415  (an extra, and only `news --fetch` needs it)
    except ImportError as error:
        raise UsageError("reading feeds takes an extra: pip install 'vaultnet[news]'") from error
    module: ModuleType = feedparser
    return module


def parse_feed(data: bytes, url: str, content_type: str) -> tuple[FeedItem, ...] | NoFeed:
    """The items in the order of the feed, each once; a feed that breaks off gives those before the break.

    Raises UsageError where feedparser is not installed.
    """
    parser = require_feedparser()
    headers = {"content-location": url, "content-type": content_type}
    try:
        found = parser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    except Exception:  # noqa: BLE001  (whatever a hostile file does to the parser, it is no feed)
        return NoFeed()
    if not found.get("version") and not found.entries:
        return NoFeed(_named_feed(found.get("feed", {})))
    items: dict[str, FeedItem] = {}
    for item in _items(found.entries):
        items.setdefault(item.key, item)
    return tuple(items.values())


def _named_feed(page: Mapping[str, Any]) -> str:
    links = (link for link in page.get("links", ()) if link.get("type") in _FEED_TYPES)
    return next(filter(None, (web_address(link.get("href", "")) for link in links)), "")


def _items(entries: list[dict[str, Any]]) -> Iterator[FeedItem]:
    """Those with a title or an address; what is dropped has nothing to show."""
    for entry in entries:
        title, url = _title(entry), web_address(entry.get("link") or "")
        if title or url:
            moment, day = _time(entry)
            yield FeedItem(entry.get("id") or url or title, title or url, url, moment, day)


def _title(entry: Mapping[str, Any]) -> str:
    """The title, else how the text begins; as words, whatever markup they came in."""
    for name in ("title", "summary"):
        words = (entry.get(name) or "")[:_LONGEST_SUMMARY]
        is_html = "html" in entry.get(f"{name}_detail", {}).get("type", "") or _END_TAG.search(words)
        if title := plain_title(_without_markup(words) if is_html else words):
            return title
    return ""


def _time(entry: dict[str, Any]) -> tuple[datetime | None, date | None]:
    """The first date that can be read; without a time of day it is a day, wherever one is."""
    for name in _DATES:
        parsed = dict.get(entry, f"{name}_parsed")  # its own `get` answers for one date with another
        if not parsed:
            continue
        try:
            moment = datetime.fromtimestamp(timegm(parsed), UTC)
        except (ValueError, OverflowError, OSError):
            continue
        is_day = len((dict.get(entry, name) or "").strip()) == _DATE_ONLY
        return (None, moment.date()) if is_day else (moment, None)
    return None, None


class _Words(HTMLParser):
    """The text of a piece of HTML; what a browser does not show is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in {"script", "style"}:
            self._hidden = tag
        elif tag in {"br", "p", "div", "li"}:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def _without_markup(text: str) -> str:
    words = _Words()
    words.feed(text)
    words.close()
    return "".join(words.parts)
