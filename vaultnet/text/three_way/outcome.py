r"""What a merge gives back: the text, and where two people meant different things.

    Merged("...\n<<<<<<< ours\n...", conflicts=(Conflict("prose", "She likes tea.", line=12),))

Inside, a merged note is a row of parts: lines, and a `Clash` where neither side's lines may be dropped.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

ConflictKind = Literal["property", "item", "block", "prose"]


class Conflict(NamedTuple):
    """`words`: the key, or the first line that is disputed. `line` counts from 1 in the merged text."""

    kind: ConflictKind
    words: str
    line: int


class Merged(NamedTuple):
    """`conflicts` is empty where all is merged."""

    text: str
    conflicts: tuple[Conflict, ...]


class Clash(NamedTuple):
    """Lines, without line ends, that both sides made of the same place; one side's may be none."""

    kind: ConflictKind
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


Part: TypeAlias = str | Clash


def write_parts(parts: Sequence[Part], names: tuple[str, str], first_line: int = 1) -> tuple[list[str], list[Conflict]]:
    """The lines, each clash between git's markers; and what to tell of the clashes."""
    lines: list[str] = []
    conflicts: list[Conflict] = []
    for part in join_clashes(parts):
        if isinstance(part, str):
            lines.append(part)
            continue
        words = next((line.strip() for line in (*part.ours, *part.theirs) if line.strip()), "")
        conflicts.append(Conflict(part.kind, words, first_line + len(lines)))
        lines += [f"<<<<<<< {names[0]}", *part.ours, "=======", *part.theirs, f">>>>>>> {names[1]}"]
    return lines, conflicts


def join_clashes(parts: Iterable[Part]) -> list[Part]:
    """Clashes with nothing but blank lines between them are one, as git has it."""
    joined: list[Part] = []
    blanks = 0  # at the end of `joined`, behind a clash
    for part in parts:
        before = joined[-1 - blanks] if len(joined) > blanks else ""
        if isinstance(part, Clash) and isinstance(before, Clash):
            between = tuple(line for line in joined[len(joined) - blanks :] if isinstance(line, str))
            kind = before.kind if before.kind == part.kind else "prose"
            del joined[len(joined) - blanks - 1 :]
            ours, theirs = before.ours + between + part.ours, before.theirs + between + part.theirs
            joined.append(Clash(kind, ours, theirs))
            blanks = 0
        else:
            joined.append(part)
            blanks = blanks + 1 if isinstance(part, str) and not part.strip() else 0
    return joined


def lines_of(parts: Iterable[Part]) -> list[str]:
    """All lines, of a clash those of both sides."""
    return [line for part in parts for line in ([part] if isinstance(part, str) else (*part.ours, *part.theirs))]
