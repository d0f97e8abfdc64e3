"""Something to pass on: what is about all of an interest, once, the newest first."""

from typing import Any

import pytest

from tests.practice.networks import network
from tests.practice.people import day, someone
from vaultnet.model.giving import Article, Giving, Interest
from vaultnet.model.network import Touch
from vaultnet.model.settings import Settings
from vaultnet.practice.give_proposed import give_key, origin_of_article
from vaultnet.practice.pass_on import PassOn, build_pass_on

TODAY = day("2026-06-15")
ADA = someone("Ada", last="2026-01-01")
OWLS = Article("Owls.md", "Owls are back", ("birds", "barn owls"), "2026-06-01")


def passed(*articles: Article, interest: str = "barn owls", ada: Any = ADA, **fields: Any) -> tuple[PassOn, ...]:
    proposed = fields.pop("proposed", {})
    giving = Giving(interests=(Interest(ADA.path, interest),), articles=articles, proposed=proposed)
    return build_pass_on(giving, network(ada, **fields), Settings(), TODAY)


@pytest.mark.parametrize(
    ("interest", "fits"),
    [("barn owls", True), ("the barn owl", True), ("birds", True), ("river birds", False), ("owls", True), ("", False)],
)
def test_a_topic_has_all_words_of_an_interest(interest: str, fits: bool) -> None:
    assert bool(passed(OWLS, interest=interest)) is fits


def test_an_article_once_and_the_newest_first() -> None:
    older = Article("Old.md", "Owls in 1990", ("barn owls", "owls, barn"), "2020-01-01")
    undated = Article("Undated.md", "Owls", ("barn owls",))
    assert [one.article.path for one in passed(undated, older, OWLS)] == ["Owls.md", "Old.md", "Undated.md"]


@pytest.mark.parametrize(
    "ada",
    [
        someone("Ada"),
        someone("Ada", last="2026-01-01", paused=True),
        someone("Ada", last="2026-01-01", status="deceased"),
        someone("Ben", last="2026-01-01"),
    ],
)
def test_for_whom_there_is_nothing(ada: Any) -> None:
    assert passed(OWLS, ada=ada) == ()


def test_what_they_have_is_not_passed_on_again() -> None:
    sent = Touch(day("2026-06-02"), "", "email", 1, "to", "sent her “Owls are back”", ("gave",), "log", ADA.path, 1)
    assert passed(OWLS, touches={ADA.path: (sent,)}) == ()
    earlier = day("2026-06-03")
    key = give_key(earlier, ADA, origin_of_article("Owls.md"))
    assert passed(OWLS, proposed={ADA.path: ((earlier, key),)}) == ()


def test_a_contact_is_no_article_for_themselves() -> None:
    assert passed(OWLS._replace(path=ADA.path)) == ()
