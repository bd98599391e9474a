"""Keys: a random data key in a key file, once per user under an Argon2id password slot and once under a printed
recovery code. Changing a password re-wraps the key and never re-encrypts the records (docs/decisions/0003); another
data key does (docs/decisions/0041)."""

import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kpm_desktop.db.files import explaining, reading, replace_file
from kpm_desktop.domain.errors import Refused, reason, refused

KEY_FILE = "keys.json"
FORMAT = 1
KEY_BYTES = 32
MEMORY_KIB = 64 * 1024
PASSES = 3
SHORTEST_PASSWORD = 8
#: What a key file may ask of whoever reads it, by chance or by ill will: bytes, slots, and the cost of one of them.
LARGEST_FILE = 64 * 1024
MOST_SLOTS = 32
#: Beside them there are at most two recovery codes, one of them not yet typed back.
MOST_USERS = MOST_SLOTS - 2
MOST_MEMORY_KIB = 1024 * 1024
MOST_PASSES = 16
#: Crockford's letters: no I, L, O, U, so that a printed code is read back without doubt.
RECOVERY_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECOVERY_LENGTH = 30
_READ_BACK = str.maketrans("OIL", "011", "- ")
#: The name of the slot of a code that nobody has typed back yet.
UNCONFIRMED = "unconfirmed"


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """The data key wrapped once. All bytes in hexadecimal."""

    kind: str  # user or recovery
    name: str
    salt: str
    nonce: str
    wrapped: str
    memory_kib: int
    passes: int


class KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """All slots of one profile."""

    format: int = FORMAT
    slots: tuple[Slot, ...]


class Unlocked(msgspec.Struct, frozen=True):
    """The data key and the user whose password opened it; empty for the recovery code."""

    data_key: bytes
    user: str


def check_password(password: str) -> None:
    """Refuses a new password that is too short, or holds bytes that are no text."""
    if _as_bytes(password) is None:
        raise refused("vault.not_text")
    if len(password) < SHORTEST_PASSWORD:
        raise refused("vault.short_password", limit=SHORTEST_PASSWORD, count=len(password))


def new_keys(user: str, password: str) -> tuple[KeyFile, bytes, str]:
    """A key file for one user, its data key (32 bytes) and the recovery code to print."""
    check_password(password)
    data_key, (letters, code) = secrets.token_bytes(KEY_BYTES), _new_code()
    slots = (_wrap("user", user, password, data_key), _wrap("recovery", "", letters, data_key))
    return KeyFile(slots=slots), data_key, code


def unlock(keys: KeyFile, password: str, user: str | None = None) -> Unlocked:
    """Opens the slot of `user`, or of whichever user the password fits. Refused when it fits none."""
    for slot in keys.slots:
        if slot.kind == "user" and (user is None or slot.name == user):
            data_key = _unwrap(slot, password)
            if data_key is not None:
                return Unlocked(data_key, slot.name)
    raise refused("vault.wrong_password")


def unlock_with_recovery(keys: KeyFile, code: str) -> Unlocked:
    """Opens the recovery slot, also one whose code was not typed back yet; spaces, hyphens, case and easily mistaken
    letters do not matter."""
    return Unlocked(_of_recovery(keys.slots, code), "")


def _of_recovery(slots: Iterable[Slot], code: str) -> bytes:
    typed = _as_letters(code)
    for slot in slots:
        if slot.kind == "recovery" and (data_key := _unwrap(slot, typed)) is not None:
            return data_key
    raise refused("vault.wrong_recovery")


def _as_letters(code: str) -> str:
    return code.upper().translate(_READ_BACK)


def unlock_with_either(keys: KeyFile, secret: str) -> Unlocked:
    """Opens with a password or, where it has as many letters as one, with the recovery code."""
    try:
        return unlock(keys, secret)
    except Refused:
        if sum(char.isalnum() for char in secret) != RECOVERY_LENGTH:
            raise
        return unlock_with_recovery(keys, secret)


def with_password(keys: KeyFile, user: str, password: str, data_key: bytes) -> KeyFile:
    """The key file with a new password for `user`, who is added if not there yet."""
    check_password(password)
    others = tuple(slot for slot in keys.slots if (slot.kind, slot.name) != ("user", user))
    if len(_users(others)) >= MOST_USERS:
        raise refused("vault.too_many_users", limit=MOST_USERS)
    return KeyFile(slots=(_wrap("user", user, password, data_key), *others))


def without_user(keys: KeyFile, user: str) -> KeyFile:
    """The key file without a user's slot; refused where there is none of that name, or no other user."""
    users = _users(keys.slots)
    if user not in [slot.name for slot in users]:
        raise refused("vault.no_such_user", name=user, names=[slot.name for slot in users])
    if len(users) == 1:
        raise refused("vault.last_user", name=user)
    return KeyFile(slots=tuple(slot for slot in keys.slots if (slot.kind, slot.name) != ("user", user)))


def with_further_recovery(keys: KeyFile, data_key: bytes) -> tuple[KeyFile, str]:
    """The key file with a slot for a new code beside that of the one that holds, and the new code to print; a new code
    of before that nobody typed back goes."""
    letters, code = _new_code()
    kept = tuple(slot for slot in keys.slots if slot.name != UNCONFIRMED or slot.kind != "recovery")
    return KeyFile(slots=(*kept, _wrap("recovery", UNCONFIRMED, letters, data_key))), code


