"""No text makes the reader slow: four times the text takes about four times as long (promise S3)."""

import gc
import time
from collections.abc import Callable

import pytest

from vaultnet.text.block import one_line, parse_item, seal
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import parse_document
from vaultnet.text.link import links_in_value

PUMPS = [
    "[[", "[[a", "[[a|", "[[a]", "[a](", "](", "](<a", '](a "', "](a (", "![", "![ [a](b) ", "[a](%41%ff", "\\[[a]]",
    "<!--", "x <!-- ", "- [ ] ", "- [ ] \n", "- ", "- - \n", "2. ", "2. a\n", "> ", "> > a\n", ">", "`", "`a``b```c",
    "%%", "%% ", "%%\n", "$", "$a", "$$\n", "$$ a", "(", "[", "::", "a::", "[a:: ", "(a:: ", "[a:: b] ", "a:: b\n",
    "#", " #a", "# a\n", " #a////", "~~~\n", "````` x\n```\n", "*", "* ", "_ ", "a\n=\n", "<<<<<<< a\n", "=======\n",
    "<<<<<<< a\n=======\n", "<<<<<<< a\n=======\n>>>>>>> a\n", "<!-- vaultnet:a -->\n", "vaultnet:",
    "<!-- /vaultnet:a -->\n", "<!-- vaultnet:a -->\n<!-- /vaultnet:a -->\n", "<", "<a b='", '<a x="\n', "</", "<div>\n",
    "<a>\n", "<script>\n", "\t", " ", "\\", "\r", "\n", " \n", "0", "1. ", "[[a#b]] #x ", "`a` [[b]] #c [k:: v]\n", " ^a",
    "📅 2026-01-01 ", "🔁 a ", "2026-01-01\n", "\u2028", "^vn-0000000a ",
]  # fmt: skip
SMALL, LARGE = 16_000, 64_000


def seconds(work: Callable[[str], object], text: str) -> float:
    best = 9.0
    for _ in range(3):
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


@pytest.mark.parametrize("pump", PUMPS)
def test_time_grows_with_the_text(pump: str) -> None:
    gc.disable()
    try:
        small, large = (seconds(read_all, (pump * size)[:size]) for size in (SMALL, LARGE))
    finally:
        gc.enable()
    assert large < 4  # slack for coverage on a busy machine; 0.1 is what it takes
    assert large < 9 * max(small, 0.005)  # four times the text: sixteen would be quadratic
