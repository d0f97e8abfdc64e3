"""The known word nearest to a mistyped one, for messages that help.

nearest("peple", ("people", "minutes"))  ->  "people"
"""

from collections.abc import Iterable, Sequence


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word at the smallest edit distance, "" when even that one is far off (over a third of its letters)."""
    best = min(known, key=lambda other: (edit_distance(word.lower(), other.lower()), other), default="")
    return best if best and edit_distance(word.lower(), best.lower()) <= max(1, len(best) // 3) else ""


def hint_for(word: str, known: Sequence[str]) -> str:
    """What to say of a word that is none of them: the nearest one, else all of them."""
    guess = nearest(word, known)
    return f"did you mean {guess}?" if guess else f"there are {', '.join(known)}"


def edit_distance(left: str, right: str) -> int:
    """How far apart two words are: inserts, deletes, replacements, and swaps of neighbours count 1 each (optimal string
    alignment).
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last_before, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last_before[j - 2] + 1)
            row.append(cost)
    return row[-1]
