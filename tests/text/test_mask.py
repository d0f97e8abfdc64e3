import pytest

from vaultnet.text.document import parse_document
from vaultnet.text.mask import NO_MASK, Mask, Region


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("no markup", []),
        ("a `code` b", [("code", "`code`")]),
        ("a ``co`de`` b", [("code", "``co`de``")]),
        ("a ` lone b", []),
        ("a `b\nc` d", [("code", "`b\nc`")]),
        ("a `b\n\nc` d", []),
        (r"a \`b` c", []),
        (r"a \``b` c", [("code", r"\``b`")]),
        (r"a `b\` c", [("code", r"`b\`")]),
        ("a %%b%% c", [("comment", "%%b%%")]),
        ("a %%b %c", []),
        ("a %%b\n\nc %%", []),
        ("a <!-- b --> c", [("comment", "<!-- b -->")]),
        ("a <!-- b <!-- c", []),
        ("a $x$ b", [("math", "$x$")]),
        ("a $5 and $6 b", []),
        ("a $x$5 b", []),
        (r"a \$x$ b", []),
        ("a $$x$$ b", [("math", "$$x$$")]),
        ("a $$x b", []),
        ('a <b title="[[x]]">c</b>', [("html", '<b title="[[x]]">'), ("html", "</b>")]),
        ("a <b and [[c]] d>", []),
        ("[a](<b c>)", []),
        ("`a %%b` c%%", [("code", "`a %%b`")]),
        ("%%a `b%% c`", [("comment", "%%a `b%%")]),
        ("%%\nblock\n%%", [("comment", "%%\nblock\n%%")]),
        ("%%\nnever closed", [("comment", "%%\nnever closed")]),
        ("$$\nx\n$$", [("math", "$$\nx\n$$")]),
        ("$$\nno end", []),
        ("```\ncode\n```", [("code", "```\ncode\n```")]),
        ("```\nno end", [("code", "```\nno end")]),
        ("    indented", [("code", "    indented")]),
        ("<!-- a\nb -->", [("comment", "<!-- a\nb -->")]),
        ("<div>\n[[a]]\n\nb", [("html", "<div>\n[[a]]")]),
        ("<script>\n\n[[a]]\n</script>", [("html", "<script>\n\n[[a]]\n</script>")]),
        ("<?a\n\n?>", [("html", "<?a\n\n?>")]),
        ("<!A\n\n>", [("html", "<!A\n\n>")]),
        ("<![CDATA[\n\n]]>", [("html", "<![CDATA[\n\n]]>")]),
        ("<unknown-tag>\na", [("html", "<unknown-tag>\na")]),
        ("<ada@example.com> a", [("html", "<ada@example.com>")]),
    ],
)
def test_where_markup_does_not_count(text: str, masked: list[tuple[str, str]]) -> None:
    assert [(region.kind, text[region.start : region.end]) for region in parse_document(text).regions] == masked


def test_what_is_masked_is_no_link_tag_or_field() -> None:
    document = parse_document("`[[a]] #b [c:: d]` and [[e]] #f [g:: h]\n%%\nKey:: value\n%%\nOther:: value\n")
    assert [link.path for link in document.links] == ["e"]
    assert [tag.name for tag in document.tags] == ["f"]
    assert [field.key for field in document.fields] == ["g", "other"]


def test_a_mask_hides_what_begins_or_ends_in_a_region() -> None:
    mask = Mask([Region(2, 4, "code"), Region(8, 9, "math")])
    assert [mask.hides(offset) for offset in range(10)] == [False, False, True, True, *[False] * 4, True, False]
    assert mask.hides_either(0, 2)
    assert mask.hides_either(3, 5)
    assert not mask.hides_either(1, 5)
    assert mask
    assert not NO_MASK
