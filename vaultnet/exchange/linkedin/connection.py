"""Connections.csv: one person a row, with the job they say they have and the day on which you connected.

Ada,"Example, PhD",https://www.linkedin.com/in/ada,,Acme,Engineer,05 Mar 2022
->  Draft(name="Ada Example", linkedin="https://...", company=("Acme",), role="Engineer", met=date(2022, 3, 5),
          notes="Name on LinkedIn: Ada Example, PhD")
"""

from collections.abc import Mapping

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.draft import Draft, Rejected
from vaultnet.exchange.identity import email_key
from vaultnet.exchange.linkedin.name import clean_name
from vaultnet.exchange.linkedin.stamp import read_stamp
from vaultnet.exchange.linkedin.table import Entry, LinkedinTable
from vaultnet.exchange.linkedin.words import words_in
from vaultnet.exchange.source import ImportContext
from vaultnet.exchange.table_date import order_of

_READ = ("first name", "last name", "url", "email address", "company", "position", "connected on")


def parse_connections(
    table: LinkedinTable, context: ImportContext
) -> tuple[tuple[Draft, ...], tuple[Rejected, ...], tuple[str, ...]]:
    """Drafts, rejected rows, and the columns that nobody knows."""
    order = order_of(entry.cells.get("connected on", "") for entry in table.entries) or context.date_order
    made = [_connection(entry, table.source, context, order) for entry in table.entries]
    columns = table.entries[0].cells if table.entries else ()
    return (
        tuple(one for one in made if isinstance(one, Draft)),
        tuple(one for one in made if isinstance(one, Rejected)),
        tuple(column for column in columns if column and column not in _READ),
    )


def _connection(entry: Entry, source: str, context: ImportContext, order: str) -> Draft | Rejected:
    cells = {column: entry.cells.get(column, "") for column in _READ}
    name = clean_name(cells["first name"], cells["last name"])
    if not name.name:
        return Rejected(entry.line, "a member who hides their name, or has left", source)
    words = words_in(context.language)
    day = read_stamp(cells["connected on"], context.today, order=order)
    email = email_key(cells["email address"])
    left = (
        (words.name, name.cut),
        (words.since, "" if day else clean(cells["connected on"])),
        ("E-Mail", "" if email else clean(cells["email address"])),
    )
    company = clean(cells["company"])
    return Draft(
        line=entry.line, name=name.name, source=source, first_name=name.first, last_name=name.last,
        email=(email,) if email else (), linkedin=_profile(cells), company=(company,) if company else (),
        role=clean(cells["position"]), met=day, notes="\n".join(f"{what}: {said}" for what, said in left if said),
    )  # fmt: skip


def _profile(cells: Mapping[str, str]) -> str:
    """Without what follows the `?`, which says from where it was looked up."""
    return clean(cells["url"]).partition("?")[0].rstrip("/")
