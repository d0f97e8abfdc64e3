"""What the notes know for a message to somebody: the view that its template words.

build_message_draft(workspace, "People/Wouter.md", "follow-up", other=None)
->  MessageDraft(first="Wouter", ask=AskSoFar(day=date(2026, 6, 10), ...), ...)
"""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.model.country import find_country
from vaultnet.model.dates import add_days, describe_gap, next_occurrence
from vaultnet.model.giving import MINE, Giving
from vaultnet.model.goals_note import GoalsNote
from vaultnet.model.network import Network, Touch
from vaultnet.model.organization_name import normalise_name
from vaultnet.model.profile import NewPosition
from vaultnet.model.ref import display
from vaultnet.pages.message_draft import AskSoFar, LastTouch, MessageDraft, OtherPerson, Place, Question, Thanks
from vaultnet.practice.asks import open_asks
from vaultnet.practice.follow_up import FollowUp, follow_ups
from vaultnet.practice.giving import build_fits
from vaultnet.practice.greeting import greeting_name, is_formal
from vaultnet.practice.life_mark import call_of
from vaultnet.practice.message_purpose import CONDOLENCE, CONGRATULATE, Occasion
from vaultnet.practice.thanks import thanks_due
from vaultnet.storage.giving import load_giving
from vaultnet.storage.goals import find_goals
from vaultnet.storage.introductions import load_introductions
from vaultnet.storage.lookup import load_properties, load_record
from vaultnet.text.fold import fold
from vaultnet.text.shorten import shorten

_LONGEST_TOPIC = 120  # characters of a log line that a blank shows
_NEW_POSITION = 90  # days for which a start is new
_BIRTHDAY_AHEAD, _BIRTHDAY_BEHIND = 7, 14  # days
_BRACKETS = str.maketrans("[]", "()")


@dataclass(frozen=True)  # no slots: what is derived is worked out once
class DraftFacts:
    """One contact's share of everything, looked up once."""

    workspace: Workspace
    path: str

    @cached_property
    def network(self) -> Network:
        return self.workspace.network()

    @cached_property
    def record(self) -> dict[str, Any]:
        return load_record(self.workspace.connection, self.path)

    @cached_property
    def properties(self) -> dict[str, Any]:
        return load_properties(self.workspace.connection, self.path)

    @cached_property
    def giving(self) -> Giving:
        return load_giving(self.workspace.connection, self.workspace.today, self.workspace.config.settings)

    @cached_property
    def goals(self) -> GoalsNote | None:
        return find_goals(self.workspace.connection, self.workspace.config.settings.goals)

    @cached_property
    def follow_up(self) -> FollowUp | None:
        settings, today = self.workspace.config.settings, self.workspace.today
        found = follow_ups(self.network, settings, today, load_introductions(self.workspace.connection))
        return next((entry for entry in found if entry.contact == self.path and entry.asked), None)

    @cached_property
    def birthday_in(self) -> int | None:
        """Days until the birthday, less than nothing for one that is over for two weeks at most; None: not known."""
        known = next((one.day for one in self.network.profiles[self.path].yearly if one.what == "birthday"), None)
        if known is None:
            return None
        today = self.workspace.today
        return (next_occurrence(known, add_days(today, -_BIRTHDAY_BEHIND)) - today).days

    @cached_property
    def new_position(self) -> NewPosition | None:
        """The newest job that began lately."""
        today = self.workspace.today
        lately = [one for one in self.network.profiles[self.path].positions if _is_lately(one.start, today)]
        return max(lately, key=lambda one: one.start, default=None)

    def life_event(self, *calls: str) -> str:
        """The words of the newest event of late that calls for one of these; of any without one."""
        today = self.workspace.today
        dated = [
            (date(event.day.year, event.day.month, event.day.day), event.words)
            for event in self.giving.events
            if event.contact == self.path and event.day.year
        ]
        past = [(day, words) for day, words in dated if day <= today and (not calls or call_of(words) in calls)]
        return max(past, default=(today, ""))[1]

    def occasion(self) -> Occasion:
        """What is open with them today."""
        standing = self.network.standing_by_path[self.path]
        news = self.life_event() if standing.last is None or self._is_after(standing.last) else ""
        days, ladder = self.birthday_in, self.follow_up
        settings, today = self.workspace.config.settings, self.workspace.today
        return Occasion(
            call_of(news) if news else "",
            days is not None and 0 <= days <= _BIRTHDAY_AHEAD,
            any(one.contact == self.path for one in thanks_due(self.network, settings, today)),
            ladder is not None and ladder.state == "step",
            self.new_position is not None and (standing.last is None or standing.last < self.new_position.start),
        )

    def _is_after(self, last: date) -> bool:
        events = (event.day for event in self.giving.events if event.contact == self.path and event.day.year)
        return any(date(day.year or 1, day.month, day.day) > last for day in events)


