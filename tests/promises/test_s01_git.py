"""S1: git is called so that nothing which a repository's own configuration names can run, commits included.

Each trap makes a file when it runs. That they work is shown first: git itself steps into them.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.test_commands import READ_ONLY
from tests.promises.clones import PLAIN, WHO, Clone, make_pair, make_repository
from tests.vaults import make_example, make_vault
from vaultnet.storage.git import find_repository, read_stage, unmerged_paths

_HOOKS = (
    "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-merge-commit", "post-merge", "post-checkout",
    "post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc", "post-rewrite", "pre-push",
)  # fmt: skip


_KEYS = (
    "core.fsmonitor", "core.sshCommand", "core.editor", "core.pager", "core.askPass", "core.gitProxy",
    "core.alternateRefsCommand", "sequence.editor", "gpg.program", "diff.external", "credential.helper",
    "interactive.diffFilter", "uploadpack.packObjectsHook", "merge.other.driver", "diff.note.command",
    "diff.note.textconv", "filter.trap.clean", "filter.trap.smudge", "filter.stream.process", "pager.log",
    "alias.ls-files", "alias.rev-parse", "alias.config", "alias.commit-tree", "browser.trap.cmd", "trailer.x.command",
    "log.showSignature",
)  # fmt: skip


def config(trap: str) -> str:
    lines = []
    for key in _KEYS:
        section, _, name = key.rpartition(".")
        first, _, below = section.partition(".")
        value = f"touch {trap}/{key}; cat" if key.startswith(("filter", "merge", "diff")) else f"touch {trap}/{key} #"
        value = f"!{value}" if first in {"alias", "credential"} else value
        value = "true" if key == "log.showSignature" else value
        heading = f'[{first} "{below}"]' if below else f"[{first}]"
        lines.append(f'{heading}\n\t{name} = "{value}"\n')
    promised = f'[remote "origin"]\n\turl = "ext::sh -c touch% {trap}/fetch"\n\tpromisor = true\n\tvcs = "trap"\n'
    signs = "[user]\n\tname = Stranger\n\temail = s@example.org\n[commit]\n\tgpgSign = true\n[tag]\n\tgpgSign = true\n[protocol]\n\tallow = always\n"
    partial = '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = "origin"\n'
    return "".join(lines) + promised + signs + partial


def set_traps(
    clone: Clone, trap: Path, *, attributes: str = "*.txt filter=trap merge=other diff=note\n*.csv filter=stream\n"
) -> None:
    trap.mkdir()
    git_folder = clone.root / ".git"
    hooks = git_folder / "hooks"
    shutil.rmtree(hooks, ignore_errors=True)
    hooks.mkdir()
    for name in _HOOKS:
        (hooks / name).write_text(f"#!/bin/sh\ntouch {trap}/hook-{name}\n")
        (hooks / name).chmod(0o755)
    clone.write({".gitattributes": attributes, "any.txt": "x\n", "any.csv": "x\n"})
    with (git_folder / "config").open("a") as opened:
        opened.write(config(str(trap)))


def sprung(trap: Path) -> set[str]:
    return {file.name for file in trap.iterdir()}


SMALL = """
== vaultnet.toml
[daily]
folder = "Daily"
== People/Marleen.md
---
type: contact
tier: close
---
# Marleen
"""


@pytest.fixture(params=["small"])
def stranger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Clone, Path]]:
    """A stranger's vault, a repository with a trap behind every door; its settings ask for a commit a command."""
    vault = make_vault(tmp_path / "vault", SMALL) if request.param == "small" else make_example(tmp_path / "vault")
    toml = vault / "vaultnet.toml"
    toml.write_text(toml.read_text() + "\n[git]\ncommit = true\n")
    clone = make_repository(vault, {})
    set_traps(clone, tmp_path / "trap")
    yield clone, tmp_path / "trap"
    shutil.rmtree(tmp_path / "trap", ignore_errors=True)


def test_s1_the_traps_are_real(stranger: tuple[Clone, Path]) -> None:
    clone, trap = stranger
    clone.git("status")
    clone.git("add", "-A")
    clone.git("commit", "-m", "x", "--no-gpg-sign")
    clone.git("cat-file", "blob", "1" * 40)
    traps = {"core.fsmonitor", "filter.trap.clean", "filter.stream.process", "hook-post-index-change", "fetch"}
    assert traps - sprung(trap) == set()


_WRITING = (
    ("agenda",), ("log", "coffee with Marleen yesterday"), ("snooze", "Marleen", "in 3 weeks"), ("undo",),
    ("new", "contact", "Nobody Yet"), ("rename", "Nobody Yet", "Somebody Yet"), ("set", "company:tidemark", "tier=close", "--apply"),
    ("check", "--fix"), ("review",), ("git", "install", "--check"), ("git", "install"), ("git", "install", "--remove"),
    ("git", "install"), ("absorb",), ("forget", "Somebody Yet", "--yes"),
)  # fmt: skip


