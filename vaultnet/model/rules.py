"""What reading a note depends on besides its text: the settings, prepared once for ten thousand notes.

rules = build_rules(Settings())
rules.kind_in("had a long lunch with")   ->  "lunch"
rules.find_kind("Email from [[Ada]]")    ->  KindWord(kind="email", direction="from")
"""

import re
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from vaultnet.dataclass import dataclass, fields, replace
from vaultnet.model.dates import parse_date, parse_date_in
from vaultnet.model.kind_words import VAGUE_FORMS, false_friends
from vaultnet.model.moment_locale import MomentLocale, WeekStart, moment_locale
from vaultnet.model.ref import Ref
from vaultnet.model.settings import Kind, Me, Settings, TagWords
from vaultnet.text.fold import fold, fold_key
from vaultnet.text.heading import fold_heading
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.phrases import as_said, can_stand
from vaultnet.text.tasks_settings import TasksSettings

DAILY_FORMAT = "YYYY-MM-DD"
DIRECTION_BY_WORD: Mapping[str, str] = {"to": "to", "an": "to", "from": "from", "von": "from"}

_DIRECTION = lazy_pattern(r"\s+(to|from|an|von)(?!\w)", re.IGNORECASE)
_ME = frozenset({"me", "myself", "ich"})
_HEAD = lazy_pattern(rf" ([^\W\d_][\w-]{{1,20}}+)(?: ({'|'.join(DIRECTION_BY_WORD)}))?")
_ENDING = lazy_pattern(r"[a-z]{1,20}+(?>(?: #[a-z]{1,20}+)*) ?+")
_KEPT = 10_000  # heads and endings of log lines remembered; a hostile vault may have any number


@dataclass(frozen=True, slots=True)
class DailyNotes:
    """Where daily notes live and how they are named (moment.js), as the vault's own settings say."""

    folder: str = "Daily"
    format: str = DAILY_FORMAT
    template: str = ""


class KindWord(NamedTuple):
    """The kind that a text names, and the direction that the next word gives it; "" for none."""

    kind: str
    direction: str


class LogHead(NamedTuple):
    """What stands between the day of a log line and its words, where that is a kind of the settings."""

    kind: str
    richness: int
    direction: str


class LogHeads(dict[str, LogHead | None]):
    """Head as written, with the blank before it (" email from"), -> what it says, worked out once for each that a vault
    has; None for what is to be read with more care (" 10:30 walk").
    """

    def __init__(self, kind_by_form: Mapping[str, str], kinds: Mapping[str, Kind]) -> None:
        super().__init__()
        self._kind_by_form = kind_by_form
        self._kinds = kinds

    def __missing__(self, head: str) -> LogHead | None:
        match = _HEAD.fullmatch(head)
        kind = self._kind_by_form.get(match[1]) if match else None
        said = None
        if match and kind:
            known = self._kinds[kind]
            said = LogHead(kind, known.richness, DIRECTION_BY_WORD[match[2]] if match[2] else known.direction)
        if len(self) < _KEPT:
            self[head] = said
        return said


class ExchangeTags(dict[str, str | None]):
    """What stands behind the first `#` of a log line ("asked #gave") -> their canonical names, worked out
    once for each ending; None for what is to be read with more care.
    """

    def __init__(self, exchange_by_tag: Mapping[str, str]) -> None:
        super().__init__()
        self._exchange_by_tag = exchange_by_tag

    def __missing__(self, ending: str) -> str | None:
        names = ending.replace("#", "").split() if _ENDING.fullmatch(ending) else None
        tags = " ".join({self._exchange_by_tag.get(name, name): 0 for name in names}) if names else None
        if len(self) < _KEPT:
            self[ending] = tags
        return tags


