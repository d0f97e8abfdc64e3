"""A German vault is spoken to in German: every command, every page, every refusal; what people wrote stays as it is."""

import json
import re
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.played import play
from tests.vaults import make_indexed, make_vault, snapshot
from vaultnet.frontends.cli.main import COMMANDS

VAULT = """
    == vaultnet.toml
    [me]
    name = "Mira Kellner"
    country = "AT"
    [vault]
    language = "de"
    [agenda]
    days = "Mon-Sun"
    == Personen/Ada Lovelace.md
    ---
    type: contact
    uid: a
    aliases: [Chefin]
    tier: close
    birthday: 06-20
    company: "[[Nordwind]]"
    location: Graz
    needs: [einen Lektor]
    ---
    - [ ] Die Karte schicken 📅 2026-06-12
    - [ ] Die Fotos bekommen #warten
    ## Verlauf
    - 2026-06-01 E-Mail an: ob sie den Vortrag hält #gefragt
    - 2025-11-20 Kaffee: die Sterbetafel, dazu ein Rat #bekommen
    == Personen/Ben Okri.md
    ---
    type: contact
    uid: b
    ---
    ## Verlauf
    - 2025-11-25 Anruf: sein neues Boot
    == Personen/Cy Jung.md
    ---
    type: contact
    met: 2025-06-15
    birthday: irgendwann
    ---
    == Personen/Dora Neu.md
    ---
    type: contact
    aliases: [Chefin]
    snooze: 2026-08-01
    ---
    ## Verlauf
    - 2026-06-10 E-Mail von: wann wir uns sehen #antworten
    == Personen/Kaputt.md
    ---
    type: contact
    ---
    <<<<<<< HEAD
    eins
    =======
    zwei
    >>>>>>> andere
    == Personen/Offen.md
    ---
    type: contact
    == Nordwind.md
    ---
    type: organization
    ---
    == Treffen/2026-06-15 Mittag.md
    ---
    type: meeting
    date: 2026-06-15
    time: "12:30"
    with: ["[[Ben Okri]]"]
    place: Graz
    outcome: drei Namen
    ---
"""
_A_DAY = "2026-06-15"

