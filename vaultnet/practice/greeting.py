"""How to address somebody: by the name I call them, and in German as Sie or du.

greeting_name("Dr. Katharina Moser", ("Kathi",))     ->  "Kathi"
greeting_name("Siobhán Tierney", ("Siobhan",))       ->  "Siobhán"     only the accent is left out there
greeting_name("山本太郎", ())                         ->  "山本太郎"
is_formal({"relationship": ["friend"]}, {})          ->  False
"""

from collections.abc import Iterable, Mapping
from typing import Any

from vaultnet.practice.relationship_category import category_of
from vaultnet.text.fold import fold, fold_key

_TITLES = frozenset(
    (
        "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "dipl", "ing", "mag",
        "dipl-ing", "med", "rev", "ir", "drs",
    )
)  # fmt: skip
_SAYS_HOW = frozenset({"anrede", "salutation"})
_INFORMAL = frozenset({"du", "informal", "first name", "duzen", "per du"})
_FORMAL = frozenset({"sie", "formal", "siezen", "per sie"})
_CLOSE = frozenset({"relatives", "friends"})
_SHORTEST = 2  # letters of a name


def greeting_name(name: str, aliases: Iterable[str]) -> str:
    """An alias of one word is what I call them; without one the first name, without titles."""
    words = [word for word in name.split() if fold(word).rstrip(".").strip(",") not in _TITLES]
    own = {fold(word) for word in words}
    called = (alias for alias in aliases if _is_a_name(alias) and fold(alias) not in own)
    return next(called, words[0] if words else name)


def _is_a_name(alias: str) -> bool:
    return len(alias) >= _SHORTEST and alias.replace("-", "").isalpha() and alias[0].isupper()


def is_formal(record: Mapping[str, Any], properties: Mapping[str, Any]) -> bool:
    """Whether a German letter says Sie: so the note says (`anrede: du`), else Sie to all but friends and relatives."""
    said = {fold(str(value)) for key, value in properties.items() if fold_key(key) in _SAYS_HOW}
    if said & (_INFORMAL | _FORMAL):
        return not said & _INFORMAL
    words = (*record.get("relationship", ()), *(tag.rpartition("/")[2] for tag in record.get("tags", ())))
    return not any(category_of([word], is_inside=False, knows_company=False) in _CLOSE for word in words)
