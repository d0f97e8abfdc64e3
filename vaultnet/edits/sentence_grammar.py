"""The patterns that tell who a sentence is about, made of a language's small words.

    grammar = grammar_of("en", "coffee with my boss Ada")
    grammar.accompanied.search("coffee with my boss ")    ->  a match: whoever is named next was there
    grammar.joiner.fullmatch(" and ")                     ->  None: the sentence has no "and", so its patterns need none

A language has some seven hundred small words, and a sentence a handful of them. Patterns of those alone say the same of
every part of it, and are compiled in a tenth of the time; each is made when it is first asked.

Every repetition is bounded, so that a hostile sentence takes no more than linear time.
"""

import re
from functools import cached_property, lru_cache

from vaultnet.dataclass import dataclass
from vaultnet.edits.sentence_words import ENGLISH, WORDS_BY_LANGUAGE, Words
from vaultnet.model.kind_words import VAGUE_FORMS
from vaultnet.text.phrases import BLANK, NONE, any_of, as_said, pattern_of

_START = r"(?<![\w'-])(?<!’)"  # apart: a class with a letter beyond Latin-1 takes as long to compile as thirty words
_END = r"(?![\w'-])(?!’)"
_TWO_WORDS = rf"(?:[^\W\d_]{{1,20}}{BLANK})"
_SIGN = r"[;:](?=\s|\Z)|[.!?](?=\s|\Z)|[ \t](?:-{1,3}|–|—)[ \t]|—|\(|,(?=\s|\Z)"
_CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?"


@dataclass(frozen=True, slots=True)
class Sets:
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


def grammar_of(language: str, sentence: str | None = None) -> "Grammar":
    """What may be asked of that sentence and its parts, in which names and days may be hidden; of any without one.
    English where a language has no table.
    """
    known = language if language in WORDS_BY_LANGUAGE else "en"
    return Grammar(WORDS_BY_LANGUAGE.get(known, ENGLISH), _sets_of(known), sentence)


