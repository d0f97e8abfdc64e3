"""Who leaves in an export, and what each says: everybody who meets the conditions, and never whoever is private.

gather_people(workspace, ExportChoice("tag:mentor", audience="work"), today)
->  Gathered(people=(Exported("People/Ada.md", Draft(...)),), private=1, withheld=("People/Ben.md",), ...)
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from vaultnet.app.find import find_notes, read_conditions
from vaultnet.app.uid import mint_uid
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import replace
from vaultnet.edits.fix import fix_missing_uid
from vaultnet.exchange.audience import business_card, is_for
from vaultnet.exchange.draft import TouchDraft
from vaultnet.exchange.exported import Exported
from vaultnet.exchange.record_draft import build_record_draft, names_in
from vaultnet.model.dated_line import FACTS
from vaultnet.model.dates import parse_date
from vaultnet.model.prose import prose_of
from vaultnet.storage.contents import NoteContent
from vaultnet.storage.lookup import contact_records, newest_touches
from vaultnet.storage.unread import unread_rows
from vaultnet.storage.writable import find_obstacle
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document
from vaultnet.text.fold import fold, fold_key
from vaultnet.text.problem import Refused

_GONE = frozenset({"archived", "deceased"})
_REVISED = frozenset({"updated", "modified", "lastupdated", "lastmodified", "datemodified", "changed"})
_SHORTEST = 3  # letters of a private name that is looked for in lines kept from elsewhere


class ExportChoice(NamedTuple):
    """`where` are conditions as `set` has them, "" for everybody; `with_gone`: the archived and deceased too."""

    where: str = ""
    audience: str = "self"
    with_notes: bool = False
    with_gone: bool = False
    needs_uid: bool = False


class Gathered(NamedTuple):
    """`private` counts those of whom nothing is said; `gone` are archived or deceased, `withheld` are for another
    audience (paths); `changes` are the uids that notes gain, `unwritten` those that cannot: (path, why).
    """

    people: tuple[Exported, ...]
    private: int
    gone: tuple[str, ...]
    withheld: tuple[str, ...]
    changes: tuple[FileChange, ...]
    unwritten: tuple[tuple[str, str], ...]
    unread: tuple[str, ...] = ()


def gather_people(workspace: Workspace, choice: ExportChoice) -> Gathered:
    """By name, then path. Raises UsageError for conditions that mean nothing."""
    conditions = read_conditions(workspace, choice.where or "type=contact")
    asks_for_status = any(fold_key(field) == "status" for condition in conditions for field in condition.fields)
    met = [note for note in find_notes(workspace, conditions) if note.type == "contact"]
    open_to_all = [note for note in met if not note.record["private"]]
    here = [note for note in open_to_all if _is_here(note) or choice.with_gone or asks_for_status]
    chosen = sorted(
        (note for note in here if is_for(note.record["audience"], choice.audience)),
        key=lambda note: (fold(note.title), note.path),
    )
    gathering = _Gathering(workspace, choice)
    people = tuple(gathering.exported(note) for note in chosen)
    return Gathered(
        people,
        private=len(met) - len(open_to_all),
        gone=_without(open_to_all, here),
        withheld=_without(here, chosen),
        changes=tuple(gathering.changes),
        unwritten=tuple(gathering.unwritten),
        unread=tuple(row.path for row in unread_rows(workspace.connection)),
    )


def _is_here(note: NoteContent) -> bool:
    return note.record["status"] not in _GONE


def _without(notes: Iterable[NoteContent], left: Iterable[NoteContent]) -> tuple[str, ...]:
    kept = {note.path for note in left}
    return tuple(note.path for note in notes if note.path not in kept)


class _Gathering:
    """What each person is told with, read once; `changes` and `unwritten` grow with the people."""

    def __init__(self, workspace: Workspace, choice: ExportChoice) -> None:
        self._workspace = workspace
        self._choice = choice
        self._is_own = choice.audience == "self"
        self._markers = workspace.config.settings.contacts.tags
        self._is_hidden = private_names(workspace)
        self._touched = newest_touches(workspace.connection, workspace.today) if self._is_own else {}
        self.changes: list[FileChange] = []
        self.unwritten: list[tuple[str, str]] = []

    def exported(self, note: NoteContent) -> Exported:
        person = build_record_draft(
            note.path, note.record, note.properties, markers=self._markers, is_hidden=self._is_hidden
        )
        if self._choice.needs_uid and not person.uid:
            person = replace(person, uid=self._minted(note.path))
        if self._choice.with_notes:
            person = replace(person, notes=self._prose(note.path), touches=self._touches(note.path))
        return Exported(note.path, business_card(person, self._choice.audience), self._revised(note))

    def _minted(self, path: str) -> str:
        text = self._workspace.read(path) or ""
        uid = mint_uid(path, text)
        if obstacle := find_obstacle(self._workspace.root, path):  # one note that is read-only stops no other
            self.unwritten.append((path, obstacle))
            return uid
        try:
            self.changes.append(FileChange(path, text, fix_missing_uid(text, uid), "export"))
        except Refused as refused:
            self.unwritten.append((path, refused.problem.message))
        return uid

    def _prose(self, path: str) -> str:
        prose = prose_of(
            parse_document(self._workspace.read(path) or ""), FACTS | self._workspace.config.rules.log_headings
        )
        return "\n".join(line for line in prose.split("\n") if not self._is_hidden(line))

    def _touches(self, path: str) -> tuple[TouchDraft, ...]:
        touches = self._workspace.network().touches.get(path, ())
        return tuple(
            TouchDraft(
                one.day, one.kind, one.direction, "" if self._is_hidden(one.text) else one.text, one.tags, one.time
            )
            for one in touches
        )

    def _revised(self, note: NoteContent) -> date | None:
        """What the note says of its last change, else the last day that it tells of: the same on every machine."""
        said = (parse_date(str(value)) for key, value in note.properties.items() if fold_key(key) in _REVISED)
        return max(filter(None, said), default=self._touched.get(note.path))


def private_names(workspace: Workspace) -> Callable[[str], bool]:
    """Whether a text names somebody who is private: by name, by alias, or by a first name that nobody else has."""
    records = [record for _, record in contact_records(workspace.connection)]
    private = [record for record in records if record["private"]]
    open_firsts = {_first(record) for record in records if not record["private"]}
    names = {fold(name) for record in private for name in (record["name"], *record["aliases"])}
    names |= {_first(record) for record in private} - open_firsts
    wanted = tuple(sorted(name for name in names if len(name) >= _SHORTEST))
    return lambda text: names_in(text, wanted)


def _first(record: dict[str, Any]) -> str:
    return fold(record["name"]).partition(" ")[0]
