"""The rule of every three-way merge: who left a thing as it was leaves it to the other.

pick("a", "a", "b")  ->  "b"        is_settled("a", "b", "c")  ->  False: both changed it, and differently
"""

from typing import TypeVar

Thing = TypeVar("Thing")


def is_settled(base: object, ours: object, theirs: object) -> bool:
    """True where at most one side made a change, or both made the same."""
    return ours == theirs or base in (ours, theirs)


def pick(base: Thing, ours: Thing, theirs: Thing) -> Thing:
    """What a settled thing has become."""
    return theirs if ours == base else ours


def pick_written(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """`pick` for lines; None where it is not settled. Who changed blank lines alone leaves the words to the other."""
    if is_settled(base, ours, theirs):
        return pick(base, ours, theirs)
    written = [[line for line in lines if line.strip()] for lines in (base, ours, theirs)]
    if not is_settled(*written):
        return None
    if written[1] == written[2]:
        return max(ours, theirs, key=lambda lines: (len(lines), lines))
    return theirs if written[1] == written[0] else ours
