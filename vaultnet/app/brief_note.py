"""The note that a brief goes into: the one that is named, the next meeting with somebody, else a new one.

find_brief_note(workspace, "Emeka", Wishes())     ->  BriefNote("Meetings/2026-06-16 Coffee with Emeka.md", "meeting")
find_brief_note(workspace, "Annelies", Wishes())  ->  BriefNote("Meetings/Coffee with Annelies Vroom.md", "meeting",
                                                          planned=FileChange(...))  which says no day yet
"""

from contextlib import suppress
from datetime import date
from typing import NamedTuple

from vaultnet.app.new import plan_new_note
from vaultnet.app.who import find_unread, get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.edits.property_key import find_own_key
from vaultnet.errors import AmbiguousName, NothingFound, NotWritten, UsageError
from vaultnet.model.gathering import GATHERING_KEYS
from vaultnet.model.kind_words import kind_word
from vaultnet.model.who import NameRow, find_who
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import name_rows, types_by_path
from vaultnet.storage.meeting_notes import find_meeting_with, load_gathering
from vaultnet.storage.unwritten import PEOPLE, unwritten_rows
from vaultnet.text.change import FileChange
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_edit import set_key
from vaultnet.text.problem import Refused
from vaultnet.text.yaml_value import Value

DEFAULT_KIND = "coffee"  # in person: the default proposal
_TYPES = ("meeting", "event", "group")
_OTHERS = ("organization", "introduction", "goals", "trip")
_WITH = {"en": "with", "de": "mit"}


class Wishes(NamedTuple):
    """What a new meeting is to be like; `kind` as typed, `place` as text."""

    day: date | None = None
    kind: str = ""
    minutes: int | None = None
    place: str = ""


class BriefNote(NamedTuple):
    """`planned` makes or shapes the note first; `person` is whom a new one is with: a path, or a name."""

    path: str
    kind: str
    planned: FileChange | None = None
    person: str = ""


def find_brief_note(workspace: Workspace, words: str, wishes: Wishes) -> BriefNote:
    """A note by its path or title goes before a person of that name, a person before a part of a title.

    Raises NothingFound, AmbiguousName, and UsageError where the wishes do not fit.
    """
    if wishes.day and wishes.day < workspace.today:
        raise UsageError(f"{wishes.day.isoformat()} is past: a brief prepares a meeting, `vaultnet log` notes one down")
    rows = name_rows(workspace.connection, *_TYPES)
    path = _titled(workspace, words, rows)
    if path is None:
        try:
            person = _person(workspace, words)
        except NothingFound as nobody:
            path = _by_part(workspace, words, rows, nobody)
        else:
            return _with_person(workspace, person, wishes)
    if any(wishes):
        raise UsageError(f"{path} is a note already: --date, --kind, --minutes and --at shape a new one with somebody")
    return BriefNote(path, types_by_path(workspace.connection)[path])


def _titled(workspace: Workspace, words: str, rows: list[NameRow]) -> str | None:
    """The note of that path or whole title. Of several meetings of one title the one that is still to come."""
    asked = words.strip().removeprefix("[[").removesuffix("]]").partition("|")[0].strip()
    by_path = {row.path for row in rows if row.path in {asked, f"{asked}.md"}}
    found = sorted(by_path or {row.path for row in rows if row.key == fold(asked)})
    if len(found) > 1:
        today = workspace.today
        days = {path: load_gathering(workspace.connection, path).day for path in found}
        found = [path for path in found if (day := days[path]) and day >= today] or found
        if len(found) > 1:
            raise AmbiguousName(words, candidates=tuple(found))
    return found[0] if found else None


