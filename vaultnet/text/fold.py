"""Two ways of writing one name: accents, case, width and blanks do not matter when a person is meant.

fold("  Tomás  VIDAL ")  ->  "tomas vidal"        fold_key("Introduced_By")  ->  "introducedby"
"""

import unicodedata

_LETTERS = (("ø", "o"), ("ł", "l"), ("đ", "d"), ("æ", "ae"), ("œ", "oe"), ("ı", "i"), ("þ", "th"), ("ð", "d"))
_KEY_BLANKS = str.maketrans("", "", "-_ ")


def fold(text: str) -> str:
    """A name or word as it is compared: lower-case, accents off, blanks collapsed."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """A text whose words are to be compared: as `fold`, but its blanks stay as they are."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text)
    for mark in filter(unicodedata.combining, set(bare)):  # a text has few, and may be a whole note
        bare = bare.replace(mark, "")
    bare = bare.casefold()
    for letter, plain in _LETTERS:
        if letter in bare:
            bare = bare.replace(letter, plain)
    return bare


def fold_key(key: str) -> str:
    """A front-matter key as it is compared: without regard to case and to `-`, `_` and blanks."""
    return key.lower().translate(_KEY_BLANKS)
