"""A new uid: the same for the same note on every machine, so that two that mint it offline agree when they merge.

mint_uid("People/Ada.md", text)   ->   "7c9e6679-7425-5de9-944b-e07fc1f90ae7"
"""

import uuid

from vaultnet.text.composed import composed

_VAULTNET = uuid.uuid5(uuid.NAMESPACE_URL, "urn:vaultnet:note")


def mint_uid(path: str, text: str) -> str:
    """A UUID (version 5) out of the note's path and text; it is stored in the note and never worked out again."""
    return str(uuid.uuid5(_VAULTNET, f"{composed(path)}\0{text}"))
