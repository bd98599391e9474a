"""Laptops to play with: profiles that open quickly, saves with the right bases, bundles carried between them."""

import contextlib
import hashlib
import itertools
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, StaticPool, create_engine

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.backups.restore_backup import restore_backup
from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.bundles.import_bundle import Account, import_bundle
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.bundles.send import Delivered, send
from kpm_desktop.commands.bundles.send_plan import Load
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.commands.remotes.exchange_steps import run_steps
from kpm_desktop.db import settings, vault
from kpm_desktop.db.delivery import invitations
from kpm_desktop.db.delivery.peers import peers
from kpm_desktop.db.journal import heads, segments
from kpm_desktop.db.journal.journal import Entry
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.db.tables import metadata
from kpm_desktop.domain.merging.merge import state_lines
from kpm_desktop.domain.records.catalogue import ACCESS
from kpm_desktop.sync.folder import FolderRoute
from kpm_desktop.sync.seal import AgeIdentity
from kpm_desktop.sync.sheet import Sheet
from tests.support.unread import written_unread

VILLAGE = "12.75.01.1001"
DISTRICT = "12.75.01"
REGENCY = "12.75"
PASSWORD = "rahasia-desa"
NOON = datetime(2025, 7, 1, 12, 0, tzinfo=UTC)


def _quick_key(secret: str, salt: bytes, memory_kib: int, passes: int) -> bytes:
    """Stands in for Argon2id, which is slow on purpose."""
    return hashlib.sha256(salt + secret.encode()).digest()


@contextlib.contextmanager
def quick_place() -> Iterator["Place"]:
    """A place in memory, where there is such a thing, in which passwords cost nothing."""
    memory = Path("/dev/shm")
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        mock.patch.object(vault, "_derive", _quick_key),
        contextlib.ExitStack() as opened,
    ):
        yield Place(Path(folder), opened)


@dataclass
class Place:
    """Where laptops are; whatever is still open there at the end is closed."""

    folder: Path
    opened: contextlib.ExitStack
    count: Iterator[int] = field(default_factory=itertools.count)

    def new_folder(self, name: str) -> Path:
        """A folder name never used before."""
        return self.folder / f"{next(self.count):03}-{name}"

    def device(self, name: str, role: str, region: str | Sequence[str], skew: timedelta = timedelta(0)) -> "Device":
        """A new profile, also of codes that are gone."""
        villages = [region] if isinstance(region, str) else region
        folder = self.new_folder(name)
        made = init_profile(folder, role=role, name=name, villages=villages, password=PASSWORD, old_codes=True)
        return self.keep(Device(name, self, made.store, skew))

    def cadre(self, name: str, village: str = VILLAGE, skew: timedelta = timedelta(0)) -> "Device":
        """A cadre's laptop."""
        return self.device(name, "cadre", village, skew)

    def supervisor(self, name: str, region: str = DISTRICT, skew: timedelta = timedelta(0)) -> "Device":
        """A supervisor's laptop."""
        return self.device(name, "supervisor", region, skew)

    def keep(self, device: "Device") -> "Device":
        """Closes it at the end."""
        self.opened.callback(device.close)
        return device


