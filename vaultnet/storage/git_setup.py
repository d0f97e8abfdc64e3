r"""Putting the merge driver into a clone, and taking it out: our own lines only, whatever else stands there.

plan = plan_setup(state)        (or plan_removal(state))
plan.settings                   (("merge.vaultnet.name", "", "vaultnet: ..."), ("merge.vaultnet.driver", "", "..."))
plan.attributes                 what .git/info/attributes says now, and then
apply_setup(state.repository, plan)
"""

import os
from pathlib import Path
from typing import NamedTuple

from vaultnet.errors import CannotWrite, UsageError
from vaultnet.storage.git import Repository, ask_git, run_git
from vaultnet.storage.git_driver import (
    ATTRIBUTE,
    DRIVER_KEY,
    NAME,
    NAME_KEY,
    DriverState,
    attribute_lines,
    driver_line,
    our_python,
    quote_path,
)

_OURS = "# from here: `vaultnet git install`, for "


class Setting(NamedTuple):
    """A line of the clone's configuration: "" is none."""

    key: str
    before: str
    after: str


class SetupPlan(NamedTuple):
    """What would be written; `settings` are only those that change, `attributes` bytes before and after."""

    settings: tuple[Setting, ...]
    before: bytes
    after: bytes

    @property
    def is_change(self) -> bool:
        return bool(self.settings) or self.before != self.after


def plan_setup(state: DriverState) -> SetupPlan:
    """Raises UsageError where our name means something else already."""
    if state.driver == "foreign":
        raise UsageError(
            f"{DRIVER_KEY} says something else in this clone: {state.line}; if it may go, "
            f"`git config --unset-all {DRIVER_KEY}` takes it away"
        )
    before = _read_attributes(state.repository)
    lines = before.split(b"\n")
    wanted = _our_lines(state.repository.prefix)
    after = before
    if not set(wanted) <= set(lines):
        kept = _without(before, wanted)
        end = b"" if not kept or kept.endswith(b"\n") else b"\n"
        after = kept + end + b"".join(line + b"\n" for line in wanted)
    return SetupPlan(_settings(state.repository, NAME, driver_line(our_python())), before, after)


def plan_removal(state: DriverState) -> SetupPlan:
    """The settings stay as long as another vault of the same repository needs them; a foreign one stays anyway."""
    before = _read_attributes(state.repository)
    after = _without(before, _our_lines(state.repository.prefix))
    is_needed = state.driver == "foreign" or any(_is_ours(line) for line in after.split(b"\n"))
    return SetupPlan(() if is_needed else _settings(state.repository, "", ""), before, after)


def apply_setup(repository: Repository, plan: SetupPlan) -> None:
    """Write what the plan says. Raises CannotWrite and UsageError; what was written before stays, and does no harm."""
    for setting in plan.settings:
        if setting.after:
            ask_git(repository.top, "config", "--local", "--replace-all", setting.key, setting.after)
        else:
            ask_git(repository.top, "config", "--local", "--unset-all", setting.key)
    if not _local(repository, DRIVER_KEY) and not _local(repository, NAME_KEY):
        run_git(repository.top, "config", "--local", "--remove-section", "merge.vaultnet")  # its empty heading
    if plan.before != plan.after:
        _write_attributes(repository, plan.after)


def _settings(repository: Repository, name: str, driver: str) -> tuple[Setting, ...]:
    found = (Setting(key, _local(repository, key), after) for key, after in ((NAME_KEY, name), (DRIVER_KEY, driver)))
    return tuple(setting for setting in found if setting.before != setting.after)


def _local(repository: Repository, key: str) -> str:
    answer = run_git(repository.top, "config", "--local", "-z", "--get", key)
    return os.fsdecode(answer.out.rstrip(b"\0"))


def _our_lines(prefix: str) -> tuple[bytes, ...]:
    """A heading by which a person, and we, know them, and one line an ending."""
    heading = _OURS + (quote_path(prefix) if prefix else "this repository")
    return tuple(os.fsencode(line) for line in (heading, *attribute_lines(prefix)))


def _is_ours(line: bytes) -> bool:
    return line.rstrip().endswith(ATTRIBUTE.encode())


def _without(data: bytes, ours: tuple[bytes, ...]) -> bytes:
    return b"".join(line for line in data.splitlines(keepends=True) if line.rstrip(b"\r\n") not in ours)


def attributes_file(repository: Repository) -> Path:
    return repository.shared / "info" / "attributes"


def _read_attributes(repository: Repository) -> bytes:
    """Raises UsageError where a link stands in its place: it would lead out of the repository."""
    file = attributes_file(repository)
    if file.is_symlink() or file.parent.is_symlink():
        raise UsageError(f"{file} is a link: put a file of its own there")
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from error


def _write_attributes(repository: Repository, data: bytes) -> None:
    """Readers see the old lines or the new ones. No line left: no file, which is how a clone begins."""
    file = attributes_file(repository)
    new = file.with_name(f"attributes.{os.getpid()}.lock")
    try:
        file.parent.mkdir(exist_ok=True)
        if not data:
            file.unlink(missing_ok=True)
            return
        try:
            new.write_bytes(data)
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(f"{file} cannot be written: {error.strerror}", path=str(file)) from error
