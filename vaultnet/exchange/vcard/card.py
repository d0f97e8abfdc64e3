r"""The lines of a card as a draft of a person; what has no field of ours is kept as it stands.

FN:Ada Example                    Draft(name="Ada Example", phone=("+31 6 1234 5678",), role="Engineer",
item1.TEL:+31 6 1234 5678     ->        notes="Ship's phone: +31 6 1234 5678",
item1.X-ABLabel:Ship's phone            extra=("GENDER:F",))
TITLE:Engineer
GENDER:F

vCard, jCard and JSContact all come here as content lines. Where our fields say less than the line did (a name in parts,
a department), the line is kept beside them, and an export says it again as long as the note does not say otherwise.
"""

from collections.abc import Iterable

from vaultnet.exchange.content_line import ContentLine, split_value
from vaultnet.exchange.draft import Draft, Rejected
from vaultnet.exchange.vcard.address import OWN_TEXT, known_parts, split_address
from vaultnet.exchange.vcard.fields import READERS, read_other
from vaultnet.exchange.vcard.name import join_name, split_name
from vaultnet.exchange.vcard.reading import CardReading

_UNSAID = frozenset({
    "VERSION", "PRODID", "REV", "X-ABLABEL", "X-ABADR", "CLIENTPIDMAP", "MAILER", "X-MAILER", "BEGIN", "END", "XML",
})  # fmt: skip
_NO_PERSONS = frozenset({"org", "group", "location", "application", "device", "thing"})
_PARTS_OF_NAME = frozenset({"n", "fn", "kind"})


def read_card(lines: Iterable[ContentLine], number: int, source: str) -> tuple[Draft | Rejected, int]:
    """The draft and how many pictures, sounds and keys were left out. A card without anybody's name is rejected; one
    with an e-mail address only is named after it.
    """
    reading = CardReading(lines)
    for line in reading.lines:
        if line.value.strip() and line.name not in _UNSAID:
            READERS.get(line.name, read_other)(reading, line)
    name = _name(reading)
    if not name:
        return Rejected(number, "no name and no e-mail address: nobody to make a note for", source), reading.pictures
    if _is_company(reading, name):
        reason = "is an organization, not a person: make its note with `vaultnet new organization`"
        return Rejected(number, f"{name} {reason}", source), reading.pictures
    _settle_name(reading, name)
    _settle_addresses(reading)
    notes = "\n".join(filter(None, reading.notes))
    said = {key: value for key, value in reading.said.items() if key not in _PARTS_OF_NAME}
    said |= {key: tuple(values) for key, values in reading.lists.items()}
    said["anniversaries"] = tuple(reading.days.items())
    return Draft(number, name, source, notes=notes, extra=tuple(dict.fromkeys(reading.extra)), **said), reading.pictures


def _name(reading: CardReading) -> str:
    parts = reading.said["n"][0] if "n" in reading.said else ()
    own = reading.said.get("fn", "")
    if parts and own == f"{parts[0]}, {parts[1]}":
        own = ""  # the other way round, for a list
    others = (next(iter(reading.lists.get(field, ())), "") for field in ("aliases", "email", "company"))
    return str(own or join_name(parts) or next(filter(None, others), ""))


def _is_company(reading: CardReading, name: str) -> bool:
    """Apple and Google keep companies among people; so do their cards, but they say it."""
    has_parts = any(reading.said["n"][0]) if "n" in reading.said else False
    is_bare = not has_parts and name in reading.lists.get("company", ())
    return reading.said.get("kind") in _NO_PERSONS or is_bare


def _settle_name(reading: CardReading, name: str) -> None:
    """Given and family name as the card has them; where the name alone does not say them, the line is kept."""
    if "n" in reading.said:
        parts, line = reading.said["n"]
        reading.said |= {"last_name": parts[0], "first_name": parts[1]}
        if split_name(name) != parts:
            reading.keep(line)


def _settle_addresses(reading: CardReading) -> None:
    """Where they live is the first address; what its one line does not say again is kept."""
    for number, (address, line) in enumerate(reading.addresses):
        reading.add("address", address.text)
        if number == 0:
            reading.said |= {"location": address.place, "country": address.country}
        place, country = (address.place, address.country) if number == 0 else ("", "")
        parts = known_parts(split_value(line.value, ";"))
        if not line.first(OWN_TEXT) and split_address(address.text, place, country) != parts:
            reading.keep(line)
        else:
            reading.tell(line, address.text)
