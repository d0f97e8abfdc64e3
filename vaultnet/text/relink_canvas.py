r"""A canvas whose cards and words point at notes that moved; the file is spliced, never written anew.

relink_canvas('{"nodes":[{"type":"file","file":"People/Old.md"}]}', "Map.canvas", aims)
->  '{"nodes":[{"type":"file","file":"People/New.md"}]}'
"""

import json
import re
from functools import partial

from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.link_aim import LinkAims
from vaultnet.text.relink import relink

_PROPERTY = re.compile(r'"(file|text)"\s{0,20}:\s{0,20}("(?>(?:[^"\\]|\\.)*)")')


def relink_canvas(text: str, source: str, aims: LinkAims, *, shows_old: bool = False) -> str:
    """The same text where nothing in it is meant."""
    edits = []
    for found in _PROPERTY.finditer(text):
        try:
            value = json.loads(found[2])
        except ValueError:  # no JSON: then it is no canvas, and not ours to mend
            continue
        if found[1] == "file":
            wanted = aims.moved.get(value, value)
        else:
            wanted = relink(value, partial(_find, aims, source), shows_old=shows_old)
        if wanted != value:
            edits.append(Edit(*found.span(2), json.dumps(wanted, ensure_ascii=False)))
    return apply_edits(text, edits)


def _find(aims: LinkAims, source: str, linkpath: str) -> str | None:
    return aims.find(linkpath, source)
