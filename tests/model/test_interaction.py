"""Interactions: what counts as having been in touch, from all five sources, and what does not."""

import pytest

from tests.model.notes import DAY, PERSON, RULES, contact, log_line, read, rules_of
from vaultnet.model.log_words import parse_log_words
from vaultnet.model.rules import Rules

# --- source 1: log lines in the contact's note -------------------------------------------------------------------

LOG_LINES = [
    # line                                              kind       direction text
    ("- 2026-05-02 coffee: she moves to Paris", ("coffee", "", "she moves to Paris")),
    ("- 2026-05-02 email to: the talk", ("email", "to", "the talk")),
    ("- 2026-05-02 email from: long answer", ("email", "from", "long answer")),
    ("- 2026-05-02 email: to me is the default", ("email", "to", "to me is the default")),
    ("- 2026-05-02 call from: the pier", ("call", "from", "the pier")),
    ("- [[2026-05-02]] email from: long answer", ("email", "from", "long answer")),
    ("- [[2026-05-02|Saturday]] call: the flat", ("call", "", "the flat")),
    ("- [[Daily/2026-05-02]] call: the flat", ("call", "", "the flat")),
    ("- **2026-05-02** coffee: the flat", ("coffee", "", "the flat")),
    ("- (2026-05-02) coffee: the flat", ("coffee", "", "the flat")),
    ("- 2026/05/02 coffee: the flat", ("coffee", "", "the flat")),
    ("- 2026.5.2 coffee: the flat", ("coffee", "", "the flat")),
    ("- 20260502 coffee: the flat", ("coffee", "", "the flat")),
    ("* 2026-05-02 coffee: a star for a bullet", ("coffee", "", "a star for a bullet")),
    ("1. 2026-05-02 coffee: a number for a bullet", ("coffee", "", "a number for a bullet")),
    ("- [x] 2026-05-02 coffee: ticked", ("coffee", "", "ticked")),
    ("- 2026-05-02 Coffee: capitals do not matter", ("coffee", "", "capitals do not matter")),
    ("- 2026-05-02 **Coffee:** in bold", ("coffee", "", "in bold")),
    ("- 2026-05-02 _coffee_ - in italics", ("coffee", "", "in italics")),
    ("- 2026-05-02 coffee - a dash", ("coffee", "", "a dash")),
    ("- 2026-05-02 coffee – a longer dash", ("coffee", "", "a longer dash")),
    ("- 2026-05-02 coffee — the longest", ("coffee", "", "the longest")),
    ("- 2026-05-02 - coffee - between dashes", ("coffee", "", "between dashes")),
    ("- 2026-05-02: coffee: two colons", ("coffee", "", "two colons")),
    ("- 2026-05-02, coffee: a comma", ("coffee", "", "a comma")),
    ("- 2026-05-02: she called about the flat", ("call", "", "she called about the flat")),
    ("- 2026-05-02 — she called about the flat", ("call", "", "she called about the flat")),
    ("- 2026-05-02 coffee", ("coffee", "", "")),
    ("- 2026-05-02 email from", ("email", "from", "")),
    ("- 2026-05-02 email from #gave ^vn-3f2a9c41-b7d0e812", ("email", "from", "")),
    ("- 2026-05-02", ("", "", "")),
    ("- 2026-05-02 she is well", ("", "", "she is well")),
    ("- 2026-05-02 coffee with Ben: he paid", ("coffee", "", "coffee with Ben: he paid")),
    ("- 2026-05-02 email from her boss: no", ("email", "from", "email from her boss: no")),
    ("- 2026-05-02 a long email from her: no", ("email", "from", "a long email from her: no")),
    ("- 2026-05-02 we had a very long lunch by the sea", ("lunch", "", "we had a very long lunch by the sea")),
    ("- 2026-05-02 met her for dinner", ("dinner", "", "met her for dinner")),
    ("- 2026-05-02 met her about the letter", ("meeting", "", "met her about the letter")),
    ("- 2026-05-02 met, and wrote no letter", ("meeting", "", "met, and wrote no letter")),
    ("- 2026-05-02 wrote a postcard to her", ("postcard", "to", "wrote a postcard to her")),
    ("- 2026-05-02 the flat [channel:: phone]", ("call", "", "the flat")),
    ("- 2026-05-02 the flat (channel:: pigeon)", ("", "", "the flat")),
    ("- 2026-05-02 email to: [mood:: fine]", ("email", "to", "[mood:: fine]")),
    ("- 2026-05-02 https://example.com/call-me", ("", "", "https://example.com/call-me")),
    ("- 2026-05-02 coffee: two  blanks", ("coffee", "", "two blanks")),
    ("- 2026-05-02 coffee: see %%her debts%% there", ("coffee", "", "see there")),
    ("- 2026-05-02 coffee: her words ^b12", ("coffee", "", "her words")),
    ("- 2026-05-02 Anruf von: kennt das Wort nicht", ("", "", "Anruf von: kennt das Wort nicht")),
    ("- 2026-05-02 email von: auch so", ("email", "from", "auch so")),
]


