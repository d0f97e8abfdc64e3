"""Two texts of one frame (`text/frame.py`) say the same, whatever is written between: the index may go by that."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from tests.model.notes import DAY, PERSON, RULES
from tests.model.test_entry import ODD_RULES
from vaultnet.model.entry import Entry, build_entry
from vaultnet.text.frame import frame_of
from vaultnet.text.line_steps import Step, find_steps, moved_line

HEADS = [
    "", "---\ntype: contact\n---\n", "---\ntype: organization\n---\n", "---\ntype: introduction\nfrom: '[[Ada]]'\n---\n",
    "---\ntype: meeting\ndate: 2026-05-02\nwith: '[[Ada]]'\n---\n", "---\ntype: clipping\ndate: 2026-05-02\n---\n",
    "\ufeff---\ntype: contact\n---\n", "---\ntype: group\n---\n", "---\nabout: |\n  x\n\n  y\n---\n", "\ufeff",
]  # fmt: skip
PROSE = [
    "Likes tea.", "And cake, in 2019 too", '"Well," she said', "Ünïcode — “yes”", "x) y (z", "coffee with ben", "trailing  ",
    "📅 x", "a 12-13 b", "•bullet", "\u00a0blank", "A",
]  # fmt: skip
BONES = [
    "- a", "- 2026-05-02 coffee: met [[Bob]]", "  - nested", "  more words of it", "\tindented", "    code", "> quote",
    "# H", "## Log", "## Facts", "## Raise next time", "## Life events", "- 2026-05-02 wedding: x", "## [a", "text [a",
    "](b)", "- ](b) x", "[[Ada", "]]", "see [[Ada]] today", "2026-05-02 lunch with [[Ben]] #news", "Role:: Poet",
    "| a | b |", "/---contact---/", "| Name | Ada |", "---", "===", "***", "1. one", "1984. x", "-", "*", "--", "=",
    "- [ ] call [[Bob]] 📅 2026-06-01", "- [x] did ✅ 2026-05-01", "```", "~~~", "%%", "$$", "<!-- vaultnet:agenda -->",
    "<!-- /vaultnet:agenda -->", "<!-- vaultnet:draft-x -->", "<!-- /vaultnet:draft-x -->", "<div>", "`x` [[y]]", "50%",
    "#friend", "x #friend", "- done ^vn-20000000-90cd7e12", "\ufeff", "12345678", "![[pic.png]]", "[x](Ada.md)", "{{x}}",
    "<<<<<<< HEAD", "=======", ">>>>>>> b", "  ",
]  # fmt: skip
LINES = st.lists(st.one_of(st.just(""), st.sampled_from(PROSE), st.sampled_from(BONES)), max_size=12)
EDITS = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from(["", *PROSE]), st.sampled_from(["put", "apart", "swap", "drop"])),
    min_size=1,
    max_size=3,
)


def edited(lines: list[str], edits: list[tuple[int, str, str]]) -> list[str]:
    """Only lines of prose and blank ones come, go or change: often in places where they say something."""
    new = [*lines]
    for place, words, how in edits:
        if how == "put":
            new.insert(place, words)
        elif how == "apart":
            new[place:place] = ["", words, ""]
        elif place < len(new) and (not new[place] or new[place] in PROSE):
            new[place : place + 1] = [words] if how == "swap" else []
    return new


def _is_told_by_lines(value: Any) -> bool:
    """Whether the number of a line is somewhere in a record."""
    if isinstance(value, tuple):
        return "line" in getattr(value, "_fields", ()) or any(map(_is_told_by_lines, value))
    names = [field.name for field in fields(value)] if is_dataclass(value) else []
    return "line" in names or any(_is_told_by_lines(getattr(value, name)) for name in names)


def _moved(entry: Entry, steps: tuple[Step, ...]) -> Entry:
    """With the lines on which the index says that it stands; where a clipping ends it does not say."""
    tables: dict[str, Any] = {
        name: tuple(row._replace(line=moved_line(row.line, steps)) for row in getattr(entry, name))
        for name in ("touches", "tasks", "kept", "raise_next", "messages")
    }
    clippings = tuple(row._replace(line=moved_line(row.line, steps), last_line=0) for row in entry.clippings)
    return replace(entry, **tables, clippings=clippings)


@settings(max_examples=250, deadline=None)
@given(
    st.sampled_from(HEADS), LINES, EDITS, st.sampled_from([PERSON, DAY, "Notes/X.md"]), st.sampled_from(["\n", "\r\n"])
)
def test_of_one_frame_and_of_one_meaning(
    head: str, lines: list[str], edits: list[tuple[int, str, str]], path: str, end: str
) -> None:
    """But for what `storage/reworded.py` sees to: dated headings, faults, and lines that stand in a record or a block."""
    first, second = head + end.join(lines), head + end.join(edited(lines, edits))
    known, now = frame_of(first.encode()), frame_of(second.encode())
    assume(known is not None and now is not None and known.digest == now.digest)
    assert known is not None
    assert now is not None
    steps = find_steps(known.lines, now.lines)
    event("moved" if steps else "on the same lines")
    for rules in (RULES, ODD_RULES):
        entry, other = build_entry(path, first, rules), build_entry(path, second, rules)
        assert bool(entry.problems) == bool(other.problems)
        if entry.problems or any(touch.origin in ("heading", "yaml") for touch in entry.touches):
            continue
        blocks = entry.offers or entry.ticks or entry.debriefs or entry.placings
        if not steps or not (blocks or _is_told_by_lines(entry.record)):
            assert _moved(entry, steps) == _moved(other, ())
