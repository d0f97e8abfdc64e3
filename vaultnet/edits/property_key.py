"""Under which key a property is written: what the note already uses, else what the vault uses most, else our own.

find_own_key({"Snooze-Until": "2026-01-01"}, "snooze", CONTACT_KEYS)   ->  "Snooze-Until"
usual_key("snooze", CONTACT_KEYS, {"prm-snooze-until": 12})           ->  "prm-snooze-until"
"""

from collections.abc import Iterable, Mapping

from vaultnet.model.properties import KeyTable
from vaultnet.text.fold import fold_key
from vaultnet.text.problem import Problem, Refused

_KEPT_APART = frozenset({"knows"})  # `spouse`, `friends`, `reports-to` are read as one, and mean different things


def find_own_key(keys: Iterable[str], asked: str, table: KeyTable) -> str | None:
    """The note's key for what is asked: in these words, else the one synonym it has.

    Raises Refused where the note has several synonyms: which of them is meant is its owner's to say.
    """
    own = list(keys)
    same = [key for key in own if fold_key(key) == fold_key(asked)]
    if same:
        return asked if asked in same else same[0]
    synonyms = [key for key in own if _means(key, asked, table)]
    if len(synonyms) > 1:
        message = f"the note says {asked} in several keys ({', '.join(synonyms)}): name one of them"
        raise Refused(Problem("frontmatter-several-keys", message))
    return synonyms[0] if synonyms else None


def usual_key(asked: str, table: KeyTable, counts: Mapping[str, int]) -> str:
    """The vault's most used spelling (`counts`: key -> notes, the most used first), else the canonical name.

    `EMAIL[HOME]` and its like are one of several by their very form, and are no spelling for a note that has none.
    """
    name = table[asked]
    spellings = (key for key in counts if "[" not in key and not key[-1:].isdigit())
    for key in spellings:
        if fold_key(key) == fold_key(asked) or _means(key, asked, table):
            return key
    return asked if name is None or name in _KEPT_APART else name


def _means(key: str, asked: str, table: KeyTable) -> bool:
    name = table[asked]
    return name is not None and name not in _KEPT_APART and table[key] == name
