"""Writing changes, as one step that can be undone: the only way from a plan to the disk.

    apply_changes(root, [FileChange("People/Ada.md", ...)], ("vaultnet", "log", "..."), now)  ->  ()

Under the vault's lock; the journal first, then each file if it still is what was read; then a last look at what was
displaced. What is returned are words to the user, as of a save by another program that is kept in the recovery folder.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)

from vaultnet.app.broken_note import refuse_broken
from vaultnet.app.interrupted import kept_words, recovered_words
from vaultnet.app.typed_steps import typed_steps
from vaultnet.errors import CannotWrite, VaultnetError
from vaultnet.storage.digest import digest
from vaultnet.storage.files import commit, remove
from vaultnet.storage.journal import KEPT_STEPS, Journal, Step, Write
from vaultnet.storage.looks import Looks, looks_of
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.undo import abandon, plan_undo_all, recover, refuse_if_changed, undo
from vaultnet.storage.writable import find_obstacle
from vaultnet.storage.writer_lock import writer_lock
from vaultnet.text.change import Change, FileChange, FileRemoval

_Digests = Callable[[], Mapping[str, str]]  # of what vaultnet itself last wrote, by path


def apply_changes(root: Path, changes: Sequence[Change], words: Sequence[str], now: datetime) -> tuple[str, ...]:
    """Write all changes as one step. Raises CannotWrite where the disk refuses one: then those before it are taken
    back. Raises NotWritten at the first that somebody else has changed; those before it stay and can be undone.
    """

    def write(journal: Journal, recovery: Recovery) -> list[str]:
        _refuse_read_only(root, [change.path for change in changes])
        refuse_broken(change for change in changes if not change.settles_conflict)
        writes = [Write(change.path, _bytes(change.before), _bytes(change.after)) for change in changes]
        own = cache(journal.own_digests)  # fifty files: asked for only where a note was saved a moment ago
        looks = looks_of(root, (one.path for one in writes if one.after is None))
        step = journal.begin(words, now, writes)
        written: list[str] = []
        try:
            for change, one in zip(changes, writes, strict=True):
                _commit(root, change, one, recovery, own, looks)
                written.append(one.path)
        except CannotWrite:
            with suppress(VaultnetError):  # a disk that takes nothing at all: the next command does it
                abandon(root, journal, step, recovery)
            raise
        except VaultnetError:
            journal.finish(step, written)
            raise
        # After anything else (an interrupt in the middle of a write) the step stays open: `recover` settles it.
        return _close(journal, step, now)

    return _under_lock(root, write)


def _close(journal: Journal, step: Step, now: datetime) -> list[str]:
    """All is written and on the disk: a journal that refuses now must not say otherwise."""
    try:
        journal.finish(step)
        journal.prune(now)
    except CannotWrite as error:
        return [f"All is written; closing the journal is left to the next command: {error.message}"]
    return []


def _refuse_read_only(root: Path, paths: Iterable[str]) -> None:
    """Half of what a command means to write is worse than a refusal."""
    for path in paths:
        if (obstacle := find_obstacle(root, path)) is not None:
            raise CannotWrite(f"{path}: {obstacle}; nothing was written", path=path)


def plan_undo_steps(root: Path, count: int) -> tuple[list[list[Step]], list[Change]]:
    """What `undo_steps` would take back: the steps by command, and one change a file.

    Raises NotWritten as `undo_steps` does.
    """
    journal = Journal(root)
    groups = typed_steps(journal.last_steps(KEPT_STEPS), count)
    plans = plan_undo_all(root, journal, [step for group in groups for step in group])
    refuse_if_changed(plans)
    now: dict[str, bytes | None] = {}
    then: dict[str, bytes | None] = {}
    for restore in (restore for plan in plans for restore in plan.restores):
        now.setdefault(restore.path, restore.now)
        then[restore.path] = restore.then
    changes = (_change_back(path, data, then[path]) for path, data in now.items())
    return groups, [change for change in changes if change is not None]


def _change_back(path: str, now: bytes | None, then: bytes | None) -> Change | None:
    """None for a file that comes and goes within what is undone."""
    if then is not None:
        return FileChange(path, None if now is None else _text(now), _text(then), "undo")
    return None if now is None else FileRemoval(path, _text(now), "undo")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _commit(root: Path, change: Change, one: Write, recovery: Recovery, own: _Digests, looks: Looks | None) -> None:
    def is_own() -> bool:
        return one.before is not None and own().get(one.path) == digest(one.before)

    if one.after is not None:
        commit(
            root, one.path, one.before, one.after, change.why,
            recovery=recovery, is_own=is_own, settles_conflict=change.settles_conflict, looks=looks,
        )  # fmt: skip
    elif one.before is not None:
        remove(
            root, one.path, one.before, change.why,
            recovery=recovery, is_own=is_own, settles_conflict=change.settles_conflict,
        )  # fmt: skip


Undone = list[tuple[Step, tuple[str, ...]]]  # what a command wrote, step by step, with the paths that were restored


def undo_steps(root: Path, count: int) -> tuple[list[Undone], tuple[str, ...]]:
    """Take back what the last `count` typed commands wrote, newest first: (what was undone by command, words to the
    user). What a watcher wrote after a command is part of it (see `typed_steps`).

    Both are empty when there is nothing to undo. Raises NotWritten when a file has changed since,
    CannotWrite when one is read-only.
    """
    undone: list[Undone] = []

    def write(journal: Journal, recovery: Recovery) -> list[str]:
        groups = typed_steps(journal.last_steps(KEPT_STEPS), count)
        steps = [step for group in groups for step in group]
        plans = plan_undo_all(root, journal, steps)
        refuse_if_changed(plans)  # all of them, before the first is undone
        _refuse_read_only(root, [restore.path for plan in plans for restore in plan.restores])
        undone.extend([(step, undo(root, journal, step, recovery)) for step in group] for group in groups)
        return []

    return undone, _under_lock(root, write)


def _under_lock(root: Path, write: Callable[[Journal, Recovery], list[str]]) -> tuple[str, ...]:
    with writer_lock(root):
        journal, recovery = Journal(root), Recovery(root)
        words = [recovered_words(one) for one in recover(root, journal, recovery)]
        words += write(journal, recovery)
        words += [kept_words(one) for one in recovery.settle()]
    return tuple(words)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8")
