"""`vaultnet import`: the plan first, counts that add up, and nothing the second time."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

PEOPLE = """\
Full name;Company;E-Mail;Mobile;Birthday;Tags;City;Shoe size
Ada Example;Acme B.V.;ada@example.com;+31 6 12345678;1985-04-17;mentor, risk;Utrecht;38
Ben Byron;Northwind;ben@example.com;;sometime in May;;;41
Cleo Nobody;Northwind;;;;;;
;;;;;;;
;;;0301;;;;
=cmd|' /C calc'!A0;;formula@example.com;;;;;
CON;Acme;;;;;;
../../etc/passwd;Acme;;;;;;
"<b>Dora</b> &amp; Co";;dora@example.com;;;;;
Example, Ada;Acme;ada@example.com;;;;;
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = make_vault(
        tmp_path / "vault",
        """
        == vaultnet.toml
        [me]
        country = "NL"
        == People/Ben Byron.md
        ---
        type: contact
        company: "[[Acme]]"
        email: ben@example.com
        ---
        A line of mine.

        ## Log
        - 2026-05-01 call: about the flat
        == People/Cleo Nobody.md
        ---
        type: contact
        company: Elsewhere
        ---
        == Organizations/Acme.md
        ---
        type: organization
        ---
        """,
    )
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return folder


def texts(vault: dict[str, tuple[bytes, int]]) -> dict[str, bytes]:
    return {path: data for path, (data, _) in vault.items()}


def outcomes(rows: list[dict[str, str]]) -> dict[int, str]:
    return {int(row["line"]): row["outcome"] for row in rows}


def test_the_plan_writes_nothing_and_its_counts_add_up(cli: Cli, vault: Path, tmp_path: Path) -> None:
    before = snapshot(vault)
    plan = cli(vault, "import", "csv", str(tmp_path / "people.csv"), "--json").json()
    assert snapshot(vault) == before
    assert outcomes(plan["items"]) == {
        2: "created", 3: "updated", 4: "ambiguous", 6: "rejected", 7: "created", 8: "created", 9: "created",
        10: "created", 11: "unchanged",
    }  # fmt: skip
    assert plan["rows"] == sum(plan[one] for one in ("created", "updated", "unchanged", "ambiguous", "rejected")) == 9
    assert plan["unmapped"] == ["Shoe size"]
    assert [row["path"] for row in plan["items"] if row["outcome"] == "created"] == [
        "People/Ada Example.md", "People/=cmd ' C calc'!A0.md", "People/CON_.md", "People/etc passwd.md",
        "People/Dora & Co.md",
    ]  # fmt: skip


def test_applied_the_notes_say_it_all(cli: Cli, vault: Path, tmp_path: Path) -> None:
    result = cli(vault, "import", "csv", str(tmp_path / "people.csv"), "--apply")
    assert result.out.endswith(
        "9 rows: 5 created, 1 updated, 1 unchanged, 1 ambiguous, 1 rejected.\n"
        "Wrote 6 notes. `vaultnet undo` takes it back.\n"
    )
    ada = (vault / "People/Ada Example.md").read_text(encoding="utf-8")
    assert ada.partition("uid: ")[2].partition("\n")[2] == (
        'tags:\n  - mentor\n  - risk\ncompany: "[[Acme]]"\nemail: ada@example.com\nphone: +31 6 12345678\n'
        "location: Utrecht\nbirthday: 1985-04-17\n---\n\n## Log\n"
    )
    assert (vault / "People/Ben Byron.md").read_text(encoding="utf-8") == (
        '---\ntype: contact\ncompany: "[[Acme]]"\nemail: ben@example.com\n'
        "positions:\n  - company: Northwind\n    from: 2026-06-15\n---\n"
        "A line of mine.\n\n## Log\n- 2026-05-01 call: about the flat\n\n## Notes\nBirthday: sometime in May\n"
    )


def test_the_second_time_nothing_changes_and_undo_takes_it_back_whole(cli: Cli, vault: Path, tmp_path: Path) -> None:
    before = snapshot(vault)
    cli(vault, "import", "csv", str(tmp_path / "people.csv"), "--apply")
    after = snapshot(vault)
    again = cli(vault, "import", "csv", str(tmp_path / "people.csv"), "--apply", "--json").json()
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 7)
    assert snapshot(vault) == after
    cli(vault, "undo")
    assert texts(snapshot(vault)) == texts(before)


