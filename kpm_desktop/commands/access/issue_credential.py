"""Vouching for a device: a credential signed by this one, kept as a paper and written as a change into its own
stream of every region concerned, so that it travels with the data."""

from collections.abc import Iterable
from uuid import uuid5

import msgspec

from kpm_desktop.commands.records.record_batch import RecordBatch
from kpm_desktop.db.delivery import credentials as papers
from kpm_desktop.db.journal.journal import Clock, Entry, instant
from kpm_desktop.db.settings import Identity
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.records.identity import namespace
from kpm_desktop.domain.records.tidy import tidy_line
from kpm_desktop.sync import credentials
from kpm_desktop.sync.header import CredentialPaper
from kpm_desktop.sync.seal import SigningKey


def issue_credential(
    tx: Transaction,
    identity: Identity,
    clock: Clock,
    *,
    device: str,
    age: str,
    role: str,
    regions: Iterable[str],
    person: str,
) -> CredentialPaper:
    """Signs, keeps and records a credential for a device. person: as the laptop itself may have said it; kept as every
    name is."""
    paper = credentials.issue(
        SigningKey.from_hex(identity.signing_secret),
        device=device,
        age=age,
        role=role,
        regions=regions,
        person=tidy_line(person),
        issued_at=instant(clock()),
    )
    keep_credential(tx, identity, clock, paper)
    return paper


def keep_credential(tx: Transaction, identity: Identity, clock: Clock, paper: CredentialPaper) -> None:
    """Keeps a paper and records it in this device's stream of each of its regions."""
    if papers.keep(tx, [(paper.statement, paper.signature)]):
        record_credential(tx, identity, clock, paper, is_new=True)


def record_credential(
    tx: Transaction, identity: Identity, clock: Clock, paper: CredentialPaper, *, is_new: bool = False
) -> None:
    """Writes a paper into the stream of an author of each of its regions: there it counts. is_new: nobody wrote it
    anywhere yet."""
    batch = RecordBatch(tx, identity, clock)
    record = uuid5(namespace("credential"), paper.statement)
    for region in credentials.read_statement(paper.statement).regions:
        values = {"region_code": region, "statement": paper.statement, "signature": paper.signature}
        batch.add(Entry(region, "credential", record, values), is_new=is_new)
    batch.flush()


def programme_as_author(own: Identity, key: SigningKey) -> Identity:
    """The programme key, typed from its sheet, as the author of a stream of its own."""
    return msgspec.structs.replace(own, device=key.public, signing_secret=key.secret)
