"""The words of a log line behind its date: time, kind, direction, text.

" 10:30 email from: long answer"   ->  LogWords("10:30", "email", "from", "long answer")
" - she called about the flat"     ->  LogWords("", "call", "", "she called about the flat")
"""

import re
from typing import NamedTuple

from vaultnet.model.rules import DIRECTION_BY_WORD, Rules
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_TIME = lazy_pattern(
    r"[Tt ,]{0,2}(?:at )?((?:[01]?[0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"
    r"(?:\s?[-–]\s?(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9:]))?"
)
_LEADING_SEPARATOR = lazy_pattern(r"(?:[:,;]|[-–—](?=\s|$))\s*")
_SEPARATOR = lazy_pattern(r"\s{0,9}:(?:\s{1,9}|$)|\s{1,9}[-–—]\s{1,9}")
_CHANNEL = lazy_pattern(r"\s?[\[(]channel::\s{0,4}([\w-]{1,30})[\])]", re.IGNORECASE)
_HEAD_WORDS = 4  # "email from her boss:" is a head, a longer clause before a colon is text
_EMPHASIS = lazy_pattern(r"(\*\*|__|==|\*|_)([^*_=\n]{1,40})\1")  # "**Coffee:** with Ben"


class LogWords(NamedTuple):
    time: str
    kind: str
    direction: str
    text: str


def parse_log_words(rest: str, rules: Rules) -> LogWords:
    """What follows the date of a log line. Without a kind before the separator the first word of the vocabulary in
    the text counts; the head is part of the text unless it is all said by kind and direction.
    """
    time = _TIME.match(rest)
    if time:
        rest = rest[time.end() :]
    rest = rest.strip()
    if rest and rest[0] in ":,;-–—" and (separator := _LEADING_SEPARATOR.match(rest)):
        rest = rest[separator.end() :]
    clock = time[1].rjust(5, "0") if time else ""
    channel = _CHANNEL.search(rest) if "::" in rest else None
    if channel:
        rest = rest[: channel.start()] + rest[channel.end() :]
    kind, direction, text = _parse_head(rest, rules)
    if channel:
        kind = rules.kind_by_form.get(fold(channel[1]), kind)
    return LogWords(clock, kind, direction, text)


def _parse_head(rest: str, rules: Rules) -> tuple[str, str, str]:
    strong = _EMPHASIS.match(rest) if rest[:1] in {"*", "_", "="} else None
    plain = f"{strong[2]}{rest[strong.end() :]}" if strong else rest
    cut = _SEPARATOR.search(plain)
    head = plain[: cut.start()] if cut else plain
    words = fold(head).split()
    marks = [] if cut else [word for word in head.split() if word[0] in "#^"]  # `email #gave ^vn-3f2a9c41-b7d0e812`
    words = words[: len(words) - len(marks)] if marks else words
    kind = rules.kind_by_form.get(words[0], "") if 0 < len(words) <= _HEAD_WORDS else ""
    direction = DIRECTION_BY_WORD.get(words[1], "") if kind and len(words) > 1 else ""
    if kind and len(words) == (2 if direction else 1):  # the head says it all
        return kind, direction, plain[cut.end() :] if cut else "".join(f" {mark}" for mark in marks)
    found = rules.find_kind(head if kind else rest)
    return found.kind, direction or found.direction, rest
