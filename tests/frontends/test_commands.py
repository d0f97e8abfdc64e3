"""The commands as a person meets them: what they print, what they write, which code they leave with."""

import json
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.frontends.numbers import numbers_beside_people
from tests.vaults import make_vault, snapshot
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import COMMANDS, run

READ_ONLY = [
    ("due",),
    ("due", "--within", "2 weeks", "--all"),
    ("due", "--tier", "close", "--tag", "person", "--at", "Tidemark", "--in", "Utrecht"),
    ("find", "pension"),
    ("find", "who", "at", "Tidemark"),
    ("query", "SELECT name, due FROM contacts"),
    ("rename", "Emeka", "Emeka Obiora", "--dry-run"),
    ("merge", "Ada Ferreira", "Ada Kowalczyk", "--dry-run"),
    ("labels", "--stdout"),
    ("followups",),
    ("followups", "--within", "7d", "--all"),
    ("give",),
    ("give", "Elif", "--all"),
    ("dates",),
    ("dates", "--within", "1y", "--kind", "birthday"),
    ("plan", "Siobhán"),
    ("plan", "--year", "2027"),
    ("introductions",),
    ("introductions", "--all"),
    ("path", "Bettina"),
    ("path", "Waterlijn"),
    ("wishlist",),
    ("draft", "Wouter"),
    ("draft", "Wouter", "--for", "advice", "--note", "--dry-run"),
    ("promises",),
    ("promises", "--who", "Amira", "--within", "2 weeks", "--all"),
    ("show", "Marleen"),
    ("coverage", "--all"),
    ("stats",),
    ("stats", "--year", "2025"),
    ("goals",),
    ("network",),
    ("network", "--format", "canvas", "--stdout"),
    ("network", "--format", "svg", "--dry-run"),
    ("targets", "--all"),
    ("targets", "--canvas", "--dry-run"),
    ("news",),
    ("news", "Emeka", "--since", "2026-05-01", "--all"),
    ("facts",),
    ("facts", "Tidemark", "Lekbrug", "--topic", "salary", "--all"),
    ("drive", "--all"),
    ("triage", "--list"),
    ("triage", "--prune", "--list"),
    ("triage", "--note", "--stdout"),
    ("check",),
    ("check", "--hygiene"),
    ("check", "--fix", "--hygiene", "--dry-run"),
    ("agenda", "--stdout"),
    ("agenda", "--dry-run"),
    ("agenda", "tomorrow", "--stdout"),
    ("resolve",),
    ("review", "--stdout"),
    ("review", "last", "quarter", "--dry-run"),
    ("review", "--year", "--stdout"),
    ("import",),
    ("export", "vcard", "--dry-run"),
    ("index",),
    ("index", "--rebuild"),
    ("config",),
    ("migrate", "--dry-run"),
    ("trust", "--show"),
    ("absorb",),
    ("absorb", "--dry-run"),
    ("set", "company:tidemark", "tier=close"),
    ("snooze", "Marleen", "in 3 weeks", "--dry-run"),
    ("log", "called Marleen", "--dry-run"),
    ("new", "contact", "Nobody Yet", "--dry-run"),
    ("init", "--dry-run"),
    ("completion", "bash"),
]


@pytest.mark.parametrize("words", READ_ONLY, ids=" ".join)
def test_read_only_commands_leave_every_byte_and_mtime_alone(cli: Cli, example: Path, words: tuple[str, ...]) -> None:
    """And what they print as JSON is what its schema says, without a number beside anybody."""
    before = snapshot(example)
    found = cli(example, *words, "--json").json()
    assert found["schema"] == f"vaultnet.{words[0]}/1"
    assert list(numbers_beside_people(found)) == []
    result = cli(example, *words)
    assert result.code == (1 if words[0] == "check" else 0), result.err
    assert result.out
    assert snapshot(example) == before


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_a_line_of_help_and_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"], Flags()) == 0
    text = capsys.readouterr().out
    assert f"vaultnet {name}" in text.split("Options:")[0]
    assert COMMANDS[name].endswith(".")


def test_vaultnet_alone_shows_the_days_short_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], Flags()) == 0
    assert "vaultnet agenda" in capsys.readouterr().out


