"""`vaultnet.toml`: what each key may hold, and that all faults are told at once."""

import tomllib
from dataclasses import fields
from typing import Any

import pytest

from vaultnet.model.settings import DEFAULT_KINDS, DEFAULT_TIERS, Kind, Settings, Tier
from vaultnet.model.settings_reader import parse_settings


def parse(toml: str) -> tuple[Settings, tuple[str, ...]]:
    return parse_settings(tomllib.loads(toml))


def test_nothing_said_means_the_defaults() -> None:
    assert parse("") == (Settings(), ())
    assert parse("format = 1") == (Settings(), ())


GOOD = [
    ('[me]\nname = "Mira"\nemails = ["a@example.com"]', "me.emails", ("a@example.com",)),
    ('[me]\nemails = "a@example.com"', "me.emails", ("a@example.com",)),
    ('[vault]\nlanguage = "DE"', "vault.language", "de"),
    ('[vault]\nweek_start = "Monday"', "vault.week_start", "monday"),
    ('[vault]\ndate_order = "dmy"', "vault.date_order", "dmy"),
    ('[vault]\nignore = ["/Archive/"]', "vault.ignore", ("/Archive/",)),
    ('[contacts]\ntags = ["#Person", "Leute"]', "contacts.tags", ("person", "leute")),
    ('[contacts]\ntypes = ["Mensch"]', "contacts.types", ("mensch",)),
    ("[contacts]\nat_prefix = true", "contacts.at_prefix", True),
    ('[cadence]\ndefault = "4w..6w"', "cadence.default", "4w..6w"),
    ("[cadence]\ndefault = 90", "cadence.default", "90"),
    ('[cadence]\ntags = {"#Family" = "14 days", work = 90}', "cadence.tags", {"family": "14 days", "work": "90"}),
    ('[agenda]\ndays = "Mon-Fri"', "agenda.days", frozenset({0, 1, 2, 3, 4})),
    ('[agenda]\ndays = "Sun-Tue"', "agenda.days", frozenset({6, 0, 1})),
    ('[agenda]\ndays = "Monday, wed"', "agenda.days", frozenset({0, 2})),
    ('[agenda]\ndays = ["Mon", "Thu to Fri"]', "agenda.days", frozenset({0, 3, 4})),
    ('[agenda]\ndays = "Sat – Sun"', "agenda.days", frozenset({5, 6})),
    ("[agenda]\npeople = 3", "agenda.people", 3),
    ('[log]\norder = "Oldest first"', "log.order", "oldest first"),
    ("[log]\nmention_counts = false", "log.mention_counts", False),
    ('[tags]\ngave = "gab"', "tags.gave", "gab"),
    ("[ladder]\ndays = [3, 4]", "ladder.days", (3, 4)),
    ('[ladder]\nsteps = ["call"]', "ladder.steps", ("call",)),
    ('[giving]\nsynonyms = [["hiring", "recruiting"], []]', "giving.synonyms", (("hiring", "recruiting"), ())),
    ('[daily]\nfolder = "Journal"', "daily.folder", "Journal"),
    ("[git]\ncommit = true", "git.commit", True),
]


@pytest.mark.parametrize(("toml", "key", "expected"), GOOD)
def test_setting(toml: str, key: str, expected: Any) -> None:
    read, faults = parse(toml)
    table, name = key.split(".")
    assert faults == ()
    assert getattr(getattr(read, table), name) == expected


def test_a_tier_and_a_kind_of_ones_own() -> None:
    read, faults = parse(
        '[tiers.Inner]\ncadence = "2 weeks"\n[tiers.gold]\n[kinds.Sauna]\nrichness = 3\n[kinds.call]\nforms = ["Anruf"]'
    )
    assert faults == ()
    assert read.tiers == {**DEFAULT_TIERS, "inner": Tier("inner", "2 weeks", 4), "gold": Tier("gold", "6 months", 1)}
    assert read.kinds["sauna"] == Kind("sauna", ("sauna",), 3, 5)
    assert (read.kinds["call"].forms, read.kinds["call"].richness) == (("Anruf",), 2)
    assert set(read.kinds) == {*DEFAULT_KINDS, "sauna"}


