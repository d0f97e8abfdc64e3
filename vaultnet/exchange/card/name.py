"""Whose card it is: a line that looks like a name, before all one that the e-mail address agrees with.

read_name("Dr. Ada EXAMPLE, CFA (she/her)")        ->  CardName("Ada Example", around="Dr., CFA, she/her")
agrees("Ada Example", "a.example@acme.example")    ->  True
"""

import re
from typing import NamedTuple

from vaultnet.text.fold import fold

_TITLE = re.compile(
    r"(?:(?:univ\.?-?|ao\.?|em\.?|hon\.?-?)?"
    r"(?:prof|dr|mag|ing|dipl|ddr|mmag|lic|phd|ir|drs|mr|mrs|ms|mx|sir|dame|herr|frau|hr|fr|ra|rain|stb)"
    r"(?:\.-\w{2,8}\.?|\.(?: ?(?:med|jur|rer|phil|ing|nat|pol|oec|h|c|iur|techn|sc|habil|dent|vet|hum)\.?){0,4})?"
    r"|professor(?:in)?|dipl\.-\w{2,10}\.?)(?:\s\(fh\)|\s\(univ\.?\))?\s+",
    re.IGNORECASE,
)
_POWER = re.compile(r"(?:i\. ?[av]\.|ppa\.?)\s+", re.IGNORECASE)  # signs for somebody else
_BRACKETS = re.compile(r" ?[(\[]([^()\[\]]{1,40})[)\]]")
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Za-z.()-]*[A-Z.)][A-Za-z.()]*|Jr\.?|Sr\.?|M\.?Sc\.?|B\.?Sc\.?|she/her|he/him|they/them)"
    r"(?: \([A-Za-z]+\))?"
)
_DEGREE = re.compile(r"(?:[A-Z]\.?){2,5}|PhD|MSc|BSc|Ph\.D\.|Jr\.?")  # behind a name, without a comma
_PART = r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{1,4}}")
_PARTICLES = frozenset({
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn",
    "zu", "zur", "vom", "ten", "ter", "y", "e", "af", "av", "st",
})  # fmt: skip
_FEWEST_WORDS = 2  # of a name
_SHORTEST = 3  # letters of a name that are enough to agree


class CardName(NamedTuple):
    """`around` is what stood with the name: titles, degrees, pronouns."""

    name: str
    around: str = ""


def read_name(text: str) -> CardName | None:
    """The name that a line is, None for a line that is none."""
    around: list[str] = []
    bare = text.strip(" ,;-–")
    titles: list[str] = []
    if power := _POWER.match(bare):
        titles.append(power[0].strip())
        bare = bare[power.end() :]
    while found_title := _TITLE.match(bare):
        titles.append(found_title[0].strip())
        bare = bare[found_title.end() :]
    around += (found[1] for found in _BRACKETS.finditer(bare))
    bare = _BRACKETS.sub("", bare)
    bare, *behind = (part.strip() for part in bare.split(","))
    if not all(_CREDENTIAL.fullmatch(part) for part in behind):
        return None
    words = bare.split()
    while len(words) > _FEWEST_WORDS and _DEGREE.fullmatch(words[-1]) and not bare.isupper():
        behind.insert(0, words.pop())
    if not _NAME.fullmatch(" ".join(words)) or not all(_is_capital(word) for word in words):
        return None
    return CardName(" ".join(map(_as_written, words)), ", ".join((*titles, *behind, *around)))


def agrees(name: str, email: str) -> bool:
    """Whether an address is made of a name: `ada.example@`, `aexample@`, `ada@`, `example.a@`, `ae@`."""
    local = re.sub(r"[^a-z]+", " ", fold(email.partition("@")[0])).strip()
    words = re.sub(r"[^a-z ]+", " ", _latin(fold(name))).split()
    if not local or not words:
        return False
    joined, initials = local.replace(" ", ""), "".join(word[0] for word in words)
    return (
        any(word in local.split() or (len(word) > _SHORTEST and word in joined) for word in words)
        or joined == initials
        or (len(joined) > _SHORTEST and any(joined in {words[0][0] + word, word + words[0][0]} for word in words[1:]))
    )


def _latin(text: str) -> str:
    return text.replace("ß", "ss").replace("ø", "o").replace("æ", "ae").replace("ł", "l")


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word.lower() in _PARTICLES or word.lower().startswith(("d'", "d’"))


def _as_written(word: str) -> str:
    """`ADA` and `EXAMPLE` as people are written; `McDonald` and `J.` stay."""
    if not word.isupper() or len(word) < _SHORTEST or "." in word:
        return word
    return word.title()
