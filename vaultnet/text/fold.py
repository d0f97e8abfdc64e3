"""Two ways of writing one name: accents, case, width and blanks do not matter when a person is meant.

fold("  Tomás  VIDAL ")  ->  "tomas vidal"        fold_key("Introduced_By")  ->  "introducedby"
"""

import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_KEY_BLANKS = str.maketrans("", "", "-_ ")


def fold(text: str) -> str:
    """A name or word as it is compared: lower-case, accents off, blanks collapsed."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(bare.casefold().translate(_LETTERS).split())


def fold_key(key: str) -> str:
    """A front-matter key as it is compared: without regard to case and to `-`, `_` and blanks."""
    return key.lower().translate(_KEY_BLANKS)
