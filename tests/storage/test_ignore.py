"""gitignore patterns, checked against git itself."""

import subprocess
import time
from pathlib import Path

import pytest

from vaultnet.storage.ignore import compile_ignore, ignore_nothing

CASES = [
    ("Archive/", "Archive", True, True),
    ("Archive/", "Archive", False, False),
    ("Archive/", "Old/Archive", True, True),
    ("*.tmp.md", "a/b/c.tmp.md", False, True),
    ("*.tmp.md", "a/b/c.md", False, False),
    ("/Top.md", "Top.md", False, True),
    ("/Top.md", "a/Top.md", False, False),
    ("a/b.md", "a/b.md", False, True),
    ("a/b.md", "x/a/b.md", False, False),
    ("**/b.md", "b.md", False, True),
    ("**/b.md", "x/a/b.md", False, True),
    ("a/**", "a", True, False),
    ("a/**", "a/x/y.md", False, True),
    ("a/**/b.md", "a/b.md", False, True),
    ("a/**/b.md", "a/x/y/b.md", False, True),
    ("a/**/b.md", "a/x/y/c.md", False, False),
    ("a/**/b/**/c.md", "a/b/x/b/c.md", False, True),
    ("a/*/c.md", "a/b/c.md", False, True),
    ("a/*/c.md", "a/b/b/c.md", False, False),
    ("?.md", "é.md", False, True),
    ("?.md", "ab.md", False, False),
    ("[a-c].md", "b.md", False, True),
    ("[!a-c].md", "b.md", False, False),
    ("[!a-c].md", "d.md", False, True),
    (r"\!a.md", "!a.md", False, True),
    (r"\#a.md", "#a.md", False, True),
    (r"a\*.md", "a*.md", False, True),
    (r"a\*.md", "ab.md", False, False),
    (r"a\[.md", "a[.md", False, True),
    ("#a.md", "#a.md", False, False),
    ("", "a.md", False, False),
    ("/", "a.md", False, False),
    ("!", "a.md", False, False),
    ("**", "a.md", False, True),
    ("a.md   ", "a.md", False, True),
    ("a.md\\ ", "a.md ", False, True),
    ("A.md", "a.md", False, False),
    ("a+b(c).md", "a+b(c).md", False, True),
]


@pytest.mark.parametrize(("pattern", "path", "is_folder", "expected"), CASES)
def test_one_pattern(pattern: str, path: str, is_folder: bool, expected: bool) -> None:
    assert compile_ignore([pattern])(path, is_folder=is_folder) is expected


def test_git_says_the_same(tmp_path: Path) -> None:
    for number, (pattern, path, is_folder, expected) in enumerate(CASES):
        if (
            path.endswith(" ") or not path.isascii()
        ):  # git counts bytes where we count letters, and quotes what it prints
            continue
        root = tmp_path / str(number)
        subprocess.run(["git", "init", "-q", str(root)], check=True)
        (root / ".git/info/exclude").write_text(f"{pattern}\n")
        (root / path if is_folder else (root / path).parent).mkdir(parents=True, exist_ok=True)
        answer = subprocess.run(["git", "-C", str(root), "check-ignore", "-q", "--", path], check=False)
        assert (answer.returncode == 0) is expected, (pattern, path)


def test_the_last_match_decides() -> None:
    is_ignored = compile_ignore(["*.md", "!Keep.md", "# comment", "Keep.md/"])
    assert is_ignored("a.md", is_folder=False)
    assert not is_ignored("x/Keep.md", is_folder=False)
    assert is_ignored("Keep.md", is_folder=True)
    assert not ignore_nothing("a.md", is_folder=False)


@pytest.mark.parametrize("pattern", ["*a" * 120 + "b", "/" + "**/" * 60 + "b", "/" + "**/a/" * 40 + "b", "[" * 250])
def test_hostile_patterns_end(pattern: str) -> None:
    is_ignored = compile_ignore([pattern])
    start = time.perf_counter()
    is_ignored("a" * 250, is_folder=False)
    is_ignored("/".join("a" * 120), is_folder=False)
    assert time.perf_counter() - start < 1
