"""Never twice (P4): what an earlier agenda has proposed to give is not proposed again, whatever became of it.

- [ ] Introduce [[Aoife]] to [[Ada]] ... ^vn-3f2a9c41-...   in the block of 3 June
-> the item's key is that of (3 June, "give", Aoife, "introduce Ada"): that pair was proposed

Nothing is stored for it. Whoever writes such an item takes its key from `give_key`; an introduction that has a note of
its own is known from that (`model/giving.py`, `Circles`).
"""

from datetime import date

from vaultnet.model.giving import Giving
from vaultnet.model.standing import Standing
from vaultnet.text.block import item_key
from vaultnet.text.fold import fold

SECTION = "give"


def give_key(day: date, standing: Standing, origin: str) -> str:
    """The key of an agenda item about giving; `origin` is one of the four below."""
    return item_key(day, SECTION, standing.uid or standing.path, origin)


def origin_of_introduction(other: Standing) -> str:
    return origin_of_introduction_to(other.uid or other.path)


def origin_of_introduction_to(who: str) -> str:
    """The same by the uid, or else the path, of the other."""
    return f"introduce {who}"


def origin_of_help(need: str) -> str:
    """A need that is put in other words is another need."""
    return f"help {fold(need)}"


def origin_of_article(path: str) -> str:
    return f"article {path}"


def origin_of_mark(words: str) -> str:
    """An event in somebody's life, by its words."""
    return f"mark\0{fold(words)}"


def was_proposed(standing: Standing, origin: str, giving: Giving) -> bool:
    """True where a block of an earlier day has an item of this key, open, ticked or let go."""
    earlier = giving.proposed.get(standing.path, ())
    return any(key == give_key(day, standing, origin) for day, key in earlier)


def was_pair_proposed(one: Standing, other: Standing, giving: Giving) -> bool:
    """The same for an introduction, whichever of the two the item was about."""
    return was_proposed(one, origin_of_introduction(other), giving) or was_proposed(
        other, origin_of_introduction(one), giving
    )
