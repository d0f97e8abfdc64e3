"""Which of many phrases answer which, by the words they have in common: a rare word says more than a common one (P4).

needs "a proofreader for letters in German", offers "proofreading in German and Polish"  ->  proofreader, German
needs "a reviewer for a drought paper",      offers "a workshop on making paper"         ->  nothing: one word, and
                                                                                             each is about more
needs "a hydrologist for the team",          knows "hydrology"                           ->  hydrologist: all they know

Words count by their rarity among all phrases, as in any search engine: log(1 + N / n) of N phrases for a word that
stands in n of them (inverse document frequency; K. Sparck Jones, 1972). Two phrases meet where what they share is at
least half of one of them; by a single word, where it is all of one of them or more than half of both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log
from typing import NamedTuple

from vaultnet.text.compound import split_compound
from vaultnet.text.keywords import keywords

_HALF = 0.5
_ALL = 1.0
_COMMON = 50  # answers: a word that more have says nothing by itself


class Met(NamedTuple):
    """`words` are those of the asking phrase that met, as written there, `of` how many it has; `weight` only puts
    answers in order.
    """

    number: int
    words: tuple[str, ...]
    of: int
    weight: float


class Vocabulary:
    """How the phrases of one vault are read: its language, the words that its settings say mean the same, and the
    compounds whose parts are words of the vault.
    """

    def __init__(self, language: str, synonyms: Iterable[Sequence[str]] = (), texts: Iterable[str] = ()) -> None:
        self._language = language
        self._stems = {word for text in texts for word in keywords(text, language)} if language == "de" else set[str]()
        self._read: dict[str, dict[str, str]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._canonical = dict[str, str]()
        for group in synonyms:
            words = [word for text in group for word in keywords(text, language)]
            self._canonical.update(dict.fromkeys(words, words[0]) if words else {})

    def read(self, text: str) -> dict[str, str]:
        """Stem -> the word as written; synonyms under one stem, a compound under those of its parts."""
        if text not in self._read:
            words = keywords(text, self._language)
            self._read[text] = self._understood(words) if self._stems or self._canonical else words
        return self._read[text]

    def _understood(self, words: Mapping[str, str]) -> dict[str, str]:
        understood: dict[str, str] = {}
        for word, written in words.items():
            if word not in self._parts:
                self._parts[word] = split_compound(written, self._language, self._stems) or (word,)
            for part in self._parts[word]:
                understood.setdefault(self._canonical.get(part, part), written)
        return understood


class PhraseIndex:
    """An inverted index over phrases: asked, it looks only at those that share a word."""

    def __init__(self, answers: Sequence[str], others: Iterable[str], vocabulary: Vocabulary) -> None:
        """`answers` are found, by their number; `others` are only counted, for how rare a word is."""
        self._read = vocabulary.read
        read = [frozenset(self._read(text)) for text in answers]
        counts = Counter(word for words in read for word in words)
        number = len(read)
        for text in others:
            counts.update(self._read(text).keys())
            number += 1
        self._weight_by_word = {word: log(1 + number / count) for word, count in counts.items()}
        self._numbers_by_word: dict[str, list[int]] = {}
        for at, words in enumerate(read):
            for word in words:
                self._numbers_by_word.setdefault(word, []).append(at)
        self._rarest = log(1 + number)  # of a word that no phrase has
        self._answers = [(words, fsum(self._weight_by_word[word] for word in words)) for words in read]

    def find(self, text: str) -> list[Met]:
        """The answers that meet a text, the strongest first, then in the order in which they were given."""
        asked = self._read(text)
        weights = [(word, self._weight_by_word.get(word, self._rarest)) for word in asked]
        whole = fsum(weight for _, weight in weights)
        found = []
        for number in {number for word in asked for number in self._numbers_of(word)}:
            answer, other = self._answers[number]
            words = [word for word in asked if word in answer]
            met = fsum(self._weight_by_word[word] for word in words)
            if _is_enough(len(words), met / whole, met / other):
                found.append((met * met / min(whole, other), number, words))
        found.sort(key=lambda one: (-one[0], one[1]))
        return [
            Met(number, tuple(asked[word] for word in words), len(asked), weight) for weight, number, words in found
        ]

    def _numbers_of(self, word: str) -> Sequence[int]:
        """The answers with a word; nobody is proposed for what so many can do, unless a rarer word says so, too."""
        numbers = self._numbers_by_word.get(word, ())
        return numbers if len(numbers) <= _COMMON else ()


def _is_enough(count: int, of_asked: float, of_answer: float) -> bool:
    if count > 1:
        return max(of_asked, of_answer) >= _HALF
    return max(of_asked, of_answer) >= _ALL or min(of_asked, of_answer) > _HALF
