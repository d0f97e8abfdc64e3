"""The whole of one note: names, day, references; and that nothing in a note can stop its reading."""

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.notes import DAY, PERSON, RULES, contact, read, rules_of
from vaultnet.model.contact import Contact
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.model.entry import build_entry, name_keys
from vaultnet.model.properties import FOLDED_KEYS

ODD_RULES = rules_of(
    {"contacts": {"folders": ["People"], "at_prefix": True}, "me": {"name": "Ada"}},
    daily_format="DD.MM.YYYY",
    task_filter="#task",
)


def test_names_of_a_contact() -> None:
    entry = read(contact("", "type: contact\nname: Ada Byron\naliases: [AL]\nemail: ada@example.com\nuid: 7"))
    assert entry.names == ("Ada Byron", "Ada Lovelace", "AL", "ada@example.com", "7")
    assert entry.title == "Ada Byron"
    assert name_keys(entry) == ("ada byron", "ada lovelace", "al", "ada@example.com", "7")


def test_a_file_with_the_last_name_first_is_found_by_the_usual_name() -> None:
    assert read(contact(""), "Doe, Jane.md").names == ("Doe, Jane", "Jane Doe")


def test_names_of_other_notes() -> None:
    assert read("---\ntype: meeting\n---\n", "2026-05-02 Talk.md").names == ("Talk", "2026-05-02 Talk")
    assert read("", "Walk.md").names == ("Walk",)


def test_names_fold_to_one_key() -> None:
    assert name_keys(read(contact("", "type: contact\nname: Élodie"), "elodie.md")) == ("elodie",)


def test_references_of_a_contact() -> None:
    keys = """type: contact
company: ["[[Acme]]", Northwind]
introduced-by: "[[Ben]]"
met-at: at the fair
positions: [{company: "[[Acme]]", role: x}, {role: y}]
knows: "[[Cy]]"
spouse: "[[Cy]]" """
    assert [tuple(ref) for ref in read(contact("", keys)).refs] == [
        ("company", "Acme", "Acme"),
        ("company", "Northwind", ""),
        ("introduced-by", "Ben", "Ben"),
        ("met-at", "at the fair", ""),
        ("position", "Acme", "Acme"),
        ("knows", "Cy", "Cy"),
    ]


def test_unknown_keys_are_kept() -> None:
    entry = read("---\nbook: 3\n---\nRating:: 5\n", "Notes/Book.md")
    assert entry.properties == {"book": 3, "rating": "5"}
    assert (entry.type, entry.record, entry.day) == ("", None, "")


def test_front_matter_goes_before_fields_and_fields_fill_its_gaps() -> None:
    entry = read(
        "---\ntype: contact\nrole: Poet\nemail:\n---\nRole:: Clerk\nEmail:: a@example.com\nEmail:: b@example.com\nEmail:: c@example.com"
    )
    assert isinstance(entry.record, Contact)
    assert (entry.record.role, entry.record.email) == ("Poet", ("a@example.com", "b@example.com", "c@example.com"))


def test_a_date_that_is_none_leaves_the_note_undated() -> None:
    entry = read("---\ndate: someday\n---\n[[Ada]]", "Notes/Walk.md")
    assert (entry.day, entry.touches, [problem.rule for problem in entry.problems]) == ("", (), ["date-unreadable"])


def test_problems_of_the_text_and_of_the_values_come_together() -> None:
    entry = read("---\ntype: contact\nrole: a\nrole: b\nmet: soon\n---\n")
    assert [problem.rule for problem in entry.problems] == ["frontmatter-duplicate-key", "met-unreadable"]


@pytest.mark.parametrize(
    "text", ["---\ntype: contact\nmet: 2026", "---\n- a\n---\n", "---\n{\n---\n", "\ufeff", "---\n---\n"]
)
def test_front_matter_that_cannot_be_read(text: str) -> None:
    entry = read(text)
    assert (entry.type, entry.record) == ("", None)


_KEYS = st.sampled_from(
    [
        "type",
        "tags",
        "categories",
        "date",
        "with",
        "name",
        "interactions",
        "trip",
        "synced",
        "x_synced",
        *CONTACT_KEYS._name_by_folded,
    ]
)
_LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x2FF, exclude_categories=["Cc"], exclude_characters="{<")
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(_LETTERS, max_size=12),
    st.sampled_from(["contact", "meeting", "[[Ada]]", "2026-05-02", "soon", "4w..6w"]),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(_LETTERS, max_size=4), inner, max_size=2),
    max_leaves=5,
)
_WORDS = st.sampled_from(
    ["---\n", "type: contact\n", "- ", "[ ] ", "[x] ", "2026-05-02", "9999-12-31", "0001-01-01", " coffee", " email to: ", "[[Ada]]", "[[", "]]",
     "#gave", "## Log\n", "### 2026-05-02 - call\n", "## Facts\n", "\n", "  ", "::", "[channel:: call]", "%%", "`", "```", "```contact-card\n", "/---contact---/", "| Name | Ada |\n",
     "{{x}}", "<!-- vaultnet:agenda -->\n", "<!-- /vaultnet:agenda -->\n", "✅ 2026-05-02", "📅 2026-02-30", "[", "]", "(", ")", ":", " - ", "\r\n", "\x00", "\ufeff", "é", "😀"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=120), st.lists(_WORDS, max_size=30).map("".join))
