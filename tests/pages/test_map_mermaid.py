"""The map as a Mermaid flowchart. (`make mermaid` has Mermaid itself read what stands in the documentation.)"""

from vaultnet.pages.map_mermaid import render_map_mermaid
from vaultnet.pages.map_view import MapView, build_map_view, read_map
from vaultnet.pages.map_words import MapWords
from vaultnet.practice.network_map import MapEdge, MapOrganization, MapPerson, NetworkMap


def view_of(names: list[str], *edges: MapEdge, limit: int = 99) -> MapView:
    people = {
        name: MapPerson(name, name.removesuffix(".md"), name if name.endswith(".md") else "", name) for name in names
    }
    mill = MapOrganization("Mill.md", "Mill", "Mill.md", is_target=True)
    words = MapWords()
    whole = NetworkMap(people, {"Mill.md": mill}, edges)
    return build_map_view(read_map(whole, words), limit, words)


def test_a_small_map() -> None:
    view = view_of(
        ["Ada.md", "Ben.md", "Cy.md", "nina park", "Xu.md"],
        MapEdge("Ada.md", "Ben.md", "introduced", 0.7),
        MapEdge("Ben.md", "Cy.md", "knows", 0.8),
        MapEdge("Cy.md", "nina park", "asked", 0.3),
        MapEdge("Ada.md", "Mill.md", "works", 0.5),
        MapEdge("Ada.md", "Cy.md", "met", 0.6),
    )
    assert render_map_mermaid(view) == (
        "```mermaid\n"
        "flowchart LR\n"
        "    accTitle: Network\n"
        "    accDescr: People by cluster, where they work, and who introduced whom. Clusters: people around Ada.\n"
        '    subgraph c0["people around Ada"]\n'
        '        n0["Mill"]\n'
        '        n1("Ada")\n'
        '        n2("Cy")\n'
        '        n3("Ben")\n'
        '        n4("nina park")\n'
        "    end\n"
        '    n1 -->|"introduced"| n3\n'
        "    n3 --- n2\n"
        '    n2 -.->|"introduction under way"| n4\n'
        "    n1 -.- n0\n"
        "    n1 --- n2\n"
        "    classDef bridge stroke-width:4px\n"
        "    classDef target stroke-width:3px\n"
        "    classDef expected stroke-dasharray:4 3\n"
        "    class n0 target\n"
        "    class n4 expected\n"
        "    class n0,n1,n2,n3 internal-link\n"
        "```\n"
        "\n"
        "Tied to nobody else yet: Xu.\n"
    )


def test_names_cannot_end_the_chart() -> None:
    text = render_map_mermaid(
        view_of(
            ['a"]\n```\n<b>', "b; click n0 #quot; %%"], MapEdge('a"]\n```\n<b>', "b; click n0 #quot; %%", "knows", 1)
        )
    )
    assert text.count("```") == 2
    assert "(\"a”] ''' ‹b›\")" in text


def test_what_is_left_out_is_said() -> None:
    assert "Of the 2 people 1 are shown" in render_map_mermaid(view_of(["Ada.md", "Ben.md"], limit=1))
