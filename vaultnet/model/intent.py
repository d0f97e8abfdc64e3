"""Intent is not contact: an open box, a task that was let go, and Logseq's words for both.

"- [ ] call [[Ada]]", "- [-] call [[Ada]]", "- LATER call [[Ada]]"   are plans;    "- [x] call [[Ada]]" is a touch
"""

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.list_item import ListItem
from vaultnet.text.tasks_settings import TasksSettings

_LOGSEQ = lazy_pattern(r"(?:TO" r"DO|DOING|NOW|LATER|WAITING|WAIT|IN-PROGRESS|CANCELL?ED)(?=\s)")
_INITIALS = frozenset("TDNLWIC")


def is_intent(text: str, item: ListItem, tasks: TasksSettings) -> bool:
    """True for an item that says what was to be done, not what was done."""
    if item.mark:
        return tasks.status_of(item.mark) not in {"done", "none"}
    start = item.text_start
    return text[start : start + 1] in _INITIALS and _LOGSEQ.match(text, start, item.text_end) is not None
