"""Splices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.edit import Edit, apply_edits


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([], "abcdef"),
        ([Edit(1, 2, "X")], "aXcdef"),
        ([Edit(4, 5, ""), Edit(0, 0, "<")], "<abcdf"),
        ([Edit(2, 2, "1"), Edit(2, 2, "2")], "ab12cdef"),
        ([Edit(2, 4, "X"), Edit(4, 4, "Y"), Edit(2, 2, "W")], "abWXYef"),
        ([Edit(6, 6, "!")], "abcdef!"),
        ([Edit(0, 6, "")], ""),
    ],
)
def test_apply_edits(edits: list[Edit], after: str) -> None:
    assert apply_edits("abcdef", edits) == after


@pytest.mark.parametrize(
    "edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(5, 7, "")], [Edit(3, 2, "")], [Edit(-1, 0, "")]]
)
def test_edits_that_cannot_be_meant(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap or lie outside"):
        apply_edits("abcdef", edits)


@given(st.text(max_size=40), st.data())
def test_the_rest_stays_as_it_is(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    after = apply_edits(text, [Edit(places[0], places[1], "new")])
    assert after == f"{text[: places[0]]}new{text[places[1] :]}"
