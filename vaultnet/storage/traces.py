"""What vaultnet itself keeps about a note outside of the vault's notes, and how that goes.

purge_traces(root, "People/Ada.md", (b"Ada Byron",))  ->  Purged(steps=2, recovered=1)     journal and recovery folder
find_left_copies(root, "People/Ada.md")               ->  (".trash/Ada.md", "People/Ada (conflicted copy).md")
"""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from vaultnet.errors import CannotWrite
from vaultnet.storage.conflict_copy import find_conflict_copies, read_copy_name
from vaultnet.storage.journal import Journal
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.state_folder import private_folder, state_folder
from vaultnet.storage.whole_file import write_whole
from vaultnet.storage.writer_lock import writer_lock

_TRASH = ".trash"
_PLANS = "import-plans"


class Purged(NamedTuple):
    """How many steps of the journal, and files of the recovery folder, there were."""

    steps: int
    recovered: int


def purge_traces(root: Path, path: str, names: Collection[bytes]) -> Purged:
    """Remove every step that touched the note or holds one of the names, and every recovered file that does."""
    with writer_lock(root):
        journal = Journal(root)
        steps = [
            step
            for step in journal.steps("open", "done", "undoing", "undone")
            if any(image.path == path for image in step.images) or _holds(step.file, names)
        ]
        for step in steps:
            journal.forget(step)
        recovered = Recovery(root).purge(lambda about, file: about == path or _holds(file, names))
    return Purged(len(steps), recovered)


def find_left_copies(root: Path, path: str) -> tuple[str, ...]:
    """Of that note: what lies in Obsidian's trash, and the copies that a sync service left beside it."""
    folder, _, name = path.rpartition("/")
    trashed = [file for file in (root / _TRASH).rglob("*.md") if _is_of(file.name, name)]
    beside = [file.name for file in (root / folder).iterdir()] if (root / folder).is_dir() else []
    copies = [root / folder / other for other in find_conflict_copies(beside) if read_copy_name(other).original == name]
    return tuple(sorted(file.relative_to(root).as_posix() for file in (*trashed, *copies)))


def _is_of(trashed: str, name: str) -> bool:
    """Under its own name, a number behind it, or the name of a conflict copy."""
    stem = name.removesuffix(".md")
    return trashed == name or _is_numbered(trashed, stem) or read_copy_name(trashed).original == name


def _is_numbered(trashed: str, stem: str) -> bool:
    """`Ada 2.md` is Ada's, `Ada Byron.md` is not."""
    return trashed.startswith(f"{stem} ") and trashed.removeprefix(f"{stem} ").removesuffix(".md").isdecimal()


def remove_copies(root: Path, paths: Collection[str]) -> None:
    """Files that `find_left_copies` named. Raises CannotWrite."""
    for path in paths:
        try:
            (root / path).unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(f"cannot be removed: {error.strerror}", path=path) from error


def remember_plan(root: Path, file: Path) -> None:
    """Where a plan of an import was written: it names people, and lies outside of what vaultnet looks after."""
    known = known_plans(root)
    if file not in known:
        memory = private_folder(state_folder(root)) / _PLANS
        text = "".join(f"{one}\n" for one in (*known, file))
        try:
            write_whole(memory, text.encode("utf-8", "surrogateescape"), mode=0o600)
        except OSError as error:
            raise CannotWrite(f"cannot be written: {error.strerror}", path=str(memory)) from error


def known_plans(root: Path) -> tuple[Path, ...]:
    """The plans that are still where they were written."""
    memory = state_folder(root) / _PLANS
    if not memory.exists():
        return ()
    files = (Path(line) for line in memory.read_text(encoding="utf-8").splitlines() if line)
    return tuple(file for file in files if file.is_file())


def _holds(file: Path, names: Collection[bytes]) -> bool:
    try:
        data = file.read_bytes()
    except FileNotFoundError:  # a label whose file has gone already
        return False
    except OSError as error:
        raise CannotWrite(f"cannot be read: {error.strerror}", path=str(file)) from error
    return any(name in data for name in names)
