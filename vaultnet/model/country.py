"""Which country a word means: whose holidays to keep, and whether a card goes abroad.

find_country("Deutschland")  ->  "DE"        find_country("nl")           ->  "NL"
find_country("भारत")          ->  "IN"        find_country("Middle-earth")  ->  None
"""

from functools import cache, lru_cache

from vaultnet.model.country_names import COUNTRY_NAMES
from vaultnet.text.fold import fold

_LONGEST = 100  # characters; more is prose
_NO_SIGNS = str.maketrans({"&": " and ", "-": " ", ".": "", "’": "'"})


@lru_cache(maxsize=1024)
def find_country(text: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country given by its code (two letters or three) or by a name in English, in
    German or in its own language; None for what is none.
    """
    return _code_by_name().get(_plain(text)) if len(text) <= _LONGEST else None


def country_name(code: str) -> str:
    """The English name of a country by its code, as it stands last on an envelope from abroad; "" for no code."""
    return _name_by_code().get(code, "")


@cache
def _name_by_code() -> dict[str, str]:
    lines = (line.split(" ", 2) for line in COUNTRY_NAMES.strip().split("\n"))
    names: dict[str, str] = {}
    for alpha_2, _, known in lines:
        names.setdefault(alpha_2, known.partition(", ")[0])
    return names


@cache
def _code_by_name() -> dict[str, str]:
    codes: dict[str, str] = {}
    for line in COUNTRY_NAMES.strip().split("\n"):
        alpha_2, alpha_3, names = line.split(" ", 2)
        for name in (alpha_2, alpha_3, *names.split(", ")):
            codes[_plain(name)] = alpha_2
    return codes


def _plain(name: str) -> str:
    """A country's name as it is compared: `The U.S.` is `us`, `St. Lucia` is `saint lucia`."""
    words = fold(name.translate(_NO_SIGNS)).split()
    if words[:1] == ["the"]:
        words = words[1:]
    return " ".join("saint" if word == "st" else word for word in words)
