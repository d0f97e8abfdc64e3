"""The goals note as the practice reads it: the goals, where they stand, and what their links lead to.

Goals.md with targets: ["[[Tidemark Risk]]"]  ->  GoalsNote("Goals.md", Goals(...), targets=(Named("Tidemark Risk",
                                                          "Organizations/Tidemark Risk.md"),), ...)
"""

from typing import NamedTuple

from vaultnet.model.goals import Goals


class Named(NamedTuple):
    """Somebody or something that the goals name; `path` is the note's, "" where there is none."""

    name: str
    path: str


class GoalsNote(NamedTuple):
    """`says_quota`: the note gives a quota of its own; without one the usual holds."""

    path: str
    goals: Goals
    targets: tuple[Named, ...] = ()
    wish_list: tuple[Named, ...] = ()
    says_quota: bool = False
