r"""The views for Obsidian's Bases: People, Due, Targets, Introductions, as this vault's own settings and keys have it.

build_bases(settings, usual, folders)  ->  BasesView(people=("file.hasTag(\"contact\")", ...), keys={...}, ...)

They are made once and are the user's from then on: what a view looks like is changed in Obsidian. A base begins with
every file of the vault, so each says first whose notes it means, by the same marks that vaultnet knows them by.
"""

import json
import re
from collections.abc import Callable, Iterable

from vaultnet.dataclass import dataclass
from vaultnet.model.cadence import Period, parse_cadence
from vaultnet.model.settings import ContactSettings, Settings

# Template -> the file it makes, by language.
FILES = {
    "en": {"people": "People", "due": "Due", "targets": "Targets", "introductions": "Introductions"},
    "de": {"people": "Personen", "due": "Fällig", "targets": "Ziele", "introductions": "Vorstellungen"},
}
_UNITS = {"day": "d", "week": "w", "month": "M", "year": "y"}
_PLAIN = re.compile(r"[A-Za-z_]\w*")
_CONTACT_KEYS = (
    "company", "role", "location", "tier", "cadence", "last-contact", "next-contact", "snooze", "paused", "status",
    "email", "phone", "relationship", "met", "type",
)  # fmt: skip
_ORGANIZATION_KEYS = ("target", "situation", "industry", "location", "website")
_INTRODUCTION_KEYS = ("from", "to", "via", "status")


@dataclass(frozen=True, slots=True)
class Key:
    """A property as an expression names it (`note["last-contact"]`), and as a list of columns does."""

    value: str
    column: str


@dataclass(frozen=True, slots=True)
class Step:
    """`test` holds for the contacts of a tier or with a tag, `ideal` is how long after a touch the next is due."""

    test: str
    ideal: str


@dataclass(frozen=True, slots=True)
class BasesView:
    """Expressions, ready to stand in single quotes of YAML. `people` are the marks of a contact (one is enough),
    `outside` are the folders that hold nobody's note.
    """

    people: tuple[str, ...]
    outside: tuple[str, ...]
    contact: dict[str, Key]
    organization: dict[str, Key]
    introduction: dict[str, Key]
    steps: tuple[Step, ...]
    otherwise: str


def build_bases(settings: Settings, usual: Callable[[str, str], str], templates: Iterable[str]) -> BasesView:
    """`usual` gives the vault's spelling of a key for notes of a type; `templates` are folders of templates."""
    contact = {key: _key(usual("contact", key)) for key in _CONTACT_KEYS}
    tiers = [(f"{contact['tier'].value} == {_text(tier.name)}", tier.cadence) for tier in settings.tiers.values()]
    tags = [(f"file.hasTag({_text(tag)})", cadence) for tag, cadence in sorted(settings.cadence.tags.items())]
    return BasesView(
        people=tuple(map(_in_yaml, _marks(settings.contacts))),
        outside=tuple(_in_yaml(f"!file.inFolder({_text(folder)})") for folder in templates),
        contact=contact,
        organization={key: _key(usual("organization", key)) for key in _ORGANIZATION_KEYS},
        introduction={key: _key(usual("introduction", key)) for key in _INTRODUCTION_KEYS},
        steps=tuple(Step(_in_yaml(test), _duration(cadence)) for test, cadence in (*tiers, *tags)),
        otherwise=_duration(settings.cadence.default),
    )


def _marks(contacts: ContactSettings) -> Iterable[str]:
    types, tags = (", ".join(map(_text, sorted(words))) for words in (contacts.types, contacts.tags))
    if types:
        yield f"list(note.type).containsAny({types})"
    if tags:
        yield f"file.hasTag({tags})"
    yield 'list(note.categories).contains(link("People"))'
    yield from (f"file.inFolder({_text(folder)})" for folder in contacts.folders)
    if contacts.at_prefix:
        yield 'file.name.startsWith("@")'


def _key(spelling: str) -> Key:
    value = f"note.{spelling}" if _PLAIN.fullmatch(spelling) else f"note[{_text(spelling)}]"
    return Key(_in_yaml(value), _in_yaml(f"note.{spelling}"))


def _duration(cadence: str) -> str:
    """`6 months` as Bases writes it: `6M`. What has no length (`never`) is a century away."""
    found = parse_cadence(cadence)
    ideal = found.ideal if found and not found.never else Period(100, "year")
    return f"{ideal.count}{_UNITS[ideal.unit]}"


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _in_yaml(expression: str) -> str:
    return expression.replace("'", "''")
