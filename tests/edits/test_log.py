"""A touch, written into notes: before, sentence, after. Today is Monday, 15 June 2026; who there is: `people.py`."""

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest

from tests.edits.people import ROWS, RULES
from vaultnet.edits.log import LogPlan, log_line, plan_log
from vaultnet.edits.next_task import plan_next
from vaultnet.edits.sentence import LoggedTouch, parse_sentence
from vaultnet.model.entry import build_entry
from vaultnet.model.log import read_log
from vaultnet.model.rules import Rules, build_rules
from vaultnet.model.settings import LogSettings, Settings
from vaultnet.model.settings_language import default_settings
from vaultnet.text.change import FileChange
from vaultnet.text.document import parse_document

TODAY = date(2026, 6, 15)
ADA, BOB = "People/Ada Lovelace.md", "People/Bob Byron.md"
NEW = "---\ntype: contact\n---\n\n## Log\n"


def touch(sentence: str, rules: Rules = RULES) -> LoggedTouch:
    return parse_sentence(sentence, ROWS, rules, TODAY)


def plan(sentence: str, *texts: str, rules: Rules = RULES, coming: str = "") -> LogPlan:
    said = touch(sentence, rules)
    stubs = {name: FileChange(f"People/{name}.md", None, NEW, f"new contact {name}") for name in said.new_people}
    stubs |= {name: FileChange(f"People/{name}.md", None, NEW, f"new contact {name}") for name in said.new_mentions}
    return plan_log(said, dict(zip(said.people, texts, strict=True)), rules, stubs=stubs, next_task=coming)


def log(sentence: str, text: str, rules: Rules = RULES, *, coming: str = "") -> str:
    """What becomes of the one note."""
    (change,) = plan(sentence, text, rules=rules, coming=coming).changes
    return change.after


def note(text: str) -> str:
    return dedent(text).removeprefix("\n")


def test_a_log_with_the_newest_on_top() -> None:
    before = note("""
        ---
        type: contact
        ---
        She knows every pension table.

        ## Log
        - 2026-06-14 call
        - 2026-04-01 email to: asked about the talk #asked
          - no answer so far
        - 2025-12-24 card

        ## Raise next time
        - the flat
        """)
    after = note("""
        ---
        type: contact
        ---
        She knows every pension table.

        ## Log
        - 2026-06-14 call
        - 2026-05-02 coffee: she offered an intro to [[Grace Hopper|Grace]] #received
        - 2026-04-01 email to: asked about the talk #asked
          - no answer so far
        - 2025-12-24 card

        ## Raise next time
        - the flat
        """)
    assert log("coffee with Ada on 2 May, she offered an intro to Grace #received", before) == after


def test_a_log_with_the_oldest_on_top_in_its_own_style() -> None:
    before = note("""
        ## Interactions
        * 2025-12-24 card
        * 2026-04-01 email to: asked about the talk
          * no answer so far
        * 2026-06-14 call
        """)
    after = note("""
        ## Interactions
        * 2025-12-24 card
        * 2026-04-01 email to: asked about the talk
          * no answer so far
        * 2026-05-02 coffee
        * 2026-06-14 call
        """)
    assert log("coffee with Ada on 2 May", before) == after


def test_a_note_without_a_log_gets_one_at_its_end() -> None:
    assert log("coffee with Ada", "") == "## Log\n- 2026-06-15 coffee\n"
    assert log("coffee with Ada", "Hello\n") == "Hello\n\n## Log\n- 2026-06-15 coffee\n"
    assert log("coffee with Ada", "Hello") == "Hello\n\n## Log\n- 2026-06-15 coffee\n"
    assert log("coffee with Ada", "a\r\n") == "a\r\n\r\n## Log\r\n- 2026-06-15 coffee\r\n"
    assert log("coffee with Ada", NEW) == NEW + "- 2026-06-15 coffee\n"