def build_message_draft(facts: DraftFacts, purpose: str, other: OtherPerson | None) -> MessageDraft:
    """The view of a message. Raises SettingsError where the settings name a goals note that is none."""
    record, network, me = facts.record, facts.network, facts.workspace.config.settings.me
    news = facts.life_event(*{CONDOLENCE: ("condole",), CONGRATULATE: ("congratulate",)}.get(purpose, ()))
    needs, help_words = _needs(facts)
    days, position = facts.birthday_in, facts.new_position
    ahead = network.ahead.get(facts.path, ())
    return MessageDraft(
        purpose=purpose,
        today=facts.workspace.today,
        name=record["name"],
        first=greeting_name(record["name"], record["aliases"]),
        is_formal=is_formal(record, facts.properties),
        role=record["role"],
        organization=record["company"][0]["text"] if record["company"] else "",
        me=me.name,
        my_first=greeting_name(me.name, ()),
        pitch=_pitch(facts.goals),
        place=_place(facts),
        last=_last(network.touches[facts.path], facts.workspace.today),
        birthday_ago=-days if days is not None and days < 0 else None,
        news=words_of(news),
        news_call=call_of(news) if news else "",
        position_role=position.role if position else "",
        position_company=position.company if position else "",
        needs=needs,
        help=help_words,
        promise=_promise(facts),
        raise_next=tuple(map(words_of, network.raise_next.get(facts.path, ()))),
        question=_question(facts),
        outcome=next((words_of(meeting.outcome) for meeting in ahead if meeting.outcome), ""),
        ask=_ask(facts),
        thanks=_thanks(facts),
        other=other,
    )


def words_of(text: str) -> str:
    """The first line of what a note says, fit to stand in a blank."""
    line = display(text).split("\n")[0].translate(_BRACKETS)
    return shorten(" ".join(line.split()), _LONGEST_TOPIC)


def _is_lately(day: date, today: date) -> bool:
    return add_days(today, -_NEW_POSITION) <= day <= today


def _pitch(goals: GoalsNote | None) -> str:
    text = dict(goals.goals.sections).get("pitch", "") if goals else ""
    return "\n".join(" ".join(line.split()) for line in display(text).split("\n") if line.strip())


def _last(touches: Iterable[Touch], today: date) -> LastTouch | None:
    """The newest touch that was one; a mere mention may have been only about them."""
    for touch in touches:
        if touch.kind != "mention":
            gap = describe_gap(touch.day, today)
            return LastTouch(touch.day, gap, touch.kind, touch.direction == "from", words_of(touch.text))
    return None


def _needs(facts: DraftFacts) -> tuple[tuple[str, ...], str]:
    """What they need, first of it what I could help with, and how."""
    needs = tuple(facts.record["needs"])
    if not needs:
        return (), ""
    fits = build_fits(facts.giving, facts.network, facts.workspace.config.settings, facts.workspace.today)
    mine = next((fit for fit in fits if fit.contact == facts.path and fit.other == MINE), None)
    if mine is None:
        return tuple(map(words_of, needs)), ""
    return tuple(words_of(need) for need in dict.fromkeys((mine.need, *needs))), words_of(mine.resource)


def _place(facts: DraftFacts) -> Place:
    me, theirs, today = facts.workspace.config.settings.me, facts.record["location"], facts.workspace.today
    country = facts.network.standing_by_path[facts.path].country
    if theirs and fold(theirs) == fold(me.location):
        return Place("both", theirs)
    for trip in facts.network.trips:
        if trip.start and trip.end and trip.end >= today and fold(theirs) in map(fold, trip.places):
            return Place("trip", theirs, trip.start, trip.end)
    if country and find_country(me.country) not in {country, None}:
        return Place("far", theirs)
    return Place("theirs", theirs) if theirs else Place("", "")


def _promise(facts: DraftFacts) -> str:
    owed = (one for one in facts.network.promises if facts.path in one.contacts and not one.is_waiting)
    return next((words_of(one.text) for one in owed), "")


def _question(facts: DraftFacts) -> Question | None:
    """About a target where they are or were; else about the first of the targets, and the first role and industry."""
    if facts.goals is None:
        return None
    goals = facts.goals.goals
    theirs = [*facts.record["company"], *(job["company"] for job in facts.record["positions"])]
    own = {normalise_name(ref["text"]) for ref in theirs}
    targets = [target.name for target in facts.goals.targets]
    there = [name for name in targets if normalise_name(name) in own]
    role, industry = (next(iter(words), "") for words in (goals.roles, goals.industries))
    name = next(iter((*there, *targets)), "")
    return Question(name, role, industry, bool(there)) if name or role or industry else None


def _ask(facts: DraftFacts) -> AskSoFar | None:
    """What is open: the ladder knows what was tried; without one, the newest ask that nobody answered."""
    ladder = facts.follow_up
    if ladder and ladder.asked:
        tried = tuple((attempt.kind, attempt.day) for attempt in ladder.tried)
        return AskSoFar(ladder.asked.day, words_of(ladder.asked.text), tried)
    missed = facts.workspace.config.settings.ladder.missed
    asks = open_asks(facts.network.touches[facts.path], missed)
    return AskSoFar(asks[0].day, words_of(asks[0].text), ()) if asks else None


def _thanks(facts: DraftFacts) -> Thanks | None:
    """What is due, else what was received last, where nobody has said thanks for it."""
    due = thanks_due(facts.network, facts.workspace.config.settings, facts.workspace.today)
    favour = next((one.favour for one in due if one.contact == facts.path), None)
    if favour:
        return Thanks(favour.day, favour.what, words_of(favour.about))
    newest = next((one for one in facts.network.touches[facts.path] if {"received", "thanked"} & {*one.tags}), None)
    if newest is None or "thanked" in newest.tags:
        return None
    return Thanks(newest.day, "received", words_of(newest.text))
