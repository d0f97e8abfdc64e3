"""Histories for the tables of these tests: a network of one contact whose touches are written as in a note.

network_of("2026-06-01 email to: may I visit? #asked", "2026-06-08 call: voicemail")
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tests.practice.people import someone
from vaultnet.model.exchanges import Exchanges
from vaultnet.model.log import read_log
from vaultnet.model.network import Network, Offer, Touch
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.model.touches import merge_touches
from vaultnet.model.working_days import WorkingDays
from vaultnet.text.block import item_key
from vaultnet.text.document import parse_document

ADA = "People/Ada.md"
RULES = build_rules(Settings())


def touches_of(lines: Iterable[str], path: str = ADA) -> tuple[Touch, ...]:
    """Touches as the index gives them, of a log whose newest line stands first."""
    newest_first = sorted(lines, reverse=True, key=lambda line: line[:10])
    rows = read_log(parse_document("## Log\n" + "".join(f"- {line}\n" for line in newest_first)), RULES)
    touches = (
        Touch(date.fromisoformat(row.date), row.time, row.kind, row.richness, row.direction, row.text,
              tuple(row.tags.split()), row.origin, path, row.line)
        for row in rows
    )  # fmt: skip
    return merge_touches(touches, mention_counts=True)


def network_of(*lines: str, week: WorkingDays | None = None, **fields: Any) -> Network:
    """Ada alone, with a log, as of the day of its newest line."""
    touches = touches_of(lines)
    standing = someone("Ada", **fields)
    standing = standing._replace(last=touches[0].day if touches else None)
    return Network(
        (standing,), {ADA: touches}, {}, exchanges=Exchanges((ADA,), (ADA,)), asked={ADA: touches},
        working_days=week or WorkingDays(),
    )  # fmt: skip


def with_items(network: Network, section: str, *items: str, kind: str = "email", origin: str = "") -> Network:
    """Items of earlier agendas about Ada: `2026-06-15 let_go`, `2026-06-15 moved 2026-07-01`, `2026-06-15 done`."""
    offers = []
    for item in items:
        day, state, *until = item.split()
        key = item_key(day, section, "ada", origin)
        moved = date.fromisoformat(until[0]) if until else None
        offers.append(Offer(ADA, date.fromisoformat(day), key, state, True, kind, moved, 1))
    return replace(network, offers=tuple(offers))
