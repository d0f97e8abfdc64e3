from datetime import date

import pytest

from vaultnet.model.contact import Contact
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.dates import PartialDate
from vaultnet.model.introduction import Introduction
from vaultnet.model.organization import Organization
from vaultnet.model.yearly_day import YearlyDay, made_on, yearly_days


def line(day: str, text: str, topic: str = "") -> DatedLine:
    return DatedLine(1, date.fromisoformat(day), topic, text)


def test_the_days_of_a_contact() -> None:
    contact = Contact(
        "Ada",
        birthday=PartialDate(None, 4, 17),
        met=date(2024, 3, 2),
        anniversaries=(("wedding", PartialDate(2010, 6, 1)),),
        life_events=(line("2026-06-01", "Mary is here\nand well", "birth"), line("2026-02-03", "moved to Graz")),
    )
    assert list(yearly_days(contact)) == [
        YearlyDay("wedding", "06-01", 2010, ""),
        YearlyDay("birthday", "04-17", None, ""),
        YearlyDay("met", "03-02", 2024, ""),
        YearlyDay("life event", "06-01", 2026, "birth: Mary is here"),
        YearlyDay("life event", "02-03", 2026, "moved to Graz"),
    ]


@pytest.mark.parametrize(
    ("status", "log", "day", "expected"),
    [
        ("made", (line("2025-12-01", "asked both"), line("2025-12-05", "made, over coffee")), None, date(2025, 12, 5)),
        ("thanked", (line("2025-12-05", "Vorgestellt beim Kaffee"),), None, date(2025, 12, 5)),
        ("made", (line("2025-12-01", "asked both"),), date(2025, 12, 7), date(2025, 12, 7)),
        ("made", (), None, None),
        ("asked", (line("2025-12-05", "made up my mind to ask"),), date(2025, 12, 7), None),
    ],
)
def test_when_an_introduction_was_made(
    status: str, log: tuple[DatedLine, ...], day: date | None, expected: date | None
) -> None:
    introduction = Introduction("Ada to Ben", status=status, day=day, log=log)
    assert made_on(introduction) == expected
    assert len(list(yearly_days(introduction))) == bool(expected)


def test_other_notes_have_none() -> None:
    assert list(yearly_days(Organization("Acme"))) == []
    assert list(yearly_days(None)) == []
