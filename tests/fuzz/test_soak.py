"""Hostile bytes at every door, at length: atheris looks for inputs that lead somewhere new (reference R6).

Each target runs VAULTNET_FUZZ_SECONDS (8 if unset: all of them together about 8 x 30 s). What is found is kept, and
belongs into tests/fuzz/seeds/.
"""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
_SECONDS = int(os.environ.get("VAULTNET_FUZZ_SECONDS", "8"))
_COUNT = re.compile(r"number_of_executed_units:\s+([0-9]+)")


@pytest.mark.soak
def test_r6_atheris_is_here() -> None:
    """Missing is a failure, never a reason to look away."""
    assert importlib.util.find_spec("atheris"), (
        "make soak needs atheris: pip install -c constraints.txt 'vaultnet[soak]'"
    )


@pytest.mark.soak
@pytest.mark.parametrize("name", TARGETS)
def test_r6_whatever_atheris_makes_is_read_or_refused(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz.explore", name, str(_SECONDS), str(tmp_path)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=_SECONDS * 4 + 120, check=False)
    told = (child.stderr + child.stdout).decode("utf-8", "replace")
    found = {file.name: file.read_bytes()[:2_000] for file in tmp_path.glob("found-*")}
    assert child.returncode == 0, f"{found}\n{told[-3_000:]}"
    count = _COUNT.search(told)
    assert count is not None, told[-3_000:]
    print(f"\n{name}: {int(count[1]):,} executions in {_SECONDS} s")  # noqa: T201  (a soak says its counts)
