"""What the agenda is made of: sections of items, as plain values.

Item(section="reach_out", key="3f2a9c41", contact="People/Ada.md", name="Ada", link="[[Ada]]", kind="call", ...)
"""

from datetime import date

from vaultnet.dataclass import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda. `key` is the first half of its block id; `why` are the reasons as values for the
    template; `mark` is the checkbox character; dates are None where they do not apply; `others` are the paths of whom
    else it is for.
    """

    section: str
    key: str
    contact: str
    name: str
    link: str
    kind: str
    minutes: int = 0
    mark: str = " "
    last: date | None = None
    due: date | None = None
    late: date | None = None
    source: str = ""
    why: dict[str, object] = field(default_factory=dict)
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    items: tuple[Item, ...]
