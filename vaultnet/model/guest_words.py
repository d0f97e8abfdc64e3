"""The words of guest lists, English and German: headings, answers, columns, titles. All folded.

MARK_BY_WORDS["kommt nicht"]  ->  "declined"        COLUMN_BY_WORD["nachname"]  ->  "last"
"""

from collections.abc import Mapping

from vaultnet.model.guest import COMING, DECLINED, MAYBE
from vaultnet.text.fold import fold


def _folded(phrases: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases.split(","))


def _name_by_phrase(phrases_by_name: Mapping[str, str]) -> dict[str, str]:
    return {phrase: name for name, phrases in phrases_by_name.items() for phrase in _folded(phrases)}


# Headings under which a list is pasted; what `new event` writes is among them.
HEADINGS = _folded("""
    guests, guest list, guestlist, attendees, attendee list, attendance, participants, list of participants,
    participant list, who is coming, who's coming, who s coming, who comes, rsvp, rsvps, invited, invitees, delegates,
    delegate list, gäste, gästeliste, gaeste, gaesteliste, teilnehmer, teilnehmerinnen, teilnehmende, teilnehmerliste,
    teilnehmendenliste, teilnehmerinnen und teilnehmer, teilnehmer innen, wer kommt, wer alles kommt, anmeldungen,
    anmeldeliste, zusagen, eingeladen, einladungsliste
""")
# What is said of a guest, in a cell, in brackets, as a label or as a heading.
MARK_BY_WORDS = _name_by_phrase(
    {
        COMING: """
    yes, coming, comes, attending, confirmed, accepted, accepts, going, attended, came, was there, coming for sure,
    ja, kommt, zugesagt, zusage, zusagen, bestätigt, dabei, teilgenommen, war da, kommt sicher
""",
        MAYBE: """
    maybe, perhaps, tentative, tentatively accepted, might come, unsure, not sure, tbc, to be confirmed, invited,
    no answer, no reply, pending, awaiting reply, needs action, vielleicht, eventuell, evtl, evtl., unter vorbehalt,
    mit vorbehalt, vorbehaltlich, unsicher, offen, eingeladen, ohne antwort, keine antwort, keine rückmeldung, mal sehen
""",
        DECLINED: """
    no, not coming, declined, declines, regrets, sends regrets, apologies, sends apologies, cannot come, can't come,
    can’t come, cant come, cancelled, canceled, has cancelled, not attending, no show, no-show, away,
    nein, abgesagt, absage, absagen, kommt nicht, kann nicht, kann leider nicht, verhindert, leider verhindert,
    entschuldigt, nicht dabei, krank
""",
    }
)
# The head of a column; "" for one that says nothing here.
COLUMN_BY_WORD = _name_by_phrase(
    {
        "name": "name, full name, guest, attendee, participant, delegate, gast, teilnehmer, teilnehmerin",
        "first": "first, first name, firstname, given name, given, vorname",
        "last": "last, last name, lastname, surname, family name, nachname, familienname, zuname",
        "company": """
    company, organisation, organization, org, employer, affiliation, firma, unternehmen, institution, arbeitgeber,
    einrichtung
""",
        "role": "role, title, job title, position, function, funktion, rolle, stelle",
        "email": "email, e-mail, e mail, mail, email address, e-mail address, e-mail-adresse, mailadresse",
        "mark": "status, rsvp, response, reply, answer, attendance, coming, antwort, zusage, kommt, rückmeldung",
        "": """
    no, no., #, nr, nr., phone, telephone, tel, tel., telefon, mobile, handy, table, tisch, city, town, ort, stadt,
    country, land, notes, note, bemerkung, notiz, comment, kommentar, diet, anrede, salutation
""",
    }
)
# Before and behind a name; two lists seldom agree on them.
TITLES = _folded("mr,mrs,ms,mx,miss,sir,dr,drs,prof,professor,ir,ing,mag,dipl,dipl-ing,herr,frau,hr,fr,dhr,mevr,rev")
DEGREES = _folded("""
    phd,ph,d,msc,bsc,mba,ma,ba,md,dr,fia,faa,aag,jr,sr,ii,iii,cfa,mag,bakk,ll,m,llm,esq,mfa,mphil,frm,pmp,rer,nat
""")
# Small words that belong to the family name behind them.
PARTICLES = _folded("""
    van,von,der,den,de,di,da,do,dos,das,del,della,du,la,le,el,al,bin,ibn,ter,ten,zu,zur,zum,vom,af,av,st,st.,y,e
""")
# A cell with one of these is an organization, and no first name.
ORGANIZATION_WORDS = _folded("""
    ag,gmbh,kg,se,ltd,llc,inc,plc,bv,b.v.,nv,n.v.,sa,s.a.,sarl,co,corp,group,bank,university,universität,institut,
    institute,instituut,risk,re,insurance,versicherung,versicherungen,seguros,stiftung,foundation,verein,council,
    ministry,ministerium,consulting,partners,capital,labs,lab,technologies,solutions,systems,holding
""")
