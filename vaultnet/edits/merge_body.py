r"""The text of one note put into another's, section by section: no line is lost, and none that both have stands twice.

merge_bodies("## Log\n- 2026-06-01 coffee\n", "# Ada B.\nMet in Delft.\n## Log\n- 2026-05-02 call\n", rules)
->  "## Log\n- 2026-06-01 coffee\n- 2026-05-02 call\n\n# Ada B.\nMet in Delft.\n"

Sections that both have are joined, dated items in the order that the first note keeps; what only the other has is put
behind, beneath its own heading. The first note's own lines stay byte for byte.
"""

from collections.abc import Iterator, Sequence

from vaultnet.dataclass import dataclass, field
from vaultnet.edits.merge_items import Part, join_parts, split_parts
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.heading import Heading, fold_heading
from vaultnet.text.line import line_end_of, next_line
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import refuse_if_broken


@dataclass(slots=True)
class _Branch:
    """A heading (none for what stands before the first) with the text right below it, and the headings beneath."""

    level: int
    name: str
    line: str
    parts: list[Part]
    below: list["_Branch"] = field(default_factory=list)
    is_joined: bool = False

    @property
    def own(self) -> str:
        return "".join(part.text for part in self.parts)


def merge_bodies(ours: str, theirs: str, titles: frozenset[str]) -> str:
    """`ours` (a whole note) with everything that the body of `theirs` says. `titles` are the folded headings that only
    say whose note it is.

    Raises Refused where one of the notes is broken, or a comment or code fence in it never ends.
    """
    document, other = parse_document(ours), parse_document(_without_same_blocks(ours, theirs))
    for one in (document, other):
        refuse_if_broken(one)
        _refuse_unless_closed(one.text)
    tree, theirs_tree = _tree(document), _tree(other)
    line_end = line_end_of(ours)
    title = tree.below[0] if tree.below else None
    if title is not None and title.name in titles and not tree.own.strip():  # what introduces them goes below our title
        _join_parts(title, theirs_tree, line_end)
        theirs_tree.parts = []
    for place, branch in list(_join(tree, theirs_tree, line_end, titles)):
        _append(place, branch, line_end)
    merged = ours[: document.body_start] + "".join(_texts(tree, line_end))
    _refuse_unless_whole(merged, (document, other))
    return merged


def _without_same_blocks(ours: str, theirs: str) -> str:
    """A block stands in a note once: of the other's the marker lines go, what is within stays."""
    names = {block.name for block in parse_document(ours).blocks}
    blocks = (block for block in parse_document(theirs).blocks if block.name in names)
    places = ((block.start, block.inner_start, block.inner_end, block.end) for block in blocks)
    return apply_edits(theirs, [edit for a, b, c, d in places for edit in (Edit(a, b, ""), Edit(c, d, ""))])


def _tree(document: Document) -> _Branch:
    text = document.text
    headings = [h for h in document.headings if not any(b.start <= h.start < b.end for b in document.blocks)]
    first = headings[0].start if headings else len(text)
    root = _Branch(0, "", "", split_parts(document, document.body_start, first))
    above = [root]
    ends = (*(heading.start for heading in headings[1:]), len(text))
    for heading, end in zip(headings, ends, strict=False):
        branch = _section(document, heading, end)
        while above[-1].level >= branch.level:
            above.pop()
        above[-1].below.append(branch)
        above.append(branch)
    return root


def _section(document: Document, heading: Heading, end: int) -> _Branch:
    start = next_line(document.text, heading.end)
    line = document.text[heading.start : start]
    return _Branch(heading.level, fold_heading(heading.text), line, split_parts(document, start, end))


def _join(ours: _Branch, theirs: _Branch, line_end: str, titles: frozenset[str]) -> Iterator[tuple[_Branch, _Branch]]:
    """Into `ours` goes what both have a place for; yields what has none, with the branch of ours to put it beneath.

    A title says only whose note this is: the sections below it are joined with ours, wherever those are.
    """
    _join_parts(ours, theirs, line_end)
    for branch in theirs.below:
        twin = _twin(ours, branch, titles)
        if twin is not None:
            yield from _join(twin, branch, line_end, titles)
        elif branch.name in titles:
            alone = _Branch(branch.level, branch.name, branch.line, branch.parts)
            yield ours, alone
            yield from _join(ours, _Branch(0, "", "", [], branch.below), line_end, titles)
        else:
            yield ours, branch


