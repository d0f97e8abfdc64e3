"""The door without click: the same lines mean the same, whoever reads them."""

import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vaults import make_vault
from vaultnet.frontends.cli import plain_completion
from vaultnet.frontends.cli.acts.find import USUAL_LIMIT
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.door import main
from vaultnet.frontends.cli.main import COMMANDS, cli
from vaultnet.frontends.cli.plain_line import ACTS, read_plain_line

_WORDS = (
    "agenda",
    "due",
    "find",
    "log",
    "show",
    "tomorrow",
    "coffee with Ada",
    "",
    "-tea",
    "--",
    "-",
    "--stdout",
    "--who",
    "x",
)
_OPTIONS = ("-C", "--today", "--json", "-q", "--quiet", "-C.", "--today=2026-06-15", "-v", "--dry-run", "-h")
_VALUES = ("2026-06-15", "20260615", "2026-02-30", "tomorrow", ".", "/no/such/folder", "-x")
_ARGUMENTS = {"agenda": "date", "find": "query", "log": "sentence"}


def _flags(flags: Flags) -> dict[str, Any]:
    return {name: value for name, value in vars(flags).items() if name != "words"}


def _by_click(line: list[str]) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """What click makes of a line: the command, its words, and the flags. Every other parameter has its default."""
    flags = Flags()
    with cli.make_context("vaultnet", list(line), obj=flags) as outer:
        name, command, rest = cli.resolve_command(outer, [*outer._protected_args, *outer.args])
        assert name is not None
        assert command is not None
        with command.make_context(name, rest, parent=outer) as inner:
            values = dict(inner.params)
    words = values.pop(_ARGUMENTS[name]) if name in _ARGUMENTS else ()
    assert values.pop("limit", USUAL_LIMIT) == USUAL_LIMIT
    assert not any(values.values()), "a plain line has no option but the global ones"
    return name, words if isinstance(words, tuple) else (words,), _flags(flags)


@given(st.lists(st.sampled_from((*_WORDS, *_OPTIONS, *_VALUES)), max_size=6))
def test_a_plain_line_means_what_click_makes_of_it(line: list[str]) -> None:
    plain = read_plain_line(line)
    if plain is not None:
        name, words, flags = _by_click(line)
        given = plain.words or (("",) if _ARGUMENTS.get(name) == "date" else ())
        assert (plain.command, given, _flags(plain.flags)) == (name, words, flags)
        assert plain.flags.words == ("vaultnet", *line)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["agenda"], ()),
        (["-C", "x", "--today", "2026-06-15", "agenda", "tomorrow", "-q"], ("tomorrow",)),
        (["due", "--json"], ()),
        (["log", "coffee", "with Ada"], ("coffee", "with Ada")),
        (["find", "flood model", "sort:-last"], ("flood model", "sort:-last")),
    ],
)
def test_lines_of_every_day_are_plain(line: list[str], words: tuple[str, ...]) -> None:
    plain = read_plain_line(line)
    assert plain is not None
    assert plain.words == words


@pytest.mark.parametrize(
    "line",
    [[], ["show", "Ada"], ["log"], ["agenda", "a", "b"], ["agenda", "--stdout"], ["due", "x"], ["--today", "today", "due"],
     ["-C"], ["log", "--", "x"], ["log", "a -b", "-c"], ["find", "a", "-tag:x"], ["find", "a", "--limit", "0"], ["-C", "-q", "due"]],
)  # fmt: skip
def test_all_other_lines_are_for_click(line: list[str]) -> None:
    assert read_plain_line(line) is None


def test_every_plain_command_is_a_command() -> None:
    assert set(ACTS) <= set(COMMANDS)


