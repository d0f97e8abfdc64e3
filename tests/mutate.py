"""`make mutate`: takes away one safeguard at a time, in a copy of the tree, and asks that a named test turn red.

    python -m tests.mutate                   all of them, with a table of what each turned red
    python -m tests.mutate fsync quiet       these

Fails where a safeguard is not found in the source any more, where its test does not pass before, and above all where
a test stays green without it: then nobody would notice its loss.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutations import MUTATIONS, Mutation

_ROOT = Path(__file__).parent.parent
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "demo", "dist")
_PATIENCE = 300


def main(wanted: list[str]) -> int:
    """How many safeguards nobody would miss."""
    chosen = {name: one for name, one in MUTATIONS.items() if not wanted or any(word in name for word in wanted)}
    unnoticed = 0
    with TemporaryDirectory(prefix="vaultnet-mutate-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(_ROOT, tree, ignore=_LEFT_OUT)
        before = _run(tree, sorted({one.test for one in chosen.values()}))
        if before:
            print(f"These are red before anything is taken away:\n{before}")
            return 1
        for name, mutation in chosen.items():
            said = _without(tree, mutation)
            unnoticed += said.startswith("NOT")
            print(f"{name:30} {said}", flush=True)
    print(f"{len(chosen)} safeguards taken away, {len(chosen) - unnoticed} noticed.")
    return 1 if unnoticed else 0


def _without(tree: Path, mutation: Mutation) -> str:
    file = tree / "vaultnet" / mutation.file
    text = file.read_text(encoding="utf-8")
    if text.count(mutation.old) != 1:
        return f"NOT FOUND in {mutation.file}: say in tests/mutations.py where it is now"
    try:
        file.write_text(text.replace(mutation.old, mutation.new), encoding="utf-8")
        red = _run(tree, [mutation.test])
    finally:
        file.write_text(text, encoding="utf-8")
    return f"red: {red.splitlines()[0]}" if red else f"NOT NOTICED by {mutation.test}"


def _run(tree: Path, tests: list[str]) -> str:
    """The tests that fail, one a line; "" if none does."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    if done.returncode == 0:
        return ""
    failed = [
        line.split(" - ")[0].removeprefix("FAILED ") for line in done.stdout.splitlines() if line.startswith("FAILED")
    ]
    return "\n".join(failed) or (done.stdout + done.stderr)[-1500:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
