"""A word that says something (P12): "just checking in" tells somebody that there was nothing to say.

"Just checking in!"                                          ->  flagged, with its kin: touching base, picking a brain
"The dike report you spoke of is out: page 12 names you."    ->  fine
"""

from vaultnet.practice.advice_rule import AdviceRule

_PLACES = "-at|to|for|my|our|his|her|early|online|late|code|luggage|bags|baggage|desk|counter|before|against"
_PHRASES = f"""
just|only|simply|quickly|quick checking|checkin|checking-in in {_PLACES}
just|only|simply|quickly ~2 wanted|want|thought ~3 check in {_PLACES}
i|i'd|i'll|and ~2 wanted|want|thought ~3 check in {_PLACES}
^ ~2 wanted to ~1 check in {_PLACES}
checking|check in with|on you|your -doctor|bank|landlord|vet|dentist
checking in to see
checking in again
^ checking in $
^ a|quick|short ~1 check-in $
touch|touched|touching base -camp|two|line|jumper|plate|layer
i|i'm|i'd|just ~3 circle|circling back -road
^ circling back
pick|picked|picking your|her|his|their|someone's|some brain|brains
just|quick|quickly|only following|followed|follow up
^ following up on my|the ~2 mail|email|e-mail|message|letter|note
bump|bumping this|my -into
just|only ~3 say|saying hi|hello|hey
nur|bloß|einfach ~2 mal|kurz|schnell ~2 melden|gemeldet|nachfragen|nachgefragt|nachhaken|nachgehakt|nachzufragen
nur|bloß|einfach ~2 hallo sagen
in erinnerung bringen|rufen|gebracht|gerufen
gehirn|hirn anzapfen|angezapft
"""

SAYS_NOTHING = AdviceRule(
    "advice-says-nothing",
    "\n".join(line for line in _PHRASES.split("\n") if line),
    unless=frozenset(("he", "she", "hotel", "airport", "flight", "sich", "er")),
    anchors=(
        "checking", "check in", "check-in", "checkin", "base", "circl", "brain", "follow", "bump",
        "say hi", "saying hi",
        "hello", "hey", "melden", "meldet", "nachfrag", "nachgefragt", "nachhak", "nachgehakt", "nachzufragen", "hallo",
        "erinnerung", "hirn",
    ),
    bad=(
        "Just checking in!",
        "just checking in",
        "I just wanted to check in and see how you are.",
        "Wanted to check in with you.",
        "Checking in to see how things stand.",
        "checking in",
        "I'm checking in with you about the summer.",
        "a quick check-in",
        "touching base",
        "I wanted to touch base before the holidays.",
        "Just circling back on this.",
        "Could I pick your brain over a coffee?",
        "asked to pick her brain",
        "Just following up.",
        "Following up on my last e-mail.",
        "Bumping this to the top of your inbox.",
        "Just wanted to say hi!",
        "Ich wollte mich nur mal melden.",
        "wollte nur kurz nachfragen",
        "nur mal eben kurz gemeldet",
        "einfach mal Hallo sagen",
        "Ich wollte mich in Erinnerung rufen.",
    ),
    good=(
        "met her while checking in at the hotel",
        "we were just checking in at the airport",
        "He has to check in with the doctor every week.",
        "reviewed his code before checking in",
        "She wrote that she was just checking in.",
        "call just to see how things are after the move",
        "their base is in Delft now",
        "base camp in Nepal: asked how the knee is",
        "they touched base camp two on Sunday",
        "she works on the human brain",
        "sent her the article on brain drain in Porto",
        "followed up with the slides I promised",
        "The circle of painters meets again in May.",
        "bumped into her at the market",
        "say hello to Anna from me",
        'he signs every mail with "just checking in"',
        "I won't write just to check in: the report is out.",
        "Sie meldet sich nach den Ferien.",
        "er wollte sich nur mal melden",
        "nachgefragt, wie die Prüfung der Deiche ausging",
        "eine schöne Erinnerung an Porto geschickt",
    ),
)  # fmt: skip