def test_heading_and_order_are_settings_where_the_note_does_not_tell() -> None:
    rules = build_rules(Settings(log=LogSettings(headings=("Touches", "Meetings"), order="oldest first")))
    assert log("coffee with Ada", "Hello\n", rules) == "Hello\n\n## Touches\n- 2026-06-15 coffee\n"
    after = log("coffee with Ada", "## Touches\n- 2026-05-02 call\n", rules)
    assert after == "## Touches\n- 2026-05-02 call\n- 2026-06-15 coffee\n"


def test_of_several_log_headings_the_one_that_is_used() -> None:
    before = "## Meetings\n- [[Some meeting]]\n\n## Log\n\n## Activities\n- 2026-05-02 call\n"
    assert log("coffee with Ada", before).endswith("## Activities\n- 2026-06-15 coffee\n- 2026-05-02 call\n")
    before = "## Meetings\n- [[Some meeting]]\n\n## Log\n"
    assert log("coffee with Ada", before).endswith("## Log\n- 2026-06-15 coffee\n")


LINES = """
coffee with Ada                     -> 2026-06-15 coffee
coffee with Ada at 10:30            -> 2026-06-15 10:30 coffee
email from Ada: long answer         -> 2026-06-15 email from: long answer
emailed Ada #asked                  -> 2026-06-15 email to: #asked
ada said she's moving               -> 2026-06-15: said she's moving
ada said at 10:30 she's moving      -> 2026-06-15: said at 10:30 she's moving
Ada moved at 10:30                  -> 2026-06-15 10:30 - moved
ada said lunch was good             -> 2026-06-15 mention: said lunch was good
"""


@pytest.mark.parametrize("row", LINES.strip().splitlines())
def test_the_line(row: str) -> None:
    sentence, line = (part.strip() for part in row.split("->"))
    said = touch(sentence)
    assert log_line(said, (), RULES) == line
    (read,) = read_log(parse_document(f"- {line}\n"), RULES)
    assert (read.date, read.time, read.direction, tuple(read.tags.split())) == (
        said.day.isoformat(), said.time, said.direction, said.tags,
    )  # fmt: skip
    assert read.kind == (said.kind or ("mention" if "mention" in line else ""))


OTHERS = """
coffee with Ada and Bob                        -> 2026-06-15 coffee: with [[Bob Byron]]
coffee with Ada and Bob #gave                  -> 2026-06-15 coffee: with [[Bob Byron]] #gave
coffee with Ada and Bob at the pier            -> 2026-06-15 coffee: with [[Bob Byron]] at the pier
coffee with Ada and Bob, pensions              -> 2026-06-15 coffee: with [[Bob Byron]], pensions
coffee with Ada, Bob and **Zoe Zed**: pensions -> 2026-06-15 coffee: with [[Bob Byron]] and [[Zoe Zed]], pensions
dinner at Ada and Bob's                        -> 2026-06-15 dinner: at [[Ada Lovelace|Ada]] and [[Bob Byron|Bob]]'s
"""


@pytest.mark.parametrize("row", OTHERS.strip().splitlines())
def test_whoever_else_was_there_is_named(row: str) -> None:
    sentence, line = (part.strip() for part in row.split("->"))
    assert plan(sentence, "", "").changes[0].after == f"## Log\n- {line}\n"


def test_each_note_gets_its_line_and_only_its_own_touch() -> None:
    changes = plan("coffee with Ada, Bob and **Zoe Zed**: pensions", "Ada\n", "Bob\n").changes
    assert [(change.path, change.before) for change in changes] == [
        (ADA, "Ada\n"), (BOB, "Bob\n"), ("People/Zoe Zed.md", None),
    ]  # fmt: skip
    assert "with [[Ada Lovelace]] and [[Zoe Zed]], pensions" in changes[1].after
    assert changes[2].after == NEW + "- 2026-06-15 coffee: with [[Ada Lovelace]] and [[Bob Byron]], pensions\n"
    entry = build_entry(ADA, f"---\ntype: contact\n---\n{changes[0].after}", RULES)
    assert [(row.date, row.kind, row.link) for row in entry.touches] == [("2026-06-15", "coffee", "")]


