r"""How much of a note is read: one above a megabyte is not prose.

reading_limit("x" * 10, 0)  ->  10           reading_limit("line\n" * 1_000_000, 0)  ->  1_000_000, after a whole line
"""

from typing import Final

ITEM_LIMIT: Final = 20_000
SIZE_LIMIT: Final = 1_000_000  # characters of body


class Full(Exception):  # noqa: N818  (not an error: the rest of the note is not looked at)
    """Raised where the last item that is read has been read."""


def reading_limit(text: str, start: int) -> int:
    """Where reading of a body ends that begins at `start`: at most so many characters on, behind a whole line."""
    limit = start + SIZE_LIMIT
    return len(text) if len(text) <= limit else text.rfind("\n", start, limit) + 1 or limit
