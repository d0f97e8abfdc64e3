"""Places in a note."""

import pytest

from vaultnet.text.span import Span, column_of, line_of

TEXT = "one\ntwo\r\n\u2028three"


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (3, 1, 4), (4, 2, 1), (8, 2, 5), (9, 3, 1), (10, 3, 2)]
)
def test_line_and_column_count_from_one(offset: int, line: int, column: int) -> None:
    assert (line_of(TEXT, offset), column_of(TEXT, offset)) == (line, column)


def test_a_span_is_a_slice() -> None:
    assert "- 2026-05-02 coffee"[slice(*Span(2, 12))] == "2026-05-02"
