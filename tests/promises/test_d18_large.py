"""Large vaults, deep folders, long notes (D18): every command answers, rightly, and within its memory."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import generate
from tests.frontends.conftest import Cli
from tests.promises.disks import ROOT
from tests.vaults import make_vault

MIB = 2**20
ADA = "---\ntype: contact\nmet: 2020-01-01\n---\n\n## Log\n"


def run(vault: Path, *words: str, most: int = 300) -> dict[str, Any]:
    """A command in a process of its own; what it printed, once its memory is seen to be below `most` MiB."""
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", "2026-06-15", *words, "--json"]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        out, err = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in {0, 1}, (words, err.decode())
    peak = usage.ru_maxrss * 1024 / MIB
    print(f"{' '.join(words)}: {peak:.0f} MiB")
    assert peak < most, (words, peak)
    return dict(json.loads(out))


def deep_path(root: Path, most: int) -> Path:
    """A folder as deep, below root, as its path may be long; made level by level, as no tool could at once."""
    levels, path = 0, root
    while levels < 200 and len(str(path)) + 12 < most:
        path /= f"level {levels}"
        levels += 1
    path.mkdir(parents=True)
    return path


Ask = Callable[..., dict[str, Any]]


def make_large(vault: Path, notes: int, folder: int, megabytes: int) -> int:
    """The vault's usual notes, a folder of very many, one note very deep and one very long; how many that are."""
    written = generate(vault, notes)
    flat = vault / "Flat"
    flat.mkdir()
    for number in range(folder):
        (flat / f"Leaf {number:05}.md").write_text(f"# Leaf\n\nrareword{number}end\n")
    deep = deep_path(vault / "Deep", 4_000)
    (deep / "Zenobia Deep.md").write_text(ADA)
    line = f"- ask {'about the [[Zenobia Deep]] and more words ' * 20}\n"
    (vault / "Lena Long.md").write_text(f"{ADA}- 2026-01-02 call: first\n{line * (megabytes * MIB // len(line) + 1)}")
    return written + folder + 2


def expect_right_answers(vault: Path, ask: Ask, count: int, folder: int) -> None:
    indexed = ask("index")
    assert indexed["notes"] == indexed["added"] == count
    assert ask("index")["added"] == 0
    agenda = ask("agenda")
    assert agenda["changed"]
    assert (vault / str(agenda["note"])).is_file()
    ask("log", "called Zenobia Deep, hello from below")
    (deep,) = vault.rglob("Zenobia Deep.md")
    assert "hello from below" in deep.read_text()
    assert [one["path"] for one in ask("find", f"rareword{folder - 1}end")["notes"]] == [
        f"Flat/Leaf {folder - 1:05}.md"
    ]
    assert "note-too-large" in {one["rule"] for one in ask("check")["problems"]}
    assert ask("due")["contacts"]


def test_d18_a_deep_folder_a_full_one_and_a_long_note(tmp_path: Path, cli: Cli) -> None:
    vault = tmp_path / "vault"
    count = make_large(vault, 60, 150, 2)
    expect_right_answers(vault, lambda *words: json.loads(cli(vault, *words, "--json").out), count, 150)
    refused = cli(vault, "log", "called Lena Long, a word")
    assert (refused.code, "a word" in refused.err) == (6, True)  # too long to be written to: the line to paste


@pytest.mark.soak
def test_d18_a_hundred_thousand_notes_are_read_and_written_within_their_memory(tmp_path: Path) -> None:
    """And a folder of 50,000, 200 levels of folders, a note of 10 MB: each command below 300 MiB."""
    vault = tmp_path / "vault"
    count = make_large(vault, 50_000, 50_000, 10)
    expect_right_answers(vault, partial(run, vault), count, 50_000)


def test_d18_folders_deeper_than_a_path_may_be_are_told_and_the_rest_goes_on(tmp_path: Path, cli: Cli) -> None:
    """Below PATH_MAX a folder can be made step by step; no path leads there."""
    vault = make_vault(tmp_path / "vault", "== Ada.md\n---\ntype: contact\n---\n")
    here = os.open(vault, os.O_RDONLY)
    for _ in range(22):
        os.mkdir("d" * 200, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    problems = cli(vault, "check", "--json").json()["problems"]
    assert [one["rule"] for one in problems].count("folder-unreadable") == 1
    assert cli(vault, "log", "called Ada").code == 0
