"""Facts side by side: whose words, from when, in which order."""

from datetime import date

import pytest

from vaultnet.model.dated_line import DatedLine
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.practice.benchmark import build_benchmark, topics_of


def card(name: str, *facts: tuple[str, str, str]) -> OrganizationCard:
    """`facts`: day, topic and words."""
    lines = (DatedLine(10 + n, date.fromisoformat(day), topic, text) for n, (day, topic, text) in enumerate(facts))
    return OrganizationCard(f"Organizations/{name}.md", name, facts=tuple(lines))


ACME = card(
    "Acme",
    ("2025-05-02", "salary", "70-80k"),
    ("2026-05-02", "salary", "78-92k, says [[Ada]]"),
    ("2026-05-02", "hours", "36"),
    ("2026-05-01", "", "they moved"),
)
BELL = card("Bell", ("2026-01-01", "gehalt", "60k"), ("2026-01-02", "lage", "wächst"), ("2026-01-03", "hours", "40"))
COVE = card("Cove", ("2026-01-03", "culture", "soup"))


def test_a_row_for_each_topic_and_a_cell_for_each_organization() -> None:
    rows = build_benchmark((ACME, BELL, COVE))
    assert [(row.name, [[told.text for told in cell] for cell in row.told]) for row in rows] == [
        ("salary", [["78-92k", "70-80k"], ["60k"], []]),
        ("culture", [[], [], ["soup"]]),
        ("situation", [[], ["wächst"], []]),
        ("hours", [["36"], ["40"], []]),
        ("", [["they moved"], [], []]),
    ]


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        ("78-92k, says [[Ada]]", "78-92k", ("Ada",)),
        ("78-92k (according to [[People/Ada|Ada L.]]).", "78-92k", ("People/Ada",)),
        ("78-92k – told me by [[Ada]]", "78-92k", ("Ada",)),
        ("78-92k, laut [[Ada]]", "78-92k", ("Ada",)),
        ("[[Ada]] says they grow", "Ada says they grow", ("Ada",)),
        ("as [[Ada]] explained over soup", "as Ada explained over soup", ("Ada",)),
        ("says [[Ada]]", "says Ada", ("Ada",)),
        ("from the published scale", "from the published scale", ()),
        ("78k, says [[Ada]]\nand [[Ben]] nodded", "78k\nand Ben nodded", ("Ada", "Ben")),
    ],
)
def test_who_said_it(text: str, words: str, says: tuple[str, ...]) -> None:
    told = build_benchmark((card("Acme", ("2026-05-02", "salary", text)),))[0].told[0][0]
    assert (told.text, told.says) == (words, says)


def test_one_topic_by_a_part_of_its_name() -> None:
    assert [row.name for row in build_benchmark((ACME, BELL), "SAL")] == ["salary"]
    assert build_benchmark((ACME, BELL), "rent") == ()
    assert topics_of((ACME, BELL)) == ("hours", "salary", "situation")
