"""Headlines of strangers in a line of a note: nothing in one is ever markup, and it reads back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.document import parse_document
from vaultnet.text.headline import Headline, parse_headline, plain_title, render_headline, web_address

URL = "https://x.example/a"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Office in Lisbon", "[Office in Lisbon](https://x.example/a)"),
        ("[[Ada]] and [Ben](b)", r"[\[\[Ada\]\] and \[Ben\](b)](https://x.example/a)"),
        ("<b>now</b> `x` *y* _z_", r"[\<b>now\</b> \`x\` \*y\* \_z\_](https://x.example/a)"),
        ("#jobs C# $5m ^id", r"[\#jobs C# \$5m \^id](https://x.example/a)"),
        ("%%hidden%% {{date}} <% x %>", r"[%\%hidden%\% {\{date}} \<\% x %>](https://x.example/a)"),
        ("due:: never, ==mark==, ~~gone~~", r"[due:\: never, =\=mark=\=, ~\~gone~\~](https://x.example/a)"),
        ("back\\slash 5% up", r"[back\\slash 5% up](https://x.example/a)"),
    ],
)
def test_markup_is_words(title: str, line: str) -> None:
    assert render_headline(title, URL) == line
    assert parse_headline(line) == Headline(title, URL)


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("[A](https://x.example/w_(b)) on [[Acme]]", Headline("A", "https://x.example/w_(b)")),
        ('see [A](<https://x.example/a> "title") #clipping', Headline("A", "https://x.example/a")),
        ("Acme grows https://x.example/a", Headline("Acme grows", "https://x.example/a")),
        ("Acme grows: <https://x.example/a>", Headline("Acme grows:", "https://x.example/a")),
        ("Acme grows", Headline("Acme grows", "")),
        ("![A](https://x.example/a.png)", Headline("![A]()", "https://x.example/a.png")),
    ],
)
def test_a_line_of_the_users_own(line: str, headline: Headline) -> None:
    assert parse_headline(line) == headline


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("a\n b\t c", "a b c"),
        ("red \x1b[31malert\x07", "red [31malert"),
        ("a\u202eb\u200b", "ab"),
        ("👩\u200d🔬 lab", "👩\u200d🔬 lab"),
        ("word " * 60, ("word " * 40).strip() + " …"),
    ],
)
def test_plain_titles(title: str, plain: str) -> None:
    assert plain_title(title) == plain


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (" https://x.example/a?b=c#d ", "https://x.example/a?b=c#d"),
        ("https://x.example/a(b)[c] d", "https://x.example/a%28b%29%5Bc%5D%20d"),
        ("https://x.example/straße", "https://x.example/straße"),
        ("https://x.example/a\u202eb", "https://x.example/a%E2%80%AEb"),
        ("https://x.example/100%%", "https://x.example/100%25%25"),
        ("https://x.example/%C3%A4", "https://x.example/%C3%A4"),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//x.example/a", ""),
        ("/a", ""),
        ("https://", ""),
        ("https://bank.example@evil.example/", ""),
        ("https://[::1", ""),
        ("https://x.example/" + "a" * 3000, ""),
    ],
)
def test_addresses(url: str, address: str) -> None:
    assert web_address(url) == address


_MARKUP = st.sampled_from(["[[", "]]", "](", "#tag", "`", "``", "$$", "%%", "<!--", "-->", "<b>", "{{", "}}", "<%", "::", "^id", "\\", "\\[", "![", "|", "==", "- [ ] ", "> ", "\u2028", "\x1b", "https://a.example", "word", " "])  # fmt: skip


@given(st.lists(_MARKUP, max_size=12).map("".join) | st.text(max_size=40), st.booleans())
def test_nothing_in_a_title_is_read_as_anything(title: str, has_url: bool) -> None:
    """And with its address, it comes back as it went in."""
    plain = plain_title(title)
    if not plain:
        return
    line = render_headline(plain, URL if has_url else "")
    document = parse_document(f"- 2026-06-12 {line}\n- 2026-06-11 next\n")
    assert (document.links, document.tags, document.fields, document.blocks) == ((), (), (), ())
    assert len(document.items) == 2
    assert not document.problems
    if has_url:
        assert parse_headline(line) == Headline(plain, URL)
