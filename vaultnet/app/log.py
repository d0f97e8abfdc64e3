"""One plain sentence into the right notes.

log_sentence(workspace, "coffee with Ada yesterday #gave")
-> Logged(touch={"date": ..., "kind": "coffee", ...}, changes=(FileChange("People/Ada.md", ...),), ...)
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.edits.log import LogPlan, log_line, plan_log
from vaultnet.edits.sentence import LoggedTouch, parse_sentence
from vaultnet.errors import NothingFound, NotWritten, UsageError, VaultnetError
from vaultnet.model.rules import Rules
from vaultnet.model.spoken import spoken_words
from vaultnet.model.who import NameRow, find_exactly
from vaultnet.storage.link_texts import load_link_texts
from vaultnet.storage.lookup import name_rows
from vaultnet.storage.spoken_names import spoken_name_rows
from vaultnet.text.change import FileChange
from vaultnet.text.fold import fold

_NO_CONTACTS = ("organization", "group")  # what a sentence may name where a person should stand


@dataclass(frozen=True, slots=True)
class Logged:
    """`read_touch` reads the JSON object out of the new text; `changes` are those that change something; `lines` tell
    the user what was noted.
    """

    read_touch: Callable[[], dict[str, Any]]
    changes: tuple[FileChange, ...]
    lines: tuple[str, ...]

    @property
    def paths(self) -> list[str]:
        return [change.path for change in self.changes]


def log_sentence(
    workspace: Workspace, sentence: str, *, who: Sequence[str], kind: str, day: str, follow_up: str
) -> Logged:
    """Plan what a sentence means. Writes nothing. Raises UsageError, AmbiguousName for a sentence that
    cannot be meant, NotWritten (with the line to paste) when a note it belongs in is broken.
    """
    links = load_link_texts(workspace.connection)
    rules, today = workspace.config.rules, workspace.today
    on = workspace.natural_date(day) if day else None
    parse = partial(parse_sentence, sentence, rules=rules, today=today, who=who, kind=kind, day=on, links=links)
    touch, rows = _touch_among(
        workspace, parse, None if who else spoken_words(sentence), fold(" ".join((sentence, *who)))
    )
    workspace.notices += _notices_of_strangers(workspace, touch)
    stubs = _stubs(workspace, touch)
    named = [links[path] for path in touch.people] + [f"[[{_stem(stubs[name].path)}]]" for name in touch.new_people]
    task = _next_task(follow_up, named, rules, today) if follow_up else ""
    texts = {path: workspace.read(path) or "" for path in touch.people}
    plan = plan_log(touch, texts, rules, links=links, stubs=stubs, next_task=task)
    _refuse_if_incomplete(plan)
    changes = tuple(change for change in plan.changes if change.is_change)
    line = log_line(touch, named[1:], rules)
    read_touch = partial(_read_touch, touch, plan, line, rules)
    return Logged(read_touch, changes, tuple(_lines(plan, rows, line, task)))


def _touch_among(
    workspace: Workspace, parse: Callable[..., LoggedTouch], words: Collection[str] | None, said: str
) -> tuple[LoggedTouch, Sequence[NameRow]]:
    """The touch, and the names it was sought among: those that have one of the words. All are asked for only where the
    sentence cannot be meant (whoever is near it is proposed) or where `words` cannot be told. `said`: all, folded.
    """
    connection = workspace.connection
    if words is not None:
        rows = spoken_name_rows(connection, words)
        with suppress(VaultnetError):
            return parse(rows=rows), rows
    rows = name_rows(connection)
    try:
        return parse(rows=rows), rows
    except (NothingFound, UsageError) as error:  # a word of the command line that cannot be meant
        if found := _of_unread(workspace, parse, rows):
            return found, rows
        if path := _find_no_contact(workspace, error.message, said):
            raise UsageError(f"{path} is no contact: name whom you met there", path=path) from error
        raise UsageError(error.message, candidates=error.candidates) from error


def _stubs(workspace: Workspace, touch: LoggedTouch) -> dict[str, FileChange]:
    """A note for each person who has none yet, by name."""
    names = (*touch.new_people, *touch.new_mentions)
    if not names:
        return {}
    from vaultnet.app.new import plan_new_note  # with templates and uids: most sentences make no note

    return {
        name: plan_new_note(workspace, "contact", name, met=touch.day if name in touch.new_people else None)
        for name in names
    }


def _notices_of_strangers(workspace: Workspace, touch: LoggedTouch) -> list[str]:
    """What to write for a person who was named beside others; an organization that has a note is none."""
    if not touch.strangers:
        return []
    others = name_rows(workspace.connection, *_NO_CONTACTS)
    strangers = (name for name in touch.strangers if not find_exactly(name, others))
    return [f'"{name}" is in no note: write **{name}** to make one' for name in strangers]


def _of_unread(workspace: Workspace, parse: Callable[..., LoggedTouch], rows: Sequence[NameRow]) -> LoggedTouch | None:
    """The touch, where the sentence names somebody whose note cannot be read: refused later, with the line to paste."""
    from vaultnet.storage.unread import unread_rows

    unread = unread_rows(workspace.connection)
    try:
        touch = parse(rows=[*rows, *unread]) if unread else None
    except VaultnetError:
        return None
    return touch if touch and set(touch.people) & {row.path for row in unread} else None


def _find_no_contact(workspace: Workspace, refusal: str, said: str) -> str | None:
    """The note of an organization or a group, if its name is what the refusal quotes: the one that nobody has."""
    name = fold(refusal.partition('"')[2].partition('"')[0])
    rows = name_rows(workspace.connection, *_NO_CONTACTS) if name else []
    return min((row.path for row in rows if row.key in said and f"{row.key} ".startswith(f"{name} ")), default=None)


def _refuse_if_incomplete(plan: LogPlan) -> None:
    """A touch with two people is noted with both or with nobody: half a memory is worse than a refusal."""
    if plan.not_logged:
        refused = plan.not_logged[0]
        raise NotWritten(
            f"{refused.problem.message}; nothing was written. To paste once it is mended:\n{refused.lines}",
            path=refused.path,
            line=refused.problem.line,
        )


def _next_task(follow_up: str, named: Sequence[str], rules: Rules, today: date) -> str:
    from vaultnet.edits.next_task import plan_next

    return plan_next(follow_up, named, rules, today)


def _read_touch(touch: LoggedTouch, plan: LogPlan, line: str, rules: Rules) -> dict[str, Any]:
    from vaultnet.app.written_touch import written_touch  # of a dozen lines that are logged one is asked for as JSON

    met = plan.changes[: len(touch.people) + len(touch.new_people)]
    return written_touch(met[0].path, met[0].after, line, tuple(change.path for change in met), rules)


def _lines(plan: LogPlan, rows: Sequence[NameRow], line: str, task: str) -> list[str]:
    """What was noted, where; new notes are named so that a slip of the pen is seen at once."""
    title_by_path = {row.path: row.title for row in rows}
    said = [f"- {line}\n  - {task}" if task else f"- {line}"]
    for change in plan.changes:
        if change.is_change:
            title = title_by_path.get(change.path, _stem(change.path))
            said.append(f"  {'new contact' if change.before is None else 'in'} {title} ({change.path})")
    return said


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")
