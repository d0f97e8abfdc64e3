from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.document import parse_document
from vaultnet.text.edit import apply_edits
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import (
    Order,
    Place,
    find_section,
    insert_among,
    insert_in_section,
    item_date,
    items_of,
    order_of,
)

NOTE = "# Ada\n\n## Log\n- 2026-05-02 a\n\n### Old\n- 2020-01-01 b\n\n## Notes\n- c\n"


def add(text: str, line: str = "2026-06-15 new", at: Place = "dated", order: Order = "newest-first") -> str:
    return apply_edits(text, [insert_in_section(parse_document(text), ["Log"], line, at=at, order=order)])


def test_a_section_and_its_bounds() -> None:
    document = parse_document(NOTE)
    section = find_section(document, ["interactions", "LOG"])
    assert section is not None
    assert section.heading.text == "Log"
    assert NOTE[section.body_start : section.own_end] == "- 2026-05-02 a\n\n"
    assert [document.text[item.start : item.end] for item in items_of(document, section)] == ["- 2026-05-02 a"]
    assert find_section(document, ["Facts"]) is None


def test_generated_headings_are_none() -> None:
    text = "<!-- vaultnet:x -->\n## Log\n<!-- /vaultnet:x -->\n"
    assert find_section(parse_document(text), ["Log"]) is None


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2026-05-02 coffee", "20260502"),
        ("2026/05/02", "20260502"),
        ("2026.05.02", "20260502"),
        ("20260502 x", "20260502"),
        ("[[2026-05-02]] x", "20260502"),
        ("2026-05/02", ""),
        ("202605021", ""),
        ("coffee 2026-05-02", ""),
    ],
)
def test_the_date_an_item_begins_with(words: str, date: str) -> None:
    assert item_date(words) == date


@pytest.mark.parametrize(
    ("items", "order"),
    [
        ("- 2026-05-02\n- 2026-05-01\n", "newest-first"),
        ("- 2026-05-01\n- x\n- 2026-05-02\n", "oldest-first"),
        ("- 2026-05-01\n- 2026-05-01\n", "unknown"),
        ("- 2026-05-01\n", "unknown"),
        ("- 2026-05-01\n- 2026-05-02\n- 2026-04-01\n", "unknown"),
        ("- 2026-05-01\n  - 2026-05-02\n  - 2026-05-03\n", "unknown"),
    ],
)
def test_the_order_of_a_section(items: str, order: str) -> None:
    document = parse_document(f"## Log\n{items}")
    section = find_section(document, ["Log"])
    assert section is not None
    assert order_of(document, section) == order


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Log\n- 2026-05-02 a\n- 2026-05-01 b\n", "## Log\n- 2026-06-15 new\n- 2026-05-02 a\n- 2026-05-01 b\n"),
        ("## Log\n- 2026-05-01 b\n- 2026-05-02 a\n", "## Log\n- 2026-05-01 b\n- 2026-05-02 a\n- 2026-06-15 new\n"),
        ("## Log\n- 2027-05-02 a\n- 2020-05-01 b\n", "## Log\n- 2027-05-02 a\n- 2026-06-15 new\n- 2020-05-01 b\n"),
        ("## Log\n- 2027-05-02 a\n- 2027-05-01 b\n", "## Log\n- 2027-05-02 a\n- 2027-05-01 b\n- 2026-06-15 new\n"),
        ("## Log\n- 2027-05-01 a\n- 2027-05-02 b\n", "## Log\n- 2026-06-15 new\n- 2027-05-01 a\n- 2027-05-02 b\n"),
        ("## Log\n- 2026-05-02 a", "## Log\n- 2026-06-15 new\n- 2026-05-02 a"),
        ("## Log\n- 2026-05-01 b\n- 2026-05-02 a", "## Log\n- 2026-05-01 b\n- 2026-05-02 a\n- 2026-06-15 new"),
        ("## Log\r\n* 2026-05-02 a\r\n", "## Log\r\n* 2026-06-15 new\r\n* 2026-05-02 a\r\n"),
        ("## Log\n *  2026-05-02 a\n    more\n", "## Log\n *  2026-06-15 new\n *  2026-05-02 a\n    more\n"),
        (
            "## Log\n- 2026-05-02 a\n\n- 2026-05-01 b\n",
            "## Log\n- 2026-06-15 new\n\n- 2026-05-02 a\n\n- 2026-05-01 b\n",
        ),
        (
            "## Log\n- 2026-05-01 b\n\n- 2026-05-02 a\n",
            "## Log\n- 2026-05-01 b\n\n- 2026-05-02 a\n\n- 2026-06-15 new\n",
        ),
        ("## Log\n- 2026-05-01 b\n\n- 2026-05-02 a", "## Log\n- 2026-05-01 b\n\n- 2026-05-02 a\n\n- 2026-06-15 new"),
        ("## Log\n- see below\n- 2026-05-02 a\n", "## Log\n- see below\n- 2026-06-15 new\n- 2026-05-02 a\n"),
        ("## Log\n- see below\n", "## Log\n- 2026-06-15 new\n- see below\n"),
        ("## Log\n", "## Log\n- 2026-06-15 new\n"),
        ("## Log", "## Log\n- 2026-06-15 new"),
        ("## Log\n\n## Next\n", "## Log\n- 2026-06-15 new\n\n## Next\n"),
        ("## Log\n## Next\n", "## Log\n- 2026-06-15 new\n\n## Next\n"),
        ("## Log\nKept since 2020.\n\n## Next\n", "## Log\nKept since 2020.\n\n- 2026-06-15 new\n\n## Next\n"),
        ("## Log\nKept since 2020.", "## Log\nKept since 2020.\n\n- 2026-06-15 new"),
        ("# Ada\n", "# Ada\n\n## Log\n- 2026-06-15 new\n"),
        ("# Ada", "# Ada\n\n## Log\n- 2026-06-15 new\n"),
        ("# Ada\r\n\r\n", "# Ada\r\n\r\n## Log\r\n- 2026-06-15 new\r\n"),
        ("", "## Log\n- 2026-06-15 new\n"),
        ("---\na: 1\n---", "---\na: 1\n---\n\n## Log\n- 2026-06-15 new\n"),
    ],
)
def test_a_dated_line_finds_its_place(before: str, after: str) -> None:
    assert add(before) == after


