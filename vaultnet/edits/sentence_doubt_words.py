"""The words by which a sentence says that nothing has happened yet, or nothing at all; one table a language.

ENGLISH_DOUBTS.attempts  ->  "tried to|tried calling|..."       "tried to call Ada" is no call
"""

from collections.abc import Mapping
from types import MappingProxyType

from vaultnet.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Doubts:
    """Phrases are separated by `|`; what each row does is said in `sentence_doubt.py`."""

    questions: str  # begin a question
    wishes: str  # before one of the acts they make a plan
    acts: str
    infinitives: str  # as the last word of the head they make a plan, where the language has verbs there
    done: str  # unless one of these stands before: "war Ada besuchen"
    denials: str  # where something was to be done with somebody, it was not
    attempts: str  # by themselves
    reached: str  # what a denial denies, besides the kinds: "not seen"
    fillers: str  # may begin the clause behind the head
    left: str  # behind a call: it is a message


ENGLISH_DOUBTS = Doubts(
    questions=(
        "did|do|does|have i|have we|has|when|where|who|what|why|how|is|are|was|were|should|can|could|would|will i"
        "|shall|any news|anything"
    ),
    wishes=(
        "want to|wants to|wanted to|wanna|need to|needs to|plan to|plans to|planning to|planned to|hope to|hoping to"
        "|going to|gonna|ought to|meaning to|meant to|intend to|intended to|supposed to|like to|love to|have to|has to"
        "|got to|gotta|should|should've|must|will|i'll|we'll|'ll|shall|might|could|would|let's|due to|about to|time to"
    ),
    acts=(
        "call|phone|ring|see|meet|visit|email|e-mail|mail|text|message|write|thank|ask|invite|have|grab|get|do|catch"
        "|reach|send|talk|speak|chat|ping|buy|take|reply|respond|introduce|help|join|host|drop|stop by|come|contact"
        "|follow up|check in|congratulate|zoom|facetime|connect"
    ),
    infinitives="",
    done="",
    denials=(
        "didn't|did not|don't|do not|haven't|have not|hasn't|has not|hadn't|never|couldn't|could not|can't|cannot"
        "|wasn't|weren't|won't|not|no|nobody|unable|failed to|forgot|forgot to|missed|skipped|cancelled|canceled"
        "|cancels|postponed|rescheduled|called off|put off|fell through|no-show|instead of"
    ),
    attempts=(
        "tried to|tried calling|tried phoning|tried ringing|tried reaching|tried emailing|tried texting|tried visiting"
        "|tried meeting|tried messaging|trying to|attempted to|forgot to|meant to|unable to|almost called"
        "|nearly called|couldn't reach|could not reach|can't reach|missed call|missed calls|missed a call"
    ),
    reached=(
        "reach|reached|see|seen|talk|talked|heard|hear|speak|spoken|catch|make it|got hold|get hold|get through|told"
        "|tell|asked|ask|thank|thanked|answer|answered|invite|invited|reply|replied"
    ),
    fillers="but|and|she|he|they|it|there was|was|got|only|just|still|again|had|i",
    left=(
        "left a voicemail|left voicemail|left a message|left her a message|left him a message|left them a message"
        "|left her a voicemail|left him a voicemail|left message|left word|left a voice message"
    ),
)

GERMAN_DOUBTS = Doubts(
    questions="wann|wo|wer|wen|wem|was|warum|wie|habe ich|hab ich|haben wir|hat|ist|war|soll|sollte|muss|kann|könnte",
    wishes="plane|planen|vorgenommen|vor",
    acts="anzurufen|zu treffen|zu besuchen|zu schreiben|zu fragen|zu sehen",
    infinitives=(
        "anrufen|treffen|besuchen|schreiben|mailen|telefonieren|sprechen|reden|fragen|danken|einladen|sehen|melden"
        "|zurückrufen|vorstellen|gratulieren|antworten|kontaktieren|erreichen|simsen|anschreiben|bedanken"
        "|vorbeischauen"
    ),
    done="war|waren|kam|kamen|ging|gingen|bin|sind|gewesen|ließ|durfte|konnte|konnten",
    denials=(
        "nicht|nie|niemals|kein|keine|keinen|keinem|vergessen|vergaß|abgesagt|sagte ab|verschoben|ausgefallen|fiel aus"
        "|fällt aus|verpasst|verpasste|geplatzt|geplant"
    ),
    attempts=(
        "versucht|versuchte|probiert|nicht erreicht|nicht erreichen|nicht erreichbar|verpasster anruf|anruf verpasst"
        "|nicht ans telefon|nicht durchgekommen|niemanden erreicht"
    ),
    reached=(
        "erreicht|gefragt|gebeten|eingeladen|bedankt|gedankt|erreichen|gesehen|sehen|gehört|anzurufen|gemeldet"
        "|geschafft|zustande|abgenommen|rangegangen|zu erreichen|zu treffen|zu schreiben"
    ),
    fillers="aber|und|sie|er|es|da|hat|ging|war|ist|nur|leider|wieder|dann|sich",
    left=(
        "auf die mailbox gesprochen|nachricht hinterlassen|eine nachricht hinterlassen|auf den ab gesprochen"
        "|auf band gesprochen|auf den anrufbeantworter gesprochen|mailbox vollgequatscht"
    ),
)

DOUBTS_BY_LANGUAGE: Mapping[str, Doubts] = MappingProxyType({"en": ENGLISH_DOUBTS, "de": GERMAN_DOUBTS})
