"""Whom a guest list means: never a guess."""

import pytest

from vaultnet.model.guest import COMING, DECLINED, Guest
from vaultnet.model.who import NameRow
from vaultnet.practice.guest_match import match_guests

ROWS = [
    NameRow("ada lovelace", "People/Ada Lovelace.md", "Ada Lovelace"),
    NameRow("ada@acme.example", "People/Ada Lovelace.md", "Ada Lovelace", "email"),
    NameRow("countess", "People/Ada Lovelace.md", "Ada Lovelace", "alias"),
    NameRow("juergen gross", "People/Jürgen Groß.md", "Jürgen Groß"),
    NameRow("priya raghunathan", "People/Priya Raghunathan.md", "Priya Raghunathan"),
    NameRow("jan smit", "People/Jan Smit.md", "Jan Smit"),
    NameRow("jan smit", "Alumni/Jan Smit.md", "Jan Smit"),
]
ADA = "People/Ada Lovelace.md"
PRIYA = "People/Priya Raghunathan.md"


@pytest.mark.parametrize(
    ("guest", "path", "how", "similar"),
    [
        (Guest("Somebody else", "ada@acme.example"), ADA, "email", ()),
        (Guest("Ada Lovelace"), ADA, "name", ()),
        (Guest("Countess"), ADA, "name", ()),
        (Guest("x", also=("Ada Lovelace",)), ADA, "name", ()),
        (Guest("LOVELACE Ada"), ADA, "normalised", ()),
        (Guest("Dr. Ada Lovelace"), ADA, "normalised", ()),
        (Guest("Ada B. Lovelace"), ADA, "normalised", ()),
        (Guest("Ada", link="People/Ada Lovelace"), ADA, "link", ()),
        (Guest("Ada", link="Ada Lovelace"), ADA, "link", ()),
        (Guest("Jan Smit", link="Alumni/Jan Smit"), "Alumni/Jan Smit.md", "link", ()),
        # only alike: flagged
        (Guest("Priya Ragunathan"), "", "", (PRIYA,)),
        (Guest("P. Raghunathan"), "", "", (PRIYA,)),
        (Guest("Priya"), "", "", (PRIYA,)),
        (Guest("Ada Maria Lovelace"), "", "", (ADA,)),
        (Guest("Jan Smit"), "", "", ("Alumni/Jan Smit.md", "People/Jan Smit.md")),  # which of the two?
        # nobody
        (Guest("Grace Hopper"), "", "", ()),
        (Guest("Ada Byron"), "", "", ()),
        (Guest("J. S."), "", "", ()),
        (Guest("Ada", link="Ada Byron"), "", "", (ADA,)),
    ],
)
def test_who_is_meant(guest: Guest, path: str, how: str, similar: tuple[str, ...]) -> None:
    (match,) = match_guests([guest], ROWS)
    assert (match.path, match.how, match.similar) == (path, how, similar)


def test_everybody_stands_once_and_the_list_has_the_last_word() -> None:
    """In `attendees`, then on the pasted list: the answer there is the newer one."""
    guests = [Guest("Ada", link="Ada Lovelace"), Guest("Lovelace Ada", company="Acme", mark=DECLINED, line=7)]
    (match,) = match_guests(guests, ROWS)
    assert (match.path, match.guest.mark, match.guest.company) == (ADA, DECLINED, "Acme")
    again = [*guests[1:], Guest("Ada Lovelace", line=9)]
    assert match_guests(again, ROWS)[0].guest.mark == COMING


def test_neither_i_nor_a_company_is_a_guest() -> None:
    guests = [Guest("Mira Kellner"), Guest("x", "mira@kellner.example"), Guest("Acme"), Guest("Grace Hopper")]
    found = match_guests(guests, ROWS, frozenset({"mira kellner", "mira@kellner.example", "acme"}))
    assert [match.guest.name for match in found] == ["Grace Hopper"]
