"""Makes a route of what a person typed: a folder's path, or an address on the web."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.route import Route
from kpm_desktop.sync.web_address import checked, web_address

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]+):/", re.ASCII)


def route_at(text: str, *, user: str = "", password: str = "", ca_file: Path | None = None) -> Route:
    """A folder for a path or `file://…`, WebDAV for `https://[user@]host[:port]/path/`; refuses (`route.…`) the rest.

    user: goes before one typed in the address. ca_file: certificates to trust beside the system's. Nothing is asked
    of the place itself.
    """
    scheme = _SCHEME.match(text)
    if not scheme:
        return FolderRoute(_typed_folder(text))
    match scheme[1].lower():
        case "file":
            return FolderRoute(_named_folder(checked(text)))
        case "https" | "http":
            from kpm_desktop.sync.webdav import WebDav  # the web's libraries only for whom they serve

            address = web_address(text)
            return WebDav(str(address), user or address.user, password, ca_file=ca_file)
    raise refused("route.bad_address")


def _typed_folder(text: str) -> Path:
    if not text.strip() or "\0" in text:
        raise refused("route.bad_address")
    return Path(text)


def _named_folder(url: str) -> Path:
    """The folder of a `file://` address; a host is a shared folder on Windows and nothing elsewhere."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise refused("route.bad_address") from None
    host = "" if parts.netloc == "localhost" else parts.netloc
    folder = Path(url2pathname(f"//{host}{parts.path}" if host else parts.path))
    if "\0" in unquote(parts.path) or not folder.is_absolute() or (host and not folder.drive):
        raise refused("route.bad_address")
    return folder
