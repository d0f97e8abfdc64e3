"""A real HTTP server on loopback, with every kind of answer that a feed's address has ever given to anybody."""

import gzip
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.conftest import guard

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Tidemark</title>
<item><title>Office in Lisbon</title><link>/lisbon</link><guid isPermaLink="false">77</guid>
<pubDate>Fri, 12 Jun 2026 09:00:00 GMT</pubDate></item>
<item><title>Half-year figures</title><link>https://tidemark.example/h1</link>
<pubDate>Mon, 01 Jun 2026 09:00:00 GMT</pubDate></item>
</channel></rss>
"""
ETAG = '"v1"'


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, FeedServer)
        self.server.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        answer = self.server.answers.get(self.path.partition("?")[0])
        if answer is None:
            self.reply(404, b"<h1>Not found</h1>", {"Content-Type": "text/html"})
        else:
            answer(self)

    def reply(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), "Connection": "close", **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


Answer = Callable[[_Handler], object]


class FeedServer(ThreadingHTTPServer):
    """`answers` by path; `asked`: every path with its headers, as they came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what half of these tests are about."""

    def serve(self, path: str, body: bytes, content_type: str = "application/rss+xml", **headers: str) -> str:
        """Answer a path with a body; its address."""
        sent = {"Content-Type": content_type, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.answers[path] = lambda handler: handler.reply(200, body, sent)
        return self.url + path

    def redirect(self, path: str, target: str, status: int = 301) -> str:
        self.answers[path] = lambda handler: handler.reply(status, b"", {"Location": target})
        return self.url + path

    def fail(self, path: str, status: int) -> str:
        self.answers[path] = lambda handler: handler.reply(status, b"no")
        return self.url + path

    def serve_versioned(self, path: str, body: bytes, etag: str = ETAG, modified: str = "") -> str:
        """A feed that knows what its reader has already."""

        def answer(handler: _Handler) -> None:
            has_it = handler.headers.get("If-None-Match") == etag
            headers = {"ETag": etag, "Content-Type": "application/rss+xml", "Last-Modified": modified}
            handler.reply(304 if has_it else 200, b"" if has_it else body, headers)

        self.answers[path] = answer
        return self.url + path

    def trickle(self, path: str, *, in_headers: bool = False) -> str:
        """A byte now and then, for ever: no single wait is long."""

        def answer(handler: _Handler) -> None:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: " if in_headers else b"HTTP/1.1 200 OK\r\n\r\n")
            while not self.closing.wait(0.01):
                handler.wfile.write(b"x")

        self.answers[path] = answer
        return self.url + path

    def stay_silent(self, path: str) -> str:
        self.answers[path] = lambda _: self.closing.wait(2)
        return self.url + path

    def pour(self, path: str) -> str:
        """A body without an end, as fast as it is read."""

        def answer(handler: _Handler) -> None:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            while not self.closing.is_set():
                handler.wfile.write(b"<item/>" * 10_000)

        self.answers[path] = answer
        return self.url + path


def gzip_bomb(megabytes: int) -> bytes:
    """A few kilobytes that unpack into many megabytes."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(megabytes)) + packer.flush()


def gzipped(body: bytes) -> bytes:
    return gzip.compress(body)


@contextmanager
def feed_server() -> Iterator[FeedServer]:
    guard.servers += 1
    server = FeedServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
        guard.servers -= 1
