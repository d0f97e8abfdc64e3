"""The patterns that tell who a sentence is about, made of a language's small words.

    grammar_of("en").accompanied.search("coffee with my boss ")  ->  a match: whoever is named next was there
    grammar_of("en").joiner.fullmatch(" and ")                   ->  a match: a list goes on

Every repetition is bounded, so that a hostile sentence takes no more than linear time.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from vaultnet.edits.sentence_words import ENGLISH, WORDS_BY_LANGUAGE, Words

_BLANK = r"[ \t]{1,9}"
_START = r"(?<![\w'’-])"
_END = r"(?![\w'’-])"


class Sets(NamedTuple):
    """Rows of words by themselves."""

    soft: frozenset[str]
    openers: frozenset[str]
    generic: frozenset[str]
    verbs: frozenset[str]
    never_names: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    places: frozenset[str]
    by: frozenset[str]
    objects: frozenset[str]
    acts: frozenset[str]


class Grammar(NamedTuple):
    """The patterns made of a language's words. Those named for what stands before a name match at the end of a text."""

    words: Words
    sets: Sets
    accompanied: re.Pattern[str]
    addressed: re.Pattern[str]  # groups: `to` or `from`, and `talk` where the word before is one of talk
    acted_on: re.Pattern[str]
    spoken_of: re.Pattern[str]
    at_place: re.Pattern[str]  # "at" of "at Ada's"
    title: re.Pattern[str]
    leading_and: re.Pattern[str]
    between: re.Pattern[str]  # matches all that may stand between a kind and the one it was done to
    joiner: re.Pattern[str]  # matches all that stands between two names of a list
    joined: re.Pattern[str]  # a joiner at the end of a text
    goes_on: re.Pattern[str]  # what may follow a list
    break_: re.Pattern[str]
    mine: re.Pattern[str]
    intent: re.Pattern[str]
    time: re.Pattern[str]
    going: re.Pattern[str]
    purpose: re.Pattern[str]  # "for a quick" before a kind
    topic: re.Pattern[str]
    elsewhere: re.Pattern[str]  # what follows says nothing of when it was
    received: re.Pattern[str]
    said: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar_of(language: str) -> Grammar:
    """The patterns of a language; English where it has no table."""
    words = WORDS_BY_LANGUAGE.get(language, ENGLISH)
    title = rf"(?:(?:{_any(words.titles)})\.?{_BLANK})?"
    not_these = _any(words.about, words.to, words.from_, words.and_, words.with_, words.at)
    small = rf"(?!(?:{not_these})[ \t])(?-i:[^\W\d_A-Z]{{1,20}}){_BLANK}"
    # "with my boss Ada": up to two small words and a title may stand between.
    gap = rf"{_BLANK}(?P<between>(?:{small}){{0,2}}){title}"
    and_ = rf"(?<!\w)(?:{_any(words.and_)})(?!\w)"
    return Grammar(
        words=words,
        sets=_sets_of(words),
        accompanied=_pattern(rf"{_START}(?:{_any(words.with_)})(?:(?<=/)|{gap})\Z"),
        addressed=_pattern(
            rf"(?:{_START}(?P<talk>{_any(words.talk)}){_BLANK})?"
            rf"{_START}(?:(?P<to>{_any(words.to)})|(?P<from>{_any(words.from_)})){gap}\Z"
        ),
        acted_on=_pattern(rf"{_START}(?:{_any(words.verbs)}){gap}\Z"),
        spoken_of=_pattern(rf"{_START}(?:{_any(words.about)}){gap}\Z"),
        at_place=_pattern(rf"{_START}(?:{_any(words.at)}){_BLANK}\Z"),
        title=_pattern(rf"{_START}(?:{_any(words.titles)})\.?[ \t]{{0,9}}\Z"),
        leading_and=_pattern(rf"\A(?:{_any(words.and_)}){_BLANK}"),
        between=_pattern(gap),
        joiner=_pattern(rf"[ \t]{{0,9}}(?:,?[ \t]{{0,9}}{and_}|,|/)[ \t]{{0,9}}{title}"),
        joined=_pattern(rf"[ \t]{{0,9}}(?:,?[ \t]{{0,9}}{and_}|,)[ \t]{{1,9}}\Z"),
        goes_on=_pattern(rf"[ \t]*(?:\Z|[,;:.!?(#–—&+]|-[ \t]|(?:{_any(words.place, words.and_)})(?!\w))"),
        break_=_pattern(_break_source(words)),
        mine=_pattern(rf"{_START}(?:{_any(words.mine)}){_END}"),
        intent=_pattern(rf"(?:(?:{_any(words.mine)}){_BLANK})?(?:{_any(words.intents)}){_END}"),
        time=_pattern(_time_source(words)),
        going=_pattern(rf"{_START}(?:{_any(words.going)}){_END}"),
        purpose=_pattern(rf"{_START}(?:{_any(words.purpose)}){_BLANK}(?:[^\W\d_]{{1,20}}{_BLANK}){{0,2}}\Z"),
        topic=_pattern(rf"{_START}(?:{_any(words.topic)}){_END}"),
        elsewhere=_pattern(rf"{_START}(?:{_any(words.topic, words.purpose)}){_BLANK}(?!\ufffc)"),
        received=_pattern(rf"{_START}(?:{_any(words.received)}){_BLANK}(?:[^\W\d_]{{1,20}}{_BLANK}){{0,3}}\Z"),
        said=_pattern(rf"[ \t]{{1,9}}(?:{_any(words.clauses, words.verbs)}){_END}"),
    )


def _sets_of(words: Words) -> Sets:
    return Sets(
        soft=_set(words.soft),
        openers=_set(words.openers),
        generic=_set(words.generic),
        verbs=_set(words.verbs),
        never_names=_set(words.never_names),
        particles=_set(words.particles),
        titles=_set(words.titles),
        places=_set(words.place),
        by=_set(words.by),
        objects=_set(words.objects),
        acts=_set(words.acts),
    )


def _break_source(words: Words) -> str:
    """`said`: a clause about somebody named before; `other`: a pronoun or sign that begins a clause anywhere."""
    said = rf"(?:{_any(words.clauses)}){_END}"
    pronoun = rf"(?:{_any(words.pronouns)})(?![\w-])"
    sign = r"[;:](?=\s|\Z)|[.!?](?=\s|\Z)|[ \t](?:-{1,3}|[–—])[ \t]|—|\(|,(?=\s|\Z)"
    joined = rf"(?P<joined>(?:{_any(words.and_)}){_BLANK})?"
    return rf"{_START}{joined}(?:(?P<said>{said})|(?P<pronoun>{pronoun}))|(?P<sign>{sign})"


def _time_source(words: Words) -> str:
    clock = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?"
    half = r"(?:[ \t]?(?P<half>[ap])\.?m\.?)"
    oclock = rf"(?:[ \t]?(?:{_any(words.oclock)}))"
    at = rf"(?:(?<!\w)(?:{_any(words.at)})[ \t]{{0,3}})"
    hour = rf"(?P<full>[0-9]{{1,2}})(?:[ \t]?(?P<side>[ap])\.?m\.?|{oclock})"
    return rf"{at}?(?<![\w:.,-])(?:{clock}(?:{half}|{oclock})?|{hour})(?![\w:])"


def _any(*phrases: str) -> str:
    """Any of the phrases, the longest first."""
    each = {phrase for row in phrases for phrase in row.split("|")}
    longest_first = sorted(each, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_BLANK.join(map(re.escape, phrase.split(" "))) for phrase in longest_first)


def _set(phrases: str) -> frozenset[str]:
    return frozenset(phrases.split("|"))


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)
