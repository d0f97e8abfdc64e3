"""The words by which a line of a card is known: what people work as, what organizations are, what streets are called.

is_role("Leiterin Einkauf")   ->  True        is_organization("Universität Graz")  ->  True
is_street("Leechgasse 40")    ->  True        find_town("8010 Graz")               ->  ("8010 Graz", "Graz", "")
"""

import re

from vaultnet.model.country import find_country
from vaultnet.model.organization_name import has_legal_form
from vaultnet.text.fold import fold

_ROLE_WORDS = """
    accountant actuary administrator advisor adviser advocate agent analyst architect artist assistant associate
    attorney auditor author banker board ceo cfo chair chairman chairwoman chairperson chief cio ciso cmo coach
    consultant controller coo coordinator counsel cpo cro cso cto curator dean designer developer director doctor ea
    economist editor engineer evangelist executive expert fellow founder cofounder co-founder freelance freelancer
    geologist head hr hydrologist inspector intern investigator investor journalist lawyer lead leader lecturer
    librarian machinist maintainer maker manager marketer mentor modeler modeller nurse officer operator owner pa
    paralegal partner photographer physician physicist pharmacist pilot postdoc president principal producer professor
    programmer proprietor psychologist realtor recruiter representative researcher reporter scientist secretary
    solicitor specialist statistician strategist student supervisor surgeon teacher technician therapist trader
    trainee trainer translator treasurer trustee underwriter validator vp writer abteilungsleitung aktuar aktuarin
    anwalt anwältin architektin ärztin arzt assistenz assistentin aufsichtsrat auszubildende bereichsleitung beraterin
    berater buchhaltung chefredakteur dezernentin direktor direktorin dozent dozentin entwickler entwicklerin
    fachkraft forscherin geschäftsführer geschäftsführerin geschäftsführung geschäftsleitung gründer gründerin inhaber
    inhaberin ingenieurin ingenieur justiziar koordinator koordinatorin kundenbetreuung leiter leiterin leitung
    mitarbeiter mitarbeiterin notar notarin personalreferentin praktikant praktikantin professorin projektleitung
    prokurist prokuristin rechtsanwalt rechtsanwältin redakteur redakteurin referent referentin sachbearbeiter
    sachbearbeiterin sekretariat steuerberater steuerberaterin stellvertretende stv teamleitung technikerin vertrieb
    vorstand vorstandsvorsitzende vorsitzender vorsitzende vorständin wissenschaftler wissenschaftlerin adviseur
    avocat avocate bestuurder consulent directeur directrice docent hoogleraar ingénieur medewerker onderzoeker
    responsable voorzitter
"""
_ROLES = frozenset(map(fold, _ROLE_WORDS.split()))
_ROLE_ENDS = tuple(fold(end) for end in (
    "leiter", "leiterin", "leitung", "berater", "beraterin", "referent", "referentin", "manager", "managerin",
    "ingenieur", "ingenieurin", "entwickler", "entwicklerin", "führer", "führerin", "beauftragter", "beauftragte",
    "assistent", "assistentin", "anwalt", "anwältin", "betreuer", "betreuerin", "sprecher", "sprecherin", "meister",
    "vorsitzender", "vorsitzende", "vorstand", "mitarbeiter", "mitarbeiterin", "prüfer", "prüferin", "makler",
    "maklerin",
))  # fmt: skip
_ORGANIZATION_WORDS = """
    academy agency akademie associates association bank bureau capital center centre chamber charity church clinic
    club college committee company cooperative council department district federation fund foundation gallery gemeente
    group gruppe gymnasium handelskammer hochschule holding hospital industries institut institute instituut insurance
    kanzlei klinik klinikum kolleg laboratories labs library magistrat ministerium ministry museum network office
    partners partnership praxis press publishers research resources school schule services society solutions sparkasse
    stadt stadtwerke stiftung studio studios systems team technologies trust universidad università universitair
    universitat universität universite université university universiteit union united verband verein verlag
    versicherung ventures waterschap zentrum
"""
_ORGANIZATIONS = frozenset(map(fold, _ORGANIZATION_WORDS.split()))
_UNIT = re.compile(
    r"(?:department|dept|division|abteilung|abt|referat|fachbereich|faculty|fakultät|lehrstuhl|chair)\b", re.IGNORECASE
)
_GERMAN_STREET = (
    r"(?:str(?:aße|asse|\.)|[\w.-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|ring|damm|ufer|hof|promenade|steig|chaussee"
    r"|markt|zeile|graben|brücke|tor|berg|straat|laan|plein|gracht|kade|singel|dijk|dreef|vej|gade|gatan|vägen))"
)
_ENGLISH_STREET = (
    r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|square|sq|court|ct|place|pl|plaza|parkway|pkwy"
    r"|terrace|highway|hwy|row|quay|broadway|gardens|close|crescent|mews|circle|yard)\.?"
)
_NUMBER = r"\d{1,5} ?[a-z]?(?:\s?[-–/+]\s?\d{1,5} ?[a-z]?)?"
_STREET = re.compile(
    rf"(?:{_NUMBER},? (?:[\w.'’-]+ ){{0,4}}{_ENGLISH_STREET}(?:[ ,].*)?"
    rf"|{_NUMBER},? (?:rue|boulevard|avenue|place|quai) [\w.'’ -]{{2,40}}"
    rf"|(?:[\w.'’-]+ ){{0,4}}{_GERMAN_STREET} ?{_NUMBER}(?: ?[-–/,] ?\S+){{0,4}}"
    r"|(?:p\.? ?o\.? box|postfach|postbus) [\d ]{1,12}"
    r"|(?:suite|floor|room|raum|level|unit|ste\.?|apt\.?) [\w-]{1,8}(?:,.*)?"
    r"|\d{1,2}(?:st|nd|rd|th)? floor|\d{1,2}\. (?:stock|og)"
    r"|(?:rue|via|viale|calle|avenida|am|im|an der|auf der|in der|zum|zur|unter den|rua) [\w.'’ -]{2,40},? "
    r"\d{1,5} ?[a-z]?)",
    re.IGNORECASE,
)
_STREET_NAME = re.compile(rf"(?:[\w.'’-]+ ){{1,3}}{_ENGLISH_STREET}", re.IGNORECASE)
_LETTER = "A-ZÄÖÜÀ-ÖØ-Þ"
_TOWN_NAME = rf"[{_LETTER}][\w.'’()/-]*(?: [\w.'’()/-]+){{0,4}}"
_TOWNS = (
    re.compile(rf"(?:(?P<land>[A-Z]{{1,2}})[- –])?(?P<code>\d{{4}} ?[A-Z]{{2}}) (?P<town>{_TOWN_NAME})"),
    re.compile(rf"(?:(?P<land>[A-Z]{{1,2}})[- –] ?)?(?P<code>\d{{4,5}}) (?P<town>{_TOWN_NAME})"),
    re.compile(rf"(?P<town>{_TOWN_NAME}),? (?P<code>[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}})"),
    re.compile(rf"(?P<town>{_TOWN_NAME}),? [A-Z]{{2}},? (?P<code>\d{{5}}(?:-\d{{4}})?)"),
    re.compile(rf"(?P<town>{_TOWN_NAME}),? [A-Z]{{2}},? (?P<code>[A-Z]\d[A-Z] ?\d[A-Z]\d)"),
    re.compile(r"(?P<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?P<town>)"),
)
_LANDS = {
    "D": "DE", "A": "AT", "CH": "CH", "NL": "NL", "F": "FR", "I": "IT", "B": "BE", "L": "LU", "DE": "DE", "AT": "AT",
}  # fmt: skip
_LABEL = re.compile(
    r"(?P<label>name|company|firma|unternehmen|organi[sz]ation|employer|title|job title|position|funktion|role|rolle"
    r"|from|von|address|adresse|anschrift)\s?:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELD_BY_LABEL = {
    "title": "role", "job title": "role", "position": "role", "funktion": "role", "role": "role", "rolle": "role",
    "name": "name", "from": "name", "von": "name", "address": "address", "adresse": "address", "anschrift": "address",
}  # fmt: skip
_LONGEST_ROLE = 110  # characters; more is prose


