"""Postal addresses: in one text, in a map, or in the keys that vCard dialects keep for each part.

ADR[HOME].STREET: Leechgasse 40, ADR[HOME].POSTAL: 8010, ADR[HOME].LOCALITY: Graz  ->  ("Leechgasse 40, 8010 Graz",)
"""

from collections.abc import Mapping

from vaultnet.model.reader import Reader, scalar_text, unique
from vaultnet.model.ref import read_texts
from vaultnet.text.frontmatter import Value


def read_addresses(reader: Reader) -> tuple[str, ...]:
    """`address` as written; the parts that vCard dialects keep in keys of their own (`ADR[HOME].STREET`), put together
    by address.
    """
    whole = [text for _, value in reader.properties.all("address") for text in _address(value)]
    if "street" not in reader.properties:
        return unique(whole)
    parts: dict[str, dict[str, str]] = {}
    for name in ("street", "postal", "locality", "region"):
        for key, value in reader.properties.all(name):
            parts.setdefault(key.rpartition(".")[0], {}).setdefault(name, ", ".join(read_texts(value)))
    joined = (", ".join((one["street"], _town(one))).rstrip(", ") for one in parts.values() if "street" in one)
    return unique((*whole, *joined))


def _town(parts: Mapping[str, str]) -> str:
    town = " ".join(filter(None, (parts.get("postal"), parts.get("locality"))))
    return ", ".join(filter(None, (town, parts.get("region"))))


def _address(value: Value) -> tuple[str, ...]:
    if not isinstance(value, dict):
        return read_texts(value)
    text = ", ".join(filter(None, (scalar_text(part) for part in value.values())))
    return (text,) if text else ()
