import pytest

from tests.practice.people import day, someone
from vaultnet.practice.earlier_offers import earlier_offers

TODAY = day("2026-03-11")  # a Wednesday


@pytest.mark.parametrize(
    ("offers", "turn", "rests_until"),
    [
        ({"2026-03-02": "open"}, "2026-03-02", "2026-03-16"),  # ten working days
        ({"2026-03-07": "open"}, "2026-03-07", "2026-03-20"),  # a Saturday's rest counts from Monday
        ({"2026-03-02": "moved"}, "2026-03-02", "2026-03-16"),
        ({"2026-03-02": "let_go"}, "2026-03-02", "2026-06-02"),  # half of six months
        ({"2026-03-11": "let_go"}, "2026-03-11", "2026-06-11"),  # also today
        ({"2026-03-02": "let_go", "2026-03-09": "open"}, "2026-03-09", "2026-06-02"),
    ],
)
def test_who_rests_and_since_when(offers: dict[str, str], turn: str, rests_until: str) -> None:
    assert earlier_offers(someone(offers=offers), TODAY) == (day(turn), day(rests_until))


@pytest.mark.parametrize(
    "offers",
    [
        {},
        {"2026-03-11": "open"},  # today is not over
        {"2026-03-02": "done"},  # the touch itself says it
        {"2025-12-01": "open"},  # a touch came since
        {"2025-12-24": "let_go"},
    ],
)
def test_what_does_not_count(offers: dict[str, str]) -> None:
    assert earlier_offers(someone(last="2025-12-24", offers=offers), TODAY) is None
