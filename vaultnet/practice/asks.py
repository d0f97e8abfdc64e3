"""Asks that are open: what I asked of somebody, until they answer (P7); `follow_up.py` says what comes next.

2026-04-01 email to: ... #asked                                        ->  open
2026-04-01 email to: ... #asked,  2026-04-03 email from: ...           ->  answered
2026-04-01 email to: ... #asked,  2026-04-09 call: voicemail           ->  open: nobody was reached
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from vaultnet.model.network import Touch
from vaultnet.model.richness import LIVE, WRITTEN
from vaultnet.model.settings import Kind
from vaultnet.practice.day_order import oldest_first
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_BETWEEN_WORDS = lazy_pattern(r"\W+")
ANSWERS = frozenset({"answered", "received"})


def open_asks(touches: Sequence[Touch], missed: Iterable[str] = ()) -> tuple[Touch, ...]:
    """The `#asked` touches after which nothing came: no touch from them, no live one, no `#answered` or `#received`.

    `touches` are newest first, as the network gives them; so is what comes back. `missed` are the words that tell a
    call which reached nobody (`[ladder] missed`).
    """
    words = tuple(missed)
    asks: list[Touch] = []
    for touch in reversed(oldest_first(touches)):
        if is_ask(touch):
            asks.append(touch)
        if is_answer(touch, words):
            break
    return tuple(asks)


def is_ask(touch: Touch) -> bool:
    """True for what waits for an answer; that of the same day may stand on the same line."""
    return "asked" in touch.tags and "answered" not in touch.tags


def is_answer(touch: Touch, missed: Iterable[str]) -> bool:
    """True for what ends the waiting: they wrote, we spoke, or a tag says so."""
    if touch.direction == "from" or ANSWERS.intersection(touch.tags):
        return True
    return touch.richness >= LIVE and not is_missed(touch, missed)


def is_missed(touch: Touch, missed: Iterable[str]) -> bool:
    """True for a call or video that reached nobody, by its words: `call: voicemail`."""
    if touch.richness != LIVE or not touch.text:
        return False
    text = _plain(touch.text)
    return any(words in text for words in _plain_words(tuple(missed)))


def says_nothing(touch: Touch, kinds: Mapping[str, Kind]) -> bool:
    """True for a bare line: a date and a kind, without a word of what was said."""
    known = kinds.get(touch.kind)
    return not touch.text or (known is not None and fold(touch.text) in {fold(form) for form in known.forms})


@lru_cache(maxsize=16)
def _plain_words(missed: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the settings, asked for with every call in everybody's history."""
    return tuple(map(_plain, missed))


def _plain(text: str) -> str:
    """The words of a text between blanks: "was out" is not found in "she was outstanding"."""
    return f" {_BETWEEN_WORDS.sub(' ', fold(text)).strip()} "


def is_attempt(touch: Touch, missed: Iterable[str]) -> bool:
    """True for a touch by me that leaves the next word to them: something written, or a call that reached nobody."""
    return (touch.richness == WRITTEN and touch.direction != "from") or is_missed(touch, missed)
