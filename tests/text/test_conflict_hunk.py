import pytest

from vaultnet.text.conflict_hunk import find_hunks, settle_hunks, take_side
from vaultnet.text.problem import Refused

PLAIN = "<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> other\n"
DIFF3 = "<<<<<<< HEAD\nmine\n||||||| 3f2a1b0\nwas\n=======\nyours\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("text", "ours", "theirs", "base"),
    [
        (PLAIN, "mine\n", "yours\n", ""),
        (DIFF3, "mine\n", "yours\n", "was\n"),
        (f"a\n{PLAIN}b\n{DIFF3}c\n", "a\nmine\nb\nmine\nc\n", "a\nyours\nb\nyours\nc\n", "a\nb\nwas\nc\n"),
        (PLAIN.replace("\n", "\r\n"), "mine\r\n", "yours\r\n", ""),
        (PLAIN.removesuffix("\n"), "mine\n", "yours\n", ""),
        (PLAIN.replace("mine\n", ""), "", "yours\n", ""),
        (PLAIN.replace("yours\n", ""), "mine\n", "", ""),
        (DIFF3.replace("||||||| 3f2a1b0", "|||||||"), "mine\n", "yours\n", "was\n"),
        ("a <<<<<<< HEAD\n=======\n>>>>>>> x\n",) * 4,
        ("Title\n=======\ntext\n",) * 4,
        ("<<<<<<< HEAD\nmine\n>>>>>>> other\n",) * 4,
    ],
)
def test_each_side_of_what_git_could_not_merge(text: str, ours: str, theirs: str, base: str) -> None:
    assert (take_side(text, "ours"), take_side(text, "theirs"), take_side(text, "base")) == (ours, theirs, base)
    assert settle_hunks(text, ["open"] * len(find_hunks(text))) == text


def test_each_place_has_its_own_choice() -> None:
    assert (
        settle_hunks(f"{PLAIN}-\n{DIFF3}-\n{PLAIN}", ["ours", "both", "theirs"]) == "mine\n-\nmine\nyours\n-\nyours\n"
    )


def test_the_line_of_a_hunk_and_what_both_came_from() -> None:
    hunk = find_hunks(f"a\n\n{DIFF3}")[0]
    assert (hunk.line, hunk.base) == (3, "was\n")


def test_a_heading_that_looks_like_a_mark_is_not_guessed_at() -> None:
    with pytest.raises(Refused) as answer:
        find_hunks(PLAIN.replace("mine\n", "Title\n=======\n"))
    assert answer.value.problem.line == 1
