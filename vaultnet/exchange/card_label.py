"""The labels that Apple, and Google after it, put on the lines of a group.

item1.TEL:+31 20 1234567                 labels_of(lines)  ->  {"item1": "Ship's phone"}
item1.X-ABLabel:Ship's phone             told_label(...)   ->  ["Ship's phone: +31 20 1234567"]     a label of one's own
"""

from collections.abc import Iterable, Mapping

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.content_line import ContentLine

_USUAL = frozenset({
    "", "home", "work", "mobile", "cell", "iphone", "main", "other", "homepage", "home page", "website", "blog",
    "profile", "email", "e-mail", "phone", "internet", "linkedin", "address", "school", "obsolete",
})  # fmt: skip


def labels_of(lines: Iterable[ContentLine]) -> dict[str, str]:
    """Group -> its label; Apple's own words stand between `_$!<` and `>!$_`."""
    return {line.group: clean(line.text) for line in lines if line.name == "X-ABLABEL" and line.group}


def told_label(labels: Mapping[str, str], line: ContentLine, value: str) -> list[str]:
    """A line for the notes, where somebody gave a value a name of its own."""
    label = labels.get(line.group, "")
    if label.startswith("_$!<") or label.lower() in _USUAL or not value:
        return []
    return [f"{label}: {value}"]
