"""What there is to give, as the notes say it: needs, what meets them, interests, things to pass on, who knows whom.

People/Aoife.md, needs: a proofreader  ->  Need("People/Aoife.md", "a proofreader")
People/Ada.md, skills: proofreading    ->  Resource("People/Ada.md", "proofreading", "skill")
Goals.md, offers: explaining figures   ->  Resource("", "explaining figures", "offer")          mine
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from vaultnet.model.profile import Anniversary

MINE = ""  # the contact of a resource that I have myself
_NOBODY: frozenset[str] = frozenset()


class Need(NamedTuple):
    """What a contact needs, in the words of their note."""

    contact: str
    text: str


class Resource(NamedTuple):
    """What somebody can do for others. `source` says where the note has it: offer, skill, role or strength."""

    contact: str
    text: str
    source: str


class Interest(NamedTuple):
    contact: str
    text: str


class Article(NamedTuple):
    """A note or clipping that may be passed on: `topics` are its tags and links, of a clipping its title too; `day` is
    its date as ISO text, "" where it has none.
    """

    path: str
    title: str
    topics: tuple[str, ...]
    day: str = ""


class Circles:
    """Who knows whom: the pairs whose notes say so, and all who were in one place, or in one introduction, together."""

    def __init__(
        self, pairs: Iterable[tuple[str, str]] = (), circles: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        """`pairs` are paths in any order; `circles`: path of a contact -> the names of the circles they are in."""
        self._pairs = frozenset(frozenset(pair) for pair in pairs)
        self._circles = circles or {}

    def know_each_other(self, one: str, other: str) -> bool:
        mine, theirs = self._circles.get(one, _NOBODY), self._circles.get(other, _NOBODY)
        return frozenset((one, other)) in self._pairs or not mine.isdisjoint(theirs)


class Giving(NamedTuple):
    """Everything about giving that the index tells. `proposed`: path of a contact -> day and key of every item of an
    earlier agenda that was about them; `events` are those in the lives of contacts, of the last weeks.
    """

    needs: tuple[Need, ...] = ()
    resources: tuple[Resource, ...] = ()
    interests: tuple[Interest, ...] = ()
    articles: tuple[Article, ...] = ()
    circles: Circles = Circles()
    proposed: Mapping[str, tuple[tuple[date, str], ...]] = {}
    events: tuple[Anniversary, ...] = ()
