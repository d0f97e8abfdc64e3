"""Phrases that the advice looks for: words in a row, as a person says them, found in the words of one sentence.

"mine:ask|asked ~4 for a|any ~2 job"   stands in   "Asked her for a new job."
                                       not in      "He asked me for a job.", nor "I did not ask for a job."

A word of a phrase is one of several (`a|any`), any at all (`_`), or a beginning (`recommend*`). `~4` passes over up to
four words; `^` and `$` are the ends of a sentence; `?of` may be left out; `-share|title` says which words may not come
next, `!mich|hat` which may stand nowhere in the sentence; `mine:` that I am who does it. Words are compared folded.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from vaultnet.text.fold import fold

_WORD = re.compile(r"[^\W_]++(?>(?:['-][^\W_]++)*)|[.!?;:·—–|\n]|,")
_ENDS = frozenset(".!?;:·—–|\n")
_NEGATIONS = frozenset(
    (
        "not", "never", "no", "without", "cannot", "neither", "nor", "instead",
        "nicht", "nie", "niemals", "ohne", "kein", "keine", "keinen", "keinem", "keiner", "keinesfalls", "statt",
    )
)  # fmt: skip
_NEAR = 4  # words before a phrase in which a negation turns it round
_ME_AS_OBJECT = frozenset({"me", "us", "mich", "uns"})  # "asked me for a job": somebody else did
_MINE = frozenset({"i", "i've", "and", "then", "also", "again", "just", "finally", "have", "had", "even", "we", "ich"})
_FIRST_PERSON = frozenset({"i", "i'd", "i'm", "i've", "i'll", "ich"})
_WROTE = frozenset({"emailed", "e-mailed", "mailed", "wrote", "called", "phoned", "rang", "messaged", "texted"})
_LEAD_IN = 5  # words before "to ask" in which to look for who wants to


class Sentence(NamedTuple):
    """The folded words of a sentence; `opens` tells of each whether a comma or the beginning stands before it."""

    words: tuple[str, ...]
    opens: tuple[bool, ...]


class _Slot(NamedTuple):
    """What may stand at one place: `what` is word, any, maybe, gap, start, end, not or absent."""

    what: str
    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    most: int = 0
    is_mine: bool = False


Phrase = tuple[_Slot, ...]


class Phrases(NamedTuple):
    """`needed`: of each of these sets a word stands in every sentence that has the phrase in it; `numbers`: a word of
    the last of them -> the phrases. Most sentences are done with by these two.
    """

    phrases: tuple[Phrase, ...]
    needed: tuple[tuple[frozenset[str], ...], ...]
    numbers: Mapping[str, tuple[int, ...]]


_BY_SIGN = {"-": "not", "?": "maybe", "!": "absent"}


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, which has no quotations and no code in it any more; a colon ends one too."""
    found: list[Sentence] = []
    words: list[str] = []
    opens: list[bool] = []
    is_open = True
    for match in _WORD.finditer(fold_lines(text)):
        sign = match[0]
        if sign in _ENDS:
            if words:
                found.append(Sentence(tuple(words), tuple(opens)))
            words, opens, is_open = [], [], True
        elif sign == ",":
            is_open = True
        else:
            words.append(sign)
            opens.append(is_open)
            is_open = False
    return (*found, Sentence(tuple(words), tuple(opens))) if words else tuple(found)


def fold_lines(text: str) -> str:
    """Folded, with its line ends kept and one kind of apostrophe."""
    return "\n".join(fold(line) for line in text.replace("’", "'").split("\n"))


@lru_cache(maxsize=16)
def compile_phrases(lines: str) -> Phrases:
    """One phrase a line, by the last of its words: "job" is rarer than "asked"."""
    phrases = tuple(tuple(_slot(part) for part in line.split()) for line in lines.strip().split("\n"))
    needed = tuple(
        tuple(slot.words for slot in phrase if slot.what == "word" and not slot.beginnings) for phrase in phrases
    )
    numbers: dict[str, tuple[int, ...]] = {}
    for number, sets in enumerate(needed):
        for word in sets[-1]:
            numbers[word] = (*numbers.get(word, ()), number)
    return Phrases(phrases, needed, numbers)


