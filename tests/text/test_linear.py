"""No text makes the reader slow: four times the text takes about four times as long (promise S3)."""

import gc
import time
from collections.abc import Callable

import pytest

from vaultnet.text.block import one_line, parse_item, seal
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import parse_document
from vaultnet.text.frame import frame_of
from vaultnet.text.link import links_in_value

PUMPS = [
    "[[", "[[a", "[[a|", "[[a]", "[a](", "](", "](<a", '](a "', "](a (", "![", "![ [a](b) ", "[a](%41%ff", "\\[[a]]",
    "<!--", "x <!-- ", "- [ ] ", "- [ ] \n", "- ", "- - \n", "2. ", "2. a\n", "> ", "> > a\n", ">", "`", "`a``b```c",
    "%%", "%% ", "%%\n", "$", "$a", "$$\n", "$$ a", "(", "[", "::", "a::", "[a:: ", "(a:: ", "[a:: b] ", "a:: b\n",
    "#", " #a", "# a\n", " #a////", "~~~\n", "````` x\n```\n", "*", "* ", "_ ", "a\n=\n", "<<<<<<< a\n", "=======\n",
    "<<<<<<< a\n=======\n", "<<<<<<< a\n=======\n>>>>>>> a\n", "<!-- vaultnet:a -->\n", "vaultnet:",
    "<!-- /vaultnet:a -->\n", "<!-- vaultnet:a -->\n<!-- /vaultnet:a -->\n", "<", "<a b='", '<a x="\n', "</", "<div>\n",
    "<a>\n", "<script>\n", "\t", " ", "\\", "\r", "\n", " \n", "0", "1. ", "[[a#b]] #x ", "`a` [[b]] #c [k:: v]\n", " ^a",
    "📅 2026-01-01 ", "🔁 a ", "a\n\n", "a\n", "# a\na\n", "1 ", "2026-01-01\n", "\u2028", "^vn-0000000a ",
]  # fmt: skip
SMALL, LARGE = 16_000, 64_000
FLOOR = 0.005  # s: what is quicker than this is clock noise
GROWTH = 9  # four times the text: sixteen would be quadratic


def seconds(work: Callable[[str], object], text: str, enough: float) -> float:
    """The best of three, or the first that is quick enough: another could not change what comes of it."""
    best = 9.0
    for _ in range(3):
        if best < enough:
            break
        begin = time.process_time()
        work(text)
        best = min(best, time.process_time() - begin)
    return best


def read_all(text: str) -> None:
    parse_document(text)
    parse_task(text)
    parse_task(text.replace("\n", " "))
    links_in_value(text)
    one_line(text)
    seal(text)
    parse_item(f"{text} ^vn-00000000-00000000")
    for before, behind in (("", ""), ("---\n", ""), ("\n", "\n  x"), ("# a\n\n", "\n- a")):
        frame_of(f"{before}{text}{behind}".encode())


@pytest.mark.parametrize("pump", PUMPS)
def test_time_grows_with_the_text(pump: str) -> None:
    gc.disable()
    try:
        small = seconds(read_all, (pump * SMALL)[:SMALL], FLOOR)
        most = min(GROWTH * max(small, FLOOR), 4)  # slack for coverage on a busy machine; 0.1 is what it takes
        large = seconds(read_all, (pump * LARGE)[:LARGE], most)
    finally:
        gc.enable()
    assert large < most
