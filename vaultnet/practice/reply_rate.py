"""By which channel people answer (P7): of what went out by each, how much was answered, over the whole network.

2026-04-01 email to: ... ,  2026-04-03 email from: ...     ->  email: sent 1, answered 1
2026-04-01 email to: ... ,  2026-04-09 call: we spoke      ->  email: answered 1; call: sent 1, answered 1 (reached)
2026-04-01 email to: ... ,  2026-04-09 letter to: ...      ->  email: sent 1, answered none; letter: ...
yesterday  email to: ...                                   ->  email: sent 1, waiting 1: too early to tell

What goes out: an ask, something I wrote, a call. An answer is what ends a ladder's waiting (`practice/asks.py`), within
the days that the whole ladder waits; it is that of the newest of what went out before it, so that a letter gets the
credit for what three e-mails did not bring. Never told of one person (P5).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.model.network import Touch
from vaultnet.model.richness import LIVE, WRITTEN
from vaultnet.model.settings import LadderSettings
from vaultnet.model.working_days import WorkingDays
from vaultnet.practice.asks import is_answer
from vaultnet.practice.day_order import oldest_first


class ReplyRate(NamedTuple):
    """One channel: how often I reached out by it, how often that was answered, and how often it is early yet."""

    kind: str
    sent: int
    answered: int
    waiting: int

    @property
    def share(self) -> float | None:
        """Of those that had their time, from 0 to 1; None where there are none."""
        settled = self.sent - self.waiting
        return self.answered / settled if settled else None


def reply_rates(
    histories: Iterable[Sequence[Touch]], ladder: LadderSettings, week: WorkingDays, first: date, today: date
) -> tuple[ReplyRate, ...]:
    """What went out from `first` to `today`, by channel, the most used first. A history is one contact's touches."""
    came_to: dict[str, Counter[str]] = {}
    for touches in histories:
        for kind, outcome in _outcomes(oldest_first(touches), ladder, week, first, today):
            came_to.setdefault(kind, Counter())[outcome] += 1
    rates = [
        ReplyRate(kind, found.total(), found["answered"], found["waiting"]) for kind, found in came_to.items() if kind
    ]
    return tuple(sorted(rates, key=lambda rate: (-rate.sent, rate.kind)))


def _outcomes(
    history: Sequence[Touch], ladder: LadderSettings, week: WorkingDays, first: date, today: date
) -> Iterator[tuple[str, str]]:
    """The kind of each touch that went out, and what came of it: answered, unanswered or waiting."""
    for place, touch in enumerate(history):
        if first <= touch.day <= today and _goes_out(touch):
            yield touch.kind, _outcome(touch, history[place + 1 :], ladder, week, today)


def _goes_out(touch: Touch) -> bool:
    if touch.direction == "from":
        return False
    return "asked" in touch.tags or touch.richness == LIVE or (touch.richness == WRITTEN and touch.direction == "to")


def _outcome(touch: Touch, later: Sequence[Touch], ladder: LadderSettings, week: WorkingDays, today: date) -> str:
    """Whoever spoke with me was reached; what asks for something, and was not answered on the spot, waits."""
    is_asking = "asked" in touch.tags
    if "answered" in touch.tags or (not is_asking and is_answer(touch, ladder.missed)):
        return "answered"
    end = week.after(touch.day, sum(ladder.days))
    for next_touch in later:
        if next_touch.day > min(end, today):
            break
        if is_answer(next_touch, ladder.missed):
            return "answered"
        if _goes_out(next_touch):
            return "unanswered"
    return "waiting" if today < end else "unanswered"
