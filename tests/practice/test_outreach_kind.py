import pytest

from vaultnet.model.settings import DEFAULT_KINDS, Kind
from vaultnet.practice.outreach_kind import choose_kind, usual_minutes


@pytest.mark.parametrize(
    ("channel", "last_kinds", "kind", "minutes", "reason"),
    [
        # The contact's channel, in any of its forms, unless it was the last kind.
        ("email", (), "email", 4, "channel"),
        ("E-Mail", ("call",), "email", 4, "channel"),
        ("phone", ("email",), "call", 5, "channel"),
        ("letter", ("coffee",), "letter", 10, "channel"),
        ("email", ("email",), "call", 5, "variety"),
        ("call", ("call", "email"), "email", 4, "variety"),
        # Without one: a call after something written, something written after anything else.
        ("", (), "email", 4, "variety"),
        ("carrier pigeon", (), "email", 4, "variety"),
        ("", ("message",), "call", 5, "variety"),
        ("", ("coffee",), "email", 4, "variety"),
        ("", ("mention",), "email", 4, "variety"),
        ("", ("unheard of",), "email", 4, "variety"),
        # A tie that is only ever written gets a coffee suggested (P14).
        ("email", ("email", "card", "message"), "coffee", 4, "only_written"),
        ("email", ("email", "card"), "call", 5, "variety"),
        ("email", ("email", "call", "email"), "call", 5, "variety"),
        ("", ("email", "mention", "email"), "call", 5, "variety"),
    ],
)
def test_how_to_reach_out(channel: str, last_kinds: tuple[str, ...], kind: str, minutes: int, reason: str) -> None:
    assert choose_kind(channel, last_kinds, DEFAULT_KINDS) == (kind, minutes, reason)


def test_the_touch_plan_goes_before_everything() -> None:
    assert choose_kind("email", ("card",) * 3, DEFAULT_KINDS, planned="card") == ("card", 10, "plan")
    assert choose_kind("email", (), DEFAULT_KINDS, planned="serenade").reason == "channel"


def test_a_vault_in_another_language_has_other_kinds() -> None:
    kinds = {"brief": Kind("brief", ("brief",), 1, 12), "anruf": Kind("anruf", ("anruf",), 2, 6)}
    assert choose_kind("", (), kinds).name == "brief"
    assert choose_kind("", ("brief",), kinds).name == "anruf"
    assert choose_kind("", ("brief",) * 3, kinds).name == "brief"  # nothing in person: the first there is
    assert choose_kind("", (), {}) == ("", 0, "variety")


@pytest.mark.parametrize(("channel", "minutes"), [("", 4.5), ("email", 4.5), ("letter", 7.5), ("coffee", 4)])
def test_a_touch_takes_so_long_on_average(channel: str, minutes: float) -> None:
    assert usual_minutes(channel, DEFAULT_KINDS) == minutes
