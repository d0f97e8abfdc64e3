"""The keys by which a note of some tool is known where it has no marker: one alone may be anybody's, two are not.

{"N.GN": "Hana", "TEL[CELL]": "+420 ..."}  is VCF Contacts,    {"synced": ..., "labels": [...]}  a Google sync
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from vaultnet.text.frontmatter import Value

# Keys, folded, of which a note has two: Personal CRM; Dataview notes; Friend Tracker.
_TWO_OF: tuple[frozenset[str], ...] = (
    frozenset(
        {
            "prmtier",
            "prmcadence",
            "prmlastcontacted",
            "prmsnoozeuntil",
            "prmpaused",
            "prmbirthday",
            "prmrelationship",
            "prmlocation",
            "prmignorejournal",
        }
    ),
    frozenset({"interactions", "extras"}),
)
# Whoever was last in touch with something that has a birthday or an e-mail address speaks of a person.
_LAST_CONTACT = frozenset({"lastcontact", "lastcontacted", "lastchat"})
_OF_A_PERSON = frozenset({"birthday", "email", "phone", "relationship", "contactfrequency", "firstname"})
_SYNCED = "synced"  # Google Contacts sync, behind the prefix that the user chose
_BESIDE_SYNCED = ("labels", "jobtitle", "biographies")
_VCARD = frozenset({"fn", "n.gn", "n.fn", "n.mn", "bday"})
_VCARD_UPPER = frozenset(
    {"FN", "N", "EMAIL", "TEL", "ADR", "BDAY", "ORG", "UID", "REV", "VERSION", "CATEGORIES", "NICKNAME", "URL", "KIND"}
)
_ORGANIZATION = frozenset({"domain", "industry"})  # Cadence's companies


def is_contact_dialect(folded: Mapping[str, Value]) -> bool:
    """True for keys that only an address book has; `folded` by folded key."""
    keys = folded.keys()
    if any(len(dialect & keys) > 1 for dialect in _TWO_OF) or (_LAST_CONTACT & keys and _OF_A_PERSON & keys):
        return True
    return sync_prefix(keys) is not None or _has_interactions(folded.get("interactions"))


def _has_interactions(value: Value) -> bool:
    """Friend Tracker: a list of date and text."""
    return isinstance(value, list) and any(isinstance(one, dict) and {"date", "text"} <= one.keys() for one in value)


def is_organization_dialect(keys: AbstractSet[str]) -> bool:
    return keys >= _ORGANIZATION


def sync_prefix(keys: AbstractSet[str]) -> str | None:
    """What the Google sync writes before its keys (`sync_name`), folded; "" for nothing, None for no sync."""
    for key in keys:
        if key.endswith(_SYNCED):
            prefix = key.removesuffix(_SYNCED)
            beside = any(prefix + other in keys for other in _BESIDE_SYNCED)
            if beside or (prefix and {f"{prefix}id", f"{prefix}name"} <= keys):
                return prefix
    return None


def is_vcard(values: Mapping[str, Value]) -> bool:
    """VCF Contacts: two of vCard's keys, one of which nobody else writes (`FN`, `N.GN`, a key with brackets)."""
    upper = [key for key in values if key == key.upper() and key.split("[", 1)[0].split(".", 1)[0] in _VCARD_UPPER]
    lower = [key for key in values if key.lower() in _VCARD]
    telling = any(key.lower() in _VCARD or "[" in key or "." in key for key in (*upper, *lower))
    return telling and len({*upper, *lower}) > 1


def vcard_type(folded: Mapping[str, Value]) -> str:
    """What vCard calls KIND: an individual, unless it says otherwise."""
    kind = str(folded.get("vcard.kind") or "").lower()
    return {"org": "organization", "organization": "organization", "group": "group"}.get(kind, "contact")
