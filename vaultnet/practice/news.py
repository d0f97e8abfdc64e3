"""News out of feeds (P11): which items are worth keeping.

a feed of 300 items, some of them years old, three in the vault already    ->   the newest twenty that are none of these
"""

import re
from collections.abc import Collection, Iterable
from datetime import date, tzinfo
from typing import NamedTuple

from vaultnet.model.clipping import Clipping
from vaultnet.model.feed_item import FeedItem
from vaultnet.model.news_settings import NewsSettings
from vaultnet.text.blake2 import blake2b
from vaultnet.text.fold import fold

_NOT_THE_PAGE = re.compile(r"#.*|(?<=[?&])(?:utm_\w+|at_medium|at_campaign|fbclid|gclid|ref|source)=[^&#]*&?")


class NewsItem(NamedTuple):
    """An item as it goes into the vault."""

    day: date
    title: str
    url: str


def choose_items(
    items: Iterable[FeedItem],
    kept: Iterable[Clipping],
    seen: Collection[str],
    today: date,
    zone: tzinfo | None,
    settings: NewsSettings,
) -> tuple[NewsItem, ...]:
    """The items that are new, recent, and not in the vault (`kept`), the newest first; of very many the newest.

    `seen` are the digests of those that an earlier fetch had: what somebody took out of the note stays out.
    """
    there = {key for clipping in kept for key in _keys(clipping.title, clipping.url)}
    since = days_back(today, settings.days)
    found: list[NewsItem] = []
    for item in items:
        keys = _keys(item.title, item.url)
        day = min(_day_of(item, zone) or today, today)
        if item_digest(item) not in seen and there.isdisjoint(keys) and day >= since:
            there.update(keys)
            found.append(NewsItem(day, item.title, item.url))
    found.sort(key=lambda item: item.day, reverse=True)
    return tuple(found[: settings.items])


def item_digest(item: FeedItem) -> str:
    """What an item is remembered by: short, and telling nothing."""
    return blake2b(item.key.encode(errors="replace"), digest_size=8).hexdigest()


def days_back(today: date, days: int) -> date:
    return date.fromordinal(max(today.toordinal() - days, 1))


def _day_of(item: FeedItem, zone: tzinfo | None) -> date | None:
    """The day where the vault is, of a moment somewhere; a day without a time is that day everywhere."""
    if item.moment is None:
        return item.day
    try:
        return item.moment.astimezone(zone).date() if zone else item.moment.date()
    except OverflowError:  # the first or last day there is
        return item.moment.date()


def _keys(title: str, url: str) -> tuple[str, ...]:
    """What two writings of one piece of news have in common: the page, else the words."""
    return (_page(url),) if url else (fold(title),)


def _page(url: str) -> str:
    """An address without how somebody came there."""
    return _NOT_THE_PAGE.sub("", url.partition("://")[2] or url).rstrip("/?&").lower()
