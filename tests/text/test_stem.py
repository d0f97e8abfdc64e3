"""Stems: a person, their trade and the doing of it are one; another word is another stem."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.fold import fold
from vaultnet.text.stem import stem

ENGLISH = (
    "proofreader proofreading proofread",
    "mentor mentors mentoring mentorship",
    "translator translation translations translating translate",
    "validate validates validated validating validation",
    "photographer photography photograph",
    "electrician electrical electric electricity",
    "hydrology hydrologist hydrologists",
    "actuary actuaries actuarial",
    "accountant accountants accounting accounts",
    "insurance insurer insuring",
    "developer developing development",
    "editor editing edits edit editorial",
    "carpenter carpentry",
    "musician musical music",
    "runner running runs run",
    "modeller modelling models model",
    "party parties",
    "city cities",
)
GERMAN = (
    "Übersetzer Übersetzerin Übersetzerinnen Übersetzung Übersetzungen übersetzen",
    "Fotograf Fotografin Fotografie fotografieren",
    "Lektor Lektorin Lektorat",
    "Prüfer Prüfung Prüfungen prüfen",
    "Finanzen Finanzierung finanzieren",
    "Lehrer Lehrerin lehren",
    "Imker Imkerei",
    "Modell Modelle Modellen",
    "Steuer steuerlich",
    "Antrag Anträge Anträgen",
)


@pytest.mark.parametrize(
    ("family", "language"), [*((words, "en") for words in ENGLISH), *((words, "de") for words in GERMAN)]
)
def test_a_family_has_one_stem(family: str, language: str) -> None:
    assert len({stem(word, language) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("string", "strain"), ("glass", "glade"), ("party", "part"), ("letter", "list"), ("bus", "bu"), ("king", "keen")],
)
def test_other_words_keep_apart(one: str, other: str) -> None:
    assert stem(one, "en") != stem(other, "en")


@pytest.mark.parametrize("word", ["glass", "campus", "tennis", "string", "spring", "bed", "sea"])
def test_what_only_looks_like_an_ending_stays(word: str) -> None:
    assert stem(word, "en") in {word, word[:-1]}


def test_another_language_is_only_folded() -> None:
    assert stem("Étudiants", "fr") == "etudiants"


@given(st.text(st.characters(categories=["L"])), st.sampled_from(["en", "de"]))
def test_something_of_a_word_stays_and_how_it_is_written_does_not_matter(word: str, language: str) -> None:
    found = stem(word, language)
    assert bool(found) is bool(fold(word))
    assert found == stem(fold(word), language)
