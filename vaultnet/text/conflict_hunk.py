r"""The places where git left both versions in the text, taken apart, and one version put in their stead.

text = "<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> other\n"
find_hunks(text)                ->  (Hunk(ours="mine\n", base=None, theirs="yours\n", line=1, ...),)
settle_hunks(text, ["theirs"])  ->  "yours\n"

Git's three styles are read: merge, diff3 and zdiff3, whose hunks hold what both versions came from as well.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from vaultnet.text.problem import Problem, Refused

Choice = Literal["ours", "theirs", "both", "base", "open"]

_MARK = re.compile(r"^(?:(?:<{7}|\|{7}|>{7})(?: [^\r\n]*+)?|={7})\r?$", re.MULTILINE)


class Hunk(NamedTuple):
    """`text[start:end]` is all of it, marks included; `line` is that of the first mark. `base`: None where git did not
    write it down.
    """

    start: int
    end: int
    line: int
    ours: str
    base: str | None
    theirs: str


def find_hunks(text: str) -> tuple[Hunk, ...]:
    """All of them, in order. Raises Refused for marks that cannot be told apart from the text (`=======` twice)."""
    if "<<<<<<< " not in text:
        return ()
    hunks: list[Hunk] = []
    open_marks: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        kind = text[mark.start()]
        if kind == "<":
            open_marks = [mark]
        elif open_marks:
            open_marks.append(mark)
            if kind == ">":
                hunks += _hunk(text, open_marks)
                open_marks = []
    return tuple(hunks)


def settle_hunks(text: str, choices: Sequence[Choice]) -> str:
    """The text with one version in the stead of each hunk; `open` leaves the hunk as it is. `both`: ours, then theirs.

    `base` is what both came from, "" where that is not known. One choice for each hunk.
    """
    parts: list[str] = []
    done = 0
    for hunk, choice in zip(find_hunks(text), choices, strict=True):
        parts += [text[done : hunk.start], _chosen(text, hunk, choice)]
        done = hunk.end
    return "".join([*parts, text[done:]])


def take_side(text: str, side: Choice) -> str:
    """One version of the whole text."""
    return settle_hunks(text, [side] * len(find_hunks(text)))


def _chosen(text: str, hunk: Hunk, choice: Choice) -> str:
    if choice == "open":
        return text[hunk.start : hunk.end]
    return {"ours": hunk.ours, "theirs": hunk.theirs, "both": hunk.ours + hunk.theirs, "base": hunk.base or ""}[choice]


def _hunk(text: str, marks: Sequence[re.Match[str]]) -> list[Hunk]:
    """From the marks of one hunk, `<` first and `>` last. None without a middle: then it is no hunk of git's."""
    kinds = "".join(text[mark.start()] for mark in marks)
    if "=" not in kinds:
        return []
    line = text.count("\n", 0, marks[0].start()) + 1
    if kinds not in {"<=>", "<|=>"}:
        message = "the marks of this conflict cannot be told from the text around them: choose one version by hand"
        raise Refused(Problem("conflict-markers", message, line, blocks_writing=True))
    ends = [_behind(text, mark) for mark in marks]
    inner = [text[ends[at] : marks[at + 1].start()] for at in range(len(marks) - 1)]
    return [
        Hunk(
            marks[0].start(),
            ends[-1],
            line,
            inner[0],
            inner[1] if len(inner) > 2 else None,  # noqa: PLR2004  (ours, base, theirs)
            inner[-1],
        )
    ]


def _behind(text: str, mark: re.Match[str]) -> int:
    end = text.find("\n", mark.end())
    return end + 1 if end >= 0 else len(text)
