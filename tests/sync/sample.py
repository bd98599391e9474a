"""Small journals and bundles to test with; `python -m tests.sync.sample DIR` writes the sample of a release."""

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import msgspec

from kpm_desktop.domain.streams import stream_id
from kpm_desktop.sync.bundle import Cover, bundle_name, pack
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR, issue
from kpm_desktop.sync.header import CredentialPaper, Have, Header, QuarantineNote, Range
from kpm_desktop.sync.invitation import EnrolmentBody, write_enrolment
from kpm_desktop.sync.seal import AgeIdentity, SigningKey, seal_range
from kpm_desktop.sync.strict import Line

VILLAGE = "12.75.01.1001"
REGENCY = "12.75"
AT = "2025-07-01T08:30:00.000000Z"
START = "0" * 64
RECORD = UUID("0197c1f0-0000-7000-8000-000000000001")
INVITATION = UUID("0197c1f0-0000-7000-8000-000000000002")
CODE = "5ec0de" + "0" * 26


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with a laptop."""

    key: SigningKey = field(default_factory=SigningKey.generate)
    age: AgeIdentity = field(default_factory=AgeIdentity.generate)

    @property
    def device(self) -> str:
        """The public key others know it by."""
        return self.key.public


def line(device: str, seq: int = 1, prev: str = START, region: str = VILLAGE, **fields: object) -> bytes:
    """One change as its exact bytes."""
    base: dict[str, list[str]] = {name: [] for name in fields}
    stream = stream_id(device, region)
    change = Line("household", stream, region, seq, prev, RECORD, dict(fields), base, "Ibu Sari", AT, "kpm 0.1.0")
    return msgspec.json.encode(change)


def journal(device: str, count: int, region: str = VILLAGE, first: int = 1, prev: str = START) -> list[bytes]:
    """A run of changes, each hanging on the one before."""
    lines = []
    for seq in range(first, first + count):
        lines.append(line(device, seq, prev, region, village_code=region, head_name=f"Pak Kadér {seq}"))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    return lines


def sealed(key: SigningKey, lines: Sequence[bytes], region: str = VILLAGE, first: int = 1) -> Range:
    """The range of some lines, sealed by their author."""
    stream = stream_id(key.public, region)
    last = first + len(lines) - 1
    tip = hashlib.sha256(lines[-1]).digest()
    return Range(stream, region, key.public, first, last, tip.hex(), seal_range(key, stream, last, tip))


def cover(to: str = "", number: int = 7) -> Cover:
    """What the sender says."""
    return Cover(
        bundle_id=UUID("5d2a6f0e-0000-4000-8000-000000000007"),
        number=number,
        life="1f" * 16,
        to=to,
        seen=3,
        created_at=AT,
        app="kpm 0.1.0",
    )


def small_bundle(sender: Party, receiver: Party, count: int = 3) -> bytes:
    """A bundle of one range."""
    lines = journal(sender.device, count)
    return pack(cover(), Header(ranges=(sealed(sender.key, lines),)), lines, sender.key, [receiver.age.recipient])


def chain(programme: SigningKey, supervisor: Party, cadre: Party) -> tuple[CredentialPaper, CredentialPaper]:
    """The papers from the programme over a regency's supervisor to a village's cadre."""
    above = issue(
        programme,
        device=supervisor.device,
        age=supervisor.age.recipient,
        role=SUPERVISOR,
        regions=[REGENCY],
        person="Bu Rina",
        issued_at=AT,
    )
    below = issue(
        supervisor.key,
        device=cadre.device,
        age=cadre.age.recipient,
        role=CADRE,
        regions=[VILLAGE],
        person="Ibu Sari",
        issued_at=AT,
    )
    return above, below


def full_bundle(programme: SigningKey, supervisor: Party, cadre: Party, recovery: AgeIdentity) -> bytes:
    """A bundle with every kind of header line and two ranges, the second a piece above a hole."""
    lines = journal(cadre.device, 5)
    later = journal(cadre.device, 2, first=9, prev="ab" * 32)
    ranges = (sealed(cadre.key, lines), sealed(cadre.key, later, first=9))
    body = EnrolmentBody(INVITATION, "laptop Ibu Sari", cadre.device, cadre.age.recipient, (VILLAGE,))
    header = Header(
        have=(Have(VILLAGE, ranges[0].stream, ((ranges[0].tip, None), (ranges[1].tip, "ab" * 32))),),
        credentials=chain(programme, supervisor, cadre),
        quarantine=(QuarantineNote(ranges[0].tip[:32], "judge.out_of_limits"),),
        enrolment=write_enrolment(body, CODE),
        ranges=ranges,
    )
    recipients = [supervisor.age.recipient, cadre.age.recipient, recovery.recipient]
    return pack(cover(to=supervisor.device), header, lines + later, cadre.key, recipients)


def main(folder: Path) -> None:
    """Writes a sample bundle with the keys that open it."""
    programme, supervisor, cadre, recovery = SigningKey.generate(), Party(), Party(), AgeIdentity.generate()
    folder.mkdir(parents=True, exist_ok=True)
    bundle = full_bundle(programme, supervisor, cadre, recovery)
    (folder / bundle_name(cadre.device, cover().number)).write_bytes(bundle)
    keys = {
        "programme_public": programme.public,
        "supervisor_age": supervisor.age.text,
        "supervisor_public": supervisor.device,
        "cadre_age": cadre.age.text,
        "cadre_public": cadre.device,
        "recovery_age": recovery.text,
        "enrolment_code": CODE,
    }
    (folder / "keys.json").write_bytes(msgspec.json.format(msgspec.json.encode(keys)) + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
