"""`vaultnet import linkedin`: the archive, its folder or one of its files, as a person has them after the download."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.test_import import texts
from tests.vaults import make_vault, snapshot

P = "https://www.linkedin.com/in/"
CONNECTIONS = f"""\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,"Example, PhD",{P}ada-example,,Acme,Engineer,05 Mar 2022
Ben,Byron,{P}ben-byron,ben@example.com,Northwind,Lead,06 Mar 2022
,,,,,,07 Jun 2026
Cleo,Cole,{P}cl%C3%A9o,,,,01 Jan 2020"""
MESSAGES = f"""\
CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
c1,,Ada Example,{P}ada-example,Mira Kellner,{P}mira-k,2026-02-01 09:00:00 UTC,,"secret
words",INBOX
c1,,Mira Kellner,{P}mira-k,Ada Example,{P}ada-example,2026-02-01 08:00:00 UTC,Pensions,hello,INBOX
c2,,Stranger One,{P}stranger,Mira Kellner,{P}mira-k,2026-02-03 08:00:00 UTC,,hello,INBOX
c3,,Mira Kellner,{P}mira-k,"Ada Example,Stranger One","{P}ada-example,{P}stranger",2026-02-04 08:00:00 UTC,,both,INBOX
"""
PROFILE = "First Name,Last Name,Headline,Summary\nMira,Kellner,Actuary,I count lives.\n"
SKILLS = "Name\nPython\nSailing\n"
POSITIONS = "Company Name,Title,Description,Started On,Finished On\nDelta,Actuary,Cut the run to two days,Mar 2019,\n"
FILES = {
    "Connections.csv": CONNECTIONS,
    "messages.csv": MESSAGES,
    "Profile.csv": PROFILE,
    "Skills.csv": SKILLS,
    "Positions.csv": POSITIONS,
    "Registration.csv": "Registered At,Registration Ip\nnow,192.0.2.1\n",
    "Comments_34875879.csv": "Date,Link,Message\nnow,x,y\n",
    "Jobs/Saved Jobs.csv": "Saved Date,Job Url\nnow,x\n",
}
COUNTS = ("created", "updated", "unchanged", "ambiguous", "rejected")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """It knows Ben, by another spelling of his address, with another job, and a line of the user's own."""
    return make_vault(
        tmp_path / "vault",
        """
        == People/Ben B.md
        ---
        type: contact
        company: "[[Acme]]"
        role: Clerk
        linkedin: linkedin.com/in/Ben-Byron/
        ---
        ## Log
        - 2026-05-01 call: about the flat
        == Organizations/Acme.md
        ---
        type: organization
        ---
        """,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "export" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "export"


def archive(folder: Path) -> Path:
    file = folder.parent / "Basic_LinkedInDataExport_06-15-2026 (1).zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in FILES.items():
            packed.writestr(name, text)
    return file


def test_an_archive_and_its_folder_come_to_the_same_plan(cli: Cli, vault: Path, folder: Path) -> None:
    before = snapshot(vault)
    plan = cli(vault, "import", "linkedin", str(archive(folder)), "--json").json()
    from_folder = cli(vault, "import", "linkedin", str(folder), "--json").json()
    assert [row["outcome"] for row in plan["items"]] == [row["outcome"] for row in from_folder["items"]]
    plan = from_folder
    assert snapshot(vault) == before
    assert plan["rows"] == sum(plan[outcome] for outcome in COUNTS) == 12
    assert [(row["source"], row["line"], row["outcome"], row["path"]) for row in plan["items"]] == [
        ("Connections.csv", 5, "created", "People/Ada Example.md"),
        ("Connections.csv", 6, "updated", "People/Ben B.md"),
        ("Connections.csv", 7, "rejected", None),
        ("Connections.csv", 8, "created", "People/Cleo Cole.md"),
        ("messages.csv", 2, "updated", "People/Ada Example.md"),
        ("messages.csv", 4, "updated", "People/Ada Example.md"),
        ("messages.csv", 5, "rejected", None),
        ("messages.csv", 6, "updated", "People/Ada Example.md"),
        ("Profile.csv", 2, "created", "Goals.md"),
        ("Positions.csv", 2, "created", "Goals.md"),
        ("Skills.csv", 2, "created", "Goals.md"),
        ("Skills.csv", 3, "created", "Goals.md"),
    ]


def test_applied_again_and_undone(cli: Cli, vault: Path, folder: Path) -> None:
    before = snapshot(vault)
    cli(vault, "import", "linkedin", str(folder), "--apply")
    after = snapshot(vault)
    ada = (vault / "People/Ada Example.md").read_text(encoding="utf-8")
    assert ada.partition("uid: ")[2].partition("\n")[2] == (
        f'company: "[[Acme]]"\nrole: Engineer\nlinkedin: {P}ada-example\nmet: 2022-03-05\n---\n'
        "Name on LinkedIn: Ada Example, PhD\n\n## Log\n"
        "- 2026-02-04 message to: on LinkedIn\n- 2026-02-01 message from: on LinkedIn, 2 messages\n"
    )
    ben = (vault / "People/Ben B.md").read_text(encoding="utf-8")
    assert "positions:\n  - company: Northwind\n    role: Lead\n    from: 2026-06-15\n" in ben
    assert 'company: "[[Acme]]"\nrole: Clerk\nlinkedin: linkedin.com/in/Ben-Byron/\n' in ben
    goals = (vault / "Goals.md").read_text(encoding="utf-8")
    assert "skills:\n  - Python\n  - Sailing\n" in goals
    assert "## Pitch\nI count lives.\n" in goals
    assert "## Accomplishments\n- Actuary at Delta (Mar 2019–): Cut the run to two days\n" in goals
    again = cli(vault, "import", "linkedin", str(folder), "--apply", "--json").json()
    assert (again["created"], again["updated"], again["unchanged"], again["rejected"]) == (0, 0, 10, 2)
    assert snapshot(vault) == after
    cli(vault, "undo")
    assert texts(snapshot(vault)) == texts(before)


def test_what_was_written_behind_a_line_is_kept_and_not_told_again(cli: Cli, vault: Path, folder: Path) -> None:
    cli(vault, "import", "linkedin", str(folder), "--apply")
    note = vault / "People/Ada Example.md"
    written = note.read_text(encoding="utf-8").replace("2 messages", "2 messages about the flood maps #received")
    note.write_text(written, encoding="utf-8")
    more = MESSAGES + f"c1,,Ada Example,{P}ada-example,Mira Kellner,{P}mira-k,2026-02-01 19:00:00 UTC,,late,INBOX\n"
    more += f"c1,,Ada Example,{P}ada-example,Mira Kellner,{P}mira-k,2026-06-01 19:00:00 UTC,,new,INBOX\n"
    (folder / "messages.csv").write_text(more, encoding="utf-8")
    again = cli(vault, "import", "linkedin", str(folder / "messages.csv"), "--apply", "--json").json()
    assert [row["outcome"] for row in again["items"]] == [
        "unchanged", "unchanged", "rejected", "unchanged", "unchanged", "updated",
    ]  # fmt: skip
    assert note.read_text(encoding="utf-8") == written.replace(
        "## Log\n", "## Log\n- 2026-06-01 message from: on LinkedIn\n"
    )


def test_the_goals_note_keeps_what_the_user_wrote(cli: Cli, vault: Path, folder: Path) -> None:
    goals = vault / "My goals.md"
    goals.write_text("---\ntype: goals\nskills: [python]\n---\n\n## Pitch\nMine.\n\n## Accomplishments\n")
    plan = cli(vault, "import", "linkedin", str(folder), "--apply", "--json").json()
    rows = {(row["source"], row["line"]): row["outcome"] for row in plan["items"] if row["path"] == "My goals.md"}
    assert rows == {
        ("Positions.csv", 2): "updated", ("Profile.csv", 2): "unchanged", ("Skills.csv", 2): "unchanged",
        ("Skills.csv", 3): "updated",
    }  # fmt: skip
    assert goals.read_text() == (
        "---\ntype: goals\nskills: [python, Sailing]\n---\n\n## Pitch\nMine.\n\n## Accomplishments\n"
        "- Actuary at Delta (Mar 2019–): Cut the run to two days\n"
    )
    broken = "---\ntype: goals\nskills: [python\n---\n"
    goals.write_text(broken)
    plan = cli(vault, "import", "linkedin", str(folder / "Skills.csv"), "--apply", "--json").json()
    assert goals.read_text() == broken


def test_a_stranger_who_wrote_becomes_a_contact_when_the_plan_says_so(
    cli: Cli, vault: Path, folder: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    cli(vault, "import", "linkedin", str(folder), "--plan", str(plan))
    lines = plan.read_text(encoding="utf-8").splitlines()
    answers = {"messages.csv,5,Stranger One,rejected,": "create", "Skills.csv,3,Sailing,created,": "skip"}
    for number, line in enumerate(lines):
        for begin, answer in answers.items():
            if line.startswith(begin):
                lines[number] = f"{begin}{answer}{line.removeprefix(begin)}"
    plan.write_text("\n".join(lines) + "\n", encoding="utf-8")
    cli(vault, "import", "linkedin", str(folder), "--from-plan", str(plan), "--apply")
    stranger = (vault / "People/Stranger One.md").read_text(encoding="utf-8")
    assert "- 2026-02-04 message to: on LinkedIn\n- 2026-02-03 message from: on LinkedIn\n" in stranger
    assert "Sailing" not in (vault / "Goals.md").read_text(encoding="utf-8")


def test_two_archives_are_told_apart(cli: Cli, vault: Path, folder: Path) -> None:
    one = archive(folder)
    other = one.with_name("Complete_LinkedInDataExport_06-15-2026.zip")
    other.write_bytes(one.read_bytes())
    plan = cli(vault, "import", "linkedin", str(one), str(other), "--json").json()
    assert plan["rows"] == len({(row["source"], row["line"]) for row in plan["items"]}) == 24
    assert {row["source"].partition("/")[0] for row in plan["items"]} == {one.name, other.name}


def test_many_new_people_do_not_flood_the_day(cli: Cli, vault: Path, folder: Path) -> None:
    rows = "".join(f"New{n},Person{n},{P}new-{n},,Acme,Engineer,0{n % 9 + 1} Mar 2022\n" for n in range(60))
    (folder / "Connections.csv").write_text(f"{CONNECTIONS}\n{rows}", encoding="utf-8")
    done = cli(vault, "import", "linkedin", str(folder / "Connections.csv"), "--apply")
    assert "62 notes are new: `vaultnet triage` gives each person a place, when you like" in done.out
    agenda = cli(vault, "agenda", "--stdout", "--json").json()
    people = {item["contact"] for section in agenda["sections"] for item in section["items"] if item["contact"]}
    assert 0 < len(people) <= 2


def test_in_a_german_vault_everything_is_german(cli: Cli, vault: Path, folder: Path) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n', encoding="utf-8")
    assert cli(vault, "import", "linkedin", str(folder)).out.endswith("Noch ist nichts geschrieben: ergänze --apply.\n")
    shown = cli(vault, "import", "linkedin", str(folder), "--apply")
    assert "niemand im Vault hat diesen Namen oder diese Adresse" in shown.out
    assert "für deine Ziele" in shown.out
    assert "Zeile " in shown.out
    assert re.search(r"erkannt an: LinkedIn-Adresse \S+; gewinnt Verlaufseinträge$", shown.out, re.MULTILINE)
    assert "Nachricht von: auf LinkedIn, 2 Nachrichten" in (vault / "People/Ada Example.md").read_text(encoding="utf-8")
    assert "## Kurzvorstellung\nI count lives.\n" in (vault / "Ziele.md").read_text(encoding="utf-8")


def test_a_download_that_broke_off_and_an_archive_that_unpacks_without_end(
    cli: Cli, vault: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, before = archive(folder), snapshot(vault)
    monkeypatch.setattr("vaultnet.storage.import_source._LARGEST_MEMBER", 2**10)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Invitations.csv", bytes(2**12))
    bomb = cli(vault, "import", "linkedin", str(file), "--apply")
    assert (bomb.code, "Invitations.csv unpacks to more than" in bomb.err) == (2, True)
    file.write_bytes(file.read_bytes()[:600])
    cut = cli(vault, "import", "linkedin", str(file), "--apply")
    assert (cut.code, "the archive is broken or locked" in cut.err) == (2, True)
    assert snapshot(vault) == before


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("people.csv", "Name,Mail\nAda,ada@example.com\n", "people.csv is no file of a LinkedIn export"),
        ("LearningCoachMessages.csv", "No conversations found\n", "is no file of a LinkedIn export"),
        ("empty.csv", "", "is no file of a LinkedIn export"),
        ("nothing/readme.txt", "", "holds none of connections*.csv"),
    ],
)
def test_what_is_no_export_is_said(name: str, text: str, said: str, cli: Cli, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    result = cli(vault, "import", "linkedin", str(file if file.parent == tmp_path else file.parent))
    assert (result.code, said in result.err) == (2, True)
