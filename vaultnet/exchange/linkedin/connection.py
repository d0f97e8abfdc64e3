"""Connections.csv: one person a row, with the job they say they have and the day on which you connected.

Ada,"Example, PhD",https://www.linkedin.com/in/ada,,Acme,Engineer,05 Mar 2022
->  Draft(name="Ada Example", linkedin="https://...", company=("Acme",), role="Engineer", met=date(2022, 3, 5),
          notes="Name on LinkedIn: Ada Example, PhD")
"""

from collections.abc import Mapping
from datetime import date

from vaultnet.exchange.cleaning import clean
from vaultnet.exchange.date_column import settle_dates
from vaultnet.exchange.draft import Draft, Parsed, Rejected
from vaultnet.exchange.identity import email_key
from vaultnet.exchange.linkedin.name import clean_name
from vaultnet.exchange.linkedin.stamp import read_stamp
from vaultnet.exchange.linkedin.table import Entry, LinkedinTable
from vaultnet.exchange.linkedin.words import words_in
from vaultnet.exchange.source import ImportContext

_READ = ("first_name", "last_name", "url", "email_address", "company", "position", "connected_on")


def parse_connections(table: LinkedinTable, context: ImportContext) -> Parsed:
    """Days of which nothing tells whether the month stands first go to the notes, and a remark says so."""
    days, remark = settle_dates(
        "Connected On", [entry.cells.get("connected_on", "") for entry in table.entries], context
    )
    made = [
        _connection(entry, table.source, context, read_stamp(day, context.today))
        for entry, day in zip(table.entries, days, strict=True)
    ]
    columns = table.entries[0].cells if table.entries else ()
    return Parsed(
        tuple(one for one in made if isinstance(one, Draft)),
        tuple(one for one in made if isinstance(one, Rejected)),
        tuple(column.replace("_", " ") for column in columns if column and column not in _READ),
        (remark,) if remark else (),
    )


def _connection(entry: Entry, source: str, context: ImportContext, day: date | None) -> Draft | Rejected:
    cells = {column: entry.cells.get(column, "") for column in _READ}
    name = clean_name(cells["first_name"], cells["last_name"])
    if not name.name:
        return Rejected(entry.line, "a member who hides their name, or has left", source)
    words = words_in(context.language)
    email = email_key(cells["email_address"])
    left = (
        (words.name, name.cut),
        (words.since, "" if day else clean(cells["connected_on"])),
        ("E-Mail", "" if email else clean(cells["email_address"])),
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
