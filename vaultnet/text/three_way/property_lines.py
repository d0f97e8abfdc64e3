r"""The lines of a front-matter block, cut into its keys: each with the comments above it and the lines of its value.

"# who\ntier: close\ntags:\n- a\n"
->  Entry("tier", head=("# who",), lines=("tier: close",)), Entry("tags", head=(), lines=("tags:", "- a"))
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultnet.text.fold import fold_key
from vaultnet.text.frontmatter_keys import line_key
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.property_conflict import find_property_conflicts
from vaultnet.text.yaml_reader import read_block
from vaultnet.text.yaml_value import Value

_QUOTED = re.compile(r"""(?:"(?>(?:[^"\\]|\\.)*)"|'(?>(?:[^']|'')*)')[ \t]*+:""")
_PLAIN = re.compile(r":(?=[ \t]|\Z)")


class Entry(NamedTuple):
    """`value` is what the lines say; a comment line that stands within the value is one of `lines`."""

    key: str
    head: tuple[str, ...]
    lines: tuple[str, ...]
    value: Value


class Block(NamedTuple):
    """The two fence lines, the entries by name, and what stands below the last. Without a block all is empty.

    A name is the key as it is compared (without case, `-`, `_`), unless a note has two keys that compare alike.
    """

    fences: tuple[str, ...]
    entry_by_name: dict[str, Entry]
    tail: tuple[str, ...]


def cut_block(lines: Sequence[str], *, may_be_disputed: bool = False) -> tuple[Block, int]:
    """The block, and where the body begins. `may_be_disputed`: a key may stand beside its twin.

    Raises Refused for a block with any fault that forbids writing, or whose keys do not stand on lines of their own.
    """
    if not lines or lines[0].rstrip(" \t") != "---":
        return Block((), {}, ()), 0
    end = next((place for place in range(1, len(lines)) if lines[place].rstrip(" \t") == "---"), 0)
    if not end:
        raise Refused(
            Problem("frontmatter-unclosed", "the front matter has no closing line `---`", blocks_writing=True)
        )
    block = "".join(f"{line}\n" for line in lines[1:end])
    values, problems = read_block(block)
    if not may_be_disputed:
        problems += find_property_conflicts(block, 0, len(block), values)
    for problem in problems:
        if problem.blocks_writing:
            raise Refused(problem)
    entries, tail = _cut(lines[1:end], values)
    if [entry.key for entry in entries] != list(values):
        raise Refused(_unknown_layout())
    names = [fold_key(entry.key) for entry in entries]
    if len(set(names)) < len(names):
        names = [entry.key for entry in entries]
    return Block((lines[0], lines[end]), dict(zip(names, entries, strict=True)), tail), end + 1


def colon_of(line: str) -> int:
    """Where the colon behind the key of an entry's first line stands."""
    quoted = _QUOTED.match(line)
    if quoted:
        return quoted.end() - 1
    found = _PLAIN.search(line)
    return found.start() if found else len(line)


def _cut(lines: Sequence[str], values: Mapping[str, Value]) -> tuple[list[Entry], tuple[str, ...]]:
    entries: list[Entry] = []
    head: list[str] = []
    for line in lines:
        bare = line.strip(" \t")
        key = line_key(line) if bare else None
        if not bare or line.startswith("#"):
            head.append(line)
        elif key is not None:
            entries.append(Entry(key, tuple(head), (line,), values.get(key)))
            head = []
        elif entries:
            last = entries[-1]
            entries[-1] = last._replace(lines=(*last.lines, *head, line))
            head = []
        else:
            raise Refused(_unknown_layout())
    return entries, tuple(head)


def _unknown_layout() -> Problem:
    message = (
        "vaultnet edits front matter whose keys stand at the beginning of their own lines, `key: value`: "
        "rewrite it so, or edit it by hand"
    )
    return Problem("frontmatter-layout", message, 2, blocks_writing=True)
