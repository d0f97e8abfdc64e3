"""`vaultnet index`: the index, brought up to date or built anew."""

from typing import Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_text
from vaultnet.frontends.cli.wording import count_words


@click.command(cls=Command)
@click.option("--rebuild", is_flag=True, help="Throw the index away and read every note.")
@click.option("--path", "only_path", is_flag=True, help="Print where the index is (a SQLite file), for other tools.")
@click.option("--expect-missing", is_flag=True, help="Many notes are gone, and that is right: go on.")
@click.pass_obj
def index(flags: Flags, rebuild: bool, only_path: bool, expect_missing: bool) -> None:
    """Bring the index up to date, or say where it is.

    Every command does this by itself; the index can be deleted at any time.

    \b
    vaultnet index
    vaultnet index --rebuild
    sqlite3 "$(vaultnet index --path)" 'select path from note limit 5'
    """
    from vaultnet.app.state_of_index import refresh_index

    with flags.workspace() as workspace:
        if only_path and not flags.as_json:
            print_text(str(workspace.database))
            return
        found = refresh_index(workspace, rebuild=rebuild)
        if expect_missing:
            workspace.expect_missing()
    if flags.as_json:
        print_json("vaultnet.index/1", **found)
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    counts = (("notes", "note"), ("contacts", "contact"), ("organizations", "organization"), ("problems", "problem"))
    words = [count_words(found[key], one) for key, one in counts]
    words.insert(3, count_words(found["touches"], "touch", "touches"))
    print_text(f"In the index: {', '.join(words)}")
    added, changed, removed = found["added"], found["changed"], found["removed"]
    print_text(f"{added} added, {changed} changed, {removed} removed ({found['seconds']:.2f} s)")
