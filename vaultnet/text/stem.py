"""The stem of a word, so that a person and their trade meet: who needs a proofreader is helped by proofreading.

stem("proofreader", "en")  ->  "proofread"        stem("Übersetzerin", "de")   ->  "ubersetz"
stem("proofreading", "en") ->  "proofread"        stem("Übersetzungen", "de")  ->  "ubersetz"

Rules of our own, not Porter's: his keep a speaker and speaking apart, while here the one who does a thing and the doing
are what is looked for. A stem is no word and is never shown; all it is good for is to be compared.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern

_SHORTEST = 4  # letters of a word that is taken apart
_VOWEL = lazy_pattern("[aeiouy]")
_DOUBLED = lazy_pattern("([b-df-hj-np-tv-z])\\1$")


class _Ending(NamedTuple):
    """A suffix, and how many letters must stay when it is taken off, so that `string` is not the doing of `str`."""

    suffix: str
    stay: int


def _endings(*rows: tuple[int, str]) -> tuple[_Ending, ...]:
    """The longest first: `ical` before `al`."""
    found = (_Ending(suffix, stay) for stay, suffixes in rows for suffix in suffixes.split())
    return tuple(sorted(found, key=lambda ending: (-len(ending.suffix), ending.suffix)))


_ENDINGS: Mapping[str, tuple[_Ending, ...]] = {
    "en": _endings(
        (3, "ing s e"),
        (4, "able ably al ance anc ed ence enc er ful ial ian ic ical ion ist ity ive ly ment ness or ship"),
        (5, "ant at ent y"),
        (7, "ry"),
    ),
    "de": _endings(
        (3, "e em en es ing s"),
        (4, "at ei er ern heit ie ier ig ion isch ismus ist keit lich or schaft sch ung n"),
        (5, "in innen"),
    ),
}
_NO_PLURAL = lazy_pattern("(?:ss|us|is)$")
_PLURAL_OF_Y = lazy_pattern("ies$")


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """The stem of one word, folded; of another language than English and German the folded word."""
    bare = fold(word)
    endings = _ENDINGS.get(language, ())
    if language == "en":
        bare = _PLURAL_OF_Y.sub("y", bare) if len(bare) > _SHORTEST else bare
    while (shorter := _without_ending(bare, endings)) != bare:
        bare = shorter
    bare = _DOUBLED.sub(r"\1", bare)  # runner, running, run
    return f"{bare[:-1]}i" if language == "en" and bare.endswith("y") else bare


def _without_ending(word: str, endings: tuple[_Ending, ...]) -> str:
    if len(word) < _SHORTEST:
        return word
    for suffix, stay in endings:
        rest = word[: -len(suffix)]
        if len(rest) < stay or not word.endswith(suffix) or not _VOWEL.search(rest):
            continue
        if suffix == "s" and _NO_PLURAL.search(word):
            continue
        return rest
    return word
