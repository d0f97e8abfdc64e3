"""`vaultnet news`: what is new, out of the vault; and with --fetch, out of feeds on a real server."""

import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.storage.feed_server import RSS, FeedServer, feed_server
from tests.vaults import make_vault, snapshot
from vaultnet.storage.state_folder import state_folder

GOLDEN = Path(__file__).parent / "golden"
NOTE = "Clippings/Tidemark Risk news.md"
FETCHED = """---
type: news
about: "[[Tidemark Risk]]"
---

- 2026-06-12 [Office in Lisbon]({url}/lisbon)
- 2026-06-01 [Half-year figures](https://tidemark.example/h1)
"""
VAULT = """
    == Organizations/Tidemark Risk.md
    ---
    type: organization
    feed: {url}/tidemark
    target: true
    ---
    == Organizations/Barlow.md
    ---
    type: organization
    feed: [{url}/barlow, {url}/gone, "file:///etc/passwd"]
    ---
    == People/Lotte.md
    ---
    type: contact
    company: "[[Tidemark Risk]]"
    ---
    ## Log
    - 2026-06-01 coffee: hi
    == Clippings/Barlow grows.md
    ---
    source: https://paper.example/barlow
    published: 2026-06-10
    tags: [clippings]
    ---
    [[Barlow]] grows, says [[Lotte]]
"""


@pytest.fixture(scope="module")
def server() -> Iterator[FeedServer]:
    with feed_server() as running:
        yield running


@pytest.fixture
def vault(tmp_path: Path, server: FeedServer) -> Path:
    """Two organizations with feeds: one that answers, one whose two addresses do not."""
    server.answers.clear()
    server.serve_versioned("/tidemark", RSS)
    server.serve("/barlow", b"<!doctype html><link rel=alternate type='application/rss+xml' href='/rss'>", "text/html")
    return make_vault(tmp_path / "vault", VAULT.format(url=server.url))


def note(vault: Path) -> str:
    return (vault / NOTE).read_text()


