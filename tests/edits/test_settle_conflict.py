import pytest

from vaultnet.edits.settle_conflict import Question, find_questions, settle_questions
from vaultnet.text.conflict_hunk import Choice
from vaultnet.text.three_way.merge_versions import merge_versions

BASE = "---\ntier: close\ntags: [a]\nmet: 2024-01-01 # at a fair\n---\n# Ada\n\nHello.\n"
OURS = BASE.replace("close", "inner").replace("Hello", "Ours")
THEIRS = BASE.replace("close", "wide").replace("Hello", "Theirs")
REMOVED = BASE.replace("tier: close\n", "")
LONG = BASE.replace("tier: close", "tier:\n  - wide\n  - far")


def merged(ours: str, theirs: str, line_end: str = "\n") -> str:
    return merge_versions(*(text.replace("\n", line_end) for text in (BASE, ours, theirs))).text


INNER = BASE.replace("close", "inner")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (OURS, THEIRS),
        (THEIRS, OURS),
        (INNER, REMOVED),
        (REMOVED, INNER),
        (INNER, LONG),
        (LONG, INNER),
        (INNER.replace("tier", '"tier"'), LONG.replace("tier", '"tier"')),
    ],
)
def test_what_a_merge_left_open_becomes_the_side_that_is_chosen(ours: str, theirs: str, line_end: str) -> None:
    both = merged(ours, theirs, line_end)
    assert find_questions(both)
    assert settle_questions(both, lambda _: "ours") == (ours.replace("\n", line_end), ())
    assert settle_questions(both, lambda _: "theirs") == (theirs.replace("\n", line_end), ())


def test_questions_and_a_choice_for_each() -> None:
    both = merged(OURS, THEIRS)
    tier, place = find_questions(both)
    assert (place.key, place.ours, place.theirs) == ("", "Ours.\n", "Theirs.\n")
    assert tier == Question(3, "tier", "inner", "wide")
    choices: dict[str, Choice] = {"tier": "theirs", "": "open"}
    text, left = settle_questions(both, lambda question: choices[question.key])
    assert "tier: wide\ntags" in text
    assert "__theirs" not in text
    assert [question.key for question in left] == [""]
    assert settle_questions(text, lambda _: "both") == (THEIRS.replace("Theirs.", "Ours.\nTheirs."), ())


def test_both_of_a_property_is_left_open() -> None:
    both = merged(OURS, BASE.replace("close", "wide"))
    assert settle_questions(both, lambda _: "both") == (both, find_questions(both))


def test_marks_in_the_front_matter_are_settled_like_others() -> None:
    text = "---\n<<<<<<< HEAD\ntier: a\n=======\ntier: b\n>>>>>>> x\n---\n"
    assert settle_questions(text, lambda _: "theirs") == ("---\ntier: b\n---\n", ())
