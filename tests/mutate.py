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
from typing import NamedTuple

_ROOT = Path(__file__).parent.parent
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "demo", "dist")
_PATIENCE = 300


class Mutation(NamedTuple):
    """In `file` (below vaultnet/) the text `old`, which stands there once, becomes `new`; then `test` must fail."""

    file: str
    old: str
    new: str
    test: str


_RACES = "tests/storage/test_commit_races.py"
MUTATIONS: dict[str, Mutation] = {
    "fsync of the note": Mutation(
        "storage/temporary.py",
        "        calls.fsync(fd)\n",
        "",
        "tests/promises/test_d04_written_survives.py::test_d4_all_is_on_the_disk_when_the_command_ends[log]",
    ),
    "fsync of its folder": Mutation(
        "storage/replace_note.py",
        "        job.calls.fsync(place.folder)\n        job.recovery.take",
        "        job.recovery.take",
        "tests/promises/test_d04_written_survives.py::test_d4_all_is_on_the_disk_when_the_command_ends[snooze]",
    ),
    "fsync of the journal": Mutation(
        "storage/journal.py",
        "                self.calls.rename(draft, file)\n                self._sync_folder()\n",
        "                self.calls.rename(draft, file)\n",
        "tests/promises/test_d04_written_survives.py::test_d4_all_is_on_the_disk_when_the_command_ends[log]",
    ),
    "compare before": Mutation(
        "storage/write_job.py",
        "    if opened.note.data != job.base:\n",
        "    if False:\n",
        "tests/storage/test_commit.py::test_a_changed_or_vanished_note_is_not_written",
    ),
    "compare after": Mutation(
        "storage/write_job.py",
        "    if read_with_status(Place(place.folder, name), job.calls).note.data != job.base:\n",
        "    if False:\n",
        f"{_RACES}::test_a_save_in_the_last_instant_stays_in_the_note",
    ),
    "swap back": Mutation(
        "storage/replace_note.py",
        "            job.calls.exchange(place.folder, temporary, place.folder, place.name)\n            dispose",
        "            dispose",
        f"{_RACES}::test_a_save_in_the_last_instant_stays_in_the_note",
    ),
    "quiet rule": Mutation(
        "storage/quiet.py",
        "    return watched >= quiet or",
        "    return True or",
        f"{_RACES}::test_a_fresh_save_is_waited_for",
    ),
    "alias guard of the editor": Mutation(
        "text/frontmatter_layout.py",
        '        if node.anchor or node.tag or node.kind == "alias":\n',
        "        if False:\n",
        "tests/text/test_frontmatter_edit.py",
    ),
    "alias guard of the reader": Mutation(
        "text/yaml_guard.py",
        '    if ("&" in block or "*" in block or "!" in block) and _NODE_PROPERTY.search(block):\n',
        "    if False:\n",
        "tests/text/test_yaml_reader_hostile.py",
    ),
    "id of an absorbed tick": Mutation(
        "edits/absorb.py",
        "            if tick.key in read_absorbed(document):\n",
        "            if False:\n",
        "tests/edits/test_absorb.py",
    ),
    "id of a merged line": Mutation(
        "text/three_way/pairing.py",
        "    return found.key if found else None\n",
        "    return None\n",
        "tests/promises/test_d10_absorbed_once.py",
    ),
    "journal first": Mutation(
        "app/apply.py",
        "                _commit(root, change, one, recovery, own, settles_merge=settles_merge)\n",
        "                step.file.rename(step.file.with_suffix('.late'))\n"
        "                _commit(root, change, one, recovery, own, settles_merge=settles_merge)\n"
        "                step.file.with_suffix('.late').rename(step.file)\n",
        "tests/promises/test_d03_whole_files.py::test_d3_killed_between_two_notes",
    ),
    "taking back": Mutation(
        "storage/undo.py",
        "    _take_back(root, journal, step, step.images, recovery)\n",
        "",
        "tests/promises/test_d23_refused_by_the_disk.py::test_d23_the_last_of_several_notes_is_refused",
    ),
    "the next command looks": Mutation(
        "app/settled_scan.py",
        "    if not found.leftovers and not has_unfinished_steps(root):\n",
        "    if True:\n",
        "tests/promises/test_d03_whole_files.py::test_d3_killed_between_two_notes",
    ),
    "sweep of leftovers": Mutation(
        "storage/leftovers.py",
        "                calls.unlink(place.name, dir_fd=place.folder)\n",
        "                pass\n",
        "tests/storage/test_kill.py::test_killed_anywhere_in_a_step",
    ),
    "writers' lock": Mutation(
        "storage/writer_lock.py",
        "    while not take_lock(fd):\n",
        "    while False:\n",
        "tests/storage/test_kill.py::test_the_lock_is_for_one",
    ),
    "vanished notes": Mutation(
        "storage/refresh.py",
        "    if missing > max(_FEW, expected // 10):\n",
        "    if False:\n",
        "tests/storage/test_refresh.py",
    ),
    "faulty notes are not written": Mutation(
        "text/document.py",
        "        return not any(problem.blocks_writing for problem in self.problems)\n",
        "        return True\n",
        "tests/promises/test_d02_broken_notes.py",
    ),
    "inert CSV": Mutation(
        "exchange/csv_cell.py",
        '    return f"\'{text}" if text.startswith(_FORMULA) else text\n',
        "    return text\n",
        "tests/frontends/test_export_tables.py",
    ),
    "trust": Mutation(
        "storage/trust.py",
        "    return _read_trust().get(os.path.realpath(root)) == tree.digest\n",
        "    return True\n",
        "tests/storage/test_trust.py",
    ),
    "private folders": Mutation(
        "storage/state_folder.py",
        "        folder.mkdir(parents=True, exist_ok=True, mode=0o700)\n        if folder.stat().st_mode & 0o077:\n"
        "            folder.chmod(0o700)\n",
        "        folder.mkdir(parents=True, exist_ok=True)\n",
        "tests/storage/test_journal.py::test_everything_is_private",
    ),
    "private journal": Mutation(
        "storage/journal.py",
        "        fd = self.calls.open(draft, _NEW, 0o600)\n",
        "        fd = self.calls.open(draft, _NEW, 0o644)\n",
        "tests/storage/test_journal.py::test_everything_is_private",
    ),
    "seal of the index": Mutation(
        "storage/index.py",
        "    return stamp is None or stamp == _read_seal(path)\n",
        "    return True\n",
        "tests/storage/test_index.py::test_a_damaged_index_is_made_anew",
    ),
}


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
        return f"NOT FOUND in {mutation.file}: say in tests/mutate.py where it is now"
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
