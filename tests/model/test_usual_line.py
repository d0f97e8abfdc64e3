"""The usual line of a log is read by a short way of its own, and means what the careful way makes of it."""

from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from tests.model.notes import contact, log_line, read
from vaultnet.model import log
from vaultnet.text.list_item import ItemRun

DAYS = ["2026-05-02", "2026-05-31", "2026-02-30", "2026/05/02", "20260502", "2026-W01-1", "2026-5-2"]
HEADS = ["coffee", "email to", "email from", "e-mail von", "Coffee", "call 10:30", "walk", "lunch her", "met"]
WORDS = ["she moves", "on C#", "50% of it", "a^b", "key:: value", "a: b", "two  blanks", "[[Ben]]", "", " ", "\u00a0x"]
TAGS = ["", " #asked", " #gave #thanked", "#asked", " #Asked", " #a-b", " #asked ", " #gave #gave", " #asked #", " ^p1"]
ENDS = ["\n", "\n", "\r\n", "\n  more\n", "\n  - nested\n"]


lines = st.tuples(
    st.sampled_from(DAYS), st.sampled_from([" ", "  "]), st.sampled_from(HEADS), st.sampled_from([": ", ":", " - "]),
    st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(ENDS),
).map("".join)  # fmt: skip


@given(st.lists(lines, max_size=6))
@example(["2026-05-02 coffee: she moves#asked\n"])
def test_the_short_way_means_the_same(log_lines: list[str]) -> None:
    note = contact("## Log\n" + "".join(f"- {line}" for line in log_lines))
    short = read(note).touches
    with patch.object(log, "_usual_row", lambda *_: None):
        assert read(note).touches == short


def test_the_usual_line_takes_the_short_way() -> None:
    def careful(*_: object) -> None:
        raise AssertionError("a usual line was looked at with care")

    with patch.object(log, "_log_row", careful):
        (row,) = read(contact("## Log\n- 2026-05-02 email from: she moves: soon #gave #asked")).touches
    assert (row.kind, row.direction, row.text, row.tags) == ("email", "from", "she moves: soon", "gave asked")


def test_a_log_is_read_without_taking_its_lines_apart() -> None:
    lines = "".join(f"- 2026-05-{day:02} coffee: she moves #gave\n" for day in range(1, 30))
    with patch.object(ItemRun, "items", side_effect=AssertionError("items were made of the lines")):
        assert len(read(contact(f"## Raise next time\n- the flat\n\n## Log\n{lines}")).touches) == 29


def test_a_sign_within_a_word_is_no_tag() -> None:
    row = log_line("- 2026-05-02 coffee: learns C#asked")
    assert row is not None
    assert (row.text, row.tags) == ("learns C#asked", "")
