"""What makes a note a contact, a meeting, an organization: a marker in the note, never its folder alone.

type: contact | tags: [person/friend] | categories: ["[[People]]"] | prm-tier + prm-cadence   ->  "contact"
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from vaultnet.model.dialect import is_contact_dialect, is_organization_dialect, is_vcard, vcard_type
from vaultnet.model.note_values import NoteValues, tag_words
from vaultnet.model.ref import read_texts
from vaultnet.model.rules import Rules
from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import Value
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.mask import Region

OTHER_TYPES: Mapping[str, str] = {
    "organization": "organization",
    "organisation": "organization",
    "company": "organization",
    "companies": "organization",
    "organizations": "organization",
    "organisations": "organization",
    "meeting": "meeting",
    "meetings": "meeting",
    "job interviews": "meeting",
    "event": "event",
    "events": "event",
    "group": "group",
    "groups": "group",
    "introduction": "introduction",
    "introductions": "introduction",
    "goals": "goals",
    "trip": "trip",
    "trips": "trip",
}
_PEOPLE = frozenset({"people", "contacts", "persons"})
_TYPE_KEYS = ("type", "category", "categories", "kind", "noteicon")
_ACTIVITY_KEYS = (frozenset({"with", "attendees", "people"}), frozenset({"when", "date"}))
_TEMPLATE_MARK = lazy_pattern(r"\{\{[^{}\n]{1,60}\}\}|<%[^\n]{0,200}?%>")
_LITERAL = frozenset({"code", "math"})
_NOT_A_PERSON = lazy_pattern(r"(?<!\w)(?:(?i:template|index)|MOC)(?!\w)")


def note_type(path: str, document: Document, values: NoteValues, rules: Rules, *, is_daily: bool) -> str:
    """The type of a note: contact, organization, meeting, event, group, introduction, goals, trip, or "" (plain).

    A daily note stays a daily note, whatever it is tagged with. A template is nothing yet.
    """
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    kind = _by_word(values.folded, rules)
    if not kind and not is_daily:
        kind = _by_tag(values, rules) or _by_place(path, stem, rules)
    if not kind:
        kind = _by_dialect(stem, values)
    if not kind or is_template(document):
        return ""
    return "" if kind == "contact" and _is_about_people(stem, rules) else kind


def is_template(document: Document) -> bool:
    """Unrendered `{{...}}` or `<% %>`: a note that a template engine has yet to fill in. Code may show either."""
    text = document.text
    if not ("{" in text or "%" in text) or ("{{" not in text and "<%" not in text):
        return False
    literal = [region for region in document.regions if region.kind in _LITERAL]
    return any(not _is_in(literal, match.start()) for match in _TEMPLATE_MARK.finditer(text))


def _is_in(regions: Sequence[Region], offset: int) -> bool:
    index = bisect_right(regions, offset, key=lambda region: region.start) - 1
    return index >= 0 and offset < regions[index].end


def _is_about_people(stem: str, rules: Rules) -> bool:
    """An index, a template or a map of content, or the note of the marker itself (`People.md`): no person."""
    contacts = rules.settings.contacts
    name = fold(stem)
    return name in _PEOPLE or name in contacts.types or name in contacts.tags or bool(_NOT_A_PERSON.search(stem))


def _by_word(folded: Mapping[str, Value], rules: Rules) -> str:
    people = rules.settings.contacts.types
    if folded.get("type") in people:  # nearly every contact; the rest takes more words
        return "contact"
    words = [fold(word) for key in _TYPE_KEYS if key in folded for word in read_texts(folded[key], split=True)]
    if not words:
        return ""
    if any(word in people or word in _PEOPLE for word in words):
        return "contact"
    kind = next((OTHER_TYPES[word] for word in words if word in OTHER_TYPES), "")
    return kind or ("meeting" if _is_activity(words, folded.keys(), rules) else "")


def _is_activity(words: list[str], keys: AbstractSet[str], rules: Rules) -> bool:
    """Cadence's activities, `type: Call` with whom and when, are meetings of that kind."""
    return all(keys & wanted for wanted in _ACTIVITY_KEYS) and any(word in rules.kind_by_form for word in words)


def _by_tag(values: NoteValues, rules: Rules) -> str:
    """People by any tag of the note, the rest by those of the front matter only: `#meeting` in prose is a kind."""
    wanted = rules.settings.contacts.tags
    if any(tag.split("/", 1)[0] in wanted for tag in values.tags):
        return "contact"
    own = (fold(tag.split("/", 1)[0]) for key in ("tags", "tag") for tag in tag_words(values.folded.get(key)))
    return next((OTHER_TYPES[tag] for tag in own if tag in OTHER_TYPES), "")


def _by_place(path: str, stem: str, rules: Rules) -> str:
    """Only where the settings say so: a folder of people, or `@` before the name."""
    contacts = rules.settings.contacts
    inside = any(path.startswith(f"{folder.strip('/')}/") for folder in contacts.folders)
    return "contact" if inside or (contacts.at_prefix and stem.startswith("@")) else ""


def _by_dialect(stem: str, values: NoteValues) -> str:
    """By keys that only one tool writes, by the old Contacts table, or by a Contact Card of the note's own name."""
    if not values.values:
        return ""
    if is_vcard(values.values):
        return vcard_type(values.folded)
    if values.form == "table" or is_contact_dialect(values.folded):
        return "contact"
    if values.form == "card" and fold(", ".join(read_texts(values.folded.get("name")))) == fold(stem.removeprefix("@")):
        return "contact"
    if is_organization_dialect(values.folded.keys()):
        return "organization"
    return "trip" if "trip" in values.folded else ""
