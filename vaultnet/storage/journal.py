"""What vaultnet's commands wrote, with the bytes that were there before, so that they can be undone (promise D6).

    journal = Journal(root)
    step = journal.begin(("log", "Ada", "coffee"), now, [Write("People/Ada.md", before=b"...", after=b"...")])
    commit(...)                                  only after `begin`: the intent is on the disk before the first write
    journal.finish(step)                         and `undo(root, journal, step)` takes it back

One file a step in the user's state folder (0600 in 0700): a first line of JSON that says all but the bytes, then the
bytes; its name bears the step's number and state, so a state changes by one rename. Chosen over SQLite because the
intent costs one fsync and not four, damage stays in one step, and old steps go by deleting files; over one long file
because pruning that means writing it anew.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, cast

from vaultnet.dataclass import dataclass
from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage.beneath import FOLDER
from vaultnet.storage.digest import digest
from vaultnet.storage.state_folder import private_folder, state_folder
from vaultnet.storage.system_calls import SYSTEM, SystemCalls

State = Literal["open", "done", "undoing", "undone"]
KEPT_STEPS = 50
KEPT_FOR = timedelta(days=30)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Write:
    """One file a command is about to write. `before` is None for a new file, `after` for one that is taken away."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Image:
    """One file of a step, by digests; `length` bytes of what was before lie in the step's file at `offset`."""

    path: str
    before: str | None
    after: str | None
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Step:
    """What one command wrote. `words` are its command line."""

    id: int
    state: State
    at: datetime
    words: tuple[str, ...]
    images: tuple[Image, ...]
    file: Path


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one vault. Write to it under the `writer_lock` only."""

    root: Path
    calls: SystemCalls = SYSTEM

    @property
    def folder(self) -> Path:
        return private_folder(state_folder(self.root) / "journal")

    def begin(self, words: Iterable[str], at: datetime, writes: Iterable[Write]) -> Step:
        """Put down what a command is about to do. After this, whatever happens can be told and taken back."""
        writes = tuple(writes)
        number = 1 + max((number for number, _, _ in self._listed()), default=0)
        head = {
            "format": _FORMAT,
            "at": at.isoformat(),
            "words": list(words),
            "files": [_describe(write) for write in writes],
        }
        first_line = json.dumps(head).encode() + b"\n"
        file = _file(self.folder, number, "open")
        self._write(file, first_line + b"".join(write.before or b"" for write in writes))
        return _read_head(file, number, "open")

    def finish(self, step: Step, written: Collection[str] | None = None) -> None:
        """The command is through. `written`: the files it did write, if not all; a step without any is forgotten.

        Not forced to the disk: a step that seems unfinished after a power cut is found to be complete by `recover`.
        """
        if written is None or set(written) >= {image.path for image in step.images}:
            self.set_state(step, "done")
        elif not written:
            self.forget(step)
        else:
            writes = [one for one in step.images if one.path in written]
            self._rewrite(step, writes)

    def set_state(self, step: Step, state: State, *, to_disk: bool = False) -> Step:
        file = _file(self.folder, step.id, state)
        with _cannot_write(file):
            self.calls.rename(step.file, file)
            if to_disk:
                self._sync_folder()
        return Step(step.id, state, step.at, step.words, step.images, file)

    def forget(self, step: Step) -> None:
        with _cannot_write(step.file):
            self.calls.unlink(step.file)

    def steps(self, *states: State) -> list[Step]:
        """The steps in these states, newest first; a damaged file is passed over (see `damaged`)."""
        found = (_read_or_none(file, number, state) for number, state, file in self._listed() if state in states)
        return sorted((step for step in found if step is not None), key=lambda step: -step.id)

    def last_steps(self, limit: int = 10) -> list[Step]:
        """What can be undone, newest first."""
        return self.steps("done")[:limit]

    def damaged(self) -> list[Path]:
        return [file for number, state, file in self._listed() if _read_or_none(file, number, state) is None]

    def own_digests(self) -> Mapping[str, str]:
        """What vaultnet itself last wrote to each note: a note that still is that needs no quiet time."""
        digest_by_path: dict[str, str] = {}
        for step in reversed(self.steps("done", "undone")):
            for image in step.images:
                last = image.before if step.state == "undone" else image.after
                if last is not None:
                    digest_by_path[image.path] = last
        return digest_by_path

    def known_digests(self) -> frozenset[str]:
        """Of all bytes that vaultnet had in hand: what holds them, and nothing else, is worth nothing to anybody."""
        images = (image for step in self.steps("open", "done", "undoing", "undone") for image in step.images)
        return frozenset(one for image in images for one in (image.before, image.after) if one is not None)

    def read_before(self, step: Step, image: Image) -> bytes | None:
        """The bytes a file had before the step."""
        if image.before is None:
            return None
        with _cannot_write(step.file), step.file.open("rb") as stream:
            stream.seek(image.offset)
            data = stream.read(image.length)
        if digest(data) != image.before:
            message = (
                f"{step.file}: this step of the journal is damaged: it cannot be undone; the notes are as they were"
            )
            raise NotWritten(message, path=image.path)
        return data

    def prune(self, now: datetime) -> None:
        """Forget what is older than the last 50 steps or than 30 days: these are copies of people's notes."""
        listed = sorted(self._listed(), key=lambda each: -each[0])
        closed = [each for each in listed if each[1] in {"done", "undone"}]
        for place, (number, state, file) in reversed(list(enumerate(closed))):
            step = _read_or_none(file, number, state)
            is_old = step is not None and now.timestamp() - step.at.timestamp() > KEPT_FOR.total_seconds()
            if step is not None and (place >= KEPT_STEPS or is_old):
                self.forget(step)
            elif step is not None:
                break  # those after it are younger, and few enough

    def sweep_drafts(self) -> None:
        """Steps that a killed vaultnet had begun to put down: none of what they meant to write was written."""
        for draft in self.folder.glob("*.draft"):
            with _cannot_write(draft):
                self.calls.unlink(draft)

    def _listed(self) -> Iterator[tuple[int, State, Path]]:
        for file in self.folder.glob("*.step"):
            number, _, state = file.stem.partition("-")
            if number.isdigit() and state in {"open", "done", "undoing", "undone"}:
                yield int(number), cast("State", state), file

    def _rewrite(self, step: Step, images: list[Image]) -> None:
        """The same step with fewer files."""
        parts = [self.read_before(step, image) or b"" for image in images]
        files = [[one.path, None if one.before is None else one.length, one.before, one.after] for one in images]
        head = {"format": _FORMAT, "at": step.at.isoformat(), "words": list(step.words), "files": files}
        self._write(_file(self.folder, step.id, "done"), json.dumps(head).encode() + b"\n" + b"".join(parts))
        self.forget(step)

    def _write(self, file: Path, data: bytes) -> None:
        draft = file.with_suffix(".draft")
        with _cannot_write(file):
            try:
                self._write_draft(draft, data)
                self.calls.rename(draft, file)
                self._sync_folder()
            except BaseException:
                draft.unlink(missing_ok=True)
                file.unlink(missing_ok=True)
                raise

    def _write_draft(self, draft: Path, data: bytes) -> None:
        fd = self.calls.open(draft, _NEW, 0o600)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[self.calls.write(fd, rest) :]
            self.calls.fsync(fd)
        finally:
            os.close(fd)

    def _sync_folder(self) -> None:
        fd = self.calls.open(self.folder, FOLDER)
        try:
            self.calls.fsync(fd)
        finally:
            os.close(fd)


