"""A step of an introduction, written into its note: a dated line, and the state that it has come to.

status: wanted                        status: asked
---                            ->     ---
## Log                                ## Log
                                      - 2026-06-16 E-mail [[Ravi]], for an introduction to [[Annelies]] ^vn-3f2a-b7d0
"""

from typing import NamedTuple

from vaultnet.edits.log_place import insert_log_line
from vaultnet.model.introduction import INTRODUCTION_KEYS
from vaultnet.model.rules import Rules
from vaultnet.text.document import parse_document
from vaultnet.text.edit import apply_edits
from vaultnet.text.frontmatter_edit import set_key
from vaultnet.text.section import refuse_if_broken


class IntroductionStep(NamedTuple):
    """`path` of the introduction's note; `status` it has then, "" where it stays as it is. `says_reason`: the line says
    why; without it names only whom it was said to: whom a line names has been asked.
    """

    path: str
    status: str = ""
    says_reason: bool = True


def write_step(text: str, line: str, step: IntroductionStep, rules: Rules) -> str:
    """The note with the line in its log and the status, under the name that the note has for it. Raises Refused."""
    document = parse_document(text)
    refuse_if_broken(document)
    after = apply_edits(text, [insert_log_line(document, [line], rules)])
    if step.status:
        keys = document.frontmatter.values
        key = next((key for key in keys if INTRODUCTION_KEYS[key] == "status"), "status")
        after = set_key(after, key, step.status)
    refuse_if_broken(parse_document(after))
    return after
