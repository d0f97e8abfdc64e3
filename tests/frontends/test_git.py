"""`vaultnet git install`, and a commit a command."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.clones import PLAIN, WHO, Clone, make_repository
from tests.vaults import snapshot
from vaultnet.app.tended import Tended
from vaultnet.app.typed_steps import WATCH
from vaultnet.app.workspace import Workspace
from vaultnet.frontends.watch.caretaker import Caretaker
from vaultnet.storage.git import find_repository, read_stage, unmerged_paths
from vaultnet.storage.git_driver import DRIVER_KEY, driver_line, quote_path

ADA = "---\ntype: contact\n---\n# Ada\n\n## Log\n\n- 2026-05-01 call\n"
NOTES = {"vaultnet.toml": "[git]\ncommit = true\n", "People/Ada.md": ADA, "People/Ben.md": ADA.replace("Ada", "Ben")}


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    for name, value in (PLAIN | WHO).items():
        monkeypatch.setenv(name, value)
    return make_repository(tmp_path / "vault", NOTES)


def info(clone: Clone) -> Path:
    return clone.root / ".git/info/attributes"


def test_install_check_remove(cli: Cli, clone: Clone) -> None:
    before = (clone.root / ".git/config").read_bytes()
    dry = cli(clone.root, "git", "install", "--dry-run")
    assert (dry.code, (clone.root / ".git/config").read_bytes(), info(clone).exists()) == (0, before, False)
    lacking = cli(clone.root, "git", "install", "--check")
    assert (lacking.code, lacking.err.count("\n")) == (1, 1)
    done = cli(clone.root, "git", "install")
    assert done.code == 0
    assert f"  + merge.vaultnet.driver = {driver_line(sys.executable)}\n" in done.out
    assert "  + *.md merge=vaultnet\n" in done.out
    assert done.out.startswith(dry.out.partition("Nothing is written")[0])
    assert cli(clone.root, "git", "install", "--check").code == 0
    written = snapshot(clone.root / ".git")
    assert "set up already" in cli(clone.root, "git", "install").out
    assert snapshot(clone.root / ".git") == written
    assert "Taken away" in cli(clone.root, "git", "install", "--remove").out
    assert ((clone.root / ".git/config").read_bytes(), info(clone).exists()) == (before, False)
    assert "nothing of vaultnet's" in cli(clone.root, "git", "install", "--remove").out
    assert cli(clone.root, "git", "install", "-q").err == ""
    assert cli(clone.root, "git").err.endswith("vaultnet: Missing argument '{install}'. Choose from: install\n")


def test_the_guide_shows_the_lines_that_are_written(cli: Cli, clone: Clone) -> None:
    """The page is not played: it shows somebody's own paths."""
    page = (Path(__file__).parents[2] / "docs/guide/git.md").read_text()
    shown = page.partition("```console\n$ vaultnet git install\n")[2].partition("```")[0]
    done = cli(clone.root, "git", "install")
    here = done.out.replace(sys.executable, "/home/me/.venv/bin/python").replace(str(clone.root), "/home/me/notes")
    assert shown == here + done.err


@pytest.mark.parametrize("own", [b"", b"*.png binary\r\n\n# mine", b"*.md merge=union\n\xff\n"])
def test_own_lines_stay_byte_for_byte(cli: Cli, clone: Clone, own: bytes) -> None:
    clone.write({".gitattributes": "*.md diff=markdown merge=union\n"})
    info(clone).parent.mkdir()
    info(clone).write_bytes(own)
    done = cli(clone.root, "git", "install")
    assert "`merge=union`, which git was told for these notes, gives way" in done.err
    assert info(clone).read_bytes().startswith(own)
    assert clone.ok("check-attr", "merge", "diff", "--", "People/Ada.md").splitlines() == [
        "People/Ada.md: merge: vaultnet", "People/Ada.md: diff: markdown",
    ]  # fmt: skip
    info(clone).write_bytes(info(clone).read_bytes() + b"*.md merge=binary\n")
    late = cli(clone.root, "git", "install", "--check", "--json")
    assert (late.code, [problem["rule"] for problem in late.json()["problems"]]) == (1, ["attribute-other"])
    cli(clone.root, "git", "install", "--remove")
    end = b"" if own.endswith(b"\n") or not own else b"\n"
    assert info(clone).read_bytes() == own + end + b"*.md merge=binary\n"


