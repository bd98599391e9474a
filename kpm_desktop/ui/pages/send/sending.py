"""What the page *Kirim* asks for when receipts are opened by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kpm_desktop.commands.bundles.take_bundle import Opened, take_bundle
from kpm_desktop.commands.supervision.delivery_overview import waiting_count
from kpm_desktop.db.store import Store
from kpm_desktop.ui.frame.jobs import Progress


@dataclass(frozen=True, slots=True)
class Receipt:
    """An opened file, how many records it made received, and how many still wait."""

    opened: Opened
    received: int
    waiting: int


def take_receipts(store: Store, progress: Progress, files: Sequence[Path]) -> list[Receipt]:
    """Opens files one after the other; a refused one is told and the rest goes on."""
    receipts = []
    before = waiting_count(store)
    for at, file in enumerate(files):
        progress.step(at, len(files))
        opened = take_bundle(store, file)
        after = waiting_count(store)
        receipts.append(Receipt(opened, max(before - after, 0), after))
        before = after
    return receipts
