"""Lines of guest lists, as people paste them: from mails, invitations, spreadsheets, their own hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.model.guest import DECLINED, MAYBE, Guest
from vaultnet.model.guest_line import parse_columns, parse_guests, parse_mark, plain_name

ADA = Guest("Ada Lovelace")
AT_ACME = Guest("Ada Lovelace", company="Acme")
MAIL = Guest("Ada Lovelace", "ada@acme.example")
LINK = Guest("Ada Lovelace", link="Ada Lovelace")


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        # a name, however it is set off
        ("Ada Lovelace", ADA),
        ("- Ada Lovelace", ADA),
        ("* Ada Lovelace", ADA),
        ("• Ada Lovelace", ADA),
        ("1. Ada Lovelace", ADA),
        ("12) Ada Lovelace", ADA),
        ("> - Ada Lovelace", ADA),
        ("- **Ada Lovelace**", ADA),
        ("- Ada Lovelace #speaker ^a1b2", ADA),
        ("- [ ] Ada Lovelace", ADA),
        ("- [x] Ada Lovelace", ADA),
        # first name last
        ("Lovelace, Ada", ADA),
        ("van Rijn, Charlotte", Guest("Charlotte van Rijn")),
        ("Zieliński, Dr. Mateusz", Guest("Dr. Mateusz Zieliński")),
        ("Lovelace, Ada (Acme)", AT_ACME),
        ("Lovelace, Ada; Acme", AT_ACME),
        ("Lovelace, Ada, Acme", AT_ACME),
        # titles and degrees
        ("Prof. Dr. Jürgen Groß, Universität Graz", Guest("Prof. Dr. Jürgen Groß", company="Universität Graz")),
        ("Frau Ada Lovelace", Guest("Frau Ada Lovelace")),
        ("Ada Lovelace, PhD", ADA),
        # a company behind it
        ("- Ada Lovelace (Acme)", AT_ACME),
        ("- Ada Lovelace - Acme", AT_ACME),
        ("- Ada Lovelace — Acme", AT_ACME),
        ("- Ada Lovelace @ Acme", AT_ACME),
        ("- Ada Lovelace at Acme", AT_ACME),
        ("- Ada Lovelace bei Acme", AT_ACME),
        ("| Ada Lovelace | Acme |", AT_ACME),
        ("Ada Lovelace\tAcme Re", Guest("Ada Lovelace", company="Acme Re")),
        ("Ada Lovelace, Acme Re", Guest("Ada Lovelace", company="Acme Re")),
        ("Ada Lovelace, Partner, Acme Re", Guest("Ada Lovelace", company="Partner, Acme Re")),
        ("Ada Lovelace (Head of Data at Acme)", AT_ACME),
        # addresses
        ("Ada Lovelace <ada@acme.example>", MAIL),
        ('"Lovelace, Ada" <ADA@acme.example>', MAIL),
        ("Ada Lovelace (ada@acme.example)", MAIL),
        ("Ada Lovelace ada@acme.example", MAIL),
        ("[Ada Lovelace](mailto:ada@acme.example)", MAIL),
        ("ada@acme.example", Guest("ada@acme.example", "ada@acme.example")),
        ("Ada Lovelace;Acme Re;ada@acme.example", MAIL._replace(company="Acme Re")),
        ('"Ada Lovelace","Acme Re","ada@acme.example"', MAIL._replace(company="Acme Re")),
        ("Ada Lovelace, +49 30 1234567", ADA),
        # links
        ("- [[Ada Lovelace]]", LINK),
        ("- [[People/Ada Lovelace|Ada]]", Guest("Ada", link="People/Ada Lovelace")),
        ("| [[People/Ada\\|Ada]] | Acme |", Guest("Ada", company="Acme", link="People/Ada")),
        ("- [[Ada Lovelace]] – [[Acme]]", LINK._replace(company="Acme")),
        # who will not come, or perhaps
        ("- ~~Ada Lovelace~~", ADA._replace(mark=DECLINED)),
        ("- [-] Ada Lovelace", ADA._replace(mark=DECLINED)),
        ("❌ Ada Lovelace", ADA._replace(mark=DECLINED)),
        ("- Ada Lovelace (declined)", ADA._replace(mark=DECLINED)),
        ("- Ada Lovelace – regrets", ADA._replace(mark=DECLINED)),
        ("- Ada Lovelace: can't come", ADA._replace(mark=DECLINED)),
        ("- Ada Lovelace, abgesagt", ADA._replace(mark=DECLINED)),
        ("- Ada Lovelace kommt nicht", Guest("Ada Lovelace kommt nicht")),  # no sign between: the whole is a name
        ("- Ada Lovelace: kommt nicht", ADA._replace(mark=DECLINED)),
        ("declined: Ada Lovelace", ADA._replace(mark=DECLINED)),
        ("- [?] Ada Lovelace", ADA._replace(mark=MAYBE)),
        ("- Ada Lovelace (vielleicht), Acme", AT_ACME._replace(mark=MAYBE)),
        ("- Ada Lovelace ❓", ADA._replace(mark=MAYBE)),
        ("- ✅ Ada Lovelace", ADA),
        # who comes along
        ("- Ada Lovelace +1", ADA),
        ("- Ada Lovelace und Begleitung", ADA),
        ("- Ada Lovelace and her husband", ADA),
        # names of all sorts
        ("- 山本 太郎, Acme", Guest("山本 太郎", company="Acme", also=("Acme 山本 太郎",))),
        ("- Jean-Baptiste O'Neill", Guest("Jean-Baptiste O'Neill")),
        ("- Madonna", Guest("Madonna")),
        ("- ada lovelace", Guest("ada lovelace")),
    ],
)
def test_a_line_names_one_guest(line: str, guest: Guest) -> None:
    (found,) = parse_guests(line)
    assert found._replace(also=guest.also or found.also) == guest._replace(also=guest.also or found.also)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("[[Ada Lovelace]], [[Ben Okri]] and [[Cy Twombly]]", ["Ada Lovelace", "Ben Okri", "Cy Twombly"]),
        ("Ada Lovelace <a@x.example>; Ben Okri <b@x.example>", ["Ada Lovelace", "Ben Okri"]),
        ('"Lovelace, Ada" <a@x.example>, Ben <b@x.example>', ["Ada Lovelace", "Ben"]),
        ("Ada Lovelace, Ben Okri und Cy Twombly", ["Ada Lovelace", "Ben Okri", "Cy Twombly"]),
        ("Ada Lovelace & Ben Okri", ["Ada Lovelace", "Ben Okri"]),
        ("- and 3 more", []),
        ("- und 3 weitere", []),
        ("24 guests", []),
        ("- N.N.", []),
        ("- tbd", []),
        ("---", []),
        ("", []),
        ("It is ten minutes from my door, so I have no excuse to be late.", []),
    ],
)
def test_a_line_names_several_or_nobody(line: str, names: list[str]) -> None:
    assert [guest.name for guest in parse_guests(line)] == names


@pytest.mark.parametrize(
    ("head", "line", "guest"),
    [
        ("Nachname;Vorname;Firma", "Lovelace;Ada;Acme", AT_ACME),
        ("| Name | Company | RSVP |", "| Ada Lovelace | Acme | declined |", AT_ACME._replace(mark=DECLINED)),
        ("First Name\tLast Name\tE-Mail", "Ada\tLovelace\tada@acme.example", MAIL),
        ("Name, Role, Organization", "Ada Lovelace, Partner, Acme", Guest("Ada Lovelace", company="Partner, Acme")),
        ("Nr.;Name;Tisch", "3;Ada Lovelace;7", ADA),
    ],
)
def test_a_header_says_what_the_cells_are(head: str, line: str, guest: Guest) -> None:
    assert parse_guests(line, parse_columns(head)) == (guest,)


def test_a_name_is_no_header_and_no_answer() -> None:
    assert parse_columns("Ada Lovelace, Acme") == ()
    assert [parse_mark(line) for line in ("Declined (3):", "**Zusagen**", "Vielleicht:", "Ada Lovelace")] == [
        "declined", "", "maybe", None,
    ]  # fmt: skip


def test_what_can_be_read_in_two_ways_keeps_the_other() -> None:
    """`Ada Lovelace, Acme` and `García Márquez, Gabriel` look alike."""
    assert parse_guests("García Márquez, Gabriel")[0].also == ("Gabriel García Márquez",)
    assert parse_guests("Lovelace\tAda\tAcme")[0][:3] == ("Lovelace Ada", "", "Acme")
    assert parse_guests("Lovelace\tAda\tAcme")[0].also == ("Ada Lovelace",)


@pytest.mark.parametrize(
    "name", ["LOVELACE Ada", "Dr. Ada Lovelace", "Ada  Lovelace", "Ada M. Lovelace", "lovelace, ada"]
)
def test_spellings_that_are_one_name(name: str) -> None:
    assert plain_name(name) == plain_name("Ada Lovelace")


@given(st.text(max_size=80))
def test_any_line_is_read_or_left(line: str) -> None:
    """Never an error, and a guest has a name."""
    assert all(guest.name.strip() for guest in parse_guests(line))