def _run(environment: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-c", "from vaultnet.frontends.cli.door import main; main()", *words]
    return subprocess.run(line, env=dict(environment), capture_output=True, check=False)


def test_both_doors_say_the_same_of_the_same_failure(tmp_path: Path, environment: Mapping[str, str]) -> None:
    """One error handler: a vault that is none, from the plain door and (with an option in one word) from click's."""
    plain, by_click = (_run(environment, *words, "due") for words in (["-C", str(tmp_path)], [f"-C{tmp_path}"]))
    assert plain.returncode == by_click.returncode == 5
    assert plain.stderr == by_click.stderr


def test_a_locale_that_somebody_insists_on_is_no_endless_beginning(
    tmp_path: Path, environment: Mapping[str, str]
) -> None:
    make_vault(tmp_path / "vault", "")
    ascii_only = {**environment, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    line = [sys.executable, "-X", "utf8=0", "-m", "vaultnet", "-C", str(tmp_path / "vault"), "due"]
    assert subprocess.run(line, env=ascii_only, capture_output=True, check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(("words", "closed"), [("due", ">&-"), ("agenda", "<&- >&- 2>&-"), ("show Ada", ">&-")])
def test_who_closes_a_stream_is_served_all_the_same(
    tmp_path: Path, environment: Mapping[str, str], words: str, closed: str
) -> None:
    root = make_vault(tmp_path / "vault", "== Ada.md\n---\ntype: contact\n---\n")
    program = f"{sys.executable} -c 'from vaultnet.frontends.cli.door import main; main()'"
    line = f"{program} -C {root} --today 2026-06-15 {words} {closed}"
    assert subprocess.run(line, shell=True, env=dict(environment), capture_output=True, check=False).returncode == 0


def test_who_is_in_a_folder_that_is_gone_may_name_a_vault_elsewhere(
    tmp_path: Path, environment: Mapping[str, str]
) -> None:
    root = make_vault(tmp_path / "vault", "")
    program = f"{sys.executable} -P -c 'from vaultnet.frontends.cli.door import main; main()'"
    (tmp_path / "gone").mkdir()
    line = f"cd {tmp_path}/gone && rmdir {tmp_path}/gone && {program} -C {root} --today 2026-06-15 agenda && {program} agenda"
    done = subprocess.run(line, shell=True, env=dict(environment), capture_output=True, check=False)
    assert done.returncode == 5, done.stderr
    assert b"the folder you are in is gone" in done.stderr


def test_an_interruption_before_a_command_begins_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_words: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vaultnet.frontends.cli.plain_line.read_plain_line", interrupted)
    with pytest.raises(SystemExit) as left:
        main(["due"])
    assert left.value.code == 130


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}


def test_the_table_of_names_is_what_the_commands_say() -> None:
    """Every parameter that click completes with names, and no other."""
    names: dict[str, int] = {}
    named_by: dict[str, str] = {}
    for name in COMMANDS:
        python_name = f"{name}_" if iskeyword(name) else name
        command = getattr(import_module(f"vaultnet.frontends.cli.commands.{python_name}"), python_name)
        arguments = [one for one in command.params if isinstance(one, click.Argument)]
        mine = [one for one in command.params if getattr(one, "_custom_shell_complete", None) is not None]
        for one in (one for one in mine if one._custom_shell_complete.__name__ == "complete_name"):
            if isinstance(one, click.Argument):
                assert arguments.index(one) == names.get(name, 0), "names come first"
                names[name] = plain_completion._ANY if one.nargs == -1 else names.get(name, 0) + 1
            else:
                named_by[name] = one.opts[0]
    assert names == plain_completion.NAMES
    assert named_by == plain_completion.NAMED_BY


_LINES = (
    "show V", "show Ville K", "-C {vault} show Vil", "merge Ville V", "merge a b V", "rename Vil", "rename a V",
    "log --who V", "log V", "give --who V", "show --who V", "show 'Ville K", 'show "V', "sho", "show -", "show --js",
    "show =", "show a=V", "--today 2026-06-15 show V", "--today x show V", "network --around V", "due V", "", "show ",
    "log --who= V", "show -- V", "log --kind V", "find V",
)  # fmt: skip


def test_completion_says_what_click_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    vault = make_vault(
        tmp_path / "vault",
        """
        == People/Ville Korhonen.md
        ---
        type: contact
        ---
        == People/Vera Åberg.md
        ---
        type: contact
        ---
        """,
    )
    monkeypatch.chdir(vault)
    assert _answer({}, ["index"], capfdbinary, plainly=False) is not None
    answered = 0
    for shell in ("bash", "zsh", "fish"):
        for line in _LINES:
            typed = line.format(vault=vault)
            cursor = typed.rpartition(" ")[2] if shell == "fish" else str(len(typed.split(" ")))
            environment = {
                "_VAULTNET_COMPLETE": f"{shell}_complete", "COMP_WORDS": f"vaultnet {typed}", "COMP_CWORD": cursor,
            }  # fmt: skip
            plain = _answer(environment, [], capfdbinary, plainly=True)
            if plain is not None:
                answered += 1
                assert plain == _answer(environment, [], capfdbinary, plainly=False), (shell, typed)
    assert answered > 20, "most of them without click"


def _answer(
    environment: Mapping[str, str], words: list[str], out: pytest.CaptureFixture[bytes], *, plainly: bool
) -> bytes | None:
    out.readouterr()
    if plainly:
        return out.readouterr().out if plain_completion.complete(environment) else None
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        try:
            cli.main(words, "vaultnet", standalone_mode=True, obj=Flags())
        except SystemExit as end:
            assert not end.code  # noqa: PT017
    return out.readouterr().out
