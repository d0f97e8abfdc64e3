"""Words of LinkedIn: what an import says by itself in a note, in the language of the vault, and what an export calls
its columns, and members without a name, in whatever language.

words_in("de").messages  ->  "Nachrichten"
"""

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """`asked_them` and `asked_me` are of invitations; `messages` stands behind a number of two or more."""

    on: str
    messages: str
    asked_them: str
    asked_me: str
    endorsed_me: str
    endorsed_them: str
    recommended_me: str
    recommended_them: str
    note: str
    name: str
    since: str
    at: str


WORDS_BY_LANGUAGE: Mapping[str, Words] = {
    "en": Words(
        on="on LinkedIn", messages="messages", asked_them="invited to connect on LinkedIn",
        asked_me="invites me to connect on LinkedIn", endorsed_me="endorsed me on LinkedIn for",
        endorsed_them="endorsed on LinkedIn for", recommended_me="recommended me on LinkedIn",
        recommended_them="recommended on LinkedIn", note="on LinkedIn", name="Name on LinkedIn",
        since="Connected on LinkedIn", at="at",
    ),
    "de": Words(
        on="auf LinkedIn", messages="Nachrichten", asked_them="auf LinkedIn eingeladen",
        asked_me="lädt mich auf LinkedIn ein", endorsed_me="bestätigt mir auf LinkedIn",
        endorsed_them="auf LinkedIn bestätigt", recommended_me="empfiehlt mich auf LinkedIn",
        recommended_them="auf LinkedIn empfohlen", note="auf LinkedIn", name="Name auf LinkedIn",
        since="Verbunden auf LinkedIn", at="bei",
    ),
}  # fmt: skip


# Folded, without dots and hyphens: how the columns of Connections.csv are called in other languages.
COLUMN_WORDS: Mapping[str, str] = {
    "first name": "vorname, prenom, nombre, nome, voornaam, fornamn, fornavn, imie, etunimi, ad, jmeno, given name",
    "last name": "nachname, nom, nom de famille, apellidos, apellido, cognome, sobrenome, achternaam, efternamn, "
    "etternavn, efternavn, nazwisko, sukunimi, soyad, prijmeni, family name",
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
# Folded, with blanks for hyphens: what stands for somebody who has left, or does not show their name.
NOBODY = frozenset({
    "linkedin member", "linkedin mitglied", "membre de linkedin", "membre linkedin", "miembro de linkedin",
    "usuario de linkedin", "utente linkedin", "membro di linkedin", "usuario do linkedin", "membro do linkedin",
    "linkedin lid", "medlem pa linkedin", "linkedin medlem",
})  # fmt: skip


def words_in(language: str) -> Words:
    """English for a language that has no words of its own."""
    return WORDS_BY_LANGUAGE.get(language, WORDS_BY_LANGUAGE["en"])
