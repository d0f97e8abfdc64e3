"""Many touches at once: the same bytes as one after another, only sooner."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaultnet.edits.imported_log import LoggedLine, log_all
from vaultnet.edits.log import log_touch
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.text.problem import Refused

RULES = build_rules(Settings())
HEAD = "---\ntype: contact\nlast-contact: 2026-01-03\n---\n"
LOGS = (
    "", "\n## Log\n", "\n## Log\n- 2026-01-05 call: the flat\n- 2026-01-02 coffee\n  - [ ] send it\n",
    "\n## Log\n* 2026-01-02 coffee\n* 2026-01-05 call: the flat\n\n## Notes\nText\n",
    "\n## Log\n- 2026-01-05 call: the flat\n\n- 2026-01-02 coffee\n\n## Notes\n", "\n- 2026-01-04 email to",
    "\r\n## Log\r\n- 2026-01-04 email to\r\n",
)  # fmt: skip


def line(number: int, kind: str) -> LoggedLine:
    day = date(2026, 1, 1) + timedelta(days=number)
    return LoggedLine(day, f"{day.isoformat()} {kind}")


touches = st.lists(
    st.builds(line, st.integers(0, 8), st.sampled_from(["email to", "email from", "meeting: a, b", "coffee"])),
    max_size=9,
).map(lambda lines: sorted(lines, key=lambda one: one.day))


@given(st.sampled_from(LOGS), touches)
@settings(max_examples=40, deadline=None)
def test_it_is_what_one_after_another_makes(log: str, lines: list[LoggedLine]) -> None:
    expected = HEAD + log
    for one in lines:
        expected = log_touch(expected, (one.line,), one.day, RULES)
    after = log_all(HEAD + log, lines, RULES)
    assert sorted(after.splitlines()) == sorted(expected.splitlines())
    assert log_all(after, lines, RULES) == after


def test_a_log_that_grows_from_the_top_stays_in_order() -> None:
    text = HEAD.replace("last-contact: 2026-01-03\n", "") + LOGS[2]
    after = log_all(text, [line(number, "email to") for number in (0, 2, 3, 6, 7, 8)], RULES)
    assert after.partition("## Log\n")[2] == (
        "- 2026-01-09 email to\n- 2026-01-08 email to\n- 2026-01-07 email to\n- 2026-01-05 call: the flat\n"
        "- 2026-01-04 email to\n- 2026-01-03 email to\n- 2026-01-02 coffee\n  - [ ] send it\n- 2026-01-01 email to\n"
    )


def test_a_loose_list_stays_loose_and_an_old_log_first_stays_so() -> None:
    head = "---\ntype: contact\n---\n"
    lines = [line(number, "email to") for number in (5, 6, 7)]
    assert (
        log_all(head + LOGS[4], lines, RULES)
        .partition("## Log\n")[2]
        .startswith("- 2026-01-08 email to\n\n- 2026-01-07 email to\n\n- 2026-01-06 email to\n\n- 2026-01-05 call")
    )
    assert "2026-01-05 call: the flat\n* 2026-01-06 email to\n* 2026-01-07 email to\n* 2026-01-08 email to\n\n## N" in (
        log_all(head + LOGS[3], lines, RULES)
    )


def test_a_line_that_stands_elsewhere_too_is_no_landmark() -> None:
    text = "---\ntype: contact\n---\n## Notes\n> - 2026-01-01 email to\n\n## Log\n- 2026-01-09 call\n"
    after = log_all(text, [line(number, "email to") for number in (0, 1, 2)], RULES)
    assert after.partition("## Log\n")[2] == (
        "- 2026-01-09 call\n- 2026-01-03 email to\n- 2026-01-02 email to\n- 2026-01-01 email to\n"
    )


def test_a_broken_note_is_refused() -> None:
    with pytest.raises(Refused):
        log_all("---\nname: [\n---\n", [line(1, "call")], RULES)
