"""Practice laptops and the stick between them: the commands of every day, on days that are long past."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kpm_desktop.commands.access.invite import invite
from kpm_desktop.commands.access.join import join
from kpm_desktop.commands.bundles.export_bundle import export_bundle
from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.commands.bundles.make_receipt import make_receipt
from kpm_desktop.commands.profile.init_profile import init_profile
from kpm_desktop.db import settings
from kpm_desktop.db.files import explaining
from kpm_desktop.db.store import Store
from kpm_desktop.practice.saves import Save
from kpm_desktop.practice.write import DELIVERY, WORK, PracticeClock, write_saves
from kpm_desktop.sync.folder import FolderRoute

STICK = "flashdisk"


@dataclass(frozen=True, slots=True)
class Laptop:
    """An open profile, its clock, the key by which others know it, and the stick it shares with them."""

    store: Store
    clock: PracticeClock
    key: str
    stick: Path

    @classmethod
    def new(cls, folder: Path, role: str, name: str, regions: Sequence[str], password: str, day: date) -> "Laptop":
        """A new profile in `folder`; the stick lies beside it."""
        store = init_profile(folder, role=role, name=name, villages=regions, password=password).store
        with store.reading() as tx:
            key = settings.read_identity(tx).device
        return cls(store, PracticeClock(day), key, folder.parent / STICK)

    def invite(self, day: date, name: str, village: str) -> Path:
        """An invitation on the stick."""
        self.clock.set(day, 0)
        file = self.stick / f"undangan-{village}.json"
        invite(self.store, file, villages=[village], person=name, over=True, clock=self.clock)
        return file

    def join(self, day: date, invitation: Path) -> None:
        """Takes an invitation, its words compared."""
        self.clock.set(day, 0)
        join(self.store, invitation, confirm_words=True, clock=self.clock)

    def save(self, region: str, saves: Iterable[Save], hour: int = WORK) -> int:
        """Stores saves on their days."""
        return write_saves(self.store, region, saves, self.clock, hour)

    def export(self, day: date, hour: int = DELIVERY) -> list[Path]:
        """What the supervisor lacks, on the stick."""
        self.clock.set(day, hour)
        return [made.file for made in export_bundle(self.store, FolderRoute(self.stick), clock=self.clock).delivered]

    def receipt(self, day: date, key: str, hour: int = DELIVERY) -> list[Path]:
        """What a cadre's laptop should know, on the stick."""
        self.clock.set(day, hour)
        sent = make_receipt(self.store, key, FolderRoute(self.stick), clock=self.clock)
        return [made.file for made in sent.delivered]

    def take(self, day: date, files: Iterable[Path], hour: int = DELIVERY) -> None:
        """Opens bundles and clears them off the stick."""
        self.clock.set(day, hour)
        for file in files:
            import_bundle(self.store, file, clock=self.clock)
            with explaining(file):
                file.unlink()


def deliver(supervisor: Laptop, cadres: Sequence[Laptop], day: date, hour: int = DELIVERY) -> None:
    """A whole round: everybody's bundles up, then everybody's receipts down."""
    for cadre in cadres:
        supervisor.take(day, cadre.export(day, hour), hour + 1)
    for cadre in cadres:
        cadre.take(day, supervisor.receipt(day, cadre.key, hour + 2), hour + 2)
