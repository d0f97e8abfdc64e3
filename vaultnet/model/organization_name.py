"""The name of an organization as people write it: whether two writings mean the same one, and how surely.

normalise_name("The Café Noir B.V.")                  ->  "cafe noir"
match_names("Tidemark Risk", "tidemark risk")         ->  "exact"        case, accents and blanks aside
match_names("Tidemark Risk B.V.", "Tidemark Risk")    ->  "normalised"   legal form, "The" and punctuation aside
match_names("Tidemark", "Tidemark Risk")              ->  "similar"      a guess: never to be used without saying so
match_names("Corvane Analytics", "Corvane Re")        ->  ""
"""

from functools import lru_cache

from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.nearest import edit_distance

EXACT, NORMALISED, SIMILAR = "exact", "normalised", "similar"  # how surely two names mean one organization

# Folded, without their dots; what stands behind a name in any of them says nothing about which one is meant.
_LEGAL_FORMS = frozenset(
    fold(form)
    for form in """
    AB|AG|Aktiengesellschaft|ANS|ApS|AS|A S|ASA|ASBL|BV|BVBA|Co|Company|Corp|Corporation|CV|doo|EEIG|eG|eGen|EIRL|eU|eV
    e V|GbR|Ges mbH|Gesellschaft mbH|GesmbH|gGmbH|GmbH|HB|hf|Inc|Incorporated|Kft|KG|KGaA|KK|KS|Lda|Limitada|Limited
    LLC|LLP|LP|Ltd|Ltda|mbH|NV|Nyrt|OG|OHG|OU|Oy|Oyj|PLC|Pte|Pty|Pvt|SA|SARL|SAS|SASU|SCE|SCRL|SE|SGPS|SIA|SL|SLU|SNC
    Sp z oo|Sp zoo|SpA|SRL|sro|Stichting|UAB|UG|UG haftungsbeschränkt|VOF|VZW|Zrt
    """.replace("\n", "|").split("|")
    if form.strip()
)
_LONGEST_FORM = 3  # words
# Words that many organizations have in their names: one that is nothing else tells nobody apart.
_COMMON = frozenset({
    "academy", "agency", "and", "associates", "association", "bank", "capital", "center", "centre", "city", "college",
    "consulting", "council", "department", "deutsche", "european", "foundation", "global", "group", "gruppe",
    "holding", "hospital", "insurance", "institut", "institute", "international", "ministry", "national", "of",
    "office", "partners", "royal", "school", "services", "solutions", "stadt", "state", "stiftung", "systems",
    "technologies", "the", "trust", "united", "universitat", "university", "verein", "versicherung",
})  # fmt: skip
_ABBREVIATING_DOT = lazy_pattern(r"(?<!\w\w)\.")  # B.V., S.p.A.: behind one letter; that of `Booking.com` parts words
_JOINING = lazy_pattern(r"[&+]")
_APOSTROPHE = lazy_pattern("['’`´]")
_NO_WORD = lazy_pattern(r"[^\w]+")
_LONGEST = 200  # characters; more is prose
_SLIPS = ((10, 2), (5, 1))  # from so many letters of a word on, so many may differ
_TELLING = 4  # letters that make a word worth a guess


@lru_cache(maxsize=8192)
def match_names(one: str, other: str) -> str:
    """`exact`, `normalised` or `similar`; "" where the two mean different organizations."""
    if fold(one) == fold(other):
        return EXACT if fold(one) else ""
    left, right = normalise_name(one), normalise_name(other)
    if not left or not right:
        return ""
    if left == right:
        return NORMALISED
    return SIMILAR if _begins_like(left, right) or _is_typo(left, right) else ""


@lru_cache(maxsize=8192)
def normalise_name(name: str) -> str:
    """A name without accents, punctuation, `The` and legal form; a name that is nothing else keeps its words."""
    if len(name) > _LONGEST:
        return fold(name)
    bare = _ABBREVIATING_DOT.sub("", _APOSTROPHE.sub("", fold(name)))
    words = _NO_WORD.sub(" ", _JOINING.sub(" and ", bare)).replace("_", " ").split()
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_without_form(words))


def has_legal_form(name: str) -> bool:
    """Whether a name ends in the form of a company: `Acme B.V.`, `Smith & Co. KG`."""
    if len(name) > _LONGEST:
        return False
    bare = _ABBREVIATING_DOT.sub("", _APOSTROPHE.sub("", fold(name)))
    words = _NO_WORD.sub(" ", bare).replace("_", " ").split()
    return len(words) > 1 and any(" ".join(words[-count:]) in _LEGAL_FORMS for count in range(1, _LONGEST_FORM + 1))


def _without_form(words: list[str]) -> list[str]:
    """`smith and co kg` is `smith`: forms are taken off the end as long as there are any, but never the last word."""
    while len(words) > 1 and words[-1] == "and":
        words = words[:-1]
    for count in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if " ".join(words[-count:]) in _LEGAL_FORMS:
            return _without_form(words[:-count])
    return words


def _begins_like(one: str, other: str) -> bool:
    """`tidemark` and `tidemark risk`: the whole of the shorter one, with a word in it that tells."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    tells = any(len(word) >= _TELLING and word not in _COMMON for word in shorter)
    return tells and len(shorter) < len(longer) and longer[: len(shorter)] == shorter


def _is_typo(one: str, other: str) -> bool:
    """Every word is the other's, or a slip of the pen from it; nor does a blank make another organization."""
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return one.replace(" ", "") == other.replace(" ", "")
    return all(word == as_there or _is_slip(word, as_there) for word, as_there in zip(words, others, strict=True))


def _is_slip(one: str, other: str) -> bool:
    """A letter or two from one another. The first letter is seldom mistyped; asking for it spares the work."""
    shortest = min(len(one), len(other))
    allowed = next((differ for letters, differ in _SLIPS if shortest >= letters), 0)
    if one[0] != other[0] or abs(len(one) - len(other)) > allowed:
        return False
    return edit_distance(one, other) <= allowed