def test_somebody_new_who_was_only_spoken_of_gets_a_note_without_a_touch() -> None:
    changes = plan("coffee with Ada, she knows **Tom Tell**", "").changes
    assert changes[0].after == "## Log\n- 2026-06-15 coffee: she knows [[Tom Tell]]\n"
    assert changes[1] == FileChange("People/Tom Tell.md", None, NEW, "new contact Tom Tell")
    said = touch("coffee with Ada, she knows **Tom Tell**")
    assert len(plan_log(said, {ADA: ""}, RULES).changes) == 1


def test_links_are_written_as_the_vault_needs_them() -> None:
    links = {BOB: "[[People/Bob Byron|Bob Byron]]"}
    changes = plan_log(touch("coffee with Ada and Bob"), {ADA: "", BOB: ""}, RULES, links=links).changes
    assert changes[0].after == "## Log\n- 2026-06-15 coffee: with [[People/Bob Byron|Bob Byron]]\n"


LAST_CONTACT = """
last-contact: 2026-01-01            -> last-contact: 2026-06-15
last_contacted: 2026-01-01 # mine   -> last_contacted: 2026-06-15 # mine
Last Contact: "[[2026-01-01]]"      -> Last Contact: "[[2026-06-15]]"
last-contact:                       -> last-contact: 2026-06-15
last-contact: 2026-06-15            -> last-contact: 2026-06-15
last-contact: 2026-07-01            -> last-contact: 2026-07-01
last-contact: last spring           -> last-contact: last spring
tier: close                         -> tier: close
"""


@pytest.mark.parametrize("row", LAST_CONTACT.strip().splitlines())
def test_last_contact_moves_forward_where_it_stands(row: str) -> None:
    before, after = (part.strip() for part in row.split("->"))
    earlier = "- 2026-01-01 call\n"
    text = log("coffee with Ada", f"---\ntype: contact\n{before}\n---\n## Log\n{earlier}")
    assert text == f"---\ntype: contact\n{after}\n---\n## Log\n- 2026-06-15 coffee\n{earlier}"


KEPT_DAYS = [
    ("## Log\n", "## Log\n- 2026-06-15 coffee\n- 2026-01-01\n"),
    (
        "## Log\n- 2026-03-01 call\n- 2025-12-24 card\n",
        "## Log\n- 2026-06-15 coffee\n- 2026-03-01 call\n- 2026-01-01\n- 2025-12-24 card\n",
    ),
    (
        "## Log\n- 2025-12-24 card\n- 2026-03-01 call\n",
        "## Log\n- 2025-12-24 card\n- 2026-01-01\n- 2026-03-01 call\n- 2026-06-15 coffee\n",
    ),
    ("## Log\n- [[2026-01-01]] call\n", "## Log\n- 2026-06-15 coffee\n- [[2026-01-01]] call\n"),
    ("## Log\n### 2026-01-01 - call\n", None),
]


@pytest.mark.parametrize(("before", "after"), KEPT_DAYS)
def test_the_day_that_last_contact_told_is_kept(before: str, after: str | None) -> None:
    head = "---\ntype: contact\nlast-contact: {}\n---\n"
    text = log("coffee with Ada", head.format("2026-01-01") + before)
    assert text.startswith(head.format("2026-06-15"))
    assert after is None or text == head.format("2026-06-15") + after
    days = [row.date for row in build_entry(ADA, text, RULES).touches if row.origin != "property"]
    assert sorted(days).count("2026-01-01") == 1
    assert log("coffee with Ada", text) == text


def test_a_day_among_the_interactions_of_the_note_is_not_told_twice() -> None:
    text = log("coffee with Ada", "---\nlast-contact: 2026-01-01\ninteractions:\n  - 2026-01-01 - call\n---\n")
    assert text.count("2026-01-01") == 1


def test_what_comes_next_stands_beneath_the_line() -> None:
    before = "## Log\n- 2026-05-02 call\n"
    coming = plan_next("call in 3w", ["[[Ada Lovelace]]"], RULES, TODAY)
    after = note("""
        ## Log
        - 2026-06-15 coffee: pensions
          - [ ] Call [[Ada Lovelace]] 📅 2026-07-06
        - 2026-05-02 call
        """)
    assert log("coffee with Ada: pensions", before, coming=coming) == after
    assert log("coffee with Ada: pensions", after, coming=coming) == after
    (task,) = build_entry(ADA, f"---\ntype: contact\n---\n{after}", RULES).tasks
    assert (task.made, task.due) == ("2026-06-15", "2026-07-06")