def _join_parts(ours: _Branch, theirs: _Branch, line_end: str) -> None:
    before = ours.own
    ours.parts = join_parts(ours.parts, theirs.parts, line_end)
    ours.is_joined = ours.is_joined or ours.own != before


def _twin(ours: _Branch, wanted: _Branch, titles: frozenset[str]) -> _Branch | None:
    """Our section of that name: here, or beneath our title."""
    for one in ours.below:
        if one.name == wanted.name:
            return one
    for one in ours.below:
        if one.name in titles:
            found = _twin(one, wanted, frozenset())
            if found is not None:
                return found
    return None


def _append(ours: _Branch, branch: _Branch, line_end: str) -> None:
    """Behind all that ours has, a blank line between."""
    last = ours
    while last.below:
        last = last.below[-1]
    said = last.own or last.line
    if said:
        ends = 2 if not said.endswith("\n") else int(not said.endswith(("\n\n", "\n\r\n")))
        last.parts = [*last.parts, Part(line_end * ends, "", is_item=False)]
    added = _with_line_ends(branch, line_end)
    ours.below.append(added)
    *_, end = _flat(added)
    end.is_joined = True


def _with_line_ends(branch: _Branch, line_end: str) -> _Branch:
    parts = [part._replace(text=_ended(part.text, line_end)) for part in branch.parts]
    below = [_with_line_ends(one, line_end) for one in branch.below]
    return _Branch(branch.level, branch.name, _ended(branch.line, line_end), parts, below)


def _ended(text: str, line_end: str) -> str:
    """In the other note's line ends, the last line ended too."""
    lines = text.replace("\r\n", "\n")
    return (lines if not lines or lines.endswith("\n") else f"{lines}\n").replace("\n", line_end)


def _texts(tree: _Branch, line_end: str) -> Iterator[str]:
    """Of each branch; what was joined keeps its distance from the heading that follows."""
    branches = list(_flat(tree))
    for number, branch in enumerate(branches, start=1):
        is_cut = (
            branch.line and branch.own and not branch.line.endswith("\n")
        )  # a heading that was the note's last line
        text = f"{branch.line}{line_end if is_cut else ''}{branch.own}"
        yield text
        if branch.is_joined and number < len(branches) and text and not text.endswith(("\n\n", "\n\r\n")):
            yield line_end


def _flat(branch: _Branch) -> Iterator[_Branch]:
    yield branch
    for one in branch.below:
        yield from _flat(one)


def _refuse_unless_closed(text: str) -> None:
    """Behind a comment or code fence that never ends nothing would be read."""
    probe = "vaultnet-probe"
    headings = parse_document(f"{text}\n\n# {probe}\n").headings
    if not headings or headings[-1].text != probe:
        message = "a comment or code fence in this note never ends: close it, what would be added could not be read"
        raise Refused(Problem("section-unreadable", message))


def _refuse_unless_whole(merged: str, sources: Sequence[Document]) -> None:
    """Refuse rather than lose: every line of both bodies must be there, a heading also in other letters."""
    document = parse_document(merged)
    refuse_if_broken(document)
    lines = {line.strip() for line in merged.split("\n")}
    headings = {fold_heading(heading.text) for heading in document.headings}
    for source in sources:
        known = lines | {
            source.text[heading.start : heading.end].strip()
            for heading in source.headings
            if fold_heading(heading.text) in headings
        }
        wanted = (line.strip() for line in source.text[source.body_start :].split("\n"))
        if lost := next((line for line in wanted if line not in known), ""):
            message = f'the line "{lost}" would be lost: merge these notes by hand'
            raise Refused(Problem("section-unreadable", message))
