"""What an importer is given: files by name, and what the vault knows that helps to read them.

ImportContext(today=date(2026, 6, 15), emails=frozenset({"me@example.com"}), ...)
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from vaultnet.dataclass import dataclass, field


class SourceFile(NamedTuple):
    """A file, or a member of an archive or folder: its name as the user sees it, and its bytes (of a large mailbox a
    map of the file, which is cut and searched as bytes are).
    """

    name: str
    data: bytes


def no_kind(_text: str) -> str:
    """Where there is no vault whose words tell."""
    return ""


@dataclass(frozen=True, slots=True)
class ImportContext:
    """`names` (folded) and `emails` (lower case) are the user's own; `country` an ISO code; `date_order` "dmy", "mdy"
    or "" where the settings name none; `mapping` is column -> field, as `--map` says; with `with_subjects` the subjects
    of mails are taken over; `language` is that of the vault, in which a note is told what the importer says by itself.
    `timezone` is the vault's, "" where each time is taken as it is written; `kind_in` finds the kind of touch that a
    text names by the vault's own words, "" for none.
    """

    today: date
    names: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    country: str = ""
    date_order: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    with_subjects: bool = False
    timezone: str = ""
    kind_in: Callable[[str], str] = no_kind
    language: str = "en"
