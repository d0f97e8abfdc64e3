r"""Patterns of phrases, and of only those of them that can stand in a text.

    any_of("with|along with|w/")                                    ->  r"along[ \t]{1,9}with|with|w/"
    any_of("with|along with|w/", said=as_said("Coffee with Ada"))   ->  "with"
    any_of("without", said=as_said("Coffee with Ada"))              ->  NONE

A phrase can stand in a text, or in what is left of one after parts of it are hidden or cut off, only if all of its
words do, be it inside others. To compile a pattern takes as long as its phrases are many: half a millisecond for a
hundred of them.
"""

import re
from typing import Final

from vaultnet.text.lazy_pattern import lazy_pattern

BLANK: Final = r"[ \t]{1,9}"
NONE: Final = "(?!)"  # matches nowhere
_TURKISH: Final = {0x130: "i", 0x131: "i"}  # letters that a pattern takes for an i, if it ignores case
_NEVER: Final = lazy_pattern(NONE)


def as_said(text: str) -> str:
    """A text without regard to case, as patterns compare it."""
    return (text if text.isascii() else text.translate(_TURKISH)).casefold()


def can_stand(phrase: str, said: str) -> bool:
    """Whether all words of a phrase are somewhere in a text; both as patterns compare them."""
    return phrase in said or (" " in phrase and all(word in said for word in phrase.split(" ")))


def any_of(*rows: str, said: str | None = None) -> str:
    """A pattern of any of the phrases, which `|` separates, the longest first; of those that can stand in `said`, where
    that is given. NONE where there is none.
    """
    each = {phrase for row in rows for phrase in row.split("|") if phrase}
    if said is not None:
        each = {phrase for phrase in each if can_stand(phrase.casefold(), said)}
    longest_first = sorted(each, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(BLANK.join(map(re.escape, phrase.split(" "))) for phrase in longest_first) or NONE


def pattern_of(source: str, needed: str = "", flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Whatever the case; the pattern that never matches where that of the phrases which it needs is NONE."""
    return _NEVER if NONE in {source, needed} else lazy_pattern(source, flags)
