"""`vaultnet draft`: messages from what the notes know."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_example, make_vault, open_vault, snapshot
from vaultnet.app.draft import draft_message
from vaultnet.practice.advice import find_advice
from vaultnet.practice.message_purpose import PURPOSES

GOLDEN = Path(__file__).parent / "golden"
DOZEN = (
    "Wouter", "Naledi", "Magdalena", "Siobhán", "Emeka", "Aoife", "Samuel", "Roswitha", "Ada Kowalczyk", "Ravi",
    "Marleen", "Yuki",
)  # fmt: skip

GERMAN = """
    == vaultnet.toml
    [me]
    name = "Mira Kellner"
    location = "Graz"
    [vault]
    language = "de"
    == Ziele.md
    ---
    type: goals
    targets: ["[[Nordwind]]"]
    roles: [Aktuarin]
    industries: [Rückversicherung]
    wish-list: ["[[Grace Hopper]]"]
    offers: [Lektorat von Berichten]
    ---
    ## Kurzvorstellung
    Ich rechne aus, was ein Versprechen kostet.
    == Ada Lovelace.md
    ---
    type: contact
    company: "[[Nordwind]]"
    role: Leiterin
    location: Graz
    needs: [ein Lektorat für den Bericht]
    ---
    - [ ] die Karte schicken
    ## Verlauf
    - 2026-06-01 E-Mail an: ob sie den Vortrag hält #gefragt
    - 2025-11-20 Kaffee: die Sterbetafel #bekommen
    == Ben Okri.md
    ---
    type: contact
    relationship: Freund
    language: English
    knows: "[[Grace Hopper]]"
    ---
    ## Verlauf
    - 2026-05-20 Anruf: sein Boot
    == Cy Jung.md
    ---
    type: contact
    relationship: Freund
    ---
    ## Lebensereignisse
    - 2026-06-10 seine Mutter gestorben
    == Niemand Bekannter.md
    ---
    type: contact
    ---
