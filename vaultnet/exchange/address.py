"""An address that a file keeps in parts, as one line of a note.

address_of("Leechgasse 40", postal="8010", city="Graz", country="Austria", home="Austria")
->  "Leechgasse 40, 8010 Graz"
address_of("12 Elm St", postal="62701", city="Springfield", region="IL")       ->  "12 Elm St, Springfield, IL 62701"
"""

from vaultnet.exchange.cleaning import clean, clean_lines
from vaultnet.model.country import find_country

ADDRESS_PARTS = ("street", "extended", "po-box", "city", "region", "postal")
_CODE_BEHIND_TOWN = frozenset({"US", "CA", "AU", "NZ", "GB", "IE", "IN", "ZA", "SG", "HK"})


def address_of(
    street: str, *, extended: str = "", po_box: str = "", postal: str = "", city: str = "", region: str = "",
    country: str = "", home: str = "",
) -> str:  # fmt: skip
    """The lines joined by `, `, as the country writes its towns; "" where nothing is nearer than a town. `home` is the
    country that the note says in a property of its own: an address there does not repeat it.
    """
    if not (street.strip() or extended.strip() or po_box.strip() or postal.strip()):
        return ""
    lines = [*_lines(street), *_lines(extended), *_lines(_box(clean(po_box))), _town(postal, city, region, country)]
    abroad = clean(country) if country.strip() != home.strip() else ""
    return ", ".join(line for line in (*lines, abroad) if line)


def one_line(address: str) -> str:
    r"""An address in several lines as one: `12 Elm St\nSpringfield` -> `12 Elm St, Springfield`."""
    return ", ".join(_lines(address))


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()).strip(",") for line in clean_lines(text).split("\n") if line.strip(" ,")]


def _box(number: str) -> str:
    return f"PO Box {number}" if number.isdigit() else number


def _town(postal: str, city: str, region: str, country: str) -> str:
    postal, city, region = clean(postal), clean(city), clean(region)
    if find_country(country) in _CODE_BEHIND_TOWN or (not country and len(region) == 2 and region.isupper()):  # noqa: PLR2004
        return ", ".join(filter(None, (city, " ".join(filter(None, (region, postal))))))
    return ", ".join(filter(None, (" ".join(filter(None, (postal, city))), region if region != city else "")))
