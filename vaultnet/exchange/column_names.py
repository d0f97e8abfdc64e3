"""What the columns of other programs' tables are called, in the languages they are called so.

FIELD_BY_NAME["emailaddress"]  ->  "email"        FIELD_BY_NAME["nachname"]  ->  "last-name"

A name stands here once, as people read it: case, accents, blanks and signs do not matter (`column_key`). What a
property of a note may be called (model/contact_keys.py) is understood besides.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from vaultnet.text.fold import fold

_NAMES = {
    "name": "Name, Full Name, Fullname, Display Name, Contact Name, Contact, Person, People, Complete Name, "
    "Vollständiger Name, Anzeigename, Kontakt, Kontaktname, Nom complet, Nom et prénom, Nombre completo, Naam",
    "prefix": "Name Prefix, Prefix, Salutation, Honorific, Honorific Prefix, Anrede, Titel, Akademischer Titel, "
    "Namenspräfix, Civilité",
    "first-name": "First Name, First, Given Name, Forename, Firstname, Vorname, Rufname, Prénom, Nombre, Voornaam",
    "middle-name": "Middle Name, Middle, Additional Name, Middle Names, Second Name, Zweiter Vorname, "
    "Weitere Vornamen, Deuxième prénom, Tussenvoegsel",
    "last-name": "Last Name, Last, Surname, Family Name, Lastname, Nachname, Familienname, Zuname, Nom de famille, "
    "Nom, Apellido, Apellidos, Achternaam",
    "suffix": "Name Suffix, Suffix, Namenssuffix, Suffixe",
    "aliases": "Nickname, Nicknames, Alias, Aliases, Also known as, AKA, File As, Spitzname, Surnom",
    "company": "Company, Company Name, Current Company, Organization, Organisation, Organization Name, "
    "Organisation Name, Employer, Firm, Business, Account Name, Institution, Affiliation, Company / Organization, "
    "Firma, Unternehmen, Arbeitgeber, Firmenname, Société, Entreprise, Employeur, Empresa, Bedrijf",
    "role": "Job Title, Jobtitle, Role, Position, Current Position, Organization Title, Occupation, Function, "
    "Designation, Profession, Job, Berufsbezeichnung, Beruf, Funktion, Rolle, Stelle, Tätigkeit, Fonction, Poste, "
    "Titre du poste, Cargo, Functie",
    "email": "Email, E-mail, Mail, Email Address, E-mail Address, Emails, Primary Email, Main Email, Mail Address, "
    "E-Mail-Adresse, Mailadresse, Courriel, Adresse e-mail, Adresse de messagerie, Adresse électronique, Mél, "
    "Correo electrónico, E-mailadres, Personal Email, Work Email",
    "phone": "Phone, Phone Number, Telephone, Telephone Number, Tel, Mobile, Mobile Phone, Mobile Number, Cell, "
    "Cell Phone, Cellphone, Phones, Phone Numbers, Landline, WhatsApp, Primary Phone, Telefon, Telefonnummer, Handy, "
    "Handynummer, Mobil, Téléphone portable, Tél., "
    "Mobiltelefon, Mobilnummer, Festnetz, Rufnummer, Téléphone, Numéro de téléphone, Portable, "
    "Téléphone mobile, Teléfono, Móvil, Telefoon, Mobiel",
    "website": "Website, Web Site, Web Page, Webpage, Homepage, Home Page, URL, Web, Blog, Personal Web Page, "
    "Personal Website, Webseite, Internetseite, Site web, Site Internet, Sitio web",
    "linkedin": "LinkedIn, LinkedIn Profile, LinkedIn URL, LinkedIn Profile URL, LinkedIn Link, LinkedIn Handle, "
    "Person LinkedIn URL, Contact LinkedIn URL, LinkedIn Account, LinkedIn-Profil, Profil LinkedIn, Profile URL",
    "address": "Address, Full Address, Mailing Address, Postal Address, Street Address, Addresses, Formatted, "
    "Adresse, Anschrift, Postanschrift, Postadresse, Adresse postale, Dirección, Adres",
    "street": "Street, Street 1, Street Line 1, Address Line 1, Address 1, Straße, Strasse, Straße und Hausnummer, "
    "Rue, Calle, Straat",
    "extended": "Street 2, Street 3, Address Line 2, Address Line 3, Address 2, Extended Address, Apartment, Suite, "
    "Adresszusatz, Complément d'adresse",
    "po-box": "PO Box, P.O. Box, Post Office Box, Address PO Box, Postfach, Boîte postale",
    "city": "City, Town, Locality, Ort, Stadt, Wohnort, Ville, Ciudad, Plaats, Woonplaats",
    "region": "State, Region, Province, County, State/Province, State/Region, Bundesland, Kanton, Région, "
    "Département, Provincia",
    "postal": "Postal Code, Zip, Zip Code, Zipcode, Postcode, Zip/Postal Code, PLZ, Postleitzahl, Code postal, "
    "Código postal",
    "country": "Country, Country/Region, Country or Region, Country Code, Land, Land/Region, Pays, Pays/Région, País",
    "location": "Location, Place, Based In, Lives In, Current Location, Standort, Lieu, Localisation, Ubicación",
    "birthday": "Birthday, Birth Date, Birthdate, Date of Birth, DOB, Born, Geburtstag, Geburtsdatum, Geb., "
    "Date de naissance, Anniversaire, Naissance, Fecha de nacimiento, Cumpleaños, Geboortedatum, Verjaardag",
    "met": "Connected On, Connected, Date Connected, Met, Met On, Date Met, First Met, Verbunden am, Kennengelernt, "
    "Kennengelernt am, Connecté le, Relation établie le",
    "met-at": "How We Met, Where We Met, Met At, Source, Wo kennengelernt, Où rencontré",
    "introduced-by": "Introduced By, Referred By, Referrer, Via, Vorgestellt von, Empfohlen von, Recommandé par",
    "relationship": "Relationship, Relation, Relationship Type, Beziehung, Verhältnis",
    "spouse": "Spouse, Partner, Husband, Wife, Ehepartner, Ehefrau, Ehemann, Partnerin, Conjoint, Époux, Épouse",
    "reports-to": "Manager, Manager's Name, Reports To, Boss, Vorgesetzter, Vorgesetzte, Name des Vorgesetzten",
    "last-contact": "Last Contact, Last Contacted, Last Contact Date, Last Contacted At, Last Interaction, "
    "Last Interaction Date, Last Seen, Last Seen At, Last Talked To, Last Activity, Last Met, Letzter Kontakt, "
    "Zuletzt kontaktiert, Zuletzt gesehen, Dernier contact",
    "next-contact": "Next Contact, Next Contact Date, Next Follow Up, Follow Up Date, Next Reminder, Reminder Date, "
    "Nächster Kontakt, Wiedervorlage, Prochain contact",
    "cadence": "Cadence, Contact Frequency, Keep In Touch, Keep In Touch Frequency, Frequency, Rhythmus, Turnus, "
    "Fréquence",
    "channel": "Preferred Channel, Preferred Contact Method, Channel, Bevorzugter Kanal",
    "tags": "Tags, Tag, Labels, Label, Groups, Group, Group Membership, Categories, Category, Lists, List, Keywords, "
    "Kategorien, Kategorie, Gruppe, Gruppen, Schlagworte, Stichwörter, Étiquettes, Catégorie, Catégories, Groupe, "
    "Libellés",
    "interests": "Interests, Hobbies, Hobby, Interessen, Loisirs, Centres d'intérêt",
    "skills": "Skills, Expertise, Kenntnisse, Fähigkeiten, Compétences",
    "notes": "Notes, Note, Comments, Comment, Remarks, Description, Bio, About, Memo, Notizen, Notiz, Bemerkung, "
    "Bemerkungen, Kommentar, Anmerkungen, Beschreibung, Remarques, Commentaire, Commentaires, Notas",
    "private": "Private, Privat",
}  # fmt: skip
# Which of several addresses, numbers or places a column is about; it may stand before or behind the name.
GROUPS = MappingProxyType({
    "home": "home", "private": "home", "personal": "home", "privat": "home", "prive": "home", "domicile": "home",
    "work": "work", "business": "work", "office": "work", "company": "work", "geschaftlich": "work",
    "dienstlich": "work", "buro": "work", "beruflich": "work", "professionnel": "work", "bureau": "work",
    "travail": "work", "other": "other", "weitere": "other", "weiterer": "other", "autre": "other",
    "primary": "", "main": "", "secondary": "other", "alternate": "other", "alternative": "other", "mobile": "mobile",
    "value": "", "mailing": "mailing",
})  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_NO_WORD = re.compile(r"[\W_]+")


def column_words(column: str) -> tuple[str, ...]:
    """`E-mail 2 - Value` -> ("e", "mail", "2", "value"); `firstName` -> ("first", "name")."""
    return tuple(_NO_WORD.sub(" ", fold(_CAMEL.sub(" ", column.replace("’", "").replace("'", "")))).split())


def column_key(column: str) -> str:
    """A column's name as it is compared."""
    return "".join(column_words(column))


FIELD_BY_NAME: Mapping[str, str] = MappingProxyType(
    {column_key(name): field for field, names in _NAMES.items() for name in names.split(", ")}
)
