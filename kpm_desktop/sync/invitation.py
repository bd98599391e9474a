"""How a laptop joins: a supervisor's invitation file, and the enrolment that answers it.

The file carries everything a cadre's laptop needs to send encrypted bundles without any network; the enrolment
proves, with the one-time code, that its bundles come from the invited laptop (docs/bundle-format.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from kpm_desktop.domain.errors import Reason, Refused, reason, refused
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.strict import strict_line
from kpm_desktop.sync import seal
from kpm_desktop.sync.bundle import NeedsNewerProgram
from kpm_desktop.sync.credentials import MAX_REGIONS, MAX_STEPS, Statement, newest_recovery, prove, signed
from kpm_desktop.sync.header import CredentialPaper, Enrolment, HashHex, Instant, KeyHex, RegionCode, SignatureHex
from kpm_desktop.sync.seal import SigningKey

FORMAT = "kpm-undangan"
VERSION = 1
MAX_FILE = 256 * 1024
#: The papers that prove who invites, and the one about the recovery recipient.
MAX_CHAIN = MAX_STEPS + 1

_OPENING = b'{"format":"kpm-undangan",'

Name = Annotated[str, Meta(min_length=1, max_length=120)]
Recipient = Annotated[str, Meta(max_length=100)]
Code = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]


class Supervisor(msgspec.Struct, frozen=True):
    """Who invites: the name shown, the signing key and the age recipient bundles go to."""

    name: Name
    device: KeyHex
    age: Recipient


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """What an invitation says. Its body is this struct as compact JSON, keys in this order.

    recovery: the programme's recovery recipient. person, regions, role: who is invited to write where, as what.
    code: one-time, 32 hex digits. expires_at: RFC 3339, UTC.
    """

    id: UUID
    programme: KeyHex
    chain: Annotated[tuple[CredentialPaper, ...], Meta(min_length=1, max_length=MAX_CHAIN)]
    supervisor: Supervisor
    recovery: Recipient
    person: Name
    regions: Annotated[tuple[RegionCode, ...], Meta(min_length=1, max_length=MAX_REGIONS)]
    role: Annotated[str, Meta(pattern=r"\A[a-z_]{1,32}\Z")]
    code: Code
    expires_at: Instant


class _File(msgspec.Struct, frozen=True):
    format: str
    version: int
    body: str
    signature: SignatureHex


def write_invitation(invitation: Invitation, key: SigningKey) -> bytes:
    """The file of an invitation, signed by the supervisor's device. Refuses what `read_invitation` would."""
    body = msgspec.json.encode(invitation).decode()
    signature = key.sign(seal.invitation_message(body))
    data = msgspec.json.encode(_File(FORMAT, VERSION, body, signature)) + b"\n"
    read_invitation(data)
    return data


def read_invitation(data: bytes) -> Invitation:
    """Reads an invitation file of whatever expiry. Refuses one that is foreign, cut off, altered, whose supervisor's
    credentials do not lead from its programme key to the regions it gives away, or that names another recovery
    recipient than the programme key does in a paper beside it."""
    if not data.startswith(_OPENING):
        raise refused("access.invitation_foreign")
    if len(data) > MAX_FILE:
        raise refused("access.invitation_damaged")
    try:
        file = _opened(data.rstrip(b"\r\n"))
        invitation = msgspec.convert(strict_line(file.body.encode()), Invitation)
        datetime.fromisoformat(invitation.expires_at)
    except NeedsNewerProgram:
        raise
    except (ValueError, Refused):
        raise refused("access.invitation_damaged") from None
    _check(invitation, file)
    return invitation


def _opened(line: bytes) -> _File:
    plain = strict_line(line)
    if type(plain.get("version")) is int and plain["version"] > VERSION:
        raise NeedsNewerProgram(reason("access.invitation_newer"), plain["version"])
    return msgspec.convert(plain, _File)


def _check(invitation: Invitation, file: _File) -> None:
    inviter = invitation.supervisor
    is_signed = seal.verify(inviter.device, seal.invitation_message(file.body), file.signature)
    readable = seal.is_recipient(inviter.age) and seal.is_recipient(invitation.recovery)
    if not is_signed or not readable or file.version != VERSION:
        raise refused("access.invitation_damaged")
    statements = signed(invitation.chain)
    proved = prove(invitation.programme, statements)
    if not all(proved.supervises(inviter.device, region) for region in invitation.regions):
        raise refused("access.invitation_unproved", supervisor=inviter.name)
    check_recovery(invitation, newest_recovery(invitation.programme, statements))


