"""The wish list (P6): three people I would like to meet at a time, and for each the one next step.

Annelies, an introduction through Ravi is wanted    ->  WishStep("introduction", move=NextMove("ask", ...))
Bettina, whom Magdalena knows                       ->  WishStep("path", paths=(IntroductionPath(...),))
Rasmus, whom nobody I know knows                    ->  WishStep("cold", kind="letter", due=today, then="call")
Zoe, to whom Ben has introduced me                  ->  WishStep("meet", since=2026-06-12)

A letter first where there is nobody to ask, then a call, then coffee (`[ladder] cold_steps`); after the last of them
they are left in peace. Whoever has answered has been met, and the next on the list takes the place; so has whoever an
introduction was made to that is thanked for, or of which the note tells what came.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Network, Touch
from vaultnet.model.settings import Settings
from vaultnet.practice.asks import is_answer, is_attempt
from vaultnet.practice.day_order import oldest_first
from vaultnet.practice.introduction_path import RUNNERS_UP, IntroductionPath, Search, find_paths
from vaultnet.practice.introductions import NextMove, next_move, wanted_person
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.ladder import Attempt, cold_ladder, next_rung, rests_until

AT_A_TIME = 3
_UNASKED = frozenset({"never", "paused"})  # and whoever is gone: they are asked for nothing
_OPEN = frozenset({"wanted", "asked", "agreed"})


class WishStep(NamedTuple):
    """The next step towards one person.

    `step`: introduction (its `move` comes next; `paths` are all the ways there are), path (ask along the first of
    `paths`), meet (they know of me `since` that day), cold (`kind` on `due`, `then` what would follow), rest (until
    `due`), leave (the cold ladder has ended).
    """

    wish: Party
    step: str
    move: NextMove | None = None
    paths: tuple[IntroductionPath, ...] = ()
    kind: str = ""
    due: date | None = None
    then: str = ""
    since: date | None = None


class WishList(NamedTuple):
    """`now` are the next steps towards the first three who are not met yet; `later` and `met` the others."""

    now: tuple[WishStep, ...]
    later: tuple[Party, ...]
    met: tuple[Party, ...]


class WishNeeds(NamedTuple):
    """What the steps are worked out from, besides the wishes themselves."""

    network: Network
    introductions: Sequence[KnownIntroduction]
    settings: Settings
    today: date


def wish_steps(wishes: Iterable[Party], needs: WishNeeds, *, at_a_time: int = AT_A_TIME) -> WishList:
    """The next step for each of the first wishes that are open, in the order of the list."""
    open_ones, met = sort_wishes(wishes, needs)
    now = tuple(wish_step(wish, needs) for wish in open_ones[:at_a_time])
    return WishList(now, open_ones[at_a_time:], met)


def sort_wishes(wishes: Iterable[Party], needs: WishNeeds) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Whom I still wish to meet, and whom I have met; whoever is in no plan is in neither."""
    standings = needs.network.standing_by_path
    open_ones: list[Party] = []
    met: list[Party] = []
    for wish in wishes:
        standing = standings.get(wish.person)
        if standing is None or not (standing.is_gone or out_reason(standing, needs.today) in _UNASKED):
            (met if _is_met(wish, needs) else open_ones).append(wish)
    return tuple(open_ones), tuple(met)


def _is_met(wish: Party, needs: WishNeeds) -> bool:
    """They have answered, or an introduction has led somewhere: from there on it is keeping in touch."""
    if any(_has_led_to(introduction) for introduction in _towards(wish, needs.introductions)):
        return True
    missed = needs.settings.ladder.missed
    return any(is_answer(touch, missed) for touch in _touches(wish, needs))


def _has_led_to(introduction: KnownIntroduction) -> bool:
    return introduction.status == "thanked" or (introduction.status == "made" and introduction.tells_outcome())


def wish_step(wish: Party, needs: WishNeeds, *, ways: int = 1 + RUNNERS_UP) -> WishStep:
    """The next step towards one person; `ways` are how many ways to them are looked for."""
    network, settings, today = needs.network, needs.settings, needs.today
    towards = tuple(_towards(wish, needs.introductions))
    made = next((introduction for introduction in towards if introduction.status == "made"), None)
    if made:
        return WishStep(wish, "meet", since=made.moved_on(today))
    moves = (
        next_move(introduction, network, settings, today) for introduction in towards if introduction.status in _OPEN
    )
    move = next((move for move in moves if move.step not in {"", "find"}), None)
    declined = frozenset(
        party.person for introduction in towards if introduction.status == "declined" for party in introduction.via
    )
    paths = find_paths({wish.person: 1.0}, Search(network, settings, today, barred=declined), at_most=ways)
    paths = tuple(path for path in paths if len(path.hops) > 1)
    if move:
        return WishStep(wish, "introduction", move, paths, due=move.due)
    tried = _attempts(wish, needs)
    return WishStep(wish, "path", paths=paths) if paths and not tried else _cold(wish, tried, needs)


def _cold(wish: Party, made: Sequence[Attempt], needs: WishNeeds) -> WishStep:
    settings, today = needs.settings, needs.today
    rung = next_rung(cold_ladder(settings), today, made, needs.network.working_days)
    if rung:
        return WishStep(wish, "cold", kind=rung.kind, due=rung.due, then=rung.then)
    until = rests_until(made[-1].day, settings)
    return WishStep(wish, "rest", due=until) if today < until else WishStep(wish, "leave")


def _attempts(wish: Party, needs: WishNeeds) -> tuple[Attempt, ...]:
    """What I have written or tried, a day once, oldest first."""
    missed = needs.settings.ladder.missed
    days = {touch.day: touch.kind for touch in oldest_first(_touches(wish, needs)) if is_attempt(touch, missed)}
    return tuple(Attempt(day, kind) for day, kind in days.items())


def _touches(wish: Party, needs: WishNeeds) -> tuple[Touch, ...]:
    return needs.network.touches[wish.person] if wish.has_note else ()


def _towards(wish: Party, introductions: Iterable[KnownIntroduction]) -> Iterator[KnownIntroduction]:
    """The introductions in which I am to be brought together with them."""
    for introduction in introductions:
        wanted = wanted_person(introduction)
        if wanted and wanted.person == wish.person:
            yield introduction
