"""Reading `vaultnet.toml`: plain tables in, `Settings` and every fault at once out.

parse_settings({"agenda": {"peple": 3}})
-> (Settings(), ("agenda.peple is no setting; did you mean agenda.people?",))
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from vaultnet.dataclass import fields, replace
from vaultnet.model.setting_values import (
    SettingFault,
    choice_of,
    read_cadence_by_tag,
    read_cadence_text,
    read_days,
    read_days_by_kind,
    read_holidays_by_country,
    read_length,
    read_markers,
    read_numbers,
    read_plain,
    read_positive,
    read_richness,
    read_synonyms,
    read_time,
)
from vaultnet.model.settings import Kind, Settings, Tier
from vaultnet.model.settings_language import LANGUAGES, default_settings
from vaultnet.text.nearest import nearest

KNOWN_FORMAT = 1


def parse_settings(data: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Settings with every readable value taken, and the faults as sentences that begin with the key.

    Unknown keys are faults unless `format` is newer than this version knows: then the file was written for a newer
    vaultnet, and what this one does not know is left alone.
    """
    version = data.get("format", KNOWN_FORMAT)
    faults = _Faults()
    if type(version) is not int or version < 1:
        faults.append("format must be a whole number such as 1")
        version = KNOWN_FORMAT
    faults.knows_all = version <= KNOWN_FORMAT
    default = default_settings(written_language(data))
    values: dict[str, Any] = {"format": version}
    for name, table in data.items():
        if name == "format":
            continue
        if name not in _TABLES:
            faults.unknown("", name, ("format", *_TABLES))
        elif not isinstance(table, Mapping):
            faults.append(f"{name} must be a table: [{name}]")
        else:
            values[name] = _SHAPES.get(name, _table)(name, table, getattr(default, name), faults)
    settings = replace(default, **values)
    faults += _faults_of_ladder(settings, data.get("ladder"))
    return settings, tuple(faults)


def _faults_of_ladder(settings: Settings, table: Any) -> Iterator[str]:
    """A ladder whose step is a slip of the pen would stop there; `table` is what the file says of it."""
    ladder = settings.ladder
    named = [("ladder.steps", step) for step in ladder.steps] + [
        ("ladder.cold_steps", step) for step in ladder.cold_steps
    ]
    for key, kind in (*named, ("thanks.kind", settings.thanks.kind)):
        if kind not in settings.kinds:
            guess = nearest(kind, settings.kinds)
            hint = f"; did you mean {guess}?" if guess else f"; kinds: {', '.join(settings.kinds)}"
            yield f'{key} has "{kind}", which is no kind{hint}'
    written = table if isinstance(table, Mapping) else {}
    for steps, days, first in (("steps", "days", 0), ("cold_steps", "cold_days", 1)):
        wanted, given = len(getattr(ladder, steps)) - first, len(getattr(ladder, days))
        if given == 0 or (steps in written and days in written and given != wanted):
            but = " but the first, which waits for nothing" if first else ""
            numbers = f"{wanted} number{'' if wanted == 1 else 's'}"
            yield f"ladder.{days} must be {numbers}, one for each of ladder.{steps}{but}"


class _Faults(list[str]):
    """The sentences so far. `knows_all`: a key that is not known is a fault."""

    knows_all = True

    def unknown(self, prefix: str, name: str, known: Iterable[str]) -> None:
        if not self.knows_all:
            return
        names = sorted(known)
        guess = nearest(name, names)
        hint = f"; did you mean {prefix}{guess}?" if guess else f"; known: {', '.join(names)}"
        self.append(f"{prefix}{name} is no setting{hint}")


def written_language(data: Mapping[str, Any]) -> str:
    """The language whose words are the defaults; a fault in it is told when its table is read."""
    table = data.get("vault")
    written = table.get("language") if isinstance(table, Mapping) else None
    return written.lower() if isinstance(written, str) and written.lower() in LANGUAGES else "en"