_PATHS = st.one_of(
    st.sampled_from([PERSON, DAY, "People/@Ada.md", "02.05.2026.md", "Doe, Jane.md", "", "/", ".md", "@.md", "___.md"]),
    st.text(max_size=20),
)


def _yaml(values: dict[str, Any]) -> str:
    """JSON's flow form, which every YAML reader takes; dates of text stay text."""
    return "".join(
        f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in values.items()
    )


@settings(max_examples=100, deadline=None)
@given(path=_PATHS, text=_TEXTS)
def test_no_text_and_no_path_can_stop_the_reading(path: str, text: str) -> None:
    for rules in (RULES, ODD_RULES):
        entry = build_entry(path, text, rules)
        assert entry.path == path
        assert all(problem.line >= 1 for problem in entry.problems)


@settings(max_examples=100, deadline=None)
@given(values=st.dictionaries(_KEYS, _VALUES, max_size=6), body=_TEXTS, path=_PATHS)
def test_no_values_can_stop_the_reading(values: dict[str, Any], body: str, path: str) -> None:
    for rules in (RULES, ODD_RULES):
        build_entry(path, f"---\n{_yaml(values)}---\n{body}", rules)


GOOD = {
    "company": "[[Acme]]",
    "met": "2019-10-04",
    "bday": "04-17",
    "cadence": "6 weeks",
    "tier": "close",
    "email": "ada@example.com",
    "knows": ["[[Ben]]"],
}


@settings(max_examples=100, deadline=None)
@given(key=st.sampled_from(sorted(GOOD)), value=_VALUES)
def test_one_broken_value_changes_no_other_field(key: str, value: Any) -> None:
    whole = read(contact("", f"type: contact\n{_yaml(GOOD)}")).record
    broken = read(contact("", f"type: contact\n{_yaml(GOOD | {key: value})}")).record
    assert isinstance(whole, Contact)
    assert isinstance(broken, Contact)
    field = {"bday": "birthday"}.get(key, key)
    others = [name for name in Contact.__dataclass_fields__ if name != field]
    assert [getattr(broken, name) for name in others] == [getattr(whole, name) for name in others]


def test_spellings_beyond_the_memory_are_read_all_the_same() -> None:
    """A hostile vault may have any number of keys: they are no longer remembered, but still read."""
    for number in range(10_050):
        assert CONTACT_KEYS[f"no such key {number}x"] is None
        assert FOLDED_KEYS[f"Key {number}x"] == f"key{number}x"
    assert max(len(CONTACT_KEYS), len(FOLDED_KEYS)) <= 10_000
    assert (CONTACT_KEYS["E_Mail"], FOLDED_KEYS["Last Contact"]) == ("email", "lastcontact")
    CONTACT_KEYS.clear()
    FOLDED_KEYS.clear()


_SIZE = 40_000
HOSTILE = {
    "blanks before a tag": "- 2026-05-02 x" + " " * _SIZE + "#gave",
    "blanks before a colon": "- 2026-05-02 x" + " " * _SIZE + "y",
    "links in a paragraph": "[[a]]" * (_SIZE // 5),
    "many names in a line": "".join(f"[[{number}]]" for number in range(_SIZE // 8)),
    "placeholders in code": "`{{x}}` " * (_SIZE // 8),
    "placeholders that never end": "<% " * (_SIZE // 3),
    "comments": "- 2026-05-02 call: %%x%%\n" * (_SIZE // 24),
    "nested lines": "- 2026-05-02 call: x\n" + "  - y #z\n" * (_SIZE // 8),
    "dated headings": "## Log\n" + "### 2026-05-02 - call\n" * (_SIZE // 22),
    "headings of facts": "## Facts\n- 2026-05-02 a: b\n" * (_SIZE // 26),
    "fields": "a:: b\n" * (_SIZE // 6),
    "tags": "#a " * (_SIZE // 3),
    "tasks": "- [ ] [[a]] 📅 2026-02-30\n" * (_SIZE // 25),
    "tables": "/---contact---/\n" + "| a | b |\n" * (_SIZE // 10) + "/---contact---/",
    "half a table": "/---contact---/\n" + "|" * _SIZE + "/---contact---/",
    "cards": "```contact-card\n" * (_SIZE // 16),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("path", [PERSON, DAY])
def test_a_hostile_note_takes_no_more_than_its_length(name: str, path: str) -> None:
    """Whatever goes with the square of the length would take minutes."""
    start = time.perf_counter()
    for rules in (RULES, ODD_RULES):
        build_entry(path, contact(HOSTILE[name], "type: contact" if path == PERSON else "x: 1"), rules)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "value", ["[[a]], " * 8_000, " " * _SIZE + "x", "a," * 20_000, "@" * _SIZE, "(" * _SIZE, "[" * _SIZE]
)
def test_a_hostile_value_takes_no_more_than_its_length(value: str) -> None:
    start = time.perf_counter()
    keys = "".join(
        f"{key}: {json.dumps(value)}\n" for key in ("knows", "email", "company", "birthday", "aliases", "met", "with")
    )
    build_entry(PERSON, contact("", f"type: contact\n{keys}"), RULES)
    build_entry("M.md", contact("", f"type: meeting\n{keys}"), RULES)
    assert time.perf_counter() - start < 5
