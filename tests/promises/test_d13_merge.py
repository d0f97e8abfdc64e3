"""D13, in process: random notes, random edits on two sides, merged by meaning. (`test_d13_two_clones` does it with git.)

What is asked of each merge stands in `tests/text/three_way/asked_of_merges.py`: no line lost, none twice, none back;
different changes never disputed; commutative, idempotent; the front matter reads; no touch twice (D10).
"""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.model.notes import read
from tests.text.three_way.asked_of_merges import ask_of_merge
from tests.text.three_way.drawn_notes import TOKEN, draw_edits, draw_note
from vaultnet.text.three_way.merge_versions import merge_versions


@pytest.mark.parametrize("count", [pytest.param(20_000, marks=pytest.mark.soak)])
def test_d13_random_merges_lose_nothing(count: int) -> None:
    """The lean one is in `tests/text/three_way/test_merge_properties.py`."""
    disputed = sum(ask_of_merge(Random(seed)) for seed in range(count))
    sys.stdout.write(
        f"\nD13: {count} merges both ways and again, {disputed} with conflicts, 0 losses, 0 needless conflicts\n"
    )
    assert disputed < count // 10


@pytest.mark.parametrize("count", [20, pytest.param(500, marks=pytest.mark.soak)])
def test_d13_git_merges_lines_and_we_merge_notes(count: int, tmp_path: Path) -> None:
    """The same versions through `git merge-file`, once as it is and once with `--union`."""
    ours = plain = garbled = 0
    for seed in range(count):
        random = Random(seed)
        base = draw_note(random)
        texts = base.text, draw_edits(base, random, "o").text, draw_edits(base, random, "t").text
        merged = merge_versions(*texts)
        ours += bool(merged.conflicts)
        plain += "<<<<<<< " in _git(tmp_path, *texts)
        union = TOKEN.findall(_git(tmp_path, *texts, "--union"))
        garbled += not merged.conflicts and sorted(union) != sorted(TOKEN.findall(merged.text))
    sys.stdout.write(
        f"\nD13: of {count} merges {ours} disputed by us, {plain} by git; union changed the meaning of {garbled}\n"
    )
    assert ours < plain


def _git(folder: Path, base: str, ours: str, theirs: str, *options: str) -> str:
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    command = ["git", "merge-file", "-p", *options, "ours", "base", "theirs"]
    answer = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return answer.stdout.decode("utf-8")


def test_d10_absorbed_on_two_machines_is_one_touch() -> None:
    """Each machine absorbs the same tick, one of them another tick too, and both write beneath the line."""
    base = "---\ntype: contact\n---\n# Ada\n\n## Log\n\n- 2026-03-01 call: began\n"
    tick = "- 2026-05-02 coffee: about the talk ^vn-3f2a9c41-b7d0e812\n"
    ours = base.replace("- 2026-03", f"{tick}  - she was early\n- 2026-03")
    theirs = base.replace("- 2026-03", f"- 2026-05-03 email to: thanks ^vn-77aa0101-0badcafe\n{tick}- 2026-03")
    merged = merge_versions(base, ours, theirs)
    assert not merged.conflicts
    assert [touch.date for touch in read(merged.text).touches] == ["2026-05-03", "2026-05-02", "2026-03-01"]
    assert "  - she was early" in merged.text
