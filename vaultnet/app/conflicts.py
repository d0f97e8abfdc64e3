"""What two machines left unsettled in this vault, or in one note of it: copies of sync services, marks and properties
of a merge, and what git itself still waits for.

find_conflicts(workspace)
->  [Conflict("People/Ada.md", "copy", copy="People/Ada (conflicted copy 2026-05-02).md", when="2026-05-02"),
     Conflict("People/Ben.md", "properties", line=4)]

Nothing is decided here; `app/resolve.py` settles one. The index must be fresh.
"""

from collections.abc import Collection, Iterator
from typing import Any, Literal, NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.errors import VaultnetError
from vaultnet.storage.conflict_copy import find_conflict_copies, read_copy_name
from vaultnet.storage.files import read_note
from vaultnet.storage.git import read_stage, unmerged_paths
from vaultnet.storage.git_busy import find_git_operation
from vaultnet.storage.lookup import load_problems
from vaultnet.storage.note_paths import names_in
from vaultnet.storage.scanned import NOTE_ENDINGS, Scan
from vaultnet.text.resolve import fold_path

Kind = Literal["copy", "lone-copy", "marks", "properties", "half", "one-deleted", "edited"]
_KINDS: dict[str, Kind] = {
    "conflict-markers": "marks",
    "frontmatter-conflict": "marks",
    "merge-conflict": "properties",
}


class Conflict(NamedTuple):
    """`path` is the note; `line` where it begins there.

    `kind`: copy; lone-copy (its note is gone); marks (git's, in the text); properties (two versions of a key); half
    (git has two versions and the note is ours alone: its driver ended before its time); one-deleted (one side deleted
    the note); edited (somebody has settled it, and git has not been told). `device`, `when`: as the copy's name tells.
    `is_unmerged`: git waits for `git add`.
    """

    path: str
    kind: Kind
    line: int = 1
    copy: str = ""
    device: str = ""
    when: str = ""
    is_unmerged: bool = False

    @property
    def where(self) -> str:
        """The file in which it is seen."""
        return self.copy or self.path

    def as_json(self) -> dict[str, Any]:
        return {
            **{name: getattr(self, name) or None for name in ("copy", "device", "when")},
            "path": self.path,
            "kind": self.kind,
            "line": self.line,
            "unmerged": self.is_unmerged,
            "message": words_of(self),
        }


def find_conflicts(workspace: Workspace, found: Scan | None = None) -> list[Conflict]:
    """All of them, in the order of the notes. `found`: what a walk has just met, where there was one."""
    unmerged = [path for path in unmerged_paths(workspace.root) if path.endswith(NOTE_ENDINGS)]
    written = {conflict.path: conflict for conflict in _written(workspace, frozenset(unmerged))}
    waiting = [_unmerged(workspace, path) for path in unmerged if path not in written]
    copies = find_copies(found or workspace.scan())
    return sorted([*written.values(), *waiting, *copies], key=lambda conflict: (conflict.path, conflict.where))


def find_conflicts_of(workspace: Workspace, path: str) -> list[Conflict]:
    """Those of one note, without a walk; git is asked only while it has a merge, a rebase or the like under way."""
    unmerged = frozenset(unmerged_paths(workspace.root) if find_git_operation(workspace.root) else ()) & {path}
    inside = [conflict for conflict in _written(workspace, unmerged) if conflict.path == path]
    waiting = [] if inside else [_unmerged(workspace, path) for path in unmerged]
    folder = path.rpartition("/")[0]
    names = names_in(workspace.connection, folder)
    copies = find_conflict_copies(names)
    beside = [one for one in _copies_in(folder, copies, names - copies) if one.path == path]
    return [*inside, *waiting, *sorted(beside, key=lambda conflict: conflict.copy)]


def find_copies(found: Scan) -> Iterator[Conflict]:
    """The conflict copies of notes."""
    for folder, files in found.folders.items():
        copies = [file.name for file in files if file.kind == "conflict"]
        names = {file.name for file in files if file.kind != "conflict"} if copies else set()
        yield from _copies_in(folder, copies, names)


def _copies_in(folder: str, copies: Collection[str], names: Collection[str]) -> Iterator[Conflict]:
    """The note is the one of that name among the other `names`, else the one that folds alike."""
    folded = {fold_path(name): name for name in sorted(names, reverse=True)} if copies else {}
    prefix = f"{folder}/" if folder else ""
    for copy in copies:
        original, device, when = read_copy_name(copy)
        if not original.lower().endswith(NOTE_ENDINGS):
            continue
        note = original if original in names else folded.get(fold_path(original))
        kind: Kind = "copy" if note else "lone-copy"
        yield Conflict(prefix + (note or original), kind, 1, prefix + copy, device, when)


def _written(workspace: Workspace, unmerged: frozenset[str]) -> Iterator[Conflict]:
    """What stands in the notes themselves. Marks come first: what else stands there is settled with them."""
    problems = [problem for problem in load_problems(workspace.connection) if problem["rule"] in _KINDS]
    for path in sorted({problem["path"] for problem in problems}):
        line_by_kind = {_KINDS[one["rule"]]: one["line"] for one in reversed(problems) if one["path"] == path}
        kind: Kind = "marks" if "marks" in line_by_kind else "properties"
        yield Conflict(path, kind, line_by_kind[kind], is_unmerged=path in unmerged)


def _unmerged(workspace: Workspace, path: str) -> Conflict:
    """A note without marks that git holds to be in conflict. Ours alone means that nothing was merged."""
    ours, theirs = (read_stage(workspace.root, path, stage) for stage in (2, 3))
    if ours is None or theirs is None:
        return Conflict(path, "one-deleted", is_unmerged=True)
    kind: Kind = "half" if _is_as(workspace, path, ours) else "edited"
    return Conflict(path, kind, is_unmerged=True)


def _is_as(workspace: Workspace, path: str, data: bytes) -> bool:
    """The note is what git holds, but for line ends, which a checkout may have changed; be it text or not."""
    try:
        note = read_note(workspace.root, path).data
    except VaultnetError:  # gone, or being written: somebody is at work on it
        return False
    return note.replace(b"\r\n", b"\n") == data.replace(b"\r\n", b"\n")


def words_of(conflict: Conflict) -> str:
    """What it is and what to do, as one sentence."""
    note = f"{conflict.path} ({told})" if (told := told_by_name(conflict)) else conflict.path
    return {
        "copy": f"a copy of {note}, left by a sync service or a merge: `vaultnet resolve` merges it into the note",
        "lone-copy": f"a copy of {note}, which is not there: `vaultnet resolve` with --theirs makes it the note again",
        "marks": "git left both versions in the text: choose one, and remove the marks, or `vaultnet resolve`",
        "properties": "two machines set a property to two values: keep one line of the two, or `vaultnet resolve`",
        "half": "git has two versions of this note, and it holds ours alone: `vaultnet resolve` merges them",
        "one-deleted": "one side deleted this note, the other changed it: `git add` keeps it, `git rm` takes it away",
        "edited": "git still counts this note as unmerged: `git add` it when it says what it is to say",
    }[conflict.kind]


def told_by_name(conflict: Conflict) -> str:
    return ", ".join(filter(None, (conflict.device, conflict.when)))
