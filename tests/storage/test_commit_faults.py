"""Whatever call fails, and with whatever errno: the note is whole, the error names it, nothing is left lying (D3, D23)."""

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.storage.faults import FALLIBLE, counting, failing, patient
from vaultnet.errors import CannotWrite, NotWritten
from vaultnet.storage.files import commit, remove
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.system_calls import SystemCalls

ERRORS = [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EDQUOT, errno.EMFILE]
OLD, NEW = b"old " * 5000, b"new " * 7000
PATHS = {
    "replace": "People/Ada.md",
    "second name": "People/Ada.md",
    "create": "New/Folder/Bob.md",
    "remove": "People/Ada.md",
}


def run(vault: Path, kind: str, calls: SystemCalls) -> None:
    if kind == "second name":
        calls = replace(calls, exchange=unsupported)
    recovery = Recovery(vault, calls)
    if kind == "remove":
        remove(vault, PATHS[kind], OLD, "test", recovery=recovery, calls=calls)
    else:
        base = None if kind == "create" else OLD
        commit(vault, PATHS[kind], base, NEW, "test", recovery=recovery, calls=calls)


def unsupported(*_: Any) -> None:
    raise OSError(errno.EINVAL, "Invalid argument")


def prepare(vault: Path) -> None:
    (vault / "People").mkdir()
    (vault / "People/Ada.md").write_bytes(OLD)


def files(vault: Path) -> dict[str, bytes]:
    return {str(path.relative_to(vault)): path.read_bytes() for path in vault.rglob("*") if path.is_file()}


def calls_made(vault: Path, kind: str) -> list[tuple[str, int]]:
    """Every use of every call in one good run, as (name, how manieth)."""
    calls, seen = counting()
    run(vault, kind, calls)
    return [(name, at) for name in sorted(set(seen)) for at in range(1, seen.count(name) + 1)]


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("kind", PATHS)
def test_every_call_with_every_errno(tmp_path: Path, kind: str, number: int) -> None:
    model = tmp_path / "model"
    model.mkdir()
    prepare(model)
    for name, at in calls_made(model, kind):
        for once in (True, False):
            vault = tmp_path / f"{name}-{at}-{once}"
            vault.mkdir()
            prepare(vault)
            with pytest.raises(CannotWrite) as caught:
                run(vault, kind, failing(name, number, at, once=once))
            assert caught.value.path == PATHS[kind], (name, at)
            assert PATHS[kind] in str(caught.value)
            left = files(vault)
            if once:
                assert left == {"People/Ada.md": OLD}, (name, at)
            else:  # the undoing failed too: then whatever stays is whole
                assert {data for path, data in left.items() if ".vn~" not in path} <= {OLD, NEW}, (name, at)


@pytest.mark.parametrize("kind", ["replace", "create", "remove"])
def test_short_writes_are_completed(vault: Path, kind: str) -> None:
    prepare(vault)

    def write(fd: int, data: bytes | memoryview) -> int:
        return patient().write(fd, data[:1000])

    run(vault, kind, replace(patient(), write=write))
    if kind != "remove":
        assert files(vault)[PATHS[kind]] == NEW


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("name", FALLIBLE)
def test_an_interruption_at_any_call(tmp_path: Path, kind: str, name: str) -> None:
    """Ctrl-C in the middle: right before the call, and right after it."""
    for at in range(1, 6):
        for is_after in (False, True):
            vault = tmp_path / f"{at}-{is_after}"
            vault.mkdir()
            prepare(vault)
            try:
                run(vault, kind, interrupting(name, at, is_after=is_after))
            except KeyboardInterrupt:
                left = files(vault)
                note = left.pop("People/Ada.md", None)
                assert (
                    note == OLD
                    or (kind in {"replace", "second name"} and note == NEW)
                    or (kind == "remove" and note is None)
                )
                assert left.pop(PATHS["create"], NEW) == NEW
                assert set(left.values()) <= {b""}  # an empty temporary file, swept by the next command


def interrupting(name: str, at: int, *, is_after: bool) -> SystemCalls:
    real = getattr(patient(), name)
    uses = 0

    def call(*arguments: Any, **options: Any) -> Any:
        nonlocal uses
        uses += 1
        if uses == at and not is_after:
            raise KeyboardInterrupt
        result = real(*arguments, **options)
        if uses == at:
            raise KeyboardInterrupt
        return result

    return replace(patient(), **{name: call})


def test_what_is_kept_of_a_failed_undoing_is_found(vault: Path) -> None:
    """The check after the swap fails, and so does the swap back: the old bytes are still on the disk."""
    prepare(vault)
    calls = failing("pread", errno.EIO, 99)
    broken = failing("exchange", errno.EIO, 2)
    reads = 0

    def pread(fd: int, size: int, offset: int) -> bytes:
        nonlocal reads
        reads += 1
        if reads > 6:
            raise OSError(errno.EIO, "broken")
        return calls.pread(fd, size, offset)

    with pytest.raises((CannotWrite, NotWritten)):
        run(vault, "replace", replace(broken, pread=pread))
    assert OLD in files(vault).values()
