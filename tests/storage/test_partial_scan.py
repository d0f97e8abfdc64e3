"""A look at a few folders finds what a walk over everything finds, or says that it cannot tell."""

import os
import random
import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vaults import make_vault
from vaultnet.storage.ignore import compile_ignore
from vaultnet.storage.partial_scan import scan_folders
from vaultnet.storage.scan import scan
from vaultnet.storage.scanned import Scan

IGNORE = compile_ignore(["Old/", "*.tmp.md"])
VAULT = """
    == a.md
    == People/Ada.md
    == People/Inner/Bob.md
    == People/Inner/Deep/Cleo.md
    == Old/Dora.md
    == Old/Inner/Eve.md
    == Other/Finn.orig
    == Other/Gus.markdown
"""


def _known(found: Scan) -> tuple[dict[str, int], dict[str, int]]:
    digests = {folder: found.digest(folder) for folder in found.folders}
    return digests, {folder: len(files) for folder, files in found.folders.items()}


def _edit(vault: Path, chance: random.Random, number: int) -> set[str]:
    """Something in a folder; the folders that a watcher would call dirty."""
    folder = chance.choice(sorted(place for place in (vault, *vault.rglob("*")) if place.is_dir()))
    here = "" if folder == vault else folder.relative_to(vault).as_posix()
    notes = [file for file in folder.iterdir() if file.is_file() and file.name != "vaultnet.toml"]
    match chance.randrange(5):
        case 0:
            (folder / f"New {number}.md").write_text("x\n")
        case 1 if notes:
            notes[0].unlink()
        case 2 if notes:
            notes[0].write_text(f"{number}\n")
        case 3:
            (folder / f"Folder {number}" / "Inner").mkdir(parents=True)
            (folder / f"Folder {number}" / "Inner" / f"n{number}.md").write_text("x\n")
        case 4 if here:
            shutil.rmtree(folder)
            return {here, here.rpartition("/")[0]}
        case _:
            pass
    return {here}


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.integers(1, 5))
def test_a_look_at_the_dirty_folders_is_a_walk(seed: int, edits: int) -> None:
    chance = random.Random(seed)
    vault = make_vault(Path(os.environ["XDG_CACHE_HOME"]) / f"v{seed}-{edits}", VAULT)
    digests, files = _known(scan(vault, IGNORE))
    dirty = set().union(*(_edit(vault, chance, number) for number in range(edits)))
    partial, whole = scan_folders(vault, IGNORE, digests, files, dirty), scan(vault, IGNORE, known=digests)
    shutil.rmtree(vault)
    assert partial is not None
    assert partial.folders | dict.fromkeys(partial.unchanged) == {
        folder: None if folder in partial.unchanged else found for folder, found in whole.folders.items()
    } | dict.fromkeys(whole.unchanged)
    assert partial.file_count() == whole.file_count()


def test_files_of_several_names_are_for_a_walk(vault: Path) -> None:
    (vault / "People").mkdir()
    (vault / "People" / "Ada.md").write_text("a\n")
    digests, files = _known(scan(vault, IGNORE))
    assert scan_folders(vault, IGNORE, digests, files, {"People"}) is not None
    (vault / "Second.md").symlink_to("People/Ada.md")
    assert scan_folders(vault, IGNORE, digests, files, {""}) is None
    (vault / "Second.md").unlink()
    os.link(vault / "People" / "Ada.md", vault / "Third.md")
    assert scan_folders(vault, IGNORE, digests, files, {""}) is None


def test_a_note_that_could_not_be_read_to_the_end_is_looked_at_again(vault: Path) -> None:
    (vault / "Ada.md").write_text("a\n")
    digests, files = _known(scan(vault, IGNORE))
    found = scan_folders(vault, IGNORE, {**digests, "": -1}, files, ())
    assert found is not None
    assert list(found.folders) == [""]
