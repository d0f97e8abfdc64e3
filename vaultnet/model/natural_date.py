"""Dates as people say them, in English and German: in a field of their own, or anywhere in a sentence.

    parse_natural_date("last friday", today=date(2026, 5, 2))  ->  NaturalDate(date(2026, 5, 1), Span(0, 11))
    parse_natural_date("10/9", today=date(2026, 5, 2))         ->  NaturalDate(None, Span(0, 4), "ambiguous")
    find_natural_date("coffee with Ada yesterday, she offered", today)  ->  the span of "yesterday"

What a sentence's date is (`natural_sense.py` holds the details):

- Asked for the past (a log), a phrase that lies ahead is not its date ("in 3 weeks she moves"), nor one after "until",
  "by", "since" and the like; asked for the future (a reminder), one that lies behind is not. Today always counts.
- The first phrase that holds counts. Where none does, the first that was meant as a date and names none is returned,
  so that the person can be asked: `10/9` without an order, 31 February.
- Nothing inside wikilinks, code, addresses and tags counts, but a link to a date does.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vaultnet.model.dates import parse_date
from vaultnet.model.natural_foreign import date_languages, is_plain_abroad, rules_abroad
from vaultnet.model.natural_grammar import Rule, rules_for
from vaultnet.model.natural_meaning import Ask, Order, Prefer, Refusal, meaning_of
from vaultnet.model.natural_sense import Phrase, is_meant, lies_right
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.span import Span

_NOT_PROSE = lazy_pattern(r"\[\[[^\[\]\n]*\]\]|`[^`\n]*`|https?://\S+|(?<![\w#])#[\w/-]+")
_LONGEST_FIELD = 100
_LONGEST_SENTENCE = 10_000
# Letters the patterns take for others when case is ignored, and that the tables do not know.
LOOK_ALIKE = str.maketrans("\u0131\u0130\u017f\u212a", "iisk")


class NaturalDate(NamedTuple):
    """The day a phrase names, or why it names none; and where the phrase stands in the text."""

    day: date | None
    span: Span
    refusal: Refusal | None = None


def parse_natural_date(
    text: str, today: date, *, order: Order | None = None, prefer: Prefer = "past", language: str = "en"
) -> NaturalDate:
    """The date that is the whole of a text; "unknown" where it is none."""
    plain = text.translate(LOOK_ALIKE)
    start = len(plain) - len(plain.lstrip())
    span = Span(start, max(start, len(plain.rstrip())))
    if span.end - span.start <= _LONGEST_FIELD:
        for ask in (Ask(today, order, prefer, each) for each in date_languages(language)):
            for rule in rules_for(plain, ask.language):
                match = rule.pattern.fullmatch(plain, *span)
                meaning = meaning_of(rule, match, ask) if match else None
                if meaning:
                    return _result(meaning, span)
    day = parse_date(plain)
    return NaturalDate(day, span, None if day else "unknown")


def find_natural_date(
    sentence: str, today: date, *, order: Order | None = None, prefer: Prefer = "past", language: str = "en"
) -> NaturalDate | None:
    """The date of a sentence, and the span to cut out of it; None where it names none."""
    refused = None
    for phrase in _phrases(sentence[:_LONGEST_SENTENCE], Ask(today, order, prefer, language)):
        if not phrase.meaning or not is_meant(phrase):
            continue
        found = _result(phrase.meaning, Span(*phrase.match.span()))
        if found.day and lies_right(phrase, found.day):
            return found
        if found.refusal:
            refused = refused or found
    return refused


def cut_out(sentence: str, span: Span) -> str:
    """The sentence without a phrase, and without the gap it would leave."""
    before, after = sentence[: span.start].rstrip(), sentence[span.end :].lstrip()
    if not before:
        return after.lstrip(" ,:;-–")
    return before + after if not after or after[0] in ",.;:!?)" else f"{before} {after}"


def _result(meaning: date | Refusal, span: Span) -> NaturalDate:
    return NaturalDate(meaning, span) if isinstance(meaning, date) else NaturalDate(None, span, meaning)


def _phrases(sentence: str, ask: Ask) -> Iterator[Phrase]:
    """All that looks like a date, in order; of phrases that overlap, the one that begins first, then the longest.

    A phrase keeps its words even if it turns out not to be the date: "next friday" does not become "friday".
    """
    plain = sentence.translate(LOOK_ALIKE)
    own, *others = date_languages(ask.language)
    found = list(_worded(rules_for(plain, own), sentence, plain, ask._replace(language=own)))
    for other in others:
        foreign = _worded(rules_abroad(plain, other), sentence, plain, ask._replace(language=other))
        found += (phrase for phrase in foreign if is_plain_abroad(phrase, own))
    closed: list[tuple[None, re.Match[str]]] = [(None, match) for match in _NOT_PROSE.finditer(plain)]
    claims = [*((phrase, phrase.match) for phrase in found), *closed]
    reached = 0
    for claimed, match in sorted(claims, key=lambda claim: (claim[1].start(), -claim[1].end())):
        if match.start() < reached:
            continue
        reached = match.end()
        if claimed:
            yield claimed


def _worded(rules: Iterable[Rule], sentence: str, plain: str, ask: Ask) -> Iterator[Phrase]:
    """All that looks like a date in one language."""
    for rule in rules:
        for match in rule.pattern.finditer(plain):
            yield Phrase(rule, match, meaning_of(rule, match, ask), sentence, ask)