def with_confirmed_recovery(keys: KeyFile, code: str) -> KeyFile:
    """The key file in which the new code alone holds; refused where what was typed back is another one."""
    data_key = _of_recovery([slot for slot in keys.slots if slot.name == UNCONFIRMED], code)
    return KeyFile(slots=(*_users(keys.slots), _wrap("recovery", "", _as_letters(code), data_key)))


def _users(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots if slot.kind == "user")


def _new_code() -> tuple[str, str]:
    """A recovery code as it is derived from, and as it is printed."""
    letters = "".join(secrets.choice(RECOVERY_LETTERS) for _ in range(RECOVERY_LENGTH))
    return letters, "-".join(letters[i : i + 5] for i in range(0, RECOVERY_LENGTH, 5))


def is_code(typed: str, code: str) -> bool:
    """Whether a code was typed back as it is printed."""
    return _as_letters(typed) == _as_letters(code)


def previous_keys(profile: Path) -> Path:
    """Where the predecessor of the key file is kept after a change."""
    return profile / f"{KEY_FILE}.previous"


def read_keys(profile: Path) -> KeyFile:
    """The key file of a profile; refused when there is none or it is damaged."""
    try:
        return parse_keys(key_bytes(profile))
    except Refused as refusal:
        raise refused("vault.no_profile", path=profile) if _is_absent(profile / KEY_FILE) else refusal from None


def key_bytes(profile: Path) -> bytes:
    """What the key file holds, and no more than any can hold and one byte."""
    with reading(profile / KEY_FILE) as opened:
        return opened.read(LARGEST_FILE + 1)


def _is_absent(file: Path) -> bool:
    try:
        return not file.exists()
    except OSError:
        return False


def parse_keys(data: bytes) -> KeyFile:
    """A key file from its bytes; refused when it is damaged, or asks for more than any that this program wrote."""
    if len(data) > LARGEST_FILE:
        raise refused("vault.damaged_keys")
    try:
        keys = msgspec.json.decode(data, type=KeyFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise refused("vault.damaged_keys") from None
    if keys.format > FORMAT:
        raise refused("vault.newer", found=keys.format, limit=FORMAT)
    if len(keys.slots) > MOST_SLOTS or not all(_is_affordable(slot) for slot in keys.slots):
        raise refused("vault.damaged_keys")
    return keys


def _is_affordable(slot: Slot) -> bool:
    return 0 < slot.memory_kib <= MOST_MEMORY_KIB and 0 < slot.passes <= MOST_PASSES


def write_keys(profile: Path, keys: KeyFile, opens: Callable[[KeyFile], object], *, keep_previous: bool = True) -> None:
    """Writes a new key file beside the old one, proves that it opens, keeps the old one, then renames. Where the disk
    fails after that and refuses to take it back, the refusal says that the new one may hold. keep_previous: not where
    what the old one opens with shall open nothing here any more."""
    opens(keys)
    written = msgspec.json.encode(keys)
    if not keep_previous:
        with explaining(profile):
            previous_keys(profile).unlink(missing_ok=True)
    try:
        replace_file(profile / KEY_FILE, written, keep_previous=keep_previous, private=True)
    except Refused as refusal:
        if (previous_keys(profile).exists() or not keep_previous) and _holds(profile / KEY_FILE, written):
            raise Refused(*refusal.reasons, reason("vault.perhaps_changed")) from refusal
        raise


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def _wrap(kind: str, name: str, secret: str, data_key: bytes) -> Slot:
    salt, nonce = os.urandom(16), os.urandom(12)
    key = _derive(secret, salt, MEMORY_KIB, PASSES)
    wrapped = AESGCM(key).encrypt(nonce, data_key, _context(kind, name))
    return Slot(
        kind=kind,
        name=name,
        salt=salt.hex(),
        nonce=nonce.hex(),
        wrapped=wrapped.hex(),
        memory_kib=MEMORY_KIB,
        passes=PASSES,
    )


def _unwrap(slot: Slot, secret: str) -> bytes | None:
    if _as_bytes(secret) is None:
        return None  # no password was ever made of what is no text
    try:
        key = _derive(secret, bytes.fromhex(slot.salt), slot.memory_kib, slot.passes)
        cipher = AESGCM(key)
        return cipher.decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), _context(slot.kind, slot.name))
    except InvalidTag:
        return None
    except (ValueError, OverflowError, MemoryError):
        raise refused("vault.damaged_keys") from None


def _derive(secret: str, salt: bytes, memory_kib: int, passes: int) -> bytes:
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=passes, lanes=1, memory_cost=memory_kib)
    return kdf.derive(secret.encode())


def _as_bytes(secret: str) -> bytes | None:
    """None where it came from bytes that are no text."""
    try:
        return secret.encode()
    except UnicodeEncodeError:
        return None


def _context(kind: str, name: str) -> bytes:
    return f"kpmkeys/1\0{kind}\0{name}".encode()
