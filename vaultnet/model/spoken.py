r"""Which of ten thousand names a sentence can mean: those that share a word with it.

spoken_words("coffee with Ada Müller")  ->  frozenset({"coffee", "with", "ada", "muller", "mueller"})
find_spoken("ada lovelace\nada@x.example\ngrace hopper", {"ada"})  ->  {"ada lovelace", "ada@x.example"}

Taking each name apart takes a third of the time that writing a line into a note does; looking a few words up in one
long text does not. What is found may be more than what is meant: the sentence is read as ever, with fewer names.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product

from vaultnet.model.who import plain_words
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_WORD = lazy_pattern(r"[^\W_]+")
_SPELLED_UMLAUT = lazy_pattern("([aou])e")
_MOST_UMLAUTS = 3  # in one word: each may be written out, or be no umlaut at all
# Links, quotations and addresses of the web are hidden when names are sought, and what is glued to them is a word then.
_HIDING = ("[", "]", '"', "“", "”", "„", "`", "://", "www.")


def spelled_out(text: str) -> str:
    """Müller as Mueller, whose letters have no dots."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_UMLAUTS)


def spoken_words(sentence: str) -> frozenset[str] | None:
    """Every word of a sentence as names have it, folded; None for a sentence in which any name may be meant."""
    if any(sign in sentence for sign in _HIDING):
        return None
    raw = _WORD.findall(sentence)
    words = {*map(fold, raw), *(fold(spelled_out(word)) for word in raw), *plain_words(sentence).split()}
    if any(len(_SPELLED_UMLAUT.findall(word)) > _MOST_UMLAUTS for word in words):
        return None
    return frozenset(undotted for word in words for undotted in _undotted(word))


def find_spoken(keys: str, words: Iterable[str]) -> set[str]:
    """The keys, one a line, in which one of the words stands as a whole word."""
    ends = (at for word in words for at in _places(keys, word))
    return {keys[keys.rfind("\n", 0, end) + 1 : _line_end(keys, end)] for end in ends}


def _undotted(word: str) -> Iterator[str]:
    """`mueller` -> `mueller`, `muller`: names are kept without their dots, and with the letters that stand for them."""
    parts = _SPELLED_UMLAUT.split(word)
    letters = [(f"{letter}e", letter) for letter in parts[1::2]]
    for chosen in product(*letters):
        yield "".join(part + letter for part, letter in zip(parts[::2], (*chosen, ""), strict=True))


def _places(keys: str, word: str) -> Iterator[int]:
    """Where the word ends, or begins if it is one letter: those are everywhere, a pattern passes over them faster."""
    if len(word) == 1:
        yield from (found.start() for found in re.finditer(rf"{word}(?<![^\W_].)(?![^\W_])", keys, re.DOTALL))
        return
    start = keys.find(word)
    while start >= 0:
        end = start + len(word)
        if not (keys[start - 1 : start].isalnum() or keys[end : end + 1].isalnum()):
            yield end
        start = keys.find(word, end)


def _line_end(keys: str, at: int) -> int:
    end = keys.find("\n", at)
    return end if end >= 0 else len(keys)
