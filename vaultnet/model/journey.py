"""A trip that is near, with those it gives an occasion for: who lives there, whom to write a card from there.

Trips/Porto.md, 6 to 12 July  ->  Journey(Trip("Porto", ...), locals=("People/João.md",), named=("People/Roswitha.md",),
                                          addressed=("People/Roswitha.md", "People/Sándor.md"))
"""

from typing import NamedTuple

from vaultnet.model.trip import Trip

AHEAD = 14  # days before it in which one arranges to meet there; also in `storage/journeys.py`


class Journey(NamedTuple):
    """All are paths of contacts: `locals` live where the trip goes, `named` are linked in its note, `addressed` have a
    postal address.
    """

    trip: Trip
    locals: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
