"""What a row adds to a note that is there: what is missing, and never over what is said."""

from datetime import date

from vaultnet.exchange.draft import Draft, PositionDraft
from vaultnet.exchange.merging import Difference, Gain, merge, whole
from vaultnet.model.contact import Contact, Position
from vaultnet.model.dates import PartialDate
from vaultnet.model.ref import Ref

TODAY = date(2026, 6, 15)
ADA = Contact(
    "Ada", company=(Ref("Acme", "Acme"),), role="Engineer", email=("ada@x.example",), birthday=PartialDate(1985, 4, 17)
)


def test_what_is_missing_is_gained_and_what_is_said_is_not_said_again() -> None:
    draft = Draft(1, "Ada", company=("Acme Inc.",), email=("ADA@x.example", "ada@y.example"), location="Utrecht")
    assert merge(draft, ADA, TODAY).gains == (Gain("location", "=", "Utrecht"), Gain("email", "+=", "ada@y.example"))


def test_another_job_becomes_a_dated_position_once() -> None:
    draft = Draft(1, "Ada", company=("Northwind",), role="Lead")
    merged = merge(draft, ADA, TODAY)
    assert merged.gains == (Gain("positions", "+=", {"company": "Northwind", "role": "Lead", "from": "2026-06-15"}),)
    known = Contact(
        "Ada", company=ADA.company, role="Engineer", positions=(Position(Ref("Northwind", ""), "Lead", "", ""),)
    )
    assert merge(draft, known, TODAY).gains == ()


def test_another_role_at_the_same_place_is_a_position_too() -> None:
    draft = Draft(1, "Ada", company=("Acme",), role="Lead")
    assert merge(draft, ADA, TODAY).gains[0].value == {"company": "Acme", "role": "Lead", "from": "2026-06-15"}


def test_another_role_is_a_position_where_no_company_is_known() -> None:
    merged = merge(Draft(1, "Ada", role="Lead"), Contact("Ada", role="Engineer"), TODAY)
    assert merged.gains == (Gain("positions", "+=", {"role": "Lead", "from": "2026-06-15"}),)


def test_where_the_row_is_preferred_the_old_job_ends() -> None:
    draft = Draft(1, "Ada", company=("Northwind",), role="Lead")
    assert merge(draft, ADA, TODAY, prefer={"company"}).gains == (
        Gain("positions", "+=", {"company": "Acme", "role": "Engineer", "to": "2026-06-15"}),
        Gain("company", "=", "Northwind"),
        Gain("role", "=", "Lead"),
    )


def test_a_disagreement_is_told_and_left() -> None:
    draft = Draft(1, "Ada", birthday=PartialDate(1985, 4, 18))
    merged = merge(draft, ADA, TODAY)
    assert merged.gains == ()
    assert merged.differences == (Difference("birthday", "1985-04-17", "1985-04-18"),)
    assert merge(draft, ADA, TODAY, prefer={"birthday"}).gains == (Gain("birthday", "=", "1985-04-18"),)


def test_the_last_contact_only_moves_forward() -> None:
    draft = Draft(1, "Ada", last_contact=date(2026, 3, 1))
    assert merge(draft, ADA, TODAY).gains == (Gain("last-contact", "=", "2026-03-01"),)
    assert merge(draft, ADA, TODAY, newest_touch=date(2026, 4, 1)).gains == ()


def test_a_new_note_says_each_thing_once_in_the_order_of_the_guide() -> None:
    draft = Draft(
        1, "Ada", email=("a@x.example",), company=("Acme", "Northwind"), tags=("my friends", "2024", "risk"),
        positions=(PositionDraft("Old Co", "Clerk", "2010", "2012"),), knows=(("spouse", "Will"), ("sister", "Eve")),
        paused=True,
    )  # fmt: skip
    assert whole(draft) == (
        Gain("tags", "=", ["my-friends", "risk"]),
        Gain("company", "=", ["Acme", "Northwind"]),
        Gain("positions", "=", [{"company": "Old Co", "role": "Clerk", "from": "2010", "to": "2012"}]),
        Gain("email", "=", "a@x.example"),
        Gain("knows", "=", "Eve (sister)"),
        Gain("paused", "=", value=True),
        Gain("spouse", "=", "Will"),
    )


def test_the_uid_of_another_program_is_kept_beside_our_own() -> None:
    draft = Draft(1, "Ada", uid="theirs")
    assert merge(draft, ADA, TODAY).gains == (Gain("uid", "=", "theirs"),)
    ours = Contact("Ada", uid="ours")
    assert merge(draft, ours, TODAY).gains == (Gain("merged-uids", "+=", "theirs"),)
    assert merge(draft, Contact("Ada", uid="ours", merged_uids=("THEIRS",)), TODAY).gains == ()


def test_a_second_employer_is_not_lost() -> None:
    draft = Draft(1, "Ada", company=("Acme", "Northwind"))
    assert merge(draft, ADA, TODAY).gains == (Gain("positions", "+=", {"company": "Northwind"}),)
    known = Contact("Ada", company=ADA.company, positions=(Position(Ref("Northwind", ""), "", "", ""),))
    assert merge(draft, known, TODAY).gains == ()
