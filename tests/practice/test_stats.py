"""The practice in figures."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.practice.people import day, someone
from tests.practice.test_reply_rate import touch
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.practice.stats import Month, build_stats, months_between

HISTORIES = {
    "People/Ada.md": ("2026-06-01 coffee - a plan #gave", "2026-05-20 email to hello #asked", "2026-04-30 call - hi"),
    "People/Ben.md": ("2026-06-01 coffee - a plan #received", "2026-05-20 mention - of him", "2019-01-01 call - hi"),
}


def test_a_small_network() -> None:
    network = Network(
        standings=(
            someone("Ada", tier="close", last="2026-06-01", met="2026-05-02"),
            someone("Ben", last="2026-06-01"),
            someone("Cy"),
        ),
        touches={path: tuple(map(touch, lines)) for path, lines in HISTORIES.items()},
        link_by_path={},
    )
    days = {path: sorted(touch(line).day for line in lines) for path, lines in HISTORIES.items()}
    found = build_stats(network, days, Settings(), day("2026-05-04"), day("2026-06-10"))
    assert found.touches == 3
    assert [week.touches for week in found.weeks] == [0, 0, 1, 0, 2, 0]
    assert found.months == (
        Month(date(2026, 5, 4), 0, 0, 1, 0, 0, 1, new=0, known=3),
        Month(date(2026, 6, 1), 2, 0, 0, 1, 1, 0, new=0, known=3),
    )
    assert found.kinds == (("coffee", 2), ("email", 1))
    assert [(tier.name, tier.contacts, tier.share) for tier in found.tiers] == [("close", 1, 1.0), ("", 2, 0.5)]
    assert [rate.kind for rate in found.replies] == ["email"]
    assert (found.undated, found.pattern.state) == (1, "steady")


def test_months() -> None:
    assert list(months_between(day("2025-12-30"), day("2026-02-01"))) == [
        (day("2025-12-30"), day("2025-12-31")),
        (day("2026-01-01"), day("2026-01-31")),
        (day("2026-02-01"), day("2026-02-01")),
    ]
    assert list(months_between(day("2026-02-02"), day("2026-02-01"))) == []
    assert list(months_between(date(9999, 12, 1), date.max)) == [(date(9999, 12, 1), date.max)]


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 3000))
def test_months_hold_every_day_once(first: date, length: int) -> None:
    until = date.fromordinal(first.toordinal() + length)
    parts = list(months_between(first, until))
    assert (parts[0][0], parts[-1][1]) == (first, until)
    assert sum((end - start).days + 1 for start, end in parts) == length + 1
    assert all((start.year, start.month) == (end.year, end.month) for start, end in parts)
