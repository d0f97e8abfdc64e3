"""The guest list in a note: where it stands, what its labels say, and what is no guest."""

from textwrap import dedent

import pytest

from vaultnet.model.guest_list import read_guest_list
from vaultnet.text.document import parse_document


def names(text: str) -> list[str]:
    """Each guest with its mark."""
    guests = read_guest_list(parse_document(dedent(text))).guests
    return [f"{guest.name}{f' {guest.mark}' if guest.mark else ''}" for guest in guests]


@pytest.mark.parametrize(
    "heading",
    ["Guests", "Guest list", "Guests (24)", "Attendees:", "Who is coming?", "Who's coming", "Participants", "RSVP",
     "Gäste", "Gästeliste", "Teilnehmer", "Teilnehmer:innen", "Wer kommt?", "Anmeldungen"],
)  # fmt: skip
def test_headings(heading: str) -> None:
    assert names(f"## {heading}\n- Ada Lovelace\n## Notes\n- Ben Okri\n") == ["Ada Lovelace"]


def test_labels_and_headings_below_say_who_comes() -> None:
    text = """
        ## Guests
        Accepted (2):
        - Ada Lovelace
        - Ben Okri (maybe)
        Declined:
        - Cy Twombly
        ### Vielleicht
        - Dora Maar
        """
    assert names(text) == ["Ada Lovelace", "Ben Okri maybe", "Cy Twombly declined", "Dora Maar maybe"]


def test_what_is_no_guest() -> None:
    """Words about a guest beneath them, prose between the items, comments, what vaultnet wrote."""
    text = """
        ## Guests
        Pasted from the mail
        - Ada Lovelace
          - brings a salad
        %% - Ben Okri %%
        - 12
        ## Brief
        <!-- vaultnet:brief -->
        ## Guests
        - Cy Twombly
        <!-- /vaultnet:brief -->
        """
    assert names(text) == ["Ada Lovelace"]


def test_plain_lines_and_tables() -> None:
    assert names("## Guests\nAda Lovelace\nBen Okri, Acme Re\n") == ["Ada Lovelace", "Ben Okri"]
    table = "## Guests\n| Nachname | Vorname |\n|---|---|\n| Lovelace | Ada |\n| Okri | Ben |\n"
    assert names(table) == ["Ada Lovelace", "Ben Okri"]


def test_a_line_without_a_name_is_told_of() -> None:
    found = read_guest_list(parse_document("## Guests\n- Ada Lovelace\n- the 2 dogs\n"))
    assert [guest.name for guest in found.guests] == ["Ada Lovelace"]
    assert found.unread == ((3, "- the 2 dogs"),)


def test_a_list_has_an_end() -> None:
    text = "## Guests\n" + "".join(f"- Guest {'ABCDEFGHIJ'[number % 10]}\n" for number in range(2_005))
    assert len(read_guest_list(parse_document(text)).guests) == 2_000


def test_a_guest_knows_the_line() -> None:
    (guest,) = read_guest_list(parse_document("---\ntype: event\n---\n\n## Guests\n- Ada\n")).guests
    assert guest.line == 6
