"""How the list has grown."""

from datetime import date

from tests.practice.people import day, someone
from vaultnet.practice.growth import Growth, build_growth

TOUCHES = {"People/Ben.md": [day("2026-04-10"), day("2026-06-01")], "People/Ada.md": [day("2025-01-01")]}


def test_who_is_known_since_when() -> None:
    growth = build_growth(
        [
            someone("Ada", met="2026-03-02", last="2026-06-01"),  # the day we met goes before the first touch
            someone("Ben", last="2026-06-01"),
            someone("Cy", last="2026-05-05"),  # whose touches nobody gave: the last one has to do
            someone("Dora"),
            someone("Eve", every="never", met="2026-01-01"),
            someone("Fay", status="deceased", met="2026-01-01"),
        ],
        TOUCHES,
    )
    assert growth == Growth((date(2026, 3, 2), date(2026, 4, 10), date(2026, 5, 5)), 1)
    assert [growth.until(day(text)) for text in ("2026-03-01", "2026-03-02", "2026-04-30", "2026-12-31")] == [
        1,
        2,
        3,
        4,
    ]
    assert growth.between(day("2026-04-10"), day("2026-05-05")) == 2


def test_nobody() -> None:
    assert build_growth([], {}) == Growth((), 0)
