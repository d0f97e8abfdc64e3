"""What an address book says beside the fields of its own: under a label that somebody chose.

say_custom(said, "Keep in touch", "3 months")  ->  said.values gains ("cadence", "3 months")
say_event(said, "Anniversary", "2010-06-12")   ->  said.anniversaries gains ("anniversary", PartialDate(2010, 6, 12))
say_relation(said, "Manager", "Bo Chen")       ->  said.values gains ("reports-to", "Bo Chen")
"""

from datetime import date

from vaultnet.dataclass import dataclass, field, replace
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.column_names import FIELD_BY_NAME, column_key
from vaultnet.exchange.columns import COLUMN_FIELDS
from vaultnet.exchange.draft import Draft, PositionDraft, Rejected
from vaultnet.exchange.row_draft import build_draft
from vaultnet.model.cadence import parse_cadence
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.dates import PartialDate, parse_birthday

_RELATION = {
    "spouse": "spouse", "wife": "spouse", "husband": "spouse", "partner": "spouse", "domesticpartner": "spouse",
    "manager": "reports-to", "boss": "reports-to", "friend": "friends", "referredby": "introduced-by",
    "ehepartner": "spouse", "vorgesetzter": "reports-to", "freund": "friends",
}  # fmt: skip
_ANNIVERSARIES = {"anniversary": "anniversary", "wedding": "anniversary", "jahrestag": "anniversary",
                  "hochzeitstag": "anniversary", "anniversaire": "anniversary"}  # fmt: skip
_NO_CUSTOM = frozenset({"name", "first-name", "last-name", "uid", "birthday", "met"})  # a label is no proof of these


@dataclass(slots=True)
class Said:
    """What a row says: values for `build_draft`, and what is more than a text under a field."""

    values: list[tuple[str, str]] = field(default_factory=list)
    knows: list[tuple[str, str]] = field(default_factory=list)
    anniversaries: list[tuple[str, PartialDate]] = field(default_factory=list)
    life_events: list[tuple[date, str]] = field(default_factory=list)
    positions: list[PositionDraft] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def note(self, label: str, text: str) -> None:
        """What has no field stands in the notes, under its name."""
        self.values.append(("notes", f"{clean(label)}: {clean(text)}" if label else text))


def draft_of(line: int, source: str, said: Said) -> Draft | Rejected:
    """The row as a draft."""
    made = build_draft(line, source, tuple(said.values))
    if isinstance(made, Rejected):
        return made
    return replace(
        made,
        knows=(*made.knows, *said.knows),
        anniversaries=tuple(said.anniversaries),
        life_events=tuple(said.life_events),
        positions=(*made.positions, *said.positions),
        extra=(*made.extra, *said.extra),
    )


def say_relation(said: Said, label: str, name: str) -> None:
    """A relation of a kind that has a property of its own, else `knows` with the label behind the name."""
    key = column_key(label)
    if key in _RELATION:
        said.values.append((_RELATION[key], name))
    else:
        said.knows.append((clean(label).lower() or "knows", clean(name)))


def say_event(said: Said, label: str, day: str) -> None:
    """`day` is in ISO 8601, or what could not be read as a day."""
    key, found = column_key(label), parse_birthday(day)
    if found is None:
        said.note(label or "Event", day)
    elif key in {"met", "firstmet", "meton", "kennengelernt"} and found.year:
        said.values.append(("met", found.iso()))
    elif key in _ANNIVERSARIES:
        said.anniversaries.append((_ANNIVERSARIES[key], found))
    elif found.year:
        said.life_events.append((date(found.year, found.month, found.day), clean(label) or "Event"))
    else:
        said.note(label or "Event", found.iso())


def say_custom(said: Said, label: str, text: str) -> None:
    """A field that the user made up: one of ours where its label is the name of one."""
    field = FIELD_BY_NAME.get(column_key(label)) or CONTACT_KEYS[label]
    if field in COLUMN_FIELDS - _NO_CUSTOM and (field != "cadence" or parse_cadence(text)):
        said.values.append((field, text))
    else:
        said.note(label, text)
