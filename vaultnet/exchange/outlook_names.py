"""The columns of Outlook's contacts in the languages it writes them in, by their English names.

OUTLOOK_NAMES["strassegeschaftlich"]  ->  "Business Street"
OUTLOOK_NAMES["email2adresse"]  ->  "E-mail 2 Address"
"""

from collections.abc import Mapping
from types import MappingProxyType

from vaultnet.exchange.column_names import column_key

_ENGLISH = """Title, First Name, Middle Name, Last Name, Suffix, Nickname, Given Yomi, Surname Yomi, Company,
Company Yomi, Department, Job Title, Office Location, Assistant's Phone, Business Fax, Business Phone,
Business Phone 2, Callback, Car Phone, Company Main Phone, Home Fax, Home Phone, Home Phone 2, ISDN, Mobile Phone,
Mobile Phone 2, Other Fax, Other Phone, Pager, Primary Phone, Radio Phone, TTY/TDD Phone, Telex, Account,
Anniversary, Assistant's Name, Billing Information, Birthday, Categories, Children, Directory Server,
E-mail Address, E-mail Type,
E-mail Display Name, E-mail 2 Address, E-mail 2 Type, E-mail 2 Display Name, E-mail 3 Address, E-mail 3 Type,
E-mail 3 Display Name, Gender, Government ID Number, Hobby, Initials, Internet Free Busy, Keywords, Language,
Location, Manager's Name, Mileage, Notes, Organizational ID Number, Priority, Private, Profession, Referred By,
Sensitivity, Spouse, User 1, User 2, User 3, User 4, Web Page, Personal Web Page, Schools, IMAddress, Home Address,
Business Address, Other Address"""
_ADDRESS_ENGLISH = "Street, Street 2, Street 3, City, State, Postal Code, Country/Region, Country, Address PO Box"
_GERMAN = {
    "Anrede": "Title", "Vorname": "First Name", "Weitere Vornamen": "Middle Name", "Nachname": "Last Name",
    "Firma": "Company", "Unternehmen": "Company", "Abteilung": "Department", "Position": "Job Title",
    "Spitzname": "Nickname", "Straße geschäftlich": "Business Street", "Straße geschäftlich 2": "Business Street 2",
    "Straße geschäftlich 3": "Business Street 3", "Ort geschäftlich": "Business City",
    "Region geschäftlich": "Business State", "Bundesland/Kanton geschäftlich": "Business State",
    "Postleitzahl geschäftlich": "Business Postal Code", "Land/Region geschäftlich": "Business Country/Region",
    "Postfach geschäftlich": "Business Address PO Box", "Straße privat": "Home Street",
    "Straße privat 2": "Home Street 2", "Straße privat 3": "Home Street 3", "Ort privat": "Home City",
    "Region privat": "Home State", "Bundesland/Kanton privat": "Home State", "Postleitzahl privat": "Home Postal Code",
    "Land/Region privat": "Home Country/Region", "Postfach privat": "Home Address PO Box",
    "Weitere Straße": "Other Street", "Weitere Straße 2": "Other Street 2", "Weitere Straße 3": "Other Street 3",
    "Weiterer Ort": "Other City", "Weiteres/r Bundesland/Kanton": "Other State", "Weitere Region": "Other State",
    "Weitere Postleitzahl": "Other Postal Code", "Weiteres/e Land/Region": "Other Country/Region",
    "Weiteres Postfach": "Other Address PO Box", "Telefon Assistent": "Assistant's Phone",
    "Fax geschäftlich": "Business Fax", "Telefon geschäftlich": "Business Phone",
    "Telefon (geschäftl.)": "Business Phone", "Telefon geschäftlich 2": "Business Phone 2", "Rückmeldung": "Callback",
    "Autotelefon": "Car Phone", "Telefon Firma": "Company Main Phone", "Fax privat": "Home Fax",
    "Telefon privat": "Home Phone", "Telefon (privat)": "Home Phone", "Telefon privat 2": "Home Phone 2",
    "Mobiltelefon": "Mobile Phone", "Mobiltelefon 2": "Mobile Phone 2", "Weiteres Fax": "Other Fax",
    "Weiteres Telefon": "Other Phone", "Haupttelefon": "Primary Phone", "Funkruf": "Radio Phone",
    "Telefon für Hörbehinderte": "TTY/TDD Phone", "Konto": "Account", "Jahrestag": "Anniversary",
    "Name Assistent": "Assistant's Name", "Abrechnungsinformation": "Billing Information", "Geburtstag": "Birthday",
    "Kategorien": "Categories", "Kinder": "Children", "Verzeichnisserver": "Directory Server",
    "E-Mail-Adresse": "E-mail Address", "E-Mail-Typ": "E-mail Type", "E-Mail: Angezeigter Name": "E-mail Display Name",
    "E-Mail 2: Adresse": "E-mail 2 Address", "E-Mail-Adresse 2": "E-mail 2 Address", "E-Mail 2: Typ": "E-mail 2 Type",
    "E-Mail 2: Angezeigter Name": "E-mail 2 Display Name", "E-Mail 3: Adresse": "E-mail 3 Address",
    "E-Mail-Adresse 3": "E-mail 3 Address", "E-Mail 3: Typ": "E-mail 3 Type",
    "E-Mail 3: Angezeigter Name": "E-mail 3 Display Name", "Geschlecht": "Gender",
    "Regierungs-Nr.": "Government ID Number", "Initialen": "Initials", "Internet-Frei/Gebucht": "Internet Free Busy",
    "Stichwörter": "Keywords", "Sprache": "Language", "Ort": "Location", "Name des/der Vorgesetzten": "Manager's Name",
    "Reisekilometer": "Mileage", "Notizen": "Notes", "Büro": "Office Location",
    "Organisations-Nr.": "Organizational ID Number", "Priorität": "Priority", "Privat": "Private",
    "Beruf": "Profession", "Empfohlen von": "Referred By", "Vertraulichkeit": "Sensitivity", "Partner/in": "Spouse",
    "Partner": "Spouse", "Benutzer 1": "User 1", "Benutzer 2": "User 2", "Benutzer 3": "User 3",
    "Benutzer 4": "User 4", "Webseite": "Web Page",
}  # fmt: skip
_FRENCH = {
    "Prénom": "First Name", "Deuxième prénom": "Middle Name", "Nom": "Last Name", "Nom de famille": "Last Name",
    "Suffixe": "Suffix", "Société": "Company", "Service": "Department", "Titre": "Title", "Fonction": "Job Title",
    "Rue (bureau)": "Business Street", "Rue (bureau) 2": "Business Street 2", "Ville (bureau)": "Business City",
    "Dép/Région (bureau)": "Business State", "Code postal (bureau)": "Business Postal Code",
    "Pays/Région (bureau)": "Business Country/Region", "Pays (bureau)": "Business Country",
    "Rue (domicile)": "Home Street", "Rue (domicile) 2": "Home Street 2", "Ville (domicile)": "Home City",
    "Dép/Région (domicile)": "Home State", "Code postal (domicile)": "Home Postal Code",
    "Pays/Région (domicile)": "Home Country/Region", "Pays (domicile)": "Home Country",
    "Téléphone (bureau)": "Business Phone", "Téléphone 2 (bureau)": "Business Phone 2",
    "Téléphone (domicile)": "Home Phone", "Téléphone (autre)": "Other Phone", "Tél. mobile": "Mobile Phone",
    "Téléphone mobile": "Mobile Phone", "Télécopie (bureau)": "Business Fax", "Télécopie (domicile)": "Home Fax",
    "Adresse de messagerie": "E-mail Address", "Adresse de messagerie 2": "E-mail 2 Address",
    "Adresse de messagerie 3": "E-mail 3 Address", "Anniversaire": "Birthday",
    "Anniversaire de mariage ou fête": "Anniversary", "Catégories": "Categories", "Enfants": "Children",
    "Conjoint(e)": "Spouse", "Nom du responsable": "Manager's Name", "Nom de l'assistant(e)": "Assistant's Name",
    "Page Web": "Web Page", "Recommandé par": "Referred By", "Privé": "Private",
}  # fmt: skip

_KINDS = ("Business", "Home", "Other")
_NAMES = [
    *((name.strip(), name.strip()) for name in _ENGLISH.split(",")),
    *((f"{kind} {part}", f"{kind} {part}") for kind in _KINDS for part in _ADDRESS_ENGLISH.split(", ")),
    *_GERMAN.items(),
    *_FRENCH.items(),
]
OUTLOOK_NAMES: Mapping[str, str] = MappingProxyType({column_key(name): english for name, english in _NAMES})
