"""The patterns that tell who a sentence is about, made of a language's small words.

    grammar_of("en").accompanied.search("coffee with my boss ")  ->  a match: whoever is named next was there
    grammar_of("en").joiner.fullmatch(" and ")                   ->  a match: a list goes on

Every repetition is bounded, so that a hostile sentence takes no more than linear time.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from vaultnet.edits.sentence_words import ENGLISH, WORDS_BY_LANGUAGE, Words
from vaultnet.model.kind_words import VAGUE_FORMS
from vaultnet.text.lazy_pattern import lazy_pattern, worded_pattern

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
    auxiliaries: frozenset[str]
    closers: frozenset[str]
    separable: frozenset[str]
    particles_of_verbs: frozenset[str]


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
    honour: re.Pattern[str]  # "Prof. Dr." before a name
    my: re.Pattern[str]  # "my" before a name, or "my boss"
    behalf: re.Pattern[str]
    afterwards: re.Pattern[str]
    leading_and: re.Pattern[str]
    between: re.Pattern[str]  # matches all that may stand between a kind and the one it was done to
    joiner: re.Pattern[str]  # matches all that stands between two names of a list
    joined: re.Pattern[str]  # a joiner at the end of a text
    goes_on: re.Pattern[str]  # what may follow a list
    break_: re.Pattern[str]
    mine: re.Pattern[str]
    first: re.Pattern[str]
    intent: re.Pattern[str]
    time: re.Pattern[str]
    going: re.Pattern[str]
    purpose: re.Pattern[str]  # "for a quick" before a kind
    topic: re.Pattern[str]
    elsewhere: re.Pattern[str]  # what follows says nothing of when it was
    received: re.Pattern[str]
    said: re.Pattern[str]
    participle: re.Pattern[str]
    auxiliary: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar_of(language: str) -> Grammar:
    """The patterns of a language; English where it has no table."""
    words = WORDS_BY_LANGUAGE.get(language, ENGLISH)
    sources = _before_names(words) | _between_names(words) | _behind_names(words) | _anywhere(words)
    needed = _needed(words)
    patterns = {name: pattern_of(source, needed.get(name, "")) for name, source in sources.items()}
    return Grammar(words=words, sets=_sets_of(words), **patterns)


def _needed(words: Words) -> dict[str, str]:
    """By pattern, the phrases of which one stands in all that it matches."""
    return {
        "accompanied": words.with_, "addressed": f"{words.to}|{words.from_}", "acted_on": words.verbs,
        "spoken_of": words.about, "behalf": words.behalf, "at_place": words.at, "title": words.titles,
        "honour": words.honours, "my": words.my, "afterwards": words.afterwards, "purpose": words.purpose,
        "received": words.received, "said": f"{words.clauses}|{words.verbs}|{words.auxiliaries}", "mine": words.mine,
        "first": words.first, "going": words.going, "topic": words.topic, "participle": words.participles,
        "auxiliary": words.auxiliaries, "intent": words.intents, "elsewhere": f"{words.topic}|{words.purpose}",
    }  # fmt: skip


def _before_names(words: Words) -> dict[str, str]:
    """They match at the end of what stands before a name."""
    title, gap, two_words = _title(words), _gap(words), rf"(?:[^\W\d_]{{1,20}}{_BLANK})"
    return {
        "accompanied": rf"{_START}(?:{any_of(words.with_)})(?:(?<=/)|{gap})\Z",
        "addressed": rf"(?:{_START}(?P<talk>{any_of(words.talk)}){_BLANK})?"
        rf"{_START}(?:(?P<to>{any_of(words.to)})|(?P<from>{any_of(words.from_)})){gap}\Z",
        "acted_on": rf"{_START}(?:{any_of(words.verbs)}){gap}\Z",
        "spoken_of": rf"{_START}(?:{any_of(words.about)}){gap}\Z",
        "behalf": rf"{_START}(?:{any_of(words.behalf)}){gap}\Z",
        "at_place": rf"{_START}(?:{any_of(words.at)}){_BLANK}{title}\Z",
        "title": rf"{_START}(?:{any_of(words.titles)})\.?[ \t]{{0,9}}\Z",
        "honour": rf"{_START}(?:(?:{any_of(words.honours)})\.?{_BLANK}){{1,3}}\Z",
        "my": rf"{_START}(?:{any_of(words.my)}){_BLANK}{two_words}?\Z",
        "afterwards": rf"{_START}(?:{any_of(words.afterwards)}){_BLANK}{two_words}{{0,2}}\Z",
        "purpose": rf"{_START}(?:{any_of(words.purpose)}){_BLANK}{two_words}{{0,2}}\Z",
        "received": rf"{_START}(?:{any_of(words.received)}){_BLANK}{two_words}{{0,3}}\Z",
    }


def _between_names(words: Words) -> dict[str, str]:
    again = rf"(?:[ \t]{{1,9}}(?:{any_of(words.with_, words.from_)})(?=[ \t]))?"  # "with Ada and with Bob"
    and_ = rf"(?<!\w)(?:{any_of(words.and_)})(?!\w){again}"
    return {
        "leading_and": rf"\A(?:{any_of(words.and_)}){_BLANK}",
        "between": _gap(words),
        "joiner": rf"[ \t]{{0,9}}(?:,?[ \t]{{0,9}}{and_}|,|/)[ \t]{{0,9}}{_title(words)}",
        "joined": rf"[ \t]{{0,9}}(?:,?[ \t]{{0,9}}{and_}|,)[ \t]{{1,9}}\Z",
    }


def _behind_names(words: Words) -> dict[str, str]:
    return {
        "goes_on": rf"[ \t]*(?:\Z|[,;:.!?(#–—&+]|-[ \t]|(?:{any_of(words.place, words.and_)})(?!\w))",
        "break_": _break_source(words),
        "said": rf"[ \t]{{1,9}}(?:{any_of(words.clauses, words.verbs, words.auxiliaries)}){_END}",
    }


def _anywhere(words: Words) -> dict[str, str]:
    rows = {
        "mine": words.mine, "first": words.first, "going": words.going, "topic": words.topic,
        "participle": words.participles, "auxiliary": words.auxiliaries,
    }  # fmt: skip
    return {
        **{name: rf"{_START}(?:{any_of(row)}){_END}" for name, row in rows.items()},
        "intent": rf"(?:(?:{any_of(words.mine)}){_BLANK})?(?:{any_of(words.intents)}){_END}",
        "time": _time_source(words),
        "elsewhere": rf"{_START}(?:{any_of(words.topic, words.purpose)}){_BLANK}(?!\ufffc)",
    }


def _title(words: Words) -> str:
    return rf"(?:(?:{any_of(words.titles)})\.?{_BLANK}){{0,3}}"


def _gap(words: Words) -> str:
    """`with my boss Ada`: what belongs to somebody, or up to two small words, and titles, may stand between."""
    not_these = any_of(words.about, words.to, words.from_, words.and_, words.with_, words.at)
    small = rf"(?!(?:{not_these})[ \t])(?-i:[^\W\d_A-Z]{{1,20}}){_BLANK}"
    mine = rf"(?:{any_of(words.my)}){_BLANK}[^\W\d_]{{1,20}}{_BLANK}"
    return rf"{_BLANK}(?P<between>(?:{mine}|(?:{small}){{0,2}})){_title(words)}"


def _sets_of(words: Words) -> Sets:
    return Sets(
        soft=_set(words.soft),
        openers=_set(words.openers),
        generic=VAGUE_FORMS,
        verbs=_set(words.verbs),
        never_names=_set(words.never_names),
        particles=_set(words.particles),
        titles=_set(words.titles),
        places=_set(words.place),
        by=_set(words.by),
        objects=_set(words.objects),
        acts=_set(words.acts),
        auxiliaries=_set(words.auxiliaries),
        closers=_set(words.closers),
        separable=_set(words.separable),
        particles_of_verbs=_set(words.particles_of_verbs),
    )


def _break_source(words: Words) -> str:
    """`said`: a clause about somebody named before; `other`: a pronoun or sign that begins a clause anywhere."""
    said = rf"(?:{any_of(words.clauses)}){_END}"
    pronoun = rf"(?:{any_of(words.pronouns)})(?![\w-])"
    sign = r"[;:](?=\s|\Z)|[.!?](?=\s|\Z)|[ \t](?:-{1,3}|[–—])[ \t]|—|\(|,(?=\s|\Z)"
    joined = rf"(?P<joined>(?:{any_of(words.and_)}){_BLANK})?"
    return rf"{_START}{joined}(?:(?P<said>{said})|(?P<pronoun>{pronoun}))|(?P<sign>{sign})"


def _time_source(words: Words) -> str:
    clock = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?"
    half = r"(?:[ \t]?(?P<half>[ap])\.?m\.?)"
    oclock = rf"(?:[ \t]?(?:{any_of(words.oclock)}))"
    at = rf"(?:(?<!\w)(?:{any_of(words.at)})[ \t]{{0,3}})"
    hour = rf"(?P<full>[0-9]{{1,2}})(?:[ \t]?(?P<side>[ap])\.?m\.?|{oclock})"
    return rf"{at}?(?<![\w:.,-])(?:{clock}(?:{half}|{oclock})?|{hour})(?![\w:])"


def any_of(*phrases: str) -> str:
    """A pattern of any of the phrases, which `|` separates, the longest first; of none, what never matches."""
    each = {phrase for row in phrases for phrase in row.split("|") if phrase}
    if not each:
        return "(?!)"
    longest_first = sorted(each, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_BLANK.join(map(re.escape, phrase.split(" "))) for phrase in longest_first)


def _set(phrases: str) -> frozenset[str]:
    return frozenset(filter(None, phrases.split("|")))


def pattern_of(source: str, phrases: str = "") -> re.Pattern[str]:
    """Whatever the case; `phrases`, where there are any, are those of which one stands in all that it matches."""
    each = tuple(filter(None, phrases.split("|")))
    return worded_pattern(source, re.IGNORECASE, each) if each else lazy_pattern(source, re.IGNORECASE)
