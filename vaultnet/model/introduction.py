"""An introduction: who asked whom to introduce them to whom, and how far it has come.

type: introduction
to: "[[Grace Hopper]]"     ->  Introduction(source=(), to=(Ref("Grace Hopper", ...),), via=(Ref("Ada", ...),),
via: "[[Ada Lovelace]]"                     status="asked",
status: asked                                           log=(DatedLine(day=..., text="asked for it"),))
---
- 2026-01-22 asked for it
"""

from datetime import date

from vaultnet.dataclass import dataclass
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.properties import KeyTable
from vaultnet.model.reader import Reader, quoted
from vaultnet.model.ref import Ref
from vaultnet.model.rules import Rules

INTRODUCTION_KEYS = KeyTable(
    {
        "uid": "UID, id",
        "name": "",
        "tags": "tag",
        "from": "who",
        "to": "",
        "via": "by, through, connector, introducer",
        "status": "state",
        "date": "day",
    }
)
STATES = ("wanted", "asked", "agreed", "made", "thanked", "declined")


@dataclass(frozen=True, slots=True)
class Introduction:
    """`source` is who is introduced (nobody = me), `to` is whom to, `via` who makes it (nobody = me)."""

    name: str
    source: tuple[Ref, ...] = ()
    to: tuple[Ref, ...] = ()
    via: tuple[Ref, ...] = ()
    status: str = "wanted"
    day: date | None = None
    tags: tuple[str, ...] = ()
    log: tuple[DatedLine, ...] = ()


def read_introduction(
    stem: str, tags: tuple[str, ...], reader: Reader, rules: Rules, log: tuple[DatedLine, ...] = ()
) -> Introduction:
    """An introduction from the properties of its note; `log` are the dated items of its body."""
    return Introduction(
        name=reader.text("name") or stem,
        source=rules.others(reader.people("from")),
        to=rules.others(reader.people("to")),
        via=rules.others(reader.people("via")),
        status=_status(reader),
        day=reader.date("date"),
        tags=tags,
        log=log,
    )


def _status(reader: Reader) -> str:
    status = reader.text("status").lower()
    if status in STATES or not status:
        return status or "wanted"
    found = reader.properties.first("status")
    assert found is not None
    reader.problem("status", found[0], f'{found[0]}: "{quoted(status)}" is none of {", ".join(STATES)}')
    return "wanted"
