"""A folder on a web server that speaks WebDAV (RFC 4918): Nextcloud, Apache, nginx and their like.

A server's word is not taken for it. Success means that the file was read back from its name, byte for byte; servers
are known that ignore a condition, accept and forget, cut short, or answer everything with a page to log in.
"""

import secrets
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote, urljoin, urlsplit

from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.sync import multistatus, naming
from kpm_desktop.sync.route import RouteKind
from kpm_desktop.sync.web_address import WEB, web_address
from kpm_desktop.sync.web_server import Answer, Clock, Limits, WebServer, pieces

#: Bytes a listing may have at most, enough for about 50,000 files, and the answer about one folder itself.
MAX_LISTING = 16 << 20
MAX_ANSWER = 1 << 20

#: Beside a file's name while it is being sent. Not `.part`: Nextcloud keeps that ending for itself.
UNFINISHED = ".kpmpart"

#: Bytes after which two sealed bundles cannot be alike, being encrypted to a key made for each.
_TELLING = 1024

_KIND = "application/octet-stream"
_GONE = (404, 410)
#: What is said of a file that is forbidden or locked.
_CLOSED = (403, 423)
_NO_MOVE = (403, 405, 501, 502)
_CODES = {401: "denied", 403: "denied", 405: "not_dav", 501: "not_dav", 507: "full", 413: "limit", 511: "portal"}


class _Found(Enum):
    """What lies under a name, beside what is to lie there."""

    NOTHING = "nothing"
    SAME = "the same"
    BEGINNING = "its beginning alone"
    OTHER = "something else"
    CLOSED = "what this user may not read"


class WebDav:
    """The place at `https://…/folder/`; the folder itself may still be missing, the one above it may not.

    ca_file: certificates to trust beside the system's. connect_s: until a line stands. silence_s: without a byte
    coming or going. whole_s: a request, beside what its bytes need at the slowest line that makes sense.
    """

    def __init__(
        self,
        url: str,
        user: str = "",
        password: str = "",
        *,
        ca_file: Path | None = None,
        connect_s: float = 15.0,
        silence_s: float = 60.0,
        whole_s: float = 120.0,
        clock: Clock = time.monotonic,
    ) -> None:
        self._place = web_address(url)
        self._user = user or self._place.user
        self._password = password
        self._ca_file = ca_file
        self._limits = Limits(connect_s, silence_s, whole_s)
        self._clock = clock

    def __repr__(self) -> str:
        """Without the password."""
        return f"WebDav({self.address!r})"

    @property
    def kind(self) -> RouteKind:
        """A server."""
        return WEB

    @property
    def address(self) -> str:
        """The URL, without user and password."""
        return str(self._place)

    def probe(self) -> None:
        """Refused unless the folder, or the one it could be made in, answers as a WebDAV folder to this user."""
        with self._opened() as visit:
            visit.stand(self._place.path)

    def put(self, name: str, data: bytes, box: str = "") -> str:
        """Puts a file there; both the folder and the box are made where they alone are missing."""
        naming.alone(name)
        folder = self._folder(box)
        with self._opened() as visit:
            visit.make(folder, self._place.path)
            is_closed = True
            for namesake in naming.namesakes(name):
                found = visit.deliver(folder + quote(namesake, safe=""), data)
                if found is _Found.SAME:
                    return urljoin(self.address, folder + quote(namesake, safe=""))
                is_closed &= found is _Found.CLOSED
        if is_closed:
            raise refused("route.denied", host=urlsplit(self.address).netloc, address=self.address)
        raise refused("bundle.folder_crowded", folder=self.address, name=name)

    def listing(self, box: str = "") -> list[str]:
        """The bundles that lie there; a place that does not answer is refused and not taken for an empty one."""
        folder = self._folder(box)
        with self._opened() as visit:
            found = visit.bundles(folder)
            if found is None:
                visit.stand(self._place.path)
        return sorted(found or ())

    def fetch(self, name: str, most: int, box: str = "") -> bytes:
        """The file's bytes."""
        with self._opened() as visit:
            return visit.read(self._folder(box), naming.alone(name), most)

    def remove(self, name: str, box: str = "") -> None:
        """Takes a file away."""
        with self._opened() as visit:
            visit.remove(self._folder(box) + quote(naming.alone(name), safe=""))

    def _folder(self, box: str) -> str:
        return f"{self._place.path}{quote(naming.alone(box), safe='')}/" if box else self._place.path

    @contextmanager
    def _opened(self) -> Iterator["_Visit"]:
        server = WebServer(self._place, self._user, self._password, self._ca_file, self._limits, self._clock)
        try:
            yield _Visit(server, self.address)
        finally:
            server.close()


