"""Which strengths are worth a word: those that share words with what somebody does and needs."""

from vaultnet.model.goals import Goals
from vaultnet.practice.fitting_strength import fitting_strengths
from vaultnet.practice.phrase_index import Vocabulary

GOALS = Goals(
    "Goals",
    sections=(
        ("pitch", "I explain boards to boards."),
        ("strengths", "- I can stand in front of a board\n\n2. Patience with models\n"),
        ("accomplishments", "* Rebuilt a flood model for a board\n* Ran a choir"),
    ),
)


def fits(*field: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.text, one.words) for one in fitting_strengths(GOALS, field, Vocabulary("en"))]


def test_the_most_words_in_common_come_first() -> None:
    assert fits("Flood modeller", "somebody who can tell a board what a tail is") == [
        ("Rebuilt a flood model for a board", ("flood", "model", "board")),
        ("I can stand in front of a board", ("board",)),
        ("Patience with models", ("models",)),
    ]


def test_nothing_fits_a_stranger_or_another_trade() -> None:
    assert fits() == []
    assert fits("baker") == []
