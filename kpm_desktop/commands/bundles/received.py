"""A bundle's bytes opened without the store: decrypted, inflated and looked through wherever that takes its time.

What the store has to say about it is read before (`read_opener`); what it holds is taken in afterwards.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from kpm_desktop.db import settings
from kpm_desktop.db.delivery import invitations
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.errors import Refused
from kpm_desktop.sync.access import Access, read_access, with_brought
from kpm_desktop.sync.bundle import NeedsNewerProgram, Opened, unpack
from kpm_desktop.sync.header import Header
from kpm_desktop.sync.invitation import answers_with
from kpm_desktop.sync.seal import AgeIdentity


@dataclass(slots=True)
class Bytes:
    """A bundle as it came. data: let go of as soon as it is open."""

    data: bytes
    digest: bytes

    @classmethod
    def of(cls, data: bytes) -> "Bytes":
        """With their SHA-256, by which a bundle is known again."""
        return cls(data, hashlib.sha256(data).digest())


@dataclass(frozen=True, slots=True)
class Newer:
    """A bundle of a later format: its bytes, the format a reader must know, and who signed it."""

    data: bytes
    needs: int
    sender: str


@dataclass(frozen=True, slots=True)
class Opener:
    """What opening needs to know. keys: one of them opens the bundle. codes: of every invitation written here."""

    identity: Identity
    keys: tuple[AgeIdentity, ...]
    access: Access
    codes: Mapping[str, str]

    def open(self, came: Bytes) -> Opened | Newer:
        """Opens it; refused where it is damaged, altered or for somebody else."""
        data, came.data = came.data, b""
        try:
            return self._opened(data)
        except NeedsNewerProgram as newer:
            return Newer(data, newer.needs, newer.sender)

    def _opened(self, data: bytes) -> Opened:
        for key in self.keys[:-1]:
            try:
                return unpack(data, key, self._vouched)
            except Refused as refusal:
                if refusal.reasons[0].code != "bundle.not_for_you":
                    raise
        return unpack(data, self.keys[-1], self._vouched)

    def _vouched(self, sender: str, header: Header) -> bool:
        """Whether somebody vouches for a sender: papers that are held, papers it brought, or an invitation's code."""
        access = self.access
        if access.knows(sender) or (header.enrolment is not None and self._has_code(sender, header)):
            return True
        return bool(header.credentials) and with_brought(access, self.identity, header.credentials).knows(sender)

    def _has_code(self, sender: str, header: Header) -> bool:
        assert header.enrolment is not None
        return answers_with(header.enrolment, sender, self.codes) != ""


def read_opener(tx: Transaction, recovery: AgeIdentity | None) -> Opener:
    """What the store says. recovery: the programme's recovery key, which also opens what was meant for another
    laptop."""
    identity = settings.read_identity(tx)
    own = AgeIdentity.from_text(identity.age_secret)
    keys = (own,) if recovery is None else (own, recovery)
    return Opener(identity, keys, read_access(tx, identity), invitations.codes(tx))
