"""The follow-up of what I asked, and of what I wait for (P7): what was tried, what comes next, and when to leave it.

2026-06-10 email to: asked about the grades #asked      ->  FollowUp(state="step", kind="email", due=2026-06-17, ...)
... then an e-mail, a call, a letter without an answer  ->  FollowUp(state="rest", rests_until=2026-10-22)
... and three months later                              ->  FollowUp(state="way_round", via="People/Anneke.md")

- One ladder a contact, from the oldest ask that is open: whatever else I send is a step of it, and nobody gets two.
- A step is made by any written touch of mine, by a call that reached nobody (its words say so, or nothing is said of it
  and its item was ticked), or by a ticked item. The next wait counts from it.
- Let go, the ladder ends there; moved on, it waits. A step that nobody made for as long as the rest lasts has lapsed.
- After its end only a new `#asked` begins another ladder.
- An ask for an introduction is answered, too, where the introduction's note says that they agreed, made or declined it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.known_introduction import KnownIntroduction
from vaultnet.model.network import Network, Offer, Promise, Touch
from vaultnet.model.richness import LIVE
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.acquaintance import mutual_acquaintances
from vaultnet.practice.asks import ANSWERS, is_answer, is_ask, is_attempt, says_nothing
from vaultnet.practice.day_order import oldest_first
from vaultnet.practice.item_history import ItemHistory, item_history, offers_by_contact
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.ladder import Attempt, Ladder, next_rung, rests_until, warm_ladder
from vaultnet.text.fold import fold

SECTION = "follow_up"
_DECIDED = frozenset({"agreed", "made", "thanked", "declined"})


class FollowUp(NamedTuple):
    """Where one contact's ladder stands. `state`: step (the next one, `kind`, on `due`), rest (until `due`), way_round
    (`via` whom, from `due` on), ended. `asked` is the touch or `waiting` the task that it is about, `since` the day it
    counts from, `tried` the steps made, `then` the kind after the next, "" for none.
    """

    contact: str
    state: str
    since: date
    asked: Touch | None
    waiting: Promise | None
    tried: tuple[Attempt, ...]
    kind: str = ""
    due: date | None = None
    then: str = ""
    via: str = ""

    @property
    def is_open(self) -> bool:
        return self.state != "ended"

    @property
    def is_waiting_for_them(self) -> bool:
        """True while the ladder or its rest lasts: nobody in it is on the outreach list besides."""
        return self.state in {"step", "rest"}


class _Matter(NamedTuple):
    """What a ladder is about."""

    standing: Standing
    since: date
    asked: Touch | None
    waiting: Promise | None
    ladder: Ladder
    tried: tuple[Attempt, ...]


class _Scene(NamedTuple):
    """The day that the ladders are looked at, looked up once."""

    network: Network
    settings: Settings
    today: date
    standings: Mapping[str, Standing]
    offers: dict[str, list[Offer]]
    introductions: Sequence[KnownIntroduction]

    def history(self, standing: Standing, origin: str = "") -> ItemHistory:
        return item_history(self.offers.get(standing.path, ()), SECTION, standing, origin)


def follow_ups(
    network: Network, settings: Settings, today: date, introductions: Sequence[KnownIntroduction] = ()
) -> tuple[FollowUp, ...]:
    """Every ladder, the earliest next day first; ended ones last."""
    offers = offers_by_contact(network.offers)
    scene = _Scene(network, settings, today, network.standing_by_path, offers, introductions)
    found = {matter.standing.path: _stand(matter, scene) for matter in _matters(scene)}
    return tuple(
        sorted(found.values(), key=lambda entry: (not entry.is_open, entry.due or date.max, entry.since, entry.contact))
    )


def _matters(scene: _Scene) -> Iterator[_Matter]:
    """What was asked, then what is waited for from anybody else; of two matters with one contact the first counts."""
    network, settings, standings = scene.network, scene.settings, scene.standings
    taken: set[str] = set()
    for path in network.asked:
        standing = standings.get(path)
        if standing and _may_follow_up(standing, scene.today):
            ask = _open_ask(network.asked[path], scene.history(standing), settings)
            if ask is not None and not _is_decided(ask[0], path, scene):
                taken.add(path)
                yield _Matter(standing, ask[0].day, ask[0], None, warm_ladder(settings), ask[1])
    for promise in sorted(_overdue(network.promises, scene.today), key=lambda one: (_day_of(one), one.path, one.line)):
        people = [path for path in promise.contacts if path in standings]
        if people and people[0] not in taken and _may_follow_up(standings[people[0]], scene.today):
            taken.add(people[0])
            yield _waiting(promise, standings[people[0]], scene)


def _may_follow_up(standing: Standing, today: date) -> bool:
    """Whoever is out of every plan is in no ladder; a snooze only puts it off."""
    return out_reason(standing, today) in {"", "snoozed"}


# What was asked


def _open_ask(
    touches: Sequence[Touch], history: ItemHistory, settings: Settings
) -> tuple[Touch, tuple[Attempt, ...]] | None:
    """The ask that the ladder counts from, and the steps made since. `touches` are newest first."""
    asked: Touch | None = None
    steps = _Steps(history, settings)
    for touch in oldest_first(touches):
        if asked is None or steps.are_over(asked.day, touch.day):
            if is_ask(touch) or (asked and is_answer(touch, settings.ladder.missed)):
                asked, steps = (touch if is_ask(touch) else None), _Steps(history, settings)
            continue
        if not steps.take(touch, asked.day):
            asked, steps = (touch if is_ask(touch) else None), _Steps(history, settings)
    return (asked, steps.made(asked.day)) if asked else None


def _is_decided(ask: Touch, contact: str, scene: _Scene) -> bool:
    """True where the note of an introduction that was asked for has come further since: it tells of the answer."""
    words = fold(ask.text)
    return any(
        introduction.status in _DECIDED
        and ask.day <= (introduction.since(scene.today) or ask.day)
        and any(party.person == contact for party in introduction.via)
        and any(fold(party.name) in words for party in (*introduction.to, *introduction.source))
        for introduction in scene.introductions
    )


class _Steps:
    """The steps of one ladder, as the touches after its beginning are gone through."""

    def __init__(self, history: ItemHistory, settings: Settings) -> None:
        self._ticked = list(history.done)
        self._let_go = history.let_go
        self._missed = settings.ladder.missed
        self._kinds = settings.kinds
        self._count = len(settings.ladder.steps)
        self._made: list[Attempt] = []

    def take(self, touch: Touch, since: date) -> bool:
        """Count a touch as a step if it is one; False where it is the answer."""
        is_ticked = self._untick(touch, since)
        is_silent_tick = is_ticked and touch.richness == LIVE and says_nothing(touch, self._kinds)
        if ANSWERS.intersection(touch.tags) if is_silent_tick else is_answer(touch, self._missed):
            return False
        last = self._made[-1].day if self._made else since
        if touch.day > last and (is_silent_tick or is_attempt(touch, self._missed)):
            self._made.append(Attempt(touch.day, touch.kind))
        return True

    def are_over(self, since: date, day: date) -> bool:
        """True when the ladder was at its end, or let go, before that day."""
        return len(self._made) >= self._count or any(since < gone < day for gone in self._let_go)

    def made(self, since: date) -> tuple[Attempt, ...]:
        """The steps by touches, and by ticks that no touch stands for (yet)."""
        days = {attempt.day for attempt in self._made}
        ticked = {
            offer.day: Attempt(offer.day, offer.kind)
            for offer in self._ticked
            if offer.day > since and offer.day not in days
        }
        return tuple(sorted((*self._made, *ticked.values())))

    def _untick(self, touch: Touch, since: date) -> bool:
        """Whether the touch is what a ticked item came to: each tick comes to one."""
        for offer in self._ticked:
            if since < offer.day <= touch.day and offer.kind == touch.kind:
                self._ticked.remove(offer)
                return True
        return False


# What I wait for


def _overdue(promises: Iterable[Promise], today: date) -> Iterator[Promise]:
    for promise in promises:
        if (
            promise.is_waiting
            and not promise.is_blocked
            and (promise.due or promise.scheduled)
            and _day_of(promise) < today
        ):
            yield promise


def _day_of(promise: Promise) -> date:
    return promise.due or promise.scheduled or date.max


def _waiting(promise: Promise, standing: Standing, scene: _Scene) -> _Matter:
    """What was to come by a day is asked for on the next working day; a word from them since is a new beginning."""
    since, ladder = _day_of(promise), warm_ladder(scene.settings)
    first = ladder._replace(days=(1, *ladder.days[1:]))
    history = scene.history(standing)
    steps = _Steps(history, scene.settings)
    for touch in oldest_first(scene.network.touches[standing.path]):
        if touch.day > since and not steps.take(touch, since):
            since, first, steps = touch.day, ladder, _Steps(history, scene.settings)
    return _Matter(standing, since, None, promise, first, steps.made(since))


# Where it stands


def _stand(matter: _Matter, scene: _Scene) -> FollowUp:
    standing = matter.standing
    found = FollowUp(standing.path, "ended", matter.since, matter.asked, matter.waiting, matter.tried)
    history = scene.history(standing)
    last = matter.tried[-1].day if matter.tried else matter.since
    if any(day > matter.since for day in history.let_go):
        return found
    rung = next_rung(matter.ladder, matter.since, matter.tried, scene.network.working_days)
    if rung is None:
        return _at_end(found, last, scene)
    moved = history.waits_until if history.waits_until and history.waits_until > last else None
    due = max(filter(None, (rung.due, moved, standing.snooze)))
    if scene.today > rests_until(due, scene.settings):
        return found  # nobody writes "any news?" a year later
    return found._replace(state="step", kind=rung.kind, due=due, then=rung.then)


def _at_end(found: FollowUp, last: date, scene: _Scene) -> FollowUp:
    """The rest, then once the way round by somebody who knows them; then nothing more."""
    network, settings, today = scene.network, scene.settings, scene.today
    until = rests_until(last, settings)
    if today < until:
        return found._replace(state="rest", due=until)
    if today > rests_until(until, settings):
        return found
    for other in mutual_acquaintances(found.contact, network, settings, today):
        standing = scene.standings[other.path]
        history = scene.history(standing, way_round_origin(found.contact))
        if history.is_settled_since(until):
            return found
        due = max(filter(None, (network.working_days.on_or_after(until), history.waits_until)))
        kind = standing.channel if standing.channel in settings.kinds else settings.ladder.steps[0]
        return found._replace(state="way_round", kind=kind, due=due, via=other.path)
    return found


def way_round_origin(contact: str) -> str:
    """What tells an item that asks somebody to put in a word from the items about that somebody."""
    return f"way_round\0{contact}"
