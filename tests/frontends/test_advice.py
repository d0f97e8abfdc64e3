"""What `vaultnet check` says of how things were said: hints in the right place, and nothing where nothing is to say."""

from pathlib import Path

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

VAULT = """
    == People/Ada.md
    ---
    type: contact
    needs: [a speaker, a printer]
    ---
    Asked for a job once, in prose.
    - [ ] ask her for a job
    ## Log
    - 2026-06-01 email to: asked for help #asked
    - 2026-05-01 email to: just checking in
    - 2026-04-01 email from: do you have any openings?
    - 2026-03-01 call: asked her for a job
    - 2026-02-01 call: she got a job
    == People/Ben.md
    ---
    type: contact
    ---
    ## Log
    - 2026-06-01 email to: asked to introduce me to contact Ada #asked
    - 2026-05-01 gift: a book
    == Daily/2026-06-02.md
    Wrote [[Ben]]: do you have any openings in your team?

    > Wrote [[Ben]]: are you hiring?

    `asked [[Ben]] for a job`
    == Meetings/Tea.md
    ---
    type: meeting
    date: 2026-06-20
    with: "[[Ben]]"
    outcome: ask him for a job
    ---
    <!-- vaultnet:brief -->
    **Wanted** · ask him for a job
    - asked for a job
    <!-- /vaultnet:brief -->
    == Drafts/Ben.md
    <!-- vaultnet:draft-advice-1 -->
    Dear Ben,

    Are you hiring?
    > Are you hiring?
    <!-- /vaultnet:draft-advice-1 -->
    == Plain.md
    Are you hiring? I need a job.
"""
HINTS = [
    ("Daily/2026-06-02.md", 1, "advice-asks-for-job"),
    ("Drafts/Ben.md", 4, "advice-asks-for-job"),
    ("Meetings/Tea.md", 5, "advice-asks-for-job"),
    ("Meetings/Tea.md", 8, "advice-asks-for-job"),
    ("People/Ada.md", 8, "advice-ask-names-nobody"),
    ("People/Ada.md", 8, "advice-help-first"),
    ("People/Ada.md", 9, "advice-says-nothing"),
    ("People/Ada.md", 11, "advice-asks-for-job"),
]


def test_hints_are_no_faults(cli: Cli, tmp_path: Path) -> None:
    result = cli(make_vault(tmp_path, VAULT), "check", "--json")
    problems = result.json()["problems"]
    assert [(one["path"], one["line"], one["rule"]) for one in problems] == HINTS
    assert {(one["severity"], one["fixable"]) for one in problems} == {("info", False)}
    assert result.code == 0
    help_first = next(one["message"] for one in problems if one["rule"] == "advice-help-first")
    assert help_first == "help first: Ada needs a speaker; a printer"


def test_help_first_without_a_need_and_not_for_the_dead(cli: Cli, tmp_path: Path) -> None:
    ask = "## Log\n    - 2026-06-01 email to: asked for her slides on dikes #asked\n"
    vault = make_vault(
        tmp_path,
        f"""
    == Ada.md
    ---
    type: contact
    ---
    {ask}
    == Ben.md
    ---
    type: contact
    status: deceased
    ---
    {ask}
    """,
    )
    assert cli(vault, "check").out == (
        "Ada.md:5:1: info advice-help-first: help first: ask Ada what you could do for them, before the next ask\n"
    )


def test_in_german(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path, "== vaultnet.toml\n[vault]\nlanguage = 'de'\n== A.md\n---\ntype: contact\n---\n")
    with (vault / "A.md").open("a") as note:
        note.write("## Verlauf\n- 2026-06-01 E-Mail an: gefragt, ob sie jemanden kennt #gefragt\n")
    assert cli(vault, "check").out.split("\n")[:2] == [
        (
            "A.md:5:1: Hinweis advice-ask-names-nobody: eine Bitte, die niemanden nennt, keine Organisation und keine "
            "Rolle: sag, um wen oder was es geht"
        ),
        "A.md:5:1: Hinweis advice-help-first: erst helfen: frag A vor der nächsten Bitte, was du tun könntest",
    ]


def test_the_example_vault_raises_no_false_alarm(cli: Cli, example: Path) -> None:
    """One true one: the yearly talk, in which something was asked for and nothing given all year."""
    problems = cli(example, "check", "--json").json()["problems"]
    assert [(one["path"], one["rule"]) for one in problems if one["rule"].startswith("advice-")] == [
        ("People/Marleen Hoekstra.md", "advice-help-first")
    ]
