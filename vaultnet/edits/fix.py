r"""Safe fixes: those after which every reader understands the note as its owner meant it.

fix_alias_link("met [[Ada]]", 1, "Ada", "Ada Lovelace")   ->  "met [[Ada Lovelace|Ada]]"
fix_missing_uid("---\ntype: contact\n---\n", uid)         ->  "---\ntype: contact\nuid: 5c1e...\n---\n"
"""

from vaultnet.text.document import parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.frontmatter_edit import set_key
from vaultnet.text.problem import Refused
from vaultnet.text.span import line_of


def fix_alias_link(text: str, line: int, alias: str, stem: str) -> str:
    """The links to an alias that begin on a line, led to the note; the text a reader sees stays the same."""
    document = parse_document(text)
    if not document.is_writable:
        return text
    edits = [
        Edit(link.start, link.end, f"[[{stem}{'#' + link.subpath if link.subpath else ''}|{link.display or alias}]]")
        for link in document.links
        if link.path == alias and not link.markdown and not link.embed and line_of(text, link.start) == line
    ]
    return apply_edits(text, edits)


def fix_missing_uid(text: str, uid: str) -> str:
    """The note with a `uid`; raises Refused where it cannot be written, for a fault of its body too."""
    fault = next((problem for problem in parse_document(text).problems if problem.blocks_writing), None)
    if fault is not None:
        raise Refused(fault)
    return set_key(text, "uid", uid)
