"""How wide a text is drawn, in the widest of the fonts that are likely to draw it; nobody is asked for a font.

text_width("Ada Ling", 12)   ->   60.96     em widths of DejaVu Sans and Verdana, the widest of the usual sans-serifs
text_width("山本", 12)        ->   25.2      a wide letter is a full em, and a little

What does not stand in the table is taken for wider than it is: a label may have room to spare, never too little.
"""

from itertools import accumulate
from unicodedata import category, combining, east_asian_width

_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|!`·", 0.42),
    **dict.fromkeys("frt ()[]{}/\\-–", 0.46),
    **dict.fromkeys("cksvxyzJ", 0.64),
    **dict.fromkeys("mMWww%@&—", 1.08),
    **dict.fromkeys("GOQDHNUC", 0.83),
}
_LOWER, _UPPER, _WIDE, _OTHER = 0.67, 0.76, 1.05, 1.15
_GREEK_AND_CYRILLIC = (0.92, 1.15)  # lower and upper case
_LAST_LATIN, _LAST_CYRILLIC = "ɏ", "ӿ"
_WEIGHT = 1.12  # bold letters


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """In the unit of `size`, the font's."""
    width = sum(_width(letter) for letter in text)
    return round(width * size * (_WEIGHT if is_bold else 1), 2)


def shorten_to_width(text: str, size: float, most: float) -> str:
    """The text, or its beginning and `…` where it would be wider than `most`."""
    if text_width(text, size) <= most:
        return text
    room = most / size - _width("…")
    reached = accumulate(map(_width, text))
    return f"{text[: sum(1 for width in reached if width <= room)].rstrip()}…"


def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if combining(letter) or category(letter) == "Cf":
        return 0.0
    if east_asian_width(letter) in {"W", "F"}:
        return _WIDE
    if letter > _LAST_LATIN:
        return _GREEK_AND_CYRILLIC[letter.isupper()] if "Ͱ" <= letter <= _LAST_CYRILLIC else _OTHER
    return _UPPER if letter.isupper() else _LOWER