def _table(table_name: str, table: Mapping[str, Any], default: Any, faults: _Faults, name: str = "") -> Any:
    """A table whose keys are the fields of a settings record; `name` is the entry's own in a table of tables."""
    known = {item.name: getattr(default, item.name) for item in fields(default) if not name or item.name != "name"}
    prefix = f"{table_name}.{name}." if name else f"{table_name}."
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            faults.unknown(prefix, key, known)
            continue
        try:
            values[key] = _SPECIAL.get((table_name, key), read_plain)(value, known[key])
        except SettingFault as fault:
            faults.append(f"{prefix}{key} {fault}")
    return replace(default, **values)


def _tiers(table_name: str, table: Mapping[str, Any], default: Mapping[str, Tier], faults: _Faults) -> dict[str, Tier]:
    """Names are compared without regard to case, as contacts' tiers are."""
    tiers = dict(default)
    for written, entry in table.items():
        tier = written.lower()
        tiers[tier] = cast(
            "Tier", _named(table_name, written, entry, tiers.get(tier, Tier(tier, "6 months", 1)), faults)
        )
    return tiers


def _kinds(table_name: str, table: Mapping[str, Any], default: Mapping[str, Kind], faults: _Faults) -> dict[str, Kind]:
    kinds = dict(default)
    for written, entry in table.items():
        kind = written.lower()
        kinds[kind] = cast(
            "Kind", _named(table_name, written, entry, kinds.get(kind, Kind(kind, (kind,), 1, 5)), faults)
        )
    return kinds


def _named(table_name: str, name: str, entry: Any, default: Any, faults: _Faults) -> Any:
    """One named entry of a table of tables: `[tiers.inner]`, `[kinds.coffee]`."""
    if not isinstance(entry, Mapping):
        faults.append(f"{table_name}.{name} must be a table: [{table_name}.{name}]")
        return default
    return _table(table_name, entry, default, faults, name)


_SPECIAL: Mapping[tuple[str, str], Callable[[Any, Any], Any]] = {
    ("agenda", "days"): read_days,
    ("agenda", "people"): read_positive,
    ("agenda", "minutes"): read_positive,
    ("cadence", "default"): read_cadence_text,
    ("calendar", "daily"): read_time,
    ("calendar", "days"): read_positive,
    ("calendar", "weekly"): read_time,
    ("cadence", "tags"): read_cadence_by_tag,
    ("contacts", "tags"): read_markers,
    ("contacts", "types"): read_markers,
    ("dates", "cards_a_day"): read_positive,
    ("dates", "countries"): read_holidays_by_country,
    ("dates", "lead"): read_days_by_kind,
    ("dates", "spread"): read_positive,
    ("giving", "synonyms"): read_synonyms,
    ("kinds", "direction"): choice_of("to", "from", ""),
    ("kinds", "richness"): read_richness,
    ("ladder", "days"): read_numbers,
    ("ladder", "cold_days"): read_numbers,
    ("ladder", "rest"): read_length,
    ("news", "days"): read_positive,
    ("news", "items"): read_positive,
    ("news", "timeout"): read_positive,
    ("thanks", "days"): read_positive,
    ("thanks", "lasts"): read_length,
    ("log", "order"): choice_of("newest first", "oldest first"),
    ("tiers", "cadence"): read_cadence_text,
    ("tiers", "weight"): read_positive,
    ("vault", "date_order"): choice_of("dmy", "mdy", ""),
    ("vault", "language"): choice_of(*LANGUAGES),
    ("vault", "week_start"): choice_of("sunday", "monday"),
    ("watch", "walk"): read_positive,
}

_TABLES = frozenset(item.name for item in fields(Settings)) - {"format"}
_SHAPES: Mapping[str, Callable[[str, Mapping[str, Any], Any, _Faults], Any]] = {"tiers": _tiers, "kinds": _kinds}
