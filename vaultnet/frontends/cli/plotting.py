"""`--plot FILE.svg`: charts into the picture that the person named.

plot_charts(Path("2025.svg"), "The year", charts, flags)   ->   the file, and "Drew 2025.svg" on stderr
"""

from collections.abc import Sequence
from pathlib import Path  # noqa: TID251  (the edge, where a picture is a file)

from vaultnet.errors import UsageError
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.output import print_note
from vaultnet.pages.svg_chart import Chart, render_svg
from vaultnet.storage.outside_file import read_outside, write_outside


def plot_charts(file: Path, title: str, charts: Sequence[Chart], flags: Flags) -> None:
    """Write the picture, and say so unless asked to be quiet; an older picture makes room for it.

    Raises UsageError where the file is to be, or is, anything but a picture, and CannotWrite.
    """
    if file.suffix.lower() != ".svg":
        raise UsageError(f"--plot {file}: the picture is an SVG, so its name must end in .svg")
    before = read_outside(file)
    if before and not before.startswith("<svg"):
        raise UsageError(f"--plot {file}: there is something else in that file already, and it stays")
    write_outside(file, render_svg(title, charts))
    if not flags.quiet:
        print_note(f"Drew {file}")
