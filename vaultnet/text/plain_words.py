"""Words that say nothing of what a phrase is about, by language, folded: `keywords.py` leaves them out.

Three kinds, and nothing else belongs here: the words that hold any sentence together; those in which anything is asked
for or offered ("help with", "an expert in"), which say that there is a need, not which; and those that say when, how
long, how many and how good. What is merely common is no matter of this table: rarity sees to that (`phrase_index.py`).
"""

from collections.abc import Mapping

_SENTENCE_EN = """
    a about across after against all also am among an and another any anybody anyone anything are around as at be
    been before being between both but by can could do does done during each either every few for from get gets
    give given gives had has have he her hers him his how i if in into is it its just let like make makes making
    many may me might more most much must my near need needed needs needing no not of off on once one ones only or
    other our out over own per she should since so some somebody someone something such than that the their them
    then there these they this those through till to together too under until up upon us very via was we were what
    when where which while who whom whose why will with within without would you your two three four five six
    seven eight nine ten first second third several
"""
_ASKING_EN = """
    advice advise adviser advising advisor assistance experience experienced expert expertise experts find finding
    hand help helper helpful helping helps idea ideas introduction introductions know knowing knowledge knows
    known look looked looking offer offering offers person people seek seeking skill skills somehow support
    supporting thing things tip tips want wanted wants wish work working works
"""
_WHEN_EN = """
    day days good great hour hours month months new nice old real small large week weeks year years today tomorrow
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays
    sunday sundays january february april june july august september october november december
"""
_SENTENCE_DE = """
    aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da dabei
    dafur damit dann das dass dazu dein dem den denn der deren des dessen die dies diese diesem diesen dieser
    dieses doch dort durch ein eine einem einen einer eines einige er es etwas euch euer fur gegen gern gerne habe
    haben hat hatte ich ihm ihn ihnen ihr ihre ihrem ihren im in ins ist jede jedem jeden jeder jedes jemand
    jemanden kann kein keine keinen kennen kennt konnen konnte machen man mehr mein meine meinen meiner mich mir
    mit muss nach nicht noch nur ob oder ohne pro sein seine seinen seiner seit selbst sich sie sind so soll uber
    um und uns unser unsere unter viel viele vom von vor war was weiss welche wenn wer werden wie wieder will wir
    wird wo wurde zu zum zur zwei drei vier funf sechs sieben acht neun zehn zwischen erste ersten erster zweite
    zweiten
"""
_ASKING_DE = """
    braucht brauchen brauche berat beraten berater beraterin beratung biete bieten bietet erfahrung erfahrungen
    experte expertin experten finden fachwissen hilfe helfen hilft idee ideen kenntnisse rat ratschlag suche
    suchen sucht tipp tipps unterstutzung wissen
"""
_WHEN_DE = """
    alt alte alten gut gute guten gross grosse klein kleine kleinen neu neue neuen tag tage tagen woche wochen
    monat monate monaten jahr jahre jahren stunde stunden heute morgen montag montags dienstag dienstags mittwoch
    mittwochs donnerstag donnerstags freitag freitags samstag samstags sonntag sonntags januar februar marz april
    mai juni juli august september oktober november dezember
"""

_ENGLISH = frozenset(f"{_SENTENCE_EN}{_ASKING_EN}{_WHEN_EN}".split())
_OTHER_IN_GERMAN = {"all", "hand", "not", "real"}  # words that mean something there

# A vault in another language has English in it, too.
PLAIN_WORDS: Mapping[str, frozenset[str]] = {
    "en": _ENGLISH,
    "de": frozenset(f"{_SENTENCE_DE}{_ASKING_DE}{_WHEN_DE}".split()) | (_ENGLISH - _OTHER_IN_GERMAN),
}