@pytest.mark.parametrize(("line", "expected"), LOG_LINES)
def test_log_line(line: str, expected: tuple[str, str, str]) -> None:
    touch = log_line(line)
    assert touch is not None
    assert (touch.kind, touch.direction, touch.text) == expected
    assert (touch.date, touch.known, touch.origin, touch.link, touch.line) == ("2026-05-02", "2026-05-02", "log", "", 4)


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("10:30 call: x", "10:30"),
        ("9:05 call: x", "09:05"),
        ("T10:30:15 call: x", "10:30"),
        (", 10:30 call: x", "10:30"),
        ("at 10:30 call: x", "10:30"),
        ("10:30-11:15 call: x", "10:30"),
        ("10:30 – 11:15 call: x", "10:30"),
        ("25:00 call: x", ""),
        ("10:304 call: x", ""),
        ("call: x at 10:30", ""),
    ],
)
def test_a_time_may_follow_the_date(words: str, time: str) -> None:
    touch = log_line(f"- 2026-05-02{'' if words[0] in 'T,' else ' '}{words}")
    assert touch is not None
    assert touch.time == time
    assert touch.kind == "call"


@pytest.mark.parametrize(
    "line",
    [
        "- coffee on 2026-05-02",
        "- 2026-02-30 coffee: no such day",
        "- 2026-02-30 and some more words",
        "- 2026-05-02-draft is a file",
        "- [[Ada]] called",
        "- [[2026]] a year",
        "- [[2026-W18]] a week",
        "2026-05-02 coffee: a paragraph is no log line",
        "- [ ] 2026-05-02 coffee: intent is not contact",
        "- [-] 2026-05-02 coffee: let go",
        "- [>] 2026-05-02 coffee: moved on",
        "- [/] 2026-05-02 coffee: not done yet",
        "> - 2026-05-02 coffee: in a quote",
        "```\n- 2026-05-02 coffee: in code\n```",
        "%%\n- 2026-05-02 coffee: in a comment\n%%",
        "<!-- \n- 2026-05-02 coffee: in a comment\n-->",
        "<!-- vaultnet:agenda -->\n- [x] 2026-05-02 coffee: generated\n<!-- /vaultnet:agenda -->",
        "## Facts\n- 2026-05-02 salary: 78k",
        "## Life events\n### 2026\n- 2026-05-02 moved",
        "## 📌 LIFE  EVENTS:\n- 2026-05-02 moved",
        "## Positions\n- 2026-05-02 promoted",
        "## Raise next time\n- 2026-05-02 the boat",
        "- LATER 2026-05-02 call: Logseq's word for intent",
    ],
)
def test_what_is_no_log_line(line: str) -> None:
    assert log_line(line) is None


def test_a_section_ends_where_its_level_does() -> None:
    body = "## Facts\n- 2026-01-01 salary: 7\n# Log\n- 2026-01-02 call: x\n### Facts\n- 2026-01-03 y\n## Log\n- 2026-01-04 call: z"
    assert [touch.date for touch in read(contact(body)).touches] == ["2026-01-02", "2026-01-04"]


def test_nested_items_belong_to_their_line() -> None:
    body = "- 2026-05-02 coffee: the flat\n  - she asked #asked\n    - [x] twice\n  - [ ] send her the plan\n  - 2026-06-01 she starts\n- 2026-04-01 call"
    first, second = read(contact(body)).touches
    assert first.text == "the flat\nshe asked\ntwice\n2026-06-01 she starts"
    assert (first.tags, second.date) == ("asked", "2026-04-01")


