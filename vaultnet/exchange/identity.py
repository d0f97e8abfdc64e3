"""What tells that two records mean one person: keys that are equal however the values were written.

linkedin_key("https://www.linkedin.com/in/Ada-Ex%C3%A4mple/?trk=x")  ->  "ada-exämple"
email_key("Ada <ADA@Example.com>")                                   ->  "ada@example.com"
phone_key("(0)30 123 456", "DE")                                     ->  "+4930123456"
name_key("Dr. Lovelace, Ada, PhD")                                   ->  "ada lovelace"
"""

import re
from functools import cache
from urllib.parse import unquote

from vaultnet.text.fold import fold

_IN = re.compile(r"(?:^|/)(?:in|pub)/([^/?#]+)", re.IGNORECASE)
_BARE_SLUG = re.compile(r"[\w%-]{3,100}")
_NO_ADDRESS = r"\s<>,;()\[\]\"'@"
_SCHEME = "mailto:"
_ADDRESS = re.compile(rf"(?<![^{_NO_ADDRESS}])[^{_NO_ADDRESS}]++@[^{_NO_ADDRESS}]++")
_TELLING_DIGITS = 7  # fewer are a short number or an extension, which many people have
# Folded, without dots: what stands before or behind a name and says nothing about whose it is.
TITLES = frozenset({
    "dr", "prof", "professor", "mag", "ing", "dipl", "ddr", "mr", "mrs", "ms", "mx", "sir", "dame", "herr", "frau",
    "rev", "fr",
})  # fmt: skip
CREDENTIALS = frozenset({
    "phd", "md", "mba", "msc", "ma", "ba", "bsc", "bba", "mag", "fh", "jd", "esq", "cpa", "cfa", "frm", "pmp", "cissp",
    "pe", "rn", "dphil", "edd", "llm", "llb", "mph", "mpa", "aca", "acca", "fia", "fsa", "asa", "jr", "sr", "ii",
    "iii", "iv", "he", "him", "she", "her", "they", "them",
})  # fmt: skip
SURNAMES_TOO = frozenset(
    {"ma", "ba", "he", "her", "pe", "mag", "ing"}
)  # Jack Ma, He Pe: only behind a comma a credential
_PARENTHESES = re.compile(r"\([^()]{0,60}\)")
_NO_LETTER = re.compile(r"[^\w\s,'’-]+")


@cache
def linkedin_key(url: str) -> str:
    """The slug behind `/in/`, percent-decoded and folded to lower case; "" for another address."""
    found = _IN.search(url)
    if found:
        return unquote(found[1]).strip().lower()
    return url.strip().lower() if _BARE_SLUG.fullmatch(url.strip()) and "." not in url else ""


def email_key(text: str) -> str:
    """The address in lower case, out of `Ada <ada@example.com>` and `mailto:` too; "" where there is none.

    Signs that nobody sees are no part of it, as in every other value (`cleaning`).
    """
    if not text.isprintable():
        text = "".join(char for char in text if char.isprintable() or char.isspace())
    found = _ADDRESS.search(text[len(_SCHEME) :] if text[: len(_SCHEME)].lower() == _SCHEME else text)
    return found[0].lower().rstrip(".") if found else ""


@cache
def phone_key(text: str, country: str = "") -> str:
    """The number in E.164 by the rules of a country (ISO code, "" for none): digits alone tell nobody apart abroad.

    A number that those rules cannot place keeps its digits; "" where there are too few to tell anybody by.
    """
    import phonenumbers  # noqa: PLC0415  (only an import needs it)

    bare = text.strip().removeprefix("tel:").partition(";")[0]
    digits = "".join(char for char in bare if char.isdigit())
    if len(digits) < _TELLING_DIGITS:
        return ""
    try:
        number = phonenumbers.parse(bare, country.upper() or None)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


@cache
def name_key(name: str) -> str:
    """A name as it is compared: folded, titles, credentials and signs left out, "Last, First" turned round."""
    bare = _NO_LETTER.sub(" ", _PARENTHESES.sub(" ", fold(name)).replace(".", " "))
    first, *others = (_telling_words(part) for part in bare.split(","))
    parts = [first, *(words for words in others if not CREDENTIALS.issuperset(words))]
    if len(parts) == 2:  # noqa: PLR2004  (Last, First)
        parts.reverse()
    return " ".join(word for words in parts for word in words)


def _telling_words(part: str) -> list[str]:
    words = part.split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in CREDENTIALS - SURNAMES_TOO:
        words = words[:-1]
    return words


def shares_a_name(one: str, other: str) -> bool:
    """Whether two names could be one person's: a word in common, or initials that fit."""
    left, right = set(name_key(one).split()), set(name_key(other).split())
    if not left or not right or left & right:
        return True
    return any(a[0] == b[0] and 1 in {len(a), len(b)} for a in left for b in right)
