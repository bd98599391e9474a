"""Reads a web server's answer to "what lies here?" (WebDAV multistatus, RFC 4918, section 13), believing nothing of it.

An answer is read piece by piece and never held whole. One that declares a document type is refused, and with it every
entity it could expand to. Paths of the server serve to find the names in a folder and go no further.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit
from xml.parsers import expat

from kpm_desktop.sync import naming

#: What a folder is asked for: only whether a thing is a folder itself.
QUESTION = b'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'

_MAX_DEPTH = 32
_MAX_HREF = 8192
_MAX_TOKEN = 1 << 18

_MULTISTATUS, _RESPONSE, _HREF = "DAV: multistatus", "DAV: response", "DAV: href"
_RESOURCETYPE, _COLLECTION = "DAV: resourcetype", "DAV: collection"


class NotMultistatus(Exception):
    """The answer is something else, or no whole one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a listing: where the server says it is, and whether that is a folder."""

    href: str
    folder: bool


def entries(pieces: Iterable[bytes]) -> Iterator[Entry]:
    """The entries in the order met; `NotMultistatus` as soon as it shows that this is no such answer."""
    reader = _Reader()
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.opened
    parser.EndElementHandler = reader.closed
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.declared
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _MAX_TOKEN:
                raise NotMultistatus("no end of one piece")
            yield from reader.taken()
        parser.Parse(b"", True)
    except expat.ExpatError as failure:
        raise NotMultistatus(str(failure)) from failure
    yield from reader.taken()


class _Reader:
    def __init__(self) -> None:
        self._path: list[str] = []
        self._href: list[str] = []
        self._length = 0
        self._folder = False
        self._found: list[Entry] = []

    def taken(self) -> list[Entry]:
        """What was found since the last time."""
        found, self._found = self._found, []
        return found

    def declared(self, *_: object) -> None:
        raise NotMultistatus("a document type")

    def opened(self, name: str, _: dict[str, str]) -> None:
        self._path.append(name)
        if self._path[0] != _MULTISTATUS or len(self._path) > _MAX_DEPTH:
            raise NotMultistatus(name)
        if self._path == [_MULTISTATUS, _RESPONSE]:
            self._href, self._length, self._folder = [], 0, False
        elif name == _COLLECTION and self._path[-2] == _RESOURCETYPE:
            self._folder = True

    def closed(self, _: str) -> None:
        href = "".join(self._href).strip()
        if self._path == [_MULTISTATUS, _RESPONSE] and href and self._length <= _MAX_HREF:
            self._found.append(Entry(href, self._folder))
        self._path.pop()

    def text(self, text: str) -> None:
        if self._path == [_MULTISTATUS, _RESPONSE, _HREF]:
            self._length += len(text)
            if self._length <= _MAX_HREF:
                self._href.append(text)


def is_place(entry: Entry, path: str) -> bool:
    """Whether an entry is the folder at this path of the server."""
    return entry.folder and _parts(entry.href, path) == _parts(path, path)


def bundles(found: Iterable[Entry], path: str) -> Iterator[str]:
    """The names of the bundles that lie directly in the folder at this path."""
    here = _parts(path, path)
    inside: dict[str, bool] = {}
    for entry in found:
        head, _, tail = entry.href.rpartition("/")
        name = unquote(tail)
        if entry.folder or not naming.is_bundle(name):
            continue
        if head not in inside:
            inside[head] = _parts(entry.href, path)[:-1] == here
        if inside[head]:
            yield name


def _parts(href: str, path: str) -> list[str]:
    """The decoded parts of the path an href means, asked at a path: servers give whole addresses, paths, or names
    alone, and differ in case and spelling from what they were asked."""
    try:
        parts = urlsplit(urljoin(f"https://server{path}", href)).path.split("/")
    except ValueError:
        return [""]
    return [unicodedata.normalize("NFC", unquote(part)).casefold() for part in parts if part]
