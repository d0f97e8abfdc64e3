import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.people import someone
from vaultnet.model.settings import AgendaSettings, Settings, Tier
from vaultnet.practice.budget import (
    Purse,
    capacity,
    need_by_tier,
    people_a_day,
    share_slots,
    total_need,
    weight_of,
)

WEIGHTS = {"inner": 4, "close": 2, "wide": 1}


@pytest.mark.parametrize(
    ("people", "minutes", "a_touch", "a_day"),
    [
        (2, 10, 4.5, 2),
        (5, 10, 5, 2),  # the minutes are fewer
        (2, 10, 8, 1.25),
        (2, 3, 8, 1),  # one item always fits
        (0, 10, 8, 0),
        (2, 10, 0, 2),  # nobody is there to take any
    ],
)
def test_how_many_people_a_day_holds(people: int, minutes: int, a_touch: float, a_day: float) -> None:
    settings = Settings(agenda=AgendaSettings(people=people, minutes=minutes))
    assert people_a_day(settings, a_touch) == a_day
    assert capacity(settings, a_touch) == a_day * 5 / 7


def test_the_need_is_the_sum_of_one_by_ideal() -> None:
    network = [
        someone("Ada", tier="inner", every="4 weeks", last="2026-01-01"),
        someone("Ben", tier="inner", every="4 weeks", channel="letter"),
        someone("Cy", tier="of the round table", every="14 days"),
        someone("Di", every="28 days"),
    ]
    needs = need_by_tier(network, Settings())
    assert needs["inner"] == pytest.approx((2, 2 / 28, (4.5 + 7.5) / 28))
    assert needs[""] == pytest.approx((2, 3 / 28, 3 * 4.5 / 28))
    assert total_need(needs.values()).contacts == 4
    assert total_need(needs.values()).minutes_a_touch == pytest.approx((12 + 13.5) / 5)


@pytest.mark.parametrize(
    ("need", "slots", "shares"),
    [
        ((9, 9, 9), 7, (4, 2, 1)),
        ((3, 3, 9), 10, (3, 3, 4)),  # nobody takes more than they need
        ((0, 9, 9), 6, (0, 4, 2)),
        ((1, 1, 1), 10, (1, 1, 1)),
        ((1, 9, 9), 0, (0, 0, 0)),
    ],
)
def test_tiers_share_the_slots(need: tuple[float, ...], slots: float, shares: tuple[float, ...]) -> None:
    shared = share_slots(dict(zip(WEIGHTS, need, strict=True)), WEIGHTS, slots)
    assert shared == pytest.approx(dict(zip(WEIGHTS, shares, strict=True)))


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 9)), min_size=1, max_size=6), st.floats(0, 100))
def test_no_slot_is_lost_and_none_is_made(tiers: list[tuple[float, int]], slots: float) -> None:
    need = {str(number): wanted for number, (wanted, _) in enumerate(tiers)}
    weight = {str(number): weight for number, (_, weight) in enumerate(tiers)}
    shares = share_slots(need, weight, slots)
    assert all(0 <= shares[tier] <= need[tier] + 1e-9 for tier in need)
    wanted = sum(need[tier] for tier in need if weight[tier])
    assert sum(shares.values()) == pytest.approx(min(slots, wanted), abs=1e-6)


def test_contacts_in_no_tier_weigh_like_the_lightest() -> None:
    assert [weight_of(tier, Settings()) for tier in ("inner", "close", "wide", "", "nonsense")] == [4, 2, 1, 1, 1]
    assert weight_of("", Settings(tiers={"only": Tier("only", "1 month", 3)})) == 3
    assert weight_of("", Settings(tiers={})) == 1


def test_a_day_holds_one_item_even_a_long_one() -> None:
    purse = Purse(people=3, minutes=10)
    assert purse.holds(60)
    assert purse.less(4) == Purse(2, 6, is_untouched=False)
    assert purse.less(4).holds(6)
    assert not purse.less(4).holds(7)
    assert not purse.less(3).less(3).less(3).holds(0)
    assert not Purse(0, 10).holds(1)
