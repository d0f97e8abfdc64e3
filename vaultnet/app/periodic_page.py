"""A generated block in a periodic note, rendered and placed: the day's, the week's, the quarter's, the year's.

render_block(workspace, "agenda.md", as_plain(view))   ->   the Markdown between the markers, sealed
place_block(workspace, page, sealed, ())   ->   Placed(block, FileChange("Daily/2026-06-15.md", ..., "agenda"))

What the agenda and the reviews share: the note is the user's, made from the user's own template where there is none
yet; a note that cannot take the block is refused, with the block to paste.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.edits.daily_note import needs_templater
from vaultnet.errors import NotWritten
from vaultnet.storage.rendered import render_once
from vaultnet.storage.templates import read_templates
from vaultnet.text.block import replace, seal
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document
from vaultnet.text.managed_block import block_markers
from vaultnet.text.problem import Refused


class PeriodicPage(NamedTuple):
    """The note `path`, the block `name` in it below `heading`, and how to `fill` the user's own `template` (a path
    without `.md`, "" for none) where there is no such note yet.
    """

    path: str
    name: str
    heading: str
    template: str
    fill: Callable[[str], str]


class Placed(NamedTuple):
    """`block` is the Markdown with its markers as it stands in the note, hand-edited items and all; `change` None where
    the note cannot take it, or says so already.
    """

    block: str
    change: FileChange | None


def render_block(workspace: Workspace, template: str, view: Mapping[str, Any]) -> str:
    """The block of a view, as plain data. Raises TemplateError."""
    templates = read_templates(workspace.root, workspace.config.settings.vault.language)
    return seal(render_once(workspace.connection, templates, template, view))


def place_block(
    workspace: Workspace, page: PeriodicPage, sealed: str, planned: Sequence[FileChange], *, only_show: bool
) -> Placed:
    """The block in its note, as the `planned` changes of this run will leave it.

    Where the note cannot take it, NotWritten brings the block to paste; with `only_show` that is no obstacle.
    """
    try:
        change = _change(workspace, page, sealed, planned)
    except NotWritten as refused:
        begin, end = block_markers(page.name)
        block = f"{begin}\n{sealed}{end}\n"
        if only_show:
            return Placed(block, None)
        message = f"{refused.message}. Nothing was written; to paste:\n{block}"
        raise NotWritten(message, path=refused.path, line=refused.line) from refused
    return Placed(_block_in(change.after, page.name), change if change.is_change else None)


def _change(workspace: Workspace, page: PeriodicPage, sealed: str, planned: Sequence[FileChange]) -> FileChange:
    """The change that puts the block into its note. Raises NotWritten where the note cannot take it."""
    before = workspace.read(page.path)
    text = next((change.after for change in planned if change.path == page.path), before)
    if text is None:
        text = _new_note(workspace, page)
    try:
        after = replace(parse_document(text), page.name, sealed, heading=page.heading)
    except Refused as refused:
        raise NotWritten(refused.problem.message, path=page.path, line=refused.problem.line) from refused
    return FileChange(page.path, before, after, page.name)


def _block_in(text: str, name: str) -> str:
    """A note's block of that name, markers included."""
    found = next(block for block in parse_document(text).blocks if block.name == name)
    return text[found.start : found.end]


def _new_note(workspace: Workspace, page: PeriodicPage) -> str:
    """The note from the user's own template; an empty one where there is no template."""
    template = workspace.read(f"{page.template}.md") if page.template else None
    if template is None:
        return ""
    if needs_templater(template):
        raise NotWritten(
            f"the template {page.template}.md holds Templater code, which only Obsidian can run: open the note there "
            "first",
            path=page.path,
        )
    return page.fill(template)