"""


@pytest.mark.parametrize("who", ["Wouter", "Siobhán", "Magdalena"])
def test_golden_drafts(who: str, tmp_path: Path, update: bool) -> None:
    """Every purpose, for three contacts of the example vault."""
    workspace = open_vault(make_example(tmp_path / "example"))
    drafts = [draft_message(workspace, who, purpose=purpose) for purpose in PURPOSES]
    text = "\n".join(f"=== {one.purpose}: {one.subject}\n\n{one.message}" for one in drafts)
    file = GOLDEN / f"draft-{drafts[0].name.split()[0].lower().replace('á', 'a')}.txt"
    if update:
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


def test_golden_german_drafts(tmp_path: Path, update: bool) -> None:
    """To whoever is called Sie, to a friend, and to somebody of whom nothing is known."""
    workspace = open_vault(make_vault(tmp_path, GERMAN))
    drafts = [
        draft_message(workspace, who, purpose=purpose)
        for who in ("Ada Lovelace", "Cy Jung", "Niemand")
        for purpose in PURPOSES
    ]
    text = "\n".join(f"=== {one.name}, {one.purpose}: {one.subject}\n\n{one.message}" for one in drafts)
    file = GOLDEN / "draft-de.txt"
    if update:
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_draft_asks_for_a_job_or_says_nothing(language: str, tmp_path: Path) -> None:
    """A dozen people of the example vault and a stranger, in both languages."""
    vault = make_example(tmp_path / "example")
    settings = vault / "vaultnet.toml"
    settings.write_text(settings.read_text().replace('language = "en"', f'language = "{language}"'))
    (vault / "People" / "Quite Unknown.md").write_text("---\ntype: contact\n---\n")
    workspace = open_vault(vault)
    for who in (*DOZEN, "Quite Unknown"):
        for purpose in PURPOSES:
            draft = draft_message(workspace, who, purpose=purpose)
            assert draft.language == language
            assert not find_advice(f"{draft.subject}\n{draft.message}"), draft
            assert "None" not in draft.message
            assert "  " not in draft.message
            assert "\n\n\n" not in draft.message


def test_of_a_stranger_nothing_is_made_up(tmp_path: Path) -> None:
    workspace = open_vault(make_vault(tmp_path, "== Zoë.md\n---\ntype: contact\n---\n"))
    for purpose in PURPOSES:
        draft = draft_message(workspace, "Zoë", purpose=purpose)
        assert draft.message.startswith("Dear Zoë,\n\n")
        assert purpose == "birthday" or draft.blanks
        assert len(draft.message.split()) < 110


def test_without_a_purpose_it_is_what_the_day_asks_for(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, GERMAN)
    found = {who: cli(vault, "draft", who, "--json").json() for who in ("Ada", "Ben", "Cy", "Niemand")}
    assert {who: data["for"] for who, data in found.items()} == {
        "Ada": "follow-up",
        "Ben": "checkin",
        "Cy": "condolence",
        "Niemand": "checkin",
    }
    assert [found[who]["language"] for who in ("Ada", "Ben")] == ["de", "en"]
    assert found["Ben"]["body"].startswith("Dear Ben,\n\nIt is 3 weeks since our call. [… where you left off: sein")
    assert found["Cy"]["hints"] == [{"message": "Schreibe das von Hand, auf Papier."}]
    assert (
        "Hallo Cy,\n\nes tut mir sehr leid. [… um wen, in deinen Worten: seine Mutter gestorben]"
        in (found["Cy"]["body"])
    )


def test_whom_to_meet_through_them(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, GERMAN)
    data = cli(vault, "draft", "Ben", "--for", "intro-request", "--json").json()
    assert data["subject"] == "An introduction to Grace Hopper?"
    assert "You know each other, as far as I know." in data["body"]
    assert "> Ich rechne aus, was ein Versprechen kostet.\n> Mira Kellner\n" in data["body"]
    other = cli(vault, "draft", "Ben", "--for", "intro-request", "--to", "Nordwind", "--json").json()
    assert other["subject"] == "An introduction to somebody at Nordwind?"
    stranger = cli(vault, "draft", "Ben", "--for", "intro-request", "--to", "Alan Turing", "--json").json()
    assert stranger["subject"] == "An introduction to Alan Turing?"


def test_nobody_is_introduced_to_themselves(cli: Cli, example: Path) -> None:
    for purpose in ("intro", "intro-request"):
        result = cli(example, "draft", "Aoife", "--for", purpose, "--to", "Aoife")
        assert (result.code, "themselves" in result.err) == (2, True)


def test_an_agreed_introduction_is_the_letter_to_both(cli: Cli, example: Path) -> None:
    result = cli(example, "draft", "Samuel", "--for", "intro", "--to", "Fatima")
    assert "Dear Samuel, dear Fatima,\n\nYou have both said" in result.out


def test_what_was_thanked_for_is_not_thanked_for_again(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path,
        """
        == Ada.md
        ---
        type: contact
        ---
        ## Log
        - 2026-02-02 email to: thanked her #thanked
        - 2026-02-01 email from: the maps #received
        == Ben.md
        ---
        type: contact
        ---
        ## Log
        - 2026-02-01 email from: the maps #received
        """,
    )
    assert "[… what you received]" in cli(vault, "draft", "Ada", "--for", "thanks").out
    assert "1 February: [… the maps]" in cli(vault, "draft", "Ben", "--for", "thanks").out


def test_a_word_before_an_ask_where_nothing_was_given(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path,
        """
        == Ada.md
        ---
        type: contact
        needs: [a speaker]
        ---
        ## Log
        - 2026-06-01 email to: asked for her slides #asked
        """,
    )
    assert cli(vault, "draft", "Ada", "--for", "advice").err == "Help first: Ada needs a speaker.\n"
    assert cli(vault, "draft", "Ada", "--for", "thanks").err == ""


def test_into_a_note_of_its_own_and_back(cli: Cli, example: Path) -> None:
    before = snapshot(example)
    assert cli(example, "draft", "Wouter", "--note").out == "Wrote Drafts/2026-06-15 Wouter Dijkgraaf.md\n"
    written = (example / "Drafts" / "2026-06-15 Wouter Dijkgraaf.md").read_text()
    assert written.startswith("<!-- vaultnet:draft-follow-up-")
    assert "[[Wouter Dijkgraaf]] · 2026-06-15\n**Subject** · My question of 10 June\n\nDear Wouter,\n" in written
    show = cli(example, "show", "Wouter", "--json").json()
    assert show["touches"][0]["date"] == "2026-06-10"
    again = cli(example, "draft", "Wouter", "--note")
    assert (again.out, "holds this draft already" in again.err) == ("", True)
    cli(example, "draft", "Wouter", "--for", "thanks", "--note")
    assert (example / "Drafts" / "2026-06-15 Wouter Dijkgraaf.md").read_text().count("<!-- vaultnet:draft-") == 2
    assert cli(example, "undo", "2").code == 0
    assert {path: now[0] for path, now in snapshot(example).items() if ".vaultnet" not in path} == {
        path: then[0] for path, then in before.items() if ".vaultnet" not in path
    }


def test_at_the_end_of_a_note(cli: Cli, example: Path) -> None:
    daily = example / "Daily" / "2026-06-15.md"
    text = daily.read_text()
    data = cli(example, "draft", "Wouter", "--note", "Daily/2026-06-15", "--json").json()
    assert (data["note"], data["changed"]) == ("Daily/2026-06-15.md", ["Daily/2026-06-15.md"])
    assert daily.read_text().startswith(text)
    touches = cli(example, "show", "Wouter", "--json").json()["touches"]
    assert touches[0]["date"] == "2026-06-10", "a draft is no touch, not even in a daily note"


@pytest.mark.parametrize("note", ["../out.md", "/tmp/out.md", "", "a/../../b"])
def test_not_outside_the_vault(note: str, cli: Cli, example: Path) -> None:
    result = cli(example, "draft", "Wouter", f"--note={note}")
    assert result.code == (2 if note else 0)
    assert not (example.parent / "out.md").exists()


def test_a_broken_note_is_not_written_to(cli: Cli, example: Path) -> None:
    result = cli(example, "draft", "Wouter", "--note", "Broken on purpose/Unclosed Person")
    assert result.code == 6
    assert "to paste:\n<!-- vaultnet:draft-" in result.err


def test_whom(cli: Cli, example: Path) -> None:
    assert cli(example, "draft", "Ada").code == 4
    assert cli(example, "draft", "Xyzzy").code == 1
    assert cli(example, "draft", "Unclosed Person").code == 1
    dead = cli(example, "draft", "Helmut")
    assert (dead.code, "there is nothing to write" in dead.err) == (2, True)


def test_a_link_for_the_mail_program(cli: Cli, example: Path) -> None:
    link = cli(example, "draft", "Wouter", "--mailto").out
    assert link.startswith(
        "mailto:wouter.dijkgraaf@noordsluis.example?subject=My%20question%20of%2010%20June&body=Dear"
    )
    assert link.endswith("Best%20wishes%0D%0AMira\n")


def test_a_template_of_ones_own(cli: Cli, example: Path) -> None:
    folder = example / ".vaultnet" / "templates" / "drafts"
    folder.mkdir(parents=True)
    (folder / "thanks.md").write_text("Thanks!\n\nHullo {{ first }}\n")
    untrusted = cli(example, "draft", "Wouter", "--for", "thanks")
    assert ("Dear Wouter" in untrusted.out, "vaultnet trust" in untrusted.err) == (True, True)
    cli(example, "trust")
    assert cli(example, "draft", "Wouter", "--for", "thanks").out == "Subject: Thanks!\n\nHullo Wouter\n"


MORE = """
    == vaultnet.toml
    [me]
    name = "Mira Kellner"
    country = "Netherlands"
    == Trips/Porto.md
    ---
    type: trip
    trip: Sea and wind
    place: Porto
    from: 2026-07-06
    to: 2026-07-12
    ---
    == Ada.md
    ---
    type: contact
    location: Porto
    country: PT
    knows: "[[Ben]]"
    positions:
      - company: "[[Acme]]"
        role: Head of dikes
        from: 2026-06-01
    ---
    ## Log
    - 2026-05-01 call: her boat
    == Ben.md
    ---
    type: contact
    company: "[[Acme]]"
    country: NL
    birthday: 06-10
    ---
    == Meetings/Tea with Ada.md
    ---
    type: meeting
    date: 2026-06-12
    with: "[[Cy]]"
    ---
    == Cy.md
    ---
    type: contact
    location: Delft
    country: Netherlands
    ---
"""


def test_what_else_the_notes_tell(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, MORE)
    congratulation = cli(vault, "draft", "Ada", "--json").json()
    assert congratulation["for"] == "congratulate"
    assert "Congratulations on your new start as Head of dikes at Acme." in congratulation["body"]
    assert "I am in Porto from 6 July to 12 July." in cli(vault, "draft", "Ada", "--for", "checkin").out
    assert "I come to Delft gladly." in cli(vault, "draft", "Cy", "--for", "checkin").out
    assert "Thank you for your time on 12 June." in cli(vault, "draft", "Cy").out
    assert cli(vault, "draft", "Ben", "--for", "birthday").out.startswith("Subject: A belated happy birthday, Ben\n")
    asked = cli(vault, "draft", "Ada", "--for", "intro-request", "--to", "Acme")
    assert asked.out.startswith("Subject: An introduction to ")
