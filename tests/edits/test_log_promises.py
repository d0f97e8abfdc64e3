"""What holds for every touch and every note: no other byte changes, nothing is logged twice, the order is kept."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.edits.people import RULES
from vaultnet.edits.log import log_line, plan_log
from vaultnet.edits.sentence import LoggedTouch
from vaultnet.model.log import read_log
from vaultnet.text.document import parse_document

TODAY = date(2026, 6, 15)
ADA = "People/Ada Lovelace.md"

DAYS = st.dates(date(2024, 1, 1), TODAY)
KINDS = st.sampled_from(("coffee", "call", "email", "card", "meeting", ""))
TEXTS = st.lists(
    st.sampled_from(
        ["she", "is", "well", "[[Grace]]", "#asked", "#x", "-", ":", "(so)", "5%", "*a*", "`b`", "and,", "2026-01-01"]
    ),
    max_size=6,
)
NOTES = st.sampled_from(
    (
        "",
        "Hello",
        "\ufeffHello\r\n",
        "---\ntype: contact\n---\nText  \n\n## Log\n\n## More\nx",
        "## Log\nSome words.\n\n# Next\n- a\n",
        "# Ada\n## Log\n- 2026-06-01 call\n- 2026-01-01 email to: x\n\t- y\n\n\n## More\n- 2026-03-03 coffee\n",
        "## Log\r\n\r\n* [[2024-06-01]] call\r\n\r\n* 2026-01-01 email from: x\r\n\r\n> quoted\r\n",
    )
)


@st.composite
def touches(draw: st.DrawFn) -> LoggedTouch:
    text = " ".join(draw(TEXTS)).strip(" :-")
    kind = draw(KINDS)
    way = draw(st.sampled_from(("to", "from"))) if kind in {"email", "card"} else ""
    hour = draw(st.sampled_from(("", "09:05", "23:59")))
    return LoggedTouch(draw(DAYS), hour, kind, way, (ADA,), (), (), text)


@given(touches(), NOTES)
def test_a_logged_touch_is_read_back_and_no_other_byte_changes(said: LoggedTouch, before: str) -> None:
    (change,) = plan_log(said, {ADA: before}, RULES).changes
    after, line = change.after, log_line(said, (), RULES)
    same = _length_in_common(before, after)
    assert after.endswith(before[same:])
    assert after[: same + len(after) - len(before)].count(line) == 1
    (read,) = set(read_log(parse_document(f"- {line}\n"), RULES))
    rows = {row._replace(line=1) for row in read_log(parse_document(after), RULES)}
    assert read in rows
    assert rows == {row._replace(line=1) for row in read_log(parse_document(before), RULES)} | {read}
    assert (read.date, read.time, read.direction) == (said.day.isoformat(), said.time, said.direction)
    assert read.kind == said.kind or not said.kind


@given(touches(), NOTES)
def test_logging_twice_is_logging_once(said: LoggedTouch, before: str) -> None:
    once = plan_log(said, {ADA: before}, RULES, next_task="[ ] Call [[Ada]]").changes[0].after
    again = plan_log(said, {ADA: once}, RULES, next_task="[ ] Call [[Ada]]").changes[0]
    assert (again.after, again.why) == (once, "already there")


@given(st.lists(touches(), max_size=12), st.booleans())
def test_the_order_of_a_log_is_kept(many: list[LoggedTouch], is_newest_first: bool) -> None:
    first, second = TODAY - timedelta(2000), TODAY - timedelta(1990)
    days = sorted((first, second), reverse=is_newest_first)
    text = "## Log\n" + "".join(f"- {day.isoformat()} call\n" for day in days)
    for said in many:
        text = plan_log(said, {ADA: text}, RULES).changes[0].after
    dates = [row.date for row in read_log(parse_document(text), RULES)]
    assert dates == sorted(dates, reverse=is_newest_first)


@given(st.text(max_size=40))
def test_any_words_are_logged_or_given_back(text: str) -> None:
    said = LoggedTouch(TODAY, "", "coffee", "", (ADA,), (), (), " ".join(text.split()))
    before = "---\ntype: contact\n---\n## Log\n- 2026-05-02 call: fine\n"
    planned = plan_log(said, {ADA: before}, RULES)
    for change in planned.changes:
        assert change.after.endswith("- 2026-05-02 call: fine\n")
        assert len(list(read_log(parse_document(change.after), RULES))) == 2
    assert len(planned.changes) + len(planned.not_logged) == 1


def _length_in_common(one: str, other: str) -> int:
    same = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(same, min(len(one), len(other)))
