"""The harness of the long tests: it names all that is missing, tells what was counted, and leaves nothing behind."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.soaking.machine import mounted_below, unchanged
from tests.soaking.report import Counted, render_table
from tests.soaking.tools import PACKAGES, need

ROOT = Path(__file__).parent.parent.parent


def test_all_that_is_missing_is_named_at_once(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "tests.soaking.tools"]
    done = subprocess.run(line, env={"PATH": str(tmp_path)}, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert [tool for tool in PACKAGES if f"  {tool}: apt-get install {PACKAGES[tool]}\n" not in done.stderr] == []


def test_one_test_by_itself_fails_and_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.fail.Exception, match="strace: apt-get install strace"):
        need("strace")


def test_every_tool_that_a_test_needs_has_its_package() -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py")]
    named = {tool for text in texts for words in re.findall(r"\bneed\((\"[^)]*)\)", text) for tool in _words(words)}
    assert "strace" in named
    assert named <= PACKAGES.keys()


def _words(arguments: str) -> list[str]:
    return re.findall(r'"([^"]+)"', arguments)


def test_what_was_counted_stands_below_its_test() -> None:
    rows = [
        Counted("tests/a.py::test_two[x]", "passed", 2.0, ["20 rounds, 0 lost"]),
        Counted("tests/a.py::test_one", "passed", 61.6, ["3 cuts", "none torn"]),
        Counted("tests/a.py::test_two[y]", "failed", 1.2, []),
    ]
    assert render_table(rows).splitlines() == [
        "tests/a.py::test_one  1 passed  62 s",
        "    3 cuts",
        "    none torn",
        "tests/a.py::test_two  1 failed, 1 passed  3 s",
        "    20 rounds, 0 lost",
        "    FAILED tests/a.py::test_two[y]",
    ]


@pytest.mark.soak
@pytest.mark.alone
def test_what_a_killed_test_leaves_behind_is_told_and_taken_away(tmp_path: Path) -> None:
    need("mount", "losetup", "umount")
    place, image = tmp_path / "a place", tmp_path / "image"
    place.mkdir()
    image.write_bytes(bytes(1 << 20))
    limit = Path("/proc/sys/fs/inotify/max_user_watches")
    kept = limit.read_text()
    with unchanged(tmp_path) as left:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(place)], check=True)
        subprocess.run(["losetup", "-f", str(image)], check=True)
        subprocess.run(["sysctl", "-q", "-w", f"fs.inotify.max_user_watches={int(kept) - 1}"], check=True)
    assert [line.partition(":")[0] for line in left.found] == ["mounted", "loop device", "limit"]
    assert (mounted_below(tmp_path), limit.read_text()) == ([], kept)
    assert str(image) not in subprocess.run(["losetup", "-a"], capture_output=True, text=True, check=True).stdout
    print("\na mount, a loop device and a limit were put back")
