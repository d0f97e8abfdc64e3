"""Reading `vaultnet.toml`: plain tables in, `Settings` and every fault at once out.

parse_settings({"agenda": {"peple": 3}})
-> (Settings(), ("agenda.peple is no setting; did you mean agenda.people?",))
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, cast

from vaultnet.model.setting_values import (
    SettingFault,
    choice_of,
    read_cadence_by_tag,
    read_cadence_text,
    read_days,
    read_markers,
    read_numbers,
    read_plain,
    read_positive,
    read_richness,
    read_synonyms,
)
from vaultnet.model.settings import DEFAULT_KINDS, DEFAULT_TIERS, Kind, Settings, Tier
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
    values: dict[str, Any] = {"format": version}
    for name, table in data.items():
        if name == "format":
            continue
        if name not in _TABLES:
            faults.unknown("", name, ("format", *_TABLES))
        elif not isinstance(table, Mapping):
            faults.append(f"{name} must be a table: [{name}]")
        else:
            values[name] = _TABLES[name](name, table, faults)
    settings = Settings(**values)
    faults += _steps_that_are_no_kinds(settings)
    return settings, tuple(faults)


def _steps_that_are_no_kinds(settings: Settings) -> Iterator[str]:
    """A ladder whose step is a slip of the pen would stop there."""
    for key in ("steps", "cold_steps"):
        for step in getattr(settings.ladder, key):
            if step not in settings.kinds:
                guess = nearest(step, settings.kinds)
                hint = f"; did you mean {guess}?" if guess else f"; kinds: {', '.join(settings.kinds)}"
                yield f'ladder.{key} has "{step}", which is no kind{hint}'


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


def _table(default: Any, name: str = "") -> Callable[[str, Mapping[str, Any], _Faults], Any]:
    """A reader for a table whose keys are the fields of a settings record; `name` is the entry's own in a table of
    tables.
    """
    known = {item.name: getattr(default, item.name) for item in fields(default) if not name or item.name != "name"}

    def read(table_name: str, table: Mapping[str, Any], faults: _Faults) -> Any:
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

    return read


def _tiers(name: str, table: Mapping[str, Any], faults: _Faults) -> dict[str, Tier]:
    """Names are compared without regard to case, as contacts' tiers are."""
    tiers = dict(DEFAULT_TIERS)
    for written, entry in table.items():
        tier = written.lower()
        tiers[tier] = cast("Tier", _named(name, written, entry, tiers.get(tier, Tier(tier, "6 months", 1)), faults))
    return tiers


def _kinds(name: str, table: Mapping[str, Any], faults: _Faults) -> dict[str, Kind]:
    kinds = dict(DEFAULT_KINDS)
    for written, entry in table.items():
        kind = written.lower()
        kinds[kind] = cast("Kind", _named(name, written, entry, kinds.get(kind, Kind(kind, (kind,), 1, 5)), faults))
    return kinds


def _named(table_name: str, name: str, entry: Any, default: Any, faults: _Faults) -> Any:
    """One named entry of a table of tables: `[tiers.inner]`, `[kinds.coffee]`."""
    if not isinstance(entry, Mapping):
        faults.append(f"{table_name}.{name} must be a table: [{table_name}.{name}]")
        return default
    return _table(default, name)(table_name, entry, faults)


_SPECIAL: Mapping[tuple[str, str], Callable[[Any, Any], Any]] = {
    ("agenda", "days"): read_days,
    ("agenda", "people"): read_positive,
    ("agenda", "minutes"): read_positive,
    ("cadence", "default"): read_cadence_text,
    ("cadence", "tags"): read_cadence_by_tag,
    ("contacts", "tags"): read_markers,
    ("contacts", "types"): read_markers,
    ("giving", "synonyms"): read_synonyms,
    ("kinds", "direction"): choice_of("to", "from", ""),
    ("kinds", "richness"): read_richness,
    ("ladder", "days"): read_numbers,
    ("ladder", "rest"): read_cadence_text,
    ("log", "order"): choice_of("newest first", "oldest first"),
    ("tiers", "cadence"): read_cadence_text,
    ("tiers", "weight"): read_positive,
    ("vault", "date_order"): choice_of("dmy", "mdy", ""),
    ("vault", "language"): choice_of("en", "de"),
    ("vault", "week_start"): choice_of("sunday", "monday"),
}

_TABLES: Mapping[str, Callable[[str, Mapping[str, Any], _Faults], Any]] = {
    **{
        item.name: _table(getattr(Settings(), item.name))
        for item in fields(Settings)
        if item.name not in {"format", "tiers", "kinds"}
    },
    "tiers": _tiers,
    "kinds": _kinds,
}