class _Visit:
    """A few requests to one server. Paths are percent-encoded; those of folders end in `/`."""

    def __init__(self, server: WebServer, address: str) -> None:
        self._server = server
        self._address = address
        self._host = urlsplit(address).netloc

    # Folders

    def stand(self, place: str) -> None:
        """Refused unless the place, or else the folder above it, is there."""
        if not self._is_folder(place):
            above = _above(place)
            if above == place or not self._is_folder(above):
                self._refuse_missing(place)

    def make(self, folder: str, place: str) -> None:
        """Makes the folder, and the place it lies in, where they are missing; nothing above them."""
        if self._is_folder(folder):
            return
        if folder != place:
            self.make(place, place)
        with self._server.asked("MKCOL", folder) as answer:
            if answer.status in (*_GONE, 409):
                self._refuse_missing(_above(folder))
            if answer.status != 405:  # made by somebody else meanwhile
                self._expect_done(answer)

    def bundles(self, folder: str) -> set[str] | None:
        """The bundles in a folder; None when it is not there."""
        with self._described(folder, "1", MAX_LISTING) as answer:
            if answer.status in _GONE:
                return None
            return set(multistatus.bundles(self._entries(answer, MAX_LISTING), folder))

    def _is_folder(self, folder: str) -> bool:
        """False when nothing is there; refused unless WebDAV says that this is a folder."""
        with self._described(folder, "0", MAX_ANSWER) as answer:
            if answer.status in _GONE:
                return False
            if True not in {multistatus.is_place(entry, folder) for entry in self._entries(answer, MAX_ANSWER)}:
                raise refused("route.not_dav", address=self._address)
            return True

    def _described(self, folder: str, depth: str, most: int) -> AbstractContextManager[Answer]:
        kind = "application/xml; charset=utf-8"
        question = multistatus.QUESTION
        return self._server.asked("PROPFIND", folder, question, most=most, Depth=depth, Content_Type=kind)

    def _entries(self, answer: Answer, most: int) -> Iterator[multistatus.Entry]:
        if answer.status != 207:
            self._refuse(answer)
        try:
            yield from multistatus.entries(self._bounded(answer, most))
        except multistatus.NotMultistatus as failure:
            raise refused("route.not_dav", address=self._address) from failure

    def _bounded(self, answer: Answer, most: int) -> Iterator[bytes]:
        size = 0
        for piece in pieces(answer):
            size += len(piece)
            if size > most:
                raise refused("route.crowd", address=self._address)
            yield piece

    # Files

    def deliver(self, path: str, data: bytes) -> _Found:
        """What lies there now: the file as it should, or another one that has taken the name."""
        found = self._compared(path, data)
        if found is _Found.BEGINNING and self._removed(path):  # an earlier attempt's, cut short
            found = _Found.NOTHING
        if found is _Found.NOTHING:
            placed = self._place(path, data)
            found = self._compared(path, data, ours=placed)
            if found is _Found.NOTHING or (placed and found is not _Found.SAME):
                if found is _Found.BEGINNING:
                    self._removed(path)
                raise refused("route.unsure", address=self._address)
        return found

    def read(self, folder: str, name: str, most: int) -> bytes:
        """A file's bytes, at most so many."""
        data = bytearray()
        with self._server.asked("GET", folder + quote(name, safe=""), most=most) as answer:
            if answer.status in _GONE:
                raise refused("route.not_there", name=name, address=self._address)
            if answer.status != 200 or _is_page(answer):
                self._refuse(answer)
            for piece in pieces(answer):
                data += piece
                if len(data) > most:
                    raise refused("route.too_large", name=name, address=self._address, most=most)
        return bytes(data)

    def remove(self, path: str) -> None:
        """Takes a file away; one that is not there is no fault."""
        with self._server.asked("DELETE", path) as answer:
            if answer.status not in _GONE:
                self._expect_done(answer)

    def _compared(self, path: str, data: bytes, *, ours: bool = False) -> _Found:
        """What lies there. A beginning is told from another's file by its length, unless it is known to be ours."""
        with self._server.asked("GET", path, most=len(data)) as answer:
            if answer.status in _GONE:
                return _Found.NOTHING
            if answer.status in _CLOSED and not ours:
                return _Found.CLOSED
            if answer.status != 200:
                self._refuse(answer)
            whole, at = memoryview(data), 0
            for piece in pieces(answer):
                if whole[at : at + len(piece)] != piece:
                    if _is_page(answer):
                        self._refuse(answer)
                    return _Found.OTHER
                at += len(piece)
            if at == len(data):
                return _Found.SAME
            cut = "Content-Length" in answer.headers and (ours or at >= _TELLING)
            return _Found.BEGINNING if cut else _Found.OTHER

    def _place(self, path: str, data: bytes) -> bool:
        """Sends a file and gives it its name; False when the name was taken meanwhile."""
        part = f"{path}.{secrets.token_hex(4)}{UNFINISHED}"
        try:
            with self._server.asked("PUT", part, data, Content_Type=_KIND) as answer:
                self._expect_done(answer)
            target = urljoin(self._address, path)
            with self._server.asked("MOVE", part, Destination=target, Overwrite="F") as answer:
                if answer.status in _GONE:  # taken and forgotten
                    raise refused("route.unsure", address=self._address)
                if answer.status != 412 and answer.status not in _NO_MOVE:
                    self._expect_done(answer)
                    return True
        except BaseException:
            self._removed(part)
            raise
        self._removed(part)
        return answer.status != 412 and self._put_at_once(path, data)

    def _put_at_once(self, path: str, data: bytes) -> bool:
        """For servers that move nothing: straight to the name, which was found free."""
        try:
            with self._server.asked("PUT", path, data, If_None_Match="*", Content_Type=_KIND) as answer:
                if answer.status == 412:
                    return False
                self._expect_done(answer)
                return True
        except BaseException:
            with suppress(Refused):
                if self._compared(path, data, ours=True) is _Found.BEGINNING:
                    self._removed(path)
            raise

    def _removed(self, path: str) -> bool:
        """Takes away what is not whole, where that can be done."""
        try:
            with self._server.asked("DELETE", path) as answer:
                return answer.status in (200, 204, *_GONE)
        except Refused:
            return False

    # What the server says

    def _expect_done(self, answer: Answer) -> None:
        if answer.status not in (200, 201, 202, 204) or (answer.status == 200 and _is_page(answer)):
            self._refuse(answer)

    def _refuse(self, answer: Answer) -> NoReturn:
        """Makes a sentence of an answer that is not what was asked for."""
        status = answer.status
        if status in (*_GONE, 409):
            self._refuse_missing(urlsplit(self._address).path)
        if status in _CODES:
            raise refused(f"route.{_CODES[status]}", host=self._host, address=self._address)
        if status == 200 or 300 <= status < 400:
            led_away = status != 200 and _leads_away(answer.headers.get("Location", ""), self._address)
            code = "portal" if led_away or (status == 200 and _is_page(answer)) else "not_dav"
            raise refused(f"route.{code}", host=self._host, address=self._address)
        raise refused("route.trouble", host=self._host, status=status)

    def _refuse_missing(self, folder: str) -> NoReturn:
        raise refused("route.not_found", address=urljoin(self._address, folder))


def _above(folder: str) -> str:
    return folder.rstrip("/").rpartition("/")[0] + "/"


def _leads_away(location: str, address: str) -> bool:
    """Whether a redirect goes to another server."""
    try:
        return urlsplit(urljoin(address, location)).hostname != urlsplit(address).hostname
    except ValueError:
        return True


def _is_page(answer: Answer) -> bool:
    """Whether the answer is something to look at in a browser; bundles never are."""
    return "html" in answer.headers.get("Content-Type", "").lower()
