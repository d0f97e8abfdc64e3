"""`vaultnet find`: full text and fields."""

import click

from vaultnet.frontends.cli.acts.find import USUAL_LIMIT, list_found
from vaultnet.frontends.cli.commands.set import WhereCommand
from vaultnet.frontends.cli.context import Flags


@click.command(cls=WhereCommand)
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=USUAL_LIMIT, type=click.IntRange(0), help="So many notes at most; 0 for all.")
@click.option("--paths0", is_flag=True, help="Print only the paths, a NUL behind each, for `xargs -0`.")
@click.pass_context
def find(context: click.Context, query: tuple[str, ...], limit: int, *, paths0: bool) -> None:
    """Find notes. Words must all stand in the note; accents and case do not matter.

    pens* is any word that begins so, "moves to Paris" a phrase, -tea without it. Fields as in `set`: company:acme,
    tier=close, last<2026-01-01, has:email, and any key of the front matter; at:ORG, in:PLACE. sort:FIELD or
    sort:-FIELD orders. Exits with 1 where nothing matches.

    \b
    vaultnet find pension company:acme
    vaultnet find '"flood model" -type:meeting sort:-last'
    vaultnet find who at Tidemark
    vaultnet find tag:mentor --paths0 | xargs -0 grep -l tea
    """
    code = list_found(context.ensure_object(Flags), query, limit=limit, paths0=paths0)
    if code:
        context.exit(code)