def _describe(write: Write) -> list[str | int | None]:
    before = (None, None) if write.before is None else (len(write.before), digest(write.before))
    return [write.path, *before, None if write.after is None else digest(write.after)]


def _file(folder: Path, number: int, state: State) -> Path:
    return folder / f"{number:08d}-{state}.step"


def _read_or_none(file: Path, number: int, state: State) -> Step | None:
    try:
        return _read_head(file, number, state)
    except FileNotFoundError:  # forgotten by another vaultnet since it was listed
        return None
    except OSError as error:
        raise _refusal(file, error) from error
    except (ValueError, KeyError, TypeError):  # cut off or overwritten: the other steps are still good
        return None


def _read_head(file: Path, number: int, state: State) -> Step:
    with file.open("rb") as stream:
        first_line = stream.readline()
        size = os.fstat(stream.fileno()).st_size
    head = json.loads(first_line)
    images: list[Image] = []
    offset = len(first_line)
    for path, length, before, after in head["files"]:
        images.append(Image(path, before, after, offset, length or 0))
        offset += length or 0
    if offset != size or head["format"] != _FORMAT:
        raise ValueError("cut off, or of another version")
    return Step(number, state, datetime.fromisoformat(head["at"]), tuple(head["words"]), tuple(images), file)


@contextmanager
def _cannot_write(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _refusal(file, error) from error


def _refusal(file: Path, error: OSError) -> CannotWrite:
    message = f"{file}: {error.strerror}: without its journal vaultnet does not write; make room or set XDG_STATE_HOME"
    return CannotWrite(message, path=str(file))
