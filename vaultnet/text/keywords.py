"""The words of a phrase that say what it is about, by their stems.

keywords("help with grant applications", "en")  ->  {"grant": "grant", "appl": "applications"}

What is left out stands in `plain_words.py`.
"""

from functools import lru_cache

from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.plain_words import PLAIN_WORDS
from vaultnet.text.stem import stem

_WORD = lazy_pattern(r"[^\W_]+")


def keywords(text: str, language: str) -> dict[str, str]:
    """Stem -> the word as it was written, in the order of the text, each stem once; {} where nothing is said."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        known = _stem_of(word, language)
        if known and known not in found:
            found[known] = word
    return found


@lru_cache(maxsize=65_536)
def _stem_of(word: str, language: str) -> str:
    """The stem; "" for a word that says nothing by itself: a plain one, a letter, a number."""
    folded = fold(word)
    if len(folded) == 1 or folded.isdigit() or folded in PLAIN_WORDS.get(language, ()):
        return ""
    return stem(folded, language)
