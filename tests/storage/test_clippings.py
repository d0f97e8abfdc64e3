"""Clippings out of the index: about whom, since when, in which order."""

from datetime import date
from pathlib import Path

from tests.vaults import make_vault, open_vault
from vaultnet.app.workspace import Workspace
from vaultnet.storage.articles import load_articles
from vaultnet.storage.clippings import load_clippings
from vaultnet.storage.feeds import OrganizationFeed, load_feeds, load_news_notes

VAULT = """
    == Acme.md
    ---
    type: organization
    feed: [https://acme.example/a, https://acme.example/b]
    ---
    == Bell.md
    ---
    type: organization
    feed: https://bell.example/
    ---
    == People/Ada.md
    ---
    type: contact
    ---
    ## Log
    - 2026-06-02 [Prize](https://x.example/prize) [[Acme]] #clipping
    == Daily/2026-06-02.md
    - [Two](https://x.example/2) [[Acme]] and [[Nobody]] #clipping
    - [Three](https://x.example/3) [[Acme|them]] #clipping
    == Reading/Acme in the press.md
    ---
    type: news
    about: "[[Acme]]"
    ---
    - 2026-06-03 [Newest](https://x.example/4)
    - 2026-05-01 Old
    == Clippings/Cove.md
    ---
    type: clipping
    published: 2026-06-04
    tags: [bells]
    ---
    [[Nobody]]
"""


def test_newest_first_then_by_path_and_line(tmp_path: Path) -> None:
    with open_vault(make_vault(tmp_path / "vault", VAULT)) as workspace:
        found = load_clippings(workspace.connection, date(2026, 6, 2))
        assert [(one.day.day, one.path, one.title, one.about) for one in found] == [
            (3, "Reading/Acme in the press.md", "Newest", ("Acme.md",)),
            (2, "Daily/2026-06-02.md", "Two", ("Acme.md",)),
            (2, "Daily/2026-06-02.md", "Three", ("Acme.md",)),
            (2, "People/Ada.md", "Prize", ("People/Ada.md", "Acme.md")),
        ]
        assert [one.title for one in load_clippings(workspace.connection, date.min)][-1] == "Old"


def test_a_link_finds_its_note_when_that_is_made(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    with open_vault(vault) as workspace:
        make_vault(vault, "== Nobody.md\n---\ntype: organization\n---\n")
        workspace.refresh()
        assert _about_nobody(workspace) == ["Cove", "Two"]
        (vault / "Nobody.md").unlink()
        workspace.refresh()
        assert _about_nobody(workspace) == []


def _about_nobody(workspace: Workspace) -> list[str]:
    """Titles of what was clipped about the organization of that name."""
    return [one.title for one in load_clippings(workspace.connection, date.min) if "Nobody.md" in one.about]


def test_feeds_and_the_notes_that_keep_their_news(tmp_path: Path) -> None:
    with open_vault(make_vault(tmp_path / "vault", VAULT)) as workspace:
        assert load_feeds(workspace.connection) == (
            OrganizationFeed("Acme.md", "https://acme.example/a"),
            OrganizationFeed("Acme.md", "https://acme.example/b"),
            OrganizationFeed("Bell.md", "https://bell.example/"),
        )
        assert load_news_notes(workspace.connection) == {"Acme.md": "Reading/Acme in the press.md"}


def test_a_page_that_collects_news_is_no_article_to_pass_on(tmp_path: Path) -> None:
    with open_vault(make_vault(tmp_path / "vault", VAULT)) as workspace:
        assert [article.path for article in load_articles(workspace.connection, workspace.config.settings.news)] == [
            "Clippings/Cove.md"
        ]
