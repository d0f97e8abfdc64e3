"""The properties of a note under canonical names: every synonym and dialect key of `docs/guide/notes.md` meets here.

Properties({"Last Contact": "2026-03-01", "TEL[CELL]": "+351 91 555 0101"}, CONTACT_KEYS)
-> .first("last-contact") == ("Last Contact", "2026-03-01"), .all("phone") == (("TEL[CELL]", "+351 ..."),)
"""

from collections.abc import Mapping

from vaultnet.text.fold import fold_key
from vaultnet.text.frontmatter import Value
from vaultnet.text.lazy_pattern import lazy_pattern

_TYPE_SUFFIX = lazy_pattern(r"\[[^\]]{0,40}\]")  # EMAIL[HOME], TEL[1:CELL]
_NUMBER_SUFFIX = lazy_pattern(r"[-_ ]?\d{1,3}$")  # email_2
_KEPT = 10_000  # spellings remembered; a hostile vault may have any number

Pairs = tuple[tuple[str, Value], ...]


class Properties:
    """A note's properties, read once. The order of the note is kept among the values of one name.

    `prefix` is what a sync plugin writes before each of its keys (`sync_name`), folded; "" for none.
    """

    __slots__ = ("_by_name", "unknown")

    def __init__(self, values: Mapping[str, Value], keys: "KeyTable", prefix: str = "") -> None:
        by_name: dict[str, Pairs] = {}
        unknown: dict[str, Value] = {}
        for key, value in values.items():
            name = keys[key]
            if name is None and prefix and FOLDED_KEYS[key].startswith(prefix):
                name = keys[FOLDED_KEYS[key].removeprefix(prefix)]
            if name is None:
                unknown[key] = value
            elif not is_empty(value):
                by_name[name] = (*by_name.get(name, ()), (key, value))
        self._by_name = by_name
        self.unknown = unknown

    def all(self, name: str) -> Pairs:
        """Every (key as written, value) under a canonical name; empty values are as good as none."""
        return self._by_name.get(name, ())

    def first(self, name: str) -> tuple[str, Value] | None:
        found = self._by_name.get(name)
        return found[0] if found else None

    def __contains__(self, name: str) -> bool:
        return name in self._by_name


def is_empty(value: Value) -> bool:
    """True for a property that says nothing: no value, no text, no items."""
    return value is None or value in ("", [])


class _FoldedKeys(dict[str, str]):
    """Key as written -> how it is compared, worked out once for each spelling that a vault has.

    vCard's own `CATEGORIES` and `KIND` are no markers: a friend filed under "company" is no company.
    """

    def __missing__(self, key: str) -> str:
        folded = f"vcard.{key.lower()}" if key in {"CATEGORIES", "KIND"} else fold_key(key)
        if len(self) < _KEPT:
            self[key] = folded
        return folded


FOLDED_KEYS = _FoldedKeys()


class KeyTable(dict[str, str | None]):
    """Key as written -> canonical name or None, worked out once for each spelling that a vault has."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names`: canonical name -> "synonym, synonym", as the guide to notes lists them."""
        super().__init__()
        self._name_by_folded = {
            fold_key(word.strip()): name
            for name, words in names.items()
            for word in (name, *words.split(","))
            if word.strip()
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical names, in the order of the guide to notes."""
        return tuple(dict.fromkeys(self._name_by_folded.values()))

    def __missing__(self, key: str) -> str | None:
        name = self._name_by_folded.get(fold_key(key))
        if name is None and ("[" in key or key[-1:].isdigit()):
            # `EMAIL[HOME]` is an e-mail, `phone_2` a phone, `ADR[HOME].STREET` an address's street.
            name = self._name_by_folded.get(fold_key(_NUMBER_SUFFIX.sub("", _TYPE_SUFFIX.sub("", key))))
        if len(self) < _KEPT:
            self[key] = name
        return name