def test_agenda_writes_and_undo_takes_it_back(cli: Cli, example: Path) -> None:
    before = snapshot(example)
    written = cli(example, "agenda")
    assert written.out.startswith("<!-- vaultnet:agenda -->\n**Answer**")
    assert written.out in (example / "Daily" / "2026-06-15.md").read_text()
    assert "Wrote Daily/2026-06-15.md" in written.err
    undone = cli(example, "undo")
    assert undone.out == "Undone: vaultnet agenda\n  Daily/2026-06-15.md\n"
    assert {path: data for path, (data, _) in snapshot(example).items()} == {
        path: data for path, (data, _) in before.items()
    }


def test_undo_is_refused_when_the_note_has_changed_since(cli: Cli, example: Path) -> None:
    cli(example, "agenda")
    note = example / "Daily" / "2026-06-15.md"
    note.write_text(note.read_text() + "typed since\n")
    refused = cli(example, "undo")
    assert refused.code == 6
    assert "Daily/2026-06-15.md" in refused.err
    assert note.read_text().endswith("typed since\n")


def test_nothing_to_undo(cli: Cli, example: Path) -> None:
    nothing = cli(example, "undo")
    assert nothing.code == 0
    assert "nothing to undo" in nothing.out


def test_dry_run_prints_exactly_what_the_real_run_writes(cli: Cli, example: Path) -> None:
    shown = cli(example, "agenda", "--dry-run").out
    added = [line[1:] for line in shown.splitlines() if line.startswith("+") and not line.startswith("+++")]
    cli(example, "agenda")
    text = (example / "Daily" / "2026-06-15.md").read_text()
    assert "\n".join(added) in text


def test_log_notes_a_touch_and_the_contact_is_no_longer_due(cli: Cli, example: Path) -> None:
    result = cli(example, "log", "called Ville yesterday, he moves house #gave", "--next", "send the card in 3 days")
    assert result.code == 0, result.err
    text = next(example.rglob("Ville Korhonen.md")).read_text()
    assert "2026-06-14 call: he moves house #gave" in text
    assert "Send the card 📅 2026-06-18" in text
    assert cli(example, "due", "--json").json()["contacts"][0]["name"] != "Ville Korhonen"
    again = cli(example, "log", "called Ville yesterday, he moves house #gave")
    assert "Already noted" in again.out


def test_log_with_a_new_name_makes_a_contact(cli: Cli, example: Path) -> None:
    result = cli(example, "log", "lunch with Ville and **Rui Prado** today", "--json")
    assert result.code == 0, result.out
    assert "People/Rui Prado.md" in result.json()["changed"]
    text = (example / "People" / "Rui Prado.md").read_text()
    assert "type: contact" in text
    assert "2026-06-15 lunch: with [[Ville Korhonen]]" in text
    assert cli(example, "show", "Rui").code == 0


def test_log_into_a_broken_note_gives_the_line_to_paste(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault", "== Eve.md\n---\ntype: contact\ntype: contact\n---\n## Log\n- 2026-01-01 call: x\n"
    )
    before = snapshot(vault)
    result = cli(vault, "log", "called Eve")
    assert result.code == 6
    assert "- 2026-06-15 call" in result.err
    assert snapshot(vault) == before


def test_new_goes_where_its_type_lives_and_refuses_a_taken_name(cli: Cli, example: Path) -> None:
    assert cli(example, "new", "meeting", "Coffee", "--with", "Ville", "--date", "tomorrow").code == 0
    text = (example / "Meetings" / "2026-06-16 Coffee.md").read_text()
    assert text.startswith('---\ntype: meeting\ndate: 2026-06-16\nwith:\n  - "[[Ville Korhonen]]"\n')
    assert cli(example, "new", "contact", "ville korhonen").code == 2
    assert cli(example, "new", "contact", "Ville Korhonen", "--force").code == 0
    assert (example / "People" / "Ville Korhonen (2).md").exists()


@pytest.mark.parametrize("kind", ["contact", "organization", "event", "meeting", "group", "introduction"])
def test_a_new_note_is_recognised_and_lints_clean(cli: Cli, tmp_path: Path, kind: str) -> None:
    vault = make_vault(tmp_path / "vault", "")
    path = cli(vault, "new", kind, "Something New", "--json").json()["path"]
    assert cli(vault, "init", "--dry-run", "--json").json()["recognised"] == {kind: 1}
    assert cli(vault, "check").out == "No problems found.\n"
    assert (vault / path).exists()


