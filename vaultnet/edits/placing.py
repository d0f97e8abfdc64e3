"""Ticks of the triage note into the notes of the people they are about (P16).

Triage.md                                                        People/Clara Nyström.md
- [[Clara Nyström]] · Water economist ^vn-3f2a-b7d0              tier: wide
  - [x] wide ^vn-20b1-5d1c she knows Ingrid              ->      ## Notes
  - [ ] let go ^vn-77aa-90cd                                     - she knows Ingrid ^vn-5d1c22aa

- Who has a place leaves the note, and takes along what was typed; that twice is once, the notes themselves tell.
- Two boxes ticked for one person are told, and so is one for somebody who was given another place meanwhile: both stay.
- A note that cannot be written keeps its person waiting, with the lines to paste.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date

from vaultnet.dataclass import dataclass, field
from vaultnet.edits.absorb import FindContact, FindObstacle, Pending, Read
from vaultnet.edits.log_place import beneath
from vaultnet.edits.place import plan_place
from vaultnet.edits.planned_texts import PlannedTexts
from vaultnet.model.placing import Box, Group, placing_key, read_groups, words_key
from vaultnet.model.rules import Rules
from vaultnet.model.tick import read_absorbed
from vaultnet.practice.triage import Choice
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.fold import fold
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import insert_in_section, refuse_if_broken
from vaultnet.text.yaml_writer import render_entry

_NOTES = ("Notes", "Notizen")  # where typed words go in a contact's note

SetPlace = Callable[[str, Choice, date], str]


@dataclass(frozen=True, slots=True)
class PlacingRoom:
    """What the plan asks of the vault. `read`, `find_contact` and `find_obstacle` are those of `plan_absorb`; `uids`
    has every contact; `offered` maps whoever may get a place today to the names of their `choices`. `says` tells
    whether a contact's note says so already; `set_place` gives its text once it does, or raises Refused.
    """

    read: Read
    find_contact: FindContact
    find_obstacle: FindObstacle
    uids: Mapping[str, str]
    offered: Mapping[str, Container[str]]
    choices: Sequence[Choice]
    says: Callable[[str, Choice], bool]
    set_place: SetPlace
    heading: str
    today: date
    rules: Rules


@dataclass(frozen=True, slots=True)
class PlacingPlan:
    """The changes, the contact and the choice of each who got a place, and what waits."""

    changes: tuple[FileChange, ...] = ()
    placed: tuple[tuple[str, Choice], ...] = ()
    pending: tuple[Pending, ...] = ()


def plan_placings(paths: Iterable[str], room: PlacingRoom) -> PlacingPlan:
    """Plan what the ticks of these notes come to."""
    keys = {placing_key(uid or path): path for path, uid in room.uids.items()}
    plan = _Plan(room, keys, PlannedTexts(room.read, room.find_obstacle))
    for path in paths:
        plan.take(path)
    return PlacingPlan(plan.texts.changes("triage"), tuple(plan.placed), tuple(plan.pending))


@dataclass(slots=True)
class _Plan:
    """The texts as the ticks taken so far would leave them."""

    room: PlacingRoom
    path_by_key: Mapping[str, str]
    texts: PlannedTexts
    placed: list[tuple[str, Choice]] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)

    def take(self, note: str) -> None:
        """Everybody in one note; a person who stands there twice, after a merge, is taken once."""
        try:
            document = self.texts.writable(note)
        except Refused as refused:
            self._wait(note, refused.problem)
            return
        groups: dict[str, list[Group]] = {}
        for group in read_groups(document, self.room.rules):
            person = self._person(group, note)
            if person:
                groups.setdefault(person, []).append(group)
            elif group.ticked:
                self._wait(note, _nobody(group))
        gone = [group for person, found in groups.items() if self._settle(note, person, found) for group in found]
        edits = [Edit(group.start, group.end, "") for group in sorted(gone, key=lambda group: group.start)]
        self.texts.write(note, apply_edits(document.text, edits))

    def _person(self, group: Group, note: str) -> str:
        """By the key, which survives a rename, else by the link, which survives a uid that came later."""
        known = self.path_by_key.get(group.key)
        found = known or (self.room.find_contact(group.link, note) if group.link else None)
        return found if found and found in self.room.uids else ""

    def _settle(self, note: str, person: str, groups: Sequence[Group]) -> bool:
        """Whether the person leaves the note."""
        boxes = [box for group in groups for box in group.ticked]
        choices = {choice.name: choice for box in boxes if (choice := self._choice(person, box))}
        if len(choices) > 1:
            self._wait(note, _warning("triage-two-boxes", _two(groups[0], choices), boxes[0].line))
            return False
        if not boxes:
            return person not in self.room.offered and self._take_along(person, groups, None)
        if not choices:
            message = f'"{boxes[0].label}" is no choice of today: remove the tick, or the line'
            self._wait(note, _warning("triage-no-choice", message, boxes[0].line))
            return False
        (choice,) = choices.values()
        if self.room.says(person, choice):
            return self._take_along(person, groups, None)
        if choice.name not in self.room.offered.get(person, ()):
            message = f"{groups[0].link} has another place by now: remove the tick, or change it in their note"
            self._wait(note, _warning("triage-placed", message, boxes[0].line))
            return False
        return self._take_along(person, groups, (choice, boxes[0].done or self.room.today))

    def _choice(self, person: str, box: Box) -> Choice | None:
        """By the key; after a rename, where it no longer tells, by the name of a tier."""
        whose = {person, self.room.uids[person]} - {""}
        named = fold(box.label)
        return next(
            (one for one in self.room.choices if any(placing_key(who, one.name) == box.key for who in whose)),
            next((one for one in self.room.choices if one.tier and fold(one.tier) == named), None),
        )

    def _take_along(self, person: str, groups: Sequence[Group], decided: tuple[Choice, date] | None) -> bool:
        """The place and the typed words into the person's note; False where it cannot be written."""
        words = [lines for group in groups for lines in _items(group.words)]
        if not words and decided is None:
            return True
        try:
            text = self.texts.writable(person).text
            if decided:
                text = self.room.set_place(text, *decided)
            for lines in words:
                text = self._with_words(text, person, lines)
            refuse_if_broken(parse_document(text))
        except Refused as refused:
            said = plan_place(*decided) if decided else None
            entry = [render_entry(said.key, said.value)] if said else []
            paste = "\n".join((*entry, *(f"- {line}" for lines in words for line in lines)))
            self._wait(person, refused.problem, paste)
            return False
        self.texts.write(person, text)
        if decided:
            self.placed.append((person, decided[0]))
        return True

    def _with_words(self, text: str, person: str, lines: Sequence[str]) -> str:
        key = words_key(self.room.uids[person] or person, "\n".join(lines))
        document = parse_document(text)
        if key in read_absorbed(document):
            return text
        item = "\n".join((f"{lines[0]} ^vn-{key}", *(beneath(line, "  ") for line in lines[1:])))
        heading = self.room.heading
        return apply_edits(text, [insert_in_section(document, _NOTES, item, at="bottom", create_heading=heading)])

    def _wait(self, path: str, problem: Problem, lines: str = "") -> None:
        self.pending.append(Pending(path, lines, problem, self.room.today))


def _items(words: Iterable[str]) -> list[list[str]]:
    """Typed lines as items, each with those beneath it one level less deep."""
    items: list[list[str]] = []
    for line in words:
        if line.startswith("\t") and items:
            items[-1].append(line[1:])
        else:
            items.append([line.lstrip("\t")])
    return items


def _warning(rule: str, message: str, line: int) -> Problem:
    return Problem(rule, message, line, severity="warning")


def _two(group: Group, choices: Iterable[str]) -> str:
    ticked = ", ".join(sorted({box.label for box in group.ticked})) or ", ".join(choices)
    return f"{group.link} has more than one box ticked ({ticked}): leave one"


def _nobody(group: Group) -> Problem:
    message = f"[[{group.link}]] is no contact: mend the link, or remove the tick"
    return _warning("triage-without-contact", message, group.line)
