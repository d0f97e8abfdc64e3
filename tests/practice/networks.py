"""Networks for the tables of these tests: `network(someone("Ada"), profiles={"Ada": Profile(...)})`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.practice.people import day
from vaultnet.model.dates import PartialDate, parse_birthday
from vaultnet.model.holiday import CardDay
from vaultnet.model.network import Meeting, Network, Touch
from vaultnet.model.profile import Anniversary, Profile
from vaultnet.model.standing import Standing
from vaultnet.model.trip import Trip

# What the library says, for a few countries and years: these tests are about what is made of it.
CARD_DAYS = {
    (country, year): (CardDay(date.fromisoformat(f"{year}-{month_day}"), name),)
    for country, month_day, name in (("DE", "12-25", "Christmas"), ("NL", "12-25", "Christmas"))
    for year in range(2024, 2032)
} | {
    ("IN", 2026): (CardDay(date(2026, 11, 8), "Diwali"),),
    ("US", 2026): (CardDay(date(2026, 11, 26), "Thanksgiving"),),
    ("JP", 2027): (CardDay(date(2027, 1, 1), "New Year"),),
}


def yearly(name: str, what: str, when: str, words: str = "") -> Anniversary:
    """`yearly("Ada", "birthday", "04-17")`, `yearly("Ada", "met", "2024-03-02")`."""
    partial = parse_birthday(when)
    assert partial
    return Anniversary(f"People/{name}.md", what, partial, words)


def network(*standings: Standing, profiles: Mapping[str, Profile] | None = None, **fields: Any) -> Network:
    """The yearly days of the profiles are those of the network, too."""
    by_path = {f"People/{name}.md": profile for name, profile in (profiles or {}).items()}
    days = tuple(anniversary for profile in by_path.values() for anniversary in profile.yearly)
    touches = {standing.path: () for standing in standings} | fields.pop("touches", {})
    anniversaries = fields.pop("anniversaries", days)
    return Network(standings, touches, {}, profiles=by_path, anniversaries=anniversaries, **fields)


def touch(when: str, kind: str) -> Touch:
    return Touch(day(when), "", kind, 1, "to", "", (), "log", "People/Ada.md", 1)


def trip(start: str, end: str, *places: str) -> Trip:
    return Trip("A trip", day(start), day(end), places)


def event(when: str, name: str, *people: str) -> Meeting:
    return Meeting("Events/E.md", name, "event", day(when), "", "", "", tuple(f"People/{one}.md" for one in people))


__all__ = ["CARD_DAYS", "PartialDate", "event", "network", "touch", "trip", "yearly"]
