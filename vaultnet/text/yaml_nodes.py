r"""The slow, exact way to read YAML: libyaml's events as a tree of nodes with offsets, aliases capped, our own typing.

    build_nodes("a: &x 1\nb: *x\n")  ->  Node(kind="map", children=[a, 1, b, alias of 1], start=0, end=14)

Only events are taken from PyYAML: its constructors make dates and its composer recurses until the process dies.
"""

from collections.abc import Iterator
from typing import Any, Literal

import yaml

from vaultnet.dataclass import dataclass, field
from vaultnet.text.problem import Problem
from vaultnet.text.yaml_guard import MAX_DEPTH, invalid_message, problem_at, too_deep
from vaultnet.text.yaml_value import Value, key_text, type_plain

MAX_NODES = 50_000
_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
_CORE = "tag:yaml.org,2002:"
_TYPED_TAGS = tuple(f"{_CORE}{name}" for name in ("int", "float", "bool", "null"))
_OPENED = ("flow", "quoted")  # of the contexts that libyaml names: what opened there had no end
_YAML_1_1_BREAKS = "\x85\u2028\u2029"  # line ends for libyaml, ordinary characters in YAML 1.2


@dataclass(slots=True)
class Node:
    """`children` of a map alternate key, value. `end` of a block collection may run past its last line: see leaves."""

    kind: Literal["scalar", "list", "map", "alias"]
    start: int
    end: int = 0
    text: str = ""
    style: str = ""  # of a scalar: "" plain, ', ", | or >
    flow: bool = False
    tag: str | None = None
    anchor: str | None = None
    children: list["Node"] = field(default_factory=list)
    size: int = 1
    height: int = 1

    def pairs(self) -> list[tuple["Node", "Node"]]:
        return list(zip(self.children[::2], self.children[1::2], strict=True))

    def walk(self) -> Iterator["Node"]:
        """This node and all written below it; what an alias stands for is not entered."""
        yield self
        if self.kind != "alias":
            for child in self.children:
                yield from child.walk()


class Unreadable(Exception):  # noqa: N818  (an answer, not an accident)
    """The block cannot be read this way; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def build_nodes(block: str) -> Node | None:
    """The root node, None for a block of comments. Raises Unreadable."""
    builder = _Builder(block)
    source, restore = _hide_old_breaks(block)
    try:
        for event in yaml.parse(source, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise Unreadable(_invalid(block, error)) from error
    if restore and builder.root:
        for node in builder.root.walk():
            node.text = node.text.translate(restore)
    return builder.root


class _Builder:
    def __init__(self, block: str) -> None:
        self.block = block
        self.root: Node | None = None
        self.open: list[Node] = []
        self.anchors: dict[str, Node] = {}
        self.total = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._add(_scalar(event))
        elif isinstance(event, yaml.AliasEvent):
            self._add(self._alias(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            node = _collection(event)
            self._add(node)
            self.open.append(node)
            if len(self.open) > MAX_DEPTH:
                raise Unreadable(too_deep(self.block, node.start))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)

    def _add(self, node: Node) -> None:
        self.total += node.size
        if self.total > MAX_NODES:
            raise Unreadable(self._too_many(node))
        if self.open:
            self.open[-1].children.append(node)
        else:  # once only: the guard lets no second document through
            self.root = node
        if node.kind == "scalar":
            self._remember(node)

    def _remember(self, node: Node) -> None:
        """An anchor counts from its node's end on: a node cannot hold itself."""
        if node.anchor:
            self.anchors[node.anchor] = node

    def _close(self, event: yaml.Event) -> None:
        node = self.open.pop()
        node.end = _index(event.end_mark)
        node.size += sum(child.size for child in node.children)
        node.height += max((child.height for child in node.children), default=0)
        self._remember(node)

    def _alias(self, event: yaml.AliasEvent) -> Node:
        start, end = _index(event.start_mark), _index(event.end_mark)
        target = self.anchors.get(str(event.anchor))
        if target is None:
            message = f"`*{event.anchor}` names no anchor before it: put quotes around text that begins with *"
            raise Unreadable(problem_at(self.block, start, "frontmatter-invalid", message))
        if len(self.open) + target.height > MAX_DEPTH:
            raise Unreadable(too_deep(self.block, start))
        return Node("alias", start, end, children=[target], size=target.size, height=target.height)

    def _too_many(self, node: Node) -> Problem:
        if self.anchors:
            message = f"aliases unfold into more than {MAX_NODES:,} values: write the values out instead of `*`"
            return problem_at(self.block, node.start, "frontmatter-alias", message)
        message = f"more than {MAX_NODES:,} values: move what is not a property into the text"
        return problem_at(self.block, node.start, "frontmatter-too-large", message)


