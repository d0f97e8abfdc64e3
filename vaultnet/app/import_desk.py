r"""Where the rows of an import are placed one after another: each sees what those before it came to.

desk = ImportDesk(workspace, prefer=frozenset())
desk.place(draft)     ->  ImportRow("Connections.csv", 5, "Ada Example", "created", "People/Ada Example.md", ("new",))
desk.changes()        ->  FileChange("People/Ada Example.md", None, "---\n...", "import"), ...

A row counts as created or updated only if the note, read again, says all that the row said.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from vaultnet.app.contact_template import ContactTemplate
from vaultnet.app.import_links import ImportLinks
from vaultnet.app.import_row import ImportRow, Outcome
from vaultnet.app.new import folder_of, new_uid
from vaultnet.app.set_property import usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass, replace
from vaultnet.edits.imported_note import Additions, additions_of, amend_note, fill_note, says_all, without_told
from vaultnet.edits.new import free_stem, portable_name
from vaultnet.errors import NotWritten, UsageError
from vaultnet.exchange.demotion import demote, said_in_notes
from vaultnet.exchange.draft import Draft
from vaultnet.exchange.matching import Candidate, Keys, Known, Match, find_match, keys_of_draft, keys_of_record
from vaultnet.exchange.merging import EXTRA, Gain, Merged, merge, whole
from vaultnet.model.contact import Contact
from vaultnet.model.country import find_country
from vaultnet.model.entry import Entry, build_entry
from vaultnet.storage.lookup import all_paths, contact_records
from vaultnet.text.change import FileChange
from vaultnet.text.problem import Refused
from vaultnet.text.resolve import key_of

CREATE, SKIP = "create", "skip"  # what an answer may say besides the path of a note


@dataclass(slots=True)
class _Text:
    """A note in work: as it is on disk (None for a new one), as it will be, and the line of the row that made it."""

    before: str | None
    after: str
    made_by: int = 0


class ImportDesk:
    """`prefer` are the fields in which the input goes before the note."""

    def __init__(self, workspace: Workspace, prefer: frozenset[str]) -> None:
        self._workspace = workspace
        self._prefer = prefer
        self._texts: dict[str, _Text] = {}
        self._rules = workspace.config.rules
        self._country = find_country(workspace.config.settings.me.country) or ""
        self._there = {key_of(path): path for path in reversed(all_paths(workspace.connection))}
        self._taken = set(self._there)
        self._folder = folder_of(workspace, "contact")
        self._usual = usual_keys(workspace)
        self._links = ImportLinks(workspace)
        self._template = ContactTemplate(workspace)

    def place(self, draft: Draft, answer: str = "") -> ImportRow:
        """What becomes of a row; `answer` is what the user says of it. Raises UsageError for one that means nothing."""
        if answer == SKIP:
            return _placed(draft, "rejected", "", "left out, as the plan says")
        keys = keys_of_draft(draft, self._country)
        draft = draft if draft.name or not draft.email else replace(draft, name=draft.email[0])
        match = self._answered(answer, draft, keys) if answer else find_match(keys, self._known)
        if match.candidates:
            words = (f"{one.path} {one.why}" for one in match.candidates)
            return _placed(draft, "ambiguous", "", *words)._replace(candidates=match.candidates)
        if not match.path and draft.only_known and not answer:
            return _placed(draft, "rejected", "", _stranger_words(draft))
        try:
            if match.path:
                return self._update(draft, keys, match)
            if not answer and (there := self._namesake(draft)):
                why = "has the name, and is read as no contact: see `vaultnet check`, or decide with --plan"
                return _placed(draft, "ambiguous", "", f"{there} {why}")._replace(candidates=(Candidate(there, why),))
            return self._create(draft, keys)
        except Refused as refused:
            return _placed(draft, "rejected", match.path, f"line {refused.problem.line}: {refused.problem.message}")
        except (NotWritten, UsageError) as refused:
            return _placed(draft, "rejected", match.path, refused.message)

    def changes(self) -> Iterator[FileChange]:
        """One a note that would be other than it is."""
        for path, text in self._texts.items():
            if text.before != text.after:
                yield FileChange(path, text.before, text.after, "import")

    def _answered(self, answer: str, draft: Draft, keys: Keys) -> Match:
        if answer == CREATE:
            return self._created_before(draft, keys)
        if answer not in self._known.keys_by_path:
            raise UsageError(f'"{answer}" is no contact: write {CREATE}, {SKIP} or the path of a contact\'s note')
        return Match(answer, "the plan")

    def _created_before(self, draft: Draft, keys: Keys) -> Match:
        """Whom the same plan made at an earlier import: one of this name and key, whose note says all of the row."""
        match = find_match(keys, self._known)
        for path in filter(None, (match.path, *(one.path for one in match.candidates))):
            if keys.is_of_one_with(self._known.keys_by_path[path]) and self._says_all(draft, path):
                return Match(path, "the plan")
        return Match("", "")

    def _says_all(self, draft: Draft, path: str) -> bool:
        text = self._note(path).after
        additions, _ = without_told(additions_of(draft), self._read(path, text).touches)
        return not additions.touches and not self._missing(draft, path, text) and says_all(text, additions)

    def _namesake(self, draft: Draft) -> str:
        """A note of this name that is no contact: perhaps a contact's that is broken."""
        path = self._there.get(key_of(portable_name(draft.name)), "")
        return "" if path in self._known.keys_by_path else path

    def _create(self, draft: Draft, keys: Keys, *, with_words: bool = False) -> ImportRow:
        """With `with_words` what the note could not say in its fields stands in its notes already."""
        stem = free_stem(portable_name(draft.name), self._taken)
        path = "/".join(filter(None, (self._folder, f"{stem}.md")))
        name = [Gain("name", "=", draft.name)] if stem != draft.name else []
        gains = [self._links.linked(gain) for gain in (*name, *whole(draft))]
        uid = draft.uid or new_uid(self._workspace, stem, len(self._taken))
        text = fill_note(self._template.render(stem, uid), gains, additions_of(draft), self._rules, self._usual)
        if (left := self._missing(draft, path, text)) and not with_words:
            return self._create(demote(draft, left), keys, with_words=True)
        self._refuse_unless_whole(draft, path, text, left)
        self._texts[path] = _Text(None, text, draft.line)
        self._taken.add(key_of(path))
        self._known.add(path, replace(keys, uid=frozenset((uid.lower(),))))
        self._known.fresh.add(path)
        return _placed(draft, "created", path, "new")

    def _update(self, draft: Draft, keys: Keys, match: Match, *, with_words: bool = False) -> ImportRow:
        note = self._note(match.path)
        entry = self._read(match.path, note.after)
        merged = self._merge(draft, entry, note.after)
        gains = [self._links.linked(gain) for gain in merged.gains]
        additions, told = without_told(additions_of(draft), entry.touches)
        after = amend_note(note.after, gains, additions, self._rules, self._usual)
        if after != note.after or gains:
            if (left := self._missing(draft, match.path, after)) and not with_words:
                return self._update(demote(draft, left), keys, match, with_words=True)
            self._refuse_unless_whole(draft, match.path, after, left)
        self._known.add(match.path, keys)
        outcome: Outcome = "updated" if after != note.after else "unchanged"
        gained = _gain_words([gain.key for gain in gains], additions if after != note.after else None)
        words = filter(None, (_same_words(note, match), gained, *_difference_words(merged)))
        note.after = after
        return _placed(draft, outcome, match.path, *words)._replace(told=told)

    def _missing(self, draft: Draft, path: str, text: str) -> tuple[Gain, ...]:
        """What a second import of the same row would find to add: nothing, if the note says it all."""
        return self._merge(draft, self._read(path, text), text).gains

    def _refuse_unless_whole(self, draft: Draft, path: str, text: str, left: Sequence[Gain]) -> None:
        missing = [gain.key for gain in left]
        if not says_all(text, additions_of(draft)):
            missing.append("notes")
        if missing:
            missed = ", ".join(dict.fromkeys(missing))
            raise UsageError(f"the note would not say what the row says ({missed})", path=path)

    def _merge(self, draft: Draft, entry: Entry, text: str) -> Merged:
        assert isinstance(entry.record, Contact)
        newest = max((touch.date for touch in entry.touches), default="")
        kept = entry.properties.get(EXTRA)
        merged = merge(
            draft,
            entry.record,
            self._workspace.today,
            newest_touch=date.fromisoformat(newest) if newest else None,
            extra=[str(line) for line in kept] if isinstance(kept, list) else [],
            country=self._country,
            prefer=self._prefer,
        )
        return replace(merged, gains=tuple(gain for gain in merged.gains if not _is_told(gain, text)))

    def _note(self, path: str) -> _Text:
        if path not in self._texts:
            text = self._workspace.read(path)
            if text is None:
                raise NotWritten("the note is gone", path=path)
            self._texts[path] = _Text(text, text)
        return self._texts[path]

    def _read(self, path: str, text: str) -> Entry:
        entry = build_entry(path, text, self._rules)
        if not isinstance(entry.record, Contact):
            raise NotWritten("the note would not be read as a contact: see [contacts] in vaultnet.toml", path=path)
        return entry

    @cached_property
    def _known(self) -> Known:
        known = Known()
        for path, record in contact_records(self._workspace.connection):
            known.add(path, keys_of_record(record, self._country))
        return known


