"""Who knows whom (P6): the people of my network who know a contact, the warmest first.

Naledi: introduced-by "[[Emeka Obi]]"            ->  Acquaintance("People/Emeka Obi.md", "introduced")
Naledi and Ravi at one meeting last year         ->  Acquaintance("People/Ravi.md", "met")
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.ties import best_ties
from vaultnet.practice.warmth import heat_of

# What ties two people so that the one can speak to the other of me; one event together, or a note that names both, does
# not.
KNOWING = frozenset({"introduced", "knows", "met", "colleague"})


class Acquaintance(NamedTuple):
    """Somebody I am in touch with who knows a contact; `how`: introduced, knows, met, colleague (see `Tie`)."""

    path: str
    how: str


def mutual_acquaintances(path: str, network: Network, settings: Settings, today: date) -> tuple[Acquaintance, ...]:
    """Those who know the contact at `path` and could put in a word, the warmest tie with me first.

    Whoever I was never in touch with, or is out of every plan, is no way round.
    """
    standings = network.standing_by_path
    knowing = tuple(tie for tie in network.ties.get(path, ()) if tie.how in KNOWING and tie.other in standings)
    how_by_path = {tie.other: tie.how for tie in best_ties(knowing, today)}
    known = [
        (-heat_of(network.touches[other], settings.kinds, today), standings[other].uid, other)
        for other in how_by_path
        if other != path and standings[other].last and not out_reason(standings[other], today)
    ]
    return tuple(Acquaintance(other, how_by_path[other]) for _, _, other in sorted(known))
