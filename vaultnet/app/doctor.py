"""`vaultnet doctor`: where everything about the vault lies, and what on this machine could get in the way.

examine(workspace)   ->   Examination(places=(Place("index", ...), ...), findings=(Finding("driver-missing", ...), ...))

Each question is one function that yields what it found; a new one is a function and a place in `_QUESTIONS`. What is
wrong inside the notes is `check`'s business: here it is only counted, so that nobody has to know both commands.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vaultnet.app.check import check_vault
from vaultnet.app.git_install import find_driver_problems
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.storage.cache_folder import cache_folder
from vaultnet.storage.file_system import can_exchange, file_system_of
from vaultnet.storage.git_busy import find_git_operation
from vaultnet.storage.git_driver import find_driver_state
from vaultnet.storage.index import meta
from vaultnet.storage.private_places import Place, find_places, is_within_reach
from vaultnet.storage.recovery import Recovery
from vaultnet.storage.sync_services import find_sync_services
from vaultnet.storage.system_calls import SYSTEM
from vaultnet.storage.watch_limit import read_watch_limit
from vaultnet.storage.watch_lock import read_watch_state

_AHEAD_NS = 86_400 * 10**9  # a file changed a day after now: a clock is wrong, here or where it was written
_OLDEST_JINJA = (3, 1, 6)  # the escapes from its sandbox that are known are closed from here on


class Finding(NamedTuple):
    """`rule` as in `check`; `message` says what it is and what to do. A hint is no fault: it tells how things stand."""

    rule: str
    message: str
    is_hint: bool = False


class Examination(NamedTuple):
    """What there is of this vault on this machine, and what was found."""

    places: tuple[Place, ...]
    findings: tuple[Finding, ...]


def examine(workspace: Workspace) -> Examination:
    """Looks, and writes nothing but two empty files of its own that it swaps and removes. The index must be fresh."""
    places = find_places(workspace.root)
    found = [finding for ask in _QUESTIONS for finding in ask(workspace)]
    found += _open_places(places)
    return Examination(places, tuple(sorted(found, key=lambda finding: finding.is_hint)))


# Who else can read it


def _open_places(places: tuple[Place, ...]) -> Iterator[Finding]:
    for place in places:
        if place.is_open and place.what != "plan":
            message = f"{place.path} can be read by others on this machine: chmod -R go-rwx {place.path}"
            yield Finding("place-open", message)
        elif place.is_open:
            yield Finding("plan-open", f"{place.path}, a plan of an import, names people, and others can read it")


def _open_vault(workspace: Workspace) -> Iterator[Finding]:
    if is_within_reach(workspace.root):
        message = f"other accounts on this machine can read your notes: chmod go-rwx {workspace.root}"
        yield Finding("vault-open", message, is_hint=True)


# The disks


def _file_systems(workspace: Workspace) -> Iterator[Finding]:
    cache = cache_folder(workspace.root)
    system = file_system_of(cache if cache.exists() else cache.parent.parent)
    if system and system.is_remote:
        message = f"the index is on a network file system ({system.kind}): set XDG_CACHE_HOME to a folder of this disk"
        yield Finding("cache-remote", message)
    system = file_system_of(workspace.root)
    if system and system.is_remote:
        message = (
            f"the vault is on a network file system ({system.kind}): a save from another machine in the very moment of "
            "a write is not seen; let one machine write at a time"
        )
        yield Finding("vault-remote", message)
    swaps = can_exchange(workspace.root)
    if swaps is False:
        message = (
            "this file system cannot swap two files: vaultnet waits for 2 s of quiet before it writes to a note, "
            "instead of 0.3 s"
        )
        yield Finding("no-exchange", message, is_hint=True)
    elif swaps is None:
        yield Finding("vault-read-only", "nothing can be written to the vault: look at its owner, mode and mount")


def _watch_limit(workspace: Workspace) -> Iterator[Finding]:
    folders = len(workspace.scan().folders)
    limit = read_watch_limit()
    if limit is not None and folders > limit:
        message = (
            f"the vault has {folders} folders and the system watches {limit}: `watch` finds the rest by its walks; "
            f"raise fs.inotify.max_user_watches"
        )
        yield Finding("watch-limit", message)


def _clock(workspace: Workspace) -> Iterator[Finding]:
    row = workspace.connection.execute("SELECT path, mtime FROM note ORDER BY mtime DESC LIMIT 1").fetchone()
    if row and row[1] > SYSTEM.now() * 1e9 + _AHEAD_NS:  # the real moment: --today moves no file
        message = f"{row[0]} was changed in the future: look at the clock of this machine and of the others"
        yield Finding("clock-behind", message)


# The notes, other machines, other programs


def _notes(workspace: Workspace) -> Iterator[Finding]:
    count = Counter(finding.rule for finding in check_vault(workspace) if finding.severity != "info")
    if count:
        most = ", ".join(
            f"{rule} {number}" for rule, number in sorted(count.items(), key=lambda one: (-one[1], one[0]))
        )
        yield Finding("note-problems", f"problems in the notes: {most}; `vaultnet check` lists them")


def _services(workspace: Workspace) -> Iterator[Finding]:
    services = find_sync_services(workspace.root)
    if len(services) > 1:
        named = ", ".join(services)
        yield Finding("two-services", f"{named} sync this folder at once: they undo one another; leave it to one")


def _git(workspace: Workspace) -> Iterator[Finding]:
    operation = find_git_operation(workspace.root)
    if operation:
        message = f"{operation} is under way in this repository: until it is finished, only `vaultnet resolve` writes"
        yield Finding("git-busy", message)
    try:
        state = find_driver_state(workspace.root)
    except UsageError as error:  # no git on this machine, or a repository that is none
        yield Finding("git-unreadable", error.message)
        return
    if state is not None:
        yield from (Finding(rule, message) for rule, message in find_driver_problems(state))


def _kept(workspace: Workspace) -> Iterator[Finding]:
    for kept in Recovery(workspace.root).kept():
        message = f"a save of {kept.path} by another program is kept in {kept.file}: look whether the note misses it"
        yield Finding("save-kept", message)
    vanished = meta(workspace.connection, "vanished")
    if vanished:
        gone, before = vanished.split()
        message = (
            f"{gone} of {before} notes have vanished since the last command: nothing is written until they are back"
        )
        yield Finding("notes-vanished", message)


def _watcher(workspace: Workspace) -> Iterator[Finding]:
    state = read_watch_state(workspace.root)
    if state is not None:
        since = state.since[:16].replace("T", " ")
        yield Finding("watcher", f"`watch` runs (process {state.pid}, since {since})", is_hint=True)


def _sandbox(_workspace: Workspace) -> Iterator[Finding]:
    from importlib.metadata import version

    found = version("jinja2")
    numbers = tuple(int(part) for part in found.split(".")[:3] if part.isdigit())
    if numbers < _OLDEST_JINJA:
        yield Finding("jinja-old", f"jinja2 {found} has known ways out of its sandbox: install 3.1.6 or newer")


_QUESTIONS: tuple[Callable[[Workspace], Iterator[Finding]], ...] = (
    _kept, _git, _notes, _services, _file_systems, _clock, _watch_limit, _sandbox, _open_vault, _watcher,
)  # fmt: skip
