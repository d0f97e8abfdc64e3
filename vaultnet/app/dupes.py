"""Notes that may be of one person, and the word that they are not.

find_dupes(workspace)                                  ->  (Pair("People/A. Byron.md", "People/Ada.md", ...), ...)
plan_not_same(workspace, "People/Ada.md", "People/A. Byron.md")  ->  FileChange("People/Ada.md", ..., not-same-as)
"""

from collections.abc import Iterator
from typing import Any

from vaultnet.app.set_property import edit_note, usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.edits.set_property import Assignment
from vaultnet.errors import UsageError
from vaultnet.exchange.duplicates import Card, Pair, Trait, find_duplicates
from vaultnet.exchange.identity import name_key
from vaultnet.exchange.matching import keys_of_record
from vaultnet.model.country import find_country
from vaultnet.model.organization_name import normalise_name
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import contact_records
from vaultnet.storage.told_apart import load_told_apart
from vaultnet.text.change import FileChange
from vaultnet.text.fold import fold

_PROPERTY = "not-same-as"


def find_dupes(workspace: Workspace) -> tuple[Pair, ...]:
    """Every pair that nobody has told apart."""
    country = find_country(workspace.config.settings.me.country) or ""
    apart = load_told_apart(workspace.connection)
    return find_duplicates([
        Card(path, keys_of_record(record, country), tuple(dict.fromkeys(_traits(record))), apart.get(path, frozenset()))
        for path, record in contact_records(workspace.connection)
    ])  # fmt: skip


def _traits(record: dict[str, Any]) -> Iterator[Trait]:
    """What somebody may have in common with others, in the order in which it is told."""
    for company in (*record["company"], *(position["company"] for position in record["positions"])):
        if company["text"]:
            yield Trait("company", normalise_name(company["text"]) or fold(company["text"]), company["text"])
    if record["birthday"]:
        yield Trait("birthday", record["birthday"], "")
    for address in record["address"]:
        yield Trait("address", " ".join(fold(address).replace(",", " ").split()), "")
    for website in record["website"]:
        yield Trait("website", fold(website).partition("//")[2].rstrip("/") or fold(website), website)
    if record["location"]:
        place = record["location"].partition(",")[0]
        yield Trait("location", fold(place), place)
    for friend in (*(tie["to"] for tie in record["knows"]), *record["introduced_by"]):
        yield Trait("friend", name_key(friend["text"]), friend["text"])


def plan_not_same(workspace: Workspace, path: str, other: str) -> FileChange:
    """The first note with a link to the second under `not-same-as`. Raises UsageError for one note, NotWritten for one
    that cannot be written.
    """
    if path == other:
        raise UsageError(f"{path} is one note: name two", path=path)
    link = load_link_texts(workspace.connection)[other]
    told = (Assignment(_PROPERTY, "+=", link),)
    return edit_note(workspace, path, "contact", told, usual_keys(workspace))[0]