def test_lines_under_a_year_are_log_lines_and_lines_under_an_intent_are_not() -> None:
    body = "- 2026\n  - 2026-05-02 coffee\n- [ ] plans\n  - 2026-05-03 call\n- TO" + "DO plans\n  - 2026-05-04 call"
    assert [touch.date for touch in read(contact(body)).touches] == ["2026-05-02"]


@pytest.mark.parametrize(
    ("words", "text", "tags"),
    [
        ("coffee: the plan #received", "the plan", "received"),
        ("coffee: the plan #gave #asked", "the plan", "gave asked"),
        ("coffee: #gave her the plan, #asked", "her the plan,", "gave asked"),
        ("coffee: the plan #GAVE #gave", "the plan", "gave"),
        ("coffee: the plan #danke", "the plan", "thanked"),
        ("coffee: the plan #berlin/2026", "the plan", "berlin/2026"),
        ("coffee: plan #2 of C#", "plan #2 of C#", ""),
        ("coffee #gave ^b12", "", "gave"),
    ],
)
def test_exchange_tags(words: str, text: str, tags: str) -> None:
    """Tag words are settings; in the row they have their canonical names."""
    touch = log_line(f"- 2026-05-02 {words}", rules_of({"tags": {"thanked": "danke"}}))
    assert touch is not None
    assert (touch.text, touch.tags) == (text, tags)


def test_kinds_of_the_settings() -> None:
    rules = rules_of({"kinds": {"Frühstück": {"forms": ["gefrühstückt"], "richness": 3}, "call": {"forms": ["Anruf"]}}})
    for words, kind in (("frühstück: x", "frühstück"), ("wir haben gefrühstückt", "frühstück"), ("anruf: x", "call")):
        touch = log_line(f"- 2026-05-02 {words}", rules)
        assert touch is not None
        assert touch.kind == kind


@pytest.mark.parametrize(
    ("daily_format", "line", "day"),
    [
        ("DD.MM.YYYY", "- 02.05.2026 coffee: x", "2026-05-02"),
        ("DD.MM.YYYY", "- 02.05.2026: coffee: x", "2026-05-02"),
        ("DD.MM.YYYY", "- [[02.05.2026]] coffee: x", "2026-05-02"),
        ("YYYY/MM/DD-MM-YYYY", "- [[02-05-2026]] coffee: x", "2026-05-02"),
        ("MMMM Do, YYYY", "- May 2nd, 2026 coffee: x", "2026-05-02"),
        ("MMMM Do, YYYY", "- [[May 2nd, 2026]] coffee: x", "2026-05-02"),
        ("DD.MM.YYYY", "- 2026-05-02 coffee: x", "2026-05-02"),
    ],
)
def test_the_vaults_own_dates(daily_format: str, line: str, day: str) -> None:
    touch = log_line(line, rules_of(daily_format=daily_format))
    assert touch is not None
    assert (touch.date, touch.kind, touch.text) == (day, "coffee", "x")


@pytest.mark.parametrize("line", ["- coffee: x 1", "- 31.02.2026 coffee: x", "- Maybe 2, 2026"])
def test_what_is_no_date_of_the_vaults_own(line: str) -> None:
    assert log_line(line, rules_of(daily_format="DD.MM.YYYY")) is None


# --- source 2: meetings and events -------------------------------------------------------------------------------

MEETING = "---\ntype: {type}\ndate: 2026-05-02\n{keys}\n---\n{body}"


def meeting(
    keys: str, body: str = "", kind: str = "meeting", path: str = "Meetings/Talk.md", rules: Rules = RULES
) -> list[tuple[str, ...]]:
    touches = read(MEETING.format(type=kind, keys=keys, body=body), path, rules).touches
    return [(touch.date, touch.known, touch.kind, touch.link) for touch in touches]


def test_everyone_who_came_counts_once_the_day_is_past() -> None:
    expected = [("2026-05-02", "2026-05-03", "meeting", who) for who in ("Ada", "Ben", "Cy")]
    assert meeting('with: ["[[Ada]]", "[[Ben]]", Cy, "[[Ada|A.]]"]') == expected


