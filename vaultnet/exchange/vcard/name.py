"""The name on a card: in one text, in parts, and each made of the other.

N:Rijn;Charlotte;;van;PhD    ->  "Charlotte Rijn"        where the card has no FN
split_name("Dr. Charlotte van Rijn, PhD")  ->  ("van Rijn", "Charlotte", "", "Dr.", "PhD")
"""

from collections.abc import Sequence

_TITLES = frozenset({"dr", "prof", "professor", "mag", "ing", "dipl", "ddr", "mr", "mrs", "ms", "mx", "sir", "dame"})
_OF_FAMILY = frozenset({
    "van", "von", "vom", "zu", "zum", "zur", "de", "den", "der", "del", "della", "di", "da", "das", "do", "dos", "du",
    "la", "le", "het", "ter", "ten", "te", "'t", "bin", "ibn", "al", "el", "st.", "y",
})  # fmt: skip

Parts = tuple[str, str, str, str, str]  # family, given, further names, what stands before, what stands behind


def join_name(parts: Sequence[str]) -> str:
    """As one says it, without titles; a comma stands between two given names."""
    family, given, further = (part.replace(",", " ") for part in (*parts, "", "", "")[:3])
    return " ".join(f"{given} {further} {family}".split())


def split_name(name: str, first: str = "", last: str = "") -> Parts:
    """A guess, unless the note tells given and family name: particles (`van`, `de`) belong to the family's."""
    if first or last:
        return last, first, "", "", ""
    bare, _, suffix = name.partition(", ")
    words = bare.split()
    before = 0
    while before < len(words) - 1 and words[before].rstrip(".").lower() in _TITLES:
        before += 1
    titles, words = words[:before], words[before:]
    if len(words) < 2:  # noqa: PLR2004  (one name alone is a given one)
        return "", " ".join(words), "", " ".join(titles), suffix
    family = len(words) - 1
    while family > 1 and words[family - 1].lower() in _OF_FAMILY:
        family -= 1
    return " ".join(words[family:]), words[0], " ".join(words[1:family]), " ".join(titles), suffix
