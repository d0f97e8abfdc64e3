"""The command line's words for days to mark and planned touches: what it is about, and what to do by when.

occasion_words({"what": "birthday", "years": 40, ...})          ->  "birthday, turns 40"
reason_words({"reason": "article", "words": "flood marks"})     ->  "pass on something about flood marks"
todo_words("card", date(2026, 6, 14), date(2026, 6, 19), today)  ->  "card, post it by 14 June"
"""

from datetime import date
from typing import Any

from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.wording import day_words, kind_words
from vaultnet.practice.anniversaries import POSTED

_REASONS = {
    "birthday": "birthday",
    "met": "the day you met",
    "holiday": "{}",
    "meeting": "{}",
    "position": "congratulate on the new role: {}",
    "both_there": "you are both in {} then",
    "postcard": "you are in {} then",
    "invite": "invite to {}",
    "help": "needs {}: help, or find who can",
    "only_written": "you have only written of late",
    "same_place": "you are both in {}",
    "article": "pass on something about {}",
    "how_are_things": "just to hear how things are",
    "hello": "a first hello",
    "introduced me": "a year since you were introduced to {}: tell what came of it",
    "introduced by me": "a year since you made the introduction to {}: ask what came of it",
}
_NEWS = {"grief": "{}: a few words by hand", "trouble": "{}: ask how things are", "glad": "congratulate: {}"}
_A_YEAR_LATER = {"grief": "a year since: {}; a quiet word", "glad": "a year since: {}"}


def occasion_words(row: dict[str, Any]) -> str:
    """What a day is about."""
    what, years = row["what"], row["years"]
    if what == "birthday":
        return said_part(f"birthday, turns {years}" if years else "birthday")
    if what == "met":
        return said_part(f"{'a year' if years == 1 else f'{years} years'} since you met")
    if what in {"news", "life event", "holiday", "introduced me", "introduced by me"}:
        return reason_words({**row, "reason": what})
    return said_part(f"{what}: {'a year' if years == 1 else f'{years} years'}" if years else str(what))


def reason_words(row: dict[str, Any]) -> str:
    """Why a touch is planned."""
    reason, words = row["reason"], row["words"]
    if reason == "holiday":
        return said_part(words)
    if reason == "news":
        return said_part(_NEWS[row["mood"]]).format(words)
    if reason == "life event":
        return said_part(_A_YEAR_LATER[row["mood"]]).format(words)
    return said_part(_REASONS.get(reason, str(reason))).format(words)


def planned_words(touch: dict[str, Any], today: date) -> tuple[str, str, str]:
    """Day, kind and why of a planned touch; what is for another day than the one to act on says for which."""
    day = date.fromisoformat(touch["date"])
    on = date.fromisoformat(touch["on"]) if touch["on"] else None
    why = reason_words(touch)
    if on is not None and on != day:
        why = said_part(f"{why} on {day_words(on, today)}")
    return day_words(day, today), kind_words(touch["kind"]), why


def todo_words(kind: str, by: date, on: date | None, today: date) -> str:
    """What to do, and by when: what is posted goes before its day."""
    if kind in POSTED and on is not None and by < on:
        return said_part(f"{kind}, post it {'today' if by <= today else f'by {day_words(by, today)}'}")
    return kind_words(kind)
