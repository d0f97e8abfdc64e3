"""The last look before notes are written: none of them is broken (promise D2).

refuse_broken([FileChange("People/Ada.md", before="<<<<<<< HEAD ...", ...)])   ->   NotWritten, with file and line

Whoever plans a change leaves a broken note out and says so. What was overlooked there ends here, before the first note
of the step is written; what can be seen cheaply is looked for, since every write pays for it.
"""

from collections.abc import Iterable

from vaultnet.errors import NotWritten
from vaultnet.storage.scanned import NOTE_ENDINGS
from vaultnet.text.change import Change
from vaultnet.text.conflict import find_conflicts
from vaultnet.text.frontmatter import parse_frontmatter


def refuse_broken(changes: Iterable[Change]) -> None:
    """A note may be taken away whole, broken or not: that changes nothing in it."""
    for change in changes:
        if change.before is None or change.after is None or not change.path.endswith(NOTE_ENDINGS):
            continue
        frontmatter = parse_frontmatter(change.before)
        for problem in (*frontmatter.problems, *find_conflicts(change.before, frontmatter.body_start)):
            if problem.blocks_writing:
                raise NotWritten(problem.message, path=change.path, line=problem.line)
