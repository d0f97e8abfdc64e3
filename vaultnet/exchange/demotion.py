"""Values that a note would not be read back from as meant, as words in the notes instead: nothing is lost for them.

demote(Draft(1, "Ada", tier="gold"), [Gain("tier", "=", "gold")])  ->  Draft(1, "Ada", notes="Tier: gold")
"""

from collections.abc import Iterable
from typing import Any

from vaultnet.dataclass import replace
from vaultnet.exchange.draft import Draft
from vaultnet.exchange.merging import Gain
from vaultnet.text.fold import fold
from vaultnet.text.yaml_value import Value

_RELATIONS = frozenset({"knows", "friends", "spouse", "reports-to"})
_PEOPLE = _RELATIONS | {"introduced-by"}


def demote(draft: Draft, gains: Iterable[Gain]) -> Draft:
    """`gains` are what is missing of the draft in its note, one value each."""
    for gain in gains:
        notes = "\n".join(filter(None, (draft.notes, _line(gain))))
        draft = replace(draft, notes=notes, **_without(draft, gain.key, gain.value))
    return draft


def said_in_notes(gain: Gain) -> str:
    """How the notes name whom a field could not; "" for what is nobody. Once others have notes, the field might."""
    return _line(gain) if gain.key in _PEOPLE else ""


def _line(gain: Gain) -> str:
    return f"{gain.key.replace('-', ' ').capitalize()}: {_text(gain.value)}"


def _without(draft: Draft, key: str, value: Value) -> dict[str, Any]:
    """The fields as they are without that value."""
    field = key.replace("-", "_")
    if key in _RELATIONS:
        return {"knows": tuple(one for one in draft.knows if _text(value) not in {one[1], f"{one[1]} ({one[0]})"})}
    if key == "positions":
        company = fold(_text(value.get("company") if isinstance(value, dict) else value))
        return {"positions": tuple(job for job in draft.positions if fold(job.company) != company)}
    if any(key == word for word, _ in draft.anniversaries):
        return {"anniversaries": tuple(one for one in draft.anniversaries if one[0] != key)}
    now = getattr(draft, field, None)
    if isinstance(now, tuple):
        return {field: tuple(one for one in now if one != value)}
    return {field: type(now)() if isinstance(now, str | bool) else None} if now is not None else {}


def _text(value: Value) -> str:
    if isinstance(value, dict):
        return ", ".join(str(one) for one in value.values())
    return str(value)
