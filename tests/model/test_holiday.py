from datetime import date

import pytest

from vaultnet.model.holiday import CardDay, card_days

YEAR_END = ("Christmas", "New Year")


@pytest.mark.parametrize(
    ("country", "wanted", "expected"),
    [
        ("DE", ("Christmas",), [("2026-12-25", "Christmas")]),
        ("RU", ("Christmas",), [("2026-01-07", "Christmas")]),
        ("JP", ("Christmas",), []),
        ("JP", ("Thanksgiving",), []),  # Labor Thanksgiving Day is another thing
        ("US", ("Thanksgiving",), [("2026-11-26", "Thanksgiving")]),
        ("IN", ("Diwali",), [("2026-11-08", "Diwali")]),
        ("CN", ("Lunar New Year",), [("2026-02-17", "Lunar New Year")]),  # not its eve
        ("KR", ("Lunar New Year",), [("2026-02-17", "Lunar New Year")]),
        ("VN", ("Lunar New Year",), [("2026-02-17", "Lunar New Year")]),
        ("TR", ("Eid",), [("2026-03-20", "Eid")]),
        ("MA", ("Eid",), [("2026-03-20", "Eid")]),  # estimated: still the best there is
        ("IL", ("Rosh Hashanah",), [("2026-09-12", "Rosh Hashanah")]),  # by the library's own name
        ("SG", ("Diwali", "Lunar New Year"), [("2026-02-17", "Lunar New Year"), ("2026-11-08", "Diwali")]),
        ("DE", ("Feast of Fools",), []),
        ("DE", (), []),
        ("XX", ("Christmas",), []),
    ],
)
def test_when_cards_are_sent(country: str, wanted: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert card_days(country, 2026, wanted) == tuple(CardDay(date.fromisoformat(day), name) for day, name in expected)


@pytest.mark.parametrize(("country", "name"), [("DE", "Christmas"), ("JP", "New Year"), ("SA", "")])
def test_of_the_usual_ones_the_first_that_the_country_keeps(country: str, name: str) -> None:
    assert [day.name for day in card_days(country, 2026, YEAR_END, only_first=True)] == ([name] if name else [])