def _by_part(workspace: Workspace, words: str, rows: list[NameRow], nobody: NothingFound) -> str:
    """The note whose title the words are a part of. Raises `nobody`, or says what else goes by that name."""
    if find_unread(workspace, words):
        raise nobody
    with suppress(NothingFound):
        return find_who(words, rows)
    others = [row.path for row in name_rows(workspace.connection, *_OTHERS) if row.key == fold(words)]
    if others:
        raise UsageError(f"{others[0]} is no person, meeting, event or group: those have briefs", path=others[0])
    raise nobody


def _person(workspace: Workspace, words: str) -> str:
    """A contact's path, else the name of somebody whom notes speak of."""
    try:
        return get_contact(workspace, words)
    except NothingFound:
        if find_unread(workspace, words):
            raise
        strangers = [row for row in unwritten_rows(workspace.connection, PEOPLE) if fold(row.title) == fold(words)]
        if not strangers:
            raise
        return strangers[0].path


def _with_person(workspace: Workspace, person: str, wishes: Wishes) -> BriefNote:
    path = find_meeting_with(workspace.connection, person, workspace.today, wishes.day)
    if path is None:
        return _new(workspace, person, wishes)
    if not any(wishes) or (wishes.day and not any(wishes[1:]) and _day_of(workspace, path)):
        return BriefNote(path, "meeting")
    if _day_of(workspace, path):
        raise UsageError(f"{path} has its day already: change its kind, minutes and place there", path=path)
    text = workspace.read(path) or ""
    return BriefNote(path, "meeting", FileChange(path, text, _shaped(workspace, path, text, wishes), "brief"))


def _day_of(workspace: Workspace, path: str) -> date | None:
    return load_gathering(workspace.connection, path).day


def _new(workspace: Workspace, person: str, wishes: Wishes) -> BriefNote:
    """A new meeting; without a day as long as nobody has agreed to one."""
    standing = workspace.network().standing_by_path.get(person)
    if standing and standing.is_gone:
        raise UsageError(f"{standing.name} is marked as {standing.status}: no meeting is proposed", path=person)
    name = standing.name if standing else person
    kind = _kind(workspace, wishes.kind)
    language = workspace.config.settings.vault.language
    word = kind_word(kind, language)
    title = f"{word[:1].upper()}{word[1:]} {_WITH.get(language, 'with')} {name}"
    link = load_link_texts(workspace.connection)[person] if standing else f"[[{person}]]"
    has_day = wishes.day is not None
    made = plan_new_note(workspace, "meeting", title, day=wishes.day, people=(link,), force=True, has_day=has_day)
    shaped = _shaped(workspace, made.path, made.after, wishes._replace(day=None, kind=kind))
    return BriefNote(made.path, "meeting", FileChange(made.path, None, shaped, "brief"), person)


def _kind(workspace: Workspace, typed: str) -> str:
    """A kind of touch in which people talk to one another, by any of its words."""
    if not typed:
        return DEFAULT_KIND
    rules, settings = workspace.config.rules, workspace.config.settings
    kind = settings.kinds.get(rules.kind_by_form.get(fold(typed), typed))
    live = [name for name, one in settings.kinds.items() if one.richness > 1 and name != "event"]
    if kind is None or kind.name not in live:
        raise UsageError(f'"{typed}" is no kind of meeting: write one of {", ".join(live)}')
    return kind.name


def _shaped(workspace: Workspace, path: str, text: str, wishes: Wishes) -> str:
    """The text with the wishes among its properties, under the keys it has for them. Raises NotWritten."""
    values: dict[str, Value] = {
        "date": wishes.day.isoformat() if wishes.day else None,
        "kind": _kind(workspace, wishes.kind) if wishes.kind else None,
        "place": wishes.place or None,
        "minutes": wishes.minutes,
    }
    try:
        for key, value in values.items():
            if value is not None:
                own = [known for known in parse_frontmatter(text).values if known != "type"]
                text = set_key(text, find_own_key(own, key, GATHERING_KEYS) or key, value)
    except Refused as refused:
        raise NotWritten(refused.problem.message, path=path, line=refused.problem.line) from refused
    return text
