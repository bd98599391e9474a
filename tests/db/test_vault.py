"""The key file: whoever knows a password or the recovery code gets the same data key, nobody else anything."""

import json
from pathlib import Path

import msgspec
import pytest

from kpm_desktop.commands.profile.change_password import change_password
from kpm_desktop.commands.profile.renew_recovery_code import renew_recovery_code
from kpm_desktop.db import vault
from kpm_desktop.db.store import open_store
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
    cadre(tmp_path, "Sari").close()
    first = renew_recovery_code(tmp_path / "Sari", PASSWORD)
    second = renew_recovery_code(tmp_path / "Sari", PASSWORD)
    assert not vault.previous_keys(tmp_path / "Sari").exists()
    assert change_password(tmp_path / "Sari", second, "kata-sandi-baru", recover=True) == "Sari"
    with pytest.raises(Refused, match="wrong_recovery"):
        change_password(tmp_path / "Sari", first, "kata-sandi-lain", recover=True)
