"""Where everything lies that vaultnet keeps about a vault on this machine, and how it goes (promise S7).

    find_places(root)   ->  (Place("index", ~/.cache/vaultnet/notes-1f9a..., files=3, is_open=False), ...)
    purge_places(root)  ->  7       files removed; the vault's own notes are never among them

`forget` takes one person out of all this; here the whole vault goes. What vaultnet wrote into files that the person
named (exports, pictures, plans of imports) is theirs; plans, which name people, are listed so that they are found.
"""

import os
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from vaultnet.errors import CannotWrite, NotWritten, SettingsError
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.recovery import IN_VAULT
from vaultnet.storage.state_folder import find_state_folder
from vaultnet.storage.traces import known_plans
from vaultnet.storage.trust import distrust, trust_file
from vaultnet.storage.watch_lock import read_watch_state
from vaultnet.storage.writer_lock import writer_lock

_OTHERS = 0o077
_THE_PERSONS = frozenset({"plan", "trust"})  # files that are not only about this vault, or not ours


class Place(NamedTuple):
    """`what` is a word for the person: index, journal, recovery, memory, plan, trust. `is_open`: somebody else who has
    an account on this machine can get at it.
    """

    what: str
    path: Path
    files: int
    bytes: int
    is_open: bool


def find_places(root: Path) -> tuple[Place, ...]:
    """All there is of this vault outside its notes; nothing is made, and what is not there is not named."""
    state = find_state_folder(root)
    journal, recovery = _files_below(state / "journal"), _files_below(state / "recovery")
    rest = [file for file in _files_below(state) if file.parent == state]
    found = [
        _place("index", cache_folder(root), _files_below(cache_folder(root))),
        _place("journal", state / "journal", journal),
        _place("recovery", state / "recovery", recovery),
        _place("recovery", root / IN_VAULT, _files_below(root / IN_VAULT)),
        _place("memory", state, rest),
    ]
    if state.is_dir():
        found += [_place("plan", plan, [plan]) for plan in known_plans(root)]
    if _is_noted_as_trusted(root):
        found.append(_place("trust", trust_file(), [trust_file()]))
    return tuple(place for place in found if place.files)


def is_within_reach(path: Path) -> bool:
    """Whether another account could get there: its own bits, and a way through every folder above it."""
    return bool(path.stat().st_mode & 0o007) and all(folder.stat().st_mode & 0o001 for folder in path.resolve().parents)


def purge_places(root: Path) -> int:
    """Remove all of it but the plans of imports, which are the person's own files; how many files that were.

    Under the writers' lock, so that nobody is at work in there. Raises NotWritten, CannotWrite.
    """
    watcher = read_watch_state(root)
    if watcher is not None:
        raise NotWritten(f"a watcher (process {watcher.pid}) is looking after this vault: stop it first")
    places = find_places(root)
    with writer_lock(root):
        if any(place.what == "trust" for place in places):
            distrust(root)
        for folder in (cache_folder(root), root / IN_VAULT, find_state_folder(root)):
            _remove(folder)
    return sum(place.files for place in places if place.what not in _THE_PERSONS)


def _is_noted_as_trusted(root: Path) -> bool:
    try:
        return trust_file().is_file() and os.path.realpath(root) in trust_file().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{trust_file()}: cannot be read: remove it, then run `vaultnet trust` again where you want it"
        raise SettingsError(message, path=str(trust_file())) from error


def _place(what: str, path: Path, files: Collection[Path]) -> Place:
    is_open = bool(files) and bool(path.stat().st_mode & _OTHERS) and is_within_reach(path)
    return Place(what, path, len(files), sum(file.lstat().st_size for file in files), is_open)


def _files_below(folder: Path) -> list[Path]:
    return [Path(place, name) for place, _, names in os.walk(folder) for name in names]


def _remove(folder: Path) -> None:
    if not folder.is_dir():
        return
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise CannotWrite(f"cannot be removed: {error.strerror}", path=str(folder)) from error
