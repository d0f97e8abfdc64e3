"""Asking a feed: against a real server on loopback, which lies, stalls, pours and runs in circles."""

import socket
from collections.abc import Iterator

import pytest

from tests.storage.feed_server import ETAG, RSS, FeedServer, feed_server, gzip_bomb, gzipped
from vaultnet.storage.deadline import Deadline
from vaultnet.storage.feed_client import FeedAnswer, FeedFault, Limits, Validators, ascii_address, fetch_feed
from vaultnet.storage.feed_round import fetch_round

NOTHING = Validators()
LIMITS = Limits(timeout=2, whole=5, size=200_000)
HASTY = Limits(timeout=0.1, whole=0.2, size=200_000)
LOOK = ": look for the feed's address, and write it into `feed`"


@pytest.fixture(scope="module")
def server() -> Iterator[FeedServer]:
    with feed_server() as running:
        yield running


def fetch(url: str, known: Validators = NOTHING, limits: Limits = LIMITS) -> FeedAnswer | FeedFault | None:
    return fetch_feed(url, known, limits)


def message(url: str, limits: Limits = LIMITS) -> str:
    """What is said of an address that gives no feed, without the address."""
    answer = fetch(url, limits=limits)
    assert isinstance(answer, FeedFault), answer
    assert answer.message.startswith(f"{url} ")
    return answer.message.removeprefix(f"{url} ")


def data(url: str) -> bytes:
    answer = fetch(url)
    assert isinstance(answer, FeedAnswer), answer
    return answer.data


def test_an_answer_with_its_version(server: FeedServer) -> None:
    url = server.serve("/feed", RSS, ETag=ETAG, Last_Modified="Mon, 01 Jun 2026 09:00:00 GMT")
    assert fetch(url) == FeedAnswer(RSS, url, "application/rss+xml", Validators(ETAG, "Mon, 01 Jun 2026 09:00:00 GMT"))


def test_what_is_asked_for(server: FeedServer) -> None:
    fetch(server.serve("/asked", RSS), Validators(ETAG, "Mon, 01 Jun 2026 09:00:00 GMT"))
    path, headers = server.asked[-1]
    assert path == "/asked"
    assert headers.pop("Host").startswith("127.0.0.1:")
    assert headers.pop("Accept").startswith("application/rss+xml")
    assert headers == {
        "Accept-Encoding": "gzip",
        "User-Agent": "vaultnet",
        "If-None-Match": ETAG,
        "If-Modified-Since": "Mon, 01 Jun 2026 09:00:00 GMT",
        "Connection": "close",
    }


def test_nothing_new_since(server: FeedServer) -> None:
    url = server.serve_versioned("/versioned", RSS)
    assert isinstance(fetch(url), FeedAnswer)
    assert fetch(url, Validators(etag=ETAG)) is None


def test_a_version_that_would_break_the_request_is_not_sent(server: FeedServer) -> None:
    assert isinstance(fetch(server.serve("/plain", RSS), Validators(etag='"a"\r\nX-Evil: 1')), FeedAnswer)
    assert "X-Evil" not in server.asked[-1][1]


def test_packed_answers(server: FeedServer) -> None:
    assert data(server.serve("/gzip", gzipped(RSS), Content_Encoding="gzip")) == RSS
    assert data(server.serve("/empty", b"", Content_Encoding="gzip")) == b""
    assert message(server.serve("/half", gzipped(RSS)[:-9], Content_Encoding="gzip")).startswith("broke off")
    assert message(server.serve("/not", RSS, Content_Encoding="gzip")).startswith("broke off")
    assert message(server.serve("/brotli", RSS, Content_Encoding="br")).startswith("comes packed in a way")


def test_what_is_too_large_is_not_read_to_its_end(server: FeedServer) -> None:
    larger = f"is larger than 0.2 MB, which no feed is{LOOK}"
    bomb = gzip_bomb(50)
    assert len(bomb) < LIMITS.size
    assert message(server.serve("/bomb", bomb, Content_Encoding="gzip")) == larger
    assert message(server.pour("/endless")) == larger
    assert len(data(server.serve("/just", b"x" * LIMITS.size))) == LIMITS.size
    assert message(server.serve("/over", b"x" * (LIMITS.size + 1))) == larger


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        (401, "is not given to programs (status 401): look for another feed of theirs"),
        (403, "is not given to programs (status 403): look for another feed of theirs"),
        (404, f"is not there (status 404){LOOK}"),
        (410, f"is not there (status 410){LOOK}"),
        (429, "is in trouble (status 429): try again later"),
        (500, "is in trouble (status 500): try again later"),
        (503, "is in trouble (status 503): try again later"),
        (300, f"leads away from the web{LOOK}"),
    ],
)
def test_a_status_that_is_no_answer(server: FeedServer, status: int, wanted: str) -> None:
    assert message(server.fail("/status", status)) == wanted


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(server: FeedServer, status: int) -> None:
    url = server.redirect("/moved", "/there?a=%C3%BC", status)
    server.serve("/there", RSS)
    answer = fetch(url)
    assert isinstance(answer, FeedAnswer)
    assert answer.url == f"{server.url}/there?a=%C3%BC"