def test_two_files_that_disagree_settle(cli: Cli, vault: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text("Name,Email,Company,Position,Phone\nEve Fox,eve@x.example,Acme,Clerk,030 1234567\n")
    other.write_text("Name,Email,Company,Position,City\nEve Fox,eve@x.example,Northwind,Lead,Delft\n")
    for file in (one, other):
        cli(vault, "import", "csv", str(file), "--apply")
    settled = snapshot(vault)
    eve = (vault / "People/Eve Fox.md").read_text(encoding="utf-8")
    assert 'company: "[[Acme]]"\nrole: Clerk\n' in eve
    assert "positions:\n  - company: Northwind\n    role: Lead\n    from: 2026-06-15\n" in eve
    for file in (one, other):
        assert cli(vault, "import", "csv", str(file), "--apply", "--json").json()["unchanged"] == 1
    assert snapshot(vault) == settled


@pytest.mark.parametrize(
    ("field", "company", "born"),
    [("company", "Northwind", 17), ("birthday", "Acme", 18), ("all", "Northwind", 18), ("theirs", "Northwind", 18)],
)
def test_the_file_goes_first_where_it_is_told_to(
    cli: Cli, vault: Path, tmp_path: Path, field: str, company: str, born: int
) -> None:
    note = vault / "People/Eve Fox.md"
    note.write_text("---\ntype: contact\nemail: eve@x.example\ncompany: Acme\nbirthday: 1985-04-17\n---\n")
    file = tmp_path / "a.csv"
    file.write_text("Name,Email,Company,Birthday\nEve Fox,eve@x.example,Northwind,1985-04-18\n")
    cli(vault, "import", "csv", str(file), "--prefer", field, "--apply")
    eve = note.read_text(encoding="utf-8")
    assert f"\ncompany: {company}\n" in eve
    assert f"\nbirthday: 1985-04-{born}\n" in eve
    again = cli(vault, "import", "csv", str(file), "--prefer", field, "--apply", "--json").json()
    assert again["unchanged"] == 1


def test_who_was_created_by_the_plan_is_not_created_by_it_again(cli: Cli, vault: Path, tmp_path: Path) -> None:
    people, plan = str(tmp_path / "people.csv"), tmp_path / "decide.csv"
    plan.write_text("source,line,name,outcome,decision\npeople.csv,3,Ben Byron,updated,create\n", encoding="utf-8")
    assert cli(vault, "import", "csv", people, "--from-plan", str(plan), "--apply").code == 0
    assert (vault / "People/Ben Byron (2).md").exists()
    before = snapshot(vault)
    again = cli(vault, "import", "csv", people, "--from-plan", str(plan), "--apply", "--json").json()
    assert outcomes(again["items"])[3] == "unchanged"
    assert snapshot(vault) == before


def test_counts_above_a_thousand_are_written_alike(cli: Cli, vault: Path, tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text("Name;Mobile\n" + ";0301\n" * 1021, encoding="utf-8")
    shown = cli(vault, "import", "csv", str(tmp_path / "many.csv")).out
    assert "… and 1,001 more (--all)\n" in shown
    assert "1,021 rows: 0 created, 0 updated, 0 unchanged, 0 ambiguous, 1,021 rejected.\n" in shown


def test_a_plan_with_decisions_in_it_is_not_written_over(cli: Cli, vault: Path, tmp_path: Path) -> None:
    people, plan = str(tmp_path / "people.csv"), tmp_path / "decide.csv"
    for _ in range(2):  # without decisions there is nothing to lose
        assert cli(vault, "import", "csv", people, "--plan", str(plan)).code == 0
    decided = plan.read_text(encoding="utf-8").replace("ambiguous,,", "ambiguous,skip,")
    plan.write_text(decided, encoding="utf-8")
    result = cli(vault, "import", "csv", people, "--plan", str(plan))
    assert (result.code, plan.read_text(encoding="utf-8")) == (2, decided)
    assert "holds decisions: give it back with --from-plan, or name another file" in result.err


def test_what_is_unclear_is_decided_in_the_plan_file(cli: Cli, vault: Path, tmp_path: Path) -> None:
    source, plan = str(tmp_path / "people.csv"), tmp_path / "plan.csv"
    cli(vault, "import", "csv", source, "--plan", str(plan))
    lines = plan.read_text(encoding="utf-8").splitlines()
    assert lines[3] == "people.csv,4,Cleo Nobody,ambiguous,,,People/Cleo Nobody.md has the same name"
    assert lines[5].startswith("people.csv,7,'=cmd|' /C calc'!A0,created")
    lines[3] = lines[3].replace("ambiguous,,", "ambiguous,People/Cleo Nobody.md,")
    lines[1] = lines[1].replace("created,,", "created,skip,")
    plan.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = cli(vault, "import", "csv", source, "--from-plan", str(plan), "--apply", "--json").json()
    assert outcomes(done["items"])[2] == "rejected"
    assert outcomes(done["items"])[4] == "updated"
    assert "Northwind" in (vault / "People/Cleo Nobody.md").read_text(encoding="utf-8")
    wrong = plan.read_text(encoding="utf-8").replace("skip", "perhaps")
    plan.write_text(wrong, encoding="utf-8")
    refused = cli(vault, "import", "csv", source, "--from-plan", str(plan))
    assert refused.code == 2
    assert '"perhaps" is no contact: write create, skip or the path of a contact\'s note' in refused.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "cvs", "x.csv"), '"cvs" is no format: did you mean csv?'),
        (("import", "csv", "missing.csv"), "missing.csv: there is no such file"),
        (("import", "csv", "people.csv", "--map", "Firm=firma"), '--map: there is no field "firma"'),
        (
            ("import", "csv", "people.csv", "--prefer", "mail"),
            '--prefer: there is no field "mail": did you mean email?',
        ),
        (("import", "csv", "empty.csv"), "no column is a name or an e-mail address"),
        (("import", "csv", "picture.csv"), "is not text: it holds NUL bytes"),
        (("import", "csv", "archive.csv"), "is a zip archive, not text"),
        (("import", "csv", "people.csv", "--plan", "people.csv"), "is there already, and is no plan of an import"),
    ],
)
def test_what_cannot_be_imported_is_said(
    words: tuple[str, ...], said: str, cli: Cli, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").write_text("\n", encoding="utf-8")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "archive.csv").write_bytes(b"PK\x03\x04rest")
    before = snapshot(vault)
    result = cli(vault, *words)
    assert result.code == 2
    assert said in result.err
    assert snapshot(vault) == before


def test_a_broken_note_costs_its_own_row(cli: Cli, vault: Path, tmp_path: Path) -> None:
    (vault / "People/Ben Byron.md").write_text("---\ntype: contact\nemail: ben@example.com\nname: [\n---\n")
    plan = cli(vault, "import", "csv", str(tmp_path / "people.csv"), "--apply", "--json").json()
    assert (plan["created"], plan["ambiguous"]) == (5, 2)
    assert (vault / "People/Ada Example.md").exists()
