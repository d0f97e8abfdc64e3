import pytest

from tests.practice.people import day, someone
from vaultnet.practice.earlier_offers import Earlier, earlier_offers, rest_of

TODAY = day("2026-03-11")  # a Wednesday


@pytest.mark.parametrize(
    ("offers", "turn", "rests_until", "since", "rests_as"),
    [
        ({"2026-03-02": "open"}, "2026-03-02", "2026-03-16", "2026-03-02", "open"),  # ten working days
        (
            {"2026-03-07": "open"},
            "2026-03-07",
            "2026-03-20",
            "2026-03-07",
            "open",
        ),  # a Saturday's rest counts from Monday
        ({"2026-03-02": "moved"}, "2026-03-02", "2026-03-16", "2026-03-02", "moved"),
        ({"2026-03-02": "let_go"}, "2026-03-02", "2026-06-02", "2026-03-02", "let_go"),  # half of six months
        ({"2026-03-11": "let_go"}, "2026-03-11", "2026-06-11", "2026-03-11", "let_go"),  # also today
        # Nobody rests any more after the one of two years ago, and what lies before it is not looked at.
        (
            {"2023-01-02": "open", "2024-01-02": "let_go", "2026-03-02": "open"},
            "2026-03-02",
            "2026-03-16",
            "2026-03-02",
            "open",
        ),
        ({"2026-03-02": "let_go", "2026-03-09": "open"}, "2026-03-09", "2026-06-02", "2026-03-02", "let_go"),
    ],
)
def test_who_rests_and_since_when(
    offers: dict[str, str], turn: str, rests_until: str, since: str, rests_as: str
) -> None:
    earlier = Earlier(day(turn), day(rests_until), day(since), rests_as)
    assert earlier_offers(someone(offers=offers), TODAY) == earlier
    assert rest_of(someone(offers=offers), TODAY) == earlier
    assert rest_of(someone(offers=offers), day(rests_until)) is None


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
    assert rest_of(someone(last="2025-12-24", offers=offers), TODAY) is None
