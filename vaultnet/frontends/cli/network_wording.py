"""The command line's words for a map: who belongs together, who joins them, what hangs on one person.

print_reading(reading)   ->   Who belongs together
                                Corvane Re   Naledi Mokoena, Emeka Obi, Yuki Tanabe
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.output import print_quote, print_text

if TYPE_CHECKING:
    from vaultnet.pages.map_view import MapReading
    from vaultnet.practice.map_bridges import Bridge

_NAMES, _ROWS, _WIDEST = 4, 12, 40


def print_reading(reading: "MapReading") -> None:
    """Names only: no figure says how much anybody is to the network."""
    name_of = reading.whole.name_of
    if not reading.clusters:
        print_text("Nobody is known to know anybody else yet: note `knows:`, `introduced-by:` and `company:`, and whom")
        print_text("you meet together, and clusters will show.")
    together = zip(reading.clusters, reading.titles, strict=True)
    alone = [("", _some(map(name_of, reading.alone), _ROWS))] if reading.alone else []
    parts = (
        ("Who belongs together", [(title, _some(map(name_of, one.people))) for one, title in together]),
        ("Who joins them", [row for bridge in reading.bridges for row in _joined(bridge, reading)]),
        (
            "Known through one person",
            [(name_of(one.organization), name_of(one.person)) for one in reading.single_points],
        ),
        ("Tied to nobody else yet", alone),
    )
    for number, (heading, rows) in enumerate(part for part in parts if part[1]):
        if number:
            print_text()
        _print_rows(heading, rows)


def _joined(bridge: "Bridge", reading: "MapReading") -> list[tuple[str, str]]:
    """Where a bridge leads from the cluster it is in."""
    only = [reading.titles[at] for at in bridge.only]
    also = [reading.titles[at] for at in bridge.joins[1:] if at not in bridge.only]
    own = reading.titles[bridge.joins[0]]
    parts = [said_part(f"joins {own} with {', '.join(also)}")] if also else []
    parts += [said_part(f"alone joins {own} with {', '.join(only)}")] if only else []
    return [("" if at else reading.whole.name_of(bridge.person), part) for at, part in enumerate(parts)]


def _print_rows(heading: str, rows: Sequence[tuple[str, str]]) -> None:
    print_text(heading)
    shown = rows[:_ROWS]
    width = min(max(len(first) for first, _ in shown), _WIDEST)
    for first, second in shown:
        print_quote(f"  {first.ljust(width)}  {second}" if width else f"  {second}")
    if len(rows) > len(shown):
        print_text(f"  … and {len(rows) - len(shown)} more (--json)")


def _some(names: Iterable[str], most: int = _NAMES) -> str:
    """The first names, and that there are others."""
    every = list(names)
    if len(every) <= most + 1:
        return ", ".join(every)
    return said_part(f"{', '.join(every[:most])} and {len(every) - most} others")
