"""The map as a Mermaid flowchart, which Obsidian and GitHub draw in a note: as many people as can be read.

render_map_mermaid(view)   ->   ```mermaid
                                flowchart LR
                                    subgraph c0["Corvane Re"]
                                        n0("Emeka Obi")
                                    end
                                    n0 -->|introduced| n1
                                ```

Where a node is called as its note, Obsidian opens the note on a click (its class `internal-link`). Whoever is tied to
nobody is not in it, and is named below.
"""

from collections.abc import Iterator, Mapping

from vaultnet.pages.map_view import MapView
from vaultnet.practice.network_map import ASKED, INTRODUCED, WORKED, WORKS, MapEdge
from vaultnet.text.mermaid import label

_LONGEST = 32  # letters of a name
_STYLES = (
    "classDef bridge stroke-width:4px",
    "classDef target stroke-width:3px",
    "classDef expected stroke-dasharray:4 3",
)


def render_map_mermaid(view: MapView) -> str:
    """The fence, and below it what it leaves out."""
    keys = [key for cluster in view.clusters for key in cluster.keys]
    number = {key: f"n{at}" for at, key in enumerate(keys)}
    lines = ["flowchart LR", *(f"    {line}" for line in _lines(view, number))]
    fence = "\n".join(["```mermaid", *lines, "```"])
    return "\n\n".join((fence, *_left_out(view))) + "\n"


def _lines(view: MapView, number: Mapping[str, str]) -> Iterator[str]:
    yield f"accTitle: {_plain(view.words.title)}"
    yield f"accDescr: {_plain(view.words.summary.format(', '.join(view.titles) or '-'))}"
    for at, (cluster, title) in enumerate(zip(view.clusters, view.titles, strict=True)):
        yield f"subgraph c{at}[{label(title, _LONGEST * 2)}]"
        for key in cluster.keys:
            name = label(view.drawn.name_of(key), _LONGEST)
            yield f"    {number[key]}({name})" if key in view.drawn.people else f"    {number[key]}[{name}]"
        yield "end"
    for edge in view.drawn.edges:
        if edge.start in number and edge.end in number:
            yield f"{number[edge.start]} {_line(edge, view)} {number[edge.end]}"
    yield from _STYLES
    yield from _classes(view, number)


def _line(edge: MapEdge, view: MapView) -> str:
    if edge.how == INTRODUCED:
        return f"-->|{label(view.words.introduced)}|"
    if edge.how == ASKED:
        return f"-.->|{label(view.words.asked)}|"
    return "-.-" if edge.how in {WORKS, WORKED} else "---"


def _classes(view: MapView, number: Mapping[str, str]) -> Iterator[str]:
    groups = {
        "bridge": [key for key in number if key in view.bridges],
        "target": [
            key for key in number if key in view.drawn.organizations and view.drawn.organizations[key].is_target
        ],
        "expected": [key for key in number if key in view.drawn.people and not view.drawn.people[key].path],
        "internal-link": [key for key in number if _is_called_as_its_note(key, view)],
    }
    for name, keys in groups.items():
        if keys:
            yield f"class {','.join(number[key] for key in keys)} {name}"


def _is_called_as_its_note(key: str, view: MapView) -> bool:
    name = view.drawn.name_of(key)
    return key.rpartition("/")[2] == f"{name}.md" and label(name, _LONGEST) == f'"{name}"'


def _left_out(view: MapView) -> Iterator[str]:
    if not view.is_whole:
        yield view.words.left_out.format(view.total, len(view.drawn.people))
    alone = [view.drawn.name_of(key) for key in view.alone if key in view.drawn.people]
    if alone:
        yield f"{view.words.alone[:1].upper()}{view.words.alone[1:]}: {', '.join(map(_plain, alone))}."


def _plain(words: str) -> str:
    """Words that stand in no quotes."""
    return label(words)[1:-1]
