"""Who must do what next in an introduction: a table of the states, for me, by me, and by others."""

import pytest

from tests.practice.histories import network_of
from tests.practice.networks import network
from tests.practice.people import day, someone
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Network, Promise
from vaultnet.model.settings import Settings
from vaultnet.model.standing import Standing
from vaultnet.practice.introductions import NextMove, next_move, next_moves, promised_introductions, wanted_person

TODAY = day("2026-06-15")  # a Monday


def parties(names: str) -> tuple[Party, ...]:
    return tuple(Party(f"People/{name}.md", name, True) for name in names.split())


def introduction(status: str, *log: str, source: str = "", to: str = "Zoe", via: str = "Ben") -> KnownIntroduction:
    """`log` are lines as in the note: `2026-06-01 asked him`."""
    lines = tuple(DatedLine(9, day(line[:10]), "", line[11:]) for line in log)
    return KnownIntroduction(f"{status}.md", status, parties(source), parties(to), parties(via), status, None, lines)


def move_of(one: KnownIntroduction, today: str = "2026-06-15", *people: Standing) -> NextMove:
    return next_move(one, network(*people), Settings(), day(today))


def told(move: NextMove) -> tuple[str, str, str, str]:
    """step, whose, with whom, by when."""
    whose = "mine" if move.is_mine else "theirs" if move.step else ""
    return move.step, whose, " ".join(party.name for party in move.people), str(move.due or "")


FOR_ME = [
    (introduction("wanted"), ("ask", "mine", "Ben", "")),
    (introduction("wanted", via=""), ("find", "mine", "Zoe", "")),
    (introduction("asked", "2026-06-10 by mail"), ("answer", "theirs", "Ben", "2026-06-17")),
    (introduction("asked", "2026-06-01 by mail"), ("remind", "mine", "Ben", "2026-06-08")),
    (introduction("asked"), ("answer", "theirs", "Ben", "")),
    (introduction("agreed", "2026-06-10 she says yes"), ("make", "theirs", "Ben", "2026-06-24")),
    (introduction("agreed", "2026-05-01 she says yes"), ("remind", "mine", "Ben", "2026-05-15")),
    (introduction("made", "2026-06-12 made"), ("thank", "mine", "Ben", "2026-06-15")),
    (introduction("thanked", "2026-05-01 made", "2026-05-02 thanked"), ("tell", "mine", "Ben", "2026-06-02")),
    (introduction("thanked", "2026-05-02 thanked", "2026-06-01 outcome: a project"), ("", "", "", "")),
    (introduction("thanked", "2025-05-02 thanked"), ("", "", "", "")),
    (introduction("thanked"), ("", "", "", "")),
    (introduction("declined", "2026-06-10 no"), ("", "", "", "")),
    (introduction("wanted", source="Zoe", to=""), ("ask", "mine", "Ben", "")),
    (introduction("wanted", to=""), ("", "", "", "")),
]
BY_ME = [
    (introduction("wanted", source="Ada", via=""), ("ask_both", "mine", "Zoe Ada", "")),
    (introduction("asked", "2026-06-12 both", source="Ada", via=""), ("answer", "theirs", "Zoe Ada", "2026-06-19")),
    (introduction("agreed", "2026-06-12 both", source="Ada", via=""), ("introduce", "mine", "Zoe Ada", "2026-06-15")),
    (introduction("made", "2026-05-12 made", source="Ada", via=""), ("ask_outcome", "mine", "Zoe Ada", "2026-06-12")),
    (introduction("thanked", "2026-05-12 made", source="Ada", via=""), ("", "", "", "")),
]
BY_OTHERS = [
    (introduction("wanted", source="Ada"), ("ask", "mine", "Ben", "")),
    (introduction("agreed", "2026-06-12 yes", source="Ada"), ("make", "theirs", "Ben", "2026-06-26")),
    (introduction("made", "2026-06-12 yes", source="Ada"), ("", "", "", "")),
]


@pytest.mark.parametrize(("one", "expected"), [*FOR_ME, *BY_ME, *BY_OTHERS])
def test_what_comes_next(one: KnownIntroduction, expected: tuple[str, str, str, str]) -> None:
    assert told(move_of(one)) == expected


def test_what_is_theirs_becomes_mine_on_its_day() -> None:
    one = introduction("asked", "2026-06-10 by mail")
    assert [move_of(one, f"2026-06-{number}").step for number in (16, 17)] == ["answer", "remind"]