_FEW = (
    ("due",), ("check",), ("agenda",), ("log", "coffee with Marleen yesterday"), ("undo",),
    ("new", "contact", "Nobody Yet"), ("rename", "Nobody Yet", "Somebody Yet"), ("snooze", "Marleen", "in 3 weeks"),
    ("git", "install"), ("git", "install", "--check"), ("git", "install", "--remove"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("stranger", "lines"),
    [("small", _FEW), pytest.param("example", (*READ_ONLY, *_WRITING), marks=pytest.mark.soak)],
    ids=["few", "all"],
    indirect=["stranger"],
)
def test_s1_no_command_runs_what_a_repository_names(
    cli: Cli, stranger: tuple[Clone, Path], lines: tuple[tuple[str, ...], ...]
) -> None:
    clone, trap = stranger
    commits = int(clone.ok("-c", "core.fsmonitor=", "rev-list", "--count", "HEAD"))
    shutil.rmtree(trap)
    trap.mkdir()
    for words in lines:
        assert cli(clone.root, *words).code in {0, 1}, words
        assert sprung(trap) == set(), words
    made = int(clone.ok("rev-list", "--count", "HEAD")) - commits
    print(f"\nS1: {len(lines)} commands, {made} commits, none of {len(_HOOKS)} hooks and {len(_KEYS)} programs ran")
    assert made > 5


def test_s1_a_filter_is_not_run_for_a_commit(cli: Cli, stranger: tuple[Clone, Path]) -> None:
    """A note that git would send through a program is written, and left for the user to commit."""
    clone, trap = stranger
    clone.write({".gitattributes": "*.md filter=trap\n"})
    before = clone.ok("rev-parse", "HEAD")
    result = cli(clone.root, "log", "coffee with Marleen yesterday")
    assert result.code == 0
    assert "not committed: a filter of this repository would have to run" in result.err
    assert (sprung(trap), clone.ok("rev-parse", "HEAD")) == (set(), before)


def test_s1_nothing_is_fetched_to_answer(tmp_path: Path) -> None:
    """Stages of a conflict that are missing here, in a repository that says whom to ask for them, and how."""
    pair = make_pair(tmp_path, {"Ada.md": "one\n"})
    pair.diverge({"Ada.md": "two\n"}, {"Ada.md": "three\n"})
    pair.merge()
    set_traps(pair.ours, tmp_path / "trap")
    for object_ in (pair.ours.root / ".git/objects").glob("??/*"):
        object_.unlink()
    assert find_repository(pair.ours.root) is not None
    assert unmerged_paths(pair.ours.root) == ("Ada.md",)
    assert read_stage(pair.ours.root, "Ada.md", 3) is None
    assert sprung(tmp_path / "trap") == set()


@pytest.mark.parametrize("where", [".", "", "bin"])
def test_s1_no_git_that_lies_in_the_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    clone = make_repository(tmp_path / "vault", {"vaultnet.toml": ""})
    fake = clone.root / where / "git"
    fake.parent.mkdir(exist_ok=True)
    fake.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    fake.chmod(0o755)
    monkeypatch.chdir(clone.root)
    monkeypatch.setenv("PATH", f"{where}:/usr/bin:/bin")
    assert find_repository(clone.root) is not None
    assert not (tmp_path / "ran").exists()


def _file(vault: Path, victim: Path) -> None:
    (vault / ".git").write_text(f"gitdir: {victim}/.git\n")


def _link(vault: Path, victim: Path) -> None:
    (vault / ".git").symlink_to(victim / ".git")


def _shared(vault: Path, victim: Path) -> None:
    """A git folder that says it is one of several of a repository's."""
    (vault / ".git").mkdir()
    (vault / ".git/HEAD").write_text("ref: refs/heads/main\n")
    (vault / ".git/commondir").write_text(f"{victim}/.git\n")


def _branches(vault: Path, victim: Path) -> None:
    Clone(vault).ok("init", "-q")
    shutil.rmtree(vault / ".git/refs/heads")
    (vault / ".git/refs/heads").symlink_to(victim / ".git/refs/heads")


@pytest.mark.parametrize("lead", [_file, _link, _shared, _branches])
def test_s1_no_commit_in_a_repository_of_the_users(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lead: Callable[[Path, Path], None]
) -> None:
    """A stranger's vault whose `.git` leads to where the user may keep something: no branch there moves."""
    for name, value in (PLAIN | WHO).items():
        monkeypatch.setenv(name, value)
    victim = make_repository(tmp_path / "mine", {"x.md": "x"})
    before = (victim.ok("for-each-ref"), victim.ok("ls-files", "-s"))
    vault = make_vault(
        tmp_path / "vault", "== vaultnet.toml\n[git]\ncommit = true\n== Ada.md\n---\ntype: contact\n---\n"
    )
    lead(vault, victim.root)
    result = cli(vault, "log", "coffee with Ada yesterday")
    assert (result.code, "not committed" in result.err) == (0, True)
    assert (victim.ok("for-each-ref"), victim.ok("ls-files", "-s")) == before
