"""What the page *Kirim* asks for: sending to one or all targets, and taking a receipt in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kpm_desktop.commands.delivery_overview import waiting_count
from kpm_desktop.commands.send_to_target import send_to_target
from kpm_desktop.commands.take_bundle import Opened, take_bundle
from kpm_desktop.commands.targets import Target
from kpm_desktop.db.store import Store
from kpm_desktop.domain.errors import Reason, Refused
from kpm_desktop.ui.jobs import Progress


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one target: the numbers of the bundles that went there, or why nothing did."""

    target: Target
    numbers: tuple[int, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """An opened file, how many records it made received, and how many still wait."""

    opened: Opened
    received: int
    waiting: int


def send_everywhere(store: Store, progress: Progress, targets: Sequence[Target]) -> list[Result]:
    """Sends to one target after the other; one that fails does not hold up the next."""
    results = []
    for at, target in enumerate(targets):
        progress.step(at, len(targets))
        try:
            sent = send_to_target(store, target.id)
        except Refused as refusal:
            results.append(Result(target, reasons=refusal.reasons))
        else:
            results.append(Result(target, tuple(one.number for one in sent)))
    return results


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
