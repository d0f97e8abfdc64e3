"""A touch, written into the notes of those who were met: one dated line in each, where their log stands.

    ## Log                                              ## Log
    - 2026-04-01 email to: asked about the talk   ->    - 2026-05-02 coffee: with [[Bob Byron]], she offered an intro
                                                        - 2026-04-01 email to: asked about the talk

- The order that a log has is kept; a note without one gets the first heading of the settings at its end.
- Whoever else was met is named in the line. That makes no second touch: a contact's log counts for that contact only.
- What comes next stands beneath the line, as an open task: so it is known on which day it was promised.
- `last-contact` is moved, forward only, in a note that has it; the day it told becomes a line of its own, where no
  other line tells it.
- A touch that is there already (same day, kind, words) is not written twice.
- A note that is broken is not written; the line to paste comes back instead.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

from vaultnet.dataclass import dataclass
from vaultnet.edits.log_place import add_tasks, insert_log_line
from vaultnet.edits.people_words import join_people
from vaultnet.edits.sentence import LoggedTouch
from vaultnet.edits.sentence_grammar import grammar_of
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.log import read_dated_headings, read_log, read_yaml_interactions
from vaultnet.model.note_values import read_values
from vaultnet.model.properties import Properties
from vaultnet.model.reader import Reader, scalar_text
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import TouchRow
from vaultnet.text.change import FileChange
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import apply_edits
from vaultnet.text.fold import fold
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import refuse_if_broken

_THERE = "already there"


@dataclass(frozen=True, slots=True)
class NotLogged:
    """A note that cannot be written safely: why, and the lines to paste into it."""

    path: str
    lines: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class LogPlan:
    """One change a note, also where nothing changes (then `why` says so); `not_logged` stands for the rest."""

    changes: tuple[FileChange, ...]
    not_logged: tuple[NotLogged, ...] = ()


def plan_log(
    touch: LoggedTouch,
    text_by_path: Mapping[str, str],
    rules: Rules,
    *,
    links: Mapping[str, str] | None = None,
    stubs: Mapping[str, FileChange] | None = None,
    next_task: str = "",
) -> LogPlan:
    """`text_by_path` holds the notes of `touch.people`, `stubs` the notes to be made for the new people by name.

    `next_task` is what `plan_next` made; it goes into the first note.
    """
    made = stubs or {}
    notes: list[tuple[str, str | None, str]] = [(path, text_by_path[path], text_by_path[path]) for path in touch.people]
    notes += [(made[name].path, None, made[name].after) for name in touch.new_people]
    link_by_path = {path: _link(path, {} if links is None else links) for path, _, _ in notes}
    changes: list[FileChange] = []
    refused: list[NotLogged] = []
    for number, (path, before, text) in enumerate(notes):
        others = [link for other, link in link_by_path.items() if other != path]
        lines = [log_line(touch, others, rules)] + ([next_task] if next_task and not number else [])
        try:
            after = log_touch(text, lines, touch.day, rules)
        except Refused as refusal:
            refused.append(NotLogged(path, _to_paste(lines), refusal.problem))
        else:
            changes.append(FileChange(path, before, after, _THERE if after == before else _why(touch, path)))
    mentioned = (made[name] for name in touch.new_mentions if name in made)
    return LogPlan((*changes, *mentioned), tuple(refused))


def log_line(touch: LoggedTouch, others: Sequence[str], rules: Rules) -> str:
    """The line without its bullet; `others` are links to those who were there too."""
    kind = touch.kind
    says_kind = bool(kind) and rules.kind_by_form.get(fold(touch.text)) == kind  # "called", and nothing else
    text = _with_others("" if says_kind else touch.text, others, rules)
    if not kind and rules.kind_in(text) and "mention" in rules.settings.kinds:
        kind = "mention"  # a word of the vocabulary in the text would be read as the kind: "said that lunch was good"
    grammar = grammar_of(rules.settings.vault.language)
    direction = (
        {"to": grammar.words.to_spoken, "from": grammar.words.from_spoken}.get(touch.direction, "") if kind else ""
    )
    head = " ".join(filter(None, (touch.day.isoformat(), touch.time, _written(kind, rules), direction)))
    separator = ": " if kind or not touch.time else " - "  # "10:30:" would be read as a time with seconds
    return f"{head}{separator}{text}" if text else head


def _written(kind: str, rules: Rules) -> str:
    """The vault's own word for a kind: `Kaffee` in a German one."""
    known = rules.settings.kinds.get(kind)
    return known.word or kind if known else kind


def _with_others(text: str, others: Sequence[str], rules: Rules) -> str:
    """`with [[Bob]], she offered ...`; whoever the text links already is not named twice."""
    unnamed = [link for link in others if link[2:-2].partition("|")[0] not in _targets(text)]
    if not unnamed:
        return text
    grammar = grammar_of(rules.settings.vault.language)
    said = f"{grammar.words.with_spoken} {join_people(unnamed, grammar.words.and_spoken)}"
    if not text or text.startswith("#"):
        return f"{said} {text}".strip()
    return f"{said} {text}" if text.partition(" ")[0].lower() in grammar.sets.places else f"{said}, {text}"


