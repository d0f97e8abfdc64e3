"""`vaultnet config`: the settings that hold."""

from typing import Any

import click

from vaultnet.dataclass import fields
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote


@click.command(cls=Command)
@click.argument("key", required=False, default="")
@click.pass_obj
def config(flags: Flags, key: str) -> None:
    """Show the settings that hold, defaults included, or one KEY of them.

    Faults in vaultnet.toml are reported all at once.

    \b
    vaultnet config
    vaultnet config agenda.people
    """
    from vaultnet.errors import UsageError
    from vaultnet.text.nearest import nearest

    with flags.workspace() as workspace:
        settings = workspace.config.settings
        values = _flat({item.name: getattr(settings, item.name) for item in fields(settings)})
        daily = workspace.config.daily
        values.update({"daily.folder": daily.folder, "daily.format": daily.format, "daily.template": daily.template})
        root = workspace.root
    shown = {name: value for name, value in values.items() if name == key or name.startswith(f"{key}.") or not key}
    if not shown:
        guess = nearest(key, values)
        raise UsageError(f"{key} is no setting" + (f"; did you mean {guess}?" if guess else ""))
    if flags.as_json:
        print_json("vaultnet.config/1", root=str(root), settings=shown)
        return
    for name, value in shown.items():
        print_quote(f"{name} = {_toml(value)}")


def _flat(values: Any, prefix: str = "") -> dict[str, Any]:
    """Nested settings as `agenda.people` -> value."""
    from dataclasses import asdict

    from vaultnet.dataclass import is_dataclass

    flat: dict[str, Any] = {}
    for name, value in values.items():
        inner = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
        if hasattr(inner, "items"):
            flat.update(_flat(inner, f"{prefix}{name}."))
        else:
            flat[f"{prefix}{name}"] = sorted(inner) if isinstance(inner, frozenset) else inner
    return {name: list(value) if isinstance(value, tuple) else value for name, value in flat.items()}


def _toml(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