def read_label(line: str) -> tuple[str, str]:
    """("name", "Ada Example") of `Name: Ada Example`; two empty texts for a line without such a label."""
    found = _LABEL.fullmatch(line)
    return (_FIELD_BY_LABEL.get(found["label"].lower(), "company"), found["value"].strip(' <>"')) if found else ("", "")


def is_role(text: str) -> bool:
    """Whether some word of a short line is what somebody works as."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", fold(text))
    is_short = 0 < len(words) < 14 and len(text) < _LONGEST_ROLE  # noqa: PLR2004
    return is_short and any(
        word in _ROLES or word.endswith(_ROLE_ENDS) or _ROLES.intersection(word.split("-")) for word in words
    )


def is_organization(text: str) -> bool:
    """A legal form at the end, or a word that only organizations have in their names."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    is_known = any(word in _ORGANIZATIONS or word.endswith(("institut", "verband", "verein", "bank")) for word in words)
    return has_legal_form(text) or (is_known and len(words) < 10)  # noqa: PLR2004


def is_unit(text: str) -> bool:
    """A part of an organization: a department."""
    return bool(_UNIT.match(text))


def is_street(text: str) -> bool:
    return bool(_STREET.fullmatch(text))


def is_street_name(text: str) -> bool:
    """A street without a number: told only by what stands behind it."""
    return bool(_STREET_NAME.fullmatch(text))


def find_town(text: str) -> tuple[str, str, str] | None:
    """(the line, the town, the ISO code of the country where the code of the town says it), None for no such line."""
    if is_street(text.strip(" ,.")):
        return None
    for pattern in _TOWNS:
        if (found := pattern.fullmatch(text.strip(" ,."))) is not None:
            groups = found.groupdict()
            return text.strip(" ,."), groups["town"].strip(), _LANDS.get(groups.get("land") or "", "")
    return None


def is_country(text: str) -> bool:
    return len(text) < 40 and bool(find_country(text.strip(" ."))) and len(text.strip(" .")) > 1  # noqa: PLR2004
