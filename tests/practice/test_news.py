"""Which items of a feed are kept: what is new, recent, and not there yet."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from vaultnet.model.clipping import Clipping
from vaultnet.model.feed_item import FeedItem
from vaultnet.model.news_settings import NewsSettings
from vaultnet.practice.news import NewsItem, choose_items, item_digest

TODAY = date(2026, 6, 15)
EAST, WEST = timezone(timedelta(hours=2)), timezone(timedelta(hours=-5))


def at(day: date, number: int = 1) -> FeedItem:
    return FeedItem(f"{day}{number}", f"News {number}", f"https://x.example/{number}", day=day)


def kept(title: str, url: str) -> Clipping:
    return Clipping("Clippings/X.md", 1, date(2020, 1, 1), title, url, ("Organizations/X.md",))


def choose(
    *items: FeedItem,
    there: tuple[Clipping, ...] = (),
    seen: frozenset[str] = frozenset(),
    zone: timezone = EAST,
    most: int = 20,
) -> tuple[NewsItem, ...]:
    return choose_items(items, there, seen, TODAY, zone, NewsSettings(items=most))


def test_the_newest_of_those_that_are_recent() -> None:
    items = [at(date(2026, 6, day), day) for day in (1, 12, 3)] + [at(date(2026, 3, 16), 99), at(date(2026, 3, 17), 17)]
    assert [item.day for item in choose(*items, most=3)] == [date(2026, 6, 12), date(2026, 6, 3), date(2026, 6, 1)]
    assert [item.day.isoformat() for item in choose(*items)][-1] == "2026-03-17"


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 6, 12, 22, 30, tzinfo=UTC), EAST, 13),
        (datetime(2026, 6, 12, 22, 30, tzinfo=UTC), WEST, 12),
        (datetime(2026, 6, 12, 3, 0, tzinfo=UTC), WEST, 11),
        (datetime(2030, 1, 1, tzinfo=UTC), EAST, 15),  # dated ahead: it cannot be newer than today
        (None, EAST, 15),  # without a date it is of the day it was found
    ],
)
def test_the_day_is_that_of_the_vault(moment: datetime | None, zone: timezone, day: int) -> None:
    (item,) = choose(FeedItem("1", "x", "", moment), zone=zone)
    assert item.day == date(2026, 6, day)


def test_a_day_without_a_time_is_that_day_everywhere() -> None:
    assert choose(at(date(2026, 6, 12)), zone=WEST)[0].day == date(2026, 6, 12)


def test_moments_at_the_edge_of_time() -> None:
    assert choose(FeedItem("1", "x", "", datetime(9999, 12, 31, 23, 59, tzinfo=UTC)))[0].day == TODAY
    assert choose(FeedItem("1", "x", "", datetime(1, 1, 1, tzinfo=UTC)), zone=WEST) == ()


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/1",
        "http://X.example/1/",
        "https://x.example/1#comments",
        "https://x.example/1?utm_source=rss&utm_medium=feed",
    ],
)
def test_a_page_that_is_in_the_vault_is_not_new(url: str) -> None:
    assert choose(at(TODAY), there=(kept("My own title", url),)) == ()


def test_other_pages_are_new() -> None:
    there = (kept("News 1", "https://x.example/1?id=2"), kept("News 1", "https://x.example/other"), kept("News 2", ""))
    assert len(choose(at(TODAY, 1), at(TODAY, 2), there=there)) == 2


def test_what_has_no_page_is_known_by_its_words() -> None:
    item = FeedItem("1", "Office in Lisbon", "", day=TODAY)
    assert choose(item, there=(kept("office in  lisbon", ""),)) == ()
    assert len(choose(item, item._replace(key="2"))) == 1


def test_what_was_seen_before_stays_out() -> None:
    item = at(TODAY)
    assert choose(item, seen=frozenset({item_digest(item)})) == ()
    moved = item._replace(url="https://x.example/corrected")  # the same guid
    assert choose(moved, seen=frozenset({item_digest(item)})) == ()
