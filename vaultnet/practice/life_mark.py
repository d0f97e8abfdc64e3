"""Events in somebody's life that call for a word or a hand (P4): of the last weeks, and not answered yet.

## Life events
- 2026-06-02 her father died            ->  "condole"
- 2026-06-04 moving to Graz in August   ->  "help_move"
- 2026-06-05 broke his leg              ->  "ask"
- 2026-06-09 birth: Mary is here        ->  "congratulate"
"""

from datetime import date
from typing import NamedTuple

from vaultnet.model.giving import Giving
from vaultnet.model.network import Network
from vaultnet.practice.keep_in_touch import out_reason
from vaultnet.practice.life_event import mood_of
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_MOVE = lazy_pattern(
    r"\b(?:mov(?:es?|ed|ing) (?:to|into|in|out|house|home|flat)|new (?:house|flat|home|apartment)|relocat\w*"
    r"|umzug\w*|umgezogen|zieht (?:um|nach|in)|neue wohnung|neues haus)\b|^mov(?:e|ing)\b"
)
_BY_MOOD = {"grief": "condole", "trouble": "ask", "glad": "congratulate"}


class LifeMark(NamedTuple):
    """`call` is what it calls for: condole, ask, help_move or congratulate."""

    contact: str
    on: date
    words: str
    call: str


def build_life_marks(giving: Giving, network: Network, today: date) -> tuple[LifeMark, ...]:
    """The latest first. Whoever was in touch on the day or since has had their word; a snooze holds none back."""
    people = network.standing_by_path
    found: list[LifeMark] = []
    for event in giving.events:
        standing = people.get(event.contact)
        if standing is None or event.day.year is None or out_reason(standing, today) not in {"", "snoozed"}:
            continue
        on = date(event.day.year, event.day.month, event.day.day)
        if on <= today and (standing.last is None or standing.last < on):
            found.append(LifeMark(event.contact, on, event.words, call_of(event.words)))
    by_person = sorted(found, key=lambda mark: (people[mark.contact].uid, mark.contact, mark.words))
    return tuple(sorted(by_person, key=lambda mark: mark.on, reverse=True))


def call_of(words: str) -> str:
    """What an event calls for; grief and trouble go before a move."""
    mood = mood_of(words)
    return "help_move" if mood == "glad" and _MOVE.search(fold(words)) else _BY_MOOD[mood]
