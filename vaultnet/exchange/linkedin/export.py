"""The export of LinkedIn: its files, each by its header, and what they say of people together.

Connections.csv, messages.csv, Profile.csv  ->  Parsed(drafts=(Draft("Ada Example", ...), ...), rejected=(...),
                                                       own=(OwnDraft(...),), remarks=("...",))

Connections come first, so that what the other files tell finds them; Profile.csv says which of two who write is me.
"""

from collections.abc import Iterable, Sequence

from vaultnet.errors import UsageError
from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.draft import Parsed, joined
from vaultnet.exchange.linkedin.connection import parse_connections
from vaultnet.exchange.linkedin.contact_row import parse_contact_rows
from vaultnet.exchange.linkedin.member import Members, build_members
from vaultnet.exchange.linkedin.message import parse_messages
from vaultnet.exchange.linkedin.own import OWN_KINDS, parse_own
from vaultnet.exchange.linkedin.table import LinkedinTable, read_linkedin
from vaultnet.exchange.source import ImportContext, SourceFile

_ORDER = ("connections", "notes", "invitations", "messages", "recommendations", "endorsed_by", "endorsed", *OWN_KINDS)
_SHOWN = 8  # companies


def parse(sources: tuple[SourceFile, ...], context: ImportContext) -> Parsed:
    """Raises UsageError where none of the files is of an export, or one is no text."""
    tables = [read_linkedin(source) for source in sources]
    known = [table for table in tables if table.kind]
    if not known:
        raise UsageError(
            f"{tables[0].source} is no file of a LinkedIn export: it has no header such as that of Connections.csv",
            path=tables[0].source,
        )
    members = build_members(known, context)
    unreadable = Parsed((), tuple(row for table in known for row in table.rejected))
    ordered = sorted((table for table in known if table.kind in _ORDER), key=lambda table: _ORDER.index(table.kind))
    return joined((*(_parse(table, members, context) for table in ordered), unreadable), _remarks(tables))


def _parse(table: LinkedinTable, members: Members, context: ImportContext) -> Parsed:
    if table.kind == "connections":
        return parse_connections(table, context)
    if table.kind == "messages":
        return parse_messages(table, members, context)
    if table.kind in OWN_KINDS:
        return parse_own(table, context)
    return parse_contact_rows(table, members, context)


def _remarks(tables: Sequence[LinkedinTable]) -> Iterable[str]:
    for table in tables:
        if not table.kind:
            yield f"{table.source} is passed over: it has no header that LinkedIn writes"
        elif table.encoding != "UTF-8":
            yield f"{table.source} was read as {table.encoding}"
        if table.kind == "follows":
            names = [clean(entry.cells["organization"]) for entry in table.entries]
            shown = ", ".join((*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])))
            yield f"You follow {shown}: whom of them you would like to work for belongs to `targets` of your goals"