FAULTS = [
    ("format = 0", "format must be a whole number such as 1"),
    ("format = true", "format must be a whole number such as 1"),
    ("formt = 1", "formt is no setting; did you mean format?"),
    ("agenda = 3", "agenda must be a table: [agenda]"),
    ("[agnda]", "agnda is no setting; did you mean agenda?"),
    ("[agenda]\npeple = 3", "agenda.peple is no setting; did you mean agenda.people?"),
    ("[git]\nzzzz = 3", "git.zzzz is no setting; known: commit"),
    ("[agenda]\npeople = 0", "agenda.people must be a whole number above 0"),
    ("[agenda]\nminutes = true", "agenda.minutes must be a whole number above 0"),
    ("[agenda]\nheading = 3", "agenda.heading must be text"),
    (
        '[agenda]\ndays = "Mon-Fry"',
        'agenda.days has no day "Mon-Fry": write Mon, Tue, Wed, Thu, Fri, Sat, Sun or a range such as Mon-Fri',
    ),
    (
        '[agenda]\ndays = "1"',
        'agenda.days has no day "1": write Mon, Tue, Wed, Thu, Fri, Sat, Sun or a range such as Mon-Fri',
    ),
    (
        '[agenda]\ndays = "Mo"',
        'agenda.days has no day "Mo": write Mon, Tue, Wed, Thu, Fri, Sat, Sun or a range such as Mon-Fri',
    ),
    ("[agenda]\ndays = 5", 'agenda.days must be days such as "Mon-Fri" or ["Mon", "Thu"]'),
    ("[agenda]\ndays = []", 'agenda.days must be days such as "Mon-Fri" or ["Mon", "Thu"]'),
    (
        '[cadence]\ndefault = "soon"',
        'cadence.default must be a cadence such as "6 months", "4w..6w" or "never", not \'soon\'',
    ),
    ("[cadence]\ntags = 3", 'cadence.tags must be a table such as {family = "14 days"}'),
    (
        '[cadence]\ntags = {a = "soon", b = true, c = 9}',
        "cadence.tags must hold cadences such as {family = \"14 days\"}, not a = 'soon', b = True",
    ),
    ('[log]\norder = "random"', "log.order must be one of: newest first, oldest first"),
    ("[log]\nheadings = 3", "log.headings must be a list of texts"),
    ("[log]\nheadings = [3]", "log.headings must be a list of texts"),
    ('[vault]\ndate_order = "ymd"', "vault.date_order must be one of: dmy, mdy"),
    ("[vault]\nlanguage = 1", "vault.language must be one of: en, de"),
    ("[contacts]\nat_prefix = 1", "contacts.at_prefix must be true or false"),
    ("[ladder]\ndays = [0]", "ladder.days must be a list of whole numbers above 0, such as [5, 7, 10]"),
    ("[ladder]\ndays = 5", "ladder.days must be a list of whole numbers above 0, such as [5, 7, 10]"),
    ('[ladder]\nsteps = ["email", "call"]\ndays = [5]', "ladder.days must be 2 numbers, one for each of ladder.steps"),
    (
        '[ladder]\ncold_steps = ["letter", "call"]\ncold_days = [7, 10]',
        "ladder.cold_days must be 1 number, one for each of ladder.cold_steps but the first, which waits for nothing",
    ),
    ("[ladder]\ndays = []", "ladder.days must be 3 numbers, one for each of ladder.steps"),
    ('[ladder]\nrest = "never"', 'ladder.rest must be a length of time such as "3 months" or "2 weeks", not \'never\''),
    ("[ladder]\nrest = true", 'ladder.rest must be a length of time such as "3 months" or "2 weeks", not True'),
    ('[thanks]\nkind = "emial"', 'thanks.kind has "emial", which is no kind; did you mean email?'),
    ("[thanks]\ndays = 0", "thanks.days must be a whole number above 0"),
    ('[ladder]\nsteps = ["emial"]', 'ladder.steps has "emial", which is no kind; did you mean email?'),
    (
        "[giving]\nsynonyms = 3",
        'giving.synonyms must be a list of lists of words that mean the same: [["hiring", "recruiting"]]',
    ),
    ("[giving]\nsynonyms = [3]", "giving.synonyms must be a list of texts"),
    ("[tiers]\ninner = 3", "tiers.inner must be a table: [tiers.inner]"),
    ("[tiers.inner]\ncadense = 3", "tiers.inner.cadense is no setting; did you mean tiers.inner.cadence?"),
    ("[tiers.inner]\nname = 'x'", "tiers.inner.name is no setting; known: cadence, weight"),
    ("[tiers.inner]\nweight = 0", "tiers.inner.weight must be a whole number above 0"),
    ("[kinds.call]\nrichness = 4", "kinds.call.richness must be 3 (in person), 2 (live), 1 (written) or 0 (a mention)"),
    ("[kinds.call]\nminutes = -1", "kinds.call.minutes must not be negative"),
    ("[kinds.call]\nduration = 1.5", "kinds.call.duration must be a whole number"),
    ('[kinds.call]\ndirection = "up"', "kinds.call.direction must be one of: to, from"),
]


