"""Two ways of writing one name: accents, case, width and blanks do not matter when a person is meant.

fold("  Tomás  VIDAL ")  ->  "tomas vidal"        fold_key("Introduced_By")  ->  "introducedby"
"""

import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe", "ı": "i"}
)
_KEY_BLANKS = str.maketrans("", "", "-_ ")


def fold(text: str) -> str:
    """A name or word as it is compared: lower-case, accents off, blanks collapsed."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(bare.translate(_LETTERS).casefold().split())


def fold_key(key: str) -> str:
    """A front-matter key as it is compared: without regard to case and to `-`, `_` and blanks."""
    return key.lower().translate(_KEY_BLANKS)
