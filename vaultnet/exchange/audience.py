"""For whom an export is, and what of a person it may carry.

is_for("family", "family")  ->  True        is_for("", "work")  ->  False      a note that says nothing is for oneself
business_card(draft, "work")                name, job, addresses, and nothing that is between the two of you
"""

from vaultnet.dataclass import replace
from vaultnet.exchange.draft import Draft

_OF_FAMILY = ("aliases", "birthday", "anniversaries")
_CARD = (
    "uid", "first_name", "last_name", "email", "phone", "linkedin", "company", "role", "website", "address",
    "location", "country",
)  # fmt: skip


def is_for(allowed: str, audience: str) -> bool:
    """Whether a note whose `audience` is `allowed` ("" where it says nothing) goes into an export for `audience`."""
    return audience == "self" or allowed in {audience, "public"}


def business_card(person: Draft, audience: str) -> Draft:
    """What others than oneself get: the family the birthday too, and the notes where the export was told to."""
    if audience == "self":
        return person
    kept = (*_CARD, *(_OF_FAMILY if audience == "family" else ()), "notes")
    bare = Draft(line=person.line, name=person.name, source=person.source)
    return replace(bare, **{field: getattr(person, field) for field in kept})
