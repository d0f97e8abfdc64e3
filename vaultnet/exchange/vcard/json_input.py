"""Cards in JSON: one, a list of them, or an object that holds such a list.

read_json_cards(b'["vcard", [...]]', "x.json", is_card)   ->  ((1, ["vcard", [...]]),)
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from vaultnet.errors import UsageError
from vaultnet.exchange.decoding import decode

_DEEPEST = 6  # levels at which cards are looked for


def read_json_cards(data: bytes, name: str, is_card: Callable[[Any], bool]) -> tuple[tuple[int, Any], ...]:
    """Each card with its number, from 1. Raises UsageError for what is no JSON, or holds no card."""
    try:
        value = json.loads(decode(data, name).text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"is no JSON: {error}", path=name) from error
    found = tuple(enumerate(_cards(value, is_card, 0), start=1))
    if not found:
        raise UsageError("holds no card of this format", path=name)
    return found


def _cards(value: Any, is_card: Callable[[Any], bool], depth: int) -> Iterator[Any]:
    if is_card(value):
        yield value
    elif depth < _DEEPEST and isinstance(value, list | dict):
        for one in value if isinstance(value, list) else value.values():
            yield from _cards(one, is_card, depth + 1)
