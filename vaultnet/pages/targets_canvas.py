"""The board of targets as a JSON Canvas (P10): a column for each, with its note, who is there, who was, whom to meet,
and who could bring me there, with a line to whom they know.

build_targets_canvas(targets, people, TargetWords())   ->   TargetsBoard(canvas=Canvas(nodes=(...), edges=(...)), ...)

Where I know nobody, a card says so. A guess at a name bears a question. Whoever is private is on no board, and nor is a
target whose own note is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultnet.dataclass import dataclass
from vaultnet.exchange.json_canvas import Canvas, Item, canvas_id
from vaultnet.model.organization_name import SIMILAR, normalise_name
from vaultnet.pages.map_style import text
from vaultnet.practice.targets import UNKNOWN, Hop, Insider, Target

_BOARD = "targets"
_WIDTH, _CARD, _LINE, _GAP = 300, 100, 50, 20
_COLUMN = 460  # from one column to the next
_MARGIN = 30
_TARGET, _QUESTION = "5", "3"


class TargetWords(NamedTuple):
    """English, until it is worded otherwise."""

    there: str = "there"
    was_there: str = "was there"
    to_meet: str = "to meet"
    one_hop: str = "one hop"
    unknown: str = "nobody yet: ask those you meet whom they know there, or look for an evening where they speak"
    guess: str = "the note says {}: is it the same?"
    part: str = "at {}, a part of it"
    introduced: str = "introduced"
    knows: str = "knows"
    met: str = "has met"
    colleague: str = "worked with"


class BoardPeople(NamedTuple):
    """The uid of each person by path; paths of notes, and names of organizations, that no board may show; how a
    situation is called.
    """

    uid_by_path: Mapping[str, str]
    private: frozenset[str]
    private_names: frozenset[str]
    situation_words: Callable[[str], str]


class TargetsBoard(NamedTuple):
    """`near` are edges that are not drawn: a new card goes into the column of its target."""

    canvas: Canvas
    near: tuple[Item, ...]
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Section:
    """`name` is its heading's key in ids; people with the cards that they know."""

    name: str
    title: str
    people: tuple[str, ...]


def build_targets_canvas(targets: Sequence[Target], people: BoardPeople, words: TargetWords) -> TargetsBoard:
    """Columns from left to right, in the order of the board."""
    shown = [target for target in targets if target.card.path not in people.private]
    columns = [_Column(target, at * _COLUMN, people, words) for at, target in enumerate(shown)]
    nodes = [column.cards() for column in columns]
    groups = tuple(column.group(cards) for column, cards in zip(columns, nodes, strict=True))
    cards = tuple(card for column in nodes for card in column)
    edges = tuple(edge for column in columns for edge in column.edges())
    near = tuple(
        {"fromNode": card["id"], "toNode": column[0]["id"]} for column in nodes for card in column[1:] if column
    )
    return TargetsBoard(Canvas((*groups, *cards), edges), near, frozenset(group["id"] for group in groups))


class _Column:
    """One target and the people of it that may be shown."""

    def __init__(self, target: Target, left: int, people: BoardPeople, words: TargetWords) -> None:
        self.target = target
        self.left = left
        self.people = people
        self.words = words
        self.key = target.card.path or normalise_name(target.card.name)
        self.insiders = {
            one.path: one for one in (*target.now, *target.before, *target.to_meet) if one.path not in people.private
        }
        known = {one.path for one in (*target.now, *target.before)}
        self.hops = tuple(hop for hop in target.one_hop if self._is_shown(hop, known))

    def _is_shown(self, hop: Hop, known: set[str]) -> bool:
        """A word from somebody else is for those whom I have yet to meet."""
        if hop.path in self.people.private or hop.at in self.people.private_names:
            return False
        return not hop.to or (hop.to in self.insiders and hop.to not in known)

    def cards(self) -> list[Item]:
        """From top to bottom, the target's own first."""
        card = self.target.card
        what = {"type": "file", "file": card.path} if card.path else {"type": "text", "text": text(card.name)}
        found: list[Item] = [{"id": self._id("target"), **what, **self._at(0, _CARD), "color": _TARGET}]
        top = _CARD + _GAP
        for own_id, content, height in self._contents():
            found.append({"id": own_id, **content, **self._at(top, height)})
            top += height + _GAP
        return found

    def _contents(self) -> Iterator[tuple[str, Item, int]]:
        """What follows the target's own card: id, what it shows, height."""
        card, fact = self.target.card, self.target.fact
        if card.situation:
            day = f" ({fact.day.isoformat()})" if fact else ""
            shown = self.people.situation_words(card.situation)
            yield self._id("situation"), {"type": "text", "text": text(f"{shown}{day}")}, _LINE
        for section in self._sections():
            if section.people:
                yield self._id(section.name), {"type": "text", "text": f"**{section.title}**"}, _LINE
                for path in section.people:
                    yield self._person(path), {"type": "file", "file": path}, _CARD
        if self.target.state == UNKNOWN and not (self.target.now or self.target.before or self.target.to_meet):
            yield self._id("unknown"), {"type": "text", "text": self.words.unknown}, _CARD + _LINE

    def _sections(self) -> tuple[_Section, ...]:
        words, target = self.words, self.target
        return (
            _Section("there", words.there, self._paths(target.now)),
            _Section("was_there", words.was_there, self._paths(target.before)),
            _Section("to_meet", words.to_meet, self._paths(target.to_meet)),
            _Section("one_hop", words.one_hop, self._paths(self.hops)),
        )

    def _paths(self, people: Iterable[Insider | Hop]) -> tuple[str, ...]:
        return tuple(one.path for one in people if one.path not in self.people.private)

    def edges(self) -> Iterator[Item]:
        """From who could bring me there to whom they know; from a guess to what it might be."""
        for hop in self.hops:
            end = self._person(hop.to) if hop.to else self._id("target")
            words = {"introduced": self.words.introduced, "met": self.words.met, "colleague": self.words.colleague}
            label = self.words.part.format(hop.at) if hop.how == "part" else words.get(hop.how, self.words.knows)
            yield self._edge(self._person(hop.path), end, label, "right", "")
        for one in self.insiders.values():
            if one.match == SIMILAR:
                yield self._edge(
                    self._person(one.path), self._id("target"), self.words.guess.format(one.at), "left", _QUESTION
                )

    def group(self, cards: Sequence[Item]) -> Item:
        """Around the column."""
        bottom = cards[-1]["y"] + cards[-1]["height"]
        return {
            "id": self._id("group"),
            "type": "group",
            "x": self.left - _MARGIN,
            "y": -_MARGIN,
            "width": _WIDTH + 2 * _MARGIN,
            "height": bottom + 2 * _MARGIN,
            "label": text(self.target.card.name),
        }

    def _at(self, top: int, height: int) -> dict[str, int]:
        return {"x": self.left, "y": top, "width": _WIDTH, "height": height}

    def _id(self, what: str) -> str:
        return canvas_id(_BOARD, self.key, what)

    def _person(self, path: str) -> str:
        return canvas_id(_BOARD, self.key, "person", self.people.uid_by_path.get(path) or path)

    def _edge(self, start: str, end: str, label: str, side: str, colour: str) -> Item:
        return {
            "id": canvas_id(_BOARD, "edge", start, end),
            "fromNode": start,
            "fromSide": side,
            "toNode": end,
            "toSide": side,
            "label": text(label),
            **({"color": colour} if colour else {}),
        }
