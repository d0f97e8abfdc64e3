"""`vaultnet watch`: the agenda kept as it should be, and ticks absorbed, while you work."""

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.language.speech import said_part
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_quote, print_text

if TYPE_CHECKING:
    from vaultnet.app.workspace import Workspace
    from vaultnet.frontends.watch.event import Event, Say

_SCHEMA = "vaultnet.watch/1"
_PASSING = frozenset({"started", "indexed"})  # on a terminal, the next one takes the place of these


@click.command(cls=Command)
@click.option("--status", is_flag=True, help="Say whether a watcher runs for this vault, and how it is doing.")
@click.pass_obj
def watch(flags: Flags, status: bool) -> None:
    """Stay, absorb what you tick, and keep today's agenda as it should be, a little after each change.

    It writes only to notes at rest, never while git merges, and one watcher is enough for a vault. End it with Ctrl-C
    or SIGTERM. With --json it prints one object a line. docs/guide/watch.md has recipes to start it by itself.

    \b
    vaultnet watch
    vaultnet watch --status
    vaultnet watch --json | jq -r .words
    """
    from vaultnet.app.workspace import Workspace as Opened
    from vaultnet.frontends.cli.progress import progress_for

    with flags.workspace() as workspace:
        root = workspace.root
    if status:
        _print_status(root, as_json=flags.as_json)
        return
    progress = progress_for(quiet=flags.quiet or flags.as_json)
    _run(root, lambda: Opened(root, flags.clock, progress=progress), flags)


def _run(root: Path, open_workspace: "Callable[[], Workspace]", flags: Flags) -> None:
    from vaultnet.app.typed_steps import WATCH
    from vaultnet.frontends.cli.handing_over import hand_over
    from vaultnet.frontends.watch.loop import Desk, Loop
    from vaultnet.frontends.watch.mailbox import Mailbox
    from vaultnet.frontends.watch.signals import stopped_by_signals
    from vaultnet.storage.watch_lock import WatchState, watch_lock

    def moment() -> str:
        return flags.clock().isoformat(timespec="seconds")

    mailbox = Mailbox()
    with watch_lock(root) as note, stopped_by_signals(mailbox.stop):
        state = WatchState(os.getpid(), moment())
        note(state)
        say = _say_json(moment) if flags.as_json else _say_words(flags)
        desk = Desk(state, note, moment)
        give = partial(hand_over, root)
        Loop(root, open_workspace, say, mailbox, desk, WATCH, hand_over=give).run()


def _say_json(moment: Callable[[], str]) -> "Say":
    def say(event: "Event") -> None:
        words = said_part(event.words)
        line = {"schema": _SCHEMA, "event": event.name, "at": moment(), "words": words, **event.details}
        print_quote(json.dumps(line))

    return say


def _say_words(flags: Flags) -> "Say":
    """What goes on takes the last line of a terminal; what was written, and what is wrong, stays above it."""
    from vaultnet.frontends.cli.status_line import StatusLine, is_live

    live = is_live(no_color=flags.no_color)
    line = StatusLine(is_live=live)

    def say(event: "Event") -> None:
        if flags.quiet and event.name not in {"problem", "wrote"}:
            return
        if event.name == "stopped":
            line.end()
        now = flags.clock()
        text = f"{now:%H:%M:%S}" if live else now.isoformat(timespec="seconds")
        show = line.show if event.name in _PASSING else line.keep
        for words in event.words.split("\n"):  # several faults in one message: each has its moment
            show(f"{text}  {said_part(words)}")

    return say


def _print_status(root: Path, *, as_json: bool) -> None:
    from dataclasses import asdict

    from vaultnet.storage.watch_lock import read_watch_state

    state = read_watch_state(root)
    if as_json:
        running = {} if state is None else asdict(state)
        print_json(_SCHEMA, event="status", running=state is not None, **running)
    elif state is None:
        print_text("No watcher runs for this vault; `vaultnet watch` starts one.")
    else:
        rows = (("process", str(state.pid)), ("since", state.since), ("last look", state.looked or "not yet"),
                ("last write", state.wrote or "none"), ("in the way", state.waits_for or "nothing"))  # fmt: skip
        print_text(f"A watcher looks after {root}")
        for name, value in rows:
            lines = [said_part(line) for line in value.split("\n")]
            first, *others = "; ".join(lines).split("; ")  # what is to be done stands on a line of its own
            print_quote(f"  {said_part(name):<20}{first}")
            for other in others:
                print_quote(f"{'':22}{other}")
