"""Which notes meet a person's conditions: what the notes say joined with what the practice makes of them.

find_notes(workspace, parse_conditions("company:acme due<=today+7d", ...))  ->  [NoteContent("People/Ada.md", ...)]

Only contacts are asked unless a condition on `type` says otherwise.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from vaultnet.app.natural_date import find_date
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.model.condition import Condition, parse_conditions
from vaultnet.model.facts import Facts, matches_all
from vaultnet.model.record import KEYS_BY_TYPE
from vaultnet.practice.keep_in_touch import due_of
from vaultnet.practice.warmth import warmth_of
from vaultnet.storage.contents import NoteContent, count_keys, read_contents
from vaultnet.text.fold import fold_key
from vaultnet.text.nearest import nearest

_OF_EVERY_NOTE = ("type", "path", "name")
_WHERE_THEY_ARE = ("at", "in")  # `at:acme` is where they work, `in:utrecht` where they live
_OF_STANDINGS = ("last", "due", "late", "state")
DERIVED_FIELDS = (*_OF_EVERY_NOTE, *_WHERE_THEY_ARE, "tier", *_OF_STANDINGS, "warmth")

Derived = Mapping[str, Mapping[str, str]]


def read_conditions(workspace: Workspace, text: str) -> tuple[Condition, ...]:
    """The conditions of a WHERE, their fields known. Raises UsageError with the place and the nearest field."""
    conditions = parse_conditions(text, workspace.today, partial(read_day, workspace))
    refuse_unknown_fields(workspace, (field for condition in conditions for field in condition.fields))
    return conditions


def read_day(workspace: Workspace, words: str) -> date | None:
    """The day that a condition compares with, in words; None where they name none."""
    return find_date(words, workspace.today, workspace.config.settings.vault, prefer="past")


def find_notes(workspace: Workspace, conditions: Sequence[Condition]) -> list[NoteContent]:
    """The notes for which all conditions hold, by path."""
    asked = {fold_key(field) for condition in conditions for field in condition.fields}
    facts_of = facts_reader(workspace, asked)
    notes = read_contents(workspace.connection, contacts_only="type" not in asked)
    return [note for note in notes if matches_all(conditions, facts_of(note))]


def facts_reader(workspace: Workspace, asked: Iterable[str]) -> Callable[[NoteContent], Facts]:
    """A note -> all that may be asked of it; what the practice knows only for the (folded) fields that are asked."""
    derived = _derived(workspace, set(asked))

    def read_date(text: str) -> date | None:
        return workspace.config.rules.date(text)  # the settings are read only where a date is compared

    return lambda note: Facts(note.type, _facts(note, derived), note.properties, note.record, read_date)


def _facts(note: NoteContent, derived: Derived) -> dict[str, str]:
    facts = {"type": note.type, "path": note.path, "name": note.title}
    if note.type == "contact":
        facts["tier"] = note.record["tier"]
        facts["at"] = " ".join(f"{company['text']} {company['link']}" for company in note.record["company"])
        facts["in"] = f"{note.record['location']} {note.record['country']}".strip()
        facts.update(derived.get(note.path, {}))
    return facts


def _derived(workspace: Workspace, asked: set[str]) -> Derived:
    """What the practice knows of each contact, by path: only when somebody asks for it."""
    if asked.isdisjoint((*_OF_STANDINGS, "warmth")):
        return {}
    network, today = workspace.network(), workspace.today
    kinds = workspace.config.settings.kinds
    derived = dict[str, dict[str, str]]()
    for standing in network.standings:
        due = due_of(standing, today)
        days = {"last": standing.last, "due": due.due, "late": due.late}
        facts = {name: day.isoformat() if day else "" for name, day in days.items()}
        facts["state"] = due.state
        if "warmth" in asked:
            facts["warmth"] = warmth_of(network.moments[standing.path], kinds, today)
        derived[standing.path] = facts
    return derived


def refuse_unknown_fields(workspace: Workspace, fields: Iterable[str]) -> None:
    """A field that no note could have is a slip of the pen, and would quietly match nothing."""
    own: dict[str, int] | None = None
    for field in fields:
        if fold_key(field) in DERIVED_FIELDS or any(table[field] for table in KEYS_BY_TYPE.values()):
            continue
        own = count_keys(workspace.connection) if own is None else own
        if fold_key(field) not in map(fold_key, own):
            known = (*DERIVED_FIELDS, *(name for table in KEYS_BY_TYPE.values() for name in table.names), *own)
            guess = nearest(field, known)
            hint = f"did you mean {guess}?" if guess else "no note has such a key"
            raise UsageError(f"{field} is no field: {hint}")
