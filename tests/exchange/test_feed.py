"""Feeds as they come: three formats, every way to write a date, and what only looks like a feed."""

import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaultnet.errors import UsageError
from vaultnet.exchange.feed import NoFeed, parse_feed
from vaultnet.model.feed_item import FeedItem

URL = "https://tidemark.example/news/feed.xml"
MORNING = datetime(2026, 6, 12, 9, 0, tzinfo=UTC)
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://tidemark.example/"><title>x</title></channel>
<item rdf:about="https://tidemark.example/lisbon"><title>Office in Lisbon</title>
<link>https://tidemark.example/lisbon</link><dc:date>2026-06-12T09:00:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
<entry><id>urn:uuid:1</id><title type="html">Office in &lt;b&gt;Lisbon&lt;/b&gt;</title>
<link rel="alternate" href="../lisbon"/><published>2026-06-12T11:00:00+02:00</published></entry></feed>"""


def items(text: str | bytes, content_type: str = "application/xml") -> tuple[FeedItem, ...]:
    found = parse_feed(text if isinstance(text, bytes) else text.encode(), URL, content_type)
    assert not isinstance(found, NoFeed)
    return found


def rss(*entries: str) -> str:
    return f"<rss version='2.0'><channel><title>x</title>{''.join(f'<item>{entry}</item>' for entry in entries)}</channel></rss>"


def one(entry: str) -> FeedItem:
    (item,) = items(rss(entry))
    return item


def test_rss() -> None:
    assert items(
        rss(
            "<title>Office in Lisbon</title><link>/lisbon</link><guid isPermaLink='false'>77</guid>"
            "<pubDate>Fri, 12 Jun 2026 09:00:00 GMT</pubDate>"
        )
    ) == (FeedItem("77", "Office in Lisbon", "https://tidemark.example/lisbon", MORNING),)


def test_atom() -> None:
    assert items(ATOM) == (FeedItem("urn:uuid:1", "Office in Lisbon", "https://tidemark.example/lisbon", MORNING),)


def test_rdf() -> None:
    url = "https://tidemark.example/lisbon"
    assert items(RDF) == (FeedItem(url, "Office in Lisbon", url, MORNING),)


@pytest.mark.parametrize(
    ("written", "moment", "day"),
    [
        ("Fri, 12 Jun 2026 09:00:00 +0000", MORNING, None),
        ("Fri, 12 Jun 26 11:00 +0200", MORNING, None),
        ("12 Jun 2026 05:00:00 EDT", MORNING, None),
        ("2026-06-12T09:00:00Z", MORNING, None),
        ("2026-06-12 09:00:00", MORNING, None),
        ("2026-06-12", None, date(2026, 6, 12)),
        ("soon", None, None),
        ("", None, None),
        ("Fri, 99 Foo 2026 09:00:00 GMT", None, None),
        ("9999-12-31T23:59:59-12:00", None, None),  # behind the last day there is
    ],
)
def test_dates(written: str, moment: datetime | None, day: date | None) -> None:
    item = one(f"<title>x</title><pubDate>{written}</pubDate>")
    assert (item.moment, item.day) == (moment, day)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Profit &amp; loss", "Profit & loss"),
        ("&lt;b&gt;Bold&lt;/b&gt; news", "Bold news"),
        ("<![CDATA[<i>Slanted</i> &eacute;]]>", "Slanted é"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Calm", "Calm"),
        ("two\n lines\tand a tab", "two lines and a tab"),
        ("a \u202e b", "a b"),
        ("1 &lt; 2", "1 < 2"),
    ],
)
def test_titles_are_words(title: str, wanted: str) -> None:
    assert one(f"<title>{title}</title>").title == wanted


def test_what_has_no_title_is_called_by_how_it_begins() -> None:
    assert one("<description>&lt;p&gt;A short note.&lt;/p&gt;</description>").title == "A short note."
    assert one("<link>https://x.example/a</link>").title == "https://x.example/a"
    assert items(rss("<author>Nobody</author>")) == ()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x.example/"])
def test_links_that_lead_elsewhere_are_dropped(link: str) -> None:
    assert one(f"<title>x</title><link>{link}</link>").url == ""


def test_an_item_that_stands_twice_is_one() -> None:
    twice = "<title>x</title><guid isPermaLink='false'>1</guid>"
    assert len(items(rss(twice, twice, "<title>y</title><guid isPermaLink='false'>2</guid>"))) == 2


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    whole = rss("<title>one</title>", "<title>two</title>")
    assert [item.title for item in items(whole[: whole.index("two")])][:1] == ["one"]
    assert items(whole.replace("two", "you & me <br>"))[0].title == "one"


def test_encodings() -> None:
    latin = '<?xml version="1.0" encoding="iso-8859-1"?>' + rss("<title>Zürich</title>")
    assert items(latin.encode("latin-1"))[0].title == "Zürich"
    assert items(latin.encode("latin-1"), "application/rss+xml; charset=utf-8")[0].title == "Zürich"  # the header lies
    assert items(rss("<title>Zürich</title>").encode("utf-16"))[0].title == "Zürich"


@pytest.mark.parametrize(
    "text", ["", "<html><body>x</body></html>", "{}", "\0" * 99, "<?xml version='1.0'?><svg/>", "%PDF-1.7"]
)
def test_what_is_no_feed(text: str) -> None:
    assert parse_feed(text.encode(), URL, "text/html") == NoFeed()


def test_a_web_page_names_its_feed() -> None:
    page = b"<!doctype html><head><link rel=alternate type='application/rss+xml' href='/rss'></head><p>Hello"
    assert parse_feed(page, URL, "text/html") == NoFeed("https://tidemark.example/rss")


def test_entities_unfold_into_nothing() -> None:
    """The bomb of a billion laughs, and a file of this machine: neither is ever put in."""
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "lol">{laughs}]>' + rss("<title>&a12;</title>")
    assert len(items(bomb)[0].title) < 20
    theft = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + rss("<title>&e;</title>")
    assert "root" not in items(theft)[0].title


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["<item>", "</item>", "<title>", "</title>", "<link>", "&amp", "&#x110000;", "<![CDATA[", "]]>", "<!--", "é", "\x00", "<rss version='2.0'>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<pubDate>2026", "9" * 9, "]", "<!DOCTYPE x [", "<a href='"]), max_size=25).map("".join))  # fmt: skip
def test_nothing_in_a_feed_can_stop_the_reading(text: str) -> None:
    for feed in (text, rss("<title>Office in Lisbon</title>", text)):
        found = parse_feed(feed.encode(), URL, "application/xml")
        assert isinstance(found, NoFeed) or all(item.title for item in found)


def test_a_fault_of_the_parser_is_no_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("feedparser.parse", fail)
    assert parse_feed(b"<rss/>", URL, "") == NoFeed()


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(UsageError, match=r"pip install 'vaultnet\[news\]'"):
        parse_feed(b"", URL, "")