def test_where_no_order_is_found_the_settings_rule() -> None:
    assert add("## Log\n- 2026-05-02 a\n", order="oldest-first") == "## Log\n- 2026-05-02 a\n- 2026-06-15 new\n"


def test_top_and_bottom_and_a_line_without_a_date() -> None:
    text = "## Log\n- 2026-05-01 a\n- 2026-05-02 b\n"
    assert add(text, at="top") == "## Log\n- 2026-06-15 new\n- 2026-05-01 a\n- 2026-05-02 b\n"
    assert add(text, at="bottom") == text + "- 2026-06-15 new\n"
    assert add(text, "new") == text + "- new\n"
    assert add("## Log\n- a\n", "new") == "## Log\n- new\n- a\n"


def test_nested_lines_come_along() -> None:
    assert add("## Log\r\n* 2026-05-02 a\r\n", "2026-06-15 new\n  - more") == (
        "## Log\r\n* 2026-06-15 new\r\n  - more\r\n* 2026-05-02 a\r\n"
    )


def test_a_note_that_is_broken_is_left_alone() -> None:
    with pytest.raises(Refused) as refused:
        add("## Log\n<!-- vaultnet:x -->\n")
    assert refused.value.problem.rule == "block-unclosed"


def test_a_warning_is_no_reason_to_refuse() -> None:
    document = replace(parse_document("## Log\n"), problems=(Problem("hint", "look at this", severity="warning"),))
    assert insert_in_section(document, ["Log"], "new").replacement == "- new\n"


@pytest.mark.parametrize("text", ["# Ada\n\n```\ncode\n", "# Ada\n%%\nnote", "## Log\n<!--\n- a\n"])
def test_a_line_that_would_be_lost_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        add(text)
    assert refused.value.problem.rule == "section-unreadable"


LINES = st.lists(
    st.sampled_from(
        [
            "## Log",
            "# A",
            "### B",
            "- 2026-05-02 a",
            "- 2026-07-01",
            "  - b",
            "* c",
            "text",
            "",
            "> - q",
            "```",
            "%%",
            "1. d",
            "---",
        ]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.sampled_from(["top", "bottom", "dated"]))
def test_all_other_bytes_stay_and_the_line_is_an_item(lines: list[str], end: str, final: bool, at: Place) -> None:
    text = end.join(lines) + (end if final else "")
    document = parse_document(text)
    try:
        edit = insert_in_section(document, ["log"], "2026-06-15 new", at=at)
    except Refused:
        return
    assert edit.start == edit.end
    after = parse_document(apply_edits(text, [edit]))
    new = [item for item in after.items if after.text[item.text_start : item.text_end].startswith("2026-06-15 new")]
    assert len(new) == 1
    heading = after.headings[new[0].heading]
    assert heading.text == "Log"
    assert len(after.items) == len(document.items) + 1
    assert end not in text or "\n" not in edit.replacement.replace(end, "")


@pytest.mark.parametrize(
    ("text", "order", "place"),
    [
        ("- 2026-05-02 a\n- 2026-04-01 b\n", "oldest-first", 0),
        ("- 2026-04-01 a\n- 2026-05-02 b\n", "newest-first", 2),
        ("- 2026-05-02 a\n", "newest-first", 0),
        ("- 2026-05-02 a\n", "oldest-first", 1),
    ],
)
def test_a_list_that_is_no_section(text: str, order: Order, place: int) -> None:
    """The order of its dates is kept; where there is none, the one asked for."""
    document = parse_document(text)
    after = apply_edits(text, [insert_among(document, document.items, "2026-06-15 new", order=order)])
    assert after.split("\n")[place] == "- 2026-06-15 new"