@dataclass
class Device:
    """An open profile. skew: how far its clock is off; each save is a second later than the one before."""

    name: str
    place: Place
    store: Store
    skew: timedelta = timedelta(0)
    ticks: Iterator[int] = field(default_factory=itertools.count)
    is_open: bool = True

    def clock(self) -> datetime:
        """What its clock shows."""
        return NOON + self.skew + timedelta(seconds=next(self.ticks))

    @property
    def identity(self) -> Identity:
        """Its keys and regions."""
        with self.store.reading() as tx:
            return settings.read_identity(tx)

    @cached_property
    def key(self) -> str:
        """The public key others know it by, also when it is gone."""
        return self.identity.device

    def save(self, record: UUID, values: Mapping[str, Any], kind: str = "household", region: str = VILLAGE) -> None:
        """One save of somebody who was shown what this device holds."""
        with self.store.writing() as tx:
            shown = heads.state_of(tx, kind, segments.region_no(tx, region), record)
            base = {name: shown[name].base for name in values if name in shown}
            batch = RecordBatch(tx, settings.read_identity(tx), self.clock)
            batch.add(Entry(region, kind, record, values, base), is_new=not shown)
            batch.flush()

    def save_badly(
        self, record: UUID, values: Mapping[str, Any], kind: str = "household", region: str = VILLAGE
    ) -> None:
        """One save of a laptop with a broken check."""
        with written_unread():
            self.save(record, values, kind, region)

    def shown(self, record: UUID, kind: str = "household", region: str = VILLAGE) -> dict[str, Any]:
        """What everybody sees of a record."""
        with self.store.reading() as tx:
            return heads.shown(heads.state_of(tx, kind, segments.region_no(tx, region), record))

    def region_no(self, region: str = VILLAGE) -> int:
        """The number this profile knows a region by."""
        with self.store.reading() as tx:
            return segments.region_no(tx, region)

    def states(self, record: UUID, kind: str = "household", region: str = VILLAGE) -> heads.States:
        """All that is known of a record."""
        with self.store.reading() as tx:
            return heads.state_of(tx, kind, segments.region_no(tx, region), record)

    def export(self, above: "Device | None" = None, *, everything: bool = False) -> list[Path]:
        """Bundles for the supervisors; given is what is meant for one of them, or all."""
        made = self.exported(everything=everything)
        return [done.file for done in made if above is None or done.receiver.device == above.key]

    def exported(self, *, everything: bool = False) -> list[Delivered]:
        """The same as what was delivered."""
        route = FolderRoute(self.outbox())
        return export_bundle(self.store, route, everything=everything, clock=self.clock).delivered

    def answered(self, key: str) -> list[Delivered]:
        """Bundles for one device that reports here, as what was delivered."""
        return make_receipt(self.store, key, FolderRoute(self.outbox()), clock=self.clock).delivered

    def receipt(self, key: str) -> list[Path]:
        """Bundles for one device that reports here."""
        return [done.file for done in self.answered(key)]

    def due(self, key: str, *, everything: bool = False) -> list[Path]:
        """Bundles it would send to one device by itself, or all it has for that device."""
        with self.store.reading() as tx:
            receivers = [peer for peer in peers(tx) if peer.device == key]
        route = FolderRoute(self.outbox())
        load = Load.ALL if everything else Load.LACKING
        made = run_steps(send(self.store, receivers, load=load, route=route.address, clock=self.clock), route)
        return [done.file for done in made.delivered]

    def take(self, *files: Path) -> list[Account]:
        """Imports bundles in this order."""
        return [import_bundle(self.store, file, clock=self.clock) for file in files]

    def take_with(self, recovery: AgeIdentity, *files: Path) -> list[Account]:
        """Imports bundles, also those meant for others, with the programme's recovery key."""
        return [import_bundle(self.store, file, recovery=recovery, clock=self.clock) for file in files]

    def outbox(self) -> Path:
        """The folder its bundles go to."""
        return self.store.folder.with_name(f"{self.store.folder.name}-out")

    def invite(self, *villages: str, role: str = "cadre", person: str = "") -> Path:
        """An invitation file."""
        out = self.place.new_folder("undangan.json")
        invite(self.store, out, villages=villages, role=role, person=person, clock=self.clock)
        return out

    def found_programme(self) -> Sheet:
        """Makes its programme by a first invitation that nobody gets; gives the sheet."""
        kept: list[Sheet] = []
        invite(self.store, self.place.new_folder("undangan.json"), keep_sheet=kept.append, clock=self.clock)
        return kept[0]

    def join(self, invitation: Path) -> None:
        """Takes an invitation, its words compared."""
        join(self.store, invitation, confirm_words=True, clock=self.clock)

    def knows(self, key: str) -> bool:
        """Whether it exchanges bundles with a device."""
        with self.store.reading() as tx:
            return any(peer.device == key for peer in peers(tx))

    def waiting_devices(self) -> list[str]:
        """The keys of the devices that wait to be let in."""
        with self.store.reading() as tx:
            return [candidate.device for candidate in invitations.candidates(tx)]

    def names(self) -> set[str]:
        """The names of all changes held."""
        with self.store.reading() as tx:
            return {row[0].hex() for row in tx.exec_driver_sql("SELECT name FROM change")}

    def state(self, region: str = VILLAGE) -> str:
        """The state hash of one region alone."""
        with self.store.reading() as tx:
            return region_state(tx, region)

    def conflicts(self) -> int:
        """How many fields are shown as being in conflict."""
        with self.store.reading() as tx:
            return heads.count_marked(tx)[0]

    def faults(self) -> list[tuple[str, UUID]]:
        """The records whose row is not what the journal adds up to."""
        with self.store.reading() as tx:
            return heads.differing_rows(tx)

    def close(self) -> None:
        """Ends the session."""
        if self.is_open:
            assert self.key
            self.store.close()
        self.is_open = False

    def copied(self) -> "Device":
        """A second, live copy of this profile, as when a disk is cloned."""
        assert self.key
        self.store.close()
        folder = self.place.new_folder(f"{self.name}, copied")
        shutil.copytree(self.store.folder, folder)
        if self.is_open:
            self.store = open_store(self.store.folder, PASSWORD)
        return self._again(open_store(folder, PASSWORD))

    def backed_up(self) -> Path:
        """A backup of this moment."""
        file = self.place.new_folder("backup.kpmbackup")
        self.store.back_up(file)
        return file

    def restored(self, file: Path) -> "Device":
        """This profile as it was in a backup."""
        return self._again(restore_backup(file, self.place.new_folder(f"{self.name}, restored"), PASSWORD))

    def _again(self, store: Store) -> "Device":
        return self.place.keep(Device(self.name, self.place, store, self.skew, self.ticks))


