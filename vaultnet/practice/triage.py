"""Triage (P16): those without a place yet are gone through one by one, and each is kept, left for later, or let go.

walk = begin_walk(("People/Ada.md", "People/Ben.md"))
walk = take_step(walk, "3", choices)      Ada: tier wide; walk.current is Ben
walk = take_step(walk, "u", choices)      back to Ada, who is without a place again

A walk is a value: nothing is written before it is over, and going back is forgetting.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from vaultnet.dataclass import dataclass, replace

LATER = 3  # months
SKIP, BACK, QUIT = "s", "u", "q"
_MOST_KEYS = 9
_BESIDES_TIERS = 2


class Choice(NamedTuple):
    """What a key does: `tier` is the tier that somebody gets, "" where it is for later, they are let go, or kept as
    they are.
    """

    key: str
    what: Literal["tier", "later", "let_go", "keep"]
    tier: str = ""

    @property
    def name(self) -> str:
        """What tells it from the others, whatever key it has."""
        return f"tier:{self.tier}" if self.what == "tier" else self.what


class Decision(NamedTuple):
    """What was decided of one contact; None for somebody who was skipped."""

    path: str
    choice: Choice | None


@dataclass(frozen=True, slots=True)
class Walk:
    """`queue` are paths; `decided` as many of them as were gone through, in that order."""

    queue: tuple[str, ...]
    decided: tuple[Decision, ...] = ()
    has_ended: bool = False

    @property
    def current(self) -> str:
        """Whose turn it is; "" at the end."""
        return "" if self.has_ended or len(self.decided) == len(self.queue) else self.queue[len(self.decided)]

    @property
    def placed(self) -> tuple[tuple[str, Choice], ...]:
        """Everybody who got a place."""
        return tuple((one.path, one.choice) for one in self.decided if one.choice)


def triage_choices(tiers: Iterable[str]) -> tuple[Choice, ...]:
    """A key for each tier, in the order of the settings, one for later and one to let go: 1 to 5 by default."""
    kept = [Choice("", "tier", tier) for tier in tiers][: _MOST_KEYS - _BESIDES_TIERS]
    choices = (*kept, Choice("", "later"), Choice("", "let_go"))
    return tuple(choice._replace(key=str(number)) for number, choice in enumerate(choices, 1))


def prune_choices(wider: str) -> tuple[Choice, ...]:
    """What may become of somebody whom one may let go of: kept as they are, a wider tier where there is one, let go."""
    tiers = [Choice("", "tier", wider)] if wider else []
    choices = (Choice("", "keep"), *tiers, Choice("", "let_go"))
    return tuple(choice._replace(key=str(number)) for number, choice in enumerate(choices, 1))


def begin_walk(queue: Iterable[str]) -> Walk:
    return Walk(tuple(queue))


def take_step(walk: Walk, key: str, choices: Sequence[Choice]) -> Walk | None:
    """The walk after a key; None for a key that means nothing here."""
    wanted = key.strip().lower()
    if wanted == QUIT:
        return replace(walk, has_ended=True)
    if wanted == BACK:
        return replace(walk, decided=walk.decided[:-1])
    choice = next((choice for choice in choices if choice.key == wanted), None)
    if not walk.current or (choice is None and wanted != SKIP):
        return None
    return replace(walk, decided=(*walk.decided, Decision(walk.current, choice)))
