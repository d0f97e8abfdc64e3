"""A card on its way to a draft: what its lines have said so far, and what of them is kept as it stands.

reading.set("role", "Engineer", line)      said["role"]; another role is kept as its line
reading.add("phone", "+31 6 1234 5678")    lists["phone"], each number once
reading.keep(line)                         extra: "GENDER:F", which an export says again
"""

from collections.abc import Iterable
from typing import Any

from vaultnet.exchange.content_line import ContentLine, escape, render_content_line
from vaultnet.exchange.vcard.address import Address
from vaultnet.exchange.vcard.label import labels_of, told_label
from vaultnet.model.dates import PartialDate


class CardReading:
    """`said` are fields of the draft, and its name (`fn`; `n` with its line) and `kind`; `lists` those of several
    values, each once; `days` the anniversaries; `pictures` counts what is left out.
    """

    def __init__(self, lines: Iterable[ContentLine]) -> None:
        self.lines = tuple(lines)
        self.labels = labels_of(self.lines)
        self.has_title = any(line.name == "TITLE" and line.value.strip() for line in self.lines)
        self.said: dict[str, Any] = {}
        self.lists: dict[str, dict[Any, None]] = {}
        self.days: dict[str, PartialDate] = {}
        self.addresses: list[tuple[Address, ContentLine]] = []
        self.notes: list[str] = []
        self.extra: list[str] = []
        self.pictures = 0

    def add(self, field: str, *values: Any) -> None:
        """Values of a list, each once."""
        kept = (value for value in values if value)
        self.lists.setdefault(field, {}).update(dict.fromkeys(kept))

    def set(self, field: str, value: Any, line: ContentLine) -> None:
        """A field of one value; a second one, another, is kept as its line."""
        if value and self.said.setdefault(field, value) != value:
            self.keep(line)

    def keep(self, line: ContentLine) -> None:
        """The line as it stands, and its label with it."""
        label = self.labels.get(line.group)
        group = line.group if label else ""
        params = tuple((key, value.lower() if key == "TYPE" else value) for key, value in line.params)
        self.extra.append(render_content_line(line._replace(group=group, params=params)))
        if label:
            self.extra.append(render_content_line(ContentLine("X-ABLABEL", (), escape(label), group)))

    def tell(self, line: ContentLine, value: str) -> None:
        """The name that somebody gave to a value goes to the notes."""
        self.notes += told_label(self.labels, line, value)
