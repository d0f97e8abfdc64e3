"""A managed block whose links were rewritten: what was generated stays known as generated.

"- [ ] Call [[Old]] ^vn-3f2a9c41-b7d0e812"  and the line with [[New]]  ->  "- [ ] Call [[New]] ^vn-3f2a9c41-0a51c2d4"

Without new sums each such line would be taken for the user's own: an open item would never be made anew, and a tick
would bring its generated words along. The KEY stays: it tells which item this is.
"""

from base64 import b64decode, b64encode

from vaultnet.text.block import TEXT_SUMS, generated_texts, parse_item, text_sum
from vaultnet.text.item_id import digest, find_item_id


def reseal(old: str, new: str) -> str:
    """The inside of a block with its sums as they must be: `new` is `old`, line by line, with other links."""
    made = generated_texts(old)
    sums: dict[bytes, bytes] = {}
    lines: list[str] = []
    for before, after in zip(old.split("\n"), new.split("\n"), strict=True):
        if before != after and before.strip() in made:
            sums[text_sum(before)] = text_sum(after)
        lines.append(after if before == after else _resealed(before, after))
    return "\n".join(_with_sums(line, sums) for line in lines)


def _resealed(before: str, after: str) -> str:
    """A line whose words somebody changed keeps its sum: it fits nothing before, and nothing afterwards."""
    old, new, found = parse_item(before), parse_item(after), find_item_id(after)
    if old is None or new is None or found is None or not (old.generated or old.offered):
        return after
    typed = old.text[len(old.offered) :]
    if typed and not new.text.endswith(typed):
        return after
    offered = new.text[: len(new.text) - len(typed)]
    return f"{after[: found.start]}^vn-{found.key}-{digest(offered)}{after[found.end :]}"


def _with_sums(line: str, sums: dict[bytes, bytes]) -> str:
    code = TEXT_SUMS.fullmatch(line.strip())
    if not sums or code is None:
        return line
    data = b64decode(code[1])
    size = len(next(iter(sums)))
    parts = (data[place : place + size] for place in range(0, len(data), size))
    return line.replace(code[1], b64encode(b"".join(sums.get(part, part) for part in parts)).decode())
