"""Where a line of the log goes in a contact's note, and a task beneath it.

## Activities                    ## Activities
* 2026-04-01 email to: ...   ->   * 2026-04-01 email to: ...
* 2026-04-20 call                 * 2026-04-20 call
                                  * 2026-05-02 coffee: talked pensions
                                    - [ ] Call [[Ada]] 📅 2026-06-05
"""

from collections.abc import Sequence

from vaultnet.model.log import read_log
from vaultnet.model.rules import Rules
from vaultnet.text.document import Document
from vaultnet.text.edit import Edit
from vaultnet.text.line import MARKER, line_end_of
from vaultnet.text.list_item import ListItem
from vaultnet.text.section import Order, find_section, insert_among, insert_in_section, items_of


def insert_log_line(document: Document, lines: Sequence[str], rules: Rules) -> Edit:
    """The first line as an item of the log in date order, the others as items beneath it, one level deeper for each
    tab before them. Raises Refused.
    """
    heading = _heading(document, rules)
    section = find_section(document, [heading])
    items = items_of(document, section) if section else _own_log(document, rules)
    indent = _indent(document, items[0] if items else None)
    text = "\n".join((lines[0], *(beneath(line, indent) for line in lines[1:])))
    order: Order = "oldest-first" if rules.settings.log.order == "oldest first" else "newest-first"
    if section is None and items:
        return insert_among(document, items, text, order=order)
    return insert_in_section(document, [heading], text, order=order, create_heading=heading)


def beneath(line: str, indent: str) -> str:
    """A line as an item beneath the one it belongs to, one level deeper for each tab before it."""
    bare = line.lstrip("\t")
    return f"{indent * (1 + len(line) - len(bare))}- {bare}"


def add_tasks(document: Document, line: int, tasks: Sequence[str], rules: Rules) -> list[Edit]:
    """The tasks beneath the item on that line, but for those that the note has."""
    item = next(item for item in reversed(document.items) if item.line == line)
    known = {
        _words(document, each) for each in document.items if each.mark and rules.tasks.status_of(each.mark) == "open"
    }
    own = document.text[item.start :]
    outer = own[: len(own) - len(own.lstrip(" \t"))]
    begin = f"{line_end_of(document.text)}{outer}{_indent(document, item)}- "
    return [Edit(item.end, item.end, begin + task) for task in tasks if task.removeprefix("[ ] ") not in known]


def _heading(document: Document, rules: Rules) -> str:
    """The heading of the note's log: the first of the settings that has touches, else the first there is."""
    headings = rules.settings.log.headings
    touched = {row.line for row in read_log(document, rules)}
    known = [(name, section) for name in headings if (section := find_section(document, [name]))]
    used = (name for name, section in known if any(item.line in touched for item in items_of(document, section)))
    return next(used, known[0][0] if known else headings[0])


def _own_log(document: Document, rules: Rules) -> tuple[ListItem, ...]:
    """The log of a note that has it under no heading, or under one of its own: the list with the newest touch."""
    rows = {row.line: row for row in read_log(document, rules)}
    touched = [item for item in document.items if item.line in rows and item.parent < 0]
    newest = max(touched, key=lambda item: rows[item.line].date, default=None)
    return tuple(item for item in touched if newest and item.heading == newest.heading)


def _indent(document: Document, item: ListItem | None) -> str:
    """What an item beneath this one is indented by: a tab where the note uses them, else the width of the bullet."""
    text = document.text
    if any(text.startswith("\t", each.start) for each in document.items):
        return "\t"
    marker = MARKER.match(text[item.start : item.text_end].lstrip(" \t")) if item else None
    return " " * len(marker[1] + marker[2]) if marker else "  "


def _words(document: Document, item: ListItem) -> str:
    return document.text[item.text_start : item.text_end]
