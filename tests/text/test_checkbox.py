import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.checkbox import Task, cut_block_id, drop_fields, parse_task, status_of, write_done


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("x", "done"),
        ("X", "done"),
        ("-", "let_go"),
        (">", "moved"),
        (" ", "open"),
        ("/", "open"),
        ("?", "open"),
        ("", "open"),
    ],
)
def test_what_a_mark_means(mark: str, status: str) -> None:
    assert status_of(mark) == status


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("call her", Task("call her")),
        ("send 📅 2026-06-10", Task("send", due="2026-06-10")),
        ("send 📆 2026-06-10", Task("send", due="2026-06-10")),
        ("send 🗓️2026-06-10", Task("send", due="2026-06-10")),
        ("send ⌛ 2026-06-10", Task("send", scheduled="2026-06-10")),
        ("send ⏳ 2026-06-10 🛫 2026-06-01", Task("send", scheduled="2026-06-10", start="2026-06-01")),
        ("send ✅ 2026-06-10 ❌ 2026-06-11 ➕ 2026-06-01", Task("send", done="2026-06-10", cancelled="2026-06-11", created="2026-06-01")),
        ("send 🔺", Task("send", priority="highest")),
        ("send ⏫️ 📅 2026-06-10", Task("send", priority="high", due="2026-06-10")),
        ("send 🔁 every week when done 🔽", Task("send", recurrence="every week when done", priority="low")),
        ("send 🏁 delete 🆔 abc ⛔ d,e , f", Task("send", on_completion="delete", id="abc", depends_on=("d", "e", "f"))),
        ("send #a 📅 2026-06-10 #b #c", Task("send #a #b #c", due="2026-06-10", tags=("a", "b", "c"))),
        ("see 📅 2026-06-10 in prose", Task("see 📅 2026-06-10 in prose")),
        ("send 📅 soon", Task("send 📅 soon")),
        ("send 🔼 high", Task("send 🔼 high")),
        ("send 📅 2026-02-30", Task("send", due="2026-02-30", impossible=("due",))),
        ("send 📅 2026-06-10 ^abc", Task("send", due="2026-06-10", block_id="abc")),
        ("send ^vn-3f2a9c41-b7d0e812 she was out", Task("send she was out", block_id="vn-3f2a9c41-b7d0e812")),
        ("send  [due:: 2026-06-10]", Task("send", due="2026-06-10")),
        ("send (due:: 2026-06-10),", Task("send", due="2026-06-10")),
        ("send [completion:: 2026-06-10] [repeat:: every day] [dependsOn:: a,b]", Task("send", done="2026-06-10", recurrence="every day", depends_on=("a", "b"))),
        ("send [priority:: high]", Task("send", priority="high")),
        ("send [priority:: odd]", Task("send [priority:: odd]")),
        ("send [due:: 2026-06-10] to her", Task("send [due:: 2026-06-10] to her", due="2026-06-10")),
        ("send [channel:: email]", Task("send [channel:: email]")),
        ("send [x]", Task("send [x]")),
        ("send x]", Task("send x]")),
        ("one\n📅 2026-06-10", Task("one")),
        ("one 📅 2026-06-10\r\nmore", Task("one", due="2026-06-10")),
        ("", Task("")),
        ("📅 2026-06-10", Task("", due="2026-06-10")),
    ],
)  # fmt: skip
def test_fields_are_a_run_at_the_end(line: str, task: Task) -> None:
    assert parse_task(line) == task


def test_no_more_than_twenty_rounds() -> None:
    assert parse_task("send" + " 🔼" * 25).description == "send" + " 🔼" * 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("send", "send ✅ 2026-06-15"),
        ("send ^abc", "send ✅ 2026-06-15 ^abc"),
        ("send 📅 2026-06-10 ^abc  ", "send 📅 2026-06-10 ✅ 2026-06-15 ^abc  "),
        ("send  ", "send ✅ 2026-06-15  "),
        ("send\r\n  more", "send ✅ 2026-06-15\r\n  more"),
        ("send ^vn-3f2a9c41-b7d0e812 late", "send ^vn-3f2a9c41-b7d0e812 late ✅ 2026-06-15"),
        ("send ✅ 2026-06-01", "send ✅ 2026-06-01"),
        ("^abc", "^abc ✅ 2026-06-15"),
    ],
)
def test_the_day_it_was_done(before: str, after: str) -> None:
    assert write_done(before, "2026-06-15") == after


def test_the_day_in_the_form_of_dataview() -> None:
    assert write_done("send ^abc", "2026-06-15", "dataview") == "send  [completion:: 2026-06-15] ^abc"


def test_the_id_is_cut_off_first() -> None:
    assert cut_block_id("send ^abc") == ("send", "abc")
    assert cut_block_id("send") == ("send", "")
    assert cut_block_id("a^b") == ("a^b", "")


def test_a_line_without_fields() -> None:
    assert drop_fields("a 📅 2026-06-10 b 🔼 [due:: x] (id:: y) 🆔 abc c").split() == ["a", "b", "c"]
    assert drop_fields("a 🔁 every week") == "a 🔁 every week"


@given(st.text(alphabet="a 📅✅🔼#^[]():,2026-\n\ufe0f"))
def test_writing_a_done_date_makes_a_done_task(text: str) -> None:
    written = write_done(text, "2026-06-15")
    assert parse_task(written).done
    assert write_done(written, "2026-06-16") == written
