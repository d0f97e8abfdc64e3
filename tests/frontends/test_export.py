"""`vaultnet export`: who leaves, what of them, and where it lies."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

ADA = "7c9e6679-7425-4de9-944b-e07fc1f90ae7"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(
        tmp_path / "vault",
        f"""
        == People/Ada Example.md
        ---
        type: contact
        uid: {ADA}
        email: ada@example.com
        role: Engineer
        birthday: 04-17
        tags: [person, mentor]
        tier: close
        audience: work
        knows: ["[[Secret Sam]]", "[[Ben Byron]]"]
        introduced-by: "[[Sam]]"
        vcard-extra:
          - "GENDER:F"
          - "X-ASSISTANT:Secret Sam"
        ---
        Knows [[Ben Byron|Ben]] well.

        <!-- vaultnet:brief -->
        generated
        <!-- /vaultnet:brief -->

        ## Facts
        - 2026-01-01 salary: a secret

        ## Log
        - 2026-05-02 call: about the flat
        == People/Ben Byron.md
        ---
        type: contact
        updated: 2026-03-04
        ---
        == People/Cleo Family.md
        ---
        type: contact
        uid: c1
        audience: family
        birthday: 1980-02-03
        phone: "+31 6 5550103"
        tier: inner
        ---
        == People/Dora Public.md
        ---
        type: contact
        uid: d1
        audience: public
        ---
        == People/Eve Gone.md
        ---
        type: contact
        uid: e1
        status: deceased
        ---
        == People/Secret Sam.md
        ---
        type: contact
        aliases: [Sam]
        uid: s1
        private: true
        audience: public
        ---
        """,
    )


def names(cards: str) -> list[str]:
    return [line[3:] for line in cards.split("\r\n") if line.startswith("FN:")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ["Ada Example", "Ben Byron", "Cleo Family", "Dora Public"]),
        (("--all",), ["Ada Example", "Ben Byron", "Cleo Family", "Dora Public", "Eve Gone"]),
        (("status=deceased",), ["Eve Gone"]),
        (("tag:mentor",), ["Ada Example"]),
        (("--audience", "self"), ["Ada Example", "Ben Byron", "Cleo Family", "Dora Public"]),
        (("--audience", "work"), ["Ada Example", "Dora Public"]),
        (("--audience", "family"), ["Cleo Family", "Dora Public"]),
        (("--audience", "public"), ["Dora Public"]),
        (("name:secret",), []),
    ],
    ids=str,
)
def test_who_leaves(cli: Cli, vault: Path, words: tuple[str, ...], expected: list[str]) -> None:
    assert names(cli(vault, "export", "vcard", *words, "--dry-run", "--json").json()["text"]) == expected


def test_what_leaves_with_them(cli: Cli, vault: Path) -> None:
    own = cli(vault, "export", "vcard", "name:ada").out
    assert own == (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//vaultnet//EN\r\n"
        f"UID:urn:uuid:{ADA}\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\nTITLE:Engineer\r\nEMAIL:ada@example.com\r\n"
        "BDAY:--0417\r\nRELATED;TYPE=contact;VALUE=text:Ben Byron\r\nCATEGORIES:mentor\r\nX-VAULTNET-TIER:close\r\n"
        "X-VAULTNET-AUDIENCE:work\r\nGENDER:F\r\nREV:20260502T000000Z\r\nEND:VCARD\r\n"
    )
    others = cli(vault, "export", "vcard", "name:ada", "--audience", "work", "--vcard-version", "3.0", "--notes").out
    assert others == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//vaultnet//EN\r\n"
        f"UID:urn:uuid:{ADA}\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\nTITLE:Engineer\r\nEMAIL:ada@example.com\r\n"
        "NOTE:Knows Ben well.\r\nEND:VCARD\r\n"
    )
    family = cli(vault, "export", "vcard", "name:cleo", "--audience", "family").out
    assert "BDAY:19800203\r\n" in family
    assert "TIER" not in family


def test_whoever_has_no_uid_gets_one_as_a_step_of_undo(cli: Cli, vault: Path) -> None:
    before = snapshot(vault)
    shown = cli(vault, "export", "vcard", "--dry-run")
    assert snapshot(vault) == before
    assert "+uid: " in shown.out
    assert "Would export 4 contacts." in shown.err
    told = cli(vault, "export", "vcard")
    assert "1 note got a uid. `vaultnet undo` takes it back." in told.err
    note = (vault / "People/Ben Byron.md").read_text(encoding="utf-8")
    uid = note.partition("uid: ")[2].partition("\n")[0]
    assert f"UID:urn:uuid:{uid}\r\nFN:Ben Byron\r\n" in told.out
    assert "REV:20260304T000000Z" in told.out
    after = snapshot(vault)
    assert cli(vault, "export", "vcard").out == told.out
    assert snapshot(vault) == after
    cli(vault, "undo")
    assert {path: data for path, (data, _) in snapshot(vault).items()} == {p: data for p, (data, _) in before.items()}


def test_a_file_of_somebody_else_is_not_written_over(cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_text("BEGIN:VCARD\nFN:Mine\nEND:VCARD\n", encoding="utf-8")
    before = snapshot(vault)
    refused = cli(vault, "export", "vcard", "--to", str(file))
    assert refused.code == 2
    assert "is there already, and no export of vaultnet: name another, or add --force" in refused.err
    assert snapshot(vault) == before
    assert cli(vault, "export", "vcard", "--to", str(file), "--force").code == 0
    written = file.stat().st_mtime_ns
    again = cli(vault, "export", "vcard", "--to", str(file))
    assert again.code == 0
    assert "All of it is there already, as it should be." in again.out
    assert file.stat().st_mtime_ns == written


def test_a_folder_keeps_who_is_in_it_and_names_who_no_longer_is(cli: Cli, vault: Path, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    cli(vault, "export", "vcf-dir", "--to", str(folder))
    assert {"c1.vcf", "d1.vcf", f"{ADA}.vcf"} < {file.name for file in folder.iterdir()}
    (folder / "from-the-phone.vcf").write_text("BEGIN:VCARD\nFN:Somebody New\nEND:VCARD\n", encoding="utf-8")
    note = vault / "People/Cleo Family.md"
    note.write_text(note.read_text(encoding="utf-8").replace("uid: c1", "uid: c1\nprivate: true"), encoding="utf-8")
    told = cli(vault, "export", "vcf-dir", "--to", str(folder), "--json").json()
    assert (told["written"], told["left"]) == ([], [str(folder / "c1.vcf")])
    assert told["private"] == 2
    assert "Still there from an earlier export, and not in this one:" in cli(
        vault, "export", "vcf-dir", "--to", str(folder)
    ).out  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("vcrad",), '"vcrad" is no format: did you mean vcard?'),
        (("vcard", "--vcard-version", "2.1"), "vcard has no version 2.1: 4.0, 3.0"),
        (("jcard", "--vcard-version", "3.0"), "jcard has no version 3.0: there is but one"),
        (("vcf-dir",), "vcf-dir makes a folder of files: say where with --to FOLDER"),
        (("sqlite",), "sqlite is no text to be printed: say where with --to FILE"),
        (("vcard", "--to", "."), "is a folder, and this format makes a file"),
        (("vcf-dir", "--to", "file.txt"), "is no folder, and this format makes one"),
        (("vcard", "tire=close"), "is no field: did you mean tier?"),
    ],
)
def test_what_cannot_be_exported_is_said(
    words: tuple[str, ...], said: str, cli: Cli, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").touch()
    before = snapshot(tmp_path)
    result = cli(vault, "export", *words)
    assert result.code == 2
    assert said in result.err
    assert snapshot(tmp_path) == before


def test_a_broken_note_is_said_and_the_others_leave(cli: Cli, vault: Path) -> None:
    (vault / "People/Twice.md").write_text("---\ntype: contact\nrole: a\nrole: b\n---\n", encoding="utf-8")
    told = cli(vault, "export", "vcard")
    assert told.code == 0
    assert "Twice" in names(told.out)
    assert "People/Twice.md could not be given a uid" in told.err


def test_an_empty_vault_has_nobody(cli: Cli, tmp_path: Path) -> None:
    told = cli(make_vault(tmp_path / "empty", ""), "export", "vcard")
    assert (told.code, told.out) == (0, "")
    assert "Exported 0 contacts." in told.err