def test_what_comes_next_may_be_told_later() -> None:
    before = "## Log\n- 2026-06-15 coffee\n\t- nice\n- 2026-05-02 call"
    after = "## Log\n- 2026-06-15 coffee\n\t- nice\n\t- [ ] Send it\n- 2026-05-02 call"
    assert log("coffee with Ada", before, coming="[ ] Send it") == after
    before = "## Log\n1. 2026-05-02 call\n"
    assert (
        log("coffee with Ada", before, coming="[ ] A")
        == "## Log\n1. 2026-06-15 coffee\n   - [ ] A\n1. 2026-05-02 call\n"
    )


def test_what_comes_next_goes_into_one_note() -> None:
    changes = plan("coffee with Ada and Bob", "", "", coming="[ ] Call both").changes
    assert [change.after.count("[ ]") for change in changes] == [1, 0]


@pytest.mark.parametrize(
    "line",
    [
        "2026-06-15 coffee: she is well #asked",
        "[[2026-06-15]] coffee - she is well #asked #x ^id1",
        "2026-06-15 Coffees: she is well #asked\n  - and more",
    ],
)
def test_what_is_logged_already_is_not_logged_again(line: str) -> None:
    before = f"## Log\n- {line}\n"
    (change,) = plan("coffee with Ada, she is well #asked", before).changes
    assert (change.after, change.why, change.is_change) == (before, "already there", False)


@pytest.mark.parametrize(
    "line", ["2026-06-14 coffee: she is well", "2026-06-15 call: she is well", "2026-06-15 coffee: ill", "2026-06-15"]
)
def test_what_is_like_it_is_not_it(line: str) -> None:
    (change,) = plan("coffee with Ada, she is well", f"## Log\n- {line}\n").changes
    assert (change.is_change, change.why) == (True, "log coffee with Ada Lovelace")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("---\ntype: contact\n", "frontmatter-unclosed"),
        ("Text\n<!-- vaultnet:agenda -->\n", "block-unclosed"),
        ("Text\n%%\nan open comment\n", "section-unreadable"),
        ("## Facts\n### Meetings\n", "log-unreadable"),
        ("---\nlast-contact: &a 2026-01-01\nx: *a\n---\n", "frontmatter-alias"),
    ],
)
def test_a_broken_note_is_left_alone_and_the_line_given_back(text: str, rule: str) -> None:
    planned = plan("coffee with Ada and Bob: pensions", text, "Bob\n", coming="[ ] Call Ada")
    assert [change.path for change in planned.changes] == [BOB]
    (refused,) = planned.not_logged
    assert (refused.path, refused.problem.rule) == (ADA, rule)
    assert refused.lines == "- 2026-06-15 coffee: with [[Bob Byron]], pensions\n  - [ ] Call Ada"


@pytest.mark.parametrize("words", ["%% hidden", "<!-- hidden", "==%%"])
def test_a_line_that_would_hide_others_is_refused(words: str) -> None:
    before = "## Log\n- 2026-05-02 call: fine %%\n- 2026-05-01 call: hm %% so\n"
    planned = plan(f"coffee with Ada: {words}", before)
    for change in planned.changes:
        rows = [row.text for row in read_log(parse_document(change.after), RULES)]
        assert rows[1:] == [row.text for row in read_log(parse_document(before), RULES)]
    assert len(planned.changes) + len(planned.not_logged) == 1


def test_a_german_line() -> None:
    rules = build_rules(default_settings("de"))
    said = replace(touch("coffee with Ada and Bob: gut"), kind="email", direction="from")
    line = log_line(said, ["[[Bob]]"], rules)
    assert line == "2026-06-15 E-Mail von: mit [[Bob]], gut"
    assert next(read_log(parse_document(f"- {line}\n"), rules)).direction == "from"
