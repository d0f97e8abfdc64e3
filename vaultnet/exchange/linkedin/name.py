"""The name of a member, out of what they wrote into the two fields for it.

clean_name("Dr. Ann", "Lee, PhD (she/her)")  ->  CleanName("Ann Lee", "Ann", "Lee", cut="Dr. Ann Lee, PhD (she/her)")
clean_name("Jack", "Ma")                     ->  CleanName("Jack Ma", "Jack", "Ma", cut="")

What is cut is not lost: the name as it stood goes to the notes. Two letters that are a surname as well as a degree are
a degree only in capitals.
"""

import re
import unicodedata
from typing import NamedTuple

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.identity import CREDENTIALS, SURNAMES_TOO, TITLES
from vaultnet.text.fold import fold

_BRACKETED = re.compile(r"[(\[{（【][^()\[\]{}（）【】]{0,80}[)\]}）】]")
_REST = re.compile(r"[|•·│➤►⚡~]|\s[-–—/]\s")  # what stands behind it is a headline
_SIGNS = frozenset({"So", "Sk", "Cs", "Co", "Cn", "Cf"})
_PRONOUNS = re.compile(r"(?:she|her|hers|he|him|his|they|them|theirs|sie|ihr|er|ihm)(?:/\w{2,6}){1,2}", re.IGNORECASE)
_GENERATIONS = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}


class CleanName(NamedTuple):
    """`cut` is the name as it was written, "" where nothing was taken from it; all are "" for somebody without one."""

    name: str
    first: str
    last: str
    cut: str


def clean_name(first: str, last: str) -> CleanName:
    """A field that is nothing but titles and signs stays as it is: it is all there is to call somebody by."""
    said = " ".join(filter(None, (clean(first), clean(last))))
    one, other = _clean_part(clean(first)), _clean_part(clean(last))
    words = [*one, *other]
    bare = _without_titles(words)
    given = [word for word in bare if word in one][: len(one)]
    family = bare[len(given) :]
    name = " ".join(bare)
    if not any(char.isalnum() for char in name):
        return CleanName(said, clean(first), clean(last), "") if any(map(str.isalnum, said)) else CleanName(*[""] * 4)
    return CleanName(name, " ".join(given), " ".join(family), said if said != name else "")


def _clean_part(text: str) -> list[str]:
    """The words of one field up to where something other than a name begins."""
    text = _REST.split(_BRACKETED.sub(" ", text))[0]
    text = "".join(" " if unicodedata.category(char) in _SIGNS or char in "\ufe0f\u20e3" else char for char in text)
    name, *degrees = text.split(",")
    generation = next((_GENERATIONS[key] for part in degrees if (key := _key(part)) in _GENERATIONS), "")
    words = [word for word in name.split() if not _PRONOUNS.fullmatch(word.strip("()"))]
    return [*words, generation] if generation else words


def _without_titles(words: list[str]) -> list[str]:
    is_shouted = all(word.isupper() for word in words)
    start, end = 0, len(words)
    while end - start > 1 and _key(words[start]) in TITLES - SURNAMES_TOO:
        start += 1
    while end - start > 1 and _is_degree(words[end - 1], is_shouted=is_shouted):
        end -= 1
    return words[start:end]


def _is_degree(word: str, *, is_shouted: bool) -> bool:
    key = _key(word)
    if key in _GENERATIONS:
        return False
    if key in CREDENTIALS and len(key) > 2 and key not in SURNAMES_TOO:  # noqa: PLR2004  (`md` may be Mohammed)
        return True
    return key in CREDENTIALS and word.isupper() and not is_shouted


def _key(word: str) -> str:
    return fold(word).replace(".", "").strip()