class KindForms:
    """The words of the vocabulary that name a kind in a text, as a pattern: of all, or of those that a text has.

    To compile all two hundred takes a millisecond and a half: too long for one sentence.
    """

    def __init__(self, forms: Collection[str]) -> None:
        self._forms = forms

    def in_text(self, text: str) -> "KindForms":
        """Those that can stand in that text, and in whatever parts of it are asked."""
        said = as_said(text)
        return KindForms([form for form in self._forms if can_stand(as_said(form), said)])

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the words, the longest first, gathered by their first letter: most places of a text fit none."""
        ends_by_letter: dict[str, list[str]] = {}
        for word in sorted(self._forms, key=lambda form: (-len(form), form)):
            ends_by_letter.setdefault(word[0], []).append(r"\s{1,40}".join(map(re.escape, word[1:].split(" "))))
        each = sorted(ends_by_letter.items())
        forms = "|".join(f"{re.escape(letter)}(?:{'|'.join(ends)})" for letter, ends in each)
        return lazy_pattern(rf"(?<![\w-])(?:{forms or '(?!)'})(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """Prepared settings. `kind_by_form` is folded, and has the words that vaultnet writes as they are too;
    `log_heads` tells what it makes of the head of a log line; `exchange_by_tag` maps a tag word to its canonical name,
    and `tags_by_ending` what stands at the end of a log line; `anniversaries` a folded key to the settings' own word;
    `own_date` finds what may be a date in the vault's daily-note format, None where that is ISO 8601; `me` are the
    folded names of the vault's owner.
    """

    settings: Settings
    daily: DailyNotes
    kind_by_form: Mapping[str, str]
    log_heads: LogHeads
    kind_forms: KindForms
    exchange_by_tag: Mapping[str, str]
    tags_by_ending: ExchangeTags
    log_headings: frozenset[str]
    raise_headings: frozenset[str]
    anniversaries: Mapping[str, str]
    own_date: re.Pattern[str] | None
    me: frozenset[str]
    tasks: TasksSettings
    locale: MomentLocale

    @property
    def kind_pattern(self) -> re.Pattern[str]:
        return self.kind_forms.pattern

    def for_text(self, text: str) -> "Rules":
        """The same for that text and its parts, with a pattern of the kinds that is soon compiled."""
        return replace(self, kind_forms=self.kind_forms.in_text(text))

    def kind_in(self, text: str) -> str:
        """The kind named by the first word of the vocabulary in a text, "" when there is none."""
        return self.find_kind(text).kind

    def find_kind(self, text: str) -> KindWord:
        """The first word of the vocabulary; a vague one (`met`) gives way to a more telling one of its richness."""
        match = first = self.kind_pattern.search(text)
        if first is None:
            return KindWord("", "")
        if fold(first[0]) in VAGUE_FORMS:
            rich = self.richness(self._kind(first))
            telling = (
                word for word in self.kind_pattern.finditer(text, first.end()) if fold(word[0]) not in VAGUE_FORMS
            )
            match = next((word for word in telling if self.richness(self._kind(word)) == rich), first)
        assert match is not None
        kind = self._kind(match)
        after = _DIRECTION.match(text, match.end()) if self.settings.kinds[kind].direction else None
        return KindWord(kind, DIRECTION_BY_WORD[after[1].lower()] if after else "")

    def _kind(self, match: re.Match[str]) -> str:
        return self.kind_by_form[fold(match[0])]

    def richness(self, kind: str) -> int:
        known = self.settings.kinds.get(kind)
        return known.richness if known else 0

    def daily_date(self, path: str) -> date | None:
        """The day of a daily note by its name, as Obsidian reads it: the last part of the format, strictly."""
        stem = path.rsplit("/", 1)[-1].removesuffix(".md")
        if self.own_date is None:
            return parse_date(stem) if len(stem) == len(DAILY_FORMAT) and stem[4] == "-" else None
        shape = self.daily.format.rsplit("/", 1)[-1]
        from vaultnet.model.moment import parse_moment  # noqa: PLC0415  (six modules: most vaults name days as ISO does)

        return next(filter(None, (parse_moment(stem, shape, locale=each) for each in self.read_locales())), None)

    def date(self, text: str) -> date | None:
        """A date in any form of the note format, the vault's own daily-note format among them."""
        if self.own_date is None:
            return parse_date(text)
        days = (parse_date_in(text, (self.daily.format,), locale=each) for each in self.read_locales())
        return next(filter(None, days), None)

    def read_locales(self) -> tuple[MomentLocale, ...]:
        """The vault's own, and the English one: the language of names in Obsidian is that of its menus, not ours."""
        return tuple(dict.fromkeys((self.locale, self.locale._replace(language="en"))))

    def others(self, people: tuple[Ref, ...]) -> tuple[Ref, ...]:
        """People without the vault's owner: a meeting "with Ada and me" is one with Ada."""
        return tuple(ref for ref in people if ref.key not in self.me)


def build_rules(settings: Settings, daily: DailyNotes | None = None, *, tasks: TasksSettings | None = None) -> Rules:
    """`daily` and `tasks` are what Obsidian and its Tasks plugin say; left out, their defaults hold."""
    daily = daily or DailyNotes()
    kinds, language = settings.kinds.values(), settings.vault.language
    written = {kind.word: kind.name for kind in kinds if kind.word}
    words = {form.strip().lower(): kind.name for kind in kinds for form in (kind.name, kind.word, *kind.forms)}
    words.pop("", None)
    misread = false_friends(language) - {form.lower() for kind in kinds for form in kind.forms}
    exchange_by_tag = _exchange_by_tag(settings.tags, language)
    kind_by_form = written | {fold(form): kind for form, kind in words.items()}
    return Rules(
        settings=settings,
        daily=daily,
        kind_by_form=kind_by_form,
        log_heads=LogHeads(kind_by_form, settings.kinds),
        kind_forms=KindForms({*words, *map(fold, words)} - misread),
        exchange_by_tag=exchange_by_tag,
        tags_by_ending=ExchangeTags(exchange_by_tag),
        log_headings=frozenset(map(fold_heading, settings.log.headings)),
        raise_headings=frozenset(map(fold_heading, settings.contacts.raise_headings)),
        anniversaries={fold_key(word): word for word in settings.contacts.anniversaries},
        own_date=_own_date(daily.format),
        me=my_names(settings.me),
        tasks=tasks or TasksSettings(),
        locale=moment_locale(settings.vault.language, _week_start(settings)),
    )


def my_names(me: Me) -> frozenset[str]:
    """What I am called in notes, folded."""
    return _ME | ({fold(me.name)} if me.name else set())


def _exchange_by_tag(tags: TagWords, language: str) -> dict[str, str]:
    """The words of the settings; a vault in another language reads the English ones too."""
    english = {} if language == "en" else {item.name: item.name for item in fields(tags)}
    return english | {getattr(tags, item.name).lstrip("#").lower(): item.name for item in fields(tags)}


def _own_date(daily_format: str) -> re.Pattern[str] | None:
    """As many words as the format has, without the punctuation behind them."""
    if daily_format == DAILY_FORMAT:
        return None
    words = len(daily_format.rsplit("/", 1)[-1].split()) or 1
    return re.compile(rf"(?=[^\n]{{0,40}}[0-9])((?:\S{{1,40}}[ ]){{{words - 1}}}\S{{0,40}}[^\s:,;])(?=[:,;]?(?:\s|\Z))")


def _week_start(settings: Settings) -> WeekStart:
    return "monday" if settings.vault.week_start == "monday" else "sunday"