@pytest.mark.parametrize(
    "folder",
    [
        "notes",
        *(pytest.param(name, marks=pytest.mark.soak) for name in ("my notes", "a/b c/d")),
        "Ädä [1] * \"q\" 'a' \\x",
    ],
)
def test_a_vault_in_a_folder_of_a_repository(cli: Cli, tmp_path: Path, folder: str) -> None:
    clone = make_repository(tmp_path / "all", {"read.md": "x", f"{folder}/vaultnet.toml": "", f"{folder}/Ada.md": ADA})
    assert cli(clone.root / folder, "git", "install").code == 0
    told = clone.ok("check-attr", "-z", "merge", "--", f"{folder}/Ada.md", f"{folder}/x/y/z.markdown", "read.md")
    assert told.split("\0")[2::3] == ["vaultnet", "vaultnet", "unspecified"]
    assert cli(clone.root / folder, "git", "install", "--check").code == 0


def test_two_vaults_of_one_repository(cli: Cli, tmp_path: Path) -> None:
    clone = make_repository(tmp_path / "all", {"a/vaultnet.toml": "", "b/vaultnet.toml": ""})
    for vault in ("a", "b"):
        cli(clone.root / vault, "git", "install")
    cli(clone.root / "a", "git", "install", "--remove")
    assert cli(clone.root / "a", "git", "install", "--check").code == 1
    assert cli(clone.root / "b", "git", "install", "--check").code == 0
    cli(clone.root / "b", "git", "install", "--remove")
    assert "vaultnet" not in clone.ok("config", "--local", "--list")


def test_what_is_wrong_is_said(cli: Cli, clone: Clone) -> None:
    cli(clone.root, "git", "install")
    for line, rule in (
        (driver_line("/nowhere/python"), "driver-gone"),
        (driver_line(sys.executable).replace(" || exit 1", ""), "driver-outdated"),
        ("mine %A", "driver-foreign"),
    ):
        clone.ok("config", DRIVER_KEY, line)
        result = cli(clone.root, "git", "install", "--check", "--json")
        assert (result.code, [one["rule"] for one in result.json()["problems"]]) == (1, [rule])
    assert cli(clone.root, "git", "install").code == 2
    assert clone.ok("config", DRIVER_KEY) == "mine %A\n"
    cli(clone.root, "git", "install", "--remove")
    assert clone.ok("config", DRIVER_KEY) == "mine %A\n"


def test_no_repository_and_no_git(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "vaultnet.toml").touch()
    assert cli(tmp_path, "git", "install").code == 2
    assert "in no git repository" in cli(tmp_path, "git", "install", "--check").err
    (tmp_path / ".git").mkdir()
    assert "not a git repository" in cli(tmp_path, "git", "install").err
    monkeypatch.setenv("PATH", str(tmp_path))
    result = cli(tmp_path, "git", "install")
    assert (result.code, "git is not installed" in result.err) == (2, True)


