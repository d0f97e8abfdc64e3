"""How to address somebody."""

import pytest

from vaultnet.practice.greeting import greeting_name, is_formal


@pytest.mark.parametrize(
    ("name", "aliases", "expected"),
    [
        ("Ada Lovelace", (), "Ada"),
        ("Katharina Moser", ("Kathi",), "Kathi"),
        ("Siobhán Tierney", ("Siobhan",), "Siobhán"),
        ("Roswitha Kellner", ("Tante Roswitha", "Rosi"), "Rosi"),
        ("Ada Lovelace", ("Lovelace", "ada@example.com", "x"), "Ada"),
        ("Dr. Grace Hopper", (), "Grace"),
        ("Prof. Dr. Ing. Anna Kern", (), "Anna"),
        ("Frau Huber", (), "Huber"),
        ("Dr.", (), "Dr."),
        ("山本太郎", (), "山本太郎"),
        ("", (), ""),
    ],
)
def test_the_name_i_call_them(name: str, aliases: tuple[str, ...], expected: str) -> None:
    assert greeting_name(name, aliases) == expected


@pytest.mark.parametrize(
    ("record", "properties", "expected"),
    [
        ({}, {}, True),
        ({"relationship": ["business"]}, {}, True),
        ({"relationship": ["Freundin"]}, {}, False),
        ({"relationship": ["aunt"]}, {}, False),
        ({"tags": ["person/friend"]}, {}, False),
        ({"relationship": ["business"]}, {"Anrede": "du"}, False),
        ({"relationship": ["friend"]}, {"salutation": "Sie"}, True),
        ({"relationship": ["friend"]}, {"anrede": "Frau"}, False),
    ],
)
def test_sie_or_du(record: dict[str, list[str]], properties: dict[str, str], expected: bool) -> None:
    assert is_formal(record, properties) is expected
