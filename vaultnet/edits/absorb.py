"""A tick is the whole of the data entry: ticked items of agenda blocks become dated lines in the contacts' logs.

Daily/2026-06-15.md                                          People/Ada Lovelace.md
- [x] Call [[Ada Lovelace]] · 7 months ... ^vn-3f2a-b7d0 she moves to Paris
  - ask about the flat                                       ## Log
                                                        ->   - 2026-06-15 call: she moves to Paris ^vn-3f2a-b7d0
                                                               - ask about the flat

- The kind is the item's first word of the vocabulary, which the user may have changed: `Call` -> `Coffee with`.
- Whatever was typed behind or beneath the generated words goes along; the daily note is left as it is.
- The block id goes along too: a line that bears it is there already, so twice is once, on two machines as well.
- Everybody whom the item links was met; whoever it no longer links was not.
- A block duplicated by a bad merge holds a tick twice: the words of both are taken.
- A ticked copy of a promise ticks the original, with its done date; one that begins with a kind (`Call ...`) is a
  touch besides.
- What cannot be written (a broken note) is pending: the line to paste comes back, and the next run tries again.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from vaultnet.edits.log import log_line
from vaultnet.edits.log_place import insert_log_line
from vaultnet.edits.sentence import LoggedTouch
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import exchange_tags
from vaultnet.text.block import PREFIX_LIMIT, BlockItem, parse_item
from vaultnet.text.change import FileChange
from vaultnet.text.checkbox import TaskForm, parse_task, status_of, write_done
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.fold import fold
from vaultnet.text.item_id import find_item_id, length_of_prefix
from vaultnet.text.list_item import ListItem
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import refuse_if_broken

_BULLET = re.compile(r"^[ \t>]*(?:[-*+](?=\s)|\d{1,9}[.)](?=\s))?")


class Tick(NamedTuple):
    """A ticked item of an agenda block: where it stands, whether it proposed to reach out to somebody, and the open
    promise that it is a copy of, if it is one.
    """

    path: str
    day: date
    key: str
    is_outreach: bool = True
    promise: "Original | None" = None


class Original(NamedTuple):
    """An open task: the note it stands in, and its line."""

    path: str
    line: int


class Pending(NamedTuple):
    """A tick that waits: the note that cannot be written, why, and the lines to paste into it."""

    path: str
    lines: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class AbsorbPlan:
    """`touches` are those that were new, with the path of the note each goes into and the item's key; `kept_promises`
    the (path, line) of the originals that are ticked.
    """

    changes: tuple[FileChange, ...]
    touches: tuple[tuple[str, LoggedTouch, str], ...]
    pending: tuple[Pending, ...]
    kept_promises: frozenset[tuple[str, int]] = frozenset()


def plan_absorb(
    ticks: Iterable[Tick],
    read: Callable[[str], str | None],
    find_contact: Callable[[str, str], str | None],
    rules: Rules,
    *,
    link_by_path: Mapping[str, str],
    form: TaskForm = "emoji",
) -> AbsorbPlan:
    """Plan what all ticks come to. `read` gives a note's text; `find_contact(link, source)` the contact that a link
    leads to, None where there is none.
    """
    plan = _Plan(read, find_contact, rules, link_by_path, form)
    for tick in sorted(ticks, key=lambda tick: (tick.day, tick.path, tick.key)):
        plan.take(tick)
    changes = tuple(
        FileChange(path, before, after, "absorb") for path, (before, after) in plan.texts.items() if before != after
    )
    return AbsorbPlan(changes, tuple(plan.touches), tuple(plan.pending), frozenset(plan.kept_promises))


class _Plan:
    """The texts as the ticks taken so far would leave them."""

    def __init__(
        self,
        read: Callable[[str], str | None],
        find_contact: Callable[[str, str], str | None],
        rules: Rules,
        link_by_path: Mapping[str, str],
        form: TaskForm,
    ) -> None:
        self.read = read
        self.find_contact = find_contact
        self.rules = rules
        self.link_by_path = link_by_path
        self.form = form
        self.texts: dict[str, tuple[str, str]] = {}
        self.touches: list[tuple[str, LoggedTouch, str]] = []
        self.pending: list[Pending] = []
        self.kept_promises: set[tuple[str, int]] = set()
        self._documents: dict[str, Document] = {}

    def take(self, tick: Tick) -> None:
        document = self._document(tick.path)
        twins = [item for item in document.items if _is_ticked(document, item, tick.key)]
        if not twins:
            return
        if tick.promise is not None:
            self._tick_original(tick, tick.promise)
        if tick.is_outreach or _names_a_kind(document, twins[0], self.rules) or _says_more(document, twins, self.rules):
            self._log(tick, document, twins)

    def _document(self, path: str) -> Document:
        if path not in self._documents:
            self._documents[path] = parse_document(self.read(path) or "")
        return self._documents[path]

    def _text(self, path: str) -> str:
        if path not in self.texts:
            text = self.read(path) or ""
            self.texts[path] = (text, text)
        return self.texts[path][1]

    def _log(self, tick: Tick, document: Document, twins: Sequence[ListItem]) -> None:
        """The touch into the note of everybody whom the item links."""
        links = dict.fromkeys(link.path for item in twins for link in document.links_in(item.text_start, item.text_end))
        offered = _offered_links(document, twins[0])
        people = dict.fromkeys(
            path for link in links if (path := self.find_contact(link, tick.path)) and link not in offered[1:]
        )
        if not people:
            self.pending.append(Pending(tick.path, "", _nobody(twins[0], next(iter(links), ""))))
            return
        touch = _touch(tick, document, twins, tuple(people), self.rules)
        for path in people:
            self._log_with(path, touch, _item_id(document, twins[0]), _nested(document, twins))

    def _log_with(self, path: str, touch: LoggedTouch, item_id: str, nested: Sequence[str]) -> None:
        text = self._text(path)
        if f"^{item_id[: len('vn-00000000')]}" in text:
            return  # absorbed before, here or on another machine
        others = [self.link_by_path[other] for other in touch.people if other != path]
        lines = [f"{log_line(touch, others, self.rules)} ^{item_id}", *nested]
        try:
            document = parse_document(text)
            refuse_if_broken(document)
            after = apply_edits(text, [insert_log_line(document, lines, self.rules)])
            refuse_if_broken(parse_document(after))
        except Refused as refused:
            self.pending.append(Pending(path, "\n".join(f"- {line}" for line in lines), refused.problem))
            return
        self.texts[path] = (self.texts[path][0], after)
        self.touches.append((path, touch, item_id.split("-")[1]))

    def _tick_original(self, tick: Tick, original: Original) -> None:
        text = self._text(original.path)
        document = parse_document(text)
        item = next((item for item in document.items if item.line == original.line and item.mark), None)
        if item is None or status_of(item.mark) != "open":
            return
        words = text[item.text_start : item.text_end]
        done = _done_day(self._document(tick.path), tick)
        edits = [
            Edit(item.mark_at, item.mark_at + 1, "x"),
            Edit(item.text_start, item.text_end, write_done(words, done, self.form)),
        ]
        if not document.is_writable:
            self.pending.append(Pending(original.path, f"- [x] {edits[1].replacement}", document.problems[0]))
            return
        self.texts[original.path] = (self.texts[original.path][0], apply_edits(text, edits))
        self.kept_promises.add((original.path, original.line))


def _is_ticked(document: Document, item: ListItem, key: str) -> bool:
    if item.block < 0 or not item.mark or status_of(item.mark) != "done":
        return False
    found = find_item_id(document.text[item.text_start : item.text_end])
    return found is not None and found.key == key


def _nobody(item: ListItem, link: str) -> Problem:
    message = f"the tick of [[{link}]] leads to no contact: mend the link; until then it waits"
    return Problem("tick-without-contact", message, item.line, severity="warning")


def _says_more(document: Document, twins: Sequence[ListItem], rules: Rules) -> bool:
    """Whether the user typed anything behind or beneath: words are never lost, whatever was ticked."""
    typed = (_own_words(_item(document, item), _item_id(document, item), rules) for item in twins)
    return any(typed) or bool(_nested(document, twins))


def _names_a_kind(document: Document, item: ListItem, rules: Rules) -> bool:
    words = _item(document, item).text.split(maxsplit=1)
    return bool(words) and fold(words[0]) in rules.kind_by_form


def _item(document: Document, item: ListItem) -> BlockItem:
    parsed = parse_item(document.text[item.start : item.text_end].partition("\n")[0])
    assert parsed is not None
    return parsed


def _item_id(document: Document, item: ListItem) -> str:
    words = document.text[item.text_start : item.text_end]
    found = find_item_id(words)
    assert found is not None
    return words[found.start : found.end].strip().removeprefix("^")


def _offered_links(document: Document, item: ListItem) -> tuple[str, ...]:
    """The links of the generated words: the first is whom it is about, the others are only spoken of."""
    offered = _item(document, item).offered
    return tuple(link.path for link in parse_document(f"- {offered}").links) if offered else ()


def _touch(
    tick: Tick, document: Document, twins: Sequence[ListItem], people: tuple[str, ...], rules: Rules
) -> LoggedTouch:
    items = [_item(document, item) for item in twins]
    ids = [_item_id(document, item) for item in twins]
    words = (_own_words(item, one, rules) for item, one in zip(items, ids, strict=True))
    typed = " ".join(dict.fromkeys(filter(None, words)))
    return LoggedTouch(
        day=date.fromisoformat(_done_day(document, tick)),
        time="",
        kind=rules.kind_in(items[0].text.partition("[[")[0]),
        direction="",
        people=people,
        new_people=(),
        tags=tuple(exchange_tags(typed, rules).split()),
        text=typed,
    )


def _own_words(item: BlockItem, item_id: str, rules: Rules) -> str:
    """What the user typed behind the generated words; where those were changed, all that stands behind the link."""
    if item.offered:
        return item.typed
    rest = item.text[item.text.find("[[") :] if "[[" in item.text else ""
    for head in _heads(rules) if rest else ():
        length = length_of_prefix(head + rest, item_id.rpartition("-")[2], PREFIX_LIMIT)
        if length >= 0:  # only the kind was changed: `Call` -> `Coffee with`
            return (head + rest)[length:].strip()
    return (rest.partition("]]")[2] if rest else item.text).strip(" ·:-–,")


def _heads(rules: Rules) -> Iterator[str]:
    """How a generated item may have begun: a form of a kind, and perhaps a little word."""
    for form in rules.kind_by_form:
        for word in ("", " with", " to", " for"):
            yield f"{form[0].upper()}{form[1:]}{word} "


def _nested(document: Document, twins: Sequence[ListItem]) -> list[str]:
    """The lines beneath the items, each once: bullets or not, open boxes with their boxes."""
    below = (document.text[item.text_start : item.end].partition("\n")[2] for item in twins)
    lines = (_BULLET.sub("", line).strip() for text in below for line in text.split("\n"))
    return list(dict.fromkeys(filter(None, lines)))


def _done_day(document: Document, tick: Tick) -> str:
    """The ✅ date where the Tasks plugin wrote one, else the note's day."""
    for item in document.items:
        if _is_ticked(document, item, tick.key):
            done = parse_task(document.text[item.text_start : item.text_end]).done
            try:
                return date.fromisoformat(done).isoformat() if done else tick.day.isoformat()
            except ValueError:
                break
    return tick.day.isoformat()
