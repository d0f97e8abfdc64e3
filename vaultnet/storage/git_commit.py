r"""Committing files of the vault, and nothing else: what is staged stays staged, no hook and no filter runs.

    commit_files(repository, root, ["People/Ada.md"], "vaultnet log: People/Ada.md\n")
    ->   Committed(commit="3f9c...", left_out=())

The commit is made beside the user's index: HEAD's tree with these files as they are now, in an index of its own. Then
the same entries go into the user's index, so that `git status` has nothing to say of them, and HEAD moves, if it still
is where it was.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from vaultnet.errors import UsageError
from vaultnet.storage.git import Repository, ask_git, run_git
from vaultnet.storage.git_driver import quote_path

_AT_ONCE = 500  # names on one command line
_PLAIN, _LINK = "100644", "120000"


class Committed(NamedTuple):
    """`commit` is "" where HEAD has all of it already; `left_out` says why a file is not in it, by path."""

    commit: str
    left_out: tuple[tuple[str, str], ...]


class _Entry(NamedTuple):
    mode: str
    object: str
    is_unmerged: bool
    is_hidden: bool  # by `update-index --skip-worktree` or `--assume-unchanged`: the user wants it left alone


def commit_files(repository: Repository, root: Path, paths: Sequence[str], message: str) -> Committed:
    """Files that are gone are taken out. Raises UsageError where git cannot: then nothing was committed."""
    left_out: list[tuple[str, str]] = []
    names: list[str] = []
    for path in dict.fromkeys(paths):
        name = _place(repository, root, path)
        if name is None:
            left_out.append((path, "it lies in another repository"))
        else:
            names.append(name)
    known = _known(repository, names)
    why = _reasons(repository, names, known)
    left_out += [(_in_vault(repository, name), reason) for name, reason in why.items()]
    lines = _entries(repository, [name for name in names if name not in why], known)
    commit = _commit(repository, lines, message) if lines else ""
    return Committed(commit, tuple(left_out))


def _place(repository: Repository, root: Path, path: str) -> str | None:
    """Where the file really is, below the working tree; None inside a submodule, or where a link leads elsewhere."""
    file = root / path
    real = os.path.realpath(file if file.exists() else file.parent)
    top = os.path.realpath(repository.top)
    name = os.path.relpath(real if file.exists() else f"{real}/{file.name}", top)
    folders = name.split("/")[:-1]
    if ".." in folders or any(
        os.path.lexists(os.path.join(top, *folders[: count + 1], ".git"))  # noqa: PTH118
        for count in range(len(folders))
    ):
        return None
    return name


def _in_vault(repository: Repository, name: str) -> str:
    return name.removeprefix(repository.prefix)


def _known(repository: Repository, names: Sequence[str]) -> dict[str, _Entry]:
    """What the index holds of them. `H 100644 <object> <stage>`, a tab, a name; the letter tells what is hidden."""
    known: dict[str, _Entry] = {}
    for part in _parts(names):
        for line in ask_git(repository.top, "ls-files", "--stage", "-v", "-z", "--", *part).lines:
            about, _, name = line.partition("\t")
            letter, mode, stored, stage = about.split(" ")
            known[name] = _Entry(mode, stored, stage != "0", letter == "S" or letter.islower())
    return known


def _reasons(repository: Repository, names: Sequence[str], known: dict[str, _Entry]) -> dict[str, str]:
    """The files that stay out, and why. Nothing here runs a filter: that one is asked for is all we want to know."""
    why: dict[str, str] = {}
    for name in names:
        entry = known.get(name)
        if entry and entry.is_unmerged:
            why[name] = "git holds it to be in conflict"
        elif entry and entry.is_hidden:
            why[name] = "you told git to leave it alone"
        elif entry and entry.mode == _LINK:
            why[name] = "git knows it as a link"
    given = b"".join(os.fsencode(name) + b"\0" for name in names if name not in why)
    if not given:
        return why
    answer = ask_git(repository.top, "check-attr", "-z", "--stdin", "filter", given=given).lines
    for name, value in zip(answer[::3], answer[2::3], strict=True):
        if value not in {"unspecified", "unset", "set"}:  # `filter` without a name asks for none
            why[name] = "a filter of this repository would have to run"
    return why | dict.fromkeys(_ignored(repository, [name for name in names if name not in known]), "git ignores it")


def _ignored(repository: Repository, names: Sequence[str]) -> list[str]:
    """Of files that git does not know: those that it is told not to know."""
    free: set[str] = set()
    for part in _parts(names):
        free.update(ask_git(repository.top, "ls-files", "--others", "--exclude-standard", "-z", "--", *part).lines)
    return [name for name in names if name not in free and _is_file(repository.top / name)]


def _entries(repository: Repository, names: Sequence[str], known: dict[str, _Entry]) -> bytes:
    """Lines of an index. The bytes are stored as git would: line ends as the attributes and settings say."""
    there = [name for name in names if _is_file(repository.top / name)]
    # One name a line, and one that begins with a quote is read as quoted.
    given = os.fsencode("".join(f"{quote_path(name)}\n" for name in there))
    stored = ask_git(repository.top, "hash-object", "-w", "--stdin-paths", given=given).out.decode().split()
    if len(stored) != len(there):
        raise UsageError("git hash-object: a file has gone meanwhile")
    modes = [known[name].mode if name in known else _PLAIN for name in there]
    lines = [f"{mode} {object_}\t{name}\0" for mode, object_, name in zip(modes, stored, there, strict=True)]
    gone = [name for name in names if name in known and name not in set(there)]
    lines += [f"0 {'0' * len(known[name].object)}\t{name}\0" for name in gone]
    return os.fsencode("".join(lines))


def _is_file(file: Path) -> bool:
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False


def _commit(repository: Repository, lines: bytes, message: str) -> str:
    """The commit, then the user's index, then HEAD: should the last fail, the files are staged, and no harm done."""
    top = repository.top
    if run_git(top, "var", "GIT_AUTHOR_IDENT").code or run_git(top, "var", "GIT_COMMITTER_IDENT").code:
        raise UsageError("git does not know who you are: `git config --global user.name` and `user.email` tell it")
    head = run_git(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").out.decode().strip()
    with TemporaryDirectory(prefix="vaultnet-git-") as folder:
        own = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        if head:
            ask_git(top, "read-tree", head, extra=own)
        ask_git(top, "update-index", "-z", "--index-info", given=lines, extra=own)
        tree = ask_git(top, "write-tree", extra=own).out.decode().strip()
    if head and tree == ask_git(top, "rev-parse", f"{head}^{{tree}}").out.decode().strip():
        return ""
    parents = ("-p", head) if head else ()
    commit = (
        ask_git(top, "commit-tree", "--no-gpg-sign", *parents, tree, given=os.fsencode(message)).out.decode().strip()
    )
    ask_git(top, "update-index", "-z", "--index-info", given=lines)
    ask_git(top, "update-ref", "-m", f"commit: {message.partition(chr(10))[0]}", "HEAD", commit, head)
    return commit


def _parts(names: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(names)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
