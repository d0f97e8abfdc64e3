"""Links from a file to a note."""

import pytest

from vaultnet.text.relative_link import relative_link


@pytest.mark.parametrize(
    ("path", "folder", "link"),
    [
        ("Ada.md", "", "Ada.md"),
        ("People/Ada Ling.md", "", "People/Ada%20Ling.md"),
        ("People/Ada.md", "People", "Ada.md"),
        ("People/Ada.md", "Maps/old", "../../People/Ada.md"),
        ("a/b/Zoë #1?.md", "a/c", "../b/Zo%C3%AB%20%231%3F.md"),
        ("a", "a", "../a"),
    ],
)
def test_it_leads_there(path: str, folder: str, link: str) -> None:
    assert relative_link(path, folder) == link
