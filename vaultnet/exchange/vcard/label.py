"""The labels that Apple, and Google after it, put on the lines of a group.

item1.TEL:+31 20 1234567                 labels_of(lines)  ->  {"item1": "Ship's phone"}
item1.X-ABLabel:Ship's phone             told_label(...)   ->  ["Ship's phone: +31 20 1234567"]     a label of one's own
"""

from collections.abc import Iterable, Mapping

from vaultnet.exchange.content_line import ContentLine

OWN_GROUP = "vn"  # the groups that we write begin so: their labels are words of a note

_USUAL = frozenset({
    "", "home", "work", "mobile", "cell", "iphone", "main", "other", "homepage", "home page", "website", "blog",
    "profile", "email", "e-mail", "phone", "internet", "linkedin", "address", "school", "obsolete",
})  # fmt: skip


def labels_of(lines: Iterable[ContentLine]) -> dict[str, str]:
    """Group -> its label; Apple's own words stand between `_$!<` and `>!$_`."""
    return {line.group: _shown(line.text) for line in lines if line.name == "X-ABLABEL" and line.group}


def told_label(labels: Mapping[str, str], line: ContentLine, value: str) -> list[str]:
    """A line for the notes, where somebody gave a value a name of its own."""
    label = labels.get(line.group, "")
    if label.startswith("_$!<") or label.lower() in _USUAL or not value:
        return []
    return [f"{label}: {value}"]


def bare_label(label: str) -> str:
    """`_$!<Spouse>!$_` as "spouse"."""
    return label.strip("_$!<> ").lower()


def _shown(text: str) -> str:
    """On one line, with Apple's brackets, which would be taken for markup."""
    return " ".join("".join(char for char in text if char.isprintable()).split())
