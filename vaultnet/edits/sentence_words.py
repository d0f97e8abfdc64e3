"""The small words that tell who a sentence is about, a table a language. A language is added by one more table.

    ENGLISH.with_  ->  "together with|along with|with|w/"

The vocabulary of kinds (coffee, called ...) is not here: it stands in the settings. What each row does is said in
`sentence_grammar.py`, which makes patterns of them.
"""

from vaultnet.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases are separated by `|`."""

    with_: str  # before those I was with
    and_: str  # between two of them
    to: str
    from_: str
    talk: str  # verbs and nouns that make the "to" or "from" behind them a matter of people
    verbs: str  # what one does to a person one is in touch with, besides the kinds
    about: str  # what follows is spoken of, or a circumstance
    topic: str  # those of them behind which no kind is meant any more
    afterwards: str  # before a kind that was something else: "after lunch I called Ada"
    behalf: str  # behind a written kind: whom it is for
    purpose: str  # before a kind it is what was done, or what somebody was asked for
    received: str  # before a written kind: it came from them
    place: str  # may follow a list of people
    pronouns: str  # begin a clause of their own
    clauses: str  # begin a clause, once somebody has been named
    mine: str  # I am there too
    first: str  # those of them that do something, and to whom nothing is done: "I", not "me"
    soft: str  # says nothing in a log
    openers: str  # says nothing where a kind follows: "had a", "sent a", "for"
    going: str  # after these, "for" and "to" name what was done: "met for coffee", "went to lunch"
    never_names: str  # no names where they are written small or begin a sentence
    particles: str  # parts of names that name nobody
    titles: str  # stand before a name, and end in a dot
    honours: str  # those of them that go where the name goes
    intents: str  # begin a plan, not a touch
    at: str  # before a time of day, and before somebody's place
    oclock: str
    by: str  # before the day something is due
    my: str  # before a noun that stands before a name: "mit meiner Chefin Ada"
    auxiliaries: str  # open a bracket that a verb at the end closes: "hat mir ... geholfen"
    closers: str  # verbs that end a clause and say no more than the kind: "Kaffee getrunken"; none in English
    participles: str  # where somebody is named before one of them without an auxiliary, it was I: "Ada gemailt"
    separable: str  # verbs whose second half stands apart: "rief Ada an"
    particles_of_verbs: str  # those second halves
    objects: str  # "call her": somebody is named already
    acts: str  # forms of kinds that are done to somebody: "call Ada", but "coffee with Ada"
    with_spoken: str  # what vaultnet itself writes
    and_spoken: str
    to_spoken: str
    from_spoken: str


ENGLISH = Words(
    with_="together with|along with|with|w/|w",
    and_="as well as|and also|and then|& then|and|&|+|plus",
    to="to",
    from_="from",
    talk=(
        "spoke|talked|talk|chat|chatted|wrote|replied|reply|answer|listened|heard|word|news|hello|hi|thanks|note|back"
        "|out"
    ),
    verbs=(
        "saw|joined|hosted|thanked|asked|told|invited|sent|gave|showed|congratulated|reminded|answered|wished|ran into"
        "|bumped into|picked up|dropped in on|checked in on|looked after|hired|interviewed|mentored|brought|handed"
        "|lent|bought"
    ),
    about=(
        "about|re|regarding|concerning|on|of|for|over|than|like|without|behind|via|through|by|after|before|until|since"
        "|because of|instead of|thanks to|near"
    ),
    topic="about|re|regarding|concerning|of",
    afterwards="after|before|instead of|between|until",
    behalf="for",
    purpose="for|to",
    received="got|received|get|answered",
    place=(
        "at|in|about|re|regarding|on|over|from|to|with|w/|after|before|during|near|by|via|for|this|last|who|where|when"
    ),
    pronouns="she|he|they|it",
    clauses=(
        "who|where|which|because|since|that|while|when|but|so|after|before|if|whether|said|says|saying|mentioned"
        "|thinks|thought|wants|wanted|promised|offered|offers|hopes|hoped|asks|we want|we will|we'll|we plan"
    ),
    mine="i|we|me|us",
    first="i|we",
    soft="i|we|just|also|then|and|a|an|the|our|my|have|had|i've|we've|been|finally",
    openers=(
        "had|have|got|get|sent|wrote|mailed|posted|received|went|made|gave|did|was|came|out|over|for|by|via|on|to|a|an"
        "|the|at|up|me|us|grabbed|grab|brought|left|another|some|back|caught|hung|bought|took|spent"
    ),
    going="met|meet|saw|joined|went|came|out|had|caught|hosted|over",
    never_names=(
        "a|an|the|and|or|but|with|to|from|about|on|in|at|of|for|by|as|is|was|be|been|are|am|not|no|yes|so|if|when"
        "|while|i|we|he|she|it|they|you|me|us|him|her|them|his|my|our|their|your|this|that|will|may|can|could|would"
        "|should|must|might|mark|grant|need|today|had|have|has|did|do|does|all|some|new|old|bill|art|faith|hope|joy"
    ),
    particles=(
        "de|van|der|den|von|di|da|la|le|el|al|bin|ter|ten|of|the|and|y|dos|do|du|des|zu|zum|het|st|jr|sr|dr|mr|mrs|ms"
        "|prof"
    ),
    titles="dr|mr|mrs|ms|prof|professor|sir|aunt|uncle|cousin|sister|brother",
    honours="dr|mr|mrs|ms|prof|professor|sir",
    intents=(
        "need to|needs to|should|must|have to|has to|want to|going to|i'll|i will|we'll|we will|plan to|planning to"
        "|remember to|todo|to do|to-do|let's|don't forget to|give|please|remind me|remind me to"
    ),
    at="at|@",
    oclock="o'clock",
    by="by|until|before|for|due|on",
    my="my|our",
    auxiliaries="",
    closers="",
    participles="",
    separable="called|rang|phoned|met|caught|texted|emailed|wrote",
    particles_of_verbs="up|back",
    objects="her|him|them|it|with|to|both|everyone|everybody",
    acts="call|phone|ring|email|e-mail|mail|message|text|dm|whatsapp|sms|visit|meet|help|video|zoom|facetime",
    with_spoken="with",
    and_spoken="and",
    to_spoken="to",
    from_spoken="from",
)

GERMAN = Words(
    with_="zusammen mit|gemeinsam mit|mit|samt|m.|w/|with",
    and_="sowie|und auch|und dann|und|and|&|+|plus",
    to="an|zu",
    from_="von",
    talk="sprach|gesprochen|redete|geredet|schrieb|geschrieben|antwortete|gehört|hörte|nachricht|gruß|grüße|dank",
    verbs=(
        "sah|besuchte|traf|dankte|fragte|bat|lud|schickte|gab|zeigte|erinnerte|half|beglückwünschte|interviewte|rief"
        "|angerufen|getroffen|gesehen"
    ),
    about="über|wegen|bezüglich|für|ohne|durch|nach|vor|seit|statt|als|wie|dank",
    topic="über|wegen|bezüglich",
    afterwards="nach|vor|statt|anstatt|bis|zwischen",
    behalf="für",
    purpose="zu|zum|zur|auf|für",
    received="bekam|bekommen|erhielt|erhalten|kriegte|gekriegt",
    place=(
        "in|im|bei|beim|am|an|auf|über|wegen|von|zu|zum|zur|mit|nach|vor|während|für|um|telefoniert|getroffen|besucht"
        "|angerufen|gesehen|geholfen|gemailt"
    ),
    pronouns="sie|er|es",
    clauses=(
        "wo|welche|welcher|weil|dass|während|als|aber|denn|nachdem|bevor|wenn|ob|sagte|sagt|meinte|meint|erzählte"
        "|erzählt|versprach|will|wollte|möchte|hofft|bittet|fragt|braucht|wir wollen|wir werden"
    ),
    mine="ich|wir|mich|mir|uns",
    first="ich|wir",
    soft=(
        "ich|wir|auch|dann|und|ein|eine|einen|einem|der|die|das|den|dem|habe|hab|haben|hatte|hatten|war|waren|bin|sind"
    ),
    openers=(
        "hat|mir|mich|uns|hab|kam|kamen|bin|sind|ist|gab es|hatte|hatten|habe|haben|bekam|bekommen|schickte|schrieb"
        "|war|waren|machte|gab|zum|zur|auf|für|per|beim|am|im|bei|ein|eine|einen|einem|der|die|das|den|dem|zu"
    ),
    going="traf|getroffen|sah|ging|gingen|kam|kamen|bin|sind|war|waren|hatte|hatten|gewesen|gegangen|rief|bei",
    never_names=(
        "der|die|das|den|dem|des|ein|eine|einen|einem|und|oder|aber|mit|zu|von|über|an|in|im|am|bei|für|als|ist|war"
        "|hat|habe|hatte|nicht|kein|ja|nein|so|wenn|ich|wir|er|sie|es|du|ihr|mich|uns|ihm|ihn|sein|mein|unser|dieser"
        "|heute|will|soll|muss|kann|war|bin|sind|kam|ging|mein|meine|nach|bis|seit|noch|gestern|morgen|habe|hab"
    ),
    particles=ENGLISH.particles,
    titles="dr|hr|fr|herr|herrn|frau|mr|mrs|prof|professor|tante|onkel|schwester|bruder",
    honours="dr|hr|fr|herr|herrn|frau|mr|mrs|prof|professor",
    intents="muss|soll|sollte|werde|ich muss|ich will|nicht vergessen|todo|zu tun|bitte|erinnere mich|denk dran",
    at="um|ab|bei",
    oclock="uhr",
    by="bis|vor|für|am|ab",
    my="mein|meine|meinem|meinen|meiner|meines|unser|unsere|unserem|unseren|unserer",
    auxiliaries=(
        "hat|hab|habe|haben|hatte|hatten|ist|bin|sind|war|waren|wurde|mir|mich|uns|sich|ich|wir|kurz|noch|wieder"
    ),
    closers=(
        "gewesen|getrunken|trinken|essen|gegessen|gegangen|gehabt|gemacht|geschickt|gesendet|verschickt|bekommen"
        "|gekriegt|erhalten|geführt|gekommen|abgehalten|verbracht|gegeben|ausgetauscht"
    ),
    participles=(
        "angerufen|gemailt|angemailt|geschrieben|geschickt|gesendet|verschickt|geantwortet|geschenkt|gesimst|getextet"
        "|gewhatsappt|gechattet|gegeben|mitgebracht"
    ),
    separable="rief|riefen|rufe|ruft|stellte|kam|kamen|schaute|lud",
    particles_of_verbs="an|vor|zurück|vorbei|ein",
    objects="sie|ihn|ihr|ihm|ihnen|mit|an|beide|beiden|alle",
    acts="besuchen|treffen|anrufen",
    with_spoken="mit",
    and_spoken="und",
    to_spoken="an",
    from_spoken="von",
)

WORDS_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN}
