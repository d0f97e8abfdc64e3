"""Lines of drafts and briefs, as the index keeps them."""

from vaultnet.model.message import read_messages
from vaultnet.text.document import parse_document

NOTE = """\
Do you have a job for me?
<!-- vaultnet:draft-advice-3f2a9c41 -->
[[Ada]] · 2026-06-15

Could I ask you something?
> quoted
<!-- /vaultnet:draft-advice-3f2a9c41 -->
<!-- vaultnet:brief -->
**Wanted** · two names
**Who** · [[Ada]]
- asked for a job
<!-- /vaultnet:brief -->
<!-- vaultnet:drafty -->
no draft
<!-- /vaultnet:drafty -->
"""


def test_the_lines_of_drafts_and_what_a_brief_wants() -> None:
    assert [tuple(row) for row in read_messages(parse_document(NOTE))] == [
        (3, "[[Ada]] · 2026-06-15"),
        (5, "Could I ask you something?"),
        (9, "**Wanted** · two names"),
    ]