def test_a_worktree_and_a_submodule(cli: Cli, clone: Clone, tmp_path: Path) -> None:
    clone.ok("worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    tree = Clone(tmp_path / "tree")
    assert cli(tree.root, "git", "install").code == 0
    assert cli(clone.root, "git", "install", "--check").code == 0
    cli(tree.root, "log", "coffee with Ada yesterday")
    assert tree.ok("log", "-1", "--format=%s") == "vaultnet log: People/Ada.md\n"
    assert (tree.ok("status", "--porcelain"), clone.ok("log", "-1", "--format=%s")) == ("", "begin\n")
    outer = make_repository(tmp_path / "outer", {"x.md": "x"})
    outer.ok("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(clone.root), "notes")
    outer.ok("commit", "-qm", "with notes")
    inner = Clone(outer.root / "notes")
    cli(inner.root, "log", "coffee with Ada yesterday")
    assert inner.ok("log", "-1", "--format=%s") == "vaultnet log: People/Ada.md\n"
    assert outer.ok("log", "-1", "--format=%s") == "with notes\n"
    (outer.root / "vaultnet.toml").write_text(NOTES["vaultnet.toml"])
    stray = cli(outer.root, "log", "call with Ben yesterday")
    assert "it lies in another repository" in stray.err


def test_a_commit_holds_what_the_command_wrote_and_nothing_else(cli: Cli, clone: Clone) -> None:
    clone.write({"People/Ben.md": "mine, staged\n", "new.txt": "staged\n"})
    clone.ok("add", "-A")
    clone.write({"People/Ben.md": "mine, not staged\n", "untracked.md": "x"})
    result = cli(clone.root, "log", "coffee with Ada yesterday, she told me a secret")
    assert (result.code, result.err) == (0, "")
    assert clone.ok("show", "--stat=80", "--format=%an%n%B", "HEAD").splitlines()[:5] == [
        "Mira", "vaultnet log: People/Ada.md", "", "", " People/Ada.md | 1 +",
    ]  # fmt: skip
    assert clone.ok("status", "--porcelain").splitlines() == [" M People/Ben.md", "A  new.txt", "?? untracked.md"] or (
        clone.ok("status", "--porcelain").splitlines() == ["MM People/Ben.md", "A  new.txt", "?? untracked.md"]
    )
    assert clone.ok("show", ":People/Ben.md") == "mine, staged\n"
    assert cli(clone.root, "undo").code == 0
    assert clone.ok("log", "-1", "--format=%s") == "vaultnet undo: People/Ada.md\n"
    assert clone.ok("rev-parse", "HEAD:People") == clone.ok("rev-parse", "HEAD^^:People")


def test_one_commit_a_command(cli: Cli, clone: Clone) -> None:
    """A new note, one that is gone, one that has another name; nothing to write is nothing to commit."""
    clone.commit({"vaultnet.toml": f'{NOTES["vaultnet.toml"]}[daily]\nfolder = "Daily"\n'})
    for words, message in (
        (("new", "contact", "Rui Prado"), "vaultnet new: People/Rui Prado.md"),
        (("-C", str(clone.root), "--today", "2026-06-15", "agenda"), "vaultnet agenda: Daily/2026-06-15.md"),
        (("agenda",), "vaultnet agenda: Daily/2026-06-15.md"),
        (("rename", "Rui Prado", "Rui Prado Dias"), "vaultnet rename: Daily/2026-06-15.md and 2 more"),
        (("due",), "vaultnet rename: Daily/2026-06-15.md and 2 more"),
    ):
        assert cli(clone.root, *words).err.count("not committed") == 0
        assert clone.ok("log", "-1", "--format=%s").strip() == message
        assert clone.ok("status", "--porcelain") == ""
    assert clone.ok("rev-list", "--count", "HEAD") == "5\n"


def test_what_resolve_merges_is_committed_but_for_the_trash(cli: Cli, clone: Clone) -> None:
    """In a merge it is not: that one a person commits."""
    copy = "People/Ada (conflicted copy 2026-05-02).md"
    clone.commit({copy: f"{ADA}- 2026-05-02 call: more\n", ".gitignore": ".trash/\n"})
    assert cli(clone.root, "resolve", "--all").err == ""
    assert clone.ok("status", "--porcelain") == ""
    assert clone.ok("show", "--name-status", "--format=%s", "HEAD").split("\n")[2:] == [
        f"D\t{copy}",
        "M\tPeople/Ada.md",
        "",
    ]
    (clone.root / ".git/MERGE_HEAD").write_text(clone.ok("rev-parse", "HEAD"))
    (clone.root / copy).write_text(f"{ADA}- 2026-05-03 call: again\n")
    assert cli(clone.root, "resolve", "--all").err == ""
    assert clone.ok("status", "--porcelain") == " M People/Ada.md\n"


KINDS: dict[str, tuple[str, ...]] = {"sha256": ("--object-format=sha256",), "empty": ()}


@pytest.mark.parametrize("kind", ["sha256", pytest.param("empty", marks=pytest.mark.soak)])
def test_the_first_commit(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    for name, value in (PLAIN | WHO).items():
        monkeypatch.setenv(name, value)
    clone = Clone(tmp_path / kind)
    clone.root.mkdir()
    clone.ok("init", "-q", *KINDS[kind])
    clone.write(NOTES)
    clone.ok("add", "People/Ben.md")
    cli(clone.root, "log", "coffee with Ada yesterday")
    assert clone.ok("ls-tree", "-r", "--name-only", "HEAD") == "People/Ada.md\n"
    clone.ok("checkout", "-q", "--detach")
    cli(clone.root, "rename", "Ada", "Eva")
    assert clone.ok("ls-tree", "-r", "--name-only", "HEAD") == "People/Eva.md\n"
    assert clone.ok("status", "--porcelain") == "A  People/Ben.md\n?? vaultnet.toml\n"


def unnamed(_: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WHO:
        monkeypatch.delenv(name)


def ignored(clone: Clone, _: pytest.MonkeyPatch) -> None:
    clone.ok("rm", "-q", "--cached", "People/Ada.md")
    clone.commit({".gitignore": "People/Ada.md\n"})


def hidden(clone: Clone, _: pytest.MonkeyPatch) -> None:
    clone.ok("update-index", "--skip-worktree", "People/Ada.md")


def unmerged(clone: Clone, _: pytest.MonkeyPatch) -> None:
    one = clone.ok("rev-parse", "HEAD:People/Ada.md").strip()
    lines = "".join(f"100644 {one} {stage}\tPeople/Ada.md\n" for stage in (1, 2, 3))
    subprocess.run(["git", "update-index", "--force-remove", "People/Ada.md"], cwd=clone.root, check=True)
    subprocess.run(["git", "update-index", "--index-info"], cwd=clone.root, check=True, input=lines.encode())


def gone(clone: Clone, _: pytest.MonkeyPatch) -> None:
    (clone.root / ".git").rename(clone.root.parent / "elsewhere")


REFUSED = {
    unnamed: "git does not know who you are",
    ignored: "git ignores it",
    hidden: "you told git to leave it alone",
    unmerged: "git holds it to be in conflict",
    gone: "in no git repository",
}


@pytest.mark.parametrize("obstacle", REFUSED, ids=lambda one: one.__name__)
def test_the_note_is_written_where_nothing_can_be_committed(
    cli: Cli, clone: Clone, monkeypatch: pytest.MonkeyPatch, obstacle: object
) -> None:
    assert callable(obstacle)
    obstacle(clone, monkeypatch)
    result = cli(clone.root, "log", "coffee with Ada yesterday")
    assert (result.code, REFUSED[obstacle] in result.err) == (0, True), result.err
    assert "coffee" in clone.read("People/Ada.md")


def test_line_ends_are_committed_as_git_would(cli: Cli, clone: Clone) -> None:
    clone.ok("config", "core.autocrlf", "true")
    clone.write({"People/Ada.md": ADA.replace("\n", "\r\n")})
    cli(clone.root, "log", "coffee with Ada yesterday")
    assert "\r\n- 2026-06-14 coffee\r\n" in clone.read("People/Ada.md")
    assert "\r" not in clone.ok("show", "HEAD:People/Ada.md")
    assert clone.ok("status", "--porcelain") == ""


def test_what_resolve_and_doctor_ask(clone: Clone) -> None:
    clone.commit({"People/Ada.md": "ours\n"})
    clone.ok("checkout", "-q", "-b", "other", "HEAD^")
    clone.commit({"People/Ada.md": "theirs\n"})
    clone.git("merge", "main")
    assert unmerged_paths(clone.root) == ("People/Ada.md",)
    assert unmerged_paths(clone.root / "People") == ("Ada.md",)
    assert [read_stage(clone.root, "People/Ada.md", stage) for stage in (1, 2, 3)] == [
        ADA.encode(),
        b"theirs\n",
        b"ours\n",
    ]
    assert read_stage(clone.root, "People/Ben.md", 2) is None
    assert read_stage(clone.root, "People/Ben.md", 0) is not None
    repository = find_repository(clone.root / "People")
    assert repository is not None
    assert repository.prefix == "People/"


def test_quoted_paths() -> None:
    assert [quote_path(path) for path in ("a/b", "a b", 'a"\\', "ä\n")] == ["a/b", '"a b"', '"a\\042\\134"', '"ä\\012"']


def test_a_lock_that_a_dead_git_left_is_named(cli: Cli, clone: Clone) -> None:
    """Obsidian was closed in the middle of its commit: whoever is told to wait would wait for ever."""
    lock = clone.root / ".git/index.lock"
    lock.touch()
    result = cli(clone.root, "log", "coffee with Ada yesterday")
    assert (result.code, "a git command is under way" in result.err) == (6, True)
    os.utime(lock, (1, 1))
    result = cli(clone.root, "log", "coffee with Ada yesterday")
    assert (result.code, "remove it" in result.err) == (6, True)
    assert "coffee" not in clone.read("People/Ada.md")


def test_what_the_watcher_writes_is_committed_too(clone: Clone) -> None:
    clone.commit({"Daily/2026-06-15.md": "# Today\n"})
    said: list[str] = []
    moment = datetime(2026, 6, 15, 9)
    keeper = Caretaker(clone.root, lambda: Workspace(clone.root, lambda: moment), WATCH, said.extend)
    keeper.look()
    keeper.settings = replace(keeper.settings, quiet=0)
    assert keeper.tend() == Tended(("Daily/2026-06-15.md",))
    assert said == []
    assert clone.ok("log", "-1", "--format=%s") == "vaultnet watch: Daily/2026-06-15.md\n"
    assert clone.ok("status", "--porcelain") == ""


def test_in_german(cli: Cli, clone: Clone) -> None:
    clone.write({"vaultnet.toml": '[vault]\nlanguage = "de"\n[git]\ncommit = true\n'})
    assert "dieser Klon hat keinen Merge-Treiber" in cli(clone.root, "git", "install", "--check").err
    assert "führt die Notizen dieses Vaults jetzt nach ihrem Sinn zusammen" in cli(clone.root, "git", "install").out
    clone.ok("update-index", "--skip-worktree", "People/Ada.md")
    assert "nicht eingecheckt: du hast git gesagt" in cli(clone.root, "log", "Kaffee mit Ada gestern").err
