"""An address as it stands on an envelope: the name, the lines of the address, abroad the country in capitals.

envelope("Łukasz Żak", "ul. Długa 5, 00-238 Warszawa", country="PL", home="NL")
->  ("Łukasz Żak", "ul. Długa 5", "00-238 Warszawa", "POLAND")
"""

import re

from vaultnet.model.country import country_name, find_country

_LINES = re.compile(r"(?<!\s)\s*(?:\n|,\s|;)\s*")


def envelope(name: str, address: str, *, country: str, home: str) -> tuple[str, ...]:
    """`country` and `home` are ISO codes, "" where nobody says. A country that the address ends with is not repeated;
    of an address at home it is left out.
    """
    lines = [line for line in _LINES.split(address.strip()) if line]
    last = find_country(lines[-1]) if len(lines) > 1 else None
    if last:
        lines.pop()
    where = last or country
    abroad = [country_name(where).upper()] if where and where != home else []
    return (name, *lines, *abroad)
