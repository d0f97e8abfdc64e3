"""Intent is not contact: an open box, a task that was let go, and Logseq's words for both.

"- [ ] call [[Ada]]", "- [-] call [[Ada]]", "- LATER call [[Ada]]"   are plans;    "- [x] call [[Ada]]" is a touch
"""

import re

from vaultnet.text.checkbox import status_of
from vaultnet.text.list_item import ListItem

_LOGSEQ = re.compile(r"(?:TO" r"DO|DOING|NOW|LATER|WAITING|WAIT|IN-PROGRESS|CANCELL?ED)(?=\s)")
_INITIALS = frozenset("TDNLWIC")


def is_intent(text: str, item: ListItem) -> bool:
    """True for an item that says what was to be done, not what was done."""
    if item.mark:
        return status_of(item.mark) != "done"
    start = item.text_start
    return text[start : start + 1] in _INITIALS and _LOGSEQ.match(text, start, item.text_end) is not None
