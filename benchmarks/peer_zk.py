"""zk's part among the peers: it indexes a folder of notes, and finds words in them.

zk_again(subject, "zk").theirs    ->    ["zk", "index", "--no-input", "--notebook-dir", ".../zk"]

Its cost grows with the square of the links, so that a vault like ours is beyond it from some thousand notes on. It is
also asked about the same notes without the brackets of their links, which is another vault: less is found in it.
"""

from pathlib import Path

from benchmarks.cases_index import with_full_text
from benchmarks.peer_vaults import make_zk
from benchmarks.peers import Sides, empty_folder, prepare
from benchmarks.subject import RARE, Subject


def _notebook(subject: Subject, program: str, *, with_links: bool) -> Path:
    notebook = subject.place / ("zk-linked" if with_links else "zk")
    if not notebook.exists():
        prepare(subject, [program, "init", "--no-input", str(empty_folder(notebook))])
        make_zk(subject.root, notebook, with_links=with_links)
    return notebook


def _index(program: str, notebook: Path) -> list[str]:
    return [program, "index", "--no-input", "--notebook-dir", str(notebook)]


def zk_cold(subject: Subject, program: str, *, with_links: bool = False) -> Sides:
    notebook = _notebook(subject, program, with_links=with_links)

    def forget() -> None:
        for file in (notebook / ".zk").glob("notebook.db*"):
            file.unlink()

    return Sides(_index(program, notebook), with_full_text(subject), forget, subject.forget_index)


def zk_again(subject: Subject, program: str, *, with_links: bool = False) -> Sides:
    """Nothing having changed since its last run."""
    line = _index(program, _notebook(subject, program, with_links=with_links))
    prepare(subject, line)
    subject.settle()
    return Sides(line, subject.command("agenda"))


def zk_find(subject: Subject, program: str, *, with_links: bool = False) -> Sides:
    notebook = _notebook(subject, program, with_links=with_links)
    prepare(subject, _index(program, notebook))
    subject.settle()
    subject.run("find", RARE)
    shown = ["--quiet", "--no-pager", "--format", "path", "--match", RARE]
    line = [program, "list", "--no-input", "--notebook-dir", str(notebook), *shown]
    return Sides(line, subject.command("find", RARE))
