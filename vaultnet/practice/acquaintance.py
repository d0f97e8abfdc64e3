"""Who knows whom (P6): the people of my network who know a contact, the warmest first.

Naledi: introduced-by "[[Emeka Obi]]"            ->  Acquaintance("People/Emeka Obi.md", "introduced")
Naledi and Ravi at one meeting last year         ->  Acquaintance("People/Ravi.md", "met")
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.warmth import heat_of


class Acquaintance(NamedTuple):
    """Somebody I am in touch with who knows a contact; `how`: introduced, knows, met (see `Tie`)."""

    path: str
    how: str


def mutual_acquaintances(path: str, network: Network, settings: Settings, today: date) -> tuple[Acquaintance, ...]:
    """Those who know the contact at `path` and could put in a word, the warmest tie with me first.

    Whoever I was never in touch with, or is out of every plan, is no way round.
    """
    standings = network.standing_by_path()
    how_by_path = {tie.other: tie.how for tie in reversed(network.ties.get(path, ())) if tie.other in standings}
    known = [
        (-_heat(other, network, settings, today), standings[other].uid, other)
        for other in how_by_path
        if other != path and standings[other].last and not out_reason(standings[other], today)
    ]
    return tuple(Acquaintance(other, how_by_path[other]) for _, _, other in sorted(known))


def _heat(path: str, network: Network, settings: Settings, today: date) -> float:
    return heat_of(((touch.day, touch.kind) for touch in network.touches[path]), settings.kinds, today)
