"""Digests of what was generated: where the words end that have a digest."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultnet.text.item_id import digest, end_of_prefix

TAIL = " · last in touch in May and the book"


def test_the_first_end_that_has_the_digest() -> None:
    assert end_of_prefix("Call [[Ada]]", TAIL, (0, 14, 24), digest(f"Call [[Ada]]{TAIL[:14]}")) == 14
    assert end_of_prefix("Call [[Ada]]", TAIL, (0, 14, 24), digest("Call [[Ada]]")) == 0


def test_an_end_that_is_not_tried_is_not_found() -> None:
    assert end_of_prefix("Call [[Ada]]", TAIL, (0, 24), digest(f"Call [[Ada]]{TAIL[:14]}")) == -1
    assert end_of_prefix("Call [[Ada]]", TAIL, (), digest("Call [[Ada]]")) == -1


@given(st.text(), st.text(), st.sets(st.integers(0, 20)), st.integers(0, 20))
@settings(max_examples=50, deadline=None)
def test_it_is_what_summing_up_each_beginning_would_find(begin: str, text: str, ends: set[int], end: int) -> None:
    wanted = digest(begin + text[:end])
    found = (place for place in sorted(ends) if digest(begin + text[:place]) == wanted)
    assert end_of_prefix(begin, text, sorted(ends), wanted) == next(found, -1)
