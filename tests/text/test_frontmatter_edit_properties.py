"""What holds of every edit, over random blocks in every style a person may have written (promises D1 and D2)."""

from hypothesis import assume, given
from hypothesis import strategies as st

from vaultnet.text.frontmatter import Value, parse_frontmatter
from vaultnet.text.frontmatter_edit import append_item, remove_item, remove_key, set_key
from vaultnet.text.frontmatter_layout import find_layout
from vaultnet.text.problem import Refused
from vaultnet.text.yaml_value import is_same
from vaultnet.text.yaml_writer import render_entry

# Ways to write a property, each with its line ends; `{key}` is filled in.
STYLES = [
    "{key}: plain words\n",
    "{key}:   padded  \n",
    "{key} : spaced # comment\n",
    "{key}: 'sing''le' # comment: with colon\n",
    '{key}: "dou\\"ble: #"\n',
    "{key}:\n",
    "{key}: # only a comment\n",
    "{key}: ~\n",
    "{key}: 1.50\n",
    "{key}: true\n",
    "{key}: 2026-05-02\n",
    "{key}: https://example.org/a?b#c\n",
    '{key}: "[[Acme|A: B]]"\n',
    "{key}: [[Acme]]\n",
    "{key}: []\n",
    "{key}: [a, 'b', \"c, d\"] # flow\n",
    "{key}: [\n  a, # first\n  b,\n  ] # last\n",
    "{key}: {{x: 1, y: [a]}}\n",
    "{key}:\n  - a\n  - b\n",
    "{key}:\n- a # x\n\n- 'b'\n",
    "{key}: # head\n    # inner\n    - a\n    # between\n    -   b # x\n    # below\n",
    "{key}:\n  -\n  - null\n  - |\n    text\n\n    more\n",
    "{key}:\n  - - a\n    - b\n  - x: 1\n    y:\n",
    "{key}:\n  x: 1\n  y:\n    - a\n",
    "{key}: folded\n  over\n\n  lines\n",
    '{key}: "folded\n  over \\\n  lines" # x\n',
    "{key}:\n  alone # x\n",
    "{key}: |\n  one\n    two\n\n  three\n\n",
    "{key}: |2-\n   one\n  two\n",
    "{key}: >+ # keep\n  one\n  two\n\n\n",
    "{key}: R&D *and* more!\n",
    "{key}: 日本語 🎉\n",
    "{key}: x\u00a0y\u2028z\n",
    "{key}: &anchor x\n",
    "{key}: !tag x\n",
]
KEYS = ["k", "tags", "EMAIL[HOME]", "last contact", "-dash", "é", "'quoted'", '"dou ble"', "12", "true"]
BETWEEN = ["", "", "", "\n", "# comment\n", "#\n\n", "   \n"]


@st.composite
def notes(draw: st.DrawFn) -> str:
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=5))
    entries = (draw(st.sampled_from(STYLES)).format(key=key) + draw(st.sampled_from(BETWEEN)) for key in keys)
    block = draw(st.sampled_from(BETWEEN)) + "".join(entries)
    body = draw(st.sampled_from(["", "\n", "Text", "\n# Text  \n\n---\na: 1\n---\n", "- [ ] x\r\ny\n"]))
    text = draw(st.sampled_from([f"---\n{block}---\n{body}", f"---\n{block}---", f"---  \n{block}---\t\n{body}", body]))
    text = draw(st.sampled_from(["", "", "\ufeff"])) + text
    return text.replace("\n", "\r\n") if draw(st.booleans()) and "\r" not in text else text


words: st.SearchStrategy[Value] = st.sampled_from(
    [
        "a",
        "b",
        "x",
        "",
        "yes",
        "12",
        "true",
        "~",
        "2026-05-02",
        "+1303",
        "a: b",
        "[[Acme]]",
        "- x",
        "c, d",
        "'q'",
        '"q"',
        "#x",
    ]
)
scalars: st.SearchStrategy[Value] = (
    words
    | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
    | st.sampled_from([None, True, 0, 1.5, -3])
)
lines: st.SearchStrategy[Value] = st.sampled_from(["one\ntwo", "one\n", "\n one\n\ntwo\n\n", " x\ny"])
maps: st.SearchStrategy[Value] = st.dictionaries(st.sampled_from(["company", "role", "from"]), scalars, min_size=1)
lists: st.SearchStrategy[Value] = st.lists(scalars | lines, max_size=3) | st.lists(maps, min_size=1, max_size=2)
values = scalars | lines | lists
keys = st.sampled_from([*(key.strip("'\"") for key in KEYS), "new", "new: key", "?", "no"])


