"""References and texts in properties."""

import pytest

from vaultnet.model.ref import Ref, display, number_text, read_people, read_refs, read_texts
from vaultnet.text.frontmatter import Value

ADA = Ref("Ada", "Ada")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[[Ada]]", (ADA,)),
        (" [[People/Ada.md|her]] ", (Ref("her", "People/Ada.md"),)),
        ("[[People/Ada#Log]]", (Ref("Ada", "People/Ada"),)),
        ("[Ada](People/Ada.md)", (Ref("Ada", "People/Ada.md"),)),
        ("[[Ada]] and [[Ben]]", (ADA, Ref("Ben", "Ben"))),
        ("[[#Log]]", ()),
        ("[[ ]]", (Ref("[[ ]]", ""),)),
        ("Acme, Inc.", (Ref("Acme, Inc.", ""),)),
        ([["Ada"]], (ADA,)),
        ([[["Ada"]]], (ADA,)),
        ([["Doe", "Jane"]], (Ref("Doe, Jane", "Doe, Jane"),)),
        ([["[[Ada]]"]], (ADA,)),
        (["[[Ada]]", "Ben", 3], (ADA, Ref("Ben", ""), Ref("3", ""))),
        ([[], [1, 2], [None]], (Ref("1", ""), Ref("2", ""))),
        ([["a", 1]], (Ref("a", ""), Ref("1", ""))),
        ("", ()),
        ("  ", ()),
        (None, ()),
        (True, ()),
        ({"a": "b"}, ()),
        (3.0, (Ref("3", ""),)),
    ],
)
def test_read_refs(value: Value, expected: tuple[Ref, ...]) -> None:
    assert read_refs(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[[Ada]]", (ADA,)),
        ("Ada", (Ref("Ada", ""),)),
        ("Ada, Ben; Cy & Di + Ed and Flo", tuple(Ref(name, "") for name in ("Ada", "Ben", "Cy", "Di", "Ed", "Flo"))),
        ("[[Ada]], Ben", (ADA, Ref("Ben", ""))),
        ("Ben und [[Ada]]", (Ref("Ben", ""), ADA)),
        ("Ada, [[Ada|Ada]]", (Ref("Ada", ""), ADA)),
        ("[[#Log]], Ben", (Ref("Ben", ""),)),
        ("Andy Sanders", (Ref("Andy Sanders", ""),)),
        ([["Ada"], "Ben, Cy"], (ADA, Ref("Ben", ""), Ref("Cy", ""))),
        (None, ()),
        (7, (Ref("7", ""),)),
    ],
)
def test_read_people(value: Value, expected: tuple[Ref, ...]) -> None:
    assert read_people(value) == expected


@pytest.mark.parametrize(
    ("value", "split", "expected"),
    [
        ("a, b", False, ("a, b",)),
        ("a, b,", True, ("a", "b")),
        ("[[a, b]], c", True, ("a, b, c",)),
        (["a, b", "[[X|c]]"], True, ("a, b", "c")),
        ([["a"]], False, ("a",)),
        (" x ", False, ("x",)),
        ("  ", False, ()),
        (" , ", True, ()),
        (2.5, False, ("2.5",)),
        (None, False, ()),
        ({"a": 1}, False, ()),
    ],
)
def test_read_texts(value: Value, split: bool, expected: tuple[str, ...]) -> None:
    assert read_texts(value, split=split) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("met [[People/Ada.md|Ada]] and [[Ben]]", "met Ada and Ben"),
        ("see [her](Ada.md)", "see her"),
        ("array[0]", "array[0]"),
    ],
)
def test_display(text: str, shown: str) -> None:
    assert display(text) == shown


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (3.0, "3"),
        (2.5, "2.5"),
        (float("inf"), "inf"),
        (2**60 + 1, "1152921504606846977"),
    ],
)
def test_number_text(number: float, text: str) -> None:
    assert number_text(number) == text


def test_two_references_to_one_thing_have_one_key() -> None:
    assert {ref.key for ref in (ADA, Ref("her", "People/Ada.md"), Ref("ADA", ""), Ref("x", "ada"))} == {"ada"}
