"""Where bundles go and come from: sticks, folders and web servers somebody chose, each remembered for good.

A stick or folder is remembered with the volume it lies on; a server with the user and password it asks for, which stay
inside the encrypted database.
"""

from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import msgspec

from kpm_desktop.commands.remotes.remote_status import RemoteStatus, keep_status
from kpm_desktop.db import settings
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import refused
from kpm_desktop.sync import volume
from kpm_desktop.sync.folder import FOLDER
from kpm_desktop.sync.on_volume import STICK, OnVolume
from kpm_desktop.sync.route import Route, RouteKind
from kpm_desktop.sync.routes import kind_at, route_at

_SETTING = "targets"


class Remote(msgspec.Struct, frozen=True, kw_only=True):
    """A place for bundles: a folder, or a web server where `url` is given.

    is_stick: it lies on another volume than the profile. label: what the volume is called. chosen_above: the newest
    bundle number when it was chosen: what went before to another volume in its place is not under way here, and no
    clock is asked. ca_file: a certificate file to trust beside the system's, or empty.
    """

    id: str
    folder: str = ""
    volume: str = ""
    label: str = ""
    is_stick: bool = False
    chosen_above: int = 0
    url: str = ""
    user: str = ""
    password: str = ""
    ca_file: str = ""

    def __repr__(self) -> str:
        return f"Target({self.address!r})"

    @property
    def kind(self) -> RouteKind:
        """What it is like, as its route says of itself."""
        return kind_at(self.url) if self.url else STICK if self.is_stick else FOLDER

    @property
    def address(self) -> str:
        """What the history knows it by."""
        return self.url or self.folder

    @property
    def name(self) -> str:
        """What people know it by: a server's host, a stick's label, a folder's name."""
        if self.url:
            return urlsplit(self.url).hostname or self.url
        return (self.label if self.is_stick else "") or Path(self.folder).name or self.folder

    def route(self) -> Route:
        """The way there."""
        if self.url:
            ca_file = Path(self.ca_file) if self.ca_file else None
            return route_at(self.url, user=self.user, password=self.password, ca_file=ca_file)
        return OnVolume(Path(self.folder), self.volume, self.name, is_stick=self.is_stick)


def read_remotes(tx: Transaction) -> list[Remote]:
    """The targets in the order they were added."""
    found: list[Remote] = settings.read(tx, _SETTING, list[Remote], [])
    return found


def find_remote(tx: Transaction, remote_id: str) -> Remote:
    """A remote by its id; refused when it is on the list no longer."""
    found = next((each for each in read_remotes(tx) if each.id == remote_id), None)
    if found is None:
        raise refused("bundle.no_target")
    return found


def add_remote(store: Store, folder: Path) -> Remote:
    """Remembers a folder; chosen again, it is brought up to date. Refused where there is no such folder."""
    folder = folder.absolute()
    if not folder.is_dir():
        raise refused("bundle.folder_missing", folder=folder)
    with explaining(folder):
        found, own = volume.identity(folder), volume.identity(store.folder)
        name = volume.label(folder)
    added = Remote(id=uuid4().hex, folder=str(folder), volume=found, label=name, is_stick=found != own)
    return _keep(store, added)


def add_server(
    store: Store,
    url: str,
    *,
    user: str,
    password: str,
    ca_file: Path | None = None,
) -> Remote:
    """Remembers a folder on a web server; given again, its user and password are brought up to date. Refused where
    the address is none; whether the server answers is not asked."""
    route = route_at(url.strip(), user=user, password=password, ca_file=ca_file)
    if not route.kind.needs_line:
        raise refused("route.not_https", address=url)
    added = Remote(id=uuid4().hex, url=route.address, user=user, password=password, ca_file=str(ca_file or ""))
    return _keep(store, added)


def remove_remote(store: Store, remote_id: str) -> None:
    """Forgets a remote and its password; what was sent there stays in the history."""
    with store.writing() as tx:
        settings.write(tx, _SETTING, [remote for remote in read_remotes(tx) if remote.id != remote_id])


def _keep(store: Store, added: Remote) -> Remote:
    """Another volume in the same place is another remote: nothing known of the former one holds for it."""
    with store.writing() as tx:
        known = read_remotes(tx)
        same = next((remote for remote in known if remote.address == added.address), None)
        if same is not None and same.volume == added.volume:
            added = msgspec.structs.replace(added, id=same.id, chosen_above=same.chosen_above)
        else:
            added = msgspec.structs.replace(added, chosen_above=settings.last_number(tx))
        keep_status(tx, added.id, RemoteStatus())
        settings.write(tx, _SETTING, [added if remote is same else remote for remote in known] + [added] * (not same))
    return added