def frame(text: str, key: str) -> tuple[str, str]:
    """What stands before and after the value of `key`; of a key that is not there, before and after its place."""
    note = parse_frontmatter(text)
    if key in note.values:
        entry = find_layout(note).entry(key)
        return text[: entry.colon_end], text[entry.rest.end :]
    place = note.fence.inner_end if note.fence else note.body_start
    return text[:place], text[place:]


@given(notes(), keys, values)
def test_after_set_only_the_value_is_another(text: str, key: str, value: Value) -> None:
    before = parse_frontmatter(text)
    try:
        after = set_key(text, key, value)
    except Refused:
        return
    head, tail = frame(text, key)
    assert after.startswith(head)
    assert after.endswith(tail)
    result = parse_frontmatter(after)
    assert is_same(dict(result.values), {**before.values, key: value})
    assert after[result.body_start :] == text[before.body_start :]
    assert set_key(after, key, value) is after


@given(notes(), keys)
def test_after_remove_only_its_lines_are_gone(text: str, key: str) -> None:
    before = parse_frontmatter(text)
    try:
        after = remove_key(text, key)
    except Refused:
        return
    if key not in before.values:
        assert after is text
        return
    head, tail = frame(text, key)
    assert after == head[: head.rindex("\n") + 1] + tail[tail.index("\n") + 1 :]
    assert key not in parse_frontmatter(after).values


@given(notes(), keys, scalars | lines)
def test_after_append_the_item_is_there_and_all_old_text_too(text: str, key: str, value: Value) -> None:
    before = parse_frontmatter(text)
    try:
        after = append_item(text, key, value)
    except Refused:
        return
    old = before.values.get(key)
    items = old if isinstance(old, list) else [] if old is None else [old]
    if any(is_same(item, value) for item in items):
        assert after is text
        return
    assert is_same(parse_frontmatter(after).values[key], [*items, value])
    head, tail = frame(text, key)
    assert after.startswith(head)
    assert after.endswith(tail)
    if isinstance(old, list) and old and value is not None and "\n" not in str(value):
        assert remove_item(after, key, value) == text


@given(notes())
def test_after_remove_item_the_others_stay(text: str) -> None:
    for key, old in parse_frontmatter(text).values.items():
        for item in old if isinstance(old, list) else []:
            try:
                after = remove_item(text, key, item)
            except Refused:
                continue
            left = [other for other in old if not is_same(other, item)] if isinstance(old, list) else []
            assert is_same(parse_frontmatter(after).values[key], left)
            head, tail = frame(text, key)
            assert after.startswith(head)
            assert after.endswith(tail)


@given(notes(), keys, values)
def test_a_twin_with_other_line_ends_gives_the_twin_result(text: str, key: str, value: Value) -> None:
    assume("\r" not in text and "\n" in text)
    twin = text.replace("\n", "\r\n")
    for edit in (set_key, append_item, remove_item):
        try:
            after = edit(text, key, value)
        except Refused:
            continue
        assert edit(twin, key, value) == after.replace("\n", "\r\n")


obsidian_keys = st.lists(st.sampled_from(["k", "tags", "EMAIL[HOME]", "a: b", "12", "é"]), unique=True, min_size=1)


@given(obsidian_keys, st.lists(values, min_size=6, max_size=6), values, st.sampled_from(["\n", "\r\n"]))
def test_in_obsidians_style_the_result_is_what_obsidian_would_save(
    names: list[str], olds: list[Value], new: Value, line_end: str
) -> None:
    def save(properties: dict[str, Value]) -> str:
        lines = "".join(f"{render_entry(key, value)}\n" for key, value in properties.items())
        return f"---\n{lines}---\nText".replace("\n", line_end)

    properties = dict(zip(names, olds, strict=False))
    text = save(properties)
    assume(is_same(dict(parse_frontmatter(text).values), properties) and parse_frontmatter(text).editable)
    for key in names:
        try:
            after = set_key(text, key, new)
        except Refused:
            continue
        if is_same(properties[key], new):
            assert after is text
        else:
            assert after == save({**properties, key: new})
            assert set_key(after, key, properties[key]) == text
