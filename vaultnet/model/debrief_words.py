"""Words of answers in a debrief, in each language: what says that there is nothing, and what is no name.

"nichts" in NOTHING    ->  the question was asked, and that is all
"van" in PARTICLES     ->  Hendrik van Laar is a name
"""

from typing import Final

NOTHING: Final = frozenset({
    "no", "none", "nope", "nothing", "nobody", "no one", "not now", "n a", "nein", "keine", "keiner", "keinen",
    "nichts", "niemand", "niemanden", "no names", "nix",
})  # fmt: skip

PARTICLES: Final = frozenset({
    "al", "bin", "da", "dal", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "ter",
    "van", "vom", "von", "zu", "zum", "zur", "y", "e", "af", "av",
})  # fmt: skip

# Behind a comma: `Hana Novak, from the board`
SAID_OF_THEM: Final = frozenset({
    "a", "an", "at", "also", "from", "in", "of", "on", "the", "her", "his", "their", "who", "whose", "knows", "works",
    "runs", "aus", "bei", "beim", "der", "die", "das", "ein", "eine", "ihr", "ihre", "im", "sein", "seine", "vom",
    "von", "arbeitet", "kennt", "leitet",
})  # fmt: skip