@pytest.mark.parametrize(("toml", "fault"), FAULTS)
def test_fault(toml: str, fault: str) -> None:
    read, faults = parse(toml)
    assert faults == (fault,)
    assert isinstance(read, Settings)


def test_a_ladder_step_far_from_any_kind_names_them_all() -> None:
    (fault,) = parse('[ladder]\ncold_steps = ["carrier pigeon", "call"]')[1]
    assert fault.startswith('ladder.cold_steps has "carrier pigeon", which is no kind; kinds: meeting, coffee,')


def test_all_faults_at_once_and_every_readable_value_taken() -> None:
    read, faults = parse('[agenda]\npeple = 1\npeople = 5\nminutes = 0\n[me]\nname = 3\ncountry = "NL"\n[nonsense]\n')
    assert len(faults) == 4
    assert (read.agenda.people, read.agenda.minutes, read.me.country) == (5, Settings().agenda.minutes, "NL")


def test_a_newer_format_may_have_keys_that_this_version_does_not_know() -> None:
    read, faults = parse("format = 2\nzen = 1\n[agenda]\npeple = 1\nminutes = 0\n[tiers.inner]\nglow = 1\n[new]\nx = 1")
    assert faults == ("agenda.minutes must be a whole number above 0",)
    assert read.format == 2


def test_every_table_of_the_settings_can_be_written() -> None:
    for item in fields(Settings):
        if item.name != "format":
            assert parse(f"[{item.name}]\n")[1] == ()


def test_days_to_mark_are_read() -> None:
    written = {"lead": {"Card": 6}, "countries": {"India": [], "Deutschland": ["New Year"]}, "abroad": 0}
    settings, faults = parse_settings({"dates": written})
    assert faults == ()
    assert settings.dates.lead == {"card": 6, "letter": 5, "gift": 7}
    assert (settings.dates.countries["IN"], settings.dates.countries["DE"]) == ((), ("New Year",))
    assert settings.dates.countries["US"] == ("Thanksgiving",)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"lead": {"card": -1}}, "dates.lead must be a table of whole days"),
        ({"lead": 5}, "dates.lead must be a table of whole days"),
        ({"countries": {"Atlantis": ["Eid"]}}, 'dates.countries has "Atlantis", which is no country'),
        ({"countries": ["US"]}, "dates.countries must be a table"),
        ({"cards_a_day": 0}, "dates.cards_a_day must be a whole number above 0"),
    ],
)
def test_faults_of_days_to_mark(written: dict[str, object], said: str) -> None:
    _, faults = parse_settings({"dates": written})
    assert [fault.startswith(said) for fault in faults] == [True]
