"""Names for the shell's completion, where click is asked for them.

vaultnet export csv --out list.csv --who Ad<TAB>   ->   Ada Lovelace
"""

import click
from click.shell_completion import CompletionItem

from vaultnet.frontends.cli.context import Flags


def complete_name(context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Contacts whose name, or a word of it, begins with what was typed."""
    from vaultnet.frontends.cli.names import names_that_begin

    return [CompletionItem(title) for title in names_that_begin(context.ensure_object(Flags), typed)]
