"""Items one below the other are taken at once (`FLAT_RUN`); line by line they would be read the same."""

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text import scan
from vaultnet.text.document import parse_document
from vaultnet.text.reading_limit import ITEM_LIMIT

LINES = [
    "- 2026-05-02 coffee: she moves #gave", "- 2026-05-03 call", "- words", "- [[Ben]] called", "- [[] no link",
    "- [ ] a task", "- 1. deep", "- - deep", "-", "- ", "-  two blanks", "* star", "1. one", "  - nested", "   lazy",
    "words", "> quote", "> - quoted", "## Log", "===", "---", "```", "%%", "<!-- c", "-->", "", "- über `code",
    "<!-- vaultnet:agenda -->", "<!-- /vaultnet:agenda -->", "- a\rb",
]  # fmt: skip
texts = st.tuples(
    st.lists(st.tuples(st.sampled_from(LINES), st.integers(1, 4)), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
).map(lambda drawn: drawn[1].join(line for line, count in drawn[0] for _ in range(count)) + drawn[1] * drawn[2])


@given(texts)
def test_a_run_is_read_as_line_by_line(text: str) -> None:
    read = parse_document(text)
    with patch.object(scan, "FLAT_RUN", re.compile(r"(?!)")):
        assert parse_document(text) == read


def test_a_run_ends_at_the_limit_of_items() -> None:
    many = parse_document("- a\n" * (ITEM_LIMIT + 5))
    assert len(many.items) == ITEM_LIMIT
    assert [problem.line for problem in many.problems] == [ITEM_LIMIT]


def test_only_the_last_of_a_run_goes_on() -> None:
    text = "- one\n- two\n- three\n  - four\n    lazy\n"
    assert [(item.line, item.parent, text[item.start : item.end]) for item in parse_document(text).items] == [
        (1, -1, "- one"),
        (2, -1, "- two"),
        (3, -1, "- three\n  - four\n    lazy"),
        (4, 2, "  - four\n    lazy"),
    ]
