"""The small rows of the practice."""

from datetime import date

from vaultnet.model.cadence import NO_CONTACT
from vaultnet.model.network import Network
from vaultnet.model.standing import Standing

ADA = Standing("People/Ada.md", "7", "Ada", "close", NO_CONTACT, "contact")


def test_silence_is_counted_from_the_last_touch_else_from_when_we_met() -> None:
    last, met = date(2026, 5, 2), date(2019, 10, 4)
    assert ADA.since is None
    assert ADA._replace(met=met).since == met
    assert ADA._replace(met=met, last=last).since == last


def test_standings_by_path() -> None:
    assert Network((ADA,), {}, {}).standing_by_path == {"People/Ada.md": ADA}