@pytest.mark.parametrize("keys", ["status: cancelled", "status: Called off", "cancelled: true", "date: soon"])
def test_a_cancelled_meeting_is_none(keys: str) -> None:
    text = f"---\ntype: meeting\n{'' if 'date' in keys else 'date: 2026-05-02'}\n{keys}\nwith: '[[Ada]]'\n---\n[[Ben]]"
    assert read(text, "Meetings/Talk.md").touches == ()


@pytest.mark.parametrize(
    ("keys", "path", "kind"),
    [
        ("", "M/2026-05-02 Coffee with Ada.md", "coffee"),
        ("", "M/2026-05-02 Talk.md", "meeting"),
        ("kind: call", "M/2026-05-02 Coffee with Ada.md", "call"),
        ("place: telephone", "M/2026-05-02 Talk.md", "call"),
        ("place: video", "M/2026-05-02 Meeting Ada.md", "video"),
        ("place: video", "M/2026-05-02 Coffee with Ada.md", "coffee"),
        ("place: the video shop", "M/2026-05-02 Talk.md", "meeting"),
    ],
)
def test_kind_of_a_meeting(keys: str, path: str, kind: str) -> None:
    assert meeting(f"with: '[[Ada]]'\n{keys}", path=path)[0][2] == kind


def test_an_event_is_one_and_a_group_is_no_touch() -> None:
    assert meeting("attendees: '[[Ada]]'", kind="event") == [("2026-05-02", "2026-05-03", "event", "Ada")]
    assert meeting("members: '[[Ada]]'", kind="group") == []


def test_who_is_only_linked_in_a_meeting_is_mentioned() -> None:
    body = "Talked with [[Ada]].\n\n- [[Ben]] sent his regards\n- [x] thank [[Cy]] ✅ 2026-05-09"
    assert (
        meeting("with: '[[Ada]]'", body)[1:]
        == [
            ("2026-05-09", "2026-05-09", "mention", "Cy"),
            ("2026-05-02", "2026-05-03", "mention", "Ben"),
        ][::-1]
    )


def test_a_meeting_on_the_last_day_of_the_calendar() -> None:
    assert read("---\ntype: meeting\ndate: 9999-12-31\nwith: '[[Ada]]'\n---\n", "M.md").touches[0].known == "9999-12-31"


# --- source 3: dated notes ---------------------------------------------------------------------------------------

MENTIONS = [
    ("Called [[Ada]] about the flat", [("call", "", "Ada")]),
    ("coffee with [[Ada]] and [[Ben]]", [("coffee", "", "Ada"), ("coffee", "", "Ben")]),
    ("E-mails: [[Ada]], [[Ben]]", [("email", "to", "Ada"), ("email", "to", "Ben")]),
    ("- Coffee with [[Ada]]", [("coffee", "", "Ada")]),
    ("- Coffee alone\n- Lunch with [[Ada]]", [("lunch", "", "Ada")]),
    ("See `coffee()` %%lunch%% with [[Ada]]", [("coffee", "", "Ada")]),
    ("[[Ada]] #lunch", [("lunch", "", "Ada")]),
    ("Thought of [[Ada]]", [("mention", "", "Ada")]),
    ("Email from [[Ada]]: long", [("email", "from", "Ada")]),
    ("Emailed [[Ada]] from the train", [("email", "to", "Ada")]),
    ("[[Ada]] emailed back: yes", [("email", "from", "Ada")]),
    ("- Today [[Ada]] finally wrote", [("email", "from", "Ada")]),
    ("Called [[Ben]]; [[Ada]] texted me", [("call", "", "Ben"), ("call", "", "Ada")]),
    ("For [[Ada]] wrote a reference", [("email", "to", "Ada")]),
    ("Told [[Ada]] and emailed her", [("email", "to", "Ada")]),
    ("Met [[Ada]] for coffee", [("coffee", "", "Ada")]),
    ("Met [[Ada]]", [("meeting", "", "Ada")]),
    ("[[Lunch club]] with [[Ada]]", [("mention", "", "Lunch club"), ("mention", "", "Ada")]),
    ("[Ada](People/Ada.md) called", [("call", "", "People/Ada.md")]),
    ("[[Ada]] and again [[Ada|her]]", [("mention", "", "Ada")]),
    ("- [x] Call [[Ada]]", [("call", "", "Ada")]),
    ("- [X] Call [[Ada]]", [("call", "", "Ada")]),
    ("| who | what |\n|---|---|\n| [[Ada]] | lunch |", [("lunch", "", "Ada")]),
    ("- [ ] Call [[Ada]]", []),
    ("- [-] Call [[Ada]]", []),
    ("- [>] Call [[Ada]]", []),
    ("- [?] Call [[Ada]]", []),
    ("- [ ] Call\n  - [[Ada]]", []),
    ("- LATER Call [[Ada]]", []),
    ("> Called [[Ada]]", []),
    ("> - Called [[Ada]]", []),
    ("> [!note] Call\n> with [[Ada]]", []),
    ("`[[Ada]]`", []),
    ("```\n[[Ada]]\n```", []),
    ("%%called [[Ada]]%%", []),
    ("<!-- called [[Ada]] -->", []),
    ("![[Ada]]", []),
    ("[[#Log]]", []),
    ("- plain\n- [web](https://example.com)", []),
    ("<!-- vaultnet:agenda -->\n- [x] Call [[Ada]] ^vn-3f2a9c41\n\nCalled [[Ada]]\n<!-- /vaultnet:agenda -->", []),
    ("<!-- vaultnet:agenda -->\n- [x] Call [[A]] ^vn-3f2a9c41\n  - [x] of [[Ada]]\n<!-- /vaultnet:agenda -->", []),
    ("<!-- vaultnet:agenda -->\n- [x] Called [[Ada]]\n- [[Ben]]\n<!-- /vaultnet:agenda -->", [("call", "", "Ada")]),
    ("<!-- vaultnet:debrief -->\n- [x] Called [[Ada]]\n<!-- /vaultnet:debrief -->", []),
    ("Met [[Ada]] %%at the lunch%%", [("meeting", "", "Ada")]),
]


