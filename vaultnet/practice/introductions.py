"""Introductions (P6): how far each has come, and who must do what next.

to Annelies, via Ravi, wanted               ->  NextMove("ask", is_mine=True, people=(Ravi,), ...)
to Rasmus, via Naledi, asked on 27 May      ->  NextMove("answer", is_mine=False, people=(Naledi,), due=3 June), and
                                                from then on NextMove("remind", is_mine=True, ...)
Samuel to Fatima, by me, agreed             ->  NextMove("introduce", is_mine=True, people=(Fatima, Samuel), ...)

Both sides are asked before anybody's address is passed on, and whoever opened a door is thanked and told what came of
it. What others are to do becomes mine once it has taken them longer than a ladder's first wait; while their own ladder
rests, nothing is. Thanks that the log of whoever made it tells of need not be in the note.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from vaultnet.model.cadence import due_on, parse_cadence
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Network, Promise
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.model.working_days import WorkingDays
from vaultnet.practice.follow_up import follow_ups
from vaultnet.text.fold import fold

_AFTERWARDS = frozenset({"tell", "ask_outcome"})
_MAKING = 10  # working days until I ask whether the mail got lost
_OUTCOME_AFTER = parse_cadence("1 month")
_OUTCOME_LAPSES = parse_cadence("6 months")


class NextMove(NamedTuple):
    """Who does what next in one introduction.

    `step`, of one for me: find (whom to ask), ask, answer, make, remind, thank, tell (what came of it);
    of one by me: ask_both, answer, remind, introduce, ask_outcome; "" where nothing is left to do.
    `people` are those it is about, `due` the day it is for, None for any; `since` the day of the last step.
    """

    introduction: KnownIntroduction
    step: str
    is_mine: bool
    people: tuple[Party, ...]
    since: date | None
    due: date | None


class _Case(NamedTuple):
    introduction: KnownIntroduction
    since: date | None
    last: date | None  # touch with those whose turn it is: another mail to them begins the wait anew
    thanked: date | None  # the day on which everybody who made it had been thanked
    network: Network
    settings: Settings
    today: date

    @property
    def week(self) -> WorkingDays:
        return self.network.working_days

    def after(self, count: int) -> date | None:
        """So many working days after the last step."""
        return self.week.after(self.since, count) if self.since else None

    def move(self, step: str, people: tuple[Party, ...], due: date | None = None) -> NextMove:
        """What is mine to do."""
        return NextMove(self.introduction, step, True, people, self.since, due)

    def wait(self, step: str, people: tuple[Party, ...], days: int) -> NextMove:
        """What others are to do within so many working days, and I remind them of from then on."""
        due = self.week.after(max(filter(None, (self.since, self.last))), days) if self.since else None
        if due and due <= self.today:
            return self.move("remind", people, due)
        return NextMove(self.introduction, step, False, people, self.since, due)

    def leave(self, people: tuple[Party, ...], until: date | None) -> NextMove:
        """Theirs, however long it takes: their ladder rests, or has ended."""
        return NextMove(self.introduction, "answer", False, people, self.since, until)

    def done(self) -> NextMove:
        return NextMove(self.introduction, "", False, (), self.since, None)


def next_moves(
    introductions: Iterable[KnownIntroduction], network: Network, settings: Settings, today: date
) -> tuple[NextMove, ...]:
    """The next move of every introduction, the earliest day first, those for any day after them; then those that were
    made and only want to be told of; the done ones last.
    """
    moves = [next_move(one, network, settings, today) for one in introductions]
    return tuple(sorted(moves, key=_order))


def next_move(introduction: KnownIntroduction, network: Network, settings: Settings, today: date) -> NextMove:
    """Where one introduction stands. Nothing is asked of the dead: a way through them is to be found anew."""
    standings = network.standing_by_path
    sides = (*introduction.source, *introduction.to)
    via = tuple(party for party in introduction.via if not _is_gone(party, standings))
    is_about_others = bool(introduction.source and introduction.to)
    steps = _OTHERS if is_about_others and introduction.via else _BY_ME if is_about_others else _FOR_ME
    decide = steps.get(introduction.status)
    touches = [standings[party.person].last for party in via or sides if party.person in standings]
    last = max(filter(None, touches), default=None)
    one = introduction._replace(via=via)
    case = _Case(one, one.since(today), last, _thanked(one, network, today), network, settings, today)
    is_possible = sides and not any(_is_gone(party, standings) for party in sides) and (via or steps is not _OTHERS)
    return decide(case) if decide and is_possible else case.done()


def _is_gone(party: Party, standings: Mapping[str, Standing]) -> bool:
    return party.person in standings and standings[party.person].is_gone


def _thanked(introduction: KnownIntroduction, network: Network, today: date) -> date | None:
    """The day on which the last of those who made it was thanked; None while somebody is still to be."""
    since = introduction.moved_on(today)
    if since is None:
        return None
    last: date | None = None
    for party in introduction.via:
        touches = network.touches.get(party.person, ())
        days = [touch.day for touch in touches if since <= touch.day <= today and "thanked" in touch.tags]
        if not days:
            return None
        last = max(filter(None, (last, min(days))))
    return last


def promised_introductions(promises: Iterable[Promise], settings: Settings) -> tuple[Promise, ...]:
    """Open tasks of mine that speak of an introduction, by due day: `- [ ] Introduce [[Ada]] to [[Ben]]`."""
    kind = settings.kinds.get("introduction")
    words = "|".join(re.escape(form) for form in (*kind.forms, "introduce", "vorstellen")) if kind else r"(?!)"
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    mine = [promise for promise in promises if not promise.is_waiting and pattern.search(promise.text)]
    return tuple(sorted(mine, key=lambda one: (one.due or one.scheduled or date.max, one.path, one.line)))


def wanted_person(introduction: KnownIntroduction) -> Party | None:
    """Whom I am to be introduced to, None where it is about others."""
    if introduction.source and introduction.to:
        return None
    return next(iter((*introduction.to, *introduction.source)), None)


def unasked(introduction: KnownIntroduction, today: date) -> tuple[Party, ...]:
    """Who of both sides is still to be asked: whom no line of the note names."""
    told = fold(" ".join(f"{line.topic} {line.text}" for line in introduction.log if line.day <= today))
    return tuple(party for party in (*introduction.to, *introduction.source) if fold(party.name) not in told)


def _order(move: NextMove) -> tuple[int, date, date, str]:
    rank = 2 if not move.step else 1 if move.step in _AFTERWARDS else 0
    return rank, move.due or date.max, move.since or date.min, move.introduction.path


def _sides(case: _Case) -> tuple[Party, ...]:
    """Those who are introduced; the one who is asked to give their time comes first, and is asked first."""
    return (*case.introduction.to, *case.introduction.source)


def _asked(case: _Case) -> NextMove:
    people = case.introduction.via or _sides(case)
    move = case.wait("answer", people, case.settings.ladder.days[0])
    if not move.is_mine:
        return move
    ladders = {ladder.contact: ladder for ladder in follow_ups(case.network, case.settings, case.today)}
    found = [ladders[party.person] for party in people if party.person in ladders]
    left = [ladder for ladder in found if ladder.state != "step"]
    return case.leave(people, left[0].due) if len(left) == len(people) else move


def _wanted_for_me(case: _Case) -> NextMove:
    via = case.introduction.via
    return case.move("ask", via) if via else case.move("find", _sides(case))


def _wanted_by_me(case: _Case) -> NextMove:
    """One after the other."""
    left = unasked(case.introduction, case.today)
    return case.move("ask_both", left) if left else _asked(case)


def _agreed_for_me(case: _Case) -> NextMove:
    via = case.introduction.via
    return case.wait("make", via, _MAKING) if via else case.move("thank", _sides(case))


def _made_for_me(case: _Case) -> NextMove:
    if case.thanked:
        return _thanked_for_me(case._replace(since=case.thanked))
    return case.move("thank", case.introduction.via or _sides(case), case.after(case.settings.thanks.days))


def _thanked_for_me(case: _Case) -> NextMove:
    return _outcome(case, "tell", case.introduction.via)


def _outcome(case: _Case, step: str, people: tuple[Party, ...]) -> NextMove:
    """Once, a month later; after half a year more it has lapsed. The note that tells the outcome settles it."""
    assert _OUTCOME_AFTER is not None
    assert _OUTCOME_LAPSES is not None
    if not people or case.since is None or case.introduction.tells_outcome():
        return case.done()
    due = due_on(case.since, _OUTCOME_AFTER)
    return case.done() if case.today > due_on(due, _OUTCOME_LAPSES) else case.move(step, people, due)


_Decide = Callable[[_Case], NextMove]
_FOR_ME: dict[str, _Decide] = {
    "wanted": _wanted_for_me,
    "asked": _asked,
    "agreed": _agreed_for_me,
    "made": _made_for_me,
    "thanked": _thanked_for_me,
}
_BY_ME: dict[str, _Decide] = {
    "wanted": _wanted_by_me,
    "asked": _asked,
    "agreed": lambda case: case.move("introduce", _sides(case), case.after(case.settings.thanks.days)),
    "made": lambda case: _outcome(case, "ask_outcome", _sides(case)),
}
_OTHERS: dict[str, _Decide] = {
    "wanted": lambda case: case.move("ask", case.introduction.via),
    "asked": _asked,
    "agreed": lambda case: case.wait("make", case.introduction.via, _MAKING),
}
