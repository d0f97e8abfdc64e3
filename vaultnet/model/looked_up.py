"""Who was looked up: a page is made of little of what there is, and it is as good to know of whom.

people: set[str] = set();  touches = LookedUp(touches, people)
touches["People/Ada.md"]        people is {"People/Ada.md"}
list(touches.values())          people is everybody
"People/Ada.md" in touches      says nothing of them: not noted
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

V = TypeVar("V")

ANYBODY = "*"  # no path: something was looked up that anybody's touches may have a part in


class LookedUp(Mapping[str, V]):
    """The mapping `of`, by path of a contact; whoever's value is asked for is added to `people`."""

    def __init__(self, of: Mapping[str, V], people: set[str]) -> None:
        self._of = of
        self._people = people

    def __getitem__(self, path: str) -> V:
        self._people.add(path)
        return self._of[path]

    def __contains__(self, path: object) -> bool:
        return path in self._of

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)


class LookedThrough:
    """The days `of` touches, whosever they are."""

    def __init__(self, of: Iterable[date], people: set[str]) -> None:
        self._of = of
        self._people = people

    def __iter__(self) -> Iterator[date]:
        self._people.add(ANYBODY)
        return iter(self._of)
