"""What the answers of a debrief come to, in the notes of the people it was about, and in the meeting's own.

Meetings/2026-06-16 Coffee with Emeka.md                            People/Emeka Obi.md
- [x] "... anything I can do for you?" [[Emeka Obi]] ^vn-1f2a-...   ## Log
  - a word about the unit by Friday ⤷ [[Emeka Obi]]             ->  - [ ] A word about the unit 📅 2026-06-19 ^vn-...
- [x] Names I got: ^vn-20000000-... [[Hana Novak]]              ->  People/Hana Novak.md, which says introduced-by
- [x] What comes next, and when? ^vn-4... in 3 weeks ⤷ [[...]]  ->  next-contact: 2026-07-07

- Only what is ticked; each answer by itself: one that must wait holds up no other, and is told with what to do.
- The words stay as they were typed. ⤷ and a link behind an answer say that it was taken, a name becomes a link: so
  nothing comes back that the user has deleted elsewhere. The key of a promise says the same in the contact's note, for
  the day when two machines meet.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.edits.absorb import FindContact, FindObstacle, Pending, Read
from vaultnet.edits.debrief_name import NameMatch, match_name
from vaultnet.edits.debrief_promise import find_day_alone, plan_promise
from vaultnet.edits.log_place import beneath, insert_log_line
from vaultnet.edits.planned_texts import PlannedTexts
from vaultnet.edits.property_key import find_own_key
from vaultnet.errors import VaultnetError
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.debrief import TAKEN, Answer, answer_key, read_debrief
from vaultnet.model.debrief_names import NamePart, read_names
from vaultnet.model.debriefed import Debriefed
from vaultnet.model.rules import Rules
from vaultnet.model.tick import read_absorbed
from vaultnet.model.who import NameRow
from vaultnet.text.change import FileChange
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter_edit import set_key
from vaultnet.text.link import links_in_value
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import refuse_if_broken

# name, link of who introduced them ("" for nobody), the meeting's link, the day they were met (None: only heard of)
MakeStub = Callable[[str, str, str, "date | None"], FileChange]
_A_FEW = 4  # people at a meeting: of more, it must be said who is meant


@dataclass(frozen=True, slots=True)
class DebriefRoom:
    """What the plan asks of the vault. `read`, `find_contact` and `find_obstacle` are those of `plan_absorb`; `asked`
    maps the key of a question to the contact whom it was made for, `next_key` is the vault's word for `next-contact`.
    """

    read: Read
    find_contact: FindContact
    find_obstacle: FindObstacle
    make_stub: MakeStub
    rows: Sequence[NameRow]
    link_by_path: Mapping[str, str]
    contacts: Container[str]
    asked: Mapping[str, str]
    next_key: str
    rules: Rules


class Gain(NamedTuple):
    """One thing that a debrief came to: `what` is promise, name or next; `path` the contact's note, `source` the
    meeting's; `text` the task or the name; `due` an ISO date, "" for a name. `is_new`: the note was made for it.
    """

    what: str
    path: str
    text: str
    due: str
    source: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class DebriefPlan:
    """The changes in the order in which they were found, what they come to, and the answers that wait."""

    changes: tuple[FileChange, ...] = ()
    gains: tuple[Gain, ...] = ()
    pending: tuple[Pending, ...] = ()


def plan_debriefs(meetings: Iterable[Debriefed], room: DebriefRoom) -> DebriefPlan:
    """Plan what the ticked answers of these meetings come to, the oldest first."""
    plan = _Plan(room)
    for met in sorted(meetings, key=lambda met: (met.day, met.path)):
        plan.take(met)
    return DebriefPlan(plan.texts.changes("debrief"), tuple(plan.gains), tuple(plan.pending))


class _Plan:
    """The texts as the answers taken so far would leave them."""

    def __init__(self, room: DebriefRoom) -> None:
        self.room = room
        self.rules = room.rules
        self.texts = PlannedTexts(room.read, room.find_obstacle)
        self.gains: list[Gain] = []
        self.pending: list[Pending] = []
        self.made: dict[str, str] = {}  # folded name -> the note made for it

    def take(self, met: Debriefed) -> None:
        """All ticked answers of one meeting. A note that cannot be written keeps them all."""
        try:
            document = self.texts.writable(met.path)
        except Refused as refused:
            self._wait(met, met.path, refused.problem)
            return
        edits: list[Edit] = []
        for answer in read_debrief(document, self.rules):
            if not answer.is_ticked or answer.is_taken:
                continue
            if not answer.is_clear:
                self._wait(met, met.path, _unclear(answer))
            elif answer.question == "names":
                edits += (edit for part in read_names(document, answer) for edit in self._name(met, answer, part))
            elif answer.question in ("offer", "next") and not answer.says_nothing:
                edits += self._promise(met, answer)
        self.texts.write(met.path, apply_edits(document.text, edits))

    def _promise(self, met: Debriefed, answer: Answer) -> list[Edit]:
        """The promise in the first one's note; the mark behind the answer."""
        people = self._people(met, answer)
        if not people:
            message = "the debrief does not say whom this is about: link them in the answer"
            self._wait(met, met.path, Problem("debrief-without-contact", message, answer.line, severity="warning"))
            return []
        links = [self.room.link_by_path[path] for path in people]
        try:
            day = find_day_alone(answer.words, self.rules, met.day) if answer.question == "next" else None
            if day:
                taken = self._next_contacts(met, people, day)
            else:
                taken = self._task(met, answer, people[0], _task_about(answer.words, links, self.rules, met.day))
        except VaultnetError as error:
            self._wait(met, met.path, Problem("debrief-unclear", error.message, answer.line, severity="warning"))
            return []
        end = answer.spans[-1].end
        return [Edit(end, end, f" {TAKEN} {', '.join(links if day else links[:1])}")] if taken else []

    def _people(self, met: Debriefed, answer: Answer) -> list[str]:
        """Whom an answer is about: whom the question names, else whom the answer links, else the few who were there."""
        if answer.about:
            about = self.room.find_contact(answer.about, met.path) or self.room.asked.get(answer.key)
            return [about] if about else []
        links = [link.path for link in links_in_value(answer.words) if link.path and not link.embed]
        linked = list(dict.fromkeys(path for link in links if (path := self.room.find_contact(link, met.path))))
        find, known = self.room.find_contact, self.room.contacts  # a note that cannot be read is known by its name
        there = [path for one in met.people if (path := one if one in known else find(one, met.path))]
        return linked or (there if answer.question == "next" and len(there) <= _A_FEW else [])

    def _task(self, met: Debriefed, answer: Answer, path: str, task: str) -> bool:
        """Whether the task stands in the contact's note now."""
        key = answer_key(answer, met.day.isoformat())
        lines = [f"{task} ^vn-{key}", *answer.nested]
        try:
            document = self.texts.writable(path)
            if key in read_absorbed(document):
                return True
            after = apply_edits(document.text, [insert_log_line(document, lines, self.rules)])
            refuse_if_broken(parse_document(after))
        except Refused as refused:
            paste = "\n".join((f"- {lines[0]}", *(beneath(line, "  ") for line in lines[1:])))
            self._wait(met, path, refused.problem, paste)
            return False
        words = task.removeprefix("[ ] ")
        self.texts.write(path, after)
        self.gains.append(Gain("promise", path, words, parse_task(words).due, met.path))
        return True

    def _next_contacts(self, met: Debriefed, people: Sequence[str], day: date) -> bool:
        """Whether the day stands in all their notes now."""
        written = [self._next_contact(met, path, day) for path in people]  # each, also where one is refused
        return all(written)

    def _next_contact(self, met: Debriefed, path: str, day: date) -> bool:
        """Whether the day stands in the contact's note now."""
        try:
            document = self.texts.writable(path)
            key = find_own_key(document.frontmatter.values, "next-contact", CONTACT_KEYS) or self.room.next_key
            after = set_key(document.text, key, day.isoformat())
        except Refused as refused:
            self._wait(met, path, refused.problem, f"next-contact: {day.isoformat()}")
            return False
        self.texts.write(path, after)
        self.gains.append(Gain("next", path, "", day.isoformat(), met.path))
        return True

    def _name(self, met: Debriefed, answer: Answer, part: NamePart) -> list[Edit]:
        """The name as a link, to the note of whoever is called so, or to the one that is made for it."""
        if part.link and self.room.find_contact(part.link, met.path):
            return []
        made = self.made.get(fold(part.name))
        match = NameMatch(made) if made else match_name(part, self.room.rows)
        if match.doubt:
            self._wait(met, met.path, Problem("debrief-name-unclear", match.doubt, answer.line, severity="warning"))
            return []
        try:
            path = match.path or self._stub(met, part)
        except Refused as refused:
            self._wait(met, met.path, refused.problem)
            return []
        except VaultnetError as error:
            self._wait(met, met.path, Problem("debrief-name-taken", error.message, answer.line, severity="warning"))
            return []
        self.gains.append(Gain("name", path, part.name, "", met.path, is_new=not match.path))
        leads_there = part.link.removesuffix(".md") == path.rpartition("/")[2].removesuffix(".md")
        return [] if leads_there else [Edit(*part.span, _showing(self.room.link_by_path[path], part.name))]

    def _stub(self, met: Debriefed, part: NamePart) -> str:
        """A note for somebody new. At a meeting they were heard of, at an event they were met."""
        told = [path for link in part.links if (path := self.room.find_contact(link, met.path)) in met.people]
        alone = met.people if met.kind == "meeting" and len(met.people) == 1 else ()
        by = next((path for path in (*told, *alone) if path in self.room.contacts), "")
        day = met.day if met.kind == "event" else None
        stub = self.room.make_stub(
            part.name, self.room.link_by_path[by] if by else "", self.room.link_by_path[met.path], day
        )
        self.texts.create(stub.path, stub.after)
        self.made[fold(part.name)] = stub.path
        return stub.path

    def _wait(self, met: Debriefed, path: str, problem: Problem, lines: str = "") -> None:
        self.pending.append(Pending(path, lines, problem, met.day))


def _task_about(words: str, links: Sequence[str], rules: Rules, day: date) -> str:
    """A task about several stands in the first one's note, and links the others."""
    task = plan_promise(words, links, rules, day)
    unnamed = [link for link in links[1:] if link not in task]
    return plan_promise(f"({', '.join(unnamed)}) {words}", links, rules, day) if unnamed else task


def _unclear(answer: Answer) -> Problem:
    message = (
        "the question was rewritten, so its answer cannot be told from it: type the answer behind ^vn-… or beneath"
    )
    return Problem("debrief-unclear", message, answer.line, severity="warning")


def _showing(link: str, shown: str) -> str:
    """A link that shows the words as they were typed."""
    if not link.startswith("[["):
        return f"[{shown}]({link.partition('](')[2]}"
    target = link[2:-2].partition("|")[0]
    return f"[[{target}]]" if target == shown else f"[[{target}|{shown}]]"
