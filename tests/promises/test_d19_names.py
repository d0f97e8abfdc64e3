r"""Names (D19): new ones are portable; old ones are found by their exact bytes first, then folded; twins are told."""

import os
import unicodedata
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.promises.disks import fuse_disk
from tests.vaults import make_vault, snapshot

NFC, NFD = unicodedata.normalize("NFC", "Renée"), unicodedata.normalize("NFD", "Renée")
# What a person may type, or an import bring, and what the file is called then ("" where no letter is left of it).
NAMES = {
    "AC/DC": "AC DC", "a\\b": "a b", "What? <i>": "What i", 'The "Boss"': "The Boss", "A|B": "A B", "A: B*": "A B",
    "C#": "C", "A^B": "A B", "[[Link]]": "Link", "100%%": "100", "CON": "CON_", "nul": "nul_", "COM1": "COM1_",
    "lpt9.txt": "lpt9_.txt", "Aux. Smith": "Aux_. Smith", ".hidden": "hidden", "...dots...": "dots", " spaced ": "spaced",
    "-dash": "-dash", "Anna\u202enosaM": "AnnanosaM", "Zero\u200bWidth": "ZeroWidth", "Bom\ufeffName": "BomName",
    "line\nbreak": "line break", "tab\there": "tab here", "bell\a": "bell", NFD: NFC, "😀 Grin": "😀 Grin",
    "李小龍": "李小龍", "Ａda": "Ａda", "a" * 300: "a" * 189, "é" * 150: "é" * 94, "😀" * 80: "😀" * 47, "// ..": "",
}  # fmt: skip
_FORBIDDEN = set('<>:"/\\|?*#^[]')


def expect_portable(path: Path) -> None:
    name = path.name
    assert unicodedata.is_normalized("NFC", name), name
    assert len(name.encode()) <= 200, name
    assert not _FORBIDDEN & set(name), name
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in name), name
    assert name == name.strip(" .-") or name.startswith("-"), name
    assert not path.stem.endswith((" ", ".")), name


def made(vault: Path, before: set[Path]) -> set[Path]:
    return {file for file in vault.rglob("*.md") if file not in before}


def test_d19_new_names_are_portable_whoever_makes_them(tmp_path: Path, cli: Cli) -> None:
    """`import` all at once, `new`, `log` with a stub and `rename` some of them; nothing lands anywhere else."""
    vault = make_vault(tmp_path / "vault", "== Ada.md\n---\ntype: contact\n---\n")
    table = tmp_path / "people.csv"
    rows = ['"' + name.replace('"', '""') + '"\n' for name in NAMES if "\n" not in name]
    table.write_text("Name\n" + "".join(rows))
    assert cli(vault, "import", "csv", str(table), "--apply").code == 0
    imported = made(vault, {vault / "Ada.md"})
    assert len(imported) >= 24  # the rest are the same person twice, and are told as such
    odd = ("CON", "AC/DC", NFD, "Zero\u200bWidth", "Anna\u202enosaM")
    for number, name in enumerate(odd):
        assert cli(vault, "log", f"called **{name} {number}**").code == 0, name
        assert cli(vault, "new", "contact", f"{name} x{number}").code == 0, name
    for path in made(vault, {vault / "Ada.md"}):
        expect_portable(path)
    assert not [path for path in tmp_path.rglob("*.md") if vault not in path.parents]
    folded = [unicodedata.normalize("NFC", path.name).casefold() for path in made(vault, set())]
    assert len(folded) == len(set(folded))  # none would overwrite another on a disk that knows no case
    for name, portable in (("CON", "CON_"), ("A: B", "A B"), (NFD, "")):
        done = cli(vault, "rename", "Ada", name)
        assert (done.code == 2 and portable in done.err) if portable else (done.code in {0, 2}), done.err
    assert cli(vault, "check").code in {0, 1}


OLD = ("😀 Grin.md", "李小龍.md", "-dash.md", " blank.md", "Ａda.md", "\u202eBidi.md", "Zero\u200bWidth.md", "CON.md",
       "colon: it.md", "UPPER.MD", "trailing .md", "per%cent.md", "C#.md", "[b].md", "long" + "x" * 248 + ".md")  # fmt: skip


