"""Accounts of bundles that went out and came in, as the JSON of `kpm export receipt import`."""

from pathlib import Path
from typing import Any

from kpm_desktop.commands.bundles.import_bundle import Account
from kpm_desktop.commands.bundles.send import Delivered
from kpm_desktop.domain.errors import Reason, Refused
from kpm_desktop.domain.wording import Wording


def delivered(bundle: Delivered) -> dict[str, Any]:
    """A bundle on its route."""
    return {
        "file": str(bundle.file),
        "number": bundle.number,
        "changes": bundle.changes,
        "for": bundle.receiver.device[:8],
        "key": bundle.receiver.device,
        "name": bundle.receiver.name,
    }


def taken(file: Path, account: Account, wording: Wording) -> dict[str, Any]:
    """What became of a bundle that could be read; `outcome`: taken, held or known."""
    waits = account.enrolment_waits
    return {
        "file": str(file),
        "outcome": account.outcome,
        "sender": account.sender[:8],
        "key": account.sender,
        "name": account.person,
        "number": account.number,
        "new": sum(account.new.values()),
        "counts": account.new,
        "held": account.held,
        "withheld": account.withheld,
        "waiting": [{"device": device[:8], "changes": count} for device, count in account.waiting],
        "left": account.left,
        "let_go": [{"device": device[:8], "changes": count} for device, count in account.let_go.items()],
        "enrolled": account.enrolled or None,
        "device_waits": _said(waits, wording) if waits is not None else None,
        "refused": [_said(why, wording) for why in account.refused],
    }


def refused(file: Path, refusal: Refused, wording: Wording) -> dict[str, Any]:
    """A file that was not taken at all, and why."""
    return {"file": str(file), "outcome": "refused", "refused": [_said(why, wording) for why in refusal.reasons]}


def _said(why: Reason, wording: Wording) -> dict[str, str]:
    return {"code": why.code, "sentence": wording.say(why)}
