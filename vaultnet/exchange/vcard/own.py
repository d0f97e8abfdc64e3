"""What only vaultnet knows of a person, as lines of a card that any other program passes over.

cadence: 6 months            X-VAULTNET-CADENCE:6 months
met: 2024-03-02        <->   X-VAULTNET-MET:2024-03-02
positions: [...]             X-VAULTNET-POSITION:Acme;Engineer;2020-01;2023
"""

from collections.abc import Iterator
from datetime import date

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.content_line import ContentLine, escape, join_values, split_value
from vaultnet.exchange.draft import Draft, PositionDraft
from vaultnet.exchange.vcard.reading import CardReading
from vaultnet.model.dates import parse_date

_PREFIX = "X-VAULTNET-"
_TEXTS = ("met_at", "tier", "cadence", "channel", "status", "audience")
_DATES = ("met", "next_contact", "last_contact")
_LISTS = ("introduced_by", "relationship", "needs", "offers")


def read_own(reading: CardReading, line: ContentLine) -> bool:
    """Puts a line's value among the fields of a draft; False for a line that is none of these, or cannot be read."""
    field = line.name.removeprefix(_PREFIX).lower().replace("-", "_")
    if field in _TEXTS:
        reading.said[field] = clean(line.text)
    elif field in _DATES and (day := parse_date(line.text.strip())):
        reading.said[field] = day
    elif field in _LISTS:
        reading.add(field, clean(line.text))
    elif field == "paused":
        reading.said[field] = line.text.strip().lower() == "true"
    elif field == "position":
        parts = (*(clean(part) for part in split_value(line.value, ";")), "", "", "")[:4]
        reading.add("positions", PositionDraft(*parts))
    else:
        return False
    return True


def own_lines(person: Draft) -> Iterator[ContentLine]:
    """One line a value."""
    for field in _TEXTS:
        if value := getattr(person, field):
            yield _line(field, escape(value))
    for field in _DATES:
        if day := _day(getattr(person, field)):
            yield _line(field, day)
    for field in _LISTS:
        yield from (_line(field, escape(value)) for value in getattr(person, field))
    if person.paused:
        yield _line("paused", "true")
    yield from (_line("position", join_values(position, ";")) for position in person.positions)


def _line(field: str, value: str) -> ContentLine:
    return ContentLine(f"{_PREFIX}{field.upper().replace('_', '-')}", (), value)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
