"""One item of an organization's feed, before anything of it is in the vault.

<item><title>Office in Lisbon</title><link>/lisbon</link><guid>77</guid><pubDate>Fri, 12 Jun 2026 09:00 GMT</pubDate>
-> FeedItem("77", "Office in Lisbon", "https://tidemark.example/lisbon", datetime(2026, 6, 12, 9, 0, tzinfo=UTC))
"""

from datetime import date, datetime
from typing import NamedTuple


class FeedItem(NamedTuple):
    """`key` is what the feed knows it by; `url` is "" where it has none; `moment` has a time zone, `day` is of a feed
    that gives no time of day; neither where it gives no date.
    """

    key: str
    title: str
    url: str
    moment: datetime | None = None
    day: date | None = None