class Grammar:
    """The patterns made of a language's words. Those named for what stands before a name match at the end of a text."""

    def __init__(self, words: Words, sets: Sets, sentence: str | None) -> None:
        self.words = words
        self.sets = sets
        self._said = None if sentence is None else as_said(sentence)

    @cached_property
    def accompanied(self) -> re.Pattern[str]:
        with_ = self._any(self.words.with_)
        return pattern_of(rf"{_START}(?:{with_})(?:(?<=/)|{self._gap})\Z", with_)

    @cached_property
    def addressed(self) -> re.Pattern[str]:
        """Groups: `to` or `from`, and `talk` where the word before is one of talk."""
        words = self.words
        talk = rf"(?:{_START}(?P<talk>{self._any(words.talk)}){BLANK})?"
        side = rf"(?:(?P<to>{self._any(words.to)})|(?P<from>{self._any(words.from_)}))"
        return pattern_of(rf"{talk}{_START}{side}{self._gap}\Z", self._any(words.to, words.from_))

    @cached_property
    def acted_on(self) -> re.Pattern[str]:
        return self._with_gap(self.words.verbs)

    @cached_property
    def spoken_of(self) -> re.Pattern[str]:
        return self._with_gap(self.words.about)

    @cached_property
    def behalf(self) -> re.Pattern[str]:
        return self._with_gap(self.words.behalf)

    @cached_property
    def at_place(self) -> re.Pattern[str]:
        """`at` of "at Ada's"."""
        at = self._any(self.words.at)
        return pattern_of(rf"{_START}(?:{at}){BLANK}{self._titles}\Z", at)

    @cached_property
    def title(self) -> re.Pattern[str]:
        titles = self._any(self.words.titles)
        return pattern_of(rf"{_START}(?:{titles})\.?[ \t]{{0,9}}\Z", titles)

    @cached_property
    def honour(self) -> re.Pattern[str]:
        """`Prof. Dr.` before a name."""
        honours = self._any(self.words.honours)
        return pattern_of(rf"{_START}(?:(?:{honours})\.?{BLANK}){{1,3}}\Z", honours)

    @cached_property
    def my(self) -> re.Pattern[str]:
        """`my` before a name, or `my boss`."""
        my = self._any(self.words.my)
        return pattern_of(rf"{_START}(?:{my}){BLANK}{_TWO_WORDS}?\Z", my)

    @cached_property
    def afterwards(self) -> re.Pattern[str]:
        return self._with_words(self.words.afterwards, 2)

    @cached_property
    def purpose(self) -> re.Pattern[str]:
        """`for a quick` before a kind."""
        return self._with_words(self.words.purpose, 2)

    @cached_property
    def received(self) -> re.Pattern[str]:
        return self._with_words(self.words.received, 3)

    @cached_property
    def leading_and(self) -> re.Pattern[str]:
        and_ = self._any(self.words.and_)
        return pattern_of(rf"\A(?:{and_}){BLANK}", and_)

    @cached_property
    def between(self) -> re.Pattern[str]:
        """Matches all that may stand between a kind and the one it was done to."""
        return pattern_of(self._gap)

    @cached_property
    def joiner(self) -> re.Pattern[str]:
        """Matches all that stands between two names of a list."""
        return pattern_of(rf"[ \t]{{0,9}}(?:,?[ \t]{{0,9}}{self._and}|,|/)[ \t]{{0,9}}{self._titles}")

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """A joiner at the end of a text."""
        return pattern_of(rf"[ \t]{{0,9}}(?:,?[ \t]{{0,9}}{self._and}|,)[ \t]{{1,9}}\Z")

    @cached_property
    def goes_on(self) -> re.Pattern[str]:
        """What may follow a list."""
        words = self._any(self.words.place, self.words.and_)
        return pattern_of(rf"[ \t]*(?:\Z|[,;:.!?(#–—&+]|-[ \t]|(?:{words})(?!\w))")

    @cached_property
    def break_(self) -> re.Pattern[str]:
        """`said`: a clause about somebody named before; `other`: a pronoun or sign that begins a clause anywhere."""
        words = self.words
        said = rf"(?P<said>(?:{self._any(words.clauses)}){_END})"
        pronoun = rf"(?P<pronoun>(?:{self._any(words.pronouns)})(?![\w-]))"
        joined = rf"(?P<joined>(?:{self._any(words.and_)}){BLANK})?"
        return pattern_of(rf"{_START}{joined}(?:{said}|{pronoun})|(?P<sign>{_SIGN})")

    @cached_property
    def said(self) -> re.Pattern[str]:
        words = self._any(self.words.clauses, self.words.verbs, self.words.auxiliaries)
        return pattern_of(rf"[ \t]{{1,9}}(?:{words}){_END}", words)

    @cached_property
    def mine(self) -> re.Pattern[str]:
        return self._alone(self.words.mine)

    @cached_property
    def first(self) -> re.Pattern[str]:
        return self._alone(self.words.first)

    @cached_property
    def going(self) -> re.Pattern[str]:
        return self._alone(self.words.going)

    @cached_property
    def topic(self) -> re.Pattern[str]:
        return self._alone(self.words.topic)

    @cached_property
    def participle(self) -> re.Pattern[str]:
        return self._alone(self.words.participles)

    @cached_property
    def auxiliary(self) -> re.Pattern[str]:
        return self._alone(self.words.auxiliaries)

    @cached_property
    def intent(self) -> re.Pattern[str]:
        intents = self._any(self.words.intents)
        return pattern_of(rf"(?:(?:{self._any(self.words.mine)}){BLANK})?(?:{intents}){_END}", intents)

    @cached_property
    def elsewhere(self) -> re.Pattern[str]:
        """What follows says nothing of when it was."""
        words = self._any(self.words.topic, self.words.purpose)
        return pattern_of(rf"{_START}(?:{words}){BLANK}(?!\ufffc)", words)

    @cached_property
    def time(self) -> re.Pattern[str]:
        if self._said is not None and not any(map(str.isdigit, self._said)):
            return pattern_of(NONE)
        half = r"(?:[ \t]?(?P<half>[ap])\.?m\.?)"
        oclock = rf"(?:[ \t]?(?:{self._any(self.words.oclock)}))"
        at = rf"(?:(?<!\w)(?:{self._any(self.words.at)})[ \t]{{0,3}})"
        hour = rf"(?P<full>[0-9]{{1,2}})(?:[ \t]?(?P<side>[ap])\.?m\.?|{oclock})"
        return pattern_of(rf"{at}?(?<![\w:.,-])(?:{_CLOCK}(?:{half}|{oclock})?|{hour})(?![\w:])")

    @cached_property
    def _titles(self) -> str:
        titles = self._any(self.words.titles)
        return "" if titles == NONE else rf"(?:(?:{titles})\.?{BLANK}){{0,3}}"

    @cached_property
    def _gap(self) -> str:
        """`with my boss Ada`: what belongs to somebody, or up to two small words, and titles, may stand between."""
        words = self.words
        not_these = self._any(words.about, words.to, words.from_, words.and_, words.with_, words.at)
        small = rf"(?!(?:{not_these})[ \t])(?-i:[^\W\d_A-Z]{{1,20}}){BLANK}"
        mine = rf"(?:{self._any(words.my)}){BLANK}[^\W\d_]{{1,20}}{BLANK}"
        return rf"{BLANK}(?P<between>(?:{mine}|(?:{small}){{0,2}})){self._titles}"

    @cached_property
    def _and(self) -> str:
        again = rf"(?:[ \t]{{1,9}}(?:{self._any(self.words.with_, self.words.from_)})(?=[ \t]))?"  # "... and with Bob"
        return rf"(?<!\w)(?:{self._any(self.words.and_)})(?!\w){again}"

    def _with_gap(self, row: str) -> re.Pattern[str]:
        words = self._any(row)
        return pattern_of(rf"{_START}(?:{words}){self._gap}\Z", words)

    def _with_words(self, row: str, most: int) -> re.Pattern[str]:
        words = self._any(row)
        return pattern_of(rf"{_START}(?:{words}){BLANK}{_TWO_WORDS}{{0,{most}}}\Z", words)

    def _alone(self, row: str) -> re.Pattern[str]:
        words = self._any(row)
        return pattern_of(rf"{_START}(?:{words}){_END}", words)

    def _any(self, *rows: str) -> str:
        return any_of(*rows, said=self._said)


@lru_cache(maxsize=8)
def _sets_of(language: str) -> Sets:
    words = WORDS_BY_LANGUAGE[language]
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


def _set(phrases: str) -> frozenset[str]:
    return frozenset(filter(None, phrases.split("|")))
