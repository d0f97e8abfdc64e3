"""Who was met, or written to, on which days: gathered by person out of many messages or meetings.

met = Encounters()
met.add("ada@example.com", "Ada Example", "mail.mbox", 17, TouchDraft(date(2026, 5, 1), "email", "to"))
met.drafts()  ->  (Draft(line=17, name="Ada Example", email=("ada@example.com",), touches=(...), only_known=True),)

A person is one row, however many messages there are: so one sees who is missing, and answers once in a plan.
"""

from collections import Counter

from vaultnet.dataclass import dataclass, field
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.draft import Draft, TouchDraft
from vaultnet.text.fold import fold


@dataclass(slots=True)
class _Person:
    source: str
    line: int
    names: Counter[str] = field(default_factory=Counter)
    touches: dict[TouchDraft, TouchDraft] = field(default_factory=dict)  # by themselves without their time


class Encounters:
    """Grows by `add`; a touch that is equal in all but its time happened once."""

    def __init__(self) -> None:
        self._people: dict[str, _Person] = {}

    def add(self, address: str, name: str, source: str, line: int, touch: TouchDraft) -> None:
        """`address` in lower case, "" where only the name is known; `line` is where the person is first spoken of."""
        person = self._people.setdefault(address or fold(name), _Person(source, line))
        if spoken := _name(name):
            person.names[spoken] += 1
        person.touches.setdefault(touch._replace(time=""), touch)

    def drafts(self) -> tuple[Draft, ...]:
        """One a person, in the order in which they are spoken of first; touches by day. A row is known by its line, so
        whoever shares one with those before gets the next that is free.
        """
        taken: set[tuple[str, int]] = set()
        return tuple(
            Draft(
                line=_free_line(person, taken),
                name=_most_frequent(person.names),
                source=person.source,
                email=(key,) if "@" in key else (),
                touches=tuple(sorted(person.touches.values(), key=lambda touch: (touch.day, touch.time, touch.text))),
                only_known=True,
            )
            for key, person in self._people.items()
        )


def _free_line(person: _Person, taken: set[tuple[str, int]]) -> int:
    line = person.line
    while (person.source, line) in taken:
        line += 1
    taken.add((person.source, line))
    return line


def _name(name: str) -> str:
    """What stands beside an address, unless it is an address itself."""
    bare = clean(name).strip("'\"")
    return "" if "@" in bare else bare


def _most_frequent(names: Counter[str]) -> str:
    return max(names, key=lambda name: (names[name], name), default="")
