"""Introductions on the agenda (P6): those that are mine to move on today.

both have said yes, or somebody has written the mail  ->  Step("introduce"), Step("thank"): until they are done
nothing as urgent                                     ->  one of the others: to ask, to tell what came of it

Where others are waiting the item stands until it is ticked; of the others one stands on a page, and rests like every
item that has no day of its own. Whoever is on the wish list is that section's.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from vaultnet.model.introduction import STATES
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.free_item import EarlierPages, rests_until
from vaultnet.practice.introductions import NextMove, next_moves, wanted_person
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.outreach_kind import choose_kind
from vaultnet.text.block import item_key

SECTION = "introductions"
STEPS = ("introduce", "thank", "remind", "ask", "ask_both", "tell", "ask_outcome")
_WAITED_FOR = frozenset({"introduce", "thank", "remind"})
_STATUS_AFTER = {"ask": "asked", "introduce": "made", "thank": "thanked"}


class Step(NamedTuple):
    """`people` are the paths of those whom it is about, the first to ask first; two where they are brought together."""

    move: NextMove
    people: tuple[str, ...]
    kind: str


def step_key(day: date, introduction: KnownIntroduction, step: str) -> str:
    """The key of the item about one step of an introduction."""
    return item_key(day, SECTION, introduction.path, step)


def status_after(introduction: KnownIntroduction, step: str, unasked: int) -> str:
    """The status once a step is done, "" where it stays; `unasked` are how many of both were still to be asked."""
    status = "asked" if step == "ask_both" and unasked <= 1 else _STATUS_AFTER.get(step, "")
    is_further = status and STATES.index(status) > STATES.index(introduction.status)
    return status if is_further and introduction.status != "declined" else ""


def steps_today(
    introductions: Sequence[KnownIntroduction],
    wishes: Iterable[Party],
    network: Network,
    settings: Settings,
    today: date,
) -> Iterator[Step]:
    """Everything that is mine and due, in the order of `next_moves`."""
    wanted = {wish.person for wish in wishes}
    for move in next_moves(introductions, network, settings, today):
        to = wanted_person(move.introduction)
        is_wish = to is not None and to.person in wanted and move.introduction.status not in {"made", "thanked"}
        if move.is_mine and move.step in STEPS and not is_wish and (move.due is None or move.due <= today):
            step = _step(move, network, settings, today)
            if step:
                yield step


def choose_steps(steps: Iterable[Step], pages: EarlierPages, busy: AbstractSet[str], today: date) -> tuple[Step, ...]:
    """Those that others wait for; else the first of the rest that does not rest itself. `busy` as for a wish: nothing
    else is asked of them, but two who have both said yes are brought together whatever else there is.
    """
    free = [
        step
        for step in steps
        if (step.move.step == "introduce" or busy.isdisjoint(step.people)) and not _rests(step, pages, today)
    ]
    waited_for = tuple(filter(is_waited_for, free))
    return waited_for or tuple(free[:1])


def is_waited_for(step: Step) -> bool:
    """Whether others wait for it, so that it stands until it is done."""
    return step.move.step in _WAITED_FOR


def _rests(step: Step, pages: EarlierPages, today: date) -> bool:
    introduction, name = step.move.introduction, step.move.step
    offer = pages.newest(lambda offer: offer.key == step_key(offer.day, introduction, name))
    if offer is None or (offer.state == "open" and is_waited_for(step)):
        return False
    return today < rests_until(offer, today)


def _step(move: NextMove, network: Network, settings: Settings, today: date) -> Step | None:
    """None where nobody whom it is about has a note, or may be asked."""
    standings = network.standing_by_path
    known = [standings[party.person] for party in move.people if party.person in standings]
    free = [standing for standing in known if not out_reason(standing, today)]
    if move.step == "introduce":
        return Step(move, _paths(free), "introduction") if len(free) == len(move.people) > 1 else None
    if not free:
        return None
    return Step(move, _paths(free[:1]), choose_kind(free[0].channel, free[0].last_kinds, settings.kinds).name)


def _paths(standings: Iterable[Standing]) -> tuple[str, ...]:
    return tuple(standing.path for standing in standings)