def test_d19_notes_of_any_old_name_are_read_written_and_undone(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\n")
    for number, name in enumerate(OLD):
        (vault / name).write_text(f"---\ntype: contact\nuid: 4711-{number}\n---\n\n## Log\n")
    before = snapshot(vault)
    for number, name in enumerate(OLD):
        done = cli(vault, "log", "called, all well", "--who", f"4711-{number}")
        assert done.code == 0, (name, done.err)
        assert "all well" in (vault / name).read_text()
    assert "\u202e" not in cli(vault, "due", "--all").out
    assert cli(vault, "agenda").code == 0
    assert cli(vault, "undo", str(len(OLD) + 1)).code == 0
    assert _bytes(snapshot(vault)) == _bytes(before)


def _bytes(files: dict[str, tuple[bytes, int]]) -> dict[str, bytes]:
    return {path: data for path, (data, _) in files.items()}


def test_d19_a_name_of_255_bytes_is_refused_where_it_cannot_grow(tmp_path: Path, cli: Cli) -> None:
    name = "n" * 252
    vault = make_vault(tmp_path / "vault", f"== {name}.md\n---\ntype: contact\nuid: 4711-a\n---\n")
    assert cli(vault, "rename", "4711-a", "é" * 126).code == 2  # longer than portable: said, with what would do
    assert cli(vault, "rename", "4711-a", "Nora").code == 0
    assert cli(vault, "undo").code == 0
    assert [path.name for path in vault.glob("*.md")] == [f"{name}.md"]


TWINS = f"""
    == Ada.md
    ---
    type: contact
    ---
    == ada.md
    ---
    type: contact
    tier: close
    ---
    == {NFC}.md
    ---
    type: contact
    ---
    == {NFD}.md
    ---
    type: contact
    tier: close
    ---
    == Links.md
    [[Ada]] [[ada]] [[{NFC}]] [[{NFD}]]
"""


def test_d19_twins_are_told_and_never_merged(tmp_path: Path, cli: Cli) -> None:
    """On this disk they are two notes: each link means the one it spells, and a link in another case the first."""
    vault = make_vault(tmp_path / "vault", TWINS)
    twins = [one for one in cli(vault, "check", "--json").json()["problems"] if one["rule"] == "name-twins"]
    assert len(twins) == 2
    before = snapshot(vault)
    ambiguous = cli(vault, "log", "called Ada")
    assert (ambiguous.code, "ada.md" in ambiguous.err) == (4, True)
    assert cli(vault, "rename", "Ada.md", "ADA").code in {2, 4}
    assert snapshot(vault) == before
    assert cli(vault, "log", "called, the small one", "--who", "ada.md").code == 0
    assert "the small one" in (vault / "ada.md").read_text()
    assert (vault / "Ada.md").read_bytes() == before["Ada.md"][0]


def test_d19_bytes_that_are_no_letters_are_left_out_and_told(tmp_path: Path, cli: Cli) -> None:
    vault = make_vault(tmp_path / "vault", "== Ada.md\n---\ntype: contact\n---\n")
    os.close(os.open(os.fsencode(vault) + b"/Ren\xe9.md", os.O_CREAT | os.O_WRONLY))
    Path(os.fsdecode(os.fsencode(vault) + b"/Caf\xe9")).mkdir()
    problems = [one["rule"] for one in cli(vault, "check", "--json").json()["problems"]]
    assert problems.count("name-not-utf8") == 2
    assert cli(vault, "agenda").code == 0


@pytest.mark.soak
def test_d19_on_a_disk_that_knows_no_case_and_no_composed_letters(tmp_path: Path, cli: Cli) -> None:
    """A real one: APFS and NTFS fold the case, HFS+ decomposes too. Every name is written, found, renamed, undone."""
    with fuse_disk(tmp_path, "fold") as place:
        vault = make_vault(place / "vault", "== vaultnet.toml\n")
        count = 0
        for name in {name.casefold(): name for name in NAMES.values() if name}.values():
            made = cli(vault, "new", "contact", "--", name)
            if len(unicodedata.normalize("NFD", f"{name}.md").encode()) > 255:  # composed it would have had room
                assert (made.code, "too long for this file system" in made.err) == (7, True), made.err
                continue
            assert made.code == 0, (name, made.err)
            again = cli(vault, "new", "contact", "--", name.swapcase())
            assert again.code == 2, again.out
            done = cli(vault, "log", f"called [[{name}]], word{count}end")
            assert done.code == 0, (name, done.err)
            new = f"{name[:40]} Was {count}"
            assert cli(vault, "rename", "--", name, new).code == 0, name
            assert cli(vault, "rename", "--", new, new.swapcase()).code in {0, 2}, name  # a ß has no way back
            count += 1
        notes = list(vault.rglob("*.md"))
        assert sum(f"word{number}end" in note.read_text() for note in notes for number in range(count)) >= count
        assert cli(vault, "undo", "3").code == 0
        assert not [one for one in cli(vault, "check", "--json").json()["problems"] if one["rule"] == "name-twins"]
        assert not list(vault.rglob(".vn~*"))
        print(f"\n{count} names on a folding disk")
