"""Every link to a note that moves, in the whole vault: bodies, properties, generated blocks, canvases.

plan_links(workspace, aims, but=("People/Ada Byron.md",), shows_old=False)
->  LinkPlan(changes=(FileChange("Daily/2026-06-15.md", ...),), refused=())
"""

from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.errors import NotWritten
from vaultnet.storage.lookup import all_paths
from vaultnet.storage.mentions import find_canvases, find_mentions
from vaultnet.text.change import FileChange
from vaultnet.text.link_aim import LinkAims
from vaultnet.text.problem import Refused
from vaultnet.text.relink import relink
from vaultnet.text.relink_canvas import relink_canvas
from vaultnet.text.resolve import NameIndex, key_of


class RefusedLink(NamedTuple):
    """A note that links to the one that moves and cannot be written."""

    path: str
    line: int
    message: str


class LinkPlan(NamedTuple):
    """What becomes of the links of all notes but those named."""

    changes: tuple[FileChange, ...]
    refused: tuple[RefusedLink, ...]


def build_aims(workspace: Workspace, old: str, new: str) -> LinkAims:
    """For a note that is `old` and will be `new`, or go into `new` if that is there."""
    paths = all_paths(workspace.connection)
    return LinkAims(NameIndex(paths), NameIndex([*(path for path in paths if path != old), new]), {old: new})


def plan_links(
    workspace: Workspace, aims: LinkAims, but: Collection[str], why: str, *, shows_old: bool = False
) -> LinkPlan:
    """`but` are the notes that the caller changes itself."""
    changes, refused = list[FileChange](), list[RefusedLink]()
    for path in _mentioning(workspace, aims):
        if path in but:
            continue
        try:
            before = workspace.read(path) or ""
            after = _relinked(path, before, aims, shows_old=shows_old)
        except Refused as answer:
            refused.append(RefusedLink(path, answer.problem.line, answer.problem.message))
        except NotWritten as answer:
            refused.append(RefusedLink(path, answer.line or 1, answer.message))
        else:
            if after != before:
                changes.append(FileChange(path, before, after, why))
    return LinkPlan(tuple(changes), tuple(refused))


def _mentioning(workspace: Workspace, aims: LinkAims) -> Iterator[str]:
    keys = {key_of(path) for pair in aims.moved.items() for path in pair}
    yield from find_mentions(workspace.root, all_paths(workspace.connection), keys)
    yield from find_mentions(workspace.root, find_canvases(workspace.root), keys)


def _relinked(path: str, text: str, aims: LinkAims, *, shows_old: bool) -> str:
    if path.endswith(".canvas"):
        return relink_canvas(text, path, aims, shows_old=shows_old)
    return relink(text, partial(find_aim, aims, path), shows_old=shows_old)


def find_aim(aims: LinkAims, source: str, linkpath: str) -> str | None:
    """`aims.find` with the note first, so that it can be fixed."""
    return aims.find(linkpath, source)
