"""Whom one may let go of, or see less often, and why; whom never."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.histories import touches_of
from tests.practice.people import day, someone
from vaultnet.model.background import Background
from vaultnet.model.network import Meeting, Network, Promise
from vaultnet.model.remark import Remark
from vaultnet.model.settings import Settings
from vaultnet.practice.pruning import Pruning, build_prunings

TODAY = day("2026-06-15")
ONE_MAIL = ("2022-03-01 email to: the article",)
THREE_MAILS = ("2023-03-01 email to: a", "2024-03-01 message to: b", "2025-03-01 email to: c")
ONE_WAY = ("2021-03-01 email from: hello", "2025-03-01 email to: the article")
A_CALL = ("2025-03-01 call: long",)


def pruned(
    *lines: str,
    relationship: str = "",
    kept: str = "",
    is_bare: bool = False,
    promise: bool = False,
    ahead: bool = False,
    **fields: Any,
) -> Pruning | None:
    touches = touches_of(lines, "People/Ada.md")
    cadence_from = fields.pop("cadence_from", "default")
    ada = someone("Ada", **fields)._replace(last=touches[0].day if touches else None, cadence_from=cadence_from)
    network = Network((ada,), {ada.path: touches}, {})
    if promise:
        task = Promise("n.md", 1, "the map", None, None, None, None, is_waiting=False, contacts=(ada.path,))
        network = replace(network, promises=(task,))
    if ahead:
        meeting = Meeting("m.md", "Lunch", "lunch", day("2026-07-01"), "", "", "", (ada.path,))
        network = replace(network, ahead={ada.path: (meeting,)})
    background = Background(ada.path, ada.uid, ada.name, relationship=(relationship,) if relationship else ())
    remark = Remark(day(kept) if kept else None, is_bare)
    found = build_prunings(network, [background], {ada.path: remark}, Settings(), TODAY)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("lines", "fields", "reason"),
    [
        (ONE_MAIL, {}, "silent"),
        (("2024-06-01 email to: the article",), {}, None),  # two years are not long
        (ONE_MAIL, {"every": "2 years"}, None),  # nor are four of somebody whom one writes to every other year
        (ONE_MAIL, {"relationship": "aunt"}, None),
        (ONE_MAIL, {"promise": True}, None),
        (ONE_MAIL, {"ahead": True}, None),
        (ONE_MAIL, {"next_contact": "2026-08-01"}, None),
        (ONE_MAIL, {"paused": True}, None),
        (ONE_MAIL, {"every": "never"}, None),
        (ONE_MAIL, {"status": "archived"}, None),
        (ONE_MAIL, {"snooze": "2026-09-01"}, None),
        (ONE_MAIL, {"tier": "inner", "every": "1 month"}, None),
        (ONE_MAIL, {"kept": "2025-06-16"}, None),
        (ONE_MAIL, {"kept": "2025-06-15"}, "silent"),  # a year later one may ask again
        ((), {}, None),  # never in touch: that is for the queue
        (("2022-03-01 coffee: a", "2021-03-01 call: b", "2020-03-01 email to: c"), {}, None),  # worth reviving
        (THREE_MAILS, {}, "unanswered"),
        ((*THREE_MAILS[:2], "2025-03-01 email from: c"), {}, None),
        ((*THREE_MAILS[:2], "2025-12-01 email to: c"), {}, None),  # the last one is young
        (THREE_MAILS[1:], {}, None),  # two are no answer either
        (ONE_WAY, {}, "one_way"),
        (("2024-03-01 email from: hello", "2025-03-01 email to: the article"), {}, None),
        ((ONE_WAY[0], "2026-06-01 email to: a word? #asked"), {}, None),  # an ask is open
        (A_CALL, {"tier": "close", "every": "3 months"}, "cycles"),
        (A_CALL, {"tier": "wide"}, None),  # there is no wider one
        (("2025-07-01 call: long",), {"tier": "close", "every": "3 months"}, None),
        ((), {"tier": "wide", "is_bare": True}, "bare"),
        ((), {"cadence_from": "contact", "is_bare": True}, "bare"),
        ((), {"tier": "wide"}, None),
        ((), {"is_bare": True}, None),  # no place yet: that is for the queue
        ((), {"tier": "inner", "is_bare": True}, None),
    ],
)
def test_who_may_rest_and_why(lines: tuple[str, ...], fields: dict[str, Any], reason: str | None) -> None:
    found = pruned(*lines, **fields)
    assert (found.reason if found else None) == reason


def test_what_a_reason_tells() -> None:
    path = "People/Ada.md"
    assert pruned(*ONE_MAIL) == Pruning(path, "silent", day("2022-03-01"))
    assert pruned(*THREE_MAILS) == Pruning(path, "unanswered", day("2023-03-01"))
    assert pruned(*ONE_WAY) == Pruning(path, "one_way", day("2021-03-01"))
    assert pruned(*A_CALL, tier="close", every="3 months") == Pruning(path, "cycles", day("2025-03-01"), "wide")
    assert pruned(tier="wide", is_bare=True) == Pruning(path, "bare", None)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([(), ONE_MAIL, THREE_MAILS, ONE_WAY, A_CALL]),
            st.sampled_from(["", "inner", "close", "wide"]),
            st.booleans(),
            st.sampled_from(["", "2025-01-01", "2026-06-01"]),
        ),
        max_size=8,
    )
)
def test_nobody_twice_and_never_the_closest(rows: list[tuple[tuple[str, ...], str, bool, str]]) -> None:
    standings, touches, remarks = [], {}, {}
    for at, (lines, tier, never, kept) in enumerate(rows):
        path = f"People/P{at}.md"
        touches[path] = touches_of(lines, path)
        last = touches[path][0].day if lines else None
        standings.append(
            someone(f"P{at}", tier=tier, every="never" if never else "3 months")._replace(path=path, last=last)
        )
        remarks[path] = Remark(day(kept) if kept else None, is_bare=True)
    found = build_prunings(Network(tuple(standings), touches, {}), (), remarks, Settings(), TODAY)
    paths = [one.path for one in found]
    assert len(set(paths)) == len(paths)
    for standing, (_, tier, never, kept) in zip(standings, rows, strict=True):
        if never or tier == "inner" or kept == "2026-06-01":
            assert standing.path not in paths
    assert [one.since for one in found if one.since] == sorted(one.since for one in found if one.since)