# A command line for everything that there is to say; one that a person mistyped too. -> its exit code
LINES: dict[tuple[str, ...], int] = {
    ("absorb",): 0,
    ("agenda",): 0,
    ("agenda", "--dry-run"): 0,
    ("agenda", "gestern", "--stdout"): 0,
    ("brief", "Mittag", "--stdout"): 0,
    ("brief", "Ada", "--kind", "Anruf"): 0,
    ("brief", "Ada", "--date", "gestern abend"): 2,
    ("brief", "Mittag", "--minutes", "20"): 2,
    ("brief", "Ben", "--kind", "E-Mail"): 2,
    ("brief", "Nordwind"): 2,
    ("check",): 1,
    ("check", "--hygiene"): 1,
    ("check", "--fix", "--hygiene"): 1,
    ("config", "agenda.peeple"): 2,
    ("coverage", "--all"): 0,
    ("draft", "Ada"): 0,
    ("draft", "Ada", "--for", "advice", "--note"): 0,
    ("draft", "Ada", "--for", "intro", "--to", "Ada Lovelace"): 2,
    ("draft", "Ben", "--note", "../x"): 2,
    ("due", "--all"): 0,
    ("due", "--tier", "clos"): 2,
    ("due", "--within", "gestern"): 2,
    ("due", "--tag", "niemand"): 0,
    ("import",): 0,
    ("import", "cvs", "leute.csv"): 2,
    ("import", "csv"): 2,
    ("import", "csv", "fehlt.csv"): 2,
    ("import", "google", "fehlt.csv", "--map", "a=name"): 2,
    ("import", "csv", "fehlt.csv", "--map", "a"): 2,
    ("index", "--rebuild"): 0,
    ("init",): 0,
    ("init", "--language", "de"): 2,
    ("log", "Kaffee mit Ada gestern"): 0,
    ("log", "Kaffee mit Ada und **Eva Frisch**", "--next", "in 3 Wochen anrufen"): 0,
    ("log", "Kaffee mit Adda"): 2,
    ("log", "Kaffee"): 2,
    ("log", "Anruf bei Kaputt"): 6,
    ("log", "Kaffee mit Ada am 31.2."): 2,
    ("doctor",): 0,
    ("git", "install"): 2,
    ("git", "install", "--check", "--remove"): 2,
    ("migrate",): 0,
    ("new", "contact", "Fritz", "Frei"): 0,
    ("new", "contact", "Ada", "Lovelace"): 2,
    ("new", "contact", "Fritz", "--via", "Niemand"): 2,
    ("new",): 2,
    ("resolve",): 0,
    ("resolve", "Ada"): 0,
    ("resolve", "--all"): 0,
    ("review",): 0,
    ("review", "letzte Woche", "--stdout"): 0,
    ("review", "--quarter", "--dry-run"): 0,
    ("review", "2026", "--stdout"): 0,
    ("review", "2026-Q2", "--year"): 2,
    ("review", "--quarter", "--year"): 2,
    ("show", "Ada"): 0,
    ("show", "Dora"): 0,
    ("show", "Chefin"): 4,
    ("show", "Niemand"): 1,
    ("trust",): 0,
    ("undo",): 0,
    ("undo", "drei"): 2,
    ("due", "--nonesuch"): 2,
    ("duue",): 2,
    ("dates",): 0,
    ("dates", "--within", "1 Jahr"): 0,
    ("dates", "--kind", "geburtstag"): 2,
    ("facts",): 0,
    ("facts", "Nordwind"): 0,
    ("news",): 0,
    ("news", "--fetch"): 0,
    ("forget", "Ada", "--yes"): 0,
    ("forget", "Niemand"): 1,
    ("export", "vcf"): 2,
    ("export", "csv", "--to", "export.csv"): 0,
    ("export", "csv", "--audience", "work", "--to", "export.csv"): 0,
    ("export", "vcard", "--to", "export.vcf"): 0,
    ("export", "vcard", "--vcard-version", "5", "--to", "export.vcf"): 2,
    ("export", "ics", "--to", "export.ics"): 0,
    ("export", "sqlite", "--to", "export.sqlite"): 0,
    ("dupes",): 1,
    ("dupes", "--not-same", "Ada", "Ben Okri"): 0,
    ("dupes", "--not-same", "Ada", "Ada"): 2,
    ("merge", "Ada", "Ben Okri"): 0,
    ("merge", "Ada", "Nordwind"): 2,
    ("rename", "Ben Okri", "Ben Frei"): 0,
    ("rename", "Ben Okri", "Ada Lovelace"): 2,
    ("rename", "Ben Okri", "Ben: Frei"): 2,
    ("find", "Pension"): 1,
    ("find", "Graz"): 0,
    ("find", "wer", "in", "Wien"): 1,
    ("find", "sort:name"): 2,
    ("query", "DELETE FROM note"): 2,
    ("labels",): 0,
    ("labels", "--sheet", "a5"): 2,
    ("followups", "--all"): 0,
    ("followups", "--who", "Ben"): 0,
    ("introductions",): 0,
    ("introductions", "--all"): 0,
    ("path", "Ada"): 0,
    ("path", "Nordwind"): 0,
    ("path", "Kreml"): 1,
    ("path", "Cy"): 1,
    ("wishlist",): 0,
    ("give",): 0,
    ("give", "Ada", "--all"): 0,
    ("plan", "Ada"): 0,
    ("plan", "Dora"): 0,
    ("plan", "--year", "2027"): 0,
    ("plan", "Ada", "--year", "3000"): 2,
    ("promises", "--all"): 0,
    ("promises", "--who", "Ben"): 0,
    ("set", "tier=close", "location=Wien"): 0,
    ("set", "tier=close", "location=Wien", "--apply"): 0,
    ("set", "tier=inner", "location=Wien"): 0,
    ("set", "close", "location=Wien"): 2,
    ("set", "tiier=close", "location=Wien"): 2,
    ("snooze", "Ada", "in 3 Wochen"): 0,
    ("snooze", "Ada", "gestern"): 2,
    ("snooze", "Ada", "--pause"): 0,
    ("snooze", "Dora", "--wake"): 0,
    ("snooze", "Ada"): 2,
    ("watch", "--status"): 0,
    ("goals", "--all"): 0,
    ("targets", "--all"): 0,
    ("targets", "--canvas"): 0,
    ("targets", "--dry-run"): 2,
    ("network",): 0,
    ("network", "--limit", "3"): 2,
    ("network", "--to", "karte.png"): 2,
    ("network", "--around", "Nordwind", "--format", "svg", "--dry-run"): 0,
    ("network", "--format", "mermaid", "--limit", "1"): 0,
    ("network", "--format", "canvas", "--stdout"): 0,
    ("drive", "--all"): 0,
    ("stats",): 0,
    ("stats", "--since", "2001-01-01"): 0,
    ("stats", "--year", "3000"): 2,
    ("stats", "--since", "gestern", "--year", "2026"): 2,
    ("stats", "--plot", "bild.png"): 2,
    ("triage", "--list"): 0,
    ("triage", "--prune", "--list"): 0,
    ("triage", "--note", "--stdout"): 0,
    ("triage", "--note", "--list"): 2,
    ("triage", "--stdout"): 2,
    ("new", "goals", "Ziele"): 0,
    ("debrief", "Ben"): 0,
    ("debrief", "Ben", "--dry-run"): 0,
    ("debrief", "Cy"): 1,
}
_SILENT = {"completion", "config"}  # a script for the shell, and keys with their values

