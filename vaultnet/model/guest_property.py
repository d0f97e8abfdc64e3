"""The guests in a property: links, names, addresses, in one text or in a list.

attendees: ["[[Ada Lovelace]]", "Ben Okri <ben@x.example>"]  ->  (Guest("Ada Lovelace", ...), Guest("Ben Okri", ...))
attendees: Ada, Ben and Cy                                   ->  three guests
"""

from collections.abc import Iterator

from vaultnet.model.guest import Guest
from vaultnet.model.guest_line import parse_guests
from vaultnet.model.ref import read_people
from vaultnet.text.frontmatter import Value


def guests_in(value: Value) -> tuple[Guest, ...]:
    """Everybody in a property, in its order. Each item of a list is a line of a guest list; a text is taken apart."""
    return tuple(_guests(value))


def _guests(value: Value) -> Iterator[Guest]:
    items = value if isinstance(value, list) else [value]
    for item in items:
        is_line = isinstance(item, str) and ("@" in item or "[[" in item or isinstance(value, list))
        found = parse_guests(item) if is_line and isinstance(item, str) else ()
        if found:
            yield from found
        else:
            yield from (Guest(ref.text, link=ref.link) for ref in read_people(item))