def region_state(tx: Connection, region: str) -> str:
    """SHA-256 over the state lines of one region: two devices may share one village and not the other."""
    total = hashlib.sha256()
    for code, kind, record, _, states in heads.everything(tx):
        if code == region and kind not in ACCESS:
            for line in state_lines(code, kind, str(UUID(bytes=record)), states):
                total.update(line + b"\n")
    return total.hexdigest()


def exchange(below: Device, above: Device) -> int:
    """What is due from a device goes up, what is known there of it comes down; gives the number of bundles up."""
    up = below.export(above)
    above.take(*up)
    if above.knows(below.key):
        below.take(*above.receipt(below.key))
    return len(up)


def settle_by_what_is_due(below: Device, above: Device) -> None:
    """The same without anybody asking for a receipt."""
    for _ in range(8):
        up = below.export(above)
        above.take(*up)
        down = above.due(below.key)
        below.take(*down)
        if not up + down:
            return
    raise AssertionError("traffic does not come to rest")


def settle(*pairs: tuple[Device, Device]) -> None:
    """Exchanges until nobody has anything to say; the first of each pair reports to the second."""
    for _ in range(8):
        if sum([exchange(below, above) for below, above in pairs]) == 0:
            return
    raise AssertionError("traffic does not come to rest")


def acquaint(below: Device, above: Device, *regions: str, role: str = "cadre") -> Path:
    """Invitation, first bundle up, first receipt down; gives the invitation."""
    invitation = above.invite(*regions, role=role)
    below.join(invitation)
    exchange(below, above)
    return invitation


@contextlib.contextmanager
def empty_journal() -> Iterator[Connection]:
    """A connection to an empty database in memory, all tables made."""
    engine = create_engine("sqlite://", creator=_in_memory, module=sqlcipher, poolclass=StaticPool)
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def _in_memory() -> Any:
    connection = sqlcipher.connect(":memory:", check_same_thread=False)
    _template().backup(connection)
    return connection


@cache
def _template() -> Any:
    """A database with all tables and nothing in them; making them takes longer than most tests."""
    made = sqlcipher.connect(":memory:", check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: made, module=sqlcipher, poolclass=StaticPool)
    metadata.create_all(engine)
    return made
