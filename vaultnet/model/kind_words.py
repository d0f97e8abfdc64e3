"""The words for kinds of touch, one table a language: what they are read by, and which of them vaultnet writes.

    kind_word("coffee", "de")    ->  "Kaffee"                     what a log line of a German vault says
    kind_forms("coffee", "de")   ->  ("Kaffee", "Kaffeetrinken", ..., "coffee", "coffees", "espresso")
    false_friends("de")          ->  {"gift", "rang", ...}        English forms that mean something else in German

A language is added by one more table. Another language's vault reads the English forms too, where they are harmless:
half of its notes may have been made before it was told its language.
"""

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "meeting": (
            "meeting|meetings|met|meet|met up|meet-up|meeting up|catch-up|catch up|catching up|catchup|caught up|1:1"
            "|1-1|one-on-one|get-together|hung out|ran into|bumped into|walked|walk with|for a walk|long walk|hike"
            "|hiked"
        ),
        "coffee": "coffee|coffees|espresso|cappuccino|tea",
        "lunch": "lunch|lunched|lunching|lunches|brunch|brunched|breakfast|breakfasted",
        "dinner": "dinner|dinners|dined|dining|supper|bbq|barbecue|drinks|a drink|beer|beers|pint|pints",
        "visit": (
            "visit|visited|visits|visiting|came over|came by|dropped by|stopped by|popped by|stayed with|stayed at"
            "|stayed over"
        ),
        "event": "event|conference|party|meetup|concert|wedding|workshop",
        "call": (
            "call|called|calls|calling|phone call|conference call|telephoned|telephoning|phoning|phone|phoned"
            "|phonecall|telephone|rang|spoke"
        ),
        "video": "video|zoom|zoomed|facetime|facetimed|videocall|skype|skyped",
        "message": (
            "message|messages|messaged|text|texted|dm|dm'd|whatsapp|whatsapped|sms|chat|pinged|slacked|voicemail"
            "|voice message|voice note"
        ),
        "email": "email|e-mail|emails|e-mails|emailed|e-mailed|mail|mails|mailed|wrote|replied",
        "letter": "letter|letters",
        "card": "card|cards",
        "postcard": "postcard|postcards",
        "gift": "gift|gifts|present",
        "introduction": "introduction|introduced|intro|introductions",
        "help": "help|helped|helping",
        "mention": "mention",
    }
)

_GERMAN: Mapping[str, str] = MappingProxyType(
    {
        "meeting": (
            "Treffen|Klassentreffen|Familientreffen|Teamtreffen|getroffen|traf|trafen|treffe|trifft|Besprechung"
            "|Gespräch|Gespräche|Wiedersehen|Spaziergang|spazieren|spazieren gegangen|spaziert|Wanderung|wandern"
            "|gewandert|begegnet"
        ),
        "coffee": (
            "Kaffee|Kaffeetrinken|Kaffee getrunken|Kaffee trinken|Kaffeepause|Käffchen|Kuchen|Kaffee und Kuchen|Tee"
            "|Tee getrunken|Jause|Kaffeeklatsch"
        ),
        "lunch": (
            "Mittagessen|Mittagspause|zu Mittag|zu Mittag gegessen|zum Mittagessen|mittaggegessen|mittags gegessen"
            "|Frühstück|gefrühstückt|frühstücken|frühstücke|frühstückte|Familienbrunch|Sonntagsbrunch|gebruncht"
        ),
        "dinner": (
            "Abendessen|Abendbrot|Nachtmahl|Nachtessen|Arbeitsessen|Geschäftsessen|gegrillt|grillen|zu Abend gegessen"
            "|abends gegessen|gegessen|essen gegangen|essen gewesen|zum Essen|Bier|Bierchen|Feierabendbier|Wein|essen"
        ),
        "visit": (
            "Besuch|besuchen|besucht|besuchte|besuchten|zu Besuch|Besuch bekommen|vorbeigekommen|vorbeigeschaut"
            "|kam vorbei|kamen vorbei|schaute vorbei"
        ),
        "event": (
            "Veranstaltung|Konferenz|Tagung|Feier|gefeiert|Fest|Messe|Stammtisch|Konzert|Hochzeit|Workshop"
            "|Geburtstagsfeier|Weihnachtsfeier|Familienfeier"
        ),
        "call": (
            "Anruf|angerufen|anrufen|Telefonat|telefoniert|telefonierte|telefonierten|telefonieren|Telefon"
            "|Telefongespräch|rief|riefen|rufe|ruft|zurückgerufen|Rückruf|sprach|gesprochen|gequatscht"
        ),
        "video": "Videoanruf|Videocall|Video-Call|Videokonferenz|Videogespräch|Videotelefonat|gezoomt|geskypt",
        "message": (
            "Nachricht|Nachrichten|Sprachnachricht|SMS|WhatsApp|gewhatsappt|gesimst|getextet|gechattet|Mailbox"
            "|auf die Mailbox gesprochen|sich gemeldet|meldete sich|mich gemeldet"
            "|Signal-Nachricht|per Signal|über Signal"
        ),
        "email": (
            "E-Mail|E-Mails|Mail|Mails|Email|gemailt|angemailt|mailte|schrieb|schrieben|schreibt|geschrieben|geantwortet"
            "|antwortete"
        ),
        "letter": "Brief|Briefe",
        "card": "Karte|Karten|Geburtstagskarte|Weihnachtskarte|Grußkarte",
        "postcard": "Postkarte|Postkarten|Ansichtskarte|Urlaubskarte",
        "gift": "Geschenk|Geschenke|geschenkt|schenkte|Mitbringsel",
        "introduction": (
            "Vorstellung|vorgestellt|stellte|bekannt gemacht|bekanntgemacht|zusammengebracht|Kontakt hergestellt"
        ),
        "help": "Hilfe|geholfen|half|halfen|hilft|unterstützt",
        "mention": "Erwähnung|erwähnt",
    }
)

