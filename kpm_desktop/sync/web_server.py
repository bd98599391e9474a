"""One web server, asked over HTTPS: bounded in time and size, and every failure of the line a sentence.

urllib3 speaks HTTP and truststore asks the system which certificates it trusts; both are imported here alone. What
neither bounds is a server that sends a byte now and then for ever: every wait on the socket ends at the `Patience`
of its request.
"""

import io
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any, cast

import truststore
import urllib3
from urllib3.exceptions import HTTPError, LocationParseError, NewConnectionError
from urllib3.exceptions import TimeoutError as WebTimeout

from kpm_desktop.db.files import reading
from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.sync.web_address import WebAddress

Clock = Callable[[], float]
Answer = urllib3.BaseHTTPResponse

#: A request that moves fewer bytes a second than this on average is given up; a telephone line of 1995 does better.
SLOWEST = 2048

#: How much of an answer nobody wants is read so that the line can be used again.
_DRAIN = 65536
_PIECE = 65536

#: The system may hold back no more than this: a megabyte waiting on a slow line would look like a server's silence.
_OPTIONS = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), (socket.SOL_SOCKET, socket.SO_SNDBUF, 65536)]

#: Bytes a file of certificates may have; those of a whole system take a quarter of it.
MAX_CERTIFICATES = 1 << 20

#: Bytes the head of an answer may have, and a body beside those wanted: what is read ahead, and chunks' wrapping.
_SLACK = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: until a line stands, of silence on it, and for a whole request beside the time its bytes need."""

    connect_s: float
    silence_s: float
    whole_s: float


class Patience:
    """How long one request may still take, and how much it may still answer. Each byte that moved adds to the time."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """A new request starts now; what comes first is the head of its answer."""
        self._end = self._clock() + self._limits.whole_s
        self._room = _SLACK

    def expect(self, most: int) -> None:
        """Now comes a body, of which so many bytes are wanted."""
        self._room = _SLACK + 2 * most

    def wait_s(self) -> float:
        """The longest the next wait may be; TimeoutError when there is none left."""
        left = self._end - self._clock()
        if left <= 0:
            raise TimeoutError
        return min(left, self._limits.silence_s)

    def moved(self, count: int) -> None:
        """Some bytes came or went."""
        self._end += count / SLOWEST

    def came(self, count: int) -> None:
        """Some bytes came; ConnectionAbortedError when they are more than any honest answer has."""
        self.moved(count)
        self._room -= count
        if self._room < 0:
            raise ConnectionAbortedError


class _PatientFile(io.RawIOBase):
    """What is read from a socket."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock = sock
        self._file = cast(io.RawIOBase, sock.makefile("rb", buffering=0))
        self._patience = patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        self._sock.settimeout(self._patience.wait_s())
        count = self._file.readinto(buffer)
        self._patience.came(count or 0)
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


class _PatientSocket:
    """A connected socket as `http.client` uses one; what is not said here is the socket's own."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock = sock
        self._patience = patience

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def sendall(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._sock.settimeout(self._patience.wait_s())
            try:
                count = self._sock.send(rest[:_PIECE])
            except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as failure:
                raise BrokenPipeError from failure  # urllib3 then looks whether the server said why
            self._patience.moved(count)
            rest = rest[count:]

    def makefile(self, _: str) -> io.BufferedReader:
        return io.BufferedReader(_PatientFile(self._sock, self._patience))


class _Connection(urllib3.connection.HTTPSConnection):
    def __init__(self, *args: Any, patience: Patience, **words: Any) -> None:
        super().__init__(*args, **words)
        self._patience = patience

    def connect(self) -> None:
        super().connect()
        self.sock = cast(Any, _PatientSocket(cast(socket.socket, self.sock), self._patience))


class _Pool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Connection


class WebServer:
    """The server of one address, for a few requests one after the other over one line. It follows no redirect."""

    def __init__(
        self, address: WebAddress, user: str, password: str, ca_file: Path | None, limits: Limits, clock: Clock
    ) -> None:
        self._host = address.host
        self._patience = Patience(limits, clock)
        self._headers = {"Accept-Encoding": "identity", "Cache-Control": "no-cache", "User-Agent": "kpm-desktop"}
        if user or password:
            self._headers["Authorization"] = "Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii")
        self._pool = _Pool(
            address.host,
            address.port,
            timeout=urllib3.Timeout(connect=limits.connect_s, read=limits.silence_s),
            ssl_context=_trust(ca_file),
            socket_options=_OPTIONS,
            patience=self._patience,
        )

    def close(self) -> None:
        """Hangs up."""
        self._pool.close()

    @contextmanager
    def asked(
        self, method: str, path: str, body: bytes | None = None, *, most: int = 0, **headers: str
    ) -> Iterator[Answer]:
        """A request's answer, its status and headers come, its body to be read with `pieces`. Words of a header's
        name are joined with `_`; of the body about `most` bytes are wanted. Refuses `route.certificate`,
        `route.no_answer` or `route.cut`."""
        self._patience.begin()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            answer = self._pool.urlopen(
                method,
                path,
                body,
                {**self._headers, **named},
                retries=False,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            self._patience.expect(most)
            try:
                yield answer
                answer.read(_DRAIN)
            finally:
                answer.close()
        except (HTTPError, HTTPException, OSError) as failure:
            raise _explained(failure, self._host) from failure


def pieces(answer: Answer) -> Iterator[bytes]:
    """An answer's body piece by piece; whoever reads it says when it is enough."""
    while piece := answer.read(_PIECE):
        yield piece


def _trust(ca_file: Path | None) -> ssl.SSLContext:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file is not None:
        try:
            with reading(ca_file) as file:
                certificates = file.read(MAX_CERTIFICATES + 1)
            if len(certificates) > MAX_CERTIFICATES:
                raise refused("route.ca_file", path=ca_file)
            context.load_verify_locations(cadata=certificates.decode("ascii", "ignore"))
        except (OSError, ValueError, Refused) as failure:
            raise refused("route.ca_file", path=ca_file) from failure
    return context


def _explained(failure: Exception, host: str) -> Refused:
    causes = list(_causes(failure))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return refused("route.certificate", host=host)
    silent = (WebTimeout, TimeoutError, NewConnectionError, LocationParseError, ssl.SSLError)
    if any(isinstance(cause, silent) and not isinstance(cause, ssl.SSLEOFError) for cause in causes):
        return refused("route.no_answer", host=host)
    return refused("route.cut", host=host)


def _causes(failure: BaseException) -> Iterator[BaseException]:
    """A failure and those it carries; the libraries put one into the other."""
    yield failure
    for inner in failure.args:
        if isinstance(inner, BaseException):
            yield from _causes(inner)
