"""Who is meant by a row: by the strongest key it has, and never by a guess."""

import pytest

from vaultnet.exchange.draft import Draft
from vaultnet.exchange.matching import Known, find_match, keys_of_draft, keys_of_record

ADA = Draft(1, "Ada Lovelace", company=("Acme B.V.",), email=("ada@x.example",), phone=("+31 6 12345678",))
SAME_NAME = Draft(2, "Ada Lovelace", company=("Northwind",), linkedin="https://linkedin.com/in/other-ada")
BEN = Draft(3, "Ben Byron", uid="1F", linkedin="https://www.linkedin.com/in/ben")
ALONE = Draft(4, "Cleo Nobody")


@pytest.fixture
def known() -> Known:
    found = Known()
    for draft in (ADA, SAME_NAME, BEN, ALONE):
        found.add(f"{draft.line}.md", keys_of_draft(draft, "NL"))
    return found


@pytest.mark.parametrize(
    ("draft", "path", "by"),
    [
        (Draft(9, "Somebody", uid="1f"), "3.md", "uid 1f"),
        (Draft(9, "B. Byron", linkedin="linkedin.com/in/BEN/"), "3.md", "LinkedIn address ben"),
        (Draft(9, "A. Lovelace", email=("ADA@x.example",)), "1.md", "e-mail ada@x.example"),
        (Draft(9, "Lovelace", phone=("06 12345678",)), "1.md", "phone +31612345678"),
        (Draft(9, "Lovelace, Ada", company=("acme",)), "1.md", "name and company"),
        (Draft(9, "Ben Byron"), "3.md", "name, and nothing else is known of one of the two"),
        (Draft(9, "Cleo Nobody", company=("Acme",)), "4.md", "name, and nothing else is known of one of the two"),
        (Draft(9, "Dan New", email=("dan@x.example",)), "", ""),
        (Draft(9, "Ben Byron", linkedin="linkedin.com/in/another-ben"), "", ""),
    ],
)
def test_the_strongest_key_decides(draft: Draft, path: str, by: str, known: Known) -> None:
    match = find_match(keys_of_draft(draft, "NL"), known)
    assert (match.path, match.by, match.candidates) == (path, by, ())


@pytest.mark.parametrize(
    ("draft", "candidates"),
    [
        (Draft(9, "Ada Lovelace"), [("1.md", "has the same name"), ("2.md", "has the same name")]),
        (Draft(9, "Ben Byron", company=("Acme",)), [("3.md", "has the same name")]),
        (Draft(9, "Charles", email=("ada@x.example",)), [("1.md", "has e-mail ada@x.example, under another name")]),
        (Draft(9, "Ada Lovelase", company=("Acme",)), [("1.md", "has nearly the same name, at the same company")]),
    ],
)
def test_what_is_not_sure_is_asked(draft: Draft, candidates: list[tuple[str, str]], known: Known) -> None:
    match = find_match(keys_of_draft(draft, "NL"), known)
    assert (match.path, [tuple(one) for one in match.candidates]) == ("", candidates)


RECORD = {
    "name": "Ada Lovelace", "aliases": [], "company": [{"text": "Acme", "link": ""}], "uid": "a", "merged_uids": ["B"],
    "linkedin": "", "email": ["family@x.example"], "phone": [], "country": "", "not_same_as": [],
}  # fmt: skip


def test_a_note_that_two_went_into_is_known_by_both_uids() -> None:
    known = Known()
    known.add("1.md", keys_of_record(RECORD, ""))
    assert find_match(keys_of_draft(Draft(9, "Somebody", uid="b"), ""), known).path == "1.md"


def test_whom_a_note_tells_apart_is_never_proposed() -> None:
    told = {**RECORD, "not_same_as": [{"text": "https://linkedin.com/in/other-ada", "link": ""}]}
    draft = Draft(9, "Ada Lovelace", company=("Acme",), email=("family@x.example",), linkedin="in/other-ada")
    for record, path in ((RECORD, "1.md"), (told, "")):
        known = Known()
        known.add("1.md", keys_of_record(record, ""))
        assert find_match(keys_of_draft(draft, ""), known).path == path


def test_two_programs_give_one_person_two_uids_one_address_book_does_not() -> None:
    known = Known()
    known.add("Ada.md", keys_of_draft(Draft(1, "Ada Lovelace", uid="ours", company=("Acme",)), ""))
    theirs = keys_of_draft(Draft(2, "Ada Lovelace", uid="theirs", company=("Acme",)), "")
    assert find_match(theirs, known).path == "Ada.md"
    known.fresh.add("Ada.md")
    assert find_match(theirs, known) == ("", "", ())


def test_a_uid_tells_nothing_of_somebody_of_whom_only_the_name_is_known() -> None:
    known = Known()
    bare = {**RECORD, "name": "Greta Holm", "company": [], "email": []}
    known.add("Greta.md", keys_of_record(bare, ""))
    match = find_match(keys_of_draft(Draft(2, "Greta Holm", uid="theirs", email=("greta@example.com",)), ""), known)
    assert (match.path, match.by) == ("Greta.md", "name, and nothing else is known of one of the two")
