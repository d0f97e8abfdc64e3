r"""A contact's note as an import leaves it: made whole, or with what was missing added, and not one byte besides.

fill_note(template, [Gain("company", "=", "Acme")], additions, ...)      a new note, front matter, log and all
amend_note("---\ncompany: Acme\n---\n", [Gain("phone", "=", "+31...")], additions, ...)
->  "---\ncompany: Acme\nphone: \"+31...\"\n---\n"                      a line more, the others as they were
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from vaultnet.edits.imported_log import LoggedLine, log_all
from vaultnet.edits.log import log_line
from vaultnet.edits.sentence import LoggedTouch
from vaultnet.edits.set_property import Assignment, plan_property
from vaultnet.exchange.draft import Draft, TaskDraft, TouchDraft
from vaultnet.exchange.merging import Gain
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import TouchRow
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.heading import fold_heading
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import blank_line_at_end, find_section, insert_in_section
from vaultnet.text.yaml_writer import render_entry

_LIFE_EVENTS, _PROMISES, _NOTES = "Life events", "Promises", "Notes"
_TITLES = {"de": {_LIFE_EVENTS: "Lebensereignisse", _PROMISES: "Versprechen", _NOTES: "Notizen"}}
_NUMBER = re.compile(r"[0-9]+")
# What somebody else's text could begin that swallows what stands below it: a comment, a tag; not `<https://...>`.
_MARKER = re.compile(r"<(?!https?:|mailto:)(?=[A-Za-z!/?])")
_COMMENT = re.compile(r"%(?=%)")
_CHECKBOX = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[(?=.\](?:[ \t]|$))", re.MULTILINE)  # nobody's promise
_FENCE = re.compile(r"^([ \t]*)(?=```|~~~|-{2,}[ \t]*$|=+[ \t]*$|#{1,6}(?:[ \t]|$))", re.MULTILINE)
_BEFORE_WORDS = " \t>*-+\\"  # of a line of prose, when it is asked whether the note says it

Usual = Callable[[str, str], str]  # (type of note, key) -> the spelling that this vault uses


class Additions(NamedTuple):
    """What belongs into the body of the note. `links` are links by folded name, for people who were met together."""

    notes: str = ""
    life_events: tuple[str, ...] = ()
    touches: tuple[TouchDraft, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()
    body: str = ""


def additions_of(draft: Draft) -> Additions:
    """What a draft says besides properties."""
    events = tuple(f"{day.isoformat()} {' '.join(words.split())}" for day, words in draft.life_events)
    return Additions(_tame(draft.notes), events, draft.touches, draft.tasks, draft.body)


def without_told(additions: Additions, rows: Sequence[TouchRow]) -> tuple[Additions, frozenset[int]]:
    """What is left of the touches that were made of several rows each when the note tells `rows`; and the lines of
    those that it tells, also where the user has gone on writing behind their words.
    """
    told = [
        touch
        for touch in additions.touches
        if (touch.rows or not touch.text) and any(_tells(row, touch) for row in rows)
    ]
    fresh = tuple(touch for touch in additions.touches if touch not in told)
    new = {line for touch in fresh for line in touch.rows}
    return additions._replace(touches=fresh), frozenset(line for touch in told for line in touch.rows) - new


def _tells(row: TouchRow, touch: TouchDraft) -> bool:
    if (row.date, row.kind, row.direction) != (touch.day.isoformat(), touch.kind, touch.direction or row.direction):
        return False
    ours, theirs = _NUMBER.sub("", touch.text), _NUMBER.sub("", row.text)
    return theirs.startswith(ours) or (bool(theirs) and ours.startswith(theirs))


def fill_note(template: str, gains: Sequence[Gain], additions: Additions, rules: Rules, usual: Usual) -> str:
    """A new contact's note: the template with every property in its front matter, in one go.

    Raises Refused where the template cannot be filled so that it reads as meant.
    """
    frontmatter = parse_frontmatter(template)
    named = [(usual("contact", gain.key), gain.value) for gain in gains]
    fresh = {key: value for key, value in named if key not in frontmatter.values}
    if frontmatter.fence is None or len(fresh) < len(named):
        text = _amend_properties(template, gains, rules, usual)
    else:
        lines = "".join(f"{render_entry(key, value)}\n" for key, value in fresh.items())
        place = frontmatter.fence.inner_end
        text = apply_edits(template, [Edit(place, place, lines)])
        read = parse_frontmatter(text)
        if not read.editable or dict(read.values) != {**frontmatter.values, **fresh}:
            raise Refused(Problem("frontmatter-unsafe-edit", "the values would not read as meant in this template"))
    return _amend_body(_with_body(text, additions.body, rules), additions, rules)


def amend_note(text: str, gains: Sequence[Gain], additions: Additions, rules: Rules, usual: Usual) -> str:
    """The note with what it lacks. The same text where it lacks nothing. Raises Refused for a broken note."""
    return _amend_body(_amend_properties(text, gains, rules, usual), additions, rules)


def says_all(text: str, additions: Additions) -> bool:
    """Whether the note has all of the prose, life events and promises: touches are read back with the note."""
    lines = (*additions.life_events, *(_task_line(task).removeprefix("[ ] ") for task in additions.tasks))
    prose = _prose(additions)
    return not (prose and _unsaid(prose, text)) and all(_is_said(text, line) for line in lines)


def _amend_properties(text: str, gains: Sequence[Gain], rules: Rules, usual: Usual) -> str:
    for gain in gains:
        text = plan_property(text, "contact", Assignment(gain.key, gain.operator, gain.value), rules, usual).text
    return text


def _amend_body(text: str, additions: Additions, rules: Rules) -> str:
    text = _with_notes(text, _prose(additions), rules)
    for event in additions.life_events:
        text = _with_line(text, event, _LIFE_EVENTS, rules)
    touches = sorted(additions.touches, key=lambda touch: (touch.day, touch.time))
    lines = (LoggedLine(touch.day, log_line(_logged(touch, rules), (), rules)) for touch in touches)
    text = log_all(text, lines, rules)
    for task in additions.tasks:
        text = _with_line(text, _task_line(task), _PROMISES, rules)
    return text


def _logged(touch: TouchDraft, rules: Rules) -> LoggedTouch:
    tags = " ".join(f"#{getattr(rules.settings.tags, tag, tag)}" for tag in touch.tags)
    words = " ".join(filter(None, (" ".join(touch.text.split()), tags)))
    return LoggedTouch(touch.day, touch.time, touch.kind, touch.direction, (), (), touch.tags, words)


def _task_line(task: TaskDraft) -> str:
    words = " ".join(filter(None, (" ".join(task.text.split()), "#waiting" if task.is_waiting else "")))
    return f"[ ] {words}{f' 📅 {task.due.isoformat()}' if task.due else ''}"


def _prose(additions: Additions) -> str:
    """The notes, and the body of a note as prose: a note that is there keeps its own sections."""
    return "\n\n".join(filter(None, (additions.notes, _tame(additions.body))))


def _with_body(text: str, body: str, rules: Rules) -> str:
    """The body of another tool's note behind the front matter, line for line, unless it would swallow what follows. One
    that has a log needs no second one.
    """
    if not body:
        return text
    start = parse_frontmatter(text).body_start
    whole = parse_document(f"{body}\n\n# end\n")
    is_closed = bool(whole.headings) and whole.headings[-1].start > len(body) and not whole.blocks
    rest = text[start:].strip("\n")
    is_log = fold_heading(rest.lstrip("# ")) in rules.log_headings
    if is_log and find_section(whole, tuple(rules.settings.log.headings)):
        rest = ""
    return f"{text[:start]}{body if is_closed else _tame(body)}\n{f'{chr(10)}{rest}{chr(10)}' if rest else ''}"


def _with_line(text: str, line: str, title: str, rules: Rules) -> str:
    """The line as an item of the section, unless the note says it somewhere."""
    if _is_said(text, line.removeprefix("[ ] ")):
        return text
    own = _title(title, rules)
    edit = insert_in_section(parse_document(text), (title, own), line, at="bottom", create_heading=own)
    return apply_edits(text, [edit])


def _with_notes(text: str, notes: str, rules: Rules) -> str:
    """Prose behind the front matter of a note that has none; else at the end of its `## Notes`."""
    if not notes:
        return text
    document = parse_document(text)
    notes = _unsaid(notes, text[document.frontmatter.body_start :])
    if not notes:
        return text
    start = document.frontmatter.body_start
    first = document.headings[0].start if document.headings else len(text)
    if not text[start:first].strip():
        gap = "" if not text[start:].strip() else "\n"
        return f"{text[:start]}{notes}\n{gap}{text[start:].lstrip(chr(10))}"
    return _at_end_of_notes(document, notes, _title(_NOTES, rules))


def _unsaid(notes: str, body: str) -> str:
    """The lines that the note does not have; all of them, with the blank ones between, where it has none."""
    said = {_bare(line) for line in body.split("\n")}
    lines = notes.split("\n")
    missing = [line for line in lines if _bare(line) and _bare(line) not in said]
    return notes if len(missing) == sum(bool(_bare(line)) for line in lines) and missing else "\n".join(missing)


def _bare(line: str) -> str:
    return fold(line.replace("&lt;", "<").replace("\\%", "%").strip(_BEFORE_WORDS))


def _at_end_of_notes(document: Document, notes: str, title: str) -> str:
    text = document.text
    section = find_section(document, (_NOTES, title))
    if section is None:
        return f"{text}{blank_line_at_end(text)}## {title}\n{notes}\n"
    said = text[: section.own_end].rstrip("\n")
    rest = text[section.own_end :]
    return f"{said}\n\n{notes}\n{chr(10) if rest else ''}{rest}"


def _is_said(text: str, words: str) -> bool:
    return fold(words) in fold(text)


def _title(title: str, rules: Rules) -> str:
    return _TITLES.get(rules.settings.vault.language, {}).get(title, title)


def _tame(notes: str) -> str:
    """Prose of somebody else's making, so that it opens no comment, fence or rule in the note."""
    tagless = _MARKER.sub("&lt;", notes.replace("\r\n", "\n").strip())
    unticked = _CHECKBOX.sub(r"\1\\[", tagless)
    return _FENCE.sub(r"\1\\", _COMMENT.sub(r"\%", unticked))
