r"""The one door to git: what is asked of it, and that nothing of the repository's own runs meanwhile (promise S1).

    find_repository(root)                   ->   Repository(top=..., git_folder=..., shared=..., prefix="notes/")
    unmerged_paths(root)                    ->   ("People/Ada.md",)
    read_stage(root, "People/Ada.md", 3)    ->   b"---\n..."      their version, None where there is none

A vault may be a stranger's, and a repository's configuration can name programs: hooks, filters, a file system monitor,
a way to fetch what is missing. So only plumbing is called, those doors are shut for each call, no transport is allowed,
and `status`, `diff`, `add` and `commit`, which run filters, are not used at all.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vaultnet.errors import UsageError
from vaultnet.storage.git_busy import find_git_folder

_SECONDS = 30
_SHUT = (
    "--no-pager", "--literal-pathspecs",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "safe.bareRepository=explicit",
    "-c", "user.useConfigOnly=true",  # who somebody is, they say themselves: nothing is guessed from the machine
)  # fmt: skip
# Of what git reads from the environment only who the user is, and where their own settings lie: the rest (GIT_DIR,
# GIT_INDEX_FILE, ...) is what a hook that calls us was told, and means another repository, or another index.
_KEPT = frozenset(
    {
        "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
        "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    }
)  # fmt: skip
_QUIETLY = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # a missing object is never fetched: git before 2.45 has no other way to say so
    "LC_ALL": "C",
}


# Where a commit leaves something.
_LINKABLE = ("HEAD", "index", "objects", "refs", "refs/heads", "logs", "logs/refs", "logs/refs/heads", "packed-refs")


class Repository(NamedTuple):
    """Absolute folders: the working tree, its git folder, and the one that all worktrees share (configuration and
    attributes). `prefix` is where the vault lies in the working tree: "" or "notes/".
    """

    top: Path
    git_folder: Path
    shared: Path
    prefix: str


class Answer(NamedTuple):
    code: int
    out: bytes
    error: str

    @property
    def lines(self) -> list[str]:
        """What was printed with `-z`."""
        return [os.fsdecode(part) for part in self.out.split(b"\0") if part]


def run_git(folder: Path, *words: str, given: bytes = b"", extra: Mapping[str, str] | None = None) -> Answer:
    """Call git in a folder. Raises UsageError where there is no git, or it takes too long."""
    try:
        done = subprocess.run(  # noqa: S603  (a list of words, no shell; the program is found outside of the vault)
            [find_git(), *_SHUT, *words], cwd=folder, input=given, capture_output=True, timeout=_SECONDS, check=False,
            env={**_environment(), **(extra or {})},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"git {words[0]} took more than {_SECONDS} s and was ended") from error
    except OSError as error:
        raise UsageError(f"git cannot be started: {error.strerror}") from error
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())


def ask_git(folder: Path, *words: str, given: bytes = b"", extra: Mapping[str, str] | None = None) -> Answer:
    """`run_git` for what must succeed. Raises UsageError with git's own words."""
    answer = run_git(folder, *words, given=given, extra=extra)
    if answer.code:
        raise UsageError(f"git {words[0]}: {_reason(answer)}")
    return answer


def find_git() -> str:
    """The program, by its full path: one that lies in the folder we stand in, which may be the vault, is not it."""
    folders = [folder for folder in os.get_exec_path() if os.path.isabs(folder)]  # noqa: PTH117  (words, no files)
    found = shutil.which("git", path=os.pathsep.join(folders))
    if found is None:
        raise UsageError("git is not installed, or not on the PATH")
    return found


def find_repository(root: Path) -> Repository | None:
    """The repository whose working tree holds the vault, None where there is none.

    Raises UsageError where git refuses it (it belongs to another user, say), or it is one without a working tree.
    """
    if find_git_folder(root) is None:
        return None
    words = ("--path-format=absolute", "--show-toplevel", "--git-dir", "--git-common-dir")
    answer = ask_git(root, "rev-parse", *words)
    folders = os.fsdecode(answer.out).removesuffix("\n").split("\n")
    if len(folders) != 3:  # noqa: PLR2004  (one for each question; a name with a line break in it makes more)
        raise UsageError("the folder of this repository has a line break in its name: rename it")
    top, git_folder, shared = map(Path, folders)
    inside = os.path.relpath(os.path.realpath(root), os.path.realpath(top))
    if inside == ".." or inside.startswith("../"):
        raise UsageError(f"this repository says that its files lie elsewhere, in {top}: see core.worktree")
    return Repository(top, git_folder, shared, "" if inside == "." else f"{inside}/")


def is_at_home(repository: Repository) -> bool:
    """Whether what is committed here ends up here. A stranger's `.git` may be a file, or hold a link, that leads into a
    repository of the user's; a worktree's and a submodule's git folder lies elsewhere too, and names its place.
    """
    marker, shared = repository.top / ".git", os.path.realpath(repository.shared)
    for name in _LINKABLE:
        if not f"{os.path.realpath(repository.shared / name)}/".startswith(f"{shared}/"):
            return False
    if os.path.realpath(repository.git_folder) != shared:
        folder = os.path.realpath(repository.git_folder)
        return os.path.dirname(folder) == f"{shared}/worktrees" and _named_in(repository) == os.path.realpath(marker)  # noqa: PTH120
    if marker.is_dir():
        return not marker.is_symlink()
    told = os.fsdecode(run_git(repository.top, "config", "--local", "-z", "--get", "core.worktree").out.rstrip(b"\0"))
    return bool(told) and os.path.realpath(repository.git_folder / told) == os.path.realpath(repository.top)


def _named_in(repository: Repository) -> str:
    """The `.git` file that a worktree's git folder belongs to."""
    try:
        named = os.fsdecode((repository.git_folder / "gitdir").read_bytes()).strip()
    except OSError:
        return ""
    return os.path.realpath(repository.git_folder / named)


def unmerged_paths(root: Path) -> tuple[str, ...]:
    """Files of the vault that git holds to be in conflict, by path; () where there is no repository, or no git."""
    if find_git_folder(root) is None or not has_git():
        return ()
    answer = run_git(root, "ls-files", "--unmerged", "-z")
    return tuple(sorted({line.partition("\t")[2] for line in answer.lines}))


def has_git() -> bool:
    try:
        return bool(find_git())
    except UsageError:
        return False


def read_stage(root: Path, path: str, stage: int) -> bytes | None:
    """A file as git holds it (line ends included): 1 what both began with, 2 ours, 3 theirs; 0 where it is merged."""
    repository = find_repository(root)
    if repository is None:
        return None
    answer = run_git(repository.top, "cat-file", "blob", f":{stage}:{repository.prefix}{path}")
    return answer.out if answer.code == 0 else None


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return kept | _QUIETLY


def _reason(answer: Answer) -> str:
    """The first thing git complains of: what follows is advice on commands that are not ours."""
    lines = answer.error.split("\n")
    return next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0]) or f"exit {answer.code}"
