r"""Two values of one property, as a merge leaves them: beside `tier` stands `tier__theirs`, so that the YAML still
parses (promise D13). Until somebody chooses, no command writes to the note.

find_property_conflicts("---\ntier: close\ntier__theirs: wide\n---\n", 4, 36, {"tier": ..., "tier__theirs": ...})
->  (Problem("merge-conflict", line=3, blocks_writing=True),)
"""

from collections.abc import Iterable

from vaultnet.text.frontmatter_keys import find_key_offset
from vaultnet.text.problem import Problem
from vaultnet.text.span import column_of, line_of

THEIRS = "__theirs"  # what a key of the other side's has behind it


def find_property_conflicts(text: str, start: int, end: int, keys: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each key with two values. `text[start:end]` is the YAML of the block."""
    return tuple(_problem(text, start, end, key) for key in keys if key.endswith(THEIRS) and key != THEIRS)


def _problem(text: str, start: int, end: int, key: str) -> Problem:
    name = key.removesuffix(THEIRS)
    message = (
        f"`{name}` was given another value on another machine, and both stand here, theirs as `{key}`: "
        f"keep one line of the two, as `{name}`, or run `vaultnet resolve`"
    )
    offset = max(find_key_offset(text, start, end, key), 0)
    return Problem("merge-conflict", message, line_of(text, offset), column_of(text, offset), blocks_writing=True)