@pytest.mark.parametrize(("body", "expected"), MENTIONS)
def test_a_daily_note(body: str, expected: list[tuple[str, str, str]]) -> None:
    touches = read(body, DAY).touches
    assert [(touch.kind, touch.direction, touch.link) for touch in touches] == expected
    origin = "block" if body.startswith("<!-- vaultnet:agenda") else "daily"
    assert all((touch.date, touch.origin) == ("2026-05-02", origin) for touch in touches)


@pytest.mark.parametrize(
    ("path", "keys", "day"),
    [
        ("Daily/2026-05-02.md", "", "2026-05-02"),
        ("anywhere/2026-05-02.md", "", "2026-05-02"),
        ("Notes/Walk.md", "date: 2026-05-02", "2026-05-02"),
        ("Notes/Walk.md", "date: '[[2026-05-02]]'", "2026-05-02"),
        ("Notes/Walk.md", "tags: [walk]", ""),
        ("Notes/2026-05-02 Walk.md", "tags: [walk]", ""),
    ],
)
def test_which_notes_are_dated(path: str, keys: str, day: str) -> None:
    entry = read(f"---\n{keys}\n---\nCalled [[Ada]]" if keys else "Called [[Ada]]", path)
    assert entry.day == day
    assert [touch.date for touch in entry.touches] == [day] * bool(day)


def test_a_ticked_task_counts_on_its_done_date() -> None:
    touches = read(
        "- [x] Call [[Ada]] 📅 2026-04-01 ✅ 2026-04-30 #gave\n- [x] Call [[Ben]] ✅ 2026-02-30", DAY
    ).touches
    assert [(touch.date, touch.text, touch.tags) for touch in touches] == [
        ("2026-04-30", "Call [[Ada]]", "gave"),
        ("2026-05-02", "Call [[Ben]]", ""),
    ]


def test_nested_items_tell_of_the_touch_too() -> None:
    first, second = read("- Lunch with [[Ada]]\n  - [[Ben]] is ill", DAY).touches
    assert (first.kind, first.text) == ("lunch", "Lunch with [[Ada]]\n[[Ben]] is ill")
    assert (second.kind, second.link) == ("mention", "Ben")


def test_daily_notes_of_another_form() -> None:
    rules = rules_of(daily_format="YYYY/MM/YYYY_MM_DD")
    assert [touch.date for touch in read("Called [[Ada]]", "journals/2026_05_02.md", rules).touches] == ["2026-05-02"]
    assert read("Called [[Ada]]", "journals/Walk.md", rules).touches == ()