# Words that no German sentence holds.
_ENGLISH = re.compile(
    r"(?<![\w/.-])(?:about|after|and|answer|are|asked|because|been|before|by|call|called|cannot|card|coffee|does"
    r"|earlier|email|first|for|from|has|have|how|if|is|it|just|last|leave|letter|made|message|missing|more|never|next|no"
    r"|nobody|nothing|of|on|only|or|other|out|please|received|reply|rests|say|she|since|so far|soon|that|the|them|then"
    r"|there|they|this|to|until|waiting|waits|what|when|where|which|who|whom|why|with|without|would|write|written|wrote"
    r"|yesterday|you|your|contacts?|days?|months?|notes?|touch(?:es)?|weeks?|years?)(?![\w/-])",
    re.IGNORECASE,
)
# What is no sentence: commands, keys and front matter to be typed as they are, file names, what git names.
_TYPED = re.compile(
    r"`[^`]*`|\"[^\"]*\"|--[\w-]+|^[-+].*$|^@@.*$|^---.*$|Zur Wahl stehen: .*$|has:\w+|\b(?:tier|cadence) oder|never\b",
    re.MULTILINE,
)


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)  # labels and exports are written where one stands
    return make_indexed(tmp_path / "Vault", VAULT)


def english_in(text: str) -> list[str]:
    return [found[0] for line in text.split("\n") for found in _ENGLISH.finditer(_TYPED.sub(" ", line))]


@pytest.mark.parametrize(("words", "code"), LINES.items(), ids=[" ".join(words) for words in LINES])
def test_nothing_is_said_in_english(cli: Cli, vault: Path, words: tuple[str, ...], code: int) -> None:
    if words[0] == "undo":
        cli(vault, "agenda")
    result = cli(vault, *words)
    assert (result.code, english_in(result.out), english_in(result.err)) == (code, [], []), result.out + result.err


def test_every_command_is_among_them() -> None:
    assert {words[0] for words in LINES} | _SILENT >= set(COMMANDS)


def test_the_page_of_a_german_vault(cli: Cli, vault: Path) -> None:
    page = cli(vault, "agenda").out
    assert page in (vault / "Daily" / f"{_A_DAY}.md").read_text()
    assert (vault / "Daily" / f"{_A_DAY}.md").read_text().startswith("## Kontaktpflege\n<!-- vaultnet:agenda -->\n")
    assert (
        '**Treffen heute**\n- 12:30 [[2026-06-15 Mittag|Mittag]] mit [[Ben Okri]] · Graz · Ziel: drei Namen · Vorbereitung: `vaultnet brief "Mittag"`\n'
        in page
    )
    assert "- [ ] Die Karte schicken · für [[Ada Lovelace]] · war für den 12. Juni versprochen ^vn-" in page


def test_a_ticked_item_is_absorbed_with_its_german_kind(cli: Cli, vault: Path) -> None:
    page = vault / "Daily" / f"{_A_DAY}.md"
    cli(vault, "agenda")
    line = next(line for line in page.read_text().split("\n") if "[[Cy Jung]]" in line)
    assert line.startswith("- [ ] Nachricht an [[Cy Jung]] · ihr kennt euch heute seit einem Jahr")
    ticked = line.replace("[ ]", "[x]").replace("Nachricht an", "Kaffee mit") + " er zieht nach Wien"
    page.write_text(page.read_text().replace(line, ticked))
    assert cli(vault, "absorb").out == "1 Eintrag übernommen\n  Personen/Cy Jung.md\n"
    text = (vault / "Personen" / "Cy Jung.md").read_text()
    assert f"## Verlauf\n- {_A_DAY} Kaffee: er zieht nach Wien ^vn-" in text


@pytest.mark.parametrize("kind", ["contact", "organization", "event", "meeting", "group", "introduction"])
def test_new_notes_are_german_but_for_their_keys(cli: Cli, tmp_path: Path, kind: str) -> None:
    vault = make_vault(tmp_path / "Leer", '== vaultnet.toml\n[vault]\nlanguage = "de"\n')
    assert cli(vault, "new", kind, "Neues").code == 0
    (note,) = vault.rglob("*Neues.md")
    front, _, body = note.read_text().removeprefix("---\n").partition("---\n")
    assert f"type: {kind}\n" in front
    assert english_in(body) == []
    assert not {"## Log", "## Notes", "## Facts", "## Who is coming"} & set(body.split("\n"))


