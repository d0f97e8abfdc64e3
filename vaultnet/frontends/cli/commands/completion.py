"""`vaultnet completion`: what a shell needs to complete commands, options and names."""

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_obj
def completion(flags: Flags, shell: str) -> None:
    """Print the completion script of a SHELL (bash, zsh or fish).

    \b
    bash:  echo 'eval "$(vaultnet completion bash)"' >> ~/.bashrc
    zsh:   echo 'eval "$(vaultnet completion zsh)"' >> ~/.zshrc
    fish:  vaultnet completion fish > ~/.config/fish/completions/vaultnet.fish
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from vaultnet.frontends.cli.main import cli

    complete = get_completion_class(shell)
    assert complete is not None
    # Not its own `source`: that of bash starts a bash to ask how old it is, and we start no programs for a print.
    script = ShellComplete.source(complete(cli, {}, "vaultnet", "_VAULTNET_COMPLETE"))
    if flags.as_json:
        print_json("vaultnet.completion/1", shell=shell, script=script)
    else:
        print_exact(script)
