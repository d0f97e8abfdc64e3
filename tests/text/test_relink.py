"""Links to a note that moved: each is changed where it stands, and nothing besides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.block import generated_texts, parse_item, seal
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.link_aim import LinkAims
from vaultnet.text.problem import Refused
from vaultnet.text.relink import relink
from vaultnet.text.relink_canvas import relink_canvas
from vaultnet.text.resolve import NameIndex, resolve


def choose(path: str) -> str | None:
    return "New, Jr" if path.removesuffix(".md").rpartition("/")[2] == "Old Name" else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see [[Old Name]].", "see [[New, Jr]]."),
        ("[[Old Name|her]] ![[Old Name]]", "[[New, Jr|her]] ![[New, Jr]]"),
        ("[[ Old Name#Log^x|a|b ]]", "[[ New, Jr#Log^x|a|b ]]"),
        ("[x](Old%20Name.md) [y](<Old Name.md#Log> 'z')", "[x](New,%20Jr) [y](<New, Jr#Log> 'z')"),
        ('[x](Old%20Name.md#Log "t")', '[x](New,%20Jr#Log "t")'),
        ("![p](Old%20Name.md)", "![p](New,%20Jr)"),
        ("[x](  Old%20Name.md )", "[x](  New,%20Jr )"),
        ("`[[Old Name]]` %%[[Old Name]]%% [[Other]]", None),
        ("```\n[[Old Name]]\n```\n", None),
        ("\\[[Old Name]] [[Old Name", None),
        ("| a |\n|---|\n| [[Old Name\\|her]] |\n", "| a |\n|---|\n| [[New, Jr\\|her]] |\n"),
        ('---\nknows: "[[Old Name|x]]" # [[Old Name]]\n---\n', '---\nknows: "[[New, Jr|x]]" # [[Old Name]]\n---\n'),
        ("---\n# [[Old Name]]\na: 1\n---\n[[Old Name]]", "---\n# [[Old Name]]\na: 1\n---\n[[New, Jr]]"),
        ("---\ncompany: [[Old Name]] # x\n---\n", '---\ncompany: "[[New, Jr]]" # x\n---\n'),
        ("---\na:\n  - [[Old Name|b]]\n  - c\n---\n", '---\na:\n  - "[[New, Jr|b]]"\n  - c\n---\n'),
        ("---\na: [ \"[[Old Name]]\", '[[Old Name]]' ]\n---\n", "---\na: [ \"[[New, Jr]]\", '[[New, Jr]]' ]\n---\n"),
        ("---\na:\n  - b: '[[Old Name]]'\n    c: 1\n---\n", "---\na:\n  - b: '[[New, Jr]]'\n    c: 1\n---\n"),
        ("---\na: |\n  text # [[Old Name]]\n---\n", "---\na: |\n  text # [[New, Jr]]\n---\n"),
        ("---\na: met [[Old Name]] there\n---\n", "---\na: met [[New, Jr]] there\n---\n"),
        ("---\na: &x '[[Old Name]]'\nb: *x\n---\n", "---\na: &x '[[New, Jr]]'\nb: *x\n---\n"),
        ('---\na: "[[Old\\x20Name]]"\n---\n', '---\na: "[[New, Jr]]"\n---\n'),
        ("---\r\na: '[[Old Name]]'\r\n---\r\n[[Old Name]]\r\n", "---\r\na: '[[New, Jr]]'\r\n---\r\n[[New, Jr]]\r\n"),
    ],
)
def test_links_are_changed_where_they_stand(before: str, after: str | None) -> None:
    assert relink(before, choose) == (before if after is None else after)


def test_quotes_in_names_are_escaped_as_their_string_wants_it() -> None:
    text = "---\na: '[[O''Brien]]'\nb: \"[[O'Brien]]\"\n---\n"
    after = relink(text, lambda path: "O'\"N" if path == "O'Brien" else None)
    assert parse_frontmatter(after).values == {"a": "[[O'\"N]]", "b": "[[O'\"N]]"}
    assert after.startswith("---\na: '[[O''\"N]]'\n")


def test_the_old_name_can_go_on_being_shown() -> None:
    text = "[[Old Name]] [[a/Old Name.md]] [[Old Name|x]] ![[Old Name]] [[Old Name#Log]]\n\n| [[Old Name]] |\n|--|\n"
    after = "[[New, Jr|Old Name]] [[New, Jr|Old Name]] [[New, Jr|x]] ![[New, Jr]] [[New, Jr#Log]]\n\n"
    assert relink(text, choose, shows_old=True) == f"{after}| [[New, Jr\\|Old Name]] |\n|--|\n"


def test_in_a_table_the_bar_of_a_link_is_escaped() -> None:
    assert relink("a | b\n--|--\n[[Old Name]] | x\n", choose, shows_old=True).endswith("[[New, Jr\\|Old Name]] | x\n")
    assert relink("[[Ben|B]] [[Old Name]]", choose, shows_old=True) == "[[Ben|B]] [[New, Jr|Old Name]]"


@pytest.mark.parametrize(
    "text",
    [
        "---\na: [[[Old Name]]\n---\n",
        "<!-- vaultnet:agenda -->\n[[Old Name]]\n",
    ],
)
def test_a_note_that_cannot_be_edited_is_refused_and_only_if_it_has_such_a_link(text: str) -> None:
    with pytest.raises(Refused):
        relink(text, choose)
    other = text.replace("Old Name", "Other")
    assert relink(other, choose) == other


SEALED = seal(
    "**Reach out** · 1 person\n- [ ] Call [[Old Name]] · due ^vn-3f2a9c41\n- 10:00 with [[Old Name]]\n- [ ] Write [[Ben]] ^vn-00000001\n"
)


def test_what_was_generated_stays_known_as_generated() -> None:
    text = f"<!-- vaultnet:agenda -->\n{SEALED}- mine: [[Old Name]]\n<!-- /vaultnet:agenda -->\n[[Old Name]]\n"
    after = relink(text, choose)
    inner = after.split("-->\n", 1)[1].rsplit("<!-- /", 1)[0]
    items = [item for line in inner.split("\n") if (item := parse_item(line))]
    assert [(item.key, item.generated) for item in items] == [("3f2a9c41", True), ("00000001", True)]
    assert "Old Name" not in after
    assert {"- 10:00 with [[New, Jr]]", "**Reach out** · 1 person"} <= generated_texts(inner)
    assert "- mine: [[New, Jr]]" not in generated_texts(inner)


def test_what_the_user_typed_behind_an_item_stays_theirs() -> None:
    line = SEALED.split("\n")[1]
    ticked = line.replace("[ ]", "[x]") + " she was out"
    text = f"<!-- vaultnet:agenda -->\n{ticked}\n<!-- /vaultnet:agenda -->\n"
    item = parse_item(relink(text, choose).split("\n")[1])
    assert item is not None
    assert (item.mark, item.typed, item.offered) == ("x", "she was out", "Call [[New, Jr]] · due")
    lines = (f"{line} and [[Old Name]]\n", line.replace("Call", "Coffee with") + "\n")
    for theirs in lines:  # whose words these are was not known before, or is not told by their end
        after = relink(f"<!-- vaultnet:agenda -->\n{theirs}<!-- /vaultnet:agenda -->\n", choose)
        assert after.split("\n")[1] == theirs.strip().replace("Old Name", "New, Jr")


def test_a_canvas_is_spliced() -> None:
    text = '{\n\t"nodes":[\n\t\t{"type":"file","file":"People/Old.md","x":1},{"type":"text","text":"see [[Old]]\\n`[[Old]]`"}]\n}'
    aims = LinkAims(NameIndex(["People/Old.md"]), NameIndex(["People/Né.md"]), {"People/Old.md": "People/Né.md"})
    after = relink_canvas(text, "Map.canvas", aims)
    assert after == text.replace("People/Old.md", "People/Né.md").replace("see [[Old]]", "see [[Né]]")


def test_what_is_no_canvas_stays_as_it_is() -> None:
    text = '{"text": "\\x [[Old]]", "file": "Other.md", "file": "\\u12"}'
    aims = LinkAims(NameIndex(["Old.md"]), NameIndex(["New.md"]), {"Old.md": "New.md"})
    assert relink_canvas(text, "Map.canvas", aims) == text


@pytest.mark.parametrize(
    ("link", "source", "wanted"),
    [
        ("Old", "a/x.md", "New"),
        ("old.md", "a/x.md", "New.md"),
        ("People/Old", "x.md", "People/New"),
        ("/People/Old.md", "x.md", "/People/New.md"),
        ("../People/Old", "a/x.md", "../People/New"),
        ("./Old", "People/x.md", "./New"),
        ("Other", "x.md", None),
        ("Nowhere", "x.md", None),
        ("", "x.md", None),
    ],
)
def test_a_link_keeps_its_way_of_naming(link: str, source: str, wanted: str | None) -> None:
    before = NameIndex(["People/Old.md", "Other.md", "a/x.md"])
    after = NameIndex(["People/New.md", "Other.md", "a/x.md"])
    assert LinkAims(before, after, {"People/Old.md": "People/New.md"}).find(link, source) == wanted


FOLDERS = st.sampled_from(["", "a/", "b/", "a/b/"])
NAMES = st.sampled_from(["X", "Y", "Z"])
PATHS = st.builds(lambda folder, name: f"{folder}{name}.md", FOLDERS, NAMES)
LINKS = st.one_of(
    st.builds(lambda folder, name: f"{folder}{name}", FOLDERS, NAMES),
    st.builds(lambda up, name: f"{up}{name}", st.sampled_from(["./", "../", "/", "../a/"]), NAMES),
)


@given(st.sets(PATHS, min_size=1), PATHS, LINKS, st.data())
def test_after_a_move_every_link_means_what_it_meant(paths: set[str], new: str, link: str, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(sorted(paths)))
    source = data.draw(st.sampled_from(sorted(paths)))
    if new in paths:
        return
    before, after = NameIndex(paths), NameIndex((paths - {old}) | {new})
    aims = LinkAims(before, after, {old: new})
    meant = resolve(before, link, source)
    now = resolve(after, aims.find(link, source) or link, aims.moved.get(source, source))
    if meant is not None:
        assert now == aims.moved.get(meant, meant)