def test_ambiguous_names_are_refused_with_the_candidates(cli: Cli, example: Path) -> None:
    result = cli(example, "show", "Ada", "--json")
    assert result.code == 4
    error = json.loads(result.out)["error"]
    assert error["code"] == "ambiguous"
    assert error["candidates"] == ["People/Ada Ferreira.md", "People/Ada Kowalczyk.md"]
    assert "People/Ada Ferreira.md" in cli(example, "show", "Ada").err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("show", "Nobody At All"), 1, "Nobody At All"),
        (("agnda",), 2, "Did you mean agenda?"),
        (("due", "--within", "soon"), 2, "soon"),
        (("agenda", "10/9"), 2, "two days"),
        (("log", "had a nice day"), 2, ""),
        (("--today", "never", "due"), 2, "never"),
        (("config", "agenda.peple"), 2, "agenda.people"),
        (("new", "contact", "///"), 2, "file name"),
    ],
)
def test_words_that_cannot_be_meant(cli: Cli, example: Path, words: tuple[str, ...], code: int, said: str) -> None:
    result = cli(example, *words)
    assert result.code == code
    assert said in result.err
    assert "Traceback" not in result.err


def test_all_faults_of_the_settings_at_once(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\n[agenda]\npeple = 3\ndays = 'Mon-Foo'\n[nope]\n")
    result = cli(vault, "agenda")
    assert result.code == 2
    for part in ("vaultnet.toml", "agenda.people", "agenda.days", "nope"):
        assert part in result.err


def test_no_vault_here(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["due"], Flags()) == 5
    assert "vaultnet init" in capsys.readouterr().err


def test_an_empty_folder_becomes_a_vault(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert "Wrote vaultnet.toml" in cli(folder, "init").out
    assert "No contacts yet: begin with" in cli(folder, "agenda").out
    assert cli(folder, "due").out == "Nobody is due.\n"
    assert cli(folder, "coverage").code == 0
    assert cli(folder, "check").out == "No problems found.\n"


def test_adopting_names_the_notes_that_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    folder = make_vault(tmp_path / "vault", "== Bob.md\n---\ntype: person\ntags: [person\n---\n== Day.md\nhello\n")
    said = cli(folder, "init").out
    assert "Recognised in 2 notes: 1 other note\n" in said
    assert "1 note cannot be read: Bob.md:3; `vaultnet check` says what to mend\n" in said


def test_adopting_a_vault_changes_no_note(cli: Cli, example: Path) -> None:
    (example / "vaultnet.toml").unlink()
    before = snapshot(example)
    assert cli(example, "init").code == 0
    after = snapshot(example)
    assert after.pop("vaultnet.toml")
    assert after == before
    assert cli(example, "init").out.count("Wrote") == 0


def test_a_bug_is_told_from_a_fault_of_the_notes(cli: Cli, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import vaultnet.app.due

    monkeypatch.setattr(vaultnet.app.due, "list_due", lambda *_: 1 / 0)
    result = cli(example, "due")
    assert result.code == 3
    assert "docs/reporting.md" in result.err


def test_names_cannot_reach_the_terminal_raw(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "v", '== a.md\n---\ntype: contact\nname: "Eve \\e[31mRed\\u202e"\nlast-contact: 2020-01-01\n---\n'
    )
    out = cli(vault, "due").out
    assert "Eve [31mRed" in out
    assert "\x1b" not in out


def test_trust(cli: Cli, example: Path) -> None:
    own = example / ".vaultnet" / "templates"
    own.mkdir(parents=True)
    (own / "agenda.md").write_text("my own words for {{ day }}\n")
    ignored = cli(example, "agenda", "--stdout")
    assert "my own words" not in ignored.out
    assert "vaultnet trust" in ignored.err
    assert cli(example, "trust").code == 0
    assert "my own words for 2026-06-15" in cli(example, "agenda", "--stdout").out
    (own / "agenda.md").write_text("changed {{ day }}\n")
    assert "changed" not in cli(example, "agenda", "--stdout").out
    cli(example, "trust")
    (own / "agenda.md").write_text("{{ day.nothing }} {% broken\n")
    cli(example, "trust")
    broken = cli(example, "agenda")
    assert broken.code == 2
    assert ".vaultnet/templates/agenda.md:1" in broken.err
    cli(example, "trust", "--revoke")
    assert cli(example, "agenda").code == 0


def test_fix_mends_what_an_alias_cannot(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault",
        """
        == People/Ada Lovelace.md
        ---
        type: contact
        aliases:
          - Ada
        ---
        == Daily/2026-06-10.md
        called [[Ada]] about the engine
        """,
    )
    assert "unresolved-but-alias" in cli(vault, "check").out
    assert cli(vault, "check", "--fix").code == 0
    assert (vault / "Daily/2026-06-10.md").read_text() == "called [[Ada Lovelace|Ada]] about the engine\n"
    assert cli(vault, "check", "--fix", "--hygiene").code == 0
    assert "uid: " in (vault / "People/Ada Lovelace.md").read_text()


def test_completion_of_names_reads_the_index_only(
    cli: Cli, example: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    cli(example, "index")
    monkeypatch.setenv("_VAULTNET_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"vaultnet -C {example} show Vil")
    monkeypatch.setenv("COMP_CWORD", "4")
    with pytest.raises(SystemExit):
        run([], Flags())
    assert capfdbinary.readouterr().out == b"plain,Ville Korhonen\n"


def test_a_time_zone_that_is_none(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\n[vault]\ntimezone = 'Mars/Base'\n")
    result = cli(vault, "due")
    assert result.code == 2
    assert "vault.timezone" in result.err


def test_a_folder_in_the_vault_names_the_vault(cli: Cli, example: Path) -> None:
    assert cli(example / "People", "config", "--json").json()["root"] == str(example)


def test_templater_is_no_obstacle_to_printing(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\n[daily]\ntemplate = 'Day'\n== Day.md\n<% tp.now() %>\n")
    assert cli(vault, "agenda", "--stdout").out.startswith("<!-- vaultnet:agenda -->")
    refused = cli(vault, "agenda")
    assert refused.code == 6
    assert "<!-- vaultnet:agenda -->" in refused.err  # the block to paste


def test_undo_shows_what_it_would_put_back(cli: Cli, example: Path) -> None:
    cli(example, "agenda")
    after = snapshot(example)
    shown = cli(example, "undo", "--dry-run")
    assert "-**Promised**" in shown.out
    assert snapshot(example) == after


def test_agenda_tells_what_it_absorbed(cli: Cli, example: Path) -> None:
    cli(example, "agenda")
    note = example / "Daily" / "2026-06-15.md"
    note.write_text(note.read_text().replace("- [ ] E-mail [[Ville", "- [x] E-mail [[Ville"))
    told = cli(example, "agenda")
    assert "Absorbed 1 touch into People/Ville Korhonen.md" in told.err


def test_during_a_merge_nothing_is_written_and_the_line_is_given(cli: Cli, example: Path) -> None:
    (example / ".git").mkdir()
    (example / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (example / ".git" / "MERGE_HEAD").write_text("0" * 40 + "\n")
    before = snapshot(example)
    logged = cli(example, "log", "called Ville")
    assert logged.code == 6
    assert "- 2026-06-15 call" in logged.err
    page = cli(example, "agenda")
    assert page.code == 6
    assert "**Reach out**" in page.err
    assert snapshot(example) == before


def test_absorb_log_and_show_tell_of_a_touch_alike(cli: Cli, example: Path) -> None:
    logged = cli(example, "log", "called Ville, he moves house #gave", "--json").json()["touch"]
    shown = cli(example, "show", "Ville", "--json").json()["touches"][0]
    assert logged == shown
    assert logged["tags"] == ["gave"]
    assert logged["text"] == "he moves house"


def test_a_tier_that_is_none(cli: Cli, example: Path) -> None:
    refused = cli(example, "due", "--tier", "closee")
    assert refused.code == 2
    assert "did you mean close?" in refused.err


def test_settings_of_a_newer_format_are_said(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault", "== vaultnet.toml\nformat = 2\n[agenda]\npeoples = 3\n")
    found = cli(vault, "check")
    assert found.code == 1
    assert "vaultnet.toml:1:1: warning settings-newer" in found.out


def test_verbose_says_which_vault(cli: Cli, example: Path) -> None:
    assert f"Vault: {example}" in cli(example, "due", "-v").err


def test_a_touch_that_is_there_in_other_words(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(
        tmp_path / "vault", "== Ada.md\n---\ntype: contact\n---\n## Log\n* [[2026-06-15]] phone: the flat\n"
    )
    again = cli(vault, "log", "called Ada, the flat", "--json")
    assert again.code == 0, again.err
    assert again.json()["changed"] == []
    assert again.json()["touch"]["source"] == {"path": "Ada.md", "line": 5}


def test_a_name_that_nobody_has_is_a_word_that_cannot_be_meant(cli: Cli, example: Path) -> None:
    assert cli(example, "log", "--who", "zzyzx", "coffee").code == 2
