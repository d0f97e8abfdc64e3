"""Asking a feed, over HTTP: the only place of vaultnet that opens a connection, and only `news --fetch` comes here.

fetch_feed("https://tidemark.example/feed.xml", Validators(etag='"a1"'))
-> FeedAnswer(data=b"<rss>...", url="https://...", content_type="application/rss+xml", validators=Validators('"a2"'))
-> None                                         nothing new since (304)
-> FeedFault("https://... is not there any more ...")     a value: one broken feed does not stop the others

Whoever answers is a stranger: every wait has an end, every size a limit, and no address leads anywhere but to the web.
"""

import http.client
import socket
import ssl
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import IO, Any, NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from vaultnet.storage.deadline import Deadline

_CHUNK = 65_536
_GZIP = 31  # how zlib is told of it
_MOST_REDIRECTS = 5
_REDIRECTS = range(300, 400)
_HEADERS = {
    "Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "User-Agent": "vaultnet",
}
_URL_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"
_LOOK_FOR_IT = "look for the feed's address, and write it into `feed`"


class Validators(NamedTuple):
    """What tells a server which version is known here, as it said it itself."""

    etag: str = ""
    modified: str = ""


class Limits(NamedTuple):
    """`timeout`: seconds without a byte; `whole`: seconds for everything; `size`: bytes, unpacked."""

    timeout: float = 10
    whole: float = 30
    size: int = 5_000_000


class FeedAnswer(NamedTuple):
    """`url` is where it came from in the end."""

    data: bytes
    url: str
    content_type: str
    validators: Validators


class FeedFault(NamedTuple):
    """Why there is no answer, and what to do; a sentence that begins with the address."""

    message: str


class _NotFetched(Exception):  # noqa: N818  (carries a fault out of urllib)
    """Its only argument is the message."""


def fetch_feed(url: str, known: Validators, limits: Limits) -> FeedAnswer | FeedFault | None:
    """One feed; None where it is as it was. Never raises for anything that a server, or the lack of one, can do."""
    try:
        request = urllib.request.Request(  # noqa: S310  (the opener knows no scheme but http and https)
            ascii_address(url), headers=_HEADERS | _conditions(known)
        )
    except ValueError:
        return FeedFault(f"{url} is no address of the web: write it as https://...")
    with Deadline(limits.whole) as deadline:
        try:
            return _fetch(url, request, limits, deadline)
        except _NotFetched as error:
            return FeedFault(str(error))
        except urllib.error.HTTPError as error:
            error.close()
            return None if error.code == HTTPStatus.NOT_MODIFIED else FeedFault(_status_message(url, error.code))
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            if deadline.has_passed:
                return FeedFault(f"{url} was not read within {limits.whole:g} seconds: try again later")
            return FeedFault(_error_message(url, error, limits))


def ascii_address(url: str) -> str:
    """The address as it goes over the wire: `https://bücher.example/ä` -> `https://xn--bcher-kva.example/%C3%A4`."""
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or set("@ ") & set(parts.netloc):
        raise ValueError(url)
    port = f":{parts.port}" if parts.port else ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    path, query = (quote(part, safe=_URL_CHARACTERS) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def _conditions(known: Validators) -> dict[str, str]:
    found = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in found.items() if value and value.isprintable()}


def _fetch(url: str, request: urllib.request.Request, limits: Limits, deadline: Deadline) -> FeedAnswer:
    with _opener(url, deadline).open(request, timeout=limits.timeout) as response:
        data = _read(url, response, limits)
        if deadline.has_passed:
            raise TimeoutError
        headers = response.headers
        return FeedAnswer(
            data,
            response.url,
            headers.get("Content-Type", ""),
            Validators(headers.get("ETag", ""), headers.get("Last-Modified", "")),
        )


def _opener(url: str, deadline: Deadline) -> urllib.request.OpenerDirector:
    """As urllib's own, proxies of the environment among it, but without handlers for ftp:, file: and data:."""
    opener = urllib.request.OpenerDirector()
    opener.addheaders = []
    handlers = (
        urllib.request.ProxyHandler(), _Http(deadline), _Https(deadline), _Redirects(url),
        urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    )  # fmt: skip
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _connection(kind: type[http.client.HTTPConnection], deadline: Deadline, host: str, **options: Any) -> Any:
    """A connection whose socket the deadline guards from its first byte on."""
    connection = kind(host, **options)

    def connect(address: tuple[str, int], *rest: Any) -> socket.socket:
        made = socket.create_connection(address, *rest)
        deadline.guard(made)
        return made

    connection._create_connection = connect  # type: ignore[attr-defined]  # noqa: SLF001  (where http.client makes it)
    return connection


class _Http(urllib.request.HTTPHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_connection, http.client.HTTPConnection, self._deadline), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        connect = partial(_connection, http.client.HTTPSConnection, self._deadline)
        return self.do_open(connect, req, context=ssl.create_default_context())


class _Redirects(urllib.request.HTTPRedirectHandler):
    """A few, each to another address, and only to the web."""

    max_redirections = _MOST_REDIRECTS

    def __init__(self, url: str) -> None:
        self._url = url

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        fp.close()
        visited: Mapping[str, int] = getattr(req, "redirect_dict", {})
        if len(visited) >= _MOST_REDIRECTS or newurl in visited:
            raise _NotFetched(f"{self._url} leads from one address to the next without an end: {_LOOK_FOR_IT}")
        try:
            target = ascii_address(newurl)
        except ValueError as error:
            raise _NotFetched(_leads_away(self._url)) from error
        return super().redirect_request(req, fp, code, msg, headers, target)


def _read(url: str, response: http.client.HTTPResponse, limits: Limits) -> bytes:
    """The body, unpacked as it comes: neither an endless one nor one that unpacks without an end is ever held."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "", "gzip", "x-gzip"}:
        raise _NotFetched(f"{url} comes packed in a way that nobody asked for: look for another feed of theirs")
    unpack = None if encoding in {"identity", ""} else zlib.decompressobj(_GZIP)
    found = bytearray()
    while chunk := response.read1(_CHUNK):
        found += unpack.decompress(chunk, limits.size + 1 - len(found)) if unpack else chunk
        if len(found) > limits.size:
            megabytes = f"{limits.size / 1_000_000:g}"
            raise _NotFetched(f"{url} is larger than {megabytes} MB, which no feed is: {_LOOK_FOR_IT}")
    if response.length or (unpack and found and not unpack.eof):  # less has come than was announced
        raise http.client.IncompleteRead(b"")
    return bytes(found)


def _status_message(url: str, status: int) -> str:
    """What an answer other than "here it is" means for whoever keeps the address."""
    if status in _REDIRECTS:
        return _leads_away(url)
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return f"{url} is not given to programs (status {status}): look for another feed of theirs"
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"{url} is in trouble (status {status}): try again later"
    return f"{url} is not there (status {status}): {_LOOK_FOR_IT}"


def _error_message(url: str, error: Exception, limits: Limits) -> str:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return f"{url} gave no answer for {limits.timeout:g} seconds: try again later"
    if isinstance(reason, ssl.SSLError):
        return f"{url} cannot show who it is (its certificate does not hold): try again later"
    if isinstance(reason, ConnectionResetError | http.client.HTTPException | zlib.error | ValueError):
        return f"{url} broke off in the middle of its answer: try again later"
    if isinstance(reason, OSError):
        return f"{url} cannot be reached: check the address, and whether you are online"
    return _leads_away(url)


def _leads_away(url: str) -> str:
    return f"{url} leads away from the web: {_LOOK_FOR_IT}"
