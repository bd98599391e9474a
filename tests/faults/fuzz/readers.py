"""The readers of whatever comes from outside, each as a function of bytes that gives something or raises `Refused`,
with good examples to begin from. What is signed or encrypted is signed and encrypted here, so that a forger's bytes
come as far as a forger's can."""

import hashlib
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
import zstandard

from kpm_desktop.db import vault
from kpm_desktop.db.backup import MAGIC as BACKUP
from kpm_desktop.db.backup import slots_of
from kpm_desktop.domain.errors import Refused
from kpm_desktop.domain.strict import read_change, strict_change, strict_line
from kpm_desktop.exchange.csv_folder import CsvFile
from kpm_desktop.sync import seal
from kpm_desktop.sync.bundle import MAGIC, Opened, unpack
from kpm_desktop.sync.credentials import read_statement
from kpm_desktop.sync.header import Header, header_lines, read_head_line
from kpm_desktop.sync.invitation import EnrolmentBody as Body
from kpm_desktop.sync.invitation import (
    Invitation,
    Supervisor,
    read_enrolment,
    read_invitation,
    write_enrolment,
    write_invitation,
)
from kpm_desktop.sync.range_proof import verify_range
from kpm_desktop.sync.seal import AgeIdentity, SigningKey, invitation_message
from kpm_desktop.sync.sheet import programme_key, recovery_key_in, rows_in, rows_of
from tests.sync.sample import AT, CODE, INVITATION, VILLAGE, Party, chain, full_bundle, journal, line

PROGRAMME, RECOVERY = SigningKey.generate(), AgeIdentity.generate()
SUPERVISOR, CADRE = Party(), Party()
BUNDLE = full_bundle(PROGRAMME, SUPERVISOR, CADRE, RECOVERY)
PAYLOAD = seal.decrypt(BUNDLE, SUPERVISOR.age)
_END = 13 + int.from_bytes(PAYLOAD[9:13], "big")
MANIFEST, FRAME = PAYLOAD[13:_END], PAYLOAD[_END + seal.SIGNATURE_BYTES :]
TEXT = zstandard.ZstdDecompressor().decompress(FRAME)
BODY = Body(INVITATION, "laptop Ibu Sari", CADRE.device, CADRE.age.recipient, (VILLAGE,))
PAPERS = chain(PROGRAMME, SUPERVISOR, CADRE)
INVITED = Invitation(
    id=INVITATION,
    programme=PROGRAMME.public,
    chain=PAPERS[:1],
    supervisor=Supervisor("Bu Rina", SUPERVISOR.device, SUPERVISOR.age.recipient),
    recovery=RECOVERY.recipient,
    person="Ibu Sari",
    regions=(VILLAGE,),
    role="cadre",
    code=CODE,
    expires_at=AT,
)


@dataclass(frozen=True)
class Reader:
    """How some bytes are read, and bytes that are read well."""

    read: Callable[[bytes], object]
    seeds: Sequence[bytes]


def survives(reader: Reader, data: bytes) -> bool:
    """Whether bytes are read; anything raised but `Refused` is a fault of the program."""
    try:
        reader.read(data)
    except Refused:
        return False
    return True


@cache
def _place() -> Path:
    memory = Path("/dev/shm")
    folder = tempfile.mkdtemp(dir=memory if memory.is_dir() else None)
    return Path(folder)


def _file(name: str, data: bytes) -> Path:
    file = _place() / name
    file.write_bytes(data)
    return file


def _bundle(data: bytes) -> Opened:
    return unpack(data, SUPERVISOR.age)


def _signed(manifest: bytes, frame: bytes) -> Opened:
    head = MAGIC + len(manifest).to_bytes(4, "big") + manifest + seal.sign_manifest(CADRE.key, manifest)
    return unpack(seal.encrypt(head + frame, [SUPERVISOR.age.recipient]), SUPERVISOR.age)


def _manifest(data: bytes) -> object:
    return _signed(data, FRAME)


def _sizes(frame: bytes, raw_size: int, counts: dict[str, int]) -> bytes:
    said = {
        "raw_size": raw_size,
        "packed_size": len(frame),
        "frame_sha256": hashlib.sha256(frame).hexdigest(),
        "counts": counts,
    }
    return msgspec.json.encode(msgspec.json.decode(MANIFEST) | said)


def _frame(data: bytes) -> object:
    return _signed(_sizes(data, len(TEXT), msgspec.json.decode(MANIFEST)["counts"]), data)


