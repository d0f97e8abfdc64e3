"""What rendering a page costs by itself: Jinja imported, the templates compiled and filled in, and nothing else.

seconds = rendering(subject)     ->    0.118     of CPU, for the page that the subject's agenda is

The design allows it besides the run after an edit, when the block changes. The page is that of tomorrow, which has to be
made anew; a wrapper around the command notes down what the engine was given.
"""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from benchmarks.generate import TODAY
from benchmarks.measure import HERE, MeasureError, alternate, floor_command
from benchmarks.subject import Subject

_NOTE_DOWN = """
import json, sys
import vaultnet.storage.templates as templates
from vaultnet.frontends.cli import door
packed = sys.argv.pop(1)
def note_down(sources, name, context, *, kept_in, fill_in=templates.render_sources):
    with open(packed, "w", encoding="utf-8") as file:
        json.dump([sources, name, context], file)
    return fill_in(sources, name, context, kept_in=kept_in)
templates.render_sources = note_down
door.main()
"""


def rendering(subject: Subject) -> float:
    """Seconds of CPU. Raises MeasureError."""
    packed = pack_page(subject)
    floor = [*floor_command("render", subject.place)[:-1], str(packed)]
    pair = alternate(floor_command("start", subject.place), floor, subject.home, subject.rounds)
    return max(0.0, pair.cpu - pair.floor_cpu)


def pack_page(subject: Subject) -> Path:
    packed = subject.place / "page.json"
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    words = ["-C", str(subject.root), "--today", tomorrow, "agenda", "--stdout"]
    line = [sys.executable, "-c", _NOTE_DOWN, str(packed), *words]
    done = subprocess.run(
        line, env=subject.home.environment(), capture_output=True, text=True, check=False, cwd=HERE.parent
    )
    if done.returncode or not packed.exists():
        raise MeasureError(f"no page to render: {done.stderr.strip().rpartition(chr(10))[2][:160]}")
    return packed
