"""Keys and encryption: what is signed stays signed, what is malformed is False or a sentence, never a crash."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.sync import seal
from kpm_desktop.sync.seal import AgeIdentity, SigningKey
from tests.sync.refusals import refusing

KEY = SigningKey.from_hex("11" * 32)
STREAM = UUID(int=5)


def test_a_key_comes_back_from_its_secret() -> None:
    key = SigningKey.generate()
    assert SigningKey.from_hex(key.secret).public == key.public


@given(st.binary(max_size=200))
def test_a_signature_holds_for_its_message_alone(message: bytes) -> None:
    signature = KEY.sign(message)
    assert seal.verify(KEY.public, message, signature)
    assert not seal.verify(KEY.public, message + b"\0", signature)


@pytest.mark.parametrize("public", ["", "zz" * 32, KEY.public.upper(), KEY.public[:-2], KEY.public + "\n", "ff" * 32])
def test_a_malformed_key_verifies_nothing(public: str) -> None:
    assert not seal.verify(public, b"x", KEY.sign(b"x"))


@pytest.mark.parametrize(
    "spoil", [str.upper, lambda s: s[:-1], lambda s: s + "\n", lambda s: " " + s[1:], lambda _: ""]
)
def test_a_malformed_signature_does_not_hold(spoil) -> None:  # type: ignore[no-untyped-def]
    assert not seal.verify(KEY.public, b"x", spoil(KEY.sign(b"x")))


def test_a_seal_is_no_manifest_signature() -> None:
    mark = seal.seal_range(KEY, STREAM, 3, b"\1" * 32)
    assert seal.range_is_sealed(KEY.public, STREAM, 3, b"\1" * 32, mark)
    assert not seal.range_is_sealed(KEY.public, STREAM, 4, b"\1" * 32, mark)
    assert not seal.range_is_sealed(KEY.public, UUID(int=6), 3, b"\1" * 32, mark)
    message = seal.range_message(STREAM, 3, b"\1" * 32)
    assert not seal.manifest_is_signed(KEY.public, message, bytes.fromhex(mark))


def test_every_recipient_opens_and_nobody_else() -> None:
    one, two, other = AgeIdentity.generate(), AgeIdentity.generate(), AgeIdentity.generate()
    data = seal.encrypt(b"isi", [one.recipient, two.recipient])
    assert seal.decrypt(data, one) == seal.decrypt(data, two) == b"isi"
    with refusing("bundle.not_for_you"):
        seal.decrypt(data, other)


def test_an_identity_comes_back_from_its_text() -> None:
    identity = AgeIdentity.generate()
    assert AgeIdentity.from_text(identity.text).recipient == identity.recipient
    with refusing("bundle.bad_identity"):
        AgeIdentity.from_text(identity.text[:-1])


@pytest.mark.parametrize("recipients", [[], ["age1bukan"], [AgeIdentity.generate().recipient.upper()]])
def test_nobody_to_encrypt_to_is_refused(recipients: list[str]) -> None:
    with refusing("bundle.bad_recipient"):
        seal.encrypt(b"isi", recipients)


def test_what_is_no_age_file_is_told_from_one_cut_off() -> None:
    identity = AgeIdentity.generate()
    with refusing("bundle.not_ours"):
        seal.decrypt(b"PK\3\4 a spreadsheet", identity)
    with refusing("bundle.cut_off"):
        seal.decrypt(b"age-encr", identity)


def test_a_fault_below_is_a_sentence_but_a_user_may_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        pass

    def fail(fault: BaseException) -> None:
        def opening(_: AgeIdentity, __: bytes) -> bytes:
            raise fault

        monkeypatch.setattr(AgeIdentity, "open", opening)

    identity = AgeIdentity.generate()
    sealed = seal.encrypt(b"x", [identity.recipient])
    fail(Panic())
    with refusing("bundle.damaged"):
        seal.decrypt(sealed, identity)
    fail(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        seal.decrypt(sealed, identity)


def test_a_header_is_measured_before_anything_in_it_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand recipients are a thousand tries of the key; a header without an end is read to the end of the file."""
    identity = AgeIdentity.generate()
    others = [AgeIdentity.generate().recipient for _ in range(seal.MAX_RECIPIENTS + 1)]
    endless = seal.AGE_MAGIC + b"-> X25519 " + b"a" * seal.MAX_HEADER + b"\n--- mac\n"
    fits = seal.encrypt(b"x", [identity.recipient, *others[:3]])
    assert seal.decrypt(fits, identity) == b"x"

    def tried(_: AgeIdentity, __: bytes) -> bytes:
        raise AssertionError("tried")

    monkeypatch.setattr(AgeIdentity, "open", tried)
    for data in (seal.encrypt(b"x", others), endless, seal.AGE_MAGIC + b"--- mac\n" + bytes(9)):
        with refusing("bundle.damaged"):
            seal.decrypt(data, identity)
    with refusing("bundle.cut_off"):
        seal.decrypt(seal.AGE_MAGIC + b"-> X25519 abc\n", identity)


def test_a_fingerprint_is_short_and_stable() -> None:
    assert seal.fingerprint("age1x") == seal.fingerprint("age1x")
    assert len(seal.fingerprint("age1x")) == 16


def test_an_enrolment_code_covers_code_and_body() -> None:
    mac = seal.enrolment_code("kode", "isi")
    assert seal.is_enrolment_code("kode", "isi", mac)
    assert not seal.is_enrolment_code("kode", "isi ", mac)
    assert not seal.is_enrolment_code("lain", "isi", mac)
    assert not seal.is_enrolment_code("kode", "isi", "é")
