"""Which cadence holds for a contact, and where it comes from.

contact_cadence(Contact(name="Ada", tier="close"), Settings())  ->  ("3 months", "tier close")
"""

from datetime import date
from functools import lru_cache

from vaultnet.model.cadence import days, parse_cadence
from vaultnet.model.contact import Contact
from vaultnet.model.settings import Settings

_NEVER = 10**6


def contact_cadence(contact: Contact, settings: Settings) -> tuple[str, str]:
    """(cadence as text, origin): the contact's own, else its tier's, else the strongest tag rule, else the default.

    The strongest rule is the one that asks most often; a nested tag counts for its parents.
    """
    if contact.cadence:
        return contact.cadence, "contact"
    if contact.tier:
        return settings.tiers[contact.tier].cadence, f"tier {contact.tier}"
    if settings.cadence.tags:
        tags = {parent for tag in contact.tags for parent in _with_parents(tag)}
        rules = [(tag, cadence) for tag, cadence in settings.cadence.tags.items() if tag in tags]
        if rules:
            tag, cadence = min(rules, key=lambda rule: (_typical_days(rule[1]), rule[0]))
            return cadence, f"tag {tag}"
    return settings.cadence.default, "default"


def _with_parents(tag: str) -> list[str]:
    parts = tag.split("/")
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


@lru_cache(maxsize=256)
def _typical_days(cadence: str) -> int:
    parsed = parse_cadence(cadence)
    return days(parsed, date(2001, 1, 1)) if parsed and not parsed.never else _NEVER