ASKED_IN_JUNE = (
    "2026-06-01 email to: an introduction to Zoe? #asked",
    "2026-06-08 email",
    "2026-06-17 call: voicemail",
)


@pytest.mark.parametrize(
    ("history", "today", "expected"),
    [
        (ASKED_IN_JUNE, "2026-06-24", ("remind", "mine", "Ada", "2026-06-24")),
        # the ladder that they are on says when to ask again, and when to leave it
        ((*ASKED_IN_JUNE, "2026-07-01 letter"), "2026-07-20", ("answer", "theirs", "Ada", "2026-10-01")),
        ((*ASKED_IN_JUNE, "2026-07-01 letter"), "2027-07-20", ("answer", "theirs", "Ada", "")),
    ],
)
def test_nobody_whose_ladder_rests_is_asked_once_more(
    history: tuple[str, ...], today: str, expected: tuple[str, ...]
) -> None:
    one = introduction("asked", "2026-06-01 by mail", via="Ada")
    assert told(next_move(one, network_of(*history), Settings(), day(today))) == expected


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("2026-06-12 email to: the shortest letter #thanked", ("tell", "mine", "Ada", "2026-07-12")),
        ("2026-06-12 email to: about boats", ("thank", "mine", "Ada", "2026-06-15")),
        ("2026-06-01 email to: for the soup #thanked", ("thank", "mine", "Ada", "2026-06-15")),
    ],
)
def test_thanks_in_the_log_need_not_be_said_twice(log: str, expected: tuple[str, ...]) -> None:
    one = introduction("made", "2026-06-12 made", via="Ada")
    assert told(next_move(one, network_of(log), Settings(), TODAY)) == expected


def test_what_came_of_it_settles_no_thanks_and_asks_for_none_anew() -> None:
    one = introduction("made", "2026-05-12 made", "2026-06-10 outcome: a table for two", via="Ada")
    thanked = network_of("2026-05-13 email to: the shortest letter #thanked")
    moves = [next_move(one, known, Settings(), TODAY).step for known in (network_of(), thanked)]
    assert moves == ["thank", ""]


def test_nothing_is_asked_of_the_dead() -> None:
    ben, zoe = someone("Ben", status="deceased"), someone("Zoe", status="archived")
    assert told(move_of(introduction("wanted"), "2026-06-15", ben)) == ("find", "mine", "Zoe", "")
    assert told(move_of(introduction("wanted"), "2026-06-15", zoe)) == ("", "", "", "")
    assert told(move_of(introduction("wanted", source="Ada"), "2026-06-15", ben)) == ("", "", "", "")


def test_another_mail_to_them_begins_the_wait_anew() -> None:
    ben = someone("Ben", last="2026-06-10")
    one = introduction("asked", "2026-06-01 by mail")
    assert told(move_of(one, "2026-06-15", ben)) == ("answer", "theirs", "Ben", "2026-06-17")


def test_the_earliest_day_first_then_any_day_then_what_is_done() -> None:
    many = [
        introduction("declined", "2026-06-10 no"),
        introduction("wanted"),
        introduction("agreed", "2026-06-12 yes", source="Ada", via=""),
        introduction("thanked", "2026-01-02 thanked"),
        introduction("asked", "2026-06-01 by mail"),
    ]
    moves = next_moves(many, Network((), {}, {}), Settings(), TODAY)
    assert [move.introduction.status for move in moves] == ["asked", "agreed", "wanted", "thanked", "declined"]


def test_whom_i_am_to_meet() -> None:
    assert wanted_person(introduction("wanted")) == parties("Zoe")[0]
    assert wanted_person(introduction("wanted", source="Ada")) is None
    assert wanted_person(introduction("wanted", to="")) is None


def test_promises_that_speak_of_an_introduction() -> None:
    def promise(text: str, due: str = "", *, is_waiting: bool = False) -> Promise:
        return Promise("Ada.md", 3, text, day(due) if due else None, None, None, None, is_waiting, ("Ada.md",))

    promises = [
        promise("Introduce [[Ada]] to [[Zoe]]"),
        promise("the introductory course", "2026-06-01"),
        promise("an intro for Ben", "2026-07-01"),
        promise("introduce me", is_waiting=True),
    ]
    assert promised_introductions(promises, Settings()) == (promises[2], promises[0])
    assert promised_introductions(promises, Settings(kinds={})) == ()
