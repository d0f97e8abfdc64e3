"""D14: where the merge driver is missing, crashes or is killed, nothing is lost: git sees markers.

git itself would leave only our side, without a mark, and one `git add` would lose the other.
"""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.promises.clones import Clone, Pair, make_pair
from vaultnet.storage.git_driver import DRIVER_KEY, driver_line, find_driver_state

BASE = "---\ntype: contact\ntier: wide\n---\n# Ada\n\n## Log\n\n- 2026-05-01 call: began\n"
OURS = BASE.replace("# Ada", "# Ada of ours").replace("began\n", "began\n- 2026-05-02 call: ours\n")
THEIRS = BASE.replace("# Ada", "# Ada of theirs").replace("began\n", "began\n- 2026-05-03 call: theirs\n")


def ours_but(change: str) -> str:
    """Our driver with something done to it before it begins."""
    code = f"import os, sys, time\nimport vaultnet.frontends.git.merge_driver as m\n{change}\nsys.exit(m.main(sys.argv[1:]))"
    return f'shift 3; exec {shlex.quote(sys.executable)} -c {shlex.quote(code)} "$@"'


# What stands in the place of the Python that was there when the driver was installed.
BROKEN = {
    "it is no longer there": None,
    "it says 1": "exit 1",
    "it says 2": "exit 2",
    "it says 126": "exit 126",
    "it is not found": "exit 127",
    "it ends the merge": "exit 255",
    "it crashes": "kill -SEGV $$",
    "it is killed": "kill -KILL $$",
    "it is asked to end": "kill -TERM $$",
    "its pipe breaks": "kill -PIPE $$",
    "the machine has no memory": "kill -ABRT $$",
    "vaultnet is no longer there": f'shift 3; exec "{sys.executable}" -ISm vaultnet.frontends.git.merge_driver "$@"',
    "it is killed before it writes": ours_but("m._replace = lambda *_: os.kill(os.getpid(), 9)"),
    "it is killed when all is written but the name": ours_but("os.replace = lambda *_: os.kill(os.getpid(), 9)"),
    "the disk is full": ours_but("os.replace = lambda *_: os.stat('/no room')"),
    "it takes for ever": ours_but("m._SECONDS = 0.05; m._merge = lambda *_: time.sleep(60)"),
    "it has a fault": ours_but("m._merge = lambda *_: 1 / 0"),
    "its Python is another": f'exec "{sys.executable}" -c "raise SystemExit(3)"',
}


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Two clones that have diverged, to be merged again and again."""
    pair = make_pair(tmp_path_factory.mktemp("gone"), {"People/Ada it's.md": BASE})
    pair.diverge({"People/Ada it's.md": OURS}, {"People/Ada it's.md": THEIRS})
    return pair


def with_python(clone: Clone, folder: Path, script: str | None) -> None:
    python = folder / "a venv (old)" / "100%'s python"
    if script is not None:
        python.parent.mkdir()
        python.write_text(f"#!/bin/sh\n{script}\n")
        python.chmod(0o755)
    clone.ok("config", DRIVER_KEY, driver_line(str(python)))


def assert_nothing_is_lost(clone: Clone, path: str = "People/Ada it's.md") -> None:
    text = clone.read(path)
    assert "<<<<<<< ours" in text
    assert "=======" in text
    assert ">>>>>>> theirs" in text
    for told in ("Ada of ours", "Ada of theirs", "call: ours", "call: theirs"):
        assert told in text
    assert clone.unmerged() == {path}


_RARE = {
    "it is not found",
    "it is killed",
    "it says 2",
    "it says 126",
    "it is asked to end",
    "its pipe breaks",
    "the machine has no memory",
    "its Python is another",
}
_MARKS = {what: [pytest.mark.soak] if what in _RARE else [] for what in BROKEN}


@pytest.mark.parametrize("what", [pytest.param(what, marks=_MARKS[what]) for what in BROKEN])
def test_d14_a_driver_that_fails_leaves_markers(pair: Pair, tmp_path: Path, what: str) -> None:
    with_python(pair.ours, tmp_path, BROKEN[what])
    done = pair.merge()
    try:
        assert done.code == 1, done.err
        assert_nothing_is_lost(pair.ours)
    finally:
        pair.ours.ok("merge", "--abort")


_WAYS = ("rebase", "cherry-pick", "stash")
_ALL = [pytest.param(way, what, marks=pytest.mark.soak) for way in _WAYS for what in BROKEN]


@pytest.mark.parametrize(("way", "what"), [*((way, "it crashes") for way in _WAYS), *_ALL])
def test_d14_however_git_merges(pair: Pair, tmp_path: Path, way: str, what: str) -> None:
    clone = pair.ours
    with_python(clone, tmp_path, BROKEN[what])
    before = clone.ok("rev-parse", "HEAD").strip()
    if way == "stash":
        clone.ok("checkout", "-q", "HEAD^")
        clone.write({"People/Ada it's.md": OURS})
        clone.ok("stash")
        clone.ok("checkout", "-q", "other/main")
        done = clone.git("stash", "pop")
    else:
        done = clone.git(way, "other/main")
    try:
        assert done.code == 1, done.err
        assert {"<<<<<<<", "=======", ">>>>>>>"} <= {line[:7] for line in clone.read("People/Ada it's.md").splitlines()}
        assert clone.unmerged() == {"People/Ada it's.md"}
    finally:
        if way != "stash":
            clone.ok(way, "--abort")
        clone.ok("checkout", "-qf", "main")
        clone.ok("reset", "-q", "--hard", before)
        clone.git("stash", "drop", "-q")


# What the driver cannot read is git's to merge: the same outcome as without us.
UNREADABLE: dict[str, tuple[bytes, bytes, bytes]] = {
    "not UTF-8": (b"a\n\xff\nb\n", b"a ours\n\xff\nb\n", b"a\n\xff\nb theirs\n"),
    "front matter without an end": (b"---\na: 1\n", b"---\na: 1\nb: 2\nours\n", b"---\na: 1\nc: 3\ntheirs\n"),
    "a key twice": (b"---\na: 1\na: 2\n---\nx\n\ny\n", b"---\na: 1\na: 2\n---\nours\n\ny\n", b"---\na: 1\na: 2\n---\nx\n\ntheirs\n"),
}  # fmt: skip


def test_d14_what_cannot_be_read_is_merged_as_git_does(tmp_path: Path) -> None:
    names = [f"{what}.md" for what in UNREADABLE]
    base, ours, theirs = (dict(zip(names, texts, strict=True)) for texts in zip(*UNREADABLE.values(), strict=True))
    pair = make_pair(tmp_path, base)
    pair.diverge(ours, theirs)
    done = pair.merge()
    assert done.err.count("left to git's own merge") == len(names)
    with_driver = outcome(pair.ours, names)
    assert with_driver[0] == {"front matter without an end.md"}
    pair.ours.ok("merge", "--abort")
    pair.ours.ok("config", DRIVER_KEY, "false")
    (pair.ours.root / ".git/info/attributes").unlink()
    assert pair.merge().code == done.code == 1
    assert with_driver == outcome(pair.ours, names)


def outcome(clone: Clone, names: Sequence[str]) -> tuple[set[str], dict[str, bytes]]:
    """The notes in conflict, and what the others have become."""
    unmerged = clone.unmerged()
    return unmerged, {name: (clone.root / name).read_bytes() for name in names if name not in unmerged}


def test_d14_the_clone_can_tell(pair: Pair, tmp_path: Path) -> None:
    with_python(pair.ours, tmp_path, None)
    state = find_driver_state(pair.ours.root)
    assert state is not None
    assert (state.driver, state.attribute) == ("gone", "vaultnet")
    assert state.interpreter == str(tmp_path / "a venv (old)" / "100%'s python")
