"""An address as a card has it, in seven parts, and as a note has it, in one line: there and back.

ADR:;;Leechgasse 40;Graz;;8010;Austria   ->  Address("Leechgasse 40, 8010 Graz", "Graz", "Austria")
split_address("Leechgasse 40, 8010 Graz", "Graz", "AT")   ->  ("", "", "Leechgasse 40", "Graz", "", "8010", "AT")
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vaultnet.exchange.cleaning import clean, clean_lines
from vaultnet.text.fold import fold

OWN_TEXT = "X-VAULTNET-TEXT"  # the address in the words of the note, where the parts would say it otherwise

_PARTS = 7  # box, extended, street, place, region, code, country; Google and RFC 9554 say it once more behind them
_CODE = re.compile(r"[A-Z]{0,3}[ -]?\d[\dA-Za-z -]{1,8}")  # 8010, 3511 AB, SW1A 1AA, D-80331


class Address(NamedTuple):
    """`text` is "" where nothing is nearer than a place."""

    text: str
    place: str
    country: str


def read_address(parts: Sequence[str]) -> Address:
    """`parts` as on the card, unescaped; their line ends become commas."""
    box, extended, street, place, region, code, country = known_parts(parts)
    if not (box or extended or street or code):
        return Address("", ", ".join(filter(None, (place, region))), country)
    town = " ".join(filter(None, (code, place)))
    return Address(", ".join(filter(None, (box, extended, street, town, region))), place, country)


def known_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """The seven, cleaned, each on one line."""
    said = [", ".join(filter(None, map(clean, clean_lines(part).split("\n")))) for part in parts[:_PARTS]]
    return (*said, *[""] * (_PARTS - len(said)))


def split_address(text: str, place: str = "", country: str = "") -> tuple[str, ...]:
    """The parts of an address that is written in one line: all of it is the street, where the place is not found."""
    words = text.split(", ")
    codes = [(at, code) for at, part in enumerate(words) if (code := _code_before(part, place)) is not None]
    if codes:
        at, code = max(codes, key=lambda found: (bool(found[1]), found[0]))
        return "", "", ", ".join(words[:at]), place, ", ".join(words[at + 1 :]), code, country
    return "", "", text, place, "", "", country


def _code_before(words: str, place: str) -> str | None:
    """`8010 Graz` -> "8010"; None where these are not the words of the place."""
    if not place or not fold(words).endswith(fold(place)) or len(words) < len(place):
        return None
    code = words[: len(words) - len(place)]
    if not code:
        return ""
    return code[:-1] if code.endswith(" ") and _CODE.fullmatch(code[:-1]) else None
