"""Taking back what a command wrote, all of it or nothing, and tidying up after one that was killed (promise D6).

    plan = plan_undo(root, journal, step)      UndoPlan(restores=(Restore("People/Ada.md", now, then),), changed=())
    undo(root, journal, step, recovery)        writes them; NotWritten, and nothing touched, if a note has changed since
    recover(root, journal, recovery)           at the start of every command that writes: steps that were not finished

A step that a kill left half written is taken back, since the journal keeps the bytes from before and not those after.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

from vaultnet.dataclass import dataclass
from vaultnet.errors import CannotWrite, NothingFound, NotWritten
from vaultnet.storage.digest import digest
from vaultnet.storage.files import commit, read_note, remove
from vaultnet.storage.journal import Image, Journal, Step
from vaultnet.storage.leftovers import find_leftovers, sweep_leftovers
from vaultnet.storage.looks import Looks, looks_of
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.spelling import is_spelled_so

Ending = Literal["nothing was written", "it was complete", "taken back", "undoing completed", "its journal is damaged"]


@dataclass(frozen=True, slots=True)
class Restore:
    """One file to put back: `now` its bytes as they are, `then` as they were; None where there is, or was, no file."""

    path: str
    now: bytes | None
    then: bytes | None


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """`changed`: the notes that are no longer as the command left them; if there is one, nothing is undone."""

    step: Step
    restores: tuple[Restore, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of a step that was not finished. `left`: notes that somebody changed since, so they stay."""

    step: Step
    ending: Ending
    left: tuple[str, ...] = ()


def plan_undo(root: Path, journal: Journal, step: Step) -> UndoPlan:
    return plan_undo_all(root, journal, [step])[0]


def plan_undo_all(root: Path, journal: Journal, steps: Iterable[Step]) -> list[UndoPlan]:
    """What undoing the steps, newest first, would put back: each is looked at as the ones before it would leave it."""
    put_back: dict[str, bytes | None] = {}
    plans = []
    for step in steps:
        restores, changed = [], []
        for image in step.images:
            now = put_back[image.path] if image.path in put_back else _read(root, image)
            if _digest(now) == image.after:
                restores.append(Restore(image.path, now, journal.read_before(step, image)))
                put_back[image.path] = restores[-1].then
            elif _digest(now) != image.before:  # else somebody has put it back already: the trash was emptied, say
                changed.append(image.path)
        plans.append(UndoPlan(step, tuple(restores), tuple(changed)))
    return plans


def refuse_if_changed(plans: Iterable[UndoPlan]) -> None:
    """Raise NotWritten that names every note which is no longer as the commands left it, each once."""
    changed = tuple(dict.fromkeys(path for plan in plans for path in plan.changed))
    if changed:
        if len(changed) == 1:
            raise NotWritten("not undone, because it has changed since; nothing was touched", path=changed[0])
        message = "not undone, because these notes have changed since; nothing was touched"
        raise NotWritten(message, candidates=changed)


def undo(root: Path, journal: Journal, step: Step, recovery: Recovery) -> tuple[str, ...]:
    """Put everything back as it was before the step, the last write first; the paths that were restored."""
    plan = plan_undo(root, journal, step)
    refuse_if_changed([plan])
    step = journal.set_state(step, "undoing", to_disk=True)
    written: list[Restore] = []
    looks = looks_of(root, (restore.path for restore in plan.restores if restore.then is None), journal.calls)
    try:
        for restore in reversed(plan.restores):
            _put(root, restore, recovery, journal, looks)
            written.append(restore)
    except (NotWritten, CannotWrite):
        for restore in reversed(written):  # somebody saved in this very moment: nothing stays half undone
            _put(root, Restore(restore.path, restore.then, restore.now), recovery, journal, looks)
        journal.set_state(step, "done")
        raise
    journal.set_state(step, "undone")
    return tuple(restore.path for restore in plan.restores)