def feed(*items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>x</title>{''.join(items)}</channel></rss>".encode()


def item(title: str, link: str = "", day: str = "12 Jun 2026 09:00:00 GMT", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{day}</pubDate>{more}</item>"


def test_what_is_new_in_the_example(cli: Cli, example: Path, update: bool) -> None:
    shown = cli(example, "news").out
    golden = GOLDEN / "news.txt"
    if update:
        golden.write_text(shown)
    assert shown == golden.read_text()


def test_news_about_a_person_are_those_of_where_they_work_too(cli: Cli, vault: Path) -> None:
    rows = cli(vault, "news", "lotte", "--json").json()["news"]
    assert [(row["name"], row["kind"]) for row in rows] == [("Lotte", "contact")]
    assert rows[0]["news"] == [
        {
            "date": "2026-06-10",
            "title": "Barlow grows",
            "url": "https://paper.example/barlow",
            "source": {"path": "Clippings/Barlow grows.md", "line": 1},
        }
    ]
    cli(vault, "news", "--fetch")
    rows = cli(vault, "news", "lotte", "--json").json()["news"]
    assert [row["name"] for row in rows] == ["Tidemark Risk", "Lotte"]
    assert rows[0]["contacts"] == [{"path": "People/Lotte.md", "name": "Lotte"}]


def test_since(cli: Cli, vault: Path) -> None:
    assert cli(vault, "news", "barlow", "--since", "2026-06-11").out.startswith("No news since 2026-06-11.")
    assert "Barlow grows" in cli(vault, "news", "barlow", "--since", "2026-06-10").out
    assert cli(vault, "news", "--since", "whenever").code == 2
    assert cli(vault, "news", "nobody").code == 1


def test_fetching_writes_each_item_once(cli: Cli, vault: Path, server: FeedServer) -> None:
    fetched = cli(vault, "news", "--fetch", "tidemark")
    assert fetched.code == 0
    assert fetched.out.startswith(
        "Asked 1 feed: 2 new items.\n\nTidemark Risk · target · Lotte\n  12 June  Office in Lisbon\n"
    )
    assert note(vault) == FETCHED.format(url=server.url)
    before = snapshot(vault)
    assert cli(vault, "news", "--fetch", "tidemark").out.startswith("Asked 1 feed: nothing new.\n")
    assert snapshot(vault) == before
    server.serve(
        "/tidemark", feed(item("Third", "/3", "14 Jun 2026 10:00:00 GMT"), item("Office in Lisbon", "/lisbon"))
    )
    cli(vault, "news", "--fetch", "tidemark")
    assert note(vault) == FETCHED.format(url=server.url).replace(
        "- 2026-06-12", f"- 2026-06-14 [Third]({server.url}/3)\n- 2026-06-12"
    )


def test_a_feed_that_is_as_it_was_is_not_sent_again(cli: Cli, vault: Path) -> None:
    cli(vault, "news", "--fetch", "tidemark")
    states = cli(vault, "news", "--fetch", "tidemark", "--json").json()["fetched"]["feeds"]
    assert [feed["state"] for feed in states] == ["unchanged"]


def test_one_bad_feed_does_not_stop_the_others(cli: Cli, vault: Path, server: FeedServer) -> None:
    result = cli(vault, "news", "--fetch")
    assert result.code == 0
    assert result.err.splitlines() == [
        f"Organizations/Barlow.md: {server.url}/barlow is a web page, and no feed: write {server.url}/rss into `feed`, which it names as its own",
        f"Organizations/Barlow.md: {server.url}/gone is not there (status 404): look for the feed's address, and write it into `feed`",
    ]
    assert result.out.startswith("Asked 3 feeds: 2 new items.\n")
    assert note(vault) == FETCHED.format(url=server.url)


def test_a_feed_that_is_no_address_of_the_web_is_a_finding(cli: Cli, vault: Path) -> None:
    findings = [row for row in cli(vault, "check", "--json").json()["problems"] if row["rule"] == "feed-unreadable"]
    assert [(row["path"], row["line"]) for row in findings] == [("Organizations/Barlow.md", 3)]
    assert "file:///etc/passwd" in findings[0]["message"]


def test_a_dry_run_shows_the_note_and_keeps_nothing(cli: Cli, vault: Path, server: FeedServer) -> None:
    before = snapshot(vault)
    result = cli(vault, "news", "--fetch", "--dry-run")
    assert "+- 2026-06-12 [Office in Lisbon]" in result.out
    assert snapshot(vault) == before
    assert not (state_folder(vault) / "feeds.json").exists()
    assert cli(vault, "news", "--dry-run").code == 2


def test_undo_takes_it_back_and_the_next_fetch_finds_it_again(cli: Cli, vault: Path, server: FeedServer) -> None:
    cli(vault, "news", "--fetch", "tidemark")
    assert cli(vault, "undo").code == 0
    assert not (vault / NOTE).exists()
    cli(vault, "news", "--fetch", "tidemark")
    assert note(vault) == FETCHED.format(url=server.url)


def test_what_was_taken_out_stays_out_until_it_is_asked_for_again(cli: Cli, vault: Path, server: FeedServer) -> None:
    cli(vault, "news", "--fetch", "tidemark")
    shorter = "\n".join(line for line in note(vault).split("\n") if "Half-year" not in line)
    (vault / NOTE).write_text(shorter)
    server.serve_versioned("/tidemark", RSS, etag='"v2"')
    cli(vault, "news", "--fetch", "tidemark")
    assert note(vault) == shorter
    cli(vault, "news", "--fetch", "--again", "tidemark")
    assert note(vault) == FETCHED.format(url=server.url)


def test_what_the_user_wrote_in_the_note_stays(cli: Cli, vault: Path, server: FeedServer) -> None:
    """Renamed, with another order, other bullets, remarks and line ends: the item is put among the others."""
    own = (
        '---\r\ntags: [x]\r\nabout: "[[Tidemark Risk]]"\r\ntype: news\r\n---\r\n# What they say\r\n\r\n'
        "* 2026-05-02 [Old](https://tidemark.example/old)\r\n\t* ask Lotte\r\n* 2026-06-05 Newer\r\n\r\nMy remark.\r\n"
    )
    make_vault(vault, "== Reading/Tidemark in the press.md\n")
    (vault / "Reading/Tidemark in the press.md").write_bytes(own.encode())
    cli(vault, "news", "--fetch", "tidemark")
    assert not (vault / NOTE).exists()
    assert (vault / "Reading/Tidemark in the press.md").read_bytes().decode() == own.replace(
        "* 2026-06-05 Newer\r\n",
        "* 2026-06-01 [Half-year figures](https://tidemark.example/h1)\r\n* 2026-06-05 Newer\r\n"
        f"* 2026-06-12 [Office in Lisbon]({server.url}/lisbon)\r\n",
    )


def test_a_page_that_the_user_saved_is_no_news(cli: Cli, vault: Path) -> None:
    make_vault(
        vault,
        "== Clippings/H1.md\n---\nsource: https://tidemark.example/h1?utm_source=x\npublished: 2026-06-02\ntags: clippings\n---\n[[Tidemark Risk]]\n",
    )
    cli(vault, "news", "--fetch", "tidemark")
    assert "Half-year" not in note(vault)


def test_titles_of_strangers_are_words_and_nothing_else(cli: Cli, vault: Path, server: FeedServer) -> None:
    evil = "[[Lotte]] #jobs `x` &lt;img src=x onerror=y&gt; %% {{date}} \u202e\u200b ^vn-12345678-12345678"
    server.serve("/tidemark", feed(item(evil, "javascript:alert(1)"), item("- [ ] call", "https://x.example/a) [b](c")))
    cli(vault, "news", "--fetch", "tidemark")
    lines = note(vault).splitlines()[5:]
    assert sorted(lines) == [
        r"- 2026-06-12 [- \[ \] call](https://x.example/a%29%20%5Bb%5D%28c)",
        r"- 2026-06-12 \[\[Lotte\]\] \#jobs \`x\` \<img src=x onerror=y> %\% {\{date}} \^vn-12345678-12345678",
    ]
    shown = cli(vault, "news", "tidemark").out
    assert "[[Lotte]] #jobs `x` <img src=x onerror=y>" in shown
    assert cli(vault, "show", "lotte", "--json").json()["contact"]["path"] == "People/Lotte.md"
    assert len(cli(vault, "show", "lotte", "--json").json()["touches"]) == 1


def test_a_feed_of_many_items_gives_the_newest(cli: Cli, vault: Path, server: FeedServer) -> None:
    many = [item(f"N{n}", f"/{n}", f"{1 + n % 14} Jun 2026 09:00:00 GMT") for n in range(500)]
    server.serve("/tidemark", feed(*many, item("Undated", "/u", "")))
    cli(vault, "news", "--fetch", "tidemark")
    lines = [line for line in note(vault).splitlines() if line.startswith("- ")]
    assert len(lines) == 20
    assert lines[0] == f"- 2026-06-15 [Undated]({server.url}/u)"  # of the day it was found
    assert {line[2:12] for line in lines[1:]} == {"2026-06-14"}
    assert cli(vault, "news", "--all").out.count(server.url) == 20
    assert "  … and 15 more (--all)\n" in cli(vault, "news").out
    cli(vault, "news", "--fetch", "tidemark")
    assert len([line for line in note(vault).splitlines() if line.startswith("- ")]) == 20


def test_a_note_that_is_broken_is_left_and_its_items_come_when_it_is_mended(
    cli: Cli, vault: Path, server: FeedServer
) -> None:
    cli(vault, "news", "--fetch", "tidemark")
    whole = note(vault)
    (vault / NOTE).write_text(whole.replace('"\n---', '"\n'))
    server.serve("/tidemark", feed(item("Third", "/3", "14 Jun 2026 10:00:00 GMT")))
    result = cli(vault, "news", "--fetch", "tidemark")
    assert result.code == 0
    assert f"{NOTE}:1: the front matter has no closing line" in result.err
    assert sorted(file.name for file in (vault / "Clippings").iterdir()) == ["Barlow grows.md", "Tidemark Risk news.md"]
    (vault / NOTE).write_text(whole)
    cli(vault, "news", "--fetch", "tidemark")
    assert "[Third]" in note(vault)


def test_one_feed_of_two_organizations(cli: Cli, vault: Path, server: FeedServer) -> None:
    make_vault(vault, f"== Organizations/Tidemark Labs.md\n---\ntype: organization\nfeed: {server.url}/tidemark\n---\n")
    asked = len(server.asked)
    cli(vault, "news", "--fetch")
    assert [path for path, _ in server.asked[asked:]].count("/tidemark") == 1
    labs = (vault / "Clippings/Tidemark Labs news.md").read_text()
    assert labs == FETCHED.format(url=server.url).replace("Tidemark Risk", "Tidemark Labs")


def test_one_note_about_two_organizations(cli: Cli, vault: Path, server: FeedServer) -> None:
    make_vault(vault, '== Press.md\n---\ntype: news\nabout: ["[[Tidemark Risk]]", "[[Barlow]]"]\n---\n')
    server.serve("/barlow", feed(item("Barlow wins", "/wins", "13 Jun 2026 09:00:00 GMT")))
    cli(vault, "news", "--fetch")
    assert [line[2:12] for line in (vault / "Press.md").read_text().splitlines()[5:]] == [
        "2026-06-13",
        "2026-06-12",
        "2026-06-01",
    ]
    assert cli(vault, "undo").code == 0


def test_what_is_remembered_is_private_and_outside_of_the_vault(cli: Cli, vault: Path) -> None:
    cli(vault, "news", "--fetch", "tidemark")
    kept = state_folder(vault) / "feeds.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert not kept.is_relative_to(vault)
    assert "Lisbon" not in kept.read_text()
    for broken in ("", "[]", '{"feeds": 3}', '{"feeds": {"x": 3, "y": {"etag": 5, "seen": [1, {}]}}}'):
        kept.write_text(broken)
        assert cli(vault, "news", "--fetch", "tidemark").out.startswith("Asked 1 feed: nothing new.\n")
    assert json.loads(kept.read_text())["feeds"]


def test_what_cannot_be_remembered_is_told_and_the_news_are_there(cli: Cli, vault: Path) -> None:
    (state_folder(vault) / "feeds.json").mkdir()
    result = cli(vault, "news", "--fetch", "tidemark")
    assert result.code == 7
    assert "vaultnet keeps there which news it has read" in result.err
    assert "Office in Lisbon" in note(vault)


def test_without_a_feed_or_without_the_extra(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = make_vault(tmp_path / "vault", "== Organizations/Acme.md\n---\ntype: organization\n---\n")
    result = cli(vault, "news", "--fetch")
    assert result.code == 0
    assert result.out.startswith("No news since")
    assert result.err == "No organization has a feed yet: write its address as `feed:` into the organization's note.\n"
    monkeypatch.setitem(sys.modules, "feedparser", None)
    result = cli(vault, "news", "--fetch")
    assert (result.code, result.err) == (2, "vaultnet: reading feeds takes an extra: pip install 'vaultnet[news]'\n")
    assert cli(vault, "news").code == 0


def test_in_german(cli: Cli, vault: Path, server: FeedServer) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n')
    result = cli(vault, "news", "--fetch")
    assert "ist nicht da (Status 404): suche die Adresse des Feeds" in result.err
    assert result.out.startswith(
        "3 Feeds gefragt: 2 neue Meldungen.\n\nTidemark Risk · Ziel · Lotte\n  12. Juni  Office in Lisbon\n"
    )
    assert (vault / "Clippings/Tidemark Risk Nachrichten.md").exists()