# --- sources 4 and 5: properties and headings --------------------------------------------------------------------


def test_last_contact_is_a_touch_of_unknown_kind() -> None:
    (touch,) = read(contact("", "type: contact\nlast-contact: 2026-03-01\nlast_chat: 2026-04-01")).touches
    assert (touch.date, touch.kind, touch.richness, touch.origin, touch.line) == ("2026-04-01", "", 0, "property", 3)


def test_yaml_interactions() -> None:
    keys = """type: contact
interactions:
  - date: 2026-03-01
    text: coffee, then soup
  - date: 2026-03-01
    text: she has moved
    type: Email
    direction: From
  - 2026-03-02 call: the flat
  - 2026-03-03: lunch at hers
  - date: "[[2026-03-04]]"
  - date: soon
    text: never
  - plain words
  - {}"""
    entry = read(contact("", keys))
    assert [(touch.line, touch.date, touch.kind, touch.direction, touch.text) for touch in entry.touches] == [
        (4, "2026-03-01", "coffee", "", "coffee, then soup"),
        (6, "2026-03-01", "email", "from", "she has moved"),
        (10, "2026-03-02", "call", "", "the flat"),
        (11, "2026-03-03", "lunch", "", "lunch at hers"),
        (12, "2026-03-04", "", "", ""),
    ]
    assert [(problem.line, problem.message) for problem in entry.problems] == [
        (13, 'interactions: "soon - never" does not begin with a date'),
        (15, 'interactions: "plain words" does not begin with a date'),
        (15, 'interactions: "{}" does not begin with a date'),
    ]


def test_yaml_interactions_that_are_one_line_or_a_quoted_key() -> None:
    assert [touch.text for touch in read(contact("", "type: contact\ninteractions: '2026-03-01 call: x'")).touches] == [
        "x"
    ]
    quoted = read(contact("", 'type: contact\n"interactions":\n  - 2026-03-01 call: x')).touches
    assert [(touch.text, touch.line) for touch in quoted] == [("x", 3)]


HEADINGS = [
    ("### 2026-06-12 - email\nSent her the draft.", ("email", "to", "Sent her the draft.")),
    ("### 2026-06-12 — Email from\nHer draft.", ("email", "from", "Her draft.")),
    ("### 2026-06-12\nCoffee by the pier.", ("coffee", "", "Coffee by the pier.")),
    ("### [[2026-06-12]] 10:30 call\n- one\n- two", ("call", "", "one\ntwo")),
    ("### 2026-06-12: with Ben\nHe paid.", ("", "", "with Ben: He paid.")),
    ("### 2026-06-12 - call\n#### Aside\nShe sang.", ("call", "", "Aside\nShe sang.")),
    ("### 2026-06-12 - call", ("call", "", "")),
]


@pytest.mark.parametrize(("section", "expected"), HEADINGS)
@pytest.mark.parametrize(
    "title", ["Log", "Interactions", "Interaction log", "communications:", "Activities", "Meetings"]
)
def test_dated_headings_under_a_log_heading(title: str, section: str, expected: tuple[str, str, str]) -> None:
    touches = read(contact(f"## {title}\n{section}\n\n## Notes\nshe called")).touches
    assert [(touch.kind, touch.direction, touch.text) for touch in touches] == [expected]
    assert (touches[0].date, touches[0].origin, touches[0].line) == ("2026-06-12", "heading", 5)


@pytest.mark.parametrize(
    "body",
    [
        "## Notes\n### 2026-06-12 - call\nx",
        "### 2026-06-12 - call\nx",
        "## Log\n### Call\nx",
        "## Log\n### 2026-02-30 call\nx",
    ],
)
def test_headings_that_are_no_touches(body: str) -> None:
    assert read(contact(body)).touches == ()


def test_parse_log_words() -> None:
    assert parse_log_words(" 10:30 email from: long answer", RULES) == ("10:30", "email", "from", "long answer")
    assert parse_log_words("", RULES) == ("", "", "", "")


def test_only_a_contact_has_a_log() -> None:
    assert read("- 2026-05-02 coffee: x", PERSON).touches == ()
    assert read("---\ntype: organization\n---\n- 2026-05-02 coffee: [[Ada]]", "Acme.md").touches == ()
