"""Every Mermaid chart there is to check: in the documentation, on golden pages, and freshly made in both languages.

fences_in("docs/guide/stats.md", text)   ->   [Fence("docs/guide/stats.md:12", "xychart-beta\n..."), ...]
"""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.vaults import make_example, open_vault
from vaultnet.app.network_map import read_network
from vaultnet.app.review import choose_stretch, generate_review
from vaultnet.pages.map_mermaid import render_map_mermaid
from vaultnet.pages.map_view import build_map_view, read_map
from vaultnet.pages.map_words import MapWords
from vaultnet.practice.network_map import MapEdge, MapPerson, NetworkMap
from vaultnet.text.mermaid import pie, xychart

ROOT = Path(__file__).parent.parent.parent
REVIEWS = ("this week", "last week", "this quarter", "2026", "2025")
# What names and tiers may hold: everything that Mermaid has a meaning for.
HOSTILE = (
    'say "hi"', "Müller & Söhne", "März", "a;b", "50 % %% of it", "%%{init: {}}%%", "#quot; #35; #9829;", "[x] (y) {z}",
    "<script>alert(1)</script>", "`code` **bold** _soft_", "back\\slash \\n", "two\nlines", "end", "--- -->", "a:b,c|d",
    "title x-axis bar [1]", "山本さん", "👩‍👩‍👧 Zoë", "", " ", "$$x^2$$", "@{ shape: x }", "accTitle: x", "x" * 300,
)  # fmt: skip

_FENCE = re.compile(r"^(?P<marks>`{3,}|~{3,})mermaid[ \t]*\n(?P<text>.*?)^(?P=marks)[ \t]*$", re.DOTALL | re.MULTILINE)


class Fence(NamedTuple):
    """A chart, and the place it was found at."""

    where: str
    text: str


def fences_in(name: str, page: str) -> Iterator[Fence]:
    for found in _FENCE.finditer(page):
        yield Fence(f"{name}:{page.count(chr(10), 0, found.start()) + 1}", found["text"])


def written_fences() -> Iterator[Fence]:
    """Those of the repository's own pages."""
    for folder in ("docs", "tests", "example-vault"):
        for file in sorted((ROOT / folder).rglob("*.md")):
            yield from fences_in(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
    yield from fences_in("README.md", (ROOT / "README.md").read_text(encoding="utf-8"))


def hostile_fences() -> Iterator[Fence]:
    """Charts whose labels hold everything at once, and each by itself."""
    counts = list(range(len(HOSTILE)))
    people = {text: MapPerson(text, text, "", text) for text in HOSTILE}
    ties = tuple(MapEdge(HOSTILE[0], text, "introduced", 0.5) for text in HOSTILE[1:])
    words = MapWords(title=HOSTILE[2], around=f"{HOSTILE[1]} {{}}")
    view = build_map_view(read_map(NetworkMap(people, {}, ties), words), 99, words)
    yield from fences_in("hostile network", render_map_mermaid(view))
    for name, chart in (
        ("xychart", xychart(HOSTILE, "all", counts, counts)),
        ("pie", pie(HOSTILE[:5], "all", [9, 8, 7, 6, 5], "others")),
        *((f"xychart {text!r}", xychart([text], text, [1])) for text in HOSTILE),
        *((f"pie {text!r}", pie([text], text, [1], text)) for text in HOSTILE),
    ):
        yield from fences_in(f"hostile {name}", f"{chart}\n")


def fresh_fences() -> Iterator[Fence]:
    """Those of reviews and of the map made now, of the example vault, in both languages."""
    for language in ("en", "de"):
        with TemporaryDirectory() as folder:
            root = make_example(Path(folder) / "vault")
            settings = root / "vaultnet.toml"
            text = settings.read_text(encoding="utf-8").replace('language = "en"', f'language = "{language}"')
            settings.write_text(text, encoding="utf-8")
            with open_vault(root) as workspace:
                for name in REVIEWS:
                    stretch = choose_stretch(workspace, name, None)
                    page = generate_review(workspace, stretch, only_print=True)
                    yield from fences_in(f"review {name} ({language})", page.block)
                view = build_map_view(read_network(workspace, MapWords()).reading, 30, MapWords())
                yield from fences_in(f"network ({language})", render_map_mermaid(view))
