"""Prepared settings: the vocabulary of kinds, the dates of daily notes, who I am."""

from datetime import date

import pytest

from tests.model.notes import RULES, rules_of
from vaultnet.model.ref import Ref
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings

KINDS = [
    ("had a long lunch with", "lunch", ""),
    ("Called her", "call", ""),
    ("recalled her", "", ""),
    ("coffee-table book", "", ""),
    ("#dinner", "dinner", ""),
    ("e-mail from her", "email", "from"),
    ("email to her, then a call", "email", "to"),
    ("Mail von ihr", "email", "from"),
    ("call from her", "call", ""),
    ("met her for coffee", "coffee", ""),
    ("met her, then wrote a letter", "meeting", ""),
    ("met her and met him", "meeting", ""),
    ("wrote a long letter to her", "letter", "to"),
    ("wrote to her about the lunch", "email", "to"),
    ("spoke on zoom", "video", ""),
    ("lunch, then met Ben for dinner", "lunch", ""),
    ("nothing", "", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "kind", "direction"), KINDS)
def test_find_kind(text: str, kind: str, direction: str) -> None:
    assert RULES.find_kind(text) == (kind, direction)
    assert RULES.kind_in(text) == kind


def test_forms_with_accents_are_found_in_both_spellings() -> None:
    rules = rules_of({"kinds": {"déjeuner": {"forms": ["déjeuné", ""]}}})
    assert [rules.kind_in(text) for text in ("Déjeuner", "dejeuner", "avons déjeuné")] == ["déjeuner"] * 3


def test_richness() -> None:
    assert [RULES.richness(kind) for kind in ("coffee", "call", "email", "mention", "", "pigeon")] == [3, 2, 1, 0, 0, 0]


@pytest.mark.parametrize(
    ("daily_format", "path", "day"),
    [
        ("YYYY-MM-DD", "Daily/2026-05-02.md", date(2026, 5, 2)),
        ("YYYY-MM-DD", "2026-05-02", date(2026, 5, 2)),
        ("YYYY-MM-DD", "2026-02-30.md", None),
        ("YYYY-MM-DD", "20260502.md", None),
        ("YYYY-MM-DD", "2026-05-02 Walk.md", None),
        ("YYYY-MM-DD", "Archive.md", None),
        ("YYYY/MM/YYYY-MM-DD", "Daily/2026/05/2026-05-02.md", date(2026, 5, 2)),
        ("YYYY_MM_DD", "journals/2026_05_02.md", date(2026, 5, 2)),
        ("YYYY_MM_DD", "journals/2026-05-02.md", None),
        ("MMM D, YYYY", "May 2, 2026.md", date(2026, 5, 2)),
    ],
)
def test_the_day_of_a_daily_note(daily_format: str, path: str, day: date | None) -> None:
    assert rules_of(daily_format=daily_format).daily_date(path) == day


@pytest.mark.parametrize(
    ("daily_format", "text", "day"),
    [
        ("YYYY-MM-DD", "[[2026-05-02]]", date(2026, 5, 2)),
        ("YYYY-MM-DD", "02.05.2026", None),
        ("DD.MM.YYYY", "02.05.2026", date(2026, 5, 2)),
        ("DD.MM.YYYY", "[[Daily/02.05.2026|then]]", date(2026, 5, 2)),
        ("DD.MM.YYYY", "2026-05-02", date(2026, 5, 2)),
        ("DD.MM.YYYY", "soon", None),
    ],
)
def test_dates(daily_format: str, text: str, day: date | None) -> None:
    assert rules_of(daily_format=daily_format).date(text) == day


def test_the_language_and_the_week_of_the_settings() -> None:
    rules = rules_of({"vault": {"language": "de", "week_start": "monday"}}, daily_format="D. MMMM YYYY")
    assert rules.date("2. Mai 2026") == date(2026, 5, 2)


def test_who_i_am() -> None:
    people = (Ref("Ada", "Ada"), Ref("me", ""), Ref("M.", "People/Mira Kellner"))
    assert rules_of({"me": {"name": "Mira Kellner"}}).others(people) == (people[0],)
    assert build_rules(Settings()).others(people) == (people[0], people[2])
