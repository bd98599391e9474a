"""The key file: whoever knows a password or the recovery code gets the same data key, nobody else anything."""

import json
import os
from pathlib import Path

import msgspec
import pytest

from kpm_desktop.commands.profile.change_password import change_password
from kpm_desktop.commands.profile.renew_recovery_code import begin_renewal, finish_renewal
from kpm_desktop.db import vault
from kpm_desktop.db.store import Store, open_store
from kpm_desktop.domain.errors import Refused
from tests.support.profiles import PASSWORD, cadre, state


def test_a_slot_costs_what_was_decided() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "MEMORY_KIB", 64 * 1024)
        patch.setattr(vault, "PASSES", 3)
        keys, data_key, _ = vault.new_keys("Sari", PASSWORD)
    assert {(slot.memory_kib, slot.passes) for slot in keys.slots} == {(65536, 3)}
    assert (len(data_key), vault.unlock(keys, PASSWORD).data_key) == (32, data_key)


def test_the_recovery_code_opens_however_it_is_typed() -> None:
    keys, data_key, code = vault.new_keys("Sari", PASSWORD)
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    for typed in (code, sloppy):
        assert vault.unlock_with_recovery(keys, typed).data_key == data_key
    with pytest.raises(Refused, match="wrong_recovery"):
        vault.unlock_with_recovery(keys, code[:-1] + ("2" if code[-1] != "2" else "3"))


def test_every_user_opens_with_their_own_password_only() -> None:
    keys, data_key, _ = vault.new_keys("Sari", PASSWORD)
    both = vault.with_password(keys, "Dewi", "kata-sandi-dewi", data_key)
    assert vault.unlock(both, "kata-sandi-dewi").user == "Dewi"
    assert vault.unlock(both, PASSWORD).user == "Sari"
    with pytest.raises(Refused, match="wrong_password"):
        vault.unlock(both, PASSWORD, "Dewi")


def test_a_slot_cannot_be_passed_off_as_another() -> None:
    keys, _, _ = vault.new_keys("Sari", PASSWORD)
    plain = json.loads(msgspec.json.encode(keys))
    plain["slots"][0]["name"] = "Dewi"
    with pytest.raises(Refused, match="wrong_password"):
        vault.unlock(vault.parse_keys(json.dumps(plain).encode()), PASSWORD)


def test_a_new_password_leaves_the_records_as_they_are(tmp_path: Path) -> None:
    with cadre(tmp_path, "Sari") as store:
        before = state(store)
    database = (tmp_path / "Sari" / "records.db").read_bytes()
    assert change_password(tmp_path / "Sari", PASSWORD, "kata-sandi-baru") == "Sari"
    assert (tmp_path / "Sari" / "records.db").read_bytes() == database
    with open_store(tmp_path / "Sari", "kata-sandi-baru") as store:
        assert state(store) == before
    with pytest.raises(Refused, match="wrong_password"):
        open_store(tmp_path / "Sari", PASSWORD)
    kept = vault.parse_keys((tmp_path / "Sari" / "keys.json.previous").read_bytes())
    assert vault.unlock(kept, PASSWORD).user == "Sari"


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="short_password"):
        vault.new_keys("Sari", "1234567")


def test_a_new_recovery_code_takes_the_old_one_s_place(tmp_path: Path) -> None:
    with cadre(tmp_path, "Sari") as store:
        first, second = renewed(store), renewed(store)
    assert not vault.previous_keys(tmp_path / "Sari").exists()
    assert change_password(tmp_path / "Sari", second, "kata-sandi-baru", recover=True) == "Sari"
    with pytest.raises(Refused, match="wrong_recovery"):
        change_password(tmp_path / "Sari", first, "kata-sandi-lain", recover=True)


def renewed(store: Store) -> str:
    code = begin_renewal(store, PASSWORD)
    finish_renewal(store, code.lower())
    return code


def test_a_new_code_holds_only_once_it_was_typed_back(tmp_path: Path) -> None:
    with cadre(tmp_path, "Sari") as store:
        first = renewed(store)
        abandoned = begin_renewal(store, PASSWORD)
        with pytest.raises(Refused, match="wrong_recovery"):
            finish_renewal(store, first)
        for code in (first, abandoned):
            vault.unlock_with_recovery(vault.read_keys(store.folder), code)
        second = begin_renewal(store, PASSWORD)
        with pytest.raises(Refused, match="wrong_recovery"):
            vault.unlock_with_recovery(vault.read_keys(store.folder), abandoned)
        vault.unlock_with_recovery(vault.read_keys(store.folder), first)
        finish_renewal(store, second)
        assert [(slot.kind, slot.name) for slot in vault.read_keys(store.folder).slots] == [
            ("user", "Sari"),
            ("recovery", ""),
        ]
        with pytest.raises(Refused, match="wrong_recovery"):
            vault.unlock_with_recovery(vault.read_keys(store.folder), first)
        with pytest.raises(Refused, match="wrong_recovery"):
            finish_renewal(store, second)


@pytest.mark.parametrize(
    "asks",
    [
        {"memory_kib": vault.MOST_MEMORY_KIB + 1},
        {"memory_kib": 2**31},
        {"memory_kib": 0},
        {"passes": vault.MOST_PASSES + 1},
        {"passes": -1},
    ],
)
def test_a_key_file_that_asks_too_much_is_never_tried(asks: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    keys, _, _ = vault.new_keys("Sari", PASSWORD)
    dear = msgspec.structs.replace(keys, slots=(msgspec.structs.replace(keys.slots[0], **asks),))

    def no_deriving(*_: object) -> bytes:
        raise AssertionError("paid for")

    monkeypatch.setattr(vault, "_derive", no_deriving)
    with pytest.raises(Refused, match="damaged_keys"):
        vault.parse_keys(msgspec.json.encode(dear))


def test_a_key_file_is_read_as_far_as_it_may_be_long(tmp_path: Path) -> None:
    keys, _, _ = vault.new_keys("Sari", PASSWORD)
    many = msgspec.structs.replace(keys, slots=keys.slots[:1] * (vault.MOST_SLOTS + 1))
    for data in (msgspec.json.encode(many), msgspec.json.encode(keys) + b" " * vault.LARGEST_FILE):
        (tmp_path / vault.KEY_FILE).write_bytes(data)
        with pytest.raises(Refused, match="damaged_keys"):
            vault.read_keys(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
def test_a_pipe_in_the_place_of_a_key_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / vault.KEY_FILE)
    with pytest.raises(Refused, match="special"):
        vault.read_keys(tmp_path)


def test_a_password_that_is_no_text_is_no_damage() -> None:
    keys, _, _ = vault.new_keys("Sari", PASSWORD)
    from_bytes = os.fsdecode(b"kata-sandi-\xff\xfe")
    with pytest.raises(Refused, match="wrong_password"):
        vault.unlock(keys, from_bytes)
    with pytest.raises(Refused, match="not_text"):
        vault.new_keys("Sari", from_bytes)


def test_more_users_than_a_key_file_holds_are_refused() -> None:
    keys, data_key, _ = vault.new_keys("Sari", PASSWORD)
    full = msgspec.structs.replace(
        keys, slots=tuple(msgspec.structs.replace(keys.slots[0], name=str(n)) for n in range(vault.MOST_SLOTS))
    )
    with pytest.raises(Refused, match="too_many_users"):
        vault.with_password(full, "Dewi", "kata-sandi-dewi", data_key)
