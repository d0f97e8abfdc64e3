import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.document import parse_document
from vaultnet.text.inline_field import canonical_key


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Last Contact:: 2026-05-02", [("last-contact", "2026-05-02")]),
        ("**Last Contact**:: x", [("last-contact", "x")]),
        ("key::", [("key", "")]),
        ("- Key:: value", [("key", "value")]),
        ("- [ ] Key:: value", [("key", "value")]),
        ("1. Key:: value", [("key", "value")]),
        ("> Key:: value", [("key", "value")]),
        ("met [channel:: email] today", [("channel", "email")]),
        ("met (channel:: email) today", [("channel", "email")]),
        ("Key:: a [b:: c]", [("b", "c")]),
        ("a [b:: c] d [e:: f]", [("b", "c"), ("e", "f")]),
        ("[a:: b [c] d]", [("a", "b [c] d")]),
        ("[a:: b [c:: d] e]", [("a", "b [c:: d] e")]),
        ("[a:: b (c] d", [("a", "b (c")]),
        (r"[a:: b \] c]", [("a", r"b \] c")]),
        ("[a:: b\nc]", []),
        ("[::b] [ :: c]", []),
        ("a ::: b", []),
        ("**:: x", []),
        ("Ada, Ben:: x", []),
        ("] [a:: b]", [("a", "b")]),
        ("`a:: b`", []),
        ("`[a:: b]`", []),
        ("tags:: x\nalias:: y\n- z", [("tags", "x"), ("alias", "y")]),
        ("\ufeffkey:: x", [("key", "x")]),
        ("🎂 Birthday:: 04-17", [("🎂-birthday", "04-17")]),
    ],
)
def test_fields(text: str, fields: list[tuple[str, str]]) -> None:
    assert [(field.key, field.value) for field in parse_document(text).fields] == fields


@pytest.mark.parametrize(("key", "canonical"), [(" Last  Contact ", "last-contact"), ("*a*", "a"), ("~_a_~", "a")])
def test_keys_have_one_spelling(key: str, canonical: str) -> None:
    assert canonical_key(key) == canonical


@given(st.text(alphabet="ab:[]() \n\\*`"))
def test_every_field_is_where_it_says(text: str) -> None:
    for field in parse_document(text).fields:
        source = text[field.start : field.end]
        assert "::" in source
        assert field.value in source
        assert "\n" not in source
