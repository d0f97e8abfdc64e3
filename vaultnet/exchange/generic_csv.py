"""A table of people in text: comma, semicolon or tab between the cells, its columns guessed or told with `--map`.

Full name,Firm,Mail                                 Draft(line=2, name="Ada Example", company=("Acme",),
Ada Example,Acme,ada@example.com            ->            email=("ada@example.com",))
"""

from vaultnet.errors import UsageError
from vaultnet.exchange.columns import names_people, refuse_unknown_columns
from vaultnet.exchange.csv_table import Table, read_table
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Parsed, joined
from vaultnet.exchange.people_table import read_people
from vaultnet.exchange.source import ImportContext, SourceFile


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError for a file without a column of names or e-mail addresses."""
    tables: list[tuple[str, Table]] = []
    remarks: list[str] = []
    for source in sources:
        decoded = decode(source.data, source.name)
        table = read_table(decoded.text, lambda cells: names_people(cells, context.mapping))
        if not table.header:
            raise UsageError(
                f"{source.name}: no column is a name or an e-mail address: say which with --map COLUMN=name",
                path=source.name,
            )
        if decoded.encoding != "UTF-8":
            remarks.append(f"{source.name} was read as {decoded.encoding}")
        tables.append((source.name, table))
    refuse_unknown_columns(context.mapping, [table.header for _, table in tables])
    return joined([read_people(table, name, context) for name, table in tables], remarks)