def test_init_in_german(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "Neu"
    folder.mkdir()
    result = cli(folder, "init", "--language", "de")
    assert result.out.startswith(f"Vault: {folder}\n")
    assert "vaultnet.toml geschrieben; keine Notiz wurde geändert.\n" in result.out
    assert json.loads(cli(folder, "config", "vault", "--json").out)["settings"] == {
        "vault.ignore": [],
        "vault.timezone": "",
        "vault.language": "de",
        "vault.week_start": "monday",
        "vault.date_order": "dmy",
    }
    assert cli(folder, "config", "log.headings").out.startswith('log.headings = ["Verlauf", ')


def test_settings_at_fault_are_told_in_their_language(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "Vault", '== vaultnet.toml\n[vault]\nlanguage = "de"\n[agenda]\npeople = 0\nminuts = 3\n'
    )
    result = cli(vault, "due")
    assert result.err == (
        "vaultnet: vaultnet.toml: agenda.people muss eine ganze Zahl über 0 sein\n"
        "agenda.minuts ist keine Einstellung; meintest du agenda.minutes?\n"
    )
    assert result.code == 2


def test_json_keeps_its_words_but_for_those_to_people(cli: Cli, vault: Path) -> None:
    rows = {row["name"]: row for row in cli(vault, "due", "--all", "--json").json()["contacts"]}
    assert (rows["Dora Neu"]["state"], rows["Dora Neu"]["why"]) == ("out", "ruht bis 2026-08-01")
    assert (rows["Ben Okri"]["last_kind"], rows["Ben Okri"]["cadence"]["from"]) == ("call", "default")
    assert rows["Ben Okri"]["why"] == "6 Monate seit dem letzten Kontakt (so oft hören alle von dir)"
    error = cli(vault, "show", "Niemand", "--json").json()["error"]
    assert (error["code"], error["message"]) == ("nothing-found", 'niemand heißt "Niemand"')


def test_what_somebody_wrote_is_never_put_into_other_words(cli: Cli, tmp_path: Path) -> None:
    """Names and texts that are, by chance, what vaultnet says in English."""
    vault = make_vault(
        tmp_path / "Vault",
        """
        == vaultnet.toml
        [vault]
        language = "de"
        == Wrote nothing.md
        ---
        type: contact
        aliases: [never]
        role: today
        ---
        - [ ] Nobody is due.
        ## Verlauf
        - 2025-11-20 Anruf: No problems found.
        - 2025-11-19 Anruf: one of two (yesterday)
        """,
    )
    card = cli(vault, "show", "Wrote").out
    assert card.startswith("Wrote nothing  (Wrote nothing.md)\n")
    for written in ("never", "today", "Nobody is due.", "No problems found.", "one of two (yesterday)"):
        assert written in card
    assert "Wrote nothing" in cli(vault, "due").out
    page = cli(vault, "agenda").out
    assert "[[Wrote nothing]]" in page
    assert "Nobody is due." in page


def test_an_english_vault_stays_english(cli: Cli, tmp_path: Path, vault: Path) -> None:
    """One process may speak to one vault after the other."""
    english = make_vault(tmp_path / "English", "== Plain.md\nnobody\n")
    assert cli(vault, "check").out.startswith("Personen/")
    assert cli(english, "check").out == "No problems found.\n"
    assert cli(vault, "due", "--tag", "x").out == "Niemand ist dran.\n"


def test_help_is_english(cli: Cli, vault: Path) -> None:
    """The command line is read before the vault is known."""
    assert "Usage: vaultnet due" in cli(vault, "due", "--help").out


def test_pages_are_written_once(cli: Cli, vault: Path) -> None:
    cli(vault, "agenda")
    before = snapshot(vault)
    assert cli(vault, "agenda").err.startswith(f"Daily/{_A_DAY}.md ist auf dem neuesten Stand\n")
    assert snapshot(vault) == before


def test_the_german_page_of_the_guide_shows_what_happens(cli: Cli, tmp_path: Path, update: bool) -> None:
    file = Path(__file__).parent.parent.parent / "docs" / "guide" / "german.md"
    vault = tmp_path / "Netzwerk"
    vault.mkdir()
    cli(vault, "init", "--language", "de")
    page = file.read_text(encoding="utf-8")
    played = play(page, vault, lambda words: cli(vault, *words))
    if update:
        file.write_text(played, encoding="utf-8")
        page = played
    assert played == page


def test_what_a_broken_note_could_not_take_is_told_in_german(cli: Cli, vault: Path) -> None:
    (vault / "Personen" / "Ida Tor.md").write_text("---\ntype: contact\ntier: [close\n---\n")
    told = cli(vault, "snooze", "Ida Tor", "in 3 Wochen")
    assert told.code == 6
    assert "das Frontmatter ist kein gültiges YAML" in told.err
    assert told.err.endswith("; zum Einfügen in das Frontmatter, sobald es in Ordnung ist:\nsnooze: 2026-07-06\n")
