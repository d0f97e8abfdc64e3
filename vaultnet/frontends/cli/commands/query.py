"""`vaultnet query`: SQL for those who like it."""

import csv
import io
from typing import TYPE_CHECKING, Any

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_exact, print_json, print_table

if TYPE_CHECKING:
    from vaultnet.storage.sql_query import SqlResult


@click.command(cls=Command)
@click.argument("sql")
@click.option("--csv", "as_csv", is_flag=True, help="Print a table for spreadsheets.")
@click.pass_obj
def query(flags: Flags, sql: str, *, as_csv: bool) -> None:
    """Ask the index in SQL. Nothing can be changed.

    Views: contacts, organizations, facts, touches, promises, links, properties; the tables are in docs/schema.md.

    \b
    vaultnet query "SELECT name, due FROM contacts WHERE state = 'late' ORDER BY due"
    vaultnet query "SELECT kind, count(*) FROM touches WHERE date >= '2026' GROUP BY kind" --csv
    """
    from vaultnet.app.query import run_query

    with flags.workspace() as workspace:
        found = run_query(workspace, sql)
    if flags.as_json:
        print_json("vaultnet.query/1", columns=list(found.columns), rows=[list(row) for row in found.rows])
    elif as_csv:
        print_exact(_as_csv(found))
    else:
        print_table(found.columns, [tuple(map(_cell, row)) for row in found.rows], color=flags.use_color)


def _as_csv(found: "SqlResult") -> str:
    from vaultnet.exchange.csv_cell import harmless

    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow([harmless(column) for column in found.columns])
    table.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in found.rows)
    return written.getvalue()


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
