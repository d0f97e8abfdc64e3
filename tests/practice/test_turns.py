import pytest

from tests.practice.people import day, someone
from vaultnet.model.settings import AgendaSettings, Settings, Tier
from vaultnet.model.standing import Offered, Standing
from vaultnet.practice.keep_in_touch import in_plan
from vaultnet.practice.turns import in_turn, shares_by_tier

MONDAY = day("2026-06-29")
ROOMY = Settings(agenda=AgendaSettings(people=100, minutes=1000))
ONE_A_DAY = Settings(agenda=AgendaSettings(people=1))


def order(network: list[Standing], settings: Settings = ROOMY) -> list[str]:
    return [who.name for who in in_turn(in_plan(network, MONDAY), settings, MONDAY)]


@pytest.mark.parametrize(
    ("network", "names"),
    [
        # The relatively latest first: 40 days are more to a monthly friend than 200 to a half-yearly one.
        ([someone("Ada", last="2025-12-11"), someone("Ben", every="1 month", last="2026-05-20")], ["Ben", "Ada"]),
        # Who is due before a new name, a new name before who is only early, nobody before their window.
        (
            [
                someone("Early", last="2026-01-20"),
                someone("New"),
                someone("Due", last="2025-12-29"),
                someone("Not yet", last="2026-03-01"),
            ],
            ["Due", "New", "Early"],
        ),
        # One new name a day, the one whose offer is longest ago.
        ([someone("Ada", offers={"2026-05-01": "open"}), someone("Ben"), someone("Cy")], ["Ben"]),
        ([someone("Ada", offers={"2026-05-01": "open"}), someone("Ben", offers={"2026-06-25": "open"})], ["Ada"]),
        # Near the latest day a touch presses even before it is due.
        ([someone("Ada", every="4w..4w", last="2026-06-05"), someone("Ben")], ["Ada", "Ben"]),
        # An offer left open is a turn: after whose turn presses, before new names; and it rests ten working days.
        (
            [
                someone("Again", last="2025-06-01", offers={"2026-06-01": "open"}),
                someone("Due", last="2025-12-29"),
                someone("New"),
                someone("Rests", last="2025-06-01", offers={"2026-06-16": "open"}),
            ],
            ["Due", "Again", "New"],
        ),
        # After a whole wait since the offer their turn presses again.
        (
            [someone("Due", last="2025-12-29"), someone("Again", last="2025-01-01", offers={"2025-12-01": "open"})],
            ["Again", "Due"],
        ),
        # An offer that does not count (a touch came since) is none.
        ([someone("Ada", last="2025-12-29", offers={"2025-11-01": "open"}), someone("Ben")], ["Ada", "Ben"]),
        # Let go: until half the ideal has passed.
        ([someone("Ada", last="2025-06-01", offers={"2026-03-30": "let_go"})], []),
        ([someone("Ada", last="2025-06-01", offers={"2026-03-29": "let_go"})], ["Ada"]),
        # Ties: fewer turns so far, then uid, then path.
        ([someone(name, last="2025-12-01", uid=uid) for name, uid in (("B", "2"), ("A", "2"), ("C", "1"))], ["C", "A", "B"]),
        ([someone("Ada", last="2025-12-01", turns=9), someone("Ben", last="2025-12-01", turns=8)], ["Ben", "Ada"]),
    ],
)  # fmt: skip
def test_whose_turn_it_is(network: list[Standing], names: list[str]) -> None:
    assert order(network) == names
    assert order(network[::-1]) == names


def test_whoever_is_seen_to_already_has_no_turn() -> None:
    plan = in_plan([someone("Ada", last="2025-06-01"), someone("Ben"), someone("Cy")], MONDAY)
    out = {"People/Ada.md", "People/Ben.md"}
    assert [who.name for who in in_turn(plan, ROOMY, MONDAY, out)] == ["Cy"]


def inner_and_wide() -> list[Standing]:
    """Beyond one a day: 60 monthly and 60 half-yearly contacts, all long due, the newest with the highest number."""
    return [
        someone(f"{tier}{number:02}", tier=tier, every=every, last=f"2024-0{1 + number // 28}-{1 + number % 28:02}")
        for tier, every in (("inner", "1 month"), ("wide", "6 months"))
        for number in range(60)
    ]


def test_beyond_capacity_tiers_share_by_weight_and_the_oldest_turn_is_first() -> None:
    names = order(inner_and_wide(), ONE_A_DAY)
    assert [name[:5] for name in names[:10]].count("inner") == 8  # 4 : 1
    for tier in ("inner", "wide"):
        assert [name for name in names if name.startswith(tier)] == sorted(n for n in names if n.startswith(tier))


def test_a_tier_that_had_its_share_of_late_lets_the_other_go_first() -> None:
    network = [who._replace(last=day("2026-06-22")) if who.name < "inner20" else who for who in inner_and_wide()]
    assert [name[:4] for name in order(network, ONE_A_DAY)[:3]] == ["wide"] * 3


def test_an_offer_is_a_turn_of_the_tier_too_and_a_first_meeting_is_none() -> None:
    offered = [
        who._replace(offers=(Offered(day("2026-06-22"), "open"),)) if who.name < "inner20" else who
        for who in inner_and_wide()
    ]
    assert order(offered, ONE_A_DAY)[0].startswith("wide")
    met = [who._replace(last=None, met=day("2026-06-22")) if who.name < "inner20" else who for who in inner_and_wide()]
    assert order(met, ONE_A_DAY)[0].startswith("inner")


def test_beyond_capacity_a_new_name_waits_behind_everybody() -> None:
    assert order([*inner_and_wide(), someone("New")], ONE_A_DAY)[-1] == "New"


def test_a_tier_of_weight_nothing_comes_last() -> None:
    tiers = {"inner": Tier("inner", "1 month", 4), "wide": Tier("wide", "6 months", 0)}
    names = order(inner_and_wide(), Settings(agenda=AgendaSettings(people=1), tiers=tiers))
    assert [name[:5] for name in names[:60]] == ["inner"] * 60


def test_where_no_tier_weighs_anything_everyone_still_has_a_turn() -> None:
    tiers = {"inner": Tier("inner", "1 month", 0), "wide": Tier("wide", "6 months", 0)}
    assert len(order(inner_and_wide(), Settings(agenda=AgendaSettings(people=1), tiers=tiers))) == 120


def test_nobody_shares_while_there_is_enough() -> None:
    assert shares_by_tier(inner_and_wide(), ROOMY) == {}
    assert shares_by_tier(inner_and_wide(), ONE_A_DAY) == pytest.approx({"inner": 4 / 7, "wide": 1 / 7})
