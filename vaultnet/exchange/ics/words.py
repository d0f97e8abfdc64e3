"""What an entry of a calendar is called, in the vault's language.

entry_words("birthday", "de")  ->  "Geburtstag: {}"
"""

from collections.abc import Mapping
from types import MappingProxyType

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "en": {
        "birthday": "Birthday: {}",
        "due": "Keep in touch: {}",
        "follow_up": "Follow up: {}",
        "reply": "Answer: {}",
        "thanks": "Thank: {}",
        "promise": "Promised: {}",
        "waiting": "Waiting for: {}",
        "daily": "Networking: {} minutes",
        "weekly": "Networking: the weekly review",
        "calendar": "Networking",
    },
    "de": {
        "birthday": "Geburtstag: {}",
        "due": "In Kontakt bleiben: {}",
        "follow_up": "Nachfassen: {}",
        "reply": "Antworten: {}",
        "thanks": "Danken: {}",
        "promise": "Versprochen: {}",
        "waiting": "Warten auf: {}",
        "daily": "Netzwerken: {} Minuten",
        "weekly": "Netzwerken: der Wochenrückblick",
        "calendar": "Netzwerken",
    },
})  # fmt: skip


def entry_words(kind: str, language: str) -> str:
    """With one gap, `{}`, where there is something to name."""
    return _WORDS.get(language, _WORDS["en"])[kind]
