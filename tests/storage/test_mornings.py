"""How things stood in the morning is how they stand where nothing was noted down for the day, nor put off on it."""

from datetime import date

import pytest

from tests.storage.test_histories import ADA, TODAY, people, put
from vaultnet.model.network import Offer
from vaultnet.model.settings import Settings
from vaultnet.storage.index import open_in_memory
from vaultnet.storage.standings import load_mornings, load_standings

_OFFERS = [
    Offer("People/Ada.md", date(2026, 6, 10), "k", "open", is_kept=False, kind="call", until=None, line=1),
    Offer("People/Ada.md", date(2026, 6, 9), "l", "moved", is_kept=True, kind="call", until=date(2026, 7, 1), line=1),
]


@pytest.mark.parametrize("earlier", [(), ("2026-06-08",), ("2026-06-08", "2026-06-12", "2026-01-01")])
@pytest.mark.parametrize("of_today", [0, 1, 2])
def test_without_what_was_noted_down_on_the_day(earlier: tuple[str, ...], of_today: int) -> None:
    with open_in_memory() as connection:
        people(connection)
        days = [*earlier, *[TODAY.isoformat()] * of_today]
        for number, day in enumerate(earlier):
            put(connection, "touch", note=ADA, number=number, date=day, known=day, kind="call", target=ADA)
        ada, _ = load_standings(connection, TODAY, Settings(), _OFFERS)
        for number, day in enumerate(days[len(earlier) :], 50):
            put(connection, "touch", note=ADA, number=number, date=day, known=day, kind="call", target=ADA)
        put_off = _OFFERS[1]._replace(day=TODAY, until=date(2026, 8, 1))
        morning = load_mornings(connection, TODAY, Settings(), [*_OFFERS, put_off])["People/Ada.md"]
        assert morning._replace(last_kinds=ada.last_kinds, turns=ada.turns) == ada
