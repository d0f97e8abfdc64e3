"""Trips."""

from datetime import date

import pytest

from tests.model.notes import read
from vaultnet.model.trip import Trip


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("trip: Porto\nfrom: 2026-07-06\nto: 2026-07-12\nplace: [Porto, Lisbon]", Trip("Porto", date(2026, 7, 6), date(2026, 7, 12), ("Porto", "Lisbon"))),
        ("type: trip\ndate: 2026-07-06\nplaces: Porto, Lisbon", Trip("Summer", date(2026, 7, 6), date(2026, 7, 6), ("Porto", "Lisbon"))),
        ("trip: true\nstart: 2026-07-06\nuntil: 2026-07-07\ntags: [sea]", Trip("Summer", date(2026, 7, 6), date(2026, 7, 7), (), ("sea",))),
        ("type: trip", Trip("Summer")),
    ],
)  # fmt: skip
def test_trip(keys: str, expected: Trip) -> None:
    entry = read(f"---\n{keys}\n---\n", "Trips/Summer.md")
    assert (entry.type, entry.record, entry.refs, entry.touches) == ("trip", expected, (), ())
