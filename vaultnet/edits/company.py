"""Who was there too, typed behind the link of a ticked item: they are named by `with ...` in the log already.

- [x] Lunch with [[Tom]] and [[Sarah]], she paid      her own words:   "and [[Sarah]], she paid"
->  without_company(..., is_met)  ==  "she paid"      Tom's log:       `lunch: with [[Sarah]], she paid`

`and [[Sarah]] was there too` is a sentence, and stays one.
"""

import re
from collections.abc import Callable

from vaultnet.text.link import links_in_value

_AND = re.compile(r"(?:\s*(?:[,&+]|(?:and|und)(?!\w)))*\s*", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:$|[,;:.·–—](?=\s|$)|(?=#\w))")  # what cannot be the rest of a sentence about them


def without_company(text: str, is_met: Callable[[str], bool]) -> str:
    """The text without the list of links to people who were met that it begins with. A link with words of its own
    (`[[Sarah|Sally]]`), or to anybody else, is no part of it.
    """
    place = 0
    for link in links_in_value(text):
        joint = _AND.match(text, place)
        is_plain = not (link.display or link.subpath or link.embed)
        if joint is None or joint.end() != link.start or not is_plain or not is_met(link.path):
            break
        place = link.end
    rest = _GOES_ON.match(text, place)
    return text[rest.end() :].lstrip() if place and rest else text