def test_redirects_come_to_an_end(server: FeedServer) -> None:
    endless = f"leads from one address to the next without an end{LOOK}"
    server.redirect("/b", "/a")
    assert message(server.redirect("/a", "/b")) == endless
    assert message(server.redirect("/self", "/self")) == endless
    for number in range(9):
        server.redirect(f"/hop{number}", f"/hop{number + 1}")
    asked = len(server.asked)
    assert message(f"{server.url}/hop0") == endless
    assert len(server.asked) - asked <= 6


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/feed",
        "data:text/xml,x",
        "javascript:x",
        "http://a@127.0.0.1/",
        "gopher://x",
    ],
)
def test_a_redirect_leads_nowhere_but_to_the_web(server: FeedServer, target: str) -> None:
    assert message(server.redirect("/away", target)) == f"leads away from the web{LOOK}"


def test_a_redirect_without_a_target(server: FeedServer) -> None:
    assert message(server.fail("/nowhere", 302)) == f"leads away from the web{LOOK}"


@pytest.mark.parametrize(
    "url", ["", "feed", "file:///etc/passwd", "ftp://127.0.0.1/", "http://", "https://a b/", "http://user:word@127.0.0.1/", "http://[::1", "http://x:99999/", "javascript:alert(1)", "http://\ud800/"]
)  # fmt: skip
def test_what_is_no_address_is_not_asked(url: str) -> None:
    answer = fetch(url)
    assert isinstance(answer, FeedFault)
    assert answer.message == f"{url} is no address of the web: write it as https://..."


def test_addresses_go_over_the_wire_in_ascii() -> None:
    assert ascii_address("https://bücher.example/ä b?q=é#top") == "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%A9"
    assert ascii_address("http://[::1]:8080/a%20b") == "http://[::1]:8080/a%20b"


def test_slowness_has_an_end(server: FeedServer) -> None:
    assert message(server.stay_silent("/silent"), HASTY) == "gave no answer for 0.1 seconds: try again later"
    drip = "was not read within 0.2 seconds: try again later"
    assert message(server.trickle("/drip"), HASTY) == drip
    assert message(server.trickle("/drip-headers", in_headers=True), HASTY) == drip


def test_a_connection_that_is_made_after_the_end_is_cut_at_once() -> None:
    mine, theirs = socket.socketpair()
    with mine, theirs, Deadline(60) as deadline:
        deadline._pass()
        deadline.guard(mine)
        assert deadline.has_passed
        assert mine.recv(1) == b""


def test_an_answer_that_breaks_off(server: FeedServer) -> None:
    assert message(server.serve("/short", RSS, Content_Length="99999")).startswith("broke off")
    server.answers["/nothing"] = lambda _: None
    assert message(f"{server.url}/nothing").startswith("broke off")
    server.answers["/odd"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")
    assert message(f"{server.url}/odd").startswith("broke off")
    server.answers["/headers"] = lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nA: " + b"x" * 99_000)
    assert message(f"{server.url}/headers").startswith("broke off")


def test_a_server_that_is_not_there(server: FeedServer) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    unreachable = "cannot be reached: check the address, and whether you are online"
    assert message(f"http://127.0.0.1:{port}/") == unreachable


def test_a_name_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert message("https://tidemark.example/feed").startswith("cannot be reached")


def test_a_server_that_cannot_show_who_it_is(server: FeedServer) -> None:
    assert "certificate" in message(server.url.replace("http:", "https:") + "/feed")


def test_a_proxy_of_the_environment_is_used(server: FeedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.serve("http://tidemark.example/feed", RSS)  # what a proxy is asked for is the whole address
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert data("http://tidemark.example/feed") == RSS


def test_one_that_is_slow_or_broken_does_not_hold_up_the_others(server: FeedServer) -> None:
    urls = [
        server.stay_silent("/still"),
        server.serve("/one", RSS),
        server.fail("/two", 500),
        server.serve("/three", RSS),
    ]
    answers = dict(fetch_round(dict.fromkeys(urls, Validators()), HASTY))
    assert list(answers) == urls
    assert [type(answer).__name__ for answer in answers.values()] == [
        "FeedFault",
        "FeedAnswer",
        "FeedFault",
        "FeedAnswer",
    ]
