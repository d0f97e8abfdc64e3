"""Promises: open tasks about people. In a contact's note, or linking a contact; with `#waiting`, what I wait for.

- [ ] Send [[Ada Lovelace]] the mortality paper 📅 2026-06-18
-> TaskRow(line=12, text="Send [[Ada Lovelace]] the mortality paper", due="2026-06-18", ...)
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.model.leading_date import leading_date
from vaultnet.model.rules import Rules
from vaultnet.model.sections import NOWHERE, headings_under
from vaultnet.model.touch_row import exchange_tags, take_tags, words_of
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import Document
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.list_item import ListItem
from vaultnet.text.problem import Problem

_HAS_ID = lazy_pattern(r"🆔|\bid::")


class TaskRow(NamedTuple):
    """One open task as the index keeps it. `made` is when it was promised, as far as the note tells: ➕, the date of
    the log line it stands under, the note's own date; "" = unknown. `links` are joined by newlines, "" = the note's
    own contact.
    """

    line: int
    text: str
    due: str
    scheduled: str
    start: str
    made: str
    waiting: bool
    recurs: str
    task_id: str
    depends_on: str
    links: str


def read_tasks(
    document: Document, day: str, rules: Rules, problems: list[Problem], *, is_contact: bool
) -> Iterator[TaskRow]:
    """The open tasks of a note that are about someone: all of a contact's, elsewhere those that link. What is only to
    be raised next time (`model/raise_next.py`) is not owed. A task with an id is kept whomever it is about: a promise
    may have to wait for it.
    """
    to_raise = headings_under(document, rules.raise_headings) if is_contact and document.headings else NOWHERE
    for item in document.items.boxed:
        if item.block >= 0 or item.quoted or rules.tasks.status_of(item.mark) != "open":
            continue
        if item.heading in to_raise:
            continue
        words = words_of(document, item.text_start, item.text_end)
        links = document.links_in(item.text_start, item.text_end)
        paths = dict.fromkeys(link.path for link in links if link.path and not link.embed)
        if (paths or is_contact or _HAS_ID.search(words)) and rules.tasks.global_filter in words:
            yield _task(document, item, words, "\n".join(paths), day, rules, problems)


def _task(
    document: Document, item: ListItem, words: str, links: str, day: str, rules: Rules, problems: list[Problem]
) -> TaskRow:
    task = parse_task(words)
    for name in task.impossible:
        message = f'the {name} date "{getattr(task, name)}" is no day of the calendar'
        problems.append(Problem("task-date-unreadable", message, item.line, severity="warning"))
    return TaskRow(
        line=item.line,
        text=take_tags(task.description, rules)[0],
        due=_iso(task.due, rules),
        scheduled=_iso(task.scheduled, rules),
        start=_iso(task.start, rules),
        made=_iso(task.created, rules) or _parent_date(document, item, rules) or day,
        waiting="waiting" in exchange_tags(words, rules).split(),
        recurs=task.recurrence,
        task_id=task.id,
        depends_on=" ".join(task.depends_on),
        links=links,
    )


def _iso(text: str, rules: Rules) -> str:
    day = rules.date(text) if text else None
    return day.isoformat() if day else ""


def _parent_date(document: Document, item: ListItem, rules: Rules) -> str:
    """A promise noted under a dated log line was made on that day."""
    while item.parent >= 0:
        item = document.items[item.parent]
        found = leading_date(document.text, item.text_start, item.text_end, rules)
        if found is not None:
            return found.day.isoformat()
    return ""
