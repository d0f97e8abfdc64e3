"""A tick is the whole of the data entry: ticked items of agenda blocks become dated lines in the contacts' logs.

Daily/2026-06-15.md                                          People/Ada Lovelace.md
- [x] Call [[Ada Lovelace]] · 7 months ... ^vn-3f2a-b7d0 she moves to Paris
  - ask about the flat                                       ## Log
                                                        ->   - 2026-06-15 call: she moves to Paris ^vn-3f2a-b7d0
                                                               - ask about the flat

- The kind is the item's first word of the vocabulary, which the user may have changed: `Call` -> `Coffee with`.
- Whatever was typed behind or beneath the generated words goes along; the daily note is left as it is.
- The block id goes along too: a line that bears it is there already, so twice is once, on two machines as well.
- Everybody whom the item links was met; whoever it no longer links was not. Where the link leads nowhere and the user
  has not touched it, whom the item was made for is known by its key: a contact who was renamed.
- A block duplicated by a bad merge holds a tick twice: the words of both are taken.
- A ticked copy of a promise ticks the original, with its done date; one that begins with a kind (`Call ...`) is a
  touch besides. The next time of a recurring task is nobody's but the user's to make: it is told.
- What cannot be written (a broken note, a read-only file) is pending: the line to paste comes back, and the next run
  tries again.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass, replace
from vaultnet.edits.company import without_company
from vaultnet.edits.introduction_step import IntroductionStep, write_step
from vaultnet.edits.log import log_line, move_last_contact, refuse_unless_read
from vaultnet.edits.log_place import beneath, insert_log_line
from vaultnet.edits.sentence import LoggedTouch
from vaultnet.edits.ticked import Ticked, read_ticked, unlinked
from vaultnet.model.rules import Rules
from vaultnet.model.tick import read_absorbed
from vaultnet.model.touch_row import add_exchange_tags, exchange_tags
from vaultnet.text.change import FileChange
from vaultnet.text.checkbox import parse_task, write_done
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import refuse_if_broken

Read = Callable[[str], "str | Problem | None"]
FindContact = Callable[[str, str], str | None]
FindObstacle = Callable[[str], str | None]


class Original(NamedTuple):
    """An open task: the note it stands in, and its line."""

    path: str
    line: int


class Tick(NamedTuple):
    """A ticked item of an agenda block: where it stands, whether it is a touch, the open promise that it is a copy of,
    if it is one, the contact it was made for, "" where that is not known, and the exchange tags that the touch gets, by
    their canonical names (`thanked`): they are written in the vault's own words. `is_for_all`: everybody whom it links
    gets them, not only the one it was made for. `says_reason`: the touch says why, in the generated words.
    `introduction` is what it moves on; `also` whom else it was made for, where a link leads nowhere.
    """

    path: str
    day: date
    key: str
    is_touch: bool = True
    promise: Original | None = None
    tags: tuple[str, ...] = ()
    made_for: str = ""
    is_for_all: bool = False
    says_reason: bool = False
    introduction: IntroductionStep | None = None
    also: str = ""


class Pending(NamedTuple):
    """A tick that waits: the note to be mended, why, the lines to paste into it, and the day of the tick."""

    path: str
    lines: str
    problem: Problem
    day: date


@dataclass(frozen=True, slots=True)
class AbsorbPlan:
    """`touches` are those that were new, with the path of the note each goes into and the item's key; `kept_promises`
    the (path, line) of the originals that are ticked; `recurring` the note, words and rule (`every week`) of those of
    them that come again.
    """

    changes: tuple[FileChange, ...]
    touches: tuple[tuple[str, LoggedTouch, str], ...]
    pending: tuple[Pending, ...]
    kept_promises: frozenset[tuple[str, int]] = frozenset()
    recurring: tuple[tuple[str, str, str], ...] = ()


def plan_absorb(
    ticks: Iterable[Tick],
    read: Read,
    find_contact: FindContact,
    rules: Rules,
    *,
    link_by_path: Mapping[str, str],
    find_obstacle: FindObstacle = lambda _path: None,
) -> AbsorbPlan:
    """Plan what all ticks come to. `read` gives a note's text, or what is wrong with it; `find_contact(link, source)`
    the contact that a link leads to, None where there is none; `find_obstacle` what keeps a note from being written to.
    """
    plan = _Plan(read, find_contact, rules, link_by_path, find_obstacle)
    found = [(tick, ticked) for tick in sorted(ticks, key=_in_order) if (ticked := plan.look_at(tick)) is not None]
    for tick, ticked in found:
        if tick.promise is not None:
            plan.tick_original(tick, ticked, tick.promise)  # before lines are added: tasks are known by their lines
    for tick, ticked in found:
        if tick.is_touch:
            plan.log(tick, ticked)
    changes = tuple(
        FileChange(path, before, after, "absorb") for path, (before, after) in plan.texts.items() if before != after
    )
    return AbsorbPlan(
        changes, tuple(plan.touches), tuple(plan.pending), frozenset(plan.kept_promises), tuple(plan.recurring)
    )


def _in_order(tick: Tick) -> tuple[date, str, str]:
    return tick.day, tick.path, tick.key


class _Plan:
    """The texts as the ticks taken so far would leave them."""

    def __init__(
        self,
        read: Read,
        find_contact: FindContact,
        rules: Rules,
        link_by_path: Mapping[str, str],
        find_obstacle: FindObstacle,
    ) -> None:
        self.read = read
        self.find_obstacle = find_obstacle
        self.find_contact = find_contact
        self.rules = rules
        self.link_by_path = link_by_path
        self.texts: dict[str, tuple[str, str]] = {}
        self.touches: list[tuple[str, LoggedTouch, str]] = []
        self.pending: list[Pending] = []
        self.kept_promises: set[tuple[str, int]] = set()
        self.recurring: list[tuple[str, str, str]] = []
        self._documents: dict[str, Document] = {}

    def look_at(self, tick: Tick) -> Ticked | None:
        """What the note says, None where it cannot be told yet, or is no longer so."""
        try:
            document = self._document(tick.path)
            refuse_conflict(document)
        except Refused as refused:
            self._wait(tick, tick.path, "", refused.problem)
            return None
        return read_ticked(document, tick.key, self.link_by_path[tick.made_for] if tick.made_for else "", self.rules)

    def _wait(self, tick: Tick, path: str, lines: str, problem: Problem) -> None:
        pending = Pending(path, lines, problem, tick.day)
        if lines or pending not in self.pending:  # a conflict is told once, however many ticks wait for it
            self.pending.append(pending)

    def _document(self, path: str) -> Document:
        """The note a tick stands in, as it was before anything is absorbed."""
        if path not in self._documents:
            self._documents[path] = parse_document(self._before(path))
        return self._documents[path]

    def _before(self, path: str) -> str:
        text = self.read(path)
        if isinstance(text, Problem):
            raise Refused(text)
        return text or ""

    def _text(self, path: str) -> str:
        if path not in self.texts:
            text = self._before(path)
            self.texts[path] = (text, text)
        return self.texts[path][1]

    def _refuse_unless_writable(self, path: str, document: Document) -> None:
        refuse_if_broken(document)
        if obstacle := self.find_obstacle(path):
            raise Refused(Problem("note-read-only", obstacle))

    def log(self, tick: Tick, ticked: Ticked) -> None:
        """The touch into the note of everybody whom the item links."""
        people = dict.fromkeys(path for link in ticked.links if (path := self.find_contact(link, tick.path)))
        leads_nowhere = not ticked.links or self.find_contact(ticked.links[0], tick.path) is None
        if tick.made_for and leads_nowhere and not ticked.has_new_link:
            people = {tick.made_for: None, **people}
        if tick.also and any(self.find_contact(link, tick.path) is None for link in ticked.links):
            people[tick.also] = None
        if not people:
            self._wait(tick, tick.path, "", _nobody(ticked))
            return
        if tick.introduction and not self._move_on(tick, ticked, tick.introduction):
            return
        text = without_company(ticked.words, lambda link: self.find_contact(link, tick.path) in people)
        text = "; ".join(filter(None, (ticked.reason if tick.says_reason else "", text)))
        touch = LoggedTouch(
            day=ticked.done or tick.day,
            time="",
            kind=ticked.kind,
            direction="",
            people=tuple(people),
            new_people=(),
            tags=tuple(exchange_tags(text, self.rules).split()),
            text=text,
        )
        for path in people:
            self._log_with(path, tick, touch, ticked)

    def _log_with(self, path: str, tick: Tick, touch: LoggedTouch, ticked: Ticked) -> None:
        others = [self.link_by_path[other] for other in touch.people if other != path]
        said = unlinked(touch.text, lambda link: self.find_contact(link, tick.path) == path)
        about = tick.made_for if tick.made_for in touch.people else touch.people[0]
        if path == about or tick.is_for_all:  # thanks are said to one, whoever else was there
            said = add_exchange_tags(said, (*tick.tags, *ticked.tags), self.rules)
        own = replace(touch, text=said, tags=tuple(exchange_tags(said, self.rules).split()))
        lines = [f"{log_line(own, others, self.rules)} ^{ticked.item_id}", *ticked.nested]
        try:
            text = self._text(path)
            document = parse_document(text)
            if tick.key in read_absorbed(document):
                return  # absorbed before, here or on another machine
            self._refuse_unless_writable(path, document)
            after = apply_edits(text, [insert_log_line(document, lines, self.rules)])
            refuse_if_broken(parse_document(after))
            refuse_unless_read(document, after, lines[0], self.rules)
            after = move_last_contact(after, touch.day, self.rules)
        except Refused as refused:
            to_paste = "\n".join((f"- {lines[0]}", *(beneath(line, "  ") for line in lines[1:])))
            self._wait(tick, path, to_paste, refused.problem)
            return
        self.texts[path] = (self.texts[path][0], after)
        self.touches.append((path, own, tick.key))

    def _move_on(self, tick: Tick, ticked: Ticked, step: IntroductionStep) -> bool:
        """The line in the introduction's note; False where it cannot be written, and the whole tick waits for it."""
        day = (ticked.done or tick.day).isoformat()
        reason = ticked.reason if step.says_reason else ""
        line = f"{day} {', '.join(filter(None, (ticked.head, reason)))}".rstrip()
        try:
            text = self._text(step.path)
            document = parse_document(text)
            if tick.key not in read_absorbed(document):
                self._refuse_unless_writable(step.path, document)
                after = write_step(text, f"{line} ^{ticked.item_id}", step, self.rules)
                self.texts[step.path] = (self.texts[step.path][0], after)
        except Refused as refused:
            self._wait(tick, step.path, f"- {line} ^{ticked.item_id}", refused.problem)
            return False
        return True

    def tick_original(self, tick: Tick, ticked: Ticked, original: Original) -> None:
        try:
            text = self._text(original.path)
            document = parse_document(text)
            item = next((item for item in document.items if item.line == original.line and item.mark), None)
            if item is None or self.rules.tasks.status_of(item.mark) != "open":
                return
            words = text[item.text_start : item.text_end]
            task = parse_task(words)
            if self.rules.tasks.sets_done_date:
                words = write_done(words, (ticked.done or tick.day).isoformat(), self.rules.tasks.form)
            self._refuse_unless_writable(original.path, document)
        except Refused as refused:
            self._wait(tick, original.path, f"- [x] {words}" if original.path in self.texts else "", refused.problem)
            return
        edits = [Edit(item.mark_at, item.mark_at + 1, "x"), Edit(item.text_start, item.text_end, words)]
        self.texts[original.path] = (self.texts[original.path][0], apply_edits(text, edits))
        self.kept_promises.add((original.path, original.line))
        if task.recurrence:
            self.recurring.append((original.path, task.description, task.recurrence))


def refuse_conflict(document: Document) -> None:
    """Of a tick in a conflict nobody knows yet which version will stay."""
    for problem in document.problems:
        if problem.rule == "conflict-markers":
            raise Refused(problem)


def _nobody(ticked: Ticked) -> Problem:
    whom = f"[[{ticked.links[0]}]]" if ticked.links else "nobody"
    message = f"the ticked item links {whom}, which is no contact: mend the link or make the note, or remove the tick"
    return Problem("tick-without-contact", message, ticked.line, severity="warning")
