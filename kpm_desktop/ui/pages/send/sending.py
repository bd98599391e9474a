"""What the page *Kirim* asks for when receipts are opened by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kpm_desktop.commands.bundles.take_bundle import Opened, taking
from kpm_desktop.commands.remotes.exchange_steps import StepsAside
from kpm_desktop.commands.supervision.delivery_overview import waiting_count
from kpm_desktop.db.store import Store


@dataclass(frozen=True, slots=True)
class Receipt:
    """An opened file, how many records it made received, and how many still wait."""

    opened: Opened
    received: int
    waiting: int


def taking_receipts(store: Store, files: Sequence[Path]) -> StepsAside[list[Receipt]]:
    """Opens files one after the other, in steps; a refused one is told and the rest goes on."""
    receipts = []
    before = waiting_count(store)
    for file in files:
        opened = yield from taking(store, file)
        after = waiting_count(store)
        receipts.append(Receipt(opened, max(before - after, 0), after))
        before = after
    return receipts
