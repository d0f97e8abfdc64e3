"""One note of two: no line and no value is lost, and nothing that both say stands twice."""

import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vaultnet.edits.merge_body import merge_bodies
from vaultnet.edits.merge_notes import merge_notes
from vaultnet.edits.merge_properties import MergeContext
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.text.document import parse_document
from vaultnet.text.frontmatter import parse_frontmatter
from vaultnet.text.problem import Refused
from vaultnet.text.yaml_value import Value
from vaultnet.text.yaml_writer import render_entry

RULES = build_rules(Settings())
CONTEXT = MergeContext("contact", RULES, lambda _, key: key, ("Ada Lovelace",), ("A. Byron",), "NL")
TITLES = frozenset({"ada lovelace", "a byron"})


def note(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def merged(ours: str, theirs: str) -> str:
    text = merge_notes(f"---\n{note(ours)}---\n", f"---\n{note(theirs)}---\n", CONTEXT).text
    return text.replace("aliases:\n  - A. Byron\n", "", 1).removeprefix("---\n").replace("---\n", "", 1)


@pytest.mark.parametrize(
    ("ours", "theirs", "result"),
    [
        ("tier: close\n", "tier: Close\n", "tier: close\n"),
        ("tier: close\n", "met: 2020-01-01\n", "tier: close\nmet: 2020-01-01\n"),
        ("tier: close\n", "tier: wide\n", "tier: close\n\n## From A. Byron\n- tier: wide\n"),
        ("email: a@x.nl\n", "e-mail: [A@x.nl, b@x.nl]\n", "email:\n  - a@x.nl\n  - b@x.nl\n"),
        ("phone: 06 12345678\n", "phone: '+31612345678'\n", "phone: 06 12345678\n"),
        ("tags: [a]\n", "tags: b a\n", "tags: [a, b]\n"),
        ("uid: one\n", "uid: two\n", "uid: one\nmerged-uids:\n  - two\n"),
        ("uid: one\nmerged-uids: [x]\n", "uid: two\nmerged-uids: [y]\n", "uid: one\nmerged-uids: [x, two, y]\n"),
        ("tier: close\n", "uid: two\n", "tier: close\nuid: two\n"),
        ("company: Acme B.V.\nrole: Head\n", "company: '[[Acme]]'\nrole: head\n", "company: Acme B.V.\nrole: Head\n"),
        (
            "company: Acme\nrole: Head\n",
            "company: '[[Northwind]]'\nrole: Actuary\n",
            'company: Acme\nrole: Head\npositions:\n  - company: "[[Northwind]]"\n    role: Actuary\n',
        ),
        (
            "company: Acme\nrole: Head\n",
            "role: Actuary\n",
            "company: Acme\nrole: Head\npositions:\n  - company: Acme\n    role: Actuary\n",
        ),
        ("company: Acme\n", "company: Acme\nrole: Head\n", "company: Acme\nrole: Head\n"),
        ("company: Acme\n", "company: [[Zeta]]\n", 'company: Acme\npositions:\n  - company: "[[Zeta]]"\n'),
        ("role: Head\n", "company: Acme\n", "role: Head\ncompany: Acme\n"),
        ("private: false\n", "private: true\n", "private: true\n\n## From A. Byron\n- private: false\n"),
        (
            "last-contact: 2024-01-01\n",
            "last-contact: 2025-01-01\n",
            "last-contact: 2025-01-01\n\n## From A. Byron\n- last-contact: 2024-01-01\n",
        ),
        ("spouse: '[[A. Byron]]'\n", "friends: ['[[Ada Lovelace]]', '[[Ben]]']\n", 'friends:\n  - "[[Ben]]"\n'),
        ("custom: {a: 1}\n", "custom: {b: 2}\n", "custom: {a: 1}\n\n## From A. Byron\n- custom: b: 2\n"),
        ("needs: [[Ben]]\n", "needs: tea\n", "needs: [[Ben]]\n\n## From A. Byron\n- needs: tea\n"),
        ("aliases: [Ada]\n", "aliases: [Countess, ada]\n", "aliases: [Ada, A. Byron, Countess]\n"),
        ("tier: close\n", "aliases: a, b\n", "tier: close\n  - a\n  - b\n"),
        ("needs: [tea]\n", "needs: [Tea, '']\ntier:\n", "needs: [tea]\n"),
        ("spouse: ['[[A. Byron]]', '[[Ben]]']\n", "spouse: '[[Ben]]'\n", "spouse: ['[[Ben]]']\n"),
        ("tier: close\n", "knows: '[[Ada Lovelace]]'\n", "tier: close\n"),
        ("tier: close\n", "name: Augusta Byron\n", "tier: close\n  - Augusta Byron\n"),
    ],
)
def test_properties(ours: str, theirs: str, result: str) -> None:
    assert merged(ours, theirs) == result


OURS = note("""
    # Ada Lovelace
    Numbers and horses.

    ## Log
    - 2026-06-01 coffee
      - she moves
    - 2026-01-01 call

    ## Notes
    tea
""")


@pytest.mark.parametrize(
    ("theirs", "result"),
    [
        ("Numbers and horses.\n", OURS),
        ("Met in Delft.\n", OURS.replace("horses.\n", "horses.\n\nMet in Delft.\n")),
        (
            "## Log\n- 2026-03-01 mail\n- 2026-06-01 coffee\n- 2025-01-01 first\n",
            OURS.replace("- 2026-01", "- 2026-03-01 mail\n- 2026-01").replace("call\n", "call\n- 2025-01-01 first\n"),
        ),
        (
            "## log\n* 2026-06-01 coffee\n- 2026-06-01 coffee\n  - to Delft\n",
            OURS.replace("moves\n", "moves\n  - to Delft\n* 2026-06-01 coffee\n"),
        ),
        ("# A. Byron\nA poet.\n## Notes\ntea\n", f"{OURS}\n# A. Byron\nA poet.\n"),
        ("## Notes\ncoffee\n\n## Life\n### Youth\nx\n", f"{OURS}\ncoffee\n\n## Life\n### Youth\nx\n"),
        ("- [ ] call her\n", OURS.replace("horses.\n", "horses.\n\n- [ ] call her\n")),
        ("## Log\r\n- 2026-03-01 mail\r\n", OURS.replace("- 2026-01", "- 2026-03-01 mail\n- 2026-01")),
    ],
)
def test_bodies(theirs: str, result: str) -> None:
    assert merge_bodies(OURS, theirs, TITLES) == result


def test_an_empty_note_takes_all() -> None:
    assert merge_bodies("", "Hello\n\n## Log\n- 2026-07-02 call", TITLES) == "Hello\n\n## Log\n- 2026-07-02 call\n"
    assert merge_bodies("", "## Log\n- 2026-07-02 call", TITLES) == "## Log\n- 2026-07-02 call\n"
    assert merge_bodies(OURS, "", TITLES) == OURS


def test_a_log_that_grows_downwards_goes_on_doing_so() -> None:
    ours = "## Log\n- 2024-01-01 a\n- 2025-01-01 b\n\n## Notes\n"
    theirs = "## Log\n- 2024-06-01 x\n- 2026-01-01 y\n- 2023-01-01 w\n"
    after = "## Log\n- 2023-01-01 w\n- 2024-01-01 a\n- 2024-06-01 x\n- 2025-01-01 b\n- 2026-01-01 y\n\n## Notes\n"
    assert merge_bodies(ours, theirs, TITLES) == after


def test_of_a_block_that_both_have_the_words_are_kept() -> None:
    block = "<!-- vaultnet:brief -->\n- {}\n<!-- /vaultnet:brief -->\n"
    after = merge_bodies(block.format("one"), block.format("two"), TITLES)
    assert (after.count("vaultnet:brief"), "- one" in after, "- two" in after) == (2, True, True)


@pytest.mark.parametrize(
    "broken", ["```\nnever closed\n", "%%\nnever closed\n", "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n"]
)
@pytest.mark.parametrize("is_ours", [True, False])
def test_a_note_in_which_what_is_added_would_not_be_read_is_refused(broken: str, is_ours: bool) -> None:
    sides = (broken, "## Log\n- 2026-01-01 a\n")
    with pytest.raises(Refused):
        merge_bodies(*(sides if is_ours else sides[::-1]), TITLES)


WORDS = st.sampled_from(["tea", "coffee", "[[Ben]]", "Ada Lovelace", "`x`", "1. one", "a  b"])
LINES = st.one_of(
    st.builds(lambda day, words: f"- 2026-0{day}-01 {words}", st.integers(1, 9), WORDS),
    st.builds("- [ ] {}".format, WORDS),
    st.builds("  - {}".format, WORDS),
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###"]), st.sampled_from(["Log", "Notes", "A. Byron", "x"])),
    st.sampled_from(["", "```\n# no heading\n```", "> quoted", "---", "text\n===", "| a |\n|---|", "<div>", "</div>"]),
    WORDS,
)
BODIES = st.builds(lambda lines, end: "\n".join(lines) + end, st.lists(LINES, max_size=12), st.sampled_from(["", "\n"]))


@given(BODIES, BODIES)
@example("# Notes", "# Notes\n```\n# no heading\n```")  # the heading is our last line, and has no end
def test_no_line_is_lost_and_twice_is_once(ours: str, theirs: str) -> None:
    try:
        after = merge_bodies(f"\n{ours}", f"\n{theirs}", TITLES)
    except Refused:
        return
    lines = [line.strip() for line in after.split("\n")]
    said = {line.strip().lstrip("# ") for line in f"{ours}\n{theirs}".split("\n")}
    assert said <= {"", *(line.lstrip("# ") for line in lines)}
    own = iter(lines)
    assert all(line.strip() in own for line in ours.split("\n") if line.strip())  # in their order
    headings = [heading.text for heading in parse_document(after).headings]
    both = [h.text for text in (ours, theirs) for h in parse_document(f"\n{text}").headings]
    assert set(headings) == set(both)


VALUES = st.one_of(
    st.sampled_from(["close", "wide", "Acme", "[[Ben]]", "", "2020-01-01", "a: b", "12"]),
    st.integers(0, 9),
    st.booleans(),
    st.lists(st.sampled_from(["tea", "[[Ben]]", "x, y", "Tea"]), max_size=3),
)
KEYS = st.sampled_from(["tier", "company", "role", "email", "needs", "uid", "custom", "birthday", "website"])


def written(values: dict[str, Value]) -> str:
    return "".join(("---\n", *(f"{render_entry(key, value)}\n" for key, value in values.items()), "---\n"))


@given(st.dictionaries(KEYS, VALUES), st.dictionaries(KEYS, VALUES))
def test_no_value_is_lost(ours: dict[str, Value], theirs: dict[str, Value]) -> None:
    try:
        after = merge_notes(written(ours), written(theirs), CONTEXT).text
    except Refused:
        return
    assert all(key in parse_frontmatter(after).values for key in ours)
    for value in (*ours.values(), *theirs.values()):
        for item in value if isinstance(value, list) else [value]:
            assert str(item).lower() in after.lower()
