"""Tables of people through the command: every column of the field map arrives in the note, and stays as it is."""

import re
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

FIELD_MAP = Path(__file__).parent.parent / "exchange" / "field_map"
OUTCOMES = ("created", "updated", "unchanged", "ambiguous", "rejected")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(
        tmp_path / "vault",
        """
        == vaultnet.toml
        [me]
        country = "NL"
        == People/Ben Byron.md
        ---
        type: contact
        company: Acme
        ---
        Mine.
        """,
    )


def texts(vault: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(vault).items()}


@pytest.mark.parametrize("case", sorted(file.stem for file in FIELD_MAP.glob("*.csv")))
def test_every_column_of_the_field_map_is_read_back(cli: Cli, vault: Path, case: str, update: bool) -> None:
    """Row by row as the map in the guide has them: `field_map/CASE.csv` and the note that it makes."""
    file = FIELD_MAP / f"{case}.csv"
    (vault / "People/Ben Byron.md").unlink()
    format_name = "csv" if case == "generic" else case.partition("-")[0]
    plan = cli(vault, "import", format_name, str(file), "--apply", "--json").json()
    assert [plan[outcome] for outcome in OUTCOMES] == [1, 0, 0, 0, 0]
    note = (vault / plan["items"][0]["path"]).read_text(encoding="utf-8")
    note = re.sub(r"(?m)^uid: .*$", "uid: (its own)", note)
    if update:
        file.with_suffix(".md").write_text(note, encoding="utf-8")
    assert note == file.with_suffix(".md").read_text(encoding="utf-8")
    settled = texts(vault)
    again = cli(vault, "import", format_name, str(file), "--apply", "--json").json()
    assert [again[outcome] for outcome in OUTCOMES] == [0, 0, 1, 0, 0]
    assert texts(vault) == settled


def test_what_is_known_is_added_to_and_undo_takes_it_back(cli: Cli, vault: Path) -> None:
    before = texts(vault)
    plan = cli(vault, "import", "google", str(FIELD_MAP / "google-old.csv"), "--apply", "--json").json()
    assert plan["updated"] == 1
    note = (vault / "People/Ben Byron.md").read_text(encoding="utf-8")
    assert note.startswith("---\ntype: contact\ncompany: Acme\nrole: Buyer\n")
    assert "Mine.\n" in note
    cli(vault, "undo")
    assert texts(vault) == before


def test_one_person_from_three_address_books_is_one_note(cli: Cli, vault: Path, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(
        "First Name,Last Name,Labels,E-mail 1 - Value,Phone 1 - Value\nEva,Maas,* myContacts,eva@maas.example,030 1234567\n"
    )
    (tmp_path / "o.csv").write_text(
        "First Name,Last Name,E-mail Address,Business Phone,Company\nEva,Maas,,+31301234567,Acme\n"
    )
    (tmp_path / "x.csv").write_text("Name,Email,City\nE. Maas,EVA@maas.example,Delft\n")
    for format_name, name in (("google", "g"), ("outlook", "o"), ("csv", "x")) * 2:
        cli(vault, "import", format_name, str(tmp_path / f"{name}.csv"), "--apply")
    assert sorted(file.name for file in (vault / "People").iterdir()) == ["Ben Byron.md", "Eva Maas.md"]
    note = (vault / "People/Eva Maas.md").read_text(encoding="utf-8")
    for line in ("company: Acme", "email: eva@maas.example", "phone: 030 1234567", "location: Delft"):
        assert f"{line}\n" in note


def test_dates_that_may_be_two_days_are_asked_about_and_then_read(cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text("Name,Birthday\nAmy Bell,3/4/1985\n")
    plan = cli(vault, "import", "csv", str(file), "--apply", "--json").json()
    assert 'set date_order under [vault] to "dmy" or "mdy"' in plan["remarks"][0]
    note = vault / "People/Amy Bell.md"
    assert "Birthday: 3/4/1985\n" in note.read_text(encoding="utf-8")
    with (vault / "vaultnet.toml").open("a") as settings:
        settings.write('[vault]\ndate_order = "dmy"\n')
    assert cli(vault, "import", "csv", str(file), "--apply", "--json").json()["updated"] == 1
    assert "birthday: 1985-04-03\n" in note.read_text(encoding="utf-8")


def test_what_a_note_cannot_say_in_a_field_stands_in_its_notes(cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text('Name,Tier,Spouse,Frequency,Audience\nAmy Bell,gold,"Tom Bell, Sr.; Ann",now and then,everybody\n')
    plan = cli(vault, "import", "csv", str(file), "--apply", "--json").json()
    assert plan["created"] == 1
    note = (vault / "People/Amy Bell.md").read_text(encoding="utf-8")
    for line in ("Cadence: now and then", "Audience: everybody", "Tier: gold"):
        assert f"{line}\n" in note
    assert cli(vault, "import", "csv", str(file), "--apply", "--json").json()["unchanged"] == 1


def test_notes_of_others_change_nothing_but_the_notes(cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    hostile = "---\ntype: organization\n---\n# Log\n```\n%%\n<!-- vaultnet:agenda -->\n<div\nx\n==="
    file.write_text(f'Name,Notes\nAmy Bell,"{hostile}"\n')
    assert cli(vault, "import", "csv", str(file), "--apply", "--json").json()["created"] == 1
    shown = cli(vault, "show", "Amy Bell", "--json").json()
    assert shown["contact"]["name"] == "Amy Bell"
    assert cli(vault, "log", "coffee with Amy Bell").code == 0
    assert "## Log\n- 2026-06-15 coffee" in (vault / "People/Amy Bell.md").read_text(encoding="utf-8")
    assert cli(vault, "import", "csv", str(file), "--apply", "--json").json()["unchanged"] == 1


def test_the_formats_are_listed(cli: Cli, vault: Path) -> None:
    told = cli(vault, "import")
    assert told.code == 0
    assert re.search(r"(?m)^google +contacts of Google, exported as Google CSV$", told.out)
    assert {one["name"] for one in cli(vault, "import", "--json").json()["formats"]} >= {
        "csv",
        "xlsx",
        "google",
        "outlook",
    }
    assert "say which FILE to import" in cli(vault, "import", "csv").err


def test_map_names_columns_with_commas_and_leaves_columns_out(cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text('"Last, First",Firm,Note,Shoe size\n"Bell, Amy",Acme,VIP,38\n')
    words = ("import", "csv", str(file), "--map", "Last, First=name,Firm=company", "--map", "Note=", "--json")
    plan = cli(vault, *words).json()
    assert (plan["created"], plan["unmapped"]) == (1, ["Shoe size"])
    assert cli(vault, "import", "google", str(file), "--map", "a=name").code == 2
    assert cli(vault, "import", "csv", str(file), "--map", "Firm").code == 2
