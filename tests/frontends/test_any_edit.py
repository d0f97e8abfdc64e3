"""Whatever was edited, a command answers as if there had never been an index, nor a remembered page (promise D12)."""

import shutil
import time
from pathlib import Path
from random import Random

import pytest

from tests.frontends.conftest import Cli, Result
from tests.frontends.edits_of_a_day import Edits
from vaultnet.storage import compare

_LINES = (
    ("agenda", "--dry-run"), ("agenda", "--stdout"), ("agenda", "tomorrow", "--json", "--dry-run"), ("due", "--json"),
    ("find", "coffee"), ("find", "new"), ("find", "type=contact", "sort:-last"), ("log", "coffee with Ada", "--dry-run"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("seed", "steps"), [(1, 3), *(pytest.param(seed, 100, marks=pytest.mark.soak) for seed in range(2, 5))]
)
def test_d12_every_answer_is_that_of_a_fresh_index(
    seed: int, steps: int, example: Path, tmp_path: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(seed)
    edits = Edits(example, random)
    done: list[str] = []

    def fresh(vault: Path, *words: str, today: str) -> Result:
        with monkeypatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(tmp_path / "fresh"))
            return cli(vault, *words, today=today)

    for _ in range(steps):
        done += [edits.one() for _ in range(random.choice([1, 1, 2]))]
        today = random.choice(["2026-06-15", "2026-06-15", "2026-06-16"])
        with monkeypatch.context() as patch:
            if random.random() < 0.4:  # so late that stamps alone must tell
                time.sleep(0.012)
                patch.setattr(compare, "_RACY", 8_000_000)
            for line in random.sample(_LINES, 2):
                assert cli(example, *line, today=today) == fresh(example, *line, today=today), (line, done)
            copy = shutil.copytree(example, tmp_path / "copy", symlinks=True)
            assert cli(example, "agenda", today=today) == fresh(copy, "agenda", today=today), done
            assert _texts(example) == _texts(copy), done
            for line in (("agenda",), ("agenda", "--dry-run")):
                cli(example, *line, today=today)  # nothing is left to write, so that the page is remembered
        shutil.rmtree(tmp_path / "fresh")
        shutil.rmtree(copy)
    print(f"{len(done)} edits, every answer as of a fresh index")  # noqa: T201  (the counts of a soak)


def _texts(vault: Path) -> dict[str, bytes]:
    return {str(path.relative_to(vault)): path.read_bytes() for path in vault.rglob("*") if path.is_file()}
