"""Touches: every time a note says that two people were in touch, from all five sources of the note format.

read_contact_touches(...)     the contact's own log, dated headings, `interactions`, `last-contact`
read_gathering_touches(...)   a meeting or event: one touch with everyone who came
read_mentions(...)            any dated note (`model/mentions.py`)
"""

from collections.abc import Iterator

from vaultnet.model.contact import Contact
from vaultnet.model.dates import add_days
from vaultnet.model.gathering import Gathering
from vaultnet.model.log import last_contact_touch, read_dated_headings, read_log, read_yaml_interactions
from vaultnet.model.mentions import read_mentions
from vaultnet.model.reader import Reader
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import TouchRow, touch_row
from vaultnet.text.document import Document
from vaultnet.text.fold import fold


def read_contact_touches(document: Document, contact: Contact, reader: Reader, rules: Rules) -> Iterator[TouchRow]:
    """Sources 1, 4 and 5: what stands in the contact's own note."""
    yield from read_log(document, rules)
    yield from read_dated_headings(document, rules)
    if "interactions" in reader.properties:
        yield from read_yaml_interactions(reader, document.text, rules)
    if contact.last_contact is not None:
        yield last_contact_touch(reader, contact.last_contact, rules)


def read_gathering_touches(gathering: Gathering, kind: str, rules: Rules, *, said: str = "") -> Iterator[TouchRow]:
    """Source 2: one touch with everyone who came, once the day is past and it was not cancelled. What was `said` there,
    by its debrief, is what it was about.
    """
    if gathering.day is None or gathering.is_cancelled:
        return
    named = gathering_kind(gathering, kind, rules)
    for person in dict.fromkeys(person.link or person.text for person in gathering.people):
        row = touch_row(
            rules, line=1, day=gathering.day, time=gathering.time, kind=named, text=said or gathering.name,
            origin="debrief" if said else "gathering", link=person,
        )  # fmt: skip
        yield row._replace(known=_known(gathering))


def gathering_kind(gathering: Gathering, kind: str, rules: Rules) -> str:
    """The kind that the note names, else its name ("Coffee with Ada"), else a place that is a kind ("telephone")."""
    own = rules.kind_by_form.get(fold(gathering.kind)) or rules.kind_in(gathering.name)
    place = rules.kind_by_form.get(fold(gathering.place), "")
    if place and (not own or own == "meeting"):
        own = place
    return own or kind


def read_gathering_mentions(
    document: Document, gathering: Gathering, present: frozenset[str], rules: Rules
) -> Iterator[TouchRow]:
    """Source 3 in the note of a meeting: whoever else it links, known once the meeting is past."""
    if gathering.day is None or gathering.is_cancelled:
        return
    for row in read_mentions(document, gathering.day, rules):
        if row.link not in present:
            yield row._replace(known=max(row.known, _known(gathering)))


def _known(gathering: Gathering) -> str:
    """The day from which a gathering counts: when its own is past."""
    assert gathering.day is not None
    return add_days(gathering.day, 1).isoformat()
