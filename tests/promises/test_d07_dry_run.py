"""D7, D8 and D6 for every command that writes: its dry run is its real run, a second run writes nothing, and `undo`
takes back all of it.
"""

import os
import random
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.writing_commands import BEFORE, COMMANDS, DAY, OUTSIDE, make_written
from tests.vaults import snapshot

_STEPS = sorted(set(COMMANDS) - OUTSIDE)
# What is forgotten must be gone from the journal too; a file outside the vault is in none; an undo is not redone.
_NOT_UNDONE = {"forget", "undo", *OUTSIDE}
_WRITTEN_EACH_TIME = {"import plan"}  # a file that the person named, made anew


@pytest.mark.parametrize("name", _STEPS)
def test_d7_the_dry_run_is_the_real_run(cli: Cli, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, words = _prepared(cli, tmp_path, name)
    before, kept = snapshot(tmp_path), _kept_elsewhere()
    monkeypatch.setattr(os, "urandom", random.Random(7).randbytes)
    shown = cli(vault, *[word for word in words if word not in {"--apply", "--yes"}], "--dry-run", today=DAY)
    assert shown.code in {0, 1}, shown.err
    assert (snapshot(tmp_path), _kept_elsewhere()) == (before, kept)
    monkeypatch.setattr(os, "urandom", random.Random(7).randbytes)
    assert cli(vault, *words, today=DAY).code in {0, 1}
    after = _texts(snapshot(tmp_path))
    assert after != _texts(before)
    assert apply_diff(shown.out, _texts(before)) == after


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"labels", "example"}))
def test_d8_the_second_run_writes_nothing(cli: Cli, tmp_path: Path, name: str) -> None:
    """And what the first one wrote can be taken back, to the byte (D6)."""
    vault, words = _prepared(cli, tmp_path, name)
    before = snapshot(tmp_path)
    assert cli(vault, *words, today=DAY).code in {0, 1}
    after = snapshot(tmp_path)
    cli(vault, *words, today=DAY)  # what was renamed is not found any more, what is there already is refused
    if name in _WRITTEN_EACH_TIME:
        assert _texts(snapshot(tmp_path)) == _texts(after)
    else:
        assert snapshot(tmp_path) == after
    if name not in _NOT_UNDONE:
        undone = cli(vault, "undo", today=DAY)
        assert undone.code == 0, undone.err
        assert _texts(snapshot(tmp_path)) == _texts(before)


def _prepared(cli: Cli, folder: Path, name: str) -> tuple[Path, list[str]]:
    vault = make_written(folder)
    assert cli(vault, *BEFORE.get(name, ("index",)), today=DAY).code == 0
    if name == "absorb":
        page = vault / "Daily" / "2026-06-15.md"
        page.write_text(page.read_text().replace("- [ ] ", "- [x] ", 2))
        cli(vault, "index", today=DAY)
    return vault, [word.format(outside=folder / "outside") for word in COMMANDS[name]]


def _texts(found: dict[str, tuple[bytes, int]]) -> dict[str, str]:
    return {path.removeprefix("vault/"): data.decode("utf-8", "replace") for path, (data, _) in found.items()}


def _kept_elsewhere() -> dict[str, tuple[bytes, int]]:
    """What vaultnet keeps outside the vault, but for the index: that is brought up to date by whoever reads."""
    return {
        f"{kind} {path}": found
        for kind in ("STATE", "CONFIG", "DATA")
        for path, found in snapshot(Path(os.environ[f"XDG_{kind}_HOME"])).items()
        if not path.rpartition("/")[2].startswith("lock-")
    }


def apply_diff(diff: str, texts: dict[str, str]) -> dict[str, str]:
    """The files after a unified diff; every line of it must be where it says."""
    result, lines = dict(texts), diff.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith("--- ")), len(lines))
    while at < len(lines) and lines[at].startswith("--- "):
        old, new = lines[at][4:].rstrip("\n"), lines[at + 1][4:].rstrip("\n")
        at += 2
        source = [] if old == "/dev/null" else result.pop(old[2:]).splitlines(keepends=True)
        made: list[str] = []
        taken = 0
        while at < len(lines) and lines[at].startswith("@@"):
            first = int(lines[at].split()[1][1:].partition(",")[0])
            count = lines[at].split()[1].partition(",")[2]
            made += source[taken : max(0, first - (count != "0"))]
            taken = max(taken, first - (count != "0"))
            at += 1
            while at < len(lines) and lines[at][:1] in {" ", "-", "+", "\\"} and not lines[at].startswith("--- "):
                sign, text = lines[at][0], lines[at][1:]
                if sign == "\\":
                    made[-1:] = [made[-1].rstrip("\n")] if lines[at - 1][0] != "-" else made[-1:]
                elif sign != "+":
                    assert source[taken].rstrip("\n") == text.rstrip("\n"), (old, taken)
                    taken += 1
                if sign in {" ", "+"}:
                    made.append(text)
                at += 1
        if new != "/dev/null":
            result[new[2:]] = "".join(made + source[taken:])
    return result