def _slot(part: str) -> _Slot:
    if part in {"^", "$", "_"}:
        return _Slot({"^": "start", "$": "end", "_": "any"}[part])
    if part[0] == "~":
        return _Slot("gap", most=int(part[1:]))
    is_mine = part.startswith("mine:")
    what = _BY_SIGN.get(part[0], "word")
    words = [fold(word) for word in part.removeprefix("mine:").lstrip("-?!").split("|")]
    whole = frozenset(word for word in words if not word.endswith("*"))
    beginnings = tuple(word[:-1] for word in words if word.endswith("*"))
    return _Slot(what, whole, beginnings, is_mine=is_mine)


def find_phrase(phrases: Phrases, sentence: Sentence) -> bool:
    """Whether one of the phrases stands in the sentence, and is not negated."""
    words = set(sentence.words)
    near = {number for word in words for number in phrases.numbers.get(word, ())}
    return any(
        _stands_in(phrases.phrases[number], sentence)
        for number in sorted(near)
        if not any(needed.isdisjoint(words) for needed in phrases.needed[number])
    )


def _stands_in(phrase: Phrase, sentence: Sentence) -> bool:
    for start in range(len(sentence.words)):
        end = _match(phrase, 0, sentence, start)
        if end >= 0 and not _is_negated(sentence.words, start, end):
            return True
    return False


def _match(phrase: Phrase, number: int, sentence: Sentence, at: int) -> int:
    """Where the rest of the phrase ends that begins at a word; -1 where it does not stand there."""
    if number == len(phrase):
        return at
    slot, words = phrase[number], sentence.words
    if slot.what == "gap":
        return _match_behind_gap(phrase, number, sentence, at)
    if slot.what == "maybe" and at < len(words) and _is_one_of(slot, words[at]):
        end = _match(phrase, number + 1, sentence, at + 1)
        if end >= 0:
            return end
    if slot.what in {"start", "end", "not", "maybe", "absent"}:
        return _match(phrase, number + 1, sentence, at) if _holds(slot, words, at) else -1
    if at >= len(words) or not (slot.what == "any" or _is_one_of(slot, words[at])):
        return -1
    if slot.is_mine and not _is_mine(sentence, at):
        return -1
    return _match(phrase, number + 1, sentence, at + 1)


def _match_behind_gap(phrase: Phrase, number: int, sentence: Sentence, at: int) -> int:
    """The shortest gap behind which the rest stands; nobody passes over "me": then somebody else is who asks."""
    for length in range(phrase[number].most + 1):
        passed = sentence.words[at : at + length]
        if len(passed) < length or (passed and passed[-1] in _ME_AS_OBJECT):
            return -1
        end = _match(phrase, number + 1, sentence, at + length)
        if end >= 0:
            return end
    return -1


def _holds(slot: _Slot, words: Sequence[str], at: int) -> bool:
    if slot.what == "absent":
        return not any(_is_one_of(slot, word) for word in words)
    if slot.what == "maybe":
        return True
    if slot.what == "not":
        return at >= len(words) or not _is_one_of(slot, words[at])
    return at == (0 if slot.what == "start" else len(words))


def _is_one_of(slot: _Slot, word: str) -> bool:
    return word in slot.words or any(word.startswith(beginning) for beginning in slot.beginnings)


def _is_mine(sentence: Sentence, at: int) -> bool:
    """Whether I am the one: nobody else stands before the word."""
    if sentence.opens[at]:
        return True
    before = sentence.words[at - 1]
    if before in {"to", "zu"}:
        lead_in = sentence.words[max(at - _LEAD_IN, 0) : at]
        return not _FIRST_PERSON.isdisjoint(lead_in) or sentence.words[0] in _WROTE
    return before in _MINE


def _is_negated(words: Sequence[str], start: int, end: int) -> bool:
    return any(word in _NEGATIONS or word.endswith("n't") for word in words[max(start - _NEAR, 0) : end])
