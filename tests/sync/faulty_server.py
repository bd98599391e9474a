"""A small WebDAV server that does as it should, except where a test tells it not to."""

import base64
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from tests.sync.certificates import Certificate

USER, PASSWORD = "ani", "rahasia-7"

#: Handles a request instead of the server; False to let the server do it after all.
Fault = Callable[["Request"], bool | None]


class FaultyServer(ThreadingHTTPServer):
    """Files and folders by path, and the faults by method. asked: every request's method and path. closing: set when
    the test is over, for whoever waits."""

    daemon_threads = True

    def __init__(self, certificate: Certificate) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.files: dict[str, bytes] = {}
        self.folders = {"/", "/dav/"}
        self.faults: dict[str, Fault] = {}
        self.asked: list[tuple[str, str]] = []
        self.closing = threading.Event()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.file, certificate.key)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    @property
    def url(self) -> str:
        """The WebDAV folder."""
        return f"https://127.0.0.1:{self.server_address[1]}/dav/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""


class Request(BaseHTTPRequestHandler):
    """One connection's requests, one after the other."""

    protocol_version = "HTTP/1.1"
    server: FaultyServer
    _body: bytes | None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):
            return self._do
        raise AttributeError(name)

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""

    @property
    def body(self) -> bytes:
        """What was sent with the request."""
        if self._body is None:
            self._body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        return self._body

    def reply(self, status: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> None:
        """A whole answer."""
        self._body = self.body
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), "Content-Type": kind, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> bool:
        """Cuts the line where it is."""
        self.close_connection = True
        cast(ssl.SSLSocket, self.connection).shutdown(2)
        return True

    def _do(self) -> None:
        self._body = None
        self.server.asked.append((self.command, self.path))
        fault = self.server.faults.get(self.command)
        if fault is not None and fault(self) is not False:
            return
        known = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.headers.get("Authorization") != known:
            self.reply(401, WWW_Authenticate="Basic")
            return
        getattr(self, f"_{self.command.lower()}")(unquote(self.path))

    def _propfind(self, path: str) -> None:
        if path not in self.server.folders:
            self.reply(404)
            return
        inside = [*self.server.folders, *self.server.files] if self.headers["Depth"] == "1" else []
        shown = [path, *(other for other in inside if other.rstrip("/").rpartition("/")[0] + "/" == path != other)]
        self.reply(207, multistatus(*shown), "application/xml")

    def _mkcol(self, path: str) -> None:
        self.server.folders.add(path)
        self.reply(201)

    def _get(self, path: str) -> None:
        found = self.server.files.get(path)
        self.reply(404) if found is None else self.reply(200, found)

    def _put(self, path: str) -> None:
        if self.headers.get("If-None-Match") == "*" and path in self.server.files:
            self.reply(412)
            return
        self.server.files[path] = self.body
        self.reply(201)

    def _move(self, path: str) -> None:
        target = unquote(urlsplit(self.headers["Destination"]).path)
        if path not in self.server.files:
            self.reply(404)
        elif target in self.server.files and self.headers["Overwrite"] == "F":
            self.reply(412)
        else:
            self.server.files[target] = self.server.files.pop(path)
            self.reply(201)

    def _delete(self, path: str) -> None:
        self.reply(204 if self.server.files.pop(path, None) is not None else 404)


def multistatus(*hrefs: str) -> bytes:
    """A listing; what ends in `/` is a folder."""
    entries = "".join(
        f"<d:response><d:href>{href}</d:href><d:propstat><d:prop><d:resourcetype>"
        f"{'<d:collection/>' if href.endswith('/') else ''}</d:resourcetype></d:prop>"
        "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
        for href in hrefs
    )
    return f'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">{entries}</d:multistatus>'.encode()


@contextmanager
def faulty_server(certificate: Certificate) -> Iterator[FaultyServer]:
    """The server, in threads, for as long as the block lasts."""
    server = FaultyServer(certificate)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