def recover(root: Path, journal: Journal, recovery: Recovery) -> tuple[Recovered, ...]:
    """Settle the steps that a kill or a power cut left unfinished, newest first. Only under the `writer_lock`."""
    journal.sweep_drafts()
    recovery.sweep_drafts()
    return tuple(_recover_step(root, journal, step, recovery) for step in journal.steps("open", "undoing"))


def abandon(root: Path, journal: Journal, step: Step, recovery: Recovery) -> None:
    """Take back what a command wrote before the disk refused the rest of it: all of it, or nothing.

    Raises NotWritten or CannotWrite where that is refused too; then the step stays open, and `recover` does it.
    """
    recovery.make_room()
    _take_back(root, journal, step, step.images, recovery)
    recovery.make_room()
    journal.forget(step)


def _recover_step(root: Path, journal: Journal, step: Step, recovery: Recovery) -> Recovered:
    _sweep(root, journal, step, recovery)
    digest_now = {image.path: _digest(_read(root, image)) for image in step.images}
    at_before = [image for image in step.images if digest_now[image.path] == image.before]
    at_after = [image for image in step.images if digest_now[image.path] == image.after]
    left = tuple(image.path for image in step.images if digest_now[image.path] not in {image.before, image.after})
    if at_after and len(at_after) < len(step.images) and not _is_whole(journal, step):
        journal.set_state(step, "undone")
        return Recovered(step, "its journal is damaged", left + tuple(image.path for image in at_after))
    if step.state == "undoing":
        _take_back(root, journal, step, at_after, recovery)
        journal.set_state(step, "undone")
        return Recovered(step, "undoing completed", left)
    if len(at_before) == len(step.images):
        journal.forget(step)
        return Recovered(step, "nothing was written")
    if len(at_after) == len(step.images):
        journal.finish(step)
        return Recovered(step, "it was complete")
    _take_back(root, journal, step, at_after, recovery)
    journal.set_state(step, "undone")
    return Recovered(step, "taken back", left)


def _is_whole(journal: Journal, step: Step) -> bool:
    """Whether the bytes from before are still what they were; a step that cannot be taken back must hold up nobody."""
    try:
        for image in step.images:
            journal.read_before(step, image)
    except NotWritten:
        return False
    return True


def _sweep(root: Path, journal: Journal, step: Step, recovery: Recovery) -> None:
    folders = (str(PurePosixPath(image.path).parent) for image in step.images)
    leftovers = find_leftovers(root, ("" if folder == "." else folder for folder in folders))
    known = {one for image in step.images for one in (image.before, image.after) if one is not None}
    sweep_leftovers(root, leftovers, known=known, recovery=recovery, calls=journal.calls)


def _take_back(root: Path, journal: Journal, step: Step, images: Sequence[Image], recovery: Recovery) -> None:
    looks = looks_of(root, (image.path for image in images if image.before is None), journal.calls)
    for image in reversed(images):
        now = _read(root, image)
        if _digest(now) == image.after and image.before != image.after:
            _put(root, Restore(image.path, now, journal.read_before(step, image)), recovery, journal, looks)


def _is_own() -> bool:
    """The last write was our own: to take it back needs no quiet time."""
    return True


def _put(root: Path, restore: Restore, recovery: Recovery, journal: Journal, looks: Looks | None) -> None:
    if restore.then is not None:
        commit(
            root,
            restore.path,
            restore.now,
            restore.then,
            "undo",
            recovery=recovery,
            is_own=_is_own,
            looks=looks,
            calls=journal.calls,
        )
    elif restore.now is not None:
        remove(root, restore.path, restore.now, "undo", recovery=recovery, is_own=_is_own, calls=journal.calls)


def _read(root: Path, image: Image) -> bytes | None:
    """The file's bytes, None where there is none of exactly this name: `ada.md` is not what `Ada.md` was renamed to."""
    try:
        data = read_note(root, image.path).data
    except NothingFound:
        return None
    may_be_absent = None in {image.before, image.after}
    return None if may_be_absent and not is_spelled_so(root, image.path) else data


def _digest(data: bytes | None) -> str | None:
    return None if data is None else digest(data)
