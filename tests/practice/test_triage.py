"""Triage: a walk through those without a place, with keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.practice.triage import Choice, Walk, begin_walk, take_step, triage_choices

CHOICES = triage_choices(("inner", "close", "wide"))
QUEUE = ("a.md", "b.md", "c.md")


def walked(keys: str) -> Walk:
    walk = begin_walk(QUEUE)
    for key in keys:
        walk = take_step(walk, key, CHOICES) or walk
    return walk


@pytest.mark.parametrize(
    ("tiers", "keys"),
    [
        (("inner", "close", "wide"), {"1": "inner", "2": "close", "3": "wide", "4": "later", "5": "let_go"}),
        ((), {"1": "later", "2": "let_go"}),
        (tuple("abcdefghij"), {**{str(n + 1): "abcdefg"[n] for n in range(7)}, "8": "later", "9": "let_go"}),
    ],
)
def test_the_keys(tiers: tuple[str, ...], keys: dict[str, str]) -> None:
    assert {choice.key: choice.tier or choice.what for choice in triage_choices(tiers)} == keys


@pytest.mark.parametrize(
    ("keys", "placed", "current"),
    [
        ("", {}, "a.md"),
        ("1", {"a.md": "1"}, "b.md"),
        ("s2", {"b.md": "2"}, "c.md"),
        ("1u", {}, "a.md"),
        ("u", {}, "a.md"),
        ("12u3", {"a.md": "1", "b.md": "3"}, "c.md"),
        ("1q", {"a.md": "1"}, ""),
        ("345", {"a.md": "3", "b.md": "4", "c.md": "5"}, ""),
        ("345u", {"a.md": "3", "b.md": "4"}, "c.md"),
        ("x9 1S", {"a.md": "1"}, "c.md"),
    ],
)
def test_a_walk(keys: str, placed: dict[str, str], current: str) -> None:
    walk = walked(keys)
    assert ({path: choice.key for path, choice in walk.placed}, walk.current) == (placed, current)


@pytest.mark.parametrize("key", ["x", "", "9", "0", "12"])
def test_a_key_that_means_nothing(key: str) -> None:
    assert take_step(begin_walk(QUEUE), key, CHOICES) is None


def test_nothing_is_decided_behind_the_end() -> None:
    assert take_step(walked("111"), "1", CHOICES) is None
    assert take_step(begin_walk(()), "s", CHOICES) is None


@given(st.text(alphabet="12345s", max_size=3), st.sampled_from("12345s"))
def test_back_is_as_if_it_had_not_been(keys: str, key: str) -> None:
    before = walked(keys)
    after = take_step(before, key, CHOICES)
    if after is not None:
        assert take_step(after, "u", CHOICES) == before


@given(st.text(alphabet="12345suqx", max_size=12))
def test_everybody_gets_one_place_at_most(keys: str) -> None:
    paths = [path for path, _ in walked(keys).placed]
    assert len(set(paths)) == len(paths)
    assert set(paths) <= set(QUEUE)


def test_a_choice_is_what_its_key_says() -> None:
    assert walked("3").placed == (("a.md", Choice("3", "tier", "wide")),)
