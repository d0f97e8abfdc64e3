r"""Bringing a settings file to the newest format, without touching what its owner wrote around it.

migrate_settings("[agenda]\npeople = 3\n")   ->   "format = 1\n\n[agenda]\npeople = 3\n"
"""

import re

from vaultnet.model.settings_reader import KNOWN_FORMAT

_FORMAT = re.compile(r"(?m)^[ \t]*format[ \t]*=[ \t]*(\d+)")
_TABLE = re.compile(r"(?m)^[ \t]*\[")


def settings_format(text: str) -> int | None:
    """The format a settings file says it has; None where it does not say (then it is format 1)."""
    first_table = _TABLE.search(text)
    match = _FORMAT.search(text, 0, first_table.start() if first_table else len(text))
    return int(match[1]) if match else None


def migrate_settings(text: str) -> str:
    """The text in the newest format; the same text when it is in it already, or in one newer than we know."""
    if settings_format(text) is not None:
        return text
    line_end = "\r\n" if "\r\n" in text else "\n"
    head = _leading_comments(text)
    rest = text[len(head) :]
    blank = line_end if rest.strip() and not rest.startswith(("\n", "\r\n")) else ""
    return f"{head}format = {KNOWN_FORMAT}{line_end}{blank}{rest}"


def _leading_comments(text: str) -> str:
    """What stands before the first line that is neither comment nor blank, up to the last comment."""
    head = re.match(r"(?:[ \t]*#[^\n]*\n)*", text)
    return head[0] if head else ""
