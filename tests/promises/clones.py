"""A real git and real clones: two machines with the same notes, with nothing of this machine's own git settings.

pair = make_pair(tmp_path, {"Ada.md": "..."})      two clones with the driver, at the same commit
pair.ours.commit({"Ada.md": "..."})
pair.ours.git("merge", "theirs/main")
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vaultnet.storage.git_driver import get_driver_state
from vaultnet.storage.git_setup import apply_setup, plan_setup

WHO = {
    "GIT_AUTHOR_NAME": "Mira", "GIT_AUTHOR_EMAIL": "mira@example.org",
    "GIT_COMMITTER_NAME": "Mira", "GIT_COMMITTER_EMAIL": "mira@example.org",
}  # fmt: skip
# Nothing of the machine's, and no waiting for the disk: what a power cut does to git is git's promise.
PLAIN = {
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_EDITOR": "true", "LC_ALL": "C.UTF-8",
    "GIT_MERGE_AUTOEDIT": "no", "GIT_TEMPLATE_DIR": "",
}  # fmt: skip
_CONFIG = (
    "-c",
    "init.defaultBranch=main",
    "-c",
    "core.fsync=none",
    "-c",
    "gc.auto=0",
    "-c",
    "advice.detachedHead=false",
)


def _machine() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Clone:
    """A working tree and its git."""

    root: Path

    def git(self, *words: str, env: Mapping[str, str] | None = None) -> Done:
        done = subprocess.run(
            ["git", *_CONFIG, *words], cwd=self.root, capture_output=True, check=False, stdin=subprocess.DEVNULL,
            env={**_machine(), **PLAIN, **WHO, **(env or {})},
        )  # fmt: skip
        return Done(
            done.returncode, *(printed.decode("utf-8", "surrogateescape") for printed in (done.stdout, done.stderr))
        )

    def ok(self, *words: str, env: Mapping[str, str] | None = None) -> str:
        """What it prints, of what must succeed."""
        done = self.git(*words, env=env)
        assert done.code == 0, f"git {' '.join(words)}: {done.err}{done.out}"
        return done.out

    def write(self, notes: Mapping[str, str | bytes | None]) -> None:
        for path, text in notes.items():
            file = self.root / path
            if text is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, notes: Mapping[str, str | bytes | None], message: str = "edit") -> None:
        self.write(notes)
        self.ok("add", "-A")
        self.ok("commit", "-q", "--allow-empty", "-m", message)

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def unmerged(self) -> set[str]:
        return {line.partition("\t")[2] for line in self.ok("ls-files", "-u", "-z").split("\0") if line}

    def install(self) -> None:
        state = get_driver_state(self.root)
        apply_setup(state.repository, plan_setup(state))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clones that know one another as `other`."""

    ours: Clone
    theirs: Clone

    def diverge(self, ours: Mapping[str, str | bytes | None], theirs: Mapping[str, str | bytes | None]) -> None:
        self.ours.commit(ours)
        self.theirs.commit(theirs)
        self.ours.ok("fetch", "-q", "other")

    def merge(self) -> Done:
        return self.ours.git("merge", "-q", "--no-edit", "other/main")


def make_repository(root: Path, notes: Mapping[str, str | bytes | None]) -> Clone:
    root.mkdir(parents=True, exist_ok=True)
    clone = Clone(root)
    clone.ok("init", "-q")
    clone.commit(notes, "begin")
    return clone


def make_pair(folder: Path, notes: Mapping[str, str | bytes | None]) -> Pair:
    ours = make_repository(folder / "ours", {"vaultnet.toml": "", **notes})
    theirs = Clone(folder / "theirs")
    ours.ok("clone", "-q", "-o", "other", str(ours.root), str(theirs.root))
    ours.ok("remote", "add", "other", "../theirs")
    theirs.ok("remote", "set-url", "other", "../ours")
    for clone in (ours, theirs):
        clone.install()
    return Pair(ours, theirs)


def copy_pair(pair: Pair, folder: Path) -> Pair:
    """Clones made once serve many tests: a copy costs a tenth of what it takes git to make them."""
    roots = [shutil.copytree(clone.root, folder / clone.root.name) for clone in (pair.ours, pair.theirs)]
    return Pair(*map(Clone, roots))
