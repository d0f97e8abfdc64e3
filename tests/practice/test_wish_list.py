"""The next step towards each of the people I would like to meet: an introduction, a way, the cold ladder."""

from dataclasses import replace

from tests.practice.histories import touches_of
from tests.practice.people import day, someone
from vaultnet.model.dated_line import DatedLine
from vaultnet.model.known_introduction import KnownIntroduction, Party
from vaultnet.model.network import Network
from vaultnet.model.settings import Settings
from vaultnet.model.tie import Tie
from vaultnet.practice.wish_list import WishList, WishNeeds, WishStep, wish_steps

TODAY = day("2026-06-15")  # a Monday
ZOE = Party("People/Zoe.md", "Zoe", True)
BEN = Party("People/Ben.md", "Ben", True)
STRANGER = Party("rasmus thielen", "Rasmus Thielen", False)
KNOWS_ZOE: dict[str, tuple[Tie, ...]] = {ZOE.person: (Tie(BEN.person, "knows", None),)}


def network_of(*zoe: str, status: str = "") -> Network:
    """Zoe with a log of hers, and Ben, with whom I had coffee."""
    log, coffee = touches_of(zoe, ZOE.person), touches_of(["2026-06-01 coffee: a talk"], BEN.person)
    people = (
        someone("Zoe", status=status)._replace(last=log[0].day if log else None),
        someone("Ben", last="2026-06-01"),
    )
    return Network(people, {ZOE.person: log, BEN.person: coffee}, {})


def towards(status: str, *, wish: Party = ZOE) -> KnownIntroduction:
    return KnownIntroduction(f"{status}.md", status, (), (wish,), (BEN,), status, day("2026-06-12"), ())


def steps(
    *wishes: Party, network: Network | None = None, ties: dict[str, tuple[Tie, ...]] | None = None,
    introductions: tuple[KnownIntroduction, ...] = (),
) -> WishList:  # fmt: skip
    needs = WishNeeds(replace(network or network_of(), ties=ties or {}), introductions, Settings(), TODAY)
    return wish_steps(wishes or (ZOE,), needs)


def only(found: WishList) -> WishStep:
    (step,) = found.now
    return step


def test_an_introduction_under_way_goes_on() -> None:
    step = only(steps(introductions=(towards("asked"),), ties=KNOWS_ZOE))
    assert (step.step, step.move and step.move.step, step.due) == ("introduction", "answer", day("2026-06-19"))
    assert [path.hops[0].person for path in step.paths] == [BEN.person]


def test_somebody_who_knows_them_is_asked() -> None:
    step = only(steps(ties=KNOWS_ZOE))
    assert (step.step, step.paths[0].hops[0].person, step.due) == ("path", BEN.person, None)


def test_whoever_declined_is_not_asked_again() -> None:
    step = only(steps(ties=KNOWS_ZOE, introductions=(towards("declined"),)))
    assert (step.step, step.kind, step.due, step.then) == ("cold", "letter", TODAY, "call")


def test_an_introduction_without_a_way_finds_one() -> None:
    alone = towards("wanted")._replace(via=())
    assert only(steps(ties=KNOWS_ZOE, introductions=(alone,))).step == "path"


def test_a_stranger_gets_a_letter() -> None:
    step = only(steps(STRANGER))
    assert (step.step, step.kind, step.due, step.then) == ("cold", "letter", TODAY, "call")


def test_after_the_letter_a_call_whatever_ways_there_are() -> None:
    step = only(steps(network=network_of("2026-06-10 letter to: wrote to her"), ties=KNOWS_ZOE))
    assert (step.step, step.kind, step.due, step.then) == ("cold", "call", day("2026-06-19"), "coffee")


def test_the_end_of_the_cold_ladder() -> None:
    tried = ("2026-04-01 letter to: a", "2026-04-14 call: voicemail", "2026-05-04 email to: coffee some day?")
    step = only(steps(network=network_of(*tried)))
    assert (step.step, step.due) == ("rest", day("2026-08-04"))
    long_ago = tuple(f"2025{line[4:]}" for line in tried)
    assert only(steps(network=network_of(*long_ago))).step == "leave"


def test_whoever_has_answered_is_met_and_the_next_takes_the_place() -> None:
    others = tuple(Party(f"person {number}", f"Person {number}", False) for number in range(4))
    found = steps(ZOE, *others, network=network_of("2026-06-10 email from: with pleasure"))
    assert (found.met, [step.wish for step in found.now], found.later) == ((ZOE,), list(others[:3]), others[3:])


def test_whoever_i_was_introduced_to_is_to_be_met_yet() -> None:
    step = only(steps(introductions=(towards("made"),), ties=KNOWS_ZOE))
    assert (step.step, step.since, step.due, step.paths) == ("meet", day("2026-06-12"), None, ())


def test_an_introduction_that_led_somewhere_is_a_meeting() -> None:
    outcome = DatedLine(9, day("2026-06-14"), "outcome", "we publish together")
    assert steps(introductions=(towards("made")._replace(log=(outcome,)),)).met == (ZOE,)
    assert steps(introductions=(towards("thanked"),)).met == (ZOE,)
    assert steps(introductions=(towards("made"),), network=network_of("2026-06-14 coffee: in Delft")).met == (ZOE,)
    assert steps(STRANGER, introductions=(towards("thanked"),)).met == ()


def test_the_dead_are_no_wish() -> None:
    assert steps(network=network_of(status="deceased")) == WishList((), (), ())


def test_one_at_a_time() -> None:
    needs = WishNeeds(network_of(), (), Settings(), TODAY)
    assert [step.wish for step in wish_steps((ZOE, STRANGER), needs, at_a_time=1).now] == [ZOE]
