"""An ask says what it is about (P12): somebody, an organization, a role, or at least a matter.

"asked if she could help me #asked"                        ->  flagged: help with what, and who would know?
"asked for an introduction to Grace Hopper #asked"         ->  fine: it names somebody
"asked whom I should speak with about the dike grades"     ->  fine: it names the matter
"""

import re
from collections.abc import Set as AbstractSet

from vaultnet.practice.advice_rule import AdviceRule
from vaultnet.text.fold import fold
from vaultnet.text.keywords import keywords
from vaultnet.text.stem import stem

_LONGEST_NAME = 4  # words
_WORD = re.compile(r"[^\W_]+")
# What any ask is made of: said alone, it says nothing of what is asked.
_VAGUE = """
    ask asked asking whether question questions favour favor contact contacts name names talk talked chat call
    called coffee lunch meeting meet time minutes minute hour moment thoughts thought feedback input opinion think
    view guidance career future next step steps move situation options option plan plans opportunity opportunities
    network networking connection connections connect put touch reach speak way happy nice possible perhaps maybe
    please email mail e phone letter wrote write written message people everyone else around introduce introduced
    introducing intro intros recommendation recommend reply answer soon again quick short little bit lot change
    challenge new whatever general generally matter matters stuff life direction mind um rat hilfe gefragt fragen
    frage bitte bitten gebeten gefallen kontakt kontakte name namen gesprach sprechen treffen zeit minute minuten
    meinung gedanken ruckmeldung karriere zukunft schritt schritte lage moglichkeit moglichkeiten chance chancen
    netzwerk verbinden vorstellen vorstellung vorzustellen leute empfehlung empfehlen antwort bald nochmal kurz
    kurzes allgemein sache sachen ding dinge richtung weiter weiterhelfen ansprechpartner kaffee anruf geschrieben
    mail veranderung herausforderung plane
"""
_VAGUE_WORDS = frozenset(_VAGUE.split())
_VAGUE_STEMS = {language: frozenset(stem(word, language) for word in _VAGUE_WORDS) for language in ("en", "de")}

NAMES_NOBODY = AdviceRule(
    "advice-ask-names-nobody",
    phrases="",
    unless=frozenset(),
    anchors=(),
    bad=(
        "asked for help",
        "asked if she could help me",
        "asked whether he knows anyone",
        "asked for some contacts",
        "asked for advice on my next steps",
        "asked to introduce me to some people",
        "asked for feedback",
        "asked what she thinks",
        "asked him to put me in touch with somebody",
        "asked her for ideas",
        "um Rat gefragt",
        "gefragt, ob sie jemanden kennt",
        "um Hilfe gebeten",
    ),
    good=(
        "asked for an introduction to Grace Hopper",
        "asked to introduce me to [[Grace Hopper]]",
        "asked whom she knows at Northwind",
        "asked how one becomes an underwriter",
        "asked whom I should speak with about the dike grades",
        "asked what she makes of the pension talk",
        "asked for her slides on flood maps",
        "asked if somebody at NOAA would read the chapter",
        "gefragt, wen sie bei Nordwind kennt",
        "um ein Gespräch mit Frau Huber gebeten",
        "gefragt, wie die Deiche geprüft werden",
        "nach dem Bericht zur Flut gefragt",
    ),
)


def names_nobody(text: str, known: AbstractSet[str]) -> bool:
    """Whether an ask says neither who nor what. `known`: folded names of people, organizations and roles: of somebody
    called Hope, the name alone would be but one of the words in which anything is asked.
    """
    if "[[" in text or _says_a_matter(text):
        return False
    words = [fold(word) for word in _WORD.findall(text)]
    return not any(
        " ".join(words[start : start + length]) in known
        for start in range(len(words))
        for length in range(1, _LONGEST_NAME + 1)
        if not (length == 1 and words[start] in _VAGUE_WORDS)
    )


def _says_a_matter(text: str) -> bool:
    """Whether a word is left in both languages that is not merely how one asks: people ask in either."""
    return all(
        any(known not in _VAGUE_STEMS[language] and fold(word) not in _VAGUE_WORDS for known, word in found.items())
        for language, found in ((language, keywords(text, language)) for language in ("en", "de"))
    )
