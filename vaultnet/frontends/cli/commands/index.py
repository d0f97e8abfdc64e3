"""`vaultnet index`: the index, brought up to date or built anew."""

import time

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
    from vaultnet.storage.lookup import counts_by_type

    with flags.workspace() as workspace:
        if only_path and not flags.as_json:
            print_text(str(workspace.database))
            return
        began = time.perf_counter()
        if rebuild:
            workspace.rebuild()
        found = workspace.refresh()
        if expect_missing:
            workspace.expect_missing()
        seconds = time.perf_counter() - began
        counts = counts_by_type(workspace.connection)
        touches = workspace.connection.execute("SELECT count(*) FROM touch").fetchone()[0]
        problems = workspace.connection.execute("SELECT count(*) FROM problem").fetchone()[0]
        database = workspace.database
    notes = sum(counts.values())
    if flags.as_json:
        print_json(
            "vaultnet.index/1", notes=notes, contacts=counts.get("contact", 0),
            organizations=counts.get("organization", 0), touches=touches, added=found.added, changed=found.changed,
            removed=found.removed, unchanged=found.unchanged, problems=problems, seconds=round(seconds, 3),
            database=str(database),
        )  # fmt: skip
        return
    print_text(
        f"{count_words(notes, 'note')}: {count_words(counts.get('contact', 0), 'contact')}, "
        f"{count_words(counts.get('organization', 0), 'organization')}, {count_words(touches, 'touch', 'touches')}, "
        f"{count_words(problems, 'problem')}"
    )
    print_text(f"{found.added} added, {found.changed} changed, {found.removed} removed ({seconds:.2f} s)")
