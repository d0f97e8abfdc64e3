"""The board of targets as a canvas in the vault, or elsewhere.

plan_targets_canvas(workspace, file, TargetWords(), str, force=False)
->  FileChange("Targets.canvas", None, "{...", "targets")
"""

from collections.abc import Callable

from vaultnet.app.network_file import MapFile, merged_canvas
from vaultnet.app.targets import find_targets
from vaultnet.app.workspace import Workspace
from vaultnet.pages.targets_canvas import BoardPeople, TargetWords, build_targets_canvas
from vaultnet.storage.lookup import uid_by_path
from vaultnet.storage.map_rows import load_private
from vaultnet.storage.organizations import load_organizations
from vaultnet.storage.outside_file import read_outside
from vaultnet.text.change import FileChange


def plan_targets_canvas(
    workspace: Workspace, file: MapFile, words: TargetWords, situation_words: Callable[[str], str], *, force: bool
) -> FileChange:
    """What the user has moved, coloured or added stays. Raises SettingsError, UsageError and NotWritten."""
    private = load_private(workspace.connection)
    names = frozenset(card.name for card in load_organizations(workspace.connection) if card.path in private)
    people = BoardPeople(uid_by_path(workspace.connection), private, names, situation_words)
    board = build_targets_canvas(find_targets(workspace), people, words)
    before = read_outside(file.outside) if file.outside else workspace.read(file.path)
    path = str(file.outside or file.path)
    after = merged_canvas(
        path, board.canvas, before, groups=board.groups, force=force, near=board.near, one_node_a_file=False
    )
    return FileChange(path, before, after, "targets")
