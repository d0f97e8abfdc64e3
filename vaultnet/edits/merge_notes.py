r"""One note of two: properties key by key, the text section by section, nothing lost.

merge_notes("---\ntype: contact\n...", "---\ntype: contact\nbirthday: 1815-12-10\n...", context)
->  MergedNote("---\naliases:\n  - A. Byron\n...", kept=("birthday: 1815-12-10",))
"""

from typing import NamedTuple

from vaultnet.edits.merge_body import merge_bodies
from vaultnet.edits.merge_properties import MergeContext, merge_properties
from vaultnet.text.document import parse_document
from vaultnet.text.edit import apply_edits
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.frontmatter_layout import refuse_faulty
from vaultnet.text.heading import fold_heading
from vaultnet.text.section import insert_in_section

_FROM = {"en": "From {}", "de": "Aus {}"}


class MergedNote(NamedTuple):
    """`kept` is what the other note said otherwise, each a line of the merged note."""

    text: str
    kept: tuple[str, ...]


def merge_notes(ours: str, theirs: str, context: MergeContext) -> MergedNote:
    """`ours` with all that `theirs` says; links in both are as they are to be already.

    Raises Refused where one of the two cannot be read or written.
    """
    refuse_faulty(parse_frontmatter(theirs))
    titles = frozenset(map(fold_heading, (*context.ours, *context.others)))
    text = merge_bodies(ours, theirs, titles)
    merged = merge_properties(text, parse_frontmatter(theirs).values, context)
    return MergedNote(_with_kept(merged.text, merged.kept, context), merged.kept)


def _with_kept(text: str, kept: tuple[str, ...], context: MergeContext) -> str:
    """What both say differently, at the end of the note beneath the other's name."""
    language = context.rules.settings.vault.language
    heading = _FROM.get(language, _FROM["en"]).format(context.others[0])
    for line in kept:
        edit = insert_in_section(parse_document(text), (heading,), line, at="bottom", create_heading=heading)
        text = apply_edits(text, [edit])
    return text
