r"""Content lines: what goes out comes back, in lines of 75 octets that cut no character in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.exchange.content_line import (
    ContentLine,
    escape,
    fold_line,
    join_values,
    parse_content_line,
    render_content_line,
    split_value,
    unescape,
)

printable = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Lunch, with Ada; at noon: yes", "Lunch\\, with Ada\\; at noon: yes"),
        ("one\r\ntwo\nthree\rfour", "one\\ntwo\\nthree\\nfour"),
        ("C:\\new", "C:\\\\new"),
        ("bell\x07 and\x00 nul", "bell and nul"),
    ],
)
def test_text_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(("value", "text"), [("a\\:b", "a:b"), ("a\\Nb", "a\nb"), ("a\\", "a\\"), ("C:\\x", "C:\\x")])
def test_what_others_escape_besides_is_read(value: str, text: str) -> None:
    assert unescape(value) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("TEL:+31 6", ContentLine("TEL", (), "+31 6")),
        ("item1.tel;type=home,voice:1", ContentLine("TEL", (("TYPE", "home"), ("TYPE", "voice")), "1", "item1")),
        ('TEL;TYPE="home,voice":1', ContentLine("TEL", (("TYPE", "home"), ("TYPE", "voice")), "1")),
        ("TEL;HOME;BASE64:1", ContentLine("TEL", (("TYPE", "HOME"), ("ENCODING", "BASE64")), "1")),
        ('ADR;LABEL="a:b;c,d";GEO=x:;;s', ContentLine("ADR", (("LABEL", "a:b;c,d"), ("GEO", "x")), ";;s")),
        ("X;A=Ada ^'Countess^' ^^^n:v", ContentLine("X", (("A", 'Ada "Countess" ^\n'),), "v")),
        ('X;A="never closed:v', ContentLine("X", (("A", "never closed"),), "v")),
        ("no line at all", None),
        ("two words: here", None),
        (";:", None),
        ("", None),
    ],
)
def test_a_line_is_taken_apart(text: str, line: ContentLine | None) -> None:
    assert parse_content_line(text) == line
    assert line is None or parse_content_line(render_content_line(line)) == line


def test_no_value_opens_a_line_of_its_own() -> None:
    line = ContentLine("URL", (("X", "a\r\nb"),), "https://x.example\r\nX-EVIL:1")
    assert render_content_line(line) == "URL;X=a^nb:https://x.example\\nX-EVIL:1"


@given(printable)
def test_no_line_is_longer_than_75_octets_and_it_reads_back(text: str) -> None:
    folded = fold_line(f"NOTE:{text}")
    lines = folded.encode().split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() for line in lines[:-1])
    assert folded.replace("\r\n ", "").removesuffix("\r\n") == f"NOTE:{text}"


@given(st.lists(printable, min_size=1), st.sampled_from(";,"))
def test_what_is_escaped_comes_back(texts: list[str], separator: str) -> None:
    assert [unescape(escape(text)) for text in texts] == texts
    assert split_value(join_values(texts, separator), separator) == tuple(texts)
