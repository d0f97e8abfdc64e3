"""Which phrases answer which: by words in common, the rare ones first; never by one word of many."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.giving_tables import (
    FRESH,
    FRESH_DECOYS,
    GERMAN,
    GERMAN_DECOYS,
    UNSEEN,
    UNSEEN_DECOYS,
)
from vaultnet.practice.phrase_index import PhraseIndex, Vocabulary

Pairs = Sequence[tuple[str, str]]


def proposed(pairs: Pairs, decoys: Pairs, language: str) -> set[tuple[str, str]]:
    """Every (need, answer) that meet, each need asked against all answers of the vault."""
    needs, answers = ([pair[at] for pair in (*pairs, *decoys)] for at in (0, 1))
    index = PhraseIndex(answers, needs, Vocabulary(language, texts=[*needs, *answers]))
    return {(need, answers[met.number]) for need in needs for met in index.find(need)}


@pytest.mark.parametrize(
    ("pairs", "decoys", "language", "missed"),
    [
        (UNSEEN, UNSEEN_DECOYS, "en", {"a beekeeper to look at two hives", "help with setting up a food cooperative"}),
        (GERMAN, GERMAN_DECOYS, "de", set()),
        (FRESH, FRESH_DECOYS, "en", {"a venue for a book launch"}),
    ],
    ids=["unseen", "german", "fresh"],
)
def test_other_vaults_nothing_false_is_proposed_and_little_is_missed(
    pairs: Pairs, decoys: Pairs, language: str, missed: set[str]
) -> None:
    """What is missed has one word in common, and each side is about more: `[giving] synonyms` cannot know that either,
    and a dog trainer looks the same to whoever trains for a triathlon.
    """
    found = proposed(pairs, decoys, language)
    assert found <= set(pairs)
    assert {need for need, _ in set(pairs) - found} == missed


@pytest.mark.parametrize(
    ("need", "answer", "words"),
    [
        ("a proofreader for letters in German", "proofreading in German and Polish", ("proofreader", "German")),
        ("a hydrologist for the model team", "hydrology", ("hydrologist",)),
        ("a plumber", "plumbing for old houses", ("plumber",)),
        ("a reviewer for a drought paper", "a workshop on making paper", None),
        ("a cat sitter", "cat pricing", None),
        ("help", "advice", None),
        ("", "anything", None),
    ],
)
def test_what_meets(need: str, answer: str, words: tuple[str, ...] | None) -> None:
    found = PhraseIndex([answer, "a sofa in Graz"], [need], Vocabulary("en")).find(need)
    assert [met.words for met in found] == ([words] if words else [])


def test_of_two_answers_the_one_with_the_rarer_words_goes_first() -> None:
    answers = ["flood data", "dike data", "open data", "tax data"]
    others = ["data on floods", "more data", "flood maps", "flood plans"]
    found = PhraseIndex(answers, others, Vocabulary("en")).find("data on floods and dikes")
    assert [answers[met.number] for met in found][:1] == ["dike data"]


def test_what_everybody_can_do_is_proposed_for_nothing() -> None:
    answers = ["Python"] * 60 + ["Python for dike maps"]
    found = PhraseIndex(answers, [], Vocabulary("en")).find("a Python course on dike maps")
    assert [met.number for met in found] == [60]


def test_synonyms_are_one_word() -> None:
    answers, need = ["piano tuition", "tax returns"], "a keyboard teacher"
    assert PhraseIndex(answers, [need], Vocabulary("en")).find(need) == []
    synonyms = (("piano", "keyboard"), ("teacher", "tuition", "lessons"), ())
    (met,) = PhraseIndex(answers, [need], Vocabulary("en", synonyms)).find(need)
    assert (met.number, met.words, met.of) == (0, ("keyboard", "teacher"), 2)


_PHRASES = st.lists(
    st.lists(st.sampled_from(["flood", "dike", "owl", "bank", "paper", "cat"]), max_size=4).map(" ".join)
)


@given(_PHRASES, st.lists(st.sampled_from(["flood", "dike", "owl", "bank", "paper", "cat"]), max_size=4).map(" ".join))
def test_the_order_of_the_others_does_not_matter(answers: list[str], need: str) -> None:
    there = PhraseIndex(answers, ["dike", need], Vocabulary("en")).find(need)
    back = PhraseIndex(answers[::-1], [need, "dike"], Vocabulary("en")).find(need)
    assert [met.number for met in there] == sorted(
        (len(answers) - 1 - met.number for met in back),
        key=lambda number: (-{met.number: met.weight for met in there}[number], number),
    )
