r"""Links that are to lead elsewhere, each changed where it stands, and nothing besides.

relink("see [[Old#Log|her]] and `[[Old]]`\n", choose)      choose("Old")  ->  "New"
->  "see [[New#Log|her]] and `[[Old]]`\n"                  heading, shown text and code stay as they are
relink("[x](Old%20Name.md)\n", choose)                     ->  "[x](New%20Name.md)\n"
"""

import re
from collections.abc import Callable, Iterable, Iterator

from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.line import next_line
from vaultnet.text.link import Link
from vaultnet.text.relink_block import reseal
from vaultnet.text.relink_properties import relink_properties
from vaultnet.text.section import refuse_if_broken

Choose = Callable[[str], str | None]  # the path of a link as written -> as it is to be; None where it stays

_LINK = re.compile(r"\[\[[^\[\]\n]*\]\]")
_BLANK = re.compile(r"[ \t]")
_ENCODED = {"%": "%25", " ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}


def relink(text: str, choose: Choose, *, shows_old: bool = False) -> str:
    """The note with every link that `choose` has a path for. `shows_old`: a wikilink of the body without a text of its
    own goes on showing the name it had; one that gets a folder always does.

    Raises Refused for a note that cannot be edited and has such a link.
    """
    after = relink_properties(text, choose)
    document = parse_document(after)
    edits = list(_body_edits(document, choose, shows_old=shows_old))
    if edits:
        refuse_if_broken(document)
    return apply_edits(after, edits)


def _body_edits(document: Document, choose: Choose, *, shows_old: bool) -> Iterator[Edit]:
    edits = [edit for link in document.links for edit in _link_edits(document.text, link, choose, shows_old=shows_old)]
    for block in document.blocks:
        start, end = block.inner_start, block.inner_end
        inner = [edit for edit in edits if start <= edit.start < end]
        if inner:
            old = document.text[start:end]
            yield Edit(start, end, reseal(old, apply_edits(old, _moved(inner, -start))))
    yield from (e for e in edits if not any(b.inner_start <= e.start < b.inner_end for b in document.blocks))


def _moved(edits: Iterable[Edit], by: int) -> Iterator[Edit]:
    return (Edit(edit.start + by, edit.end + by, edit.replacement) for edit in edits)


def _link_edits(text: str, link: Link, choose: Choose, *, shows_old: bool) -> Iterator[Edit]:
    path = choose(link.path)
    if path is None:
        return
    if link.markdown:
        yield _destination_edit(text, link, path)
        return
    start = text.index(link.path, link.start)
    yield Edit(start, start + len(link.path), path)
    name = link.path.rpartition("/")[2].removesuffix(".md")
    is_shown_anyway = path.removesuffix(".md") == name or not (shows_old or ("/" in path and "/" not in link.path))
    if not (is_shown_anyway or link.display or link.subpath or link.embed):
        bar = "\\|" if _is_in_table(text, link) else "|"
        yield Edit(link.end - 2, link.end - 2, f"{bar}{name}")


def _is_in_table(text: str, link: Link) -> bool:
    r"""A line with a bar outside of the link: there the bar within a link is written `\|`, which is none elsewhere."""
    start, end = text.rfind("\n", 0, link.start) + 1, next_line(text, link.end)
    return "|" in _LINK.sub("", text[start : link.start] + text[link.end : end])


def _destination_edit(text: str, link: Link, path: str) -> Edit:
    """What stands between `](` and `#`, a title, or the end."""
    start = link.start + len("![" if link.embed else "[") + len(link.display) + len("](")
    while text[start] in " \t":
        start += 1
    if text[start] == "<":
        end = text.index(">", start)
        start += 1
    else:
        blank = _BLANK.search(text, start, link.end)
        end = blank.start() if blank else link.end - 1
        path = "".join(_ENCODED.get(char, char) for char in path)
    mark = text.find("#", start, end)
    return Edit(start, end if mark < 0 else mark, path)