def _index(mark: Any) -> int:
    """Offset of a mark; libyaml counts characters, and a CRLF as two."""
    return int(mark.index)


def _scalar(event: yaml.ScalarEvent) -> Node:
    style = "" if event.style in (None, "") else str(event.style)
    start, end = _index(event.start_mark), _index(event.end_mark)
    return Node("scalar", start, end, event.value, style, tag=event.tag, anchor=event.anchor)


def _collection(event: yaml.CollectionStartEvent) -> Node:
    kind: Literal["list", "map"] = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
    start = _index(event.start_mark)
    return Node(kind, start, flow=bool(event.flow_style), tag=event.tag, anchor=event.anchor)


def _hide_old_breaks(block: str) -> tuple[str, dict[int, str]]:
    """Stand private characters in for what libyaml, but not YAML 1.2, takes for line ends; and the way back."""
    there = [mark for mark in _YAML_1_1_BREAKS if mark in block]
    if not there:
        return block, {}
    free = (number for number in range(0xE000, 0xF8FF) if chr(number) not in block)
    stand_ins = {mark: next(free) for mark in there}
    hidden = block.translate({ord(mark): number for mark, number in stand_ins.items()})
    return hidden, {number: mark for mark, number in stand_ins.items()}


def _invalid(block: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "a character that YAML does not allow"
    offset = min(mark.index, len(block)) if mark else 0
    return problem_at(block, offset, "frontmatter-invalid", invalid_message(reason))


def find_unclosed(block: str) -> int:
    """Where the bracket or quote opens that makes a block unreadable lines further down; -1 where it is none."""
    try:
        build_nodes(block)
    except Unreadable as refusal:
        error = refusal.__cause__
        if isinstance(error, yaml.MarkedYAMLError) and any(word in (error.context or "") for word in _OPENED):
            opened, found = error.context_mark, error.problem_mark
            if opened is not None and found is not None and opened.line < found.line and opened.index < len(block):
                return _index(opened)
    return -1


def node_value(node: Node) -> Value:
    """What the node says, aliases unfolded."""
    if node.kind == "alias":
        return node_value(node.children[0])
    if node.kind == "list":
        return [node_value(child) for child in node.children]
    if node.kind == "map":
        return {node_key(key): node_value(value) for key, value in node.pairs()}
    if node.tag in _TYPED_TAGS or (not node.style and node.tag is None):
        return type_plain(node.text)
    return node.text


def node_key(node: Node) -> str:
    return key_text(node_value(node))


def find_duplicates(root: Node, block: str) -> tuple[Problem, ...]:
    """Every key that stands twice in one map, at any depth: Obsidian takes the block for broken."""
    problems = []
    for node in root.walk():
        seen: set[str] = set()
        for key, _ in node.pairs() if node.kind == "map" else ():
            name = node_key(key)
            if name in seen:
                message = f"the key `{name}` stands twice: keep one of them (a list can hold several values)"
                problems.append(problem_at(block, key.start, "frontmatter-duplicate-key", message))
            seen.add(name)
    return tuple(problems)


def find_aliases(root: Node, block: str) -> tuple[Problem, ...]:
    """Anchors and aliases: read, but an edit of one place would change another."""
    message = "`&` and `*` begin an anchor and an alias here: quote the text, or write the value out"
    places = (node.start for node in root.walk() if node.anchor or node.kind == "alias")
    return tuple(problem_at(block, place, "frontmatter-alias", message, blocks_writing=False) for place in places)
