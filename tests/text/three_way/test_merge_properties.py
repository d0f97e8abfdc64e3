"""Random notes, random edits on two sides: see `asked_of_merges` for what must hold, `drawn_notes` for what is done."""

from itertools import pairwise
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.text.three_way.asked_of_merges import ask_of_merge
from tests.text.three_way.drawn_notes import draw_edits, draw_note
from vaultnet.text.three_way.line_match import match
from vaultnet.text.three_way.merge_versions import merge_versions

SEEDS = st.integers(0, 2**32)


@settings(max_examples=100)
@given(SEEDS)
def test_what_is_asked_of_every_merge(seed: int) -> None:
    ask_of_merge(Random(seed))


@settings(max_examples=50)
@given(SEEDS)
def test_who_changed_nothing_leaves_it_to_the_other(seed: int) -> None:
    random = Random(seed)
    base = draw_note(random)
    text, other = base.text, draw_edits(base, random, "o").text
    assert merge_versions(text, other, other).text == other
    assert merge_versions(text, text, other).text == other
    assert merge_versions(text, other, text).text == other


@settings(max_examples=50)
@given(SEEDS)
def test_a_twin_with_other_line_ends_merges_alike(seed: int) -> None:
    random = Random(seed)
    base = draw_note(random)
    texts = [base.text, draw_edits(base, random, "o").text, draw_edits(base, random, "t").text]
    plain = [text.replace("\r\n", "\n") for text in texts]
    twins = [text.replace("\n", "\r\n") for text in plain]
    assert merge_versions(*twins).text == merge_versions(*plain).text.replace("\n", "\r\n")


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_what_matches_is_the_same_and_in_order(one: list[str], other: list[str]) -> None:
    pairs = match(one, other)
    assert all(one[here] == other[there] for here, there in pairs)
    assert all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(pairs))


@given(st.text(alphabet="-# \t[x]ab\n:`*>\r", max_size=60), st.text(alphabet="-# \t[x]ab\n:`*>\r", max_size=60))
def test_any_two_texts_keep_all_their_lines(ours: str, theirs: str) -> None:
    assume(not (ours.startswith("---") or theirs.startswith("---")))  # front matter, which can be broken and refused
    merged = merge_versions("", ours, theirs)
    lines = {line.strip() for line in merged.text.splitlines()} | {""}
    assert {line.strip() for line in (*ours.splitlines(), *theirs.splitlines())} <= lines
