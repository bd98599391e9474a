"""Keys, signatures and encryption: the only file of `sync` that knows a cryptographic library.

Every signature stands over a message with a prefix of its own, so that none can be passed off as another
(docs/bundle-format.md, "Signatures"). Keys, hashes and signatures travel as lower-case hexadecimal.
"""

import hashlib
import hmac
import re
import struct
from collections.abc import Sequence
from typing import Self
from uuid import UUID

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kpm_desktop.domain.errors import Refused, refused
from kpm_desktop.sync import bech32

AGE_MAGIC = b"age-encryption.org/v1\n"
SIGNATURE_BYTES = 64
#: How much of a file is looked at before anything in it is believed: its header up to the end mark, in bytes, and for
#: how many recipients it may be. This program seals for four at the most.
MAX_HEADER = 4096
MAX_RECIPIENTS = 8

_AGE_PREFIX = "age-secret-key-"
_KEY = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


class SigningKey:
    """A device's (or a programme's) Ed25519 key: it says who wrote."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public = key.public_key().public_bytes_raw().hex()

    @classmethod
    def generate(cls) -> Self:
        """A new key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_hex(cls, secret: str) -> Self:
        """The key of a 32-byte secret in hex; ValueError on anything else."""
        return cls(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)))

    @property
    def secret(self) -> str:
        """The 32-byte secret in hex, for the encrypted database only."""
        return self._key.private_bytes_raw().hex()

    def sign(self, message: bytes) -> str:
        """The 64-byte signature over a message, in hex."""
        return self._key.sign(message).hex()


def verify(public: str, message: bytes, signature: str) -> bool:
    """Whether a key signed exactly this message; False, never an exception, on malformed hex."""
    if not (_KEY.fullmatch(public) and _SIGNATURE.fullmatch(signature)):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


class AgeIdentity:
    """A device's (or the recovery sheet's) age X25519 identity: it says who can read."""

    def __init__(self, identity: pyrage.x25519.Identity) -> None:
        self._identity = identity
        self.text = str(identity)
        self.recipient = str(identity.to_public())

    @classmethod
    def generate(cls) -> Self:
        """A new identity."""
        return cls(pyrage.x25519.Identity.generate())

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The identity of an `AGE-SECRET-KEY-1…` text; refuses anything else."""
        try:
            return cls(pyrage.x25519.Identity.from_str(text))
        except pyrage.IdentityError:
            raise refused("bundle.bad_identity") from None

    @classmethod
    def from_secret(cls, secret: bytes) -> Self:
        """The identity of a 32-byte secret."""
        return cls.from_text(bech32.encode(_AGE_PREFIX, secret).upper())

    @property
    def secret(self) -> bytes:
        """The 32 bytes, for the encrypted database and the programme's sheet only."""
        return bech32.data_of(self.text)

    def open(self, data: bytes) -> bytes:
        """The plain bytes of an age file; raises what pyrage raises."""
        plain: bytes = pyrage.decrypt(data, [self._identity])
        return plain


def is_recipient(text: str) -> bool:
    """Whether a text is an age X25519 recipient, `age1…`."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def encrypt(data: bytes, recipients: Sequence[str]) -> bytes:
    """A binary age v1 file that each of the recipients can open; refuses what is no recipient."""
    strange = [text for text in recipients if not is_recipient(text)]
    if strange or not recipients:
        raise refused("bundle.bad_recipient", recipient=", ".join(strange))
    sealed: bytes = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(text) for text in recipients])
    return sealed


def decrypt(data: bytes, identity: AgeIdentity) -> bytes:
    """The plain bytes of an age file; refuses one that is cut off, damaged, foreign or for somebody else."""
    if not data.startswith(AGE_MAGIC):
        raise refused("bundle.cut_off" if AGE_MAGIC.startswith(data) else "bundle.not_ours")
    _measure_header(data)
    try:
        return identity.open(data)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # a panic of the library below is no `Exception`
        raise _why_closed(fault) from None


def _measure_header(data: bytes) -> None:
    """Refuses a header that is longer, or for more recipients, than any a receiver need look through."""
    end = data.find(b"\n--- ", 0, MAX_HEADER)
    if end == -1:
        raise refused("bundle.cut_off" if len(data) < MAX_HEADER else "bundle.damaged")
    if not 0 < data.count(b"\n-> ", 0, end) <= MAX_RECIPIENTS:
        raise refused("bundle.damaged")


def _why_closed(fault: BaseException) -> Refused:
    if isinstance(fault, pyrage.DecryptError) and "matching keys" in str(fault):
        return refused("bundle.not_for_you")
    return refused("bundle.damaged")


def fingerprint(recipient: str) -> str:
    """The first 16 hex digits of SHA-256 of an age recipient's text."""
    return hashlib.sha256(recipient.encode()).hexdigest()[:16]


def manifest_message(manifest: bytes) -> bytes:
    """What the sender of a bundle signs."""
    return b"kpmsync/1\0" + manifest


def range_message(stream: UUID, seq: int, tip: bytes) -> bytes:
    """What an author signs to prove a range: stream, number and 32-byte hash of its last change."""
    return b"kpmrange/1\0" + stream.bytes + struct.pack(">Q", seq) + tip


def credential_message(statement: str) -> bytes:
    """What an issuer signs: the statement's exact text."""
    return b"kpmcred/1\0" + statement.encode()


def invitation_message(body: str) -> bytes:
    """What a supervisor's device signs: the invitation body's exact text."""
    return b"kpminvite/1\0" + body.encode()


def sign_manifest(key: SigningKey, manifest: bytes) -> bytes:
    """The 64 bytes that follow the manifest."""
    return bytes.fromhex(key.sign(manifest_message(manifest)))


def manifest_is_signed(sender: str, manifest: bytes, signature: bytes) -> bool:
    """Whether the sender named in it signed a manifest."""
    return verify(sender, manifest_message(manifest), signature.hex())


def seal_range(key: SigningKey, stream: UUID, seq: int, tip: bytes) -> str:
    """The author's seal of everything up to a change, in hex."""
    return key.sign(range_message(stream, seq, tip))


def range_is_sealed(device: str, stream: UUID, seq: int, tip: bytes, seal: str) -> bool:
    """Whether a device sealed its stream at this change."""
    return verify(device, range_message(stream, seq, tip), seal)


def enrolment_code(code: str, body: str) -> str:
    """HMAC-SHA256 of an enrolment body under an invitation's one-time code, in hex."""
    return hmac.new(code.encode(), b"kpmenrol/1\0" + body.encode(), hashlib.sha256).hexdigest()


def is_enrolment_code(code: str, body: str, mac: str) -> bool:
    """Whether an enrolment was made with this code; takes the same time for every wrong one."""
    return hmac.compare_digest(enrolment_code(code, body).encode(), mac.encode())
