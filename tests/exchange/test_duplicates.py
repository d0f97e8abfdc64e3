"""Notes that may be of one person: sure by a key, perhaps by a name and something else, never whom a note tells apart."""

import pytest

from vaultnet.exchange.draft import Draft
from vaultnet.exchange.duplicates import Card, Trait, find_duplicates
from vaultnet.exchange.matching import Keys, keys_of_draft

ACME = Trait("company", "acme", "Acme")
DELFT = Trait("location", "delft", "Delft")
BEN = Trait("friend", "ben okri", "Ben Okri")


def card(path: str, name: str, *traits: Trait, apart: str = "", **values: object) -> Card:
    if "linkedin" not in values:
        values["linkedin"] = ""
    keys = keys_of_draft(Draft(1, name, **values), "NL")  # type: ignore[arg-type]
    return Card(path, keys, traits, frozenset(filter(None, (apart,))))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (card("a", "Ada", email=("A@x.nl",)), card("b", "A. Byron", email=("a@x.nl",)), (True, "the same e-mail a@x.nl")),
        (card("a", "Ada", phone=("06 12345678",)), card("b", "Ada", phone=("+31612345678",)),
         (True, "the same phone +31612345678", "the same name")),
        (card("a", "Ada", uid="X"), card("b", "Zoe", uid="x"), (True, "the same uid x")),
        (card("a", "Ada", linkedin="https://linkedin.com/in/ada-x"), card("b", "Zoe", linkedin="linkedin.com/in/ADA-X/"),
         (True, "the same LinkedIn address ada-x")),
        (card("a", "Ada Byron", email=("home@x.nl",)), card("b", "Ben Okri", email=("home@x.nl",)),
         (False, "the same e-mail home@x.nl")),
        (card("a", "Ada Byron"), card("b", "Byron, Ada"), (False, "the same name")),
        (card("a", "Ada Byron", ACME), card("b", "Ada Byrom", ACME), (False, "nearly the same name", "both at Acme")),
        (card("a", "A. Byron", BEN), card("b", "Ada Byron", BEN), (False, "nearly the same name", "both know Ben Okri")),
        (card("a", "Ada", ACME), card("b", "Ada Byron", ACME), (False, "nearly the same name", "both at Acme")),
        (card("a", "Ada Byron", DELFT), card("b", "Ada Byrom", DELFT), (False, "nearly the same name", "both in Delft")),
        (card("a", "Ada", ACME, aliases=("Ada Byron",)), card("b", "Ada Byron", ACME),
         (False, "the same name", "both at Acme")),
        (card("a", "Ada Byron", linkedin="in/one-x"), card("b", "Ada Byron", linkedin="in/two-x"), None),
        (card("a", "Ada Byron"), card("b", "Ada Byrom"), None),
        (card("a", "A. Byron", DELFT), card("b", "Ada Byron", DELFT), None),
        (card("a", "Ada", DELFT), card("b", "Adam", DELFT), None),
        (card("a", "Ada Ng", DELFT), card("b", "Ada Na", DELFT), None),
        (card("a", "Kimko Visserveldstra", ACME), card("b", "Maxko Visserveldstra", ACME), None),
        (card("a", "Ada Byron", aliases=("Ada",)), card("b", "Ada King", aliases=("Ada",)), None),
        (card("a", "Ada Byron"), card("b", "Ada Byron", apart="a"), None),
        (card("a", "Ada Byron", email=("a@x.nl",), apart="b"), card("b", "Ada", email=("a@x.nl",)), None),
    ],
)  # fmt: skip
def test_pairs(one: Card, other: Card, expected: tuple[object, ...] | None) -> None:
    found = find_duplicates([other, one])
    assert [(pair.is_sure, *pair.why) for pair in found] == ([expected] if expected else [])
    assert all((pair.one, pair.other) == ("a", "b") for pair in found)


def test_what_a_switchboard_shares_says_nothing() -> None:
    office = [card(f"{number}", f"{name} Byron", phone=("030 123456",)) for number, name in enumerate("ABCDEF")]
    assert find_duplicates(office) == ()
    assert len(find_duplicates(office[:5])) == 10


def test_sure_ones_first_then_those_of_one_name() -> None:
    cards = [
        card("1", "Ada Byron", ACME, BEN), card("2", "Ada Byrom", ACME, BEN), card("3", "Cy Young"), card("4", "Cy Young"),
        card("5", "Di", uid="d"), card("6", "Eve", uid="d"),
    ]  # fmt: skip
    assert [(pair.one, pair.other) for pair in find_duplicates(cards)] == [("5", "6"), ("3", "4"), ("1", "2")]


def test_a_crowd_of_one_name_is_left_alone() -> None:
    assert find_duplicates([card(f"{number}", "Jan Jansen") for number in range(401)]) == ()


def test_whom_a_note_tells_apart_by_an_address() -> None:
    told = Card("a", Keys("Ada", names=frozenset({"ada byron"}), apart=frozenset({"x-1"})))
    other = Card("b", Keys("Ada", names=frozenset({"ada byron"}), linkedin=frozenset({"x-1"})))
    assert find_duplicates([told, other]) == ()
