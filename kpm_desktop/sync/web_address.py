"""An address of a place on the web, as a person typed it: what is taken, and what is refused without repeating it."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, unquote, unquote_to_bytes, urlsplit

from kpm_desktop.domain.errors import refused
from kpm_desktop.sync.route import RouteKind

#: What places on the web are like; said here, where nothing of the web's libraries is imported.
WEB = RouteKind("web", needs_line=True)

_HOST = re.compile(r"\w[\w-]{0,62}(\.\w[\w-]{0,62}){0,30}|[0-9a-f:.]*:[0-9a-f:.]*", re.ASCII)
_PORT = 443


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A folder on a server. path: percent-encoded, begins and ends with `/`. user: "" when none was typed."""

    host: str
    port: int
    path: str
    user: str

    def __str__(self) -> str:
        """The address without the user."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORT else f":{self.port}"
        return f"https://{host}{port}{self.path}"


def web_address(text: str) -> WebAddress:
    """Reads `https://[user@]host[:port]/path/`; refuses (`route.…`) everything else. Nothing of what was typed is
    repeated in a refusal: it may be a password."""
    try:
        return _read(urlsplit(checked(text)))
    except (ValueError, UnicodeError):
        raise refused("route.bad_address") from None


def checked(text: str) -> str:
    """The text without space around it; refused when it holds a password, a query or a fragment."""
    text = text.strip()
    before, at, _ = re.split(r"[/\\?#]", text.partition("://")[2], maxsplit=1)[0].rpartition("@")
    if at and ":" in before:
        raise refused("route.password_in_address")
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in text):
        raise refused("route.bad_address")
    if "?" in text or "#" in text:
        raise refused("route.address_extras")
    return text


def _read(parts: SplitResult) -> WebAddress:
    if parts.scheme == "http":
        raise refused("route.not_https")
    host = _host(parts.hostname or "")
    if parts.scheme != "https" or not _HOST.fullmatch(host) or "\\" in parts.netloc:
        raise refused("route.bad_address")
    port = _PORT if parts.port is None else parts.port
    return WebAddress(host, port, _path(parts.path), unquote(parts.username or ""))


def _host(name: str) -> str:
    return (name if name.isascii() else name.encode("idna").decode("ascii")).rstrip(".")


def _path(path: str) -> str:
    """Each part spelt in one way; a part that leads elsewhere is refused."""
    parts = [unquote_to_bytes(part) for part in path.split("/") if part]
    if any(part in (b".", b"..") or b"/" in part or min(part) < 32 for part in parts):
        raise refused("route.bad_address")
    return "".join(f"/{quote(part, safe='')}" for part in parts) + "/"