_BY_LANGUAGE: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": _ENGLISH, "de": _GERMAN})

# English forms that are other words in the language: German "Gift" is poison, "Rang" a rank, "dm" sells soap.
_FALSE_FRIENDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {"de": frozenset({"gift", "gifts", "rang", "text", "dm", "present", "tea", "met", "card", "1-1"})}
)

# "Met [[Ada]] for coffee" was a coffee, "wrote a long letter" a letter: these say no more than how rich it was.
_VAGUE = (
    "met|meet|met up|wrote|mailed|spoke|replied|came over|came by|dropped by|stopped by|popped by|ran into|bumped into"
    "|caught up|catch-up|catch up|catching up|catchup|hung out"
    "|traf|trafen|treffe|trifft|getroffen|schrieb|schrieben|schreibt|geschrieben|sprach|gesprochen"
    "|geantwortet|antwortete|vorbeigekommen|vorbeigeschaut|kam vorbei|kamen vorbei|schaute vorbei|besuch bekommen"
    "|begegnet"
)
VAGUE_FORMS: frozenset[str] = frozenset(_VAGUE.split("|"))

# What somebody does who writes: "[[Ada]] wrote: fine" and "[[Ada]] has written" are words from Ada.
WRITING_VERBS = (
    "wrote|emailed|e-mailed|mailed|replied|texted|messaged|whatsapped|pinged|slacked|schrieb|schreibt|antwortete|mailte"
)
WRITING_PARTICIPLES = (
    "written|emailed|e-mailed|mailed|replied|texted|messaged|geschrieben|geantwortet|gemailt|angemailt|getextet"
)


def kind_forms(kind: str, language: str) -> tuple[str, ...]:
    """All forms of a kind in a language, its own first; () for a kind that is no default one."""
    english = _forms(kind, "en")
    if language not in _BY_LANGUAGE or language == "en":
        return english
    harmless = (form for form in english if form not in false_friends(language))
    return tuple(dict.fromkeys((*_forms(kind, language), *harmless)))


def kind_word(kind: str, language: str) -> str:
    """What vaultnet writes for a kind: the first form of the language."""
    return next(iter(_forms(kind, language) or _forms(kind, "en")), kind)


def false_friends(language: str) -> frozenset[str]:
    """English forms, folded, that stand for nothing of the sort in a text of this language."""
    return _FALSE_FRIENDS.get(language, frozenset())


def _forms(kind: str, language: str) -> tuple[str, ...]:
    forms = _BY_LANGUAGE.get(language, {}).get(kind, "")
    return tuple(forms.split("|")) if forms else ()
