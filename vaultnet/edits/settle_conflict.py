r"""What stands in a note in two versions, as questions, and one version put there for each answer.

text = "---\ntier: close\ntier__theirs: wide\n---\n"
find_questions(text)                         ->  (Question(line=3, key="tier", ours="close", theirs="wide"),)
settle_questions(text, lambda _: "theirs")   ->  ("---\ntier: wide\n---\n", ())

Nothing else of the note changes. What is left open stays there in both versions.
"""

from collections.abc import Callable
from typing import NamedTuple

from vaultnet.text.conflict_hunk import Choice, Hunk, find_hunks, settle_hunks
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_keys import line_key
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.property_conflict import THEIRS
from vaultnet.text.span import Span, line_of
from vaultnet.text.three_way.conflict_form import is_removal, remove_callout
from vaultnet.text.yaml_value import Value, is_same


class Question(NamedTuple):
    """One thing that both sides say, and differently: the value of `key`, or a piece of text (`key` is ""). What a side
    has not is "". `line` counts from 1.
    """

    line: int
    key: str
    ours: str
    theirs: str


class _Twins(NamedTuple):
    """The lines of a property and of its twin; `ours` is None where our side has no such key."""

    key: str
    ours: Span | None
    theirs: Span


def find_questions(text: str) -> tuple[Question, ...]:
    """In the order of their lines. Raises Refused for marks that cannot be told from the text."""
    found = (*map(_of_hunk, find_hunks(text)), *(_of_twins(text, twins) for twins in _find_twins(text)))
    return tuple(sorted(found, key=lambda question: question.line))


def settle_questions(text: str, choose: Callable[[Question], Choice]) -> tuple[str, tuple[Question, ...]]:
    """The text with what was chosen, and the questions that are still open in it. A property has one value, so that
    `both` leaves it open.

    Raises Refused as `find_questions` does, and where the front matter would not read as it is meant.
    """
    text = settle_hunks(text, [choose(_of_hunk(hunk)) for hunk in find_hunks(text)])
    asked = [_of_twins(text, twins) for twins in _find_twins(text)]
    for question in asked:
        choice = choose(question)
        if choice in {"ours", "theirs"}:
            text = _settle_property(text, question.key, keeps_ours=choice == "ours")
    left = find_questions(text)
    if asked and not any(question.key for question in left):
        text = remove_callout(text)
        left = find_questions(text)
    return text, left


def _of_hunk(hunk: Hunk) -> Question:
    return Question(hunk.line, "", hunk.ours, hunk.theirs)


def _of_twins(text: str, twins: _Twins) -> Question:
    line = line_of(text, twins.theirs.start)
    ours = _written(text, twins.ours) if twins.ours else ""
    return Question(line, twins.key, ours, "" if _is_removed(text, twins) else _written(text, twins.theirs))


def _find_twins(text: str) -> list[_Twins]:
    if THEIRS not in text:
        return []
    frontmatter = parse_frontmatter(text)
    found = []
    for key in (key for key in frontmatter.values if key.endswith(THEIRS) and key != THEIRS):
        theirs = _lines_of(text, key)
        if theirs is None:
            message = f"`{key}` does not stand on a line of its own: choose by hand"
            raise Refused(Problem("merge-conflict", message, frontmatter.line(key), blocks_writing=True))
        name = key.removesuffix(THEIRS)
        found.append(_Twins(name, _lines_of(text, name), theirs))
    return found


def _lines_of(text: str, key: str) -> Span | None:
    """The lines of a key and its value; comments and blank lines below belong to the next."""
    fence = parse_frontmatter(text).fence
    if fence is None:
        return None
    start, end, place = -1, -1, fence.inner_start
    while place < fence.inner_end:
        behind = text.index("\n", place) + 1
        line = text[place:behind].rstrip("\r\n")
        found = line_key(line) if line.strip() else None
        if start >= 0 and found is not None:
            break
        if found == key:
            start = place
        if start >= 0 and line.strip() and not line.startswith("#"):
            end = behind
        place = behind
    return Span(start, end) if start >= 0 else None


def _written(text: str, span: Span) -> str:
    """The value as it is written, without its key."""
    return text[span.start : span.end].partition(":")[2].strip()


def _is_removed(text: str, twins: _Twins) -> bool:
    """Their side has no such key any more."""
    return is_removal(text[twins.theirs.start : twins.theirs.end])


def _settle_property(text: str, key: str, *, keeps_ours: bool) -> str:
    """Read again afterwards: what was chosen is different, and nothing else."""
    twins = next(twins for twins in _find_twins(text) if twins.key == key)
    expected: dict[str, Value] = dict(parse_frontmatter(text).values)
    chosen = expected.pop(key + THEIRS)
    lines = "" if _is_removed(text, twins) else text[slice(*twins.theirs)].replace(THEIRS, "", 1)
    if keeps_ours:
        edits = [Edit(*twins.theirs, "")]
    else:
        edits = [Edit(*(twins.ours or twins.theirs), lines)]
        edits += [Edit(*twins.theirs, "")] if twins.ours else []
        expected.pop(key, None)
        expected |= {key: chosen} if lines else {}
    after = apply_edits(text, edits)
    if not is_same(dict(parse_frontmatter(after).values), expected):
        message = "the front matter would not read as meant after this change: make it by hand"
        raise Refused(Problem("frontmatter-unsafe-edit", message, line_of(text, twins.theirs.start)))
    return after