def _lines(data: bytes) -> object:
    """The lines of a bundle whose manifest fits them, and its ranges, as an import takes them one by one."""
    frame = zstandard.ZstdCompressor(level=1, write_checksum=True).compress(data)
    kinds = Counter(found.decode("utf-8", "replace") for found in re.findall(rb'^\{"kind":"([^"]*)"', data, re.M))
    opened = _signed(_sizes(frame, len(data), dict(kinds)), frame)
    for piece, lines in opened:
        verify_range(piece, lines)
    return opened


def _line(data: bytes) -> object:
    """Both ways to read a line, which have to agree."""
    try:
        loose = strict_change(data)
    except Refused:
        loose = None
    try:
        kind, _ = read_change(data)
    except Refused:
        assert loose is None, "the quick check refuses what the slow one takes"
        raise
    assert loose is not None and loose.kind == kind, "the quick check takes what the slow one refuses"
    assert strict_line(data), "a change is a strict line"
    return kind


def _head(data: bytes) -> object:
    if not data.startswith(b'{"head":'):
        return None
    return read_head_line(data)


def _invitation(data: bytes) -> object:
    return read_invitation(data)


def _signed_invitation(data: bytes) -> object:
    body = data.decode("utf-8", "replace")
    signature = SUPERVISOR.key.sign(invitation_message(body))
    file = {"format": "kpm-undangan", "version": 1, "body": body, "signature": signature}
    return read_invitation(msgspec.json.encode(file))


def _enrolment(data: bytes) -> object:
    made = write_enrolment(BODY, CODE)
    return read_enrolment(msgspec.structs.replace(made, body=data.decode("utf-8", "replace")))


def _statement(data: bytes) -> object:
    return read_statement(data.decode("utf-8", "replace"))


def _sheet(data: bytes) -> object:
    text = data.decode("utf-8", "replace")
    first: Refused | None = None
    try:
        programme_key(rows_in(text))
    except Refused as refusal:
        first = refusal
    recovery_key_in(text)
    if first is not None:
        raise first
    return text


def _keys(data: bytes) -> object:
    return vault.parse_keys(data)


def _backup(data: bytes) -> object:
    return slots_of(_file("backup", data))


def _table(data: bytes) -> object:
    table = CsvFile("child_visit", _file("child_visit.csv", data))
    return table.header(), list(table.rows())


@cache
def readers() -> dict[str, Reader]:
    """By name."""
    keys, _, _ = vault.new_keys("Ibu Sari", "rahasia-desa")
    key_file = msgspec.json.encode(keys)
    heads = [each for each in TEXT.splitlines() if each.startswith(b'{"head"')]
    own = journal(CADRE.device, 3)
    odd = [line(CADRE.device, kind="mystery", strange=[1, {"a": None}]), line(CADRE.device, note="Ámi\nḍ")]
    table = "person_id,month,visit_date,was_weighed,weight_g\nanak-1,2025-01,2025-01-15,1,8000\n"
    quoted = 'person_id,month,note\r\n"a ""b""",2025-01,"dua\r\nbaris"\r\n'
    secrets = {"A": bytes.fromhex(PROGRAMME.secret), "B": RECOVERY.secret}
    sheet = "\n".join(f"{part}{no} {row}" for part in secrets for no, row in enumerate(rows_of(part, secrets[part]), 1))
    return {
        "bundle": Reader(_bundle, [BUNDLE]),
        "manifest": Reader(_manifest, [MANIFEST]),
        "frame": Reader(_frame, [FRAME]),
        "lines": Reader(_lines, [TEXT, b"".join(each + b"\n" for each in header_lines(Header()))]),
        "line": Reader(_line, [*own, *odd]),
        "head": Reader(_head, heads),
        "invitation": Reader(_invitation, [write_invitation(INVITED, SUPERVISOR.key)]),
        "invitation-body": Reader(_signed_invitation, [msgspec.json.encode(INVITED)]),
        "enrolment": Reader(_enrolment, [msgspec.json.encode(BODY)]),
        "statement": Reader(_statement, [paper.statement.encode() for paper in PAPERS]),
        "sheet": Reader(_sheet, [sheet.encode()]),
        "keys": Reader(_keys, [key_file]),
        "backup": Reader(_backup, [BACKUP + len(key_file).to_bytes(4, "big") + key_file + b"records"]),
        "table": Reader(_table, [table.encode(), quoted.encode(), "\ufeff".encode() + table.encode()]),
    }
