"""Several people in words.

join_people(["[[Ada]]", "[[Bob]]", "[[Cy]]"], "and")  ->  "[[Ada]], [[Bob]] and [[Cy]]"
"""

from collections.abc import Sequence


def join_people(people: Sequence[str], and_: str) -> str:
    """A list as people say it."""
    if len(people) < 2:  # noqa: PLR2004
        return "".join(people)
    return f"{', '.join(people[:-1])} {and_} {people[-1]}"
