"""Makes a route of what a person typed: a folder's path, or an address on the web. The list of what there is."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.folder import FOLDER, FolderRoute
from kpm_desktop.sync.route import Route, RouteKind
from kpm_desktop.sync.web_address import WEB, checked, web_address

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]+):/", re.ASCII)


class Account(NamedTuple):
    """What a place may ask for. ca_file: certificates to trust beside the system's."""

    user: str = ""
    password: str = ""
    ca_file: Path | None = None


class _Way(NamedTuple):
    kind: RouteKind
    make: Callable[[str, Account], Route]


def route_at(text: str, *, user: str = "", password: str = "", ca_file: Path | None = None) -> Route:
    """A folder for a path or `file://…`, WebDAV for `https://[user@]host[:port]/path/`; refuses (`route.…`) the rest.

    user: goes before one typed in the address. ca_file: certificates to trust beside the system's. Nothing is asked
    of the place itself.
    """
    return _way(text).make(text, Account(user, password, ca_file))


def kind_at(text: str) -> RouteKind:
    """What the place of an address is like, as far as its beginning tells; refuses what begins like none."""
    return _way(text).kind


def _way(text: str) -> _Way:
    scheme = _SCHEME.match(text)
    way = _WAYS.get(scheme[1].lower() if scheme else "")
    if way is None:
        raise refused("route.bad_address")
    return way


def _web_folder(text: str, account: Account) -> Route:
    from kpm_desktop.sync.webdav import WebDav  # the web's libraries only for whom they serve

    address = web_address(text)
    return WebDav(str(address), account.user or address.user, account.password, ca_file=account.ca_file)


def _typed_folder(text: str, account: Account) -> Route:
    if not text.strip() or "\0" in text:
        raise refused("route.bad_address")
    return FolderRoute(Path(text))


def _named_folder(text: str, account: Account) -> Route:
    """The folder of a `file://` address; a host is a shared folder on Windows and nothing elsewhere."""
    try:
        parts = urlsplit(checked(text))
    except ValueError:
        raise refused("route.bad_address") from None
    host = "" if parts.netloc == "localhost" else parts.netloc
    folder = Path(url2pathname(f"//{host}{parts.path}" if host else parts.path))
    if "\0" in unquote(parts.path) or not folder.is_absolute() or (host and not folder.drive):
        raise refused("route.bad_address")
    return FolderRoute(folder)


#: By the scheme an address begins with; a path has none.
_WAYS = {
    "": _Way(FOLDER, _typed_folder),
    "file": _Way(FOLDER, _named_folder),
    "https": _Way(WEB, _web_folder),
    "http": _Way(WEB, _web_folder),
}