def _targets(text: str) -> set[str]:
    return {link.partition("]]")[0].partition("|")[0] for link in text.split("[[")[1:]}


def log_touch(text: str, lines: Sequence[str], day: date, rules: Rules) -> str:
    """The note with the line in it, beneath it the task; with `last-contact` moved where the note has it."""
    document = parse_document(text)
    refuse_if_broken(document)
    there = _find_line(document, lines[0], rules)
    if there is not None:
        after = apply_edits(text, add_tasks(document, there.line, lines[1:], rules))
    else:
        after = apply_edits(text, [insert_log_line(document, lines, rules)])
        refuse_unless_read(document, after, lines[0], rules)
    return move_last_contact(after, day, rules)


def _find_line(document: Document, line: str, rules: Rules) -> TouchRow | None:
    """The touch where it is written already: same day, kind and words, and no tag that it lacks."""
    wanted = _row_of(line, rules)
    item_by_line = {item.line: item for item in document.items}
    for row in read_log(document, rules):
        item = item_by_line[row.line]
        own = document.text[item.text_start : item.text_end].partition("\n")[0]  # without what is nested under it
        if row.date == wanted.date and _essence(_row_of(own, rules)) == _essence(wanted) and _has_tags(row, wanted):
            return row
    return None


def fresh_lines(document: Document, lines: Sequence[str], rules: Rules) -> list[str]:
    """The lines whose touch is not written yet, as `log_touch` looks for them: for many lines in one reading."""
    item_by_line = {item.line: item for item in document.items}
    items = (item_by_line[row.line] for row in read_log(document, rules))
    there: dict[tuple[str, ...], list[TouchRow]] = {}
    for item in items:
        row = _row_of(document.text[item.text_start : item.text_end].partition("\n")[0], rules)
        there.setdefault(_essence(row), []).append(row)
    wanted = ((line, _row_of(line, rules)) for line in lines)
    return [line for line, row in wanted if not any(_has_tags(one, row) for one in there.get(_essence(row), ()))]


def _row_of(line: str, rules: Rules) -> TouchRow:
    """How a line is read by itself."""
    return next(read_log(parse_document(f"- {line}\n"), rules))


def _essence(row: TouchRow) -> tuple[str, ...]:
    return row.date, row.kind, row.direction, row.text


def _has_tags(row: TouchRow, wanted: TouchRow) -> bool:
    return set(wanted.tags.split()) <= set(row.tags.split())


def refuse_unless_read(document: Document, after: str, line: str, rules: Rules) -> None:
    """The new line must be read as this touch, and all others as before: a comment that it opens would hide them."""
    rows = [row._replace(line=0) for row in read_log(document, rules)]
    changed = parse_document(after)
    new = Counter(row._replace(line=0) for row in read_log(changed, rules))
    new.subtract(rows)
    added = [row for row, count in new.items() if count]
    is_one = len(added) == 1 and new[added[0]] == 1 and _essence(added[0])[:3] == _essence(_row_of(line, rules))[:3]
    if not is_one or len(changed.problems) > len(document.problems):
        raise Refused(Problem("log-unreadable", "with this line the note would not be read as before: add it by hand"))


def move_last_contact(text: str, day: date, rules: Rules) -> str:
    """`last-contact`, in the note's own spelling, only where it stands and lies before; a link stays a link. The day it
    told so far is kept in the log. Raises Refused where that line cannot be written.
    """
    values = parse_document(text).frontmatter.values
    key = next((key for key in values if CONTACT_KEYS[key] == "last-contact"), None)
    if key is None:
        return text
    written = scalar_text(values[key]) or ""
    known = rules.date(written) if written else date.min
    if known is None or known >= day:
        return text
    kept = keep_day(text, known, rules) if written else text
    from vaultnet.text.frontmatter_edit import set_key  # noqa: PLC0415  (PyYAML costs 20 ms; few notes have the key)

    return set_key(kept, key, f"[[{day.isoformat()}]]" if written.startswith("[[") else day.isoformat())


def keep_day(text: str, day: date, rules: Rules) -> str:
    """The note with a line in its log for a day that nothing else in it tells: `- 2026-04-02`."""
    document, told = parse_document(text), day.isoformat()
    values = read_values(document, rules)
    reader = Reader(Properties(values.values, CONTACT_KEYS), document.frontmatter, rules.date, values.offsets)
    interactions = read_yaml_interactions(reader, text, rules)
    rows = chain(read_log(document, rules), read_dated_headings(document, rules), interactions)
    if any(row.date == told for row in rows):
        return text
    after = apply_edits(text, [insert_log_line(document, [told], rules)])
    refuse_unless_read(document, after, told, rules)
    return after


def _link(path: str, links: Mapping[str, str]) -> str:
    return links.get(path) or f"[[{path.rsplit('/', 1)[-1].removesuffix('.md')}]]"


def _why(touch: LoggedTouch, path: str) -> str:
    return f"log {touch.kind or 'a touch'} with {path.rsplit('/', 1)[-1].removesuffix('.md')}"


def _to_paste(lines: Sequence[str]) -> str:
    return "\n".join(f"{'  ' if number else ''}- {line}" for number, line in enumerate(lines))
