"""The name of a person, out of the keys in which tools keep it.

name: {first: Ada, last: Lovelace}  |  N.GN: Ada, N.FN: Lovelace  |  the file `@Ada Lovelace.md`  ->  "Ada Lovelace"
"""

from collections.abc import Mapping

from vaultnet.model.reader import Reader, scalar_text
from vaultnet.text.frontmatter import Value

_NAME_PARTS = ("prefix", "first", "given", "middle", "last", "family", "suffix")  # of a nested `name`


def read_name(stem: str, reader: Reader) -> str:
    """The name: a `name` or `FN` property, else given and family name, else the file name without At People's `@` and
    Logseq's folders.
    """
    found = reader.properties.first("name")
    if found is not None:
        name = _nested_name(found[1]) if isinstance(found[1], dict) else reader.text("name")
        if name:
            return name
    parts = tuple(filter(None, (reader.text("first-name"), reader.text("middle-name"), reader.text("last-name"))))
    return " ".join(parts) or stem.rsplit("___", 1)[-1].removeprefix("@") or stem


def _nested_name(value: Mapping[str, Value]) -> str:
    """`name: {first, last}` of the Contacts plugin, in the order in which one says it."""
    known = [value[part] for part in _NAME_PARTS if part in value] or list(value.values())
    return " ".join(filter(None, map(scalar_text, known)))
