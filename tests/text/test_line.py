import pytest

from vaultnet.text.line import LINE, columns, line_end_of, may_interrupt, next_line


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- a", "item"),
        ("+ a", "item"),
        ("12) a", "item"),
        ("-\ta", "item"),
        ("- [ ] - a", "item"),
        ("- **bold**", "item"),
        ("- -", "deep"),
        ("-", "deep"),
        ("-     code", "deep"),
        ("- # a", "deep"),
        ("- ```", "deep"),
        ("-a", "text"),
        ("1234567890. a", "text"),
        ("", "blank"),
        ("  \t", "blank"),
        ("\r", "blank"),
        ("# a", "heading"),
        ("#a", "text"),
        ("####### a", "text"),
        ("> a", "quote"),
        ("``` x", "fence"),
        ("``` `x", "text"),
        ("~~~ `x", "fence"),
        ("- - -", "rule"),
        ("- --", "rule"),
        ("***", "rule"),
        ("_ _ _", "rule"),
        ("===", "rule"),
        ("--", "rule"),
        ("<div>", "html"),
        ("%% a", "comment"),
        ("%%a%%", "text"),
        ("$$", "math"),
        ("$$a$$", "text"),
        ("a", "text"),
    ],
)
def test_a_line_is_known_by_how_it_begins(line: str, kind: str) -> None:
    match = LINE.match(line)
    assert match is not None
    assert match.lastgroup == kind
    behind = LINE.match(f"{line}\nnext")
    assert behind is not None
    assert (behind.lastgroup, behind.end()) == (kind, len(line) + 1)


@pytest.mark.parametrize(
    ("blanks", "start", "column"), [("  ", 0, 2), ("\t", 0, 4), (" \t", 0, 4), ("\t", 3, 4), ("\t ", 2, 5), ("", 3, 3)]
)
def test_a_tab_reaches_to_the_next_multiple_of_four(blanks: str, start: int, column: int) -> None:
    assert columns(blanks, start) == column


@pytest.mark.parametrize(("marker", "may"), [("-", True), ("1.", True), ("01)", True), ("2.", False), ("1984.", False)])
def test_only_a_list_from_one_breaks_into_running_text(marker: str, may: bool) -> None:
    assert may_interrupt(marker) is may


@pytest.mark.parametrize(("text", "end"), [("a\nb", "\n"), ("a\r\nb", "\r\n"), ("a", "\n"), ("\n", "\n")])
def test_the_first_line_tells_the_line_end(text: str, end: str) -> None:
    assert line_end_of(text) == end


def test_the_next_line() -> None:
    assert next_line("ab\ncd", 1) == 3
    assert next_line("ab\ncd", 3) == 5
