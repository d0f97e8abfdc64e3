"""The day and the time of day a sentence gives for its touch.

    "coffee with Ada yesterday, she moves on Friday"   yesterday: Friday stands in another clause
    "lunch with Ada tomorrow"                          refused: that day has not come

The day is named in the head, or by a clause of its own (", yesterday"); else it is today. A day that lies ahead is
refused where it says when the touch was, not where it is spoken of ("emailed Ben about the talk next week").
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.edits.sentence_clause import Cut, is_clause
from vaultnet.edits.sentence_grammar import Grammar
from vaultnet.errors import UsageError
from vaultnet.model.natural_date import NaturalDate, find_natural_date
from vaultnet.model.natural_meaning import Prefer
from vaultnet.model.rules import Rules
from vaultnet.text.span import Span

_ASKED = 8  # phrases of a sentence that are looked at, each way
_HALF_DAY = 12
_BOTH_WAYS: tuple[Prefer, ...] = ("past", "future")


class Moment(NamedTuple):
    """When it was, and the spans that say so."""

    day: date
    time: str
    spans: tuple[Span, ...]


def find_phrases(sentence: str, today: date, rules: Rules) -> tuple[NaturalDate, ...]:
    """All date phrases in the order of the sentence: read as past where they can be, else as to come."""
    found: dict[Span, NaturalDate] = {}
    for prefer in _BOTH_WAYS:
        for phrase in _phrases(sentence, today, rules, prefer):
            if not any(phrase.span.start < span.end and span.start < phrase.span.end for span in found):
                found[phrase.span] = phrase
    return tuple(found[span] for span in sorted(found))


def find_moment(
    sentence: str, text: str, phrases: Sequence[NaturalDate], cut: Cut, today: date, grammar: Grammar, told: date | None
) -> Moment:
    """`text` is the sentence with names hidden and the phrases blanked out; `told` is a day given apart from it."""
    time, spans = _time(text, cut, grammar)
    if told is not None:
        spans += [phrase.span for phrase in phrases if phrase.day == told and _is_head_or_clause(text, phrase, cut)]
        return Moment(_not_ahead(told, today), time, tuple(spans))
    own = [phrase for phrase in phrases if _is_head_or_clause(text, phrase, cut)]
    _refuse_two_days(sentence, text, own, today, grammar)
    for phrase in own:
        if phrase.day is None:
            raise UsageError(_no_day(sentence, phrase))
        if phrase.day <= today:
            return Moment(phrase.day, time, (*spans, phrase.span))
    for phrase in own:
        if phrase.day is not None and not _is_spoken_of(text, phrase, grammar):
            _not_ahead(phrase.day, today)
    return Moment(today, time, tuple(spans))


def _phrases(sentence: str, today: date, rules: Rules, prefer: Prefer) -> Iterator[NaturalDate]:
    settings, start = rules.settings.vault, 0
    order = settings.date_order or None
    for _ in range(_ASKED):
        found = find_natural_date(sentence[start:], today, order=order, prefer=prefer, language=settings.language)
        if found is None:
            return
        span = Span(found.span.start + start, found.span.end + start)
        yield found._replace(span=span)
        start = span.end


def _is_head_or_clause(text: str, phrase: NaturalDate, cut: Cut) -> bool:
    return phrase.span.start < cut.end or is_clause(text, *phrase.span)


def _is_spoken_of(text: str, phrase: NaturalDate, grammar: Grammar) -> bool:
    """`about the talk next week`, but not `a table for tomorrow`."""
    return any(match.end() < phrase.span.start for match in grammar.elsewhere.finditer(text, 0, phrase.span.start))


def _refuse_two_days(sentence: str, text: str, phrases: Sequence[NaturalDate], today: date, grammar: Grammar) -> None:
    """One touch has one day: "on friday and on monday" are two."""
    named = {
        phrase.day: sentence[slice(*phrase.span)].strip()
        for phrase in phrases
        if phrase.day is not None and phrase.day <= today and not _is_spoken_of(text, phrase, grammar)
    }
    if len(named) > 1:
        words = '", "'.join(named.values())
        raise UsageError(f'"{words}" are two days: log each by itself, or say which with --date')


def _not_ahead(day: date, today: date) -> date:
    if day > today:
        raise UsageError(f"that day has not come: {day.isoformat()}; log it once it has, or plan it with --next")
    return day


def _no_day(sentence: str, phrase: NaturalDate) -> str:
    words = sentence[slice(*phrase.span)].strip()
    if phrase.refusal == "ambiguous":
        return f'"{words}" may be two days: write it as in 2026-05-02, or set date_order under [vault]'
    return f'there is no such day as "{words}"'


def _time(text: str, cut: Cut, grammar: Grammar) -> tuple[str, list[Span]]:
    """The time of day in the head, as HH:MM."""
    for match in grammar.time.finditer(text, 0, cut.end):
        hour, minute = int(match["hour"] or match["full"]), match["minute"] or "00"
        half = (match["half"] or match["side"] or "").lower()
        if half:
            hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
        if hour < 2 * _HALF_DAY:
            return f"{hour:02}:{minute}", [Span(*match.span())]
    return "", []
