"""How somebody is reached, as a card says it: addresses, sites and numbers, each taken out of its line.

take_reach(("T: +49 (0)30 123 456 | F: +49 30 123 457", "ada@example.com"), "DE")
->  Reach(email=["ada@example.com"], phone=["+49 30 123456"], fax=["+49 30 123457"]), ("", "")      nothing is left over
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vaultnet.dataclass import dataclass, field

if TYPE_CHECKING:
    from phonenumbers import PhoneNumberMatch

_EMAIL = re.compile(r"[\w.+'-]{1,64}(?:@|\s?(?:\[at\]|\(at\))\s?)(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}", re.IGNORECASE)
_MAILTO = re.compile(r"[<\[(]?mailto:[^>\s\])]{0,200}[>\])]?(?=\s|$)", re.IGNORECASE)  # behind the address itself
_AT = re.compile(r"\s?(?:\[at\]|\(at\))\s?", re.IGNORECASE)
_SITE = re.compile(
    r"(?<![\w@.])(?:https?://[^\s|<>\"]{3,300}|(?:www\.|(?:[a-z]{2,3}\.)?linkedin\.com/)[^\s|<>\"]{2,300}"
    r"|(?:[a-z0-9-]{2,63}\.){1,3}(?:com|org|net|eu|de|at|ch|nl|io|ai|co\.uk|uk|fr|info|be|edu|example)"
    r"(?:/[^\s|<>\"]{0,200})?)(?![\w@])",
    re.IGNORECASE,
)
_LINKEDIN = re.compile(r"linkedin\.com/(?:in|pub)/", re.IGNORECASE)
_LABELS = """
    phone telephone telefon tel tél fon mobile mobil handy cell direct line durchwahl dw office büro buero home work
    privat geschäftlich zentrale main switchboard call e mail email mails emails web website internet homepage url
    linkedin fax telefax facsimile fx t m p c d f h w o nr no dir mob ph mobiltelefon kontakt contact und and oder or
    whatsapp signal ext my profile connect on with me at page via
