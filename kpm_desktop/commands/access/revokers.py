"""Whose orders stop a device: they stand until they are released, and no new paper undoes them."""

from collections.abc import Iterable

from kpm_desktop.db.delivery import standing
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.sync.access import Access

#: Why a revoked device waits that asks to be let in.
REVOKED = "access.enrolment_revoked"


def revokers(tx: Transaction, access: Access, device: str, regions: Iterable[str]) -> str:
    """The names of those whose revocations of a device stand in one of these regions, or in one inside them; "" where
    nobody revoked it there."""
    asked = tuple(regions)
    stopped = [each for each in standing.revoked_in(tx) if each.device == device]
    here = [
        each
        for each in stopped
        if is_covered(each.region, asked) or any(is_covered(one, (each.region,)) for one in asked)
    ]
    keys = dict.fromkeys(key for each in here for key in each.by)
    return ", ".join(dict.fromkeys(_name(access, key) for key in keys))


def _name(access: Access, key: str) -> str:
    statement = access.statement_of(key)
    return statement.person if statement is not None and not access.is_root(key) else key[:8]
