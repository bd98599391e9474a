"""Small journals and bundles to test with; `python -m tests.sync.sample DIR` writes the sample of a release."""

import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import zstandard

from kpm_desktop.domain.streams import stream_id
from kpm_desktop.domain.strict import Line
from kpm_desktop.sync.bundle import MAGIC, Cover, bundle_name, pack
from kpm_desktop.sync.credentials import CADRE, SUPERVISOR, issue
from kpm_desktop.sync.header import CredentialPaper, Have, Header, QuarantineNote, Range, header_lines
from kpm_desktop.sync.invitation import EnrolmentBody, write_enrolment
from kpm_desktop.sync.seal import AgeIdentity, SigningKey, decrypt, encrypt, seal_range, sign_manifest

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


def line(
    device: str, seq: int = 1, prev: str = START, region: str = VILLAGE, kind: str = "household", **fields: object
) -> bytes:
    """One change as its exact bytes."""
    base: dict[str, list[str]] = {name: [] for name in fields}
    stream = stream_id(device, region)
    change = Line(kind, stream, region, seq, prev, RECORD, dict(fields), base, "Ibu Sari", AT, "kpm 0.1.0")
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


def branched_bundle(programme: SigningKey, supervisor: Party, cadre: Party, recovery: AgeIdentity) -> bytes:
    """Two streams. In the cadre's, two branches above change 3, as a copied disk leaves them, and a
    piece above a hole (9); the supervisor's own stream of the village carries the cadre's paper."""
    papers = chain(programme, supervisor, cadre)
    trunk = journal(cadre.device, 3)
    fork = hashlib.sha256(trunk[-1]).hexdigest()
    one = journal(cadre.device, 2, first=4, prev=fork)
    other = [line(cadre.device, 4, fork, rt="7")]
    other.append(line(cadre.device, 5, hashlib.sha256(other[0]).hexdigest(), rt="8"))
    above = journal(cadre.device, 1, first=9, prev="cd" * 32)
    runs = [(trunk, 1), (one, 4), (other, 4), (above, 9)]
    ranges = [sealed(cadre.key, lines, first=first) for lines, first in runs]
    values: dict[str, Any] = {
        "region_code": VILLAGE,
        "statement": papers[1].statement,
        "signature": papers[1].signature,
    }
    signed_in = line(supervisor.device, region=VILLAGE, kind="credential", **values)
    ranges.append(sealed(supervisor.key, [signed_in]))
    header = Header(credentials=papers, ranges=tuple(ranges))
    lines = [each for run, _ in runs for each in run] + [signed_in]
    recipients = [supervisor.age.recipient, recovery.recipient]
    return pack(cover(to=supervisor.device, number=8), header, lines, cadre.key, recipients)


def later_bundle(
    programme: SigningKey, supervisor: Party, cadre: Party, recovery: AgeIdentity, min_reader: int = 1
) -> bytes:
    """What a later version may write within this format: a kind, fields, a choice, a header line and a manifest key
    that nobody knows yet."""
    first = line(cadre.device, village_code=VILLAGE, head_name="Pak Amir", solar_panels=3, residency="seasonal")
    second = line(
        cadre.device, 2, hashlib.sha256(first).hexdigest(), kind="water_point", village_code=VILLAGE, depth_cm=850
    )
    lines = [first, second]
    header = Header(credentials=chain(programme, supervisor, cadre), ranges=(sealed(cadre.key, lines),))
    recipients = [supervisor.age.recipient, recovery.recipient]
    known = pack(cover(to=supervisor.device, number=9), header, lines, cadre.key, recipients)
    payload = decrypt(known, supervisor.age)
    end = 13 + int.from_bytes(payload[9:13], "big")
    text = b"".join(each + b"\n" for each in [b'{"head":"weather","sun":true}', *header_lines(header), *lines])
    frame = zstandard.ZstdCompressor(write_checksum=True).compress(text)
    manifest = msgspec.json.decode(payload[13:end]) | {
        "min_reader": min_reader,
        "raw_size": len(text),
        "packed_size": len(frame),
        "frame_sha256": hashlib.sha256(frame).hexdigest(),
        "mood": "good",
    }
    signed = msgspec.json.encode(manifest)
    size = len(signed).to_bytes(4, "big")
    return encrypt(MAGIC + size + signed + sign_manifest(cadre.key, signed) + frame, recipients)


def spread_bundle(programme: SigningKey, supervisor: Party, cadre: Party, recovery: AgeIdentity) -> bytes:
    """More than one line or name holds: a stream told of in 2,500 pieces, changes of 70 kinds nobody knows yet."""
    pieces = [(hashlib.sha256(b"%d" % at).hexdigest(), None) for at in range(2500)]
    lines: list[bytes] = []
    prev = START
    for seq in range(1, 71):
        lines.append(line(cadre.device, seq, prev, kind=f"kind_{seq:02d}", depth_cm=seq))
        prev = hashlib.sha256(lines[-1]).hexdigest()
    own = sealed(cadre.key, lines)
    header = Header(
        have=(Have(VILLAGE, own.stream, tuple(sorted(pieces))),),
        credentials=chain(programme, supervisor, cadre),
        ranges=(own,),
    )
    recipients = [supervisor.age.recipient, recovery.recipient]
    return pack(cover(to=supervisor.device, number=10), header, lines, cadre.key, recipients)


SAMPLES: dict[str, Callable[[SigningKey, Party, Party, AgeIdentity], bytes]] = {
    "bundle-1": full_bundle,
    "branches-1": branched_bundle,
    "later-1": later_bundle,
    "spread-1": spread_bundle,
    "format-2": partial(later_bundle, min_reader=2),
}


def main(folder: Path) -> None:
    """Writes a sample bundle, the one of the folder's name, with the keys that open it."""
    programme, supervisor, cadre, recovery = SigningKey.generate(), Party(), Party(), AgeIdentity.generate()
    folder.mkdir(parents=True, exist_ok=True)
    bundle = SAMPLES[folder.name](programme, supervisor, cadre, recovery)
    (folder / bundle_name(cadre.device, cover().number)).write_bytes(bundle)
    keys = {
        "programme_public": programme.public,
        "supervisor_age": supervisor.age.text,
        "supervisor_public": supervisor.device,
        "supervisor_signing": supervisor.key.secret,
        "cadre_age": cadre.age.text,
        "cadre_public": cadre.device,
        "recovery_age": recovery.text,
        "enrolment_code": CODE,
    }
    (folder / "keys.json").write_bytes(msgspec.json.format(msgspec.json.encode(keys)) + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
