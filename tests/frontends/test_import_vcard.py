"""vCards through the door: in, again, out, and into an empty vault."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, open_vault, snapshot
from vaultnet.exchange.identity import linkedin_key
from vaultnet.storage.contents import NoteContent, read_contents

CASES = Path(__file__).parent.parent / "exchange" / "vcard"
VCARDS = sorted(str(path) for path in CASES.glob("*.vcf"))
# What a card does not carry: links (it has names), what only the practice works with, and what the body says.
_NOT_CARRIED = frozenset({"snooze", "life_events", "private", "merged_uids", "not_same_as"})


def contents(folder: Path) -> list[NoteContent]:
    with open_vault(folder) as workspace:
        return [*read_contents(workspace.connection, contacts_only=True)]


def records(folder: Path) -> dict[str, dict[str, Any]]:
    """What each note says of its person, names in place of links, in no order."""
    found = {}
    for note in contents(folder):
        said = {key: _bare(value) for key, value in note.record.items() if key not in _NOT_CARRIED}
        said["linkedin"] = linkedin_key(said["linkedin"])
        found[note.record["name"]] = {**said, "tags": sorted(set(said["tags"]) - {"person", "people", "contact"})}
    return found


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return value["text"] if set(value) == {"text", "link"} else {key: _bare(one) for key, one in value.items()}
    return sorted(map(_bare, value), key=str) if isinstance(value, list) else value


def test_every_card_is_a_row_and_the_second_time_nothing_changes(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "")
    plan = cli(vault, "import", "vcard", *VCARDS, "--json").json()
    assert plan["rows"] == sum(plan[one] for one in ("created", "updated", "unchanged", "ambiguous", "rejected"))
    assert plan["rejected"] == 5
    cli(vault, "import", "vcard", *VCARDS, "--apply")
    before = snapshot(vault)
    again = cli(vault, "import", "vcard", *VCARDS, "--apply", "--json").json()
    assert (again["created"], again["updated"], again["ambiguous"]) == (0, 0, 0)
    assert snapshot(vault) == before
    note = (vault / "People" / "Dr. Ilse Marie Brandt.md").read_text(encoding="utf-8")
    assert note.partition("aliases:")[2] == (
        "\n  - Ilsebill\ncompany: Seewind Energie\nrole: Leiterin Netzplanung\n"
        "email:\n  - ilse@seewind.example\n  - ilse.brandt@post.example\n"
        "phone:\n  - +49 171 5550101\n  - +49 40 5550102\n"
        "address: Deichstraße 7, 20459 Hamburg\nwebsite: http://seewind.example/ilse\n"
        "linkedin: http://www.linkedin.com/in/ilse-brandt\nlocation: Hamburg\ncountry: Deutschland\n"
        "knows: Tomma Kroll (sister)\nbirthday: --01-22\nanniversary: 2009-09-12\nspouse: Jonas Brandt\n"
        "vcard-extra:\n  - X-PHONETIC-LAST-NAME:Brannt\n  - X-MAIDENNAME:Kroll\n  - ORG:Seewind Energie;Netze\n"
        "  - item8.X-ABDATE:2019-03-01\n  - item8.X-ABLabel:Umzug\n"
        "  - X-SOCIALPROFILE;TYPE=twitter;X-USER=ilseb:http://twitter.com/ilseb\n"
        "  - IMPP;X-SERVICE-TYPE=Signal;TYPE=pref:x-apple:ilse\n"
        "  - X-ABUID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE\\:ABPerson\n"
        "---\nBoot: +49 40 5550102\n\n## Log\n"
    )
    cli(vault, "undo")
    assert not [*vault.rglob("*.md")]


def test_what_no_field_of_ours_holds_comes_out_again(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "")
    cli(vault, "import", "vcard", *VCARDS, "--apply")
    kept = [
        line
        for note in contents(vault)
        for line in note.properties.get("vcard-extra", ())
        if not line.startswith(("N:", "ADR", "BDAY"))
    ]
    cards = cli(vault, "export", "vcard", "--all").out.replace("\r\n ", "").split("\r\n")
    assert len(kept) > 20
    assert not [line for line in kept if line not in cards]


def test_a_folder_and_an_archive_hold_cards_too(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "")
    with ZipFile(tmp_path / "book.zip", "w") as archive:
        archive.write(CASES / "google.vcf", "contacts/Google.VCF")
        archive.writestr("readme.txt", "no card")
    for source in (tmp_path / "book.zip", CASES):
        plan = cli(vault, "import", "vcard", str(source), "--json").json()
        assert "Tariq Benhaddou" in [row["name"] for row in plan["items"]]


def test_a_card_meets_the_note_that_is_there(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        """
        == People/Tariq.md
        ---
        type: contact
        email: tariq@kade.example
        company: Kade Logistics
        role: Driver
        ---
        """,
    )
    plan = cli(vault, "import", "vcard", str(CASES / "google.vcf"), "--apply", "--json").json()
    assert [(row["outcome"], row["path"]) for row in plan["items"]] == [("updated", "People/Tariq.md")]
    note = (vault / "People/Tariq.md").read_text(encoding="utf-8")
    assert "role: Driver\n" in note
    assert "role: Head of Routing\n    from: 2026-06-15\n" in note


@pytest.mark.parametrize(
    ("form", "words"), [("vcard", ()), ("vcard", ("--vcard-version", "3.0")), ("jcard", ()), ("jscontact", ())], ids=str
)
def test_out_and_into_an_empty_vault_everybody_is_who_they_were(
    cli: Cli, example: Path, tmp_path: Path, form: str, words: tuple[str, ...]
) -> None:
    book = tmp_path / "book.json"
    cli(example, "export", form, "--all", *words, "--to", str(book))
    fresh = make_vault(tmp_path / "fresh", "")
    (fresh / "vaultnet.toml").write_bytes((example / "vaultnet.toml").read_bytes())
    cli(fresh, "import", form, str(book), "--apply")
    ours, theirs = records(example), records(fresh)
    assert len(theirs) > 50
    differing = {
        (name, key): (ours[name][key], value)
        for name, said in theirs.items()
        for key, value in said.items()
        if ours[name][key] != value
    }
    assert differing == {
        ("Leyla Aydın", "knows"): ([{"kind": "reports-to", "to": "Marleen Hoekstra"}], []),  # Marleen is private
        ("Twice Told", "uid"): ("", theirs["Twice Told"]["uid"]),  # its note is broken, and was not written to
    }


@pytest.mark.parametrize(("form", "case"), [("jcard", "rfc7095.jcard"), ("jscontact", "rfc9553.jscontact")])
def test_cards_in_json_come_in_once(cli: Cli, tmp_path: Path, form: str, case: str) -> None:
    vault = make_vault(tmp_path / "vault", "")
    cli(vault, "import", form, str(CASES / case), "--apply")
    before = snapshot(vault)
    cli(vault, "import", form, str(CASES / case), "--apply")
    assert snapshot(vault) == before
    assert len([*vault.rglob("*.md")]) == len(cli(vault, "export", form, "--json").json()["contacts"]) > 0
