"""Which file of an export a table is, by its header, and its rows by the names of their columns.

Notes:                                                       LinkedinTable("connections", "Connections.csv", rows=(
"When exporting your ...                                        Entry(5, {"first name": "Ada", "connected on": ...}),
                                                             ))
Vorname,Nachname,URL,...,Verbunden am                   ->
Ada,Example,...

Every era has its columns in another order, spreadsheets save them in their own way, and people rename files.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultnet.exchange.csv_table import read_table
from vaultnet.exchange.decoding import decode
from vaultnet.exchange.draft import Rejected
from vaultnet.exchange.source import SourceFile
from vaultnet.text.fold import fold

# Folded, without dots and hyphens: how the columns of Connections.csv are called in other languages.
_WORDS: Mapping[str, str] = {
    "first name": "vorname, prenom, nombre, nome, voornaam, fornamn, fornavn, imie, etunimi, ad, jmeno, given name",
    "last name": "nachname, nom, nom de famille, apellidos, apellido, cognome, sobrenome, achternaam, efternamn, etternavn, "
    "efternavn, nazwisko, sukunimi, soyad, prijmeni, family name",
    "url": "profile url, profil url, url du profil, url del perfil, url del profilo, url do perfil, profiel url",
    "email address": "email, e mail, e mail address, e mail adresse, adresse e mail, e mailadres, adresse email, "
    "direccion de correo electronico, correo electronico, indirizzo email, indirizzo e mail, endereco de e mail, "
    "e postadress, adres e mail",
    "company": "unternehmen, firma, entreprise, societe, empresa, azienda, bedrijf, foretag, organisation",
    "position": "poste, cargo, posizione, functie, puesto, positie, stanowisko, befattning, stilling, job title",
    "connected on": "verbunden am, vernetzt am, in kontakt seit, en relation depuis, date de connexion, connecte le, "
    "fecha de conexion, conectado el, contacto desde, data di collegamento, collegato il, conectado em, verbonden op, "
    "connection date, date connected",
}  # fmt: skip
_COLUMN_BY_WORD = {word: column for column, words in _WORDS.items() for word in words.split(", ")}

# The first whose columns are all there; `connections` last, since others name people too.
_COLUMNS_BY_KIND: Mapping[str, frozenset[str]] = {
    "messages": frozenset({"conversation id", "from", "date"}),
    "invitations": frozenset({"from", "to", "sent at", "direction"}),
    "notes": frozenset({"connection first name", "connection last name", "note"}),
    "endorsed by": frozenset({"skill name", "endorser first name"}),
    "endorsed": frozenset({"skill name", "endorsee first name"}),
    "recommendations": frozenset({"first name", "last name", "text", "creation date"}),
    "profile": frozenset({"first name", "last name", "headline"}),
    "positions": frozenset({"company name", "title", "started on"}),
    "follows": frozenset({"organization", "followed on"}),
    "connections": frozenset({"first name", "last name"}),
}
_TELLING = frozenset({"url", "email address", "company", "position", "connected on"})  # of which a connection has two


class Entry(NamedTuple):
    """A row: `cells` are as they stand in the file, by the folded name of their column."""

    line: int
    cells: Mapping[str, str]


class LinkedinTable(NamedTuple):
    """`kind` is one of those above, or "skills"; "" for a file in which there is no table of an export."""

    kind: str
    source: str
    entries: tuple[Entry, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    encoding: str = "UTF-8"


def read_linkedin(file: SourceFile) -> LinkedinTable:
    """Raises UsageError for a file that is no text."""
    decoded = decode(file.data, file.name)
    table = read_table(decoded.text, lambda cells: bool(_kind(cells, file.name)))
    kind = _kind(table.header, file.name)
    columns = [_column(cell) for cell in table.header]
    entries = tuple(Entry(row.line, dict(zip(columns, row.cells, strict=True))) for row in table.rows)
    rejected = tuple(row._replace(source=file.name) for row in table.rejected) if kind else ()
    return LinkedinTable(kind, file.name, entries, rejected, decoded.encoding)


def _kind(cells: Sequence[str], name: str) -> str:
    columns = {_column(cell) for cell in cells if cell}
    if columns == {"name"} and name.rsplit("/", 1)[-1].casefold().startswith("skills"):
        return "skills"
    for kind, wanted in _COLUMNS_BY_KIND.items():
        if wanted <= columns and (kind != "connections" or len(columns & _TELLING) > 1):
            return kind
    return ""


def _column(cell: str) -> str:
    name = fold(cell.replace("-", " ").replace(".", ""))
    return _COLUMN_BY_WORD.get(name, name)
