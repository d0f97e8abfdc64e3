"""E-mail addresses as people write them into a property.

email: "Ada <ada@example.com>, mailto:ada@example.org"  ->  ("ada@example.com", "ada@example.org")
"""

from vaultnet.model.reader import Reader, unique
from vaultnet.text.lazy_pattern import lazy_pattern

_AROUND = lazy_pattern(r"[\s<>,;()\[\]\"']+")


def read_emails(reader: Reader) -> tuple[str, ...]:
    """Addresses, out of `Ada <ada@example.com>` and `mailto:` too; a text without any stays as it is."""
    return unique([email for text in reader.texts("email") for email in _emails_in(text)])


def _emails_in(text: str) -> list[str]:
    found = [word.removeprefix("mailto:") for word in _AROUND.split(text) if "@" in word]
    return found or [text]