"""
_LABEL_WORDS = frozenset(_LABELS.split())
_ANY_LABEL = "|".join(sorted(_LABEL_WORDS, key=lambda word: (-len(word), word)))
_LABEL = re.compile(rf"(?<!\w)(?:{_ANY_LABEL})[^\w+]{{0,6}}$", re.IGNORECASE)
_FAX = re.compile(r"(?:\bfax|telefax|facsimile|\bfx\b|(?:^|[\s|,;·•/(])f\s?[.:)])[^+\d]{0,12}$", re.IGNORECASE)
_FAX_BEHIND = re.compile(r"\s{0,3}[(\[]?\s?(?:fax|telefax|facsimile|f)\b", re.IGNORECASE)
_EXTENSION = re.compile(r" ?[-–] ?\d{1,4}(?![\d/.-])")  # `123 45 - 67`: behind a dash the number at the desk
_ZONES = {
    "de": "DE", "at": "AT", "ch": "CH", "nl": "NL", "uk": "GB", "fr": "FR", "be": "BE", "it": "IT", "es": "ES",
    "pl": "PL", "us": "US", "ie": "IE", "au": "AU", "ca": "CA", "se": "SE", "no": "NO", "dk": "DK", "pt": "PT",
    "in": "IN",
}  # fmt: skip
_AMERICAN = re.compile(r"(?:\(?\d{3}\) ?|\d{3}[ .-]{1,2})\d{3}[ .-]\d{4}(?!\d)")
_ABROAD = re.compile(r"(?<![\d+.,/-])00(?=[1-9]\d[\d /().-]{6,20})")
_FEWEST_DIGITS = 6  # of a number to call
_TELLING = 7  # characters that make a number of one that begins with a zero
_LONGEST_LINE = 300  # characters; more is prose, and takes long to look for numbers in
_ANY = "ZZ"  # only numbers with their country's prefix


@dataclass(slots=True)
class Reach:
    """Values in the order of the card. Numbers abroad in the international form, others as they are written."""

    email: list[str] = field(default_factory=list)
    phone: list[str] = field(default_factory=list)
    fax: list[str] = field(default_factory=list)
    website: list[str] = field(default_factory=list)
    linkedin: str = ""


def take_reach(lines: Sequence[str], country: str) -> tuple[Reach, tuple[str, ...]]:
    """What was found, and the lines without it, "" for those that held nothing else."""
    reach = Reach()
    bare = [_take_sites(_take_emails(line, reach), reach) for line in lines]
    region = next(filter(None, (_zone(address) for address in (*reach.email, *reach.website))), "") or country or _ANY
    return reach, tuple(_take_phones(line, region, reach) for line in bare)


def _take_emails(line: str, reach: Reach) -> str:
    line = _MAILTO.sub(" ", line)
    for found in _EMAIL.finditer(line):
        address = _AT.sub("@", found[0]).strip(".'").lower()
        if address not in reach.email:
            reach.email.append(address)
    return _EMAIL.sub(" ", line)


def _take_sites(line: str, reach: Reach) -> str:
    for found in _SITE.finditer(line):
        url = found[0].rstrip(".,;:)>")
        if _LINKEDIN.search(url):
            reach.linkedin = reach.linkedin or url
        elif url not in reach.website:
            reach.website.append(url)
    return _SITE.sub(" ", line)


def _take_phones(line: str, region: str, reach: Reach) -> str:
    """Numbers by the rules of their country, fax numbers apart; then the labels that nothing stands behind any more."""
    digits = sum(char.isdigit() for char in line)
    if digits < _FEWEST_DIGITS or len(line) > _LONGEST_LINE:
        return _without_labels(line)
    import phonenumbers  # noqa: PLC0415  (only an import needs it)

    line = _ABROAD.sub("+", line)
    place, rest = 0, ""
    for found in phonenumbers.PhoneNumberMatcher(line, region, leniency=phonenumbers.Leniency.POSSIBLE):
        if not _is_number(line, found):
            continue
        tail = _EXTENSION.match(line, found.end) if found.start >= place else None
        end = tail.end() if tail else found.end
        is_fax = _FAX.search(line[place : found.start]) or _FAX_BEHIND.match(line[end:])
        kept = reach.fax if is_fax else reach.phone
        number = _written(found) + (tail[0].replace(" ", "") if tail else "")
        if number not in kept:
            kept.append(number)
        rest += line[place : found.start] + " "
        place = end
    return _without_labels(rest + line[place:])


def _is_number(line: str, found: "PhoneNumberMatch") -> bool:
    """A postcode with the number of a house, or a year, is possible as a number, and is none."""
    raw = found.raw_string
    if raw.startswith(("+", "00", "(0", "(+")):
        return True
    if raw.startswith("0") and len(raw) >= _TELLING:
        return True
    return bool(_LABEL.search(line[: found.start])) or bool(_AMERICAN.match(raw))


def _written(found: "PhoneNumberMatch") -> str:
    """A number with its country's prefix in the international form; any other as it stands."""
    import phonenumbers  # noqa: PLC0415  (only an import needs it)

    if not found.raw_string.lstrip("(").startswith(("+", "00")):
        return " ".join(found.raw_string.split())
    return str(phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _without_labels(part: str) -> str:
    """The part, or "" where it is nothing but labels whose values were taken."""
    is_empty = _LABEL_WORDS.issuperset(re.findall(r"[^\W\d_]+", part.lower())) and not re.search(r"\d{3}", part)
    return "" if is_empty else " ".join(part.split()).strip(" ,;/-–<>:")


def _zone(address: str) -> str:
    host = re.sub(r"^(?:[^@]*@|https?://)", "", address).partition("/")[0]
    return _ZONES.get(host.rpartition(".")[2], "")
