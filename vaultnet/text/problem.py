"""A fault in the data, as a value: what is wrong, where, and what to do. It never stops the rest of the vault.

Problem("frontmatter-unclosed", "the front matter has no closing ---: add the line", line=1)
"""

from typing import Final, Literal, NamedTuple

# Of one rule in one note: who has mended these looks again, and a file of ten megabytes can hold half a million (S3).
MOST_PROBLEMS: Final = 100

Severity = Literal["error", "warning", "info"]


class Problem(NamedTuple):
    """One finding in one note. `rule` is kebab-case and documented in `docs/rules.md`; line and column count from 1.

    `blocks_writing` marks faults after which no command may write to the note (promise D2).
    """

    rule: str
    message: str
    line: int = 1
    column: int = 1
    severity: Severity = "error"
    fixable: bool = False
    blocks_writing: bool = False


class Refused(Exception):  # noqa: N818  (an answer, not an accident)
    """An edit that cannot be made safely; carries the problem. Raised by the pure editors, reported above."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
