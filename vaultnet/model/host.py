"""Who gives an event: the names under `host`, folded.

host: "[[Mira Kellner|Mira]]"   ->  {"mira kellner", "mira"}
hosted-by: [me, Daan]           ->  {"me", "daan"}
"""

from collections.abc import Mapping
from typing import Any

from vaultnet.model.rules import my_names
from vaultnet.model.settings import Me
from vaultnet.text.fold import fold, fold_key

_KEYS = frozenset({"host", "hosts", "hostedby"})


def host_names(properties: Mapping[str, Any]) -> frozenset[str]:
    """All of them, bare; of a link, what it shows too."""
    values = [value for key, value in properties.items() if fold_key(key) in _KEYS]
    texts = [str(item) for value in values for item in (value if isinstance(value, list) else [value])]
    return frozenset(fold(part) for text in texts for part in text.strip("[]").split("|"))


def names_of_me(me: Me) -> frozenset[str]:
    """What I am called on a list: by name, by address."""
    return frozenset(my_names(me).union(map(fold, me.emails)))
