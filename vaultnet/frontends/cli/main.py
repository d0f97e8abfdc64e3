"""The command line as click reads it: a lazy group of commands, and the global options.

vaultnet agenda --json        imports frontends/cli/commands/agenda.py, and no other command
"""

import sys
from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import Any, NoReturn

import click

from vaultnet.frontends.cli.context import Flags, parse_today
from vaultnet.frontends.cli.ending import end, fail

# Command -> its line of help. A command is one file of this name in commands/, with a function of this name in it.
COMMANDS: dict[str, str] = {
    "absorb": "Put what you ticked into the contacts' logs.",
    "agenda": "Write today's agenda into the daily note.",
    "brief": "Write the brief for a meeting into its note.",
    "check": "Find problems in the notes.",
    "completion": "Print the shell's completion script.",
    "config": "Show the settings that hold, and where they come from.",
    "coverage": "Say whether the daily budget can hold the network.",
    "dates": "List the days to mark, with what to do and by when.",
    "debrief": "Write down what came of a meeting, and put it where it belongs.",
    "doctor": "Say where everything about the vault lies, and what could get in the way.",
    "draft": "Word a message to somebody from what the notes know.",
    "drive": "Show how your list of people grows, and where it is thin.",
    "due": "List who is due to hear from you.",
    "export": "Write your contacts in another program's format.",
    "dupes": "List notes that may be of one person.",
    "facts": "Hold organizations against one another: salary, culture, situation.",
    "find": "Find notes by their words, and by what stands under a key.",
    "followups": "List what you asked and what comes next, replies owed, thanks due.",
    "goals": "Show your goals, what they could say besides, who is near.",
    "forget": "Take everything about one person out of the vault, for good.",
    "git": "Let git merge notes by meaning, in this clone.",
    "give": "Propose what to give: introductions, help, articles, a word.",
    "import": "Bring people in from another program; shows the plan first.",
    "index": "Bring the index up to date, or say where it is.",
    "init": "Make a vault, or adopt an existing one.",
    "introductions": "List the introductions under way, with the next step of each.",
    "labels": "Print address labels for a set of contacts, as a PDF.",
    "log": "Note down one touch in a plain sentence.",
    "merge": "Make one note of two, and lose no line.",
    "migrate": "Bring the settings file to the newest format.",
    "news": "Show what is new at organizations you know; --fetch asks their feeds.",
    "network": "Say who belongs together and who joins them, or draw it.",
    "new": "Make a contact, organization, meeting or other note.",
    "path": "Show whom to ask for an introduction to somebody.",
    "plan": "Show the touch plan: somebody's year, or the network's.",
    "promises": "List what you promised, and what you wait for.",
    "rename": "Give a note another name, with every link to it kept right.",
    "query": "Ask the index in SQL; nothing can be changed.",
    "set": "Set a property of every contact that meets conditions.",
    "resolve": "Settle what two machines made of one note, and conflict copies.",
    "review": "Write the weekly review, or that of the quarter or year.",
    "show": "Show one contact's card.",
    "snooze": "Leave somebody in peace until a day.",
    "stats": "Show the practice in figures: rhythm, ways, list, answers.",
    "targets": "Show whom you know at the organizations you aim for.",
    "triage": "Give those without a place yet one, key by key.",
    "trust": "Allow this vault's own templates.",
    "undo": "Take back what the last command wrote.",
    "watch": "Stay, absorb ticks, and keep today's agenda fresh.",
    "wishlist": "Show whom you would like to meet, with the next step towards each.",
}
_SHORT_PATH = """\
The day's short path:

  vaultnet agenda                         who to be in touch with today, in your daily note
  vaultnet log "coffee with Ville ..."    what came of it, in a plain sentence
  vaultnet due --within 7d                who is next
  vaultnet show Ville                     everything about one person

First time?  vaultnet init --example demo   makes an example vault to play with.
All commands: vaultnet --help
"""


def _set(name: str, convert: Callable[[Any], Any] = lambda value: value) -> Callable[..., None]:
    def callback(context: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value is not None and value is not False:
            setattr(context.ensure_object(Flags), name, convert(value))

    return callback


def global_options() -> list[click.Option]:
    """The options that may stand before or after the command."""
    return [
        click.Option(["-C", "directory"], metavar="DIR", expose_value=False, callback=_set("directory"),
                     help="The vault, or a folder in it (else VAULTNET_VAULT, else here)."),
        click.Option(["--today"], metavar="DATE", expose_value=False, callback=_set("today", parse_today),
                     help="Work as if it were this day."),
        click.Option(["--json"], is_flag=True, expose_value=False, callback=_set("as_json"),
                     help="Print one JSON object."),
        click.Option(["-q", "--quiet"], is_flag=True, expose_value=False, callback=_set("quiet"),
                     help="Print results only."),
        click.Option(["-v", "--verbose"], is_flag=True, expose_value=False, callback=_set("verbose"),
                     help="Say which vault and which index."),
        click.Option(["--no-color"], is_flag=True, expose_value=False, callback=_set("no_color"),
                     help="No colour (so does NO_COLOR)."),
    ]  # fmt: skip


class Command(click.Command):
    """A command that takes the global options too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += global_options()


class LazyGroup(click.Group):
    """Knows its commands by name and help; imports one when it is called."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        python_name = f"{name}_" if iskeyword(name) else name  # `import` can name no function
        module = import_module(f"vaultnet.frontends.cli.commands.{python_name}")
        command: click.Command = getattr(module, python_name)
        return command

    def resolve_command(self, context: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS:
            from vaultnet.text.nearest import nearest

            guess = nearest(args[0], COMMANDS)
            hint = f" Did you mean {guess}?" if guess else " `vaultnet --help` lists all."
            raise click.UsageError(f"There is no command {args[0]}.{hint}", context)
        return super().resolve_command(context, args)

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


def _version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from vaultnet.frontends.cli.version import version

        click.echo(f"vaultnet {version()}")
        context.exit()


@click.group(
    cls=LazyGroup, invoke_without_command=True, params=global_options(),
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version."
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Keep in touch: a networking practice on a folder of Markdown notes."""
    if context.invoked_subcommand is None:
        click.echo(_SHORT_PATH, nl=False)


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with the exit code that `docs/guide/exit-codes.md` promises."""
    words = sys.argv[1:] if args is None else args
    flags = Flags(words=("vaultnet", *words))
    sys.exit(run(words, flags))


def run(words: list[str], flags: Flags) -> int:
    """One command line, and its exit code."""
    return end(flags, lambda: _read(words, flags))


def _read(words: list[str], flags: Flags) -> object:
    """The line read by click, and done; what click finds wrong with it is said as every other failure is."""
    try:
        return cli.main(words, "vaultnet", standalone_mode=False, obj=flags)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        usage = error.ctx.get_usage() if isinstance(error, click.UsageError) and error.ctx else ""
        message = " ".join(error.format_message().split())  # click lists choices one a line
        return fail(flags, "usage", message, 2, None, usage)
    except click.exceptions.Exit as error:
        return error.exit_code
