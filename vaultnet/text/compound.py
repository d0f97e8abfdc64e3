"""German words that are put together, taken apart where another text knows the parts.

split_compound("Hochwassermodellen", "de", {"hochwas", "model"})  ->  ("hochwas", "model")
split_compound("Schulkonzert", "de", {"konzert"})                  ->  ("schul", "konzert")
split_compound("Marathon", "de", {"konzert"})                      ->  ()

English writes such words apart. Where they may be parted is learned from the texts, so there is no list to keep.
"""

from collections.abc import Container

from vaultnet.text.fold import fold
from vaultnet.text.stem import stem

_PART = 4  # letters: shorter parts are found in every other word


def split_compound(word: str, language: str, known: Container[str]) -> tuple[str, ...]:
    """The stems of a compound's two parts, () for a word that is none. The last part says what a thing is: it is looked
    for first, the longest before others; both parts known goes before one.
    """
    bare = fold(word)
    if language != "de" or len(bare) < 2 * _PART:
        return ()
    parts = [
        (stem(bare[:place], language), stem(bare[place:], language)) for place in range(_PART, len(bare) - _PART + 1)
    ]
    whole = stem(word, language)
    fitting = (
        [(one, other) for one, other in parts if one in known and other in known]
        or [(one, other) for one, other in parts if other in known]
        or [(one, other) for one, other in reversed(parts) if one in known]
    )
    return next((pair for pair in fitting if min(map(len, pair)) >= _PART and whole not in pair), ())
