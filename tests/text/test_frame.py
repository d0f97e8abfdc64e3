"""What belongs to the frame of a note, and what is prose between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.frame import frame_of, parse_frame, written_frame
from vaultnet.text.frontmatter import find_fence
from vaultnet.text.line_steps import Step, find_steps, moved_line

NOTE = (
    "---\ntype: contact\n---\n# Ada\n\nLikes tea.\n\n## Log\n- 2026-05-02 call: moved\n\n  to Paris\n\nA word more.\n"
)
_TEA = "Likes tea."

SAME = {
    "words typed within a paragraph": (_TEA, "Likes green tea, since 2019?\nAnd cake."),
    "another paragraph": (_TEA, "Likes tea.\n\n“Ça va,” she says (often)."),
    "no paragraph any more": ("Likes tea.\n\n", ""),
    "one that follows its heading at once": ("# Ada\n\nLikes tea.", "# Ada\nLikes coffee."),
    "more blank lines, one of them of blanks": ("\n\n## Log", "\n \t\n\n\n## Log"),
    "one at the end": ("A word more.\n", "A word more.\n\nAnd another"),
    "none at the end": ("\nA word more.\n", ""),
    "line ends of Windows": (_TEA, "Likes tea.\r\nAnd cake.\r\n\r"),
}
OTHER = {
    "a link": (_TEA, "Likes tea with [[Ben]]."),
    "a tag": (_TEA, "Likes tea #tea."),
    "a field": (_TEA, "Likes:: tea"),
    "a date": (_TEA, "Likes tea since 2026-05-02."),
    "a long number": (_TEA, "Likes tea since 20260502."),
    "an item": (_TEA, "- likes tea"),
    "a number that begins a list": (_TEA, "1. Likes tea."),
    "words right above an item": ("\n\n## Log", "\n- likes tea\n\n## Log"),
    "a line under it, which makes it a heading": (_TEA, "Likes tea.\n---"),
    "a word in a line of the log": ("moved", "has moved"),
    "words below an item, which go on with it": ("call: moved\n", "call: moved\nto Lyon\n"),
    "words between an item and what is indented": ("moved\n\n", "moved\n\nA word.\n\n"),
    "indented words": ("A word more.", "  A word more."),
    "a heading": ("## Log", "## Lost"),
    "a property": ("type: contact", "type: meeting"),
    "a quote": (_TEA, "> Likes tea."),
    "a template's gap": (_TEA, "Likes {{drink}}."),
}


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_prose_is_no_part_of_the_frame(old: str, new: str) -> None:
    assert NOTE.count(old) == 1
    known, now = frame_of(NOTE.encode()), frame_of(NOTE.replace(old, new).encode())
    assert known is not None
    assert now is not None
    assert known.digest == now.digest


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER)
def test_whatever_may_say_something_is_part_of_the_frame(old: str, new: str) -> None:
    assert NOTE.count(old) == 1
    known, now = frame_of(NOTE.encode()), frame_of(NOTE.replace(old, new).encode())
    assert known is not None
    assert now is not None
    assert known.digest != now.digest


@pytest.mark.parametrize(
    "opener", ["<!-- vaultnet:draft -->", "```", "~~~ py", "%%", "$$", "- `a` ```b", "<div>", "x <b>"]
)
def test_behind_code_and_comments_all_is_kept(opener: str) -> None:
    """An unclosed one hides all that follows, and a draft is what its lines say."""
    before, behind = frame_of(f"A\n\n{opener}\n\nB\n".encode()), frame_of(f"A\n\n{opener}\n\nC\n".encode())
    assert before is not None
    assert behind is not None
    assert before.digest != behind.digest
    above = frame_of(f"And so\n\n{opener}\n\nB\n".encode())
    assert above == before


@pytest.mark.parametrize(
    "text", ["---\ntype: contact\n\nNever closed.\n", "a\0b", "---", "----\nnot one\n", "x" * 1_000_001]
)
def test_a_note_in_which_all_may_matter_has_none(text: str) -> None:
    assert frame_of(text.encode()) is None
    assert written_frame(text.encode()) == ""


@given(st.lists(st.sampled_from(["---", "--- ", "---\t\r", "----", " ---", "a: 1", "Words", "", "\ufeff"]), max_size=7))
def test_the_front_matter_is_part_of_the_frame(lines: list[str]) -> None:
    """A value over several lines may look like a paragraph. Where it ends is told as `find_fence` does."""
    head = "\n".join(["---", *lines])
    fence, frame = find_fence(head), frame_of(head.encode())
    if fence is None or not fence.closed:
        assert frame is None
        return
    body = head[fence.body_start :]
    if "Words" in head[: fence.body_start]:
        assert frame_of((head[: fence.body_start].replace("Words", "Others") + body).encode()) != frame
    elif fence.body_start and head[fence.body_start - 1] == "\n" and not body.strip():
        assert frame_of(f"{head[: fence.body_start]}Words\n".encode()) == frame_of(
            f"{head[: fence.body_start]}\n".encode()
        )


def test_the_lines_that_follow_a_gap() -> None:
    """The number of the heading of the log; nothing follows the last prose."""
    frame = frame_of(NOTE.encode())
    assert frame is not None
    assert frame.lines == (8,)
    assert parse_frame(written_frame(NOTE.encode())) == frame
    assert parse_frame("") is None


def test_lines_move_by_steps() -> None:
    steps = find_steps((5, 9, 14, 20), (5, 11, 16, 21))
    assert steps == (Step(5, 0), Step(9, 2), Step(20, 1))
    assert [moved_line(line, steps) for line in (1, 5, 8, 9, 19, 20)] == [1, 5, 8, 11, 21, 21]
    assert find_steps((5, 9), (5, 9)) == ()
