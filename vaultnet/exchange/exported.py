"""Somebody who leaves in an export, as a format's writer gets them, and what it is told besides.

Exported("People/Ada Example.md", Draft(line=1, name="Ada Example", email=("ada@example.com",), ...), date(2026, 6, 1))

A person is a `Draft` here too: what an importer makes of a file is what an exporter makes a file of, so that going out
and coming in again can be held against one another.
"""

from datetime import date
from typing import NamedTuple

from vaultnet.exchange.calendar_entry import CalendarEntry
from vaultnet.exchange.draft import Draft


class Exported(NamedTuple):
    """`person` says only what this export may carry: `notes` and `touches` are empty unless asked for, and for others
    than oneself there is nothing but what stands on a business card. `revised` is the newest day that the note itself
    tells of, None where it tells of none.
    """

    path: str
    person: Draft
    revised: date | None = None


class ExportContext(NamedTuple):
    """`audience` is whom the export is for ("self": oneself); `version` is a version of the format, "" for the usual
    one; `with_notes`: bodies were asked for; `language` is the vault's. `entries` are what a calendar tells besides the
    people's own days, `as_tasks`: those to be done as tasks.
    """

    today: date
    audience: str = "self"
    version: str = ""
    with_notes: bool = False
    language: str = "en"
    entries: tuple[CalendarEntry, ...] = ()
    as_tasks: bool = False


class ExportedFile(NamedTuple):
    """One file of an export that is a folder; `name` is a file name without folders."""

    name: str
    data: str