def check_recovery(invitation: Invitation, told: Statement | None) -> None:
    """Refuses (`access.invitation_recovery`) an invitation that names another recovery recipient than the programme key
    does. told: its newest paper about it, None where there is none."""
    if told is not None and told.age != invitation.recovery:
        raise refused("access.invitation_recovery", supervisor=invitation.supervisor.name)


def is_expired(expires_at: str, now: datetime) -> bool:
    """Whether an invitation's time has run out; `now` is aware of its zone."""
    return now >= datetime.fromisoformat(expires_at)


class EnrolmentBody(msgspec.Struct, frozen=True):
    """A device introducing itself: the invitation it answers, its name, signing key and age recipient, and the
    region codes it was set up for, which are all it is then trusted with."""

    invitation: UUID
    device_name: Name
    device: KeyHex
    age: Recipient
    regions: Annotated[tuple[RegionCode, ...], Meta(min_length=1, max_length=MAX_REGIONS)]


def write_enrolment(body: EnrolmentBody, code: str) -> Enrolment:
    """The header line a device sends until its supervisor has answered."""
    text = msgspec.json.encode(body).decode()
    return Enrolment(text, seal.enrolment_code(code, text))


def read_enrolment(line: Enrolment) -> EnrolmentBody:
    """What an enrolment says, read strictly; refuses (`access.enrolment_damaged`). Its code is not checked."""
    try:
        body = msgspec.convert(strict_line(line.body.encode()), EnrolmentBody)
    except (ValueError, Refused):
        raise refused("access.enrolment_damaged") from None
    if not seal.is_recipient(body.age):
        raise refused("access.enrolment_damaged")
    return body


def answers_with(line: Enrolment, sender: str, codes: Mapping[str, str]) -> str:
    """The invitation whose code an enrolment of `sender` was made with, fresh or not; "" for none of these."""
    try:
        body = read_enrolment(line)
    except Refused:
        return ""
    code = codes.get(str(body.invitation), "")
    is_right = code and body.device == sender and seal.is_enrolment_code(code, line.body, line.hmac)
    return str(body.invitation) if is_right else ""


@dataclass(frozen=True, slots=True)
class Issued:
    """What a supervisor keeps of an invitation it made. used_by: the key it enrolled, "" while it is fresh.
    is_doubted: this device was restored since, and does not know whether it was used."""

    code: Code
    expires_at: str
    regions: tuple[str, ...]
    used_by: HashHex | Literal[""] = ""
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with an enrolment: `enrol`, `repeat` (nothing), or `wait` for the device's eight words, and why."""

    outcome: Literal["enrol", "repeat", "wait"]
    why: Reason | None = None


def judge(line: Enrolment, sender: str, issued: Issued | None, now: datetime) -> Verdict:
    """Judges an enrolment that came in a bundle of `sender` against the invitation it names, None when this
    supervisor knows no such invitation. Nothing is thrown away: what does not enrol waits.

    Refuses only a body that is malformed or introduces another device than the bundle's sender.
    """
    body = read_enrolment(line)
    if body.device != sender:
        raise refused("access.enrolment_damaged")
    if issued is None:
        return _wait("enrolment_unknown", body)
    if issued.used_by == body.device:
        return Verdict("repeat")
    if not seal.is_enrolment_code(issued.code, line.body, line.hmac):
        return _wait("enrolment_wrong_code", body)
    if issued.used_by:
        return _wait("enrolment_used", body)
    if issued.is_doubted:
        return _wait("enrolment_restored", body)
    if not all(is_covered(code, issued.regions) for code in body.regions):
        return _wait("enrolment_outside", body)
    return _wait("enrolment_expired", body) if is_expired(issued.expires_at, now) else Verdict("enrol")


def _wait(why: str, body: EnrolmentBody) -> Verdict:
    return Verdict("wait", reason(f"access.{why}", device_name=body.device_name))
