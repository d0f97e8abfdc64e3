"""What the goals note does not say yet (P9, P19): each gap with why it matters and where to write it.

roles: []                     ->  GoalGap("roles", is_thin=False, why="A role in a few words ...", where="roles")
wish-list: ["[[Grace]]"]      ->  GoalGap("wish-list", is_thin=True, why="There is room ...", where="wish-list")
no `## Pitch`                 ->  GoalGap("pitch", is_thin=False, why="...", where="## Pitch")
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from vaultnet.model.goals import Goals

_ITEM = re.compile(r"^\s{0,12}(?:[-*+]|\d{1,3}[.)])\s+\S", re.MULTILINE)


class GoalGap(NamedTuple):
    """`what` is missing, or with `is_thin` has less than would help; `where` is its key in the front matter, or the
    heading above its section.
    """

    what: str
    is_thin: bool
    why: str
    where: str


class _Part(NamedTuple):
    """A part of the goals: how much the note has of it, how much would do, and why to write it."""

    what: str
    has: Callable[[Goals], int]
    enough: int
    why: str
    why_more: str = ""


def _section(name: str) -> Callable[[Goals], str]:
    return lambda goals: "\n".join(text for heading, text in goals.sections if heading == name)


def _words(name: str) -> Callable[[Goals], int]:
    return lambda goals: len(_section(name)(goals).split())


def _items(name: str) -> Callable[[Goals], int]:
    """The items of a list; prose without any is one."""
    return lambda goals: len(_ITEM.findall(_section(name)(goals))) or bool(_section(name)(goals).strip())


_PARTS = (
    _Part(
        "industries",
        lambda goals: len(goals.industries),
        1,
        "Name an industry or two, and people can say whom they know there.",
    ),
    _Part(
        "roles",
        lambda goals: len(goals.roles),
        1,
        "A role in a few words is what others can pass on; 'something new' is not.",
    ),
    _Part(
        "locations",
        lambda goals: len(goals.locations),
        1,
        "Where you would work tells who is near, and which city is worth a visit.",
    ),
    _Part(
        "company-kinds",
        lambda goals: len(goals.company_kinds),
        1,
        "Small or large, young or old, firm or foundation: it tells which doors fit you.",
    ),
    _Part(
        "environment",
        lambda goals: len(goals.environment),
        1,
        "How you like to work is what only people inside can tell you about, once you know what to ask.",
    ),
    _Part(
        "targets",
        lambda goals: len(goals.targets),
        3,
        "Organizations by name turn a wish into somebody to ask about.",
        "With three organizations or more, every talk has a second question.",
    ),
    _Part(
        "wish-list",
        lambda goals: len(goals.wish_list),
        3,
        "Three people you would like to meet are enough to begin: each has a next step.",
        "Three at a time is a good number: there is room for another name.",
    ),
    _Part(
        "pitch",
        _words("pitch"),
        10,
        "Two sentences on what you do and for whom, so that others can repeat them.",
        "A sentence more, and somebody else can say it for you.",
    ),
    _Part(
        "strengths",
        _items("strengths"),
        2,
        "What you are good at is what you can offer; say it in the words of those who were glad of it.",
        "A second strength shows a second way in which you can help.",
    ),
    _Part(
        "accomplishments",
        _items("accomplishments"),
        2,
        "Something you did, with a name or a number in it, is what people remember of you.",
        "A second story fits the next listener better.",
    ),
)  # fmt: skip
_QUOTA_WHY = "A number to grow to makes a small daily find of it; a hundred names is a good one."
_SECTIONS = frozenset({"pitch", "strengths", "accomplishments"})


def goal_gaps(goals: Goals, *, says_quota: bool) -> tuple[GoalGap, ...]:
    """What is missing or thin, in the order of the note; `says_quota`: the note gives a quota of its own."""
    found = [gap for part in _PARTS if (gap := _gap(part, goals))]
    if not says_quota:
        behind = sum(gap.what not in _SECTIONS for gap in found)
        found.insert(behind, GoalGap("quota", False, _QUOTA_WHY, "quota"))
    return tuple(found)


def _gap(part: _Part, goals: Goals) -> GoalGap | None:
    count = part.has(goals)
    if count >= part.enough:
        return None
    where = f"## {part.what.title()}" if part.what in _SECTIONS else part.what
    return GoalGap(part.what, count > 0, part.why_more if count else part.why, where)