def _is_told(gain: Gain, text: str) -> bool:
    """Whether the note names somebody in words because it could not in a field, at an earlier import."""
    words = said_in_notes(gain)
    return bool(words) and says_all(text, additions_of(Draft(0, "", notes=words)))


def _placed(draft: Draft, outcome: Outcome, path: str, *why: str) -> ImportRow:
    return ImportRow(draft.source, draft.line, draft.name, outcome, path, why)


def _stranger_words(draft: Draft) -> str:
    """How often there was something with somebody who has no note: so one sees whom to add."""
    days = {touch.day for touch in draft.touches}
    if not days or not draft.email:
        return "nobody in the vault has this name or address"
    return f"nobody in the vault has the address {draft.email[0]} (days: {len(days)}, last on {max(days).isoformat()})"


def _same_words(note: _Text, match: Match) -> str:
    return (
        f"the person of line {note.made_by}, matched by {match.by}" if note.before is None else f"matched by {match.by}"
    )


def _gain_words(keys: list[str], additions: Additions | None) -> str:
    parts = (
        [*keys, *(name.replace("_", " ") for name, said in additions._asdict().items() if said)] if additions else keys
    )
    return f"gains {', '.join(dict.fromkeys(parts))}" if parts else ""


def _difference_words(merged: Merged) -> tuple[str, ...]:
    return tuple(f"keeps {one.key} {one.ours} (here {one.theirs})" for one in merged.differences)
