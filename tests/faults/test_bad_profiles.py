"""Profiles that are missing, damaged, locked, too new or somebody else's: a sentence, and nothing is made worse."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kpm_desktop.db.migrations import HEAD
from kpm_desktop.db.store import open_store
from tests.support.cli import PASSWORD, account, kpm, kpm_here, said, state
from tests.support.faults import VILLAGE, copied, write_village

INIT = ("init", "--role", "cadre", "--name", "Ibu Kader", "--village", VILLAGE)


def change_keys(profile: Path, change: Callable[[dict[str, object]], object]) -> None:
    file = profile / "keys.json"
    content = json.loads(file.read_bytes())
    change(content)
    file.write_text(json.dumps(content))


def change_slot(profile: Path, **values: object) -> None:
    change_keys(profile, lambda keys: [slot.update(values) for slot in keys["slots"]])  # type: ignore[attr-defined]


def flip(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)


def cut(file: Path, size: int) -> None:
    file.write_bytes(file.read_bytes()[:size])


def into_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def pretend_newer(profile: Path) -> None:
    with open_store(profile, PASSWORD) as store, store.writing() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


NO_KEYS = "berkas kuncinya (keys.json) hilang. Jangan hapus apa pun"
BAD_KEYS = "Berkas kunci profil ini rusak"
NO_RECORDS = "berkas catatan (records.db) hilang. Jangan hapus apa pun"
BAD_RECORDS = "berkas catatan tidak terbaca. Jangan hapus apa pun"

DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "keys missing": (lambda p: (p / "keys.json").unlink(), NO_KEYS),
    "keys empty": (lambda p: cut(p / "keys.json", 0), BAD_KEYS),
    "keys cut": (lambda p: cut(p / "keys.json", 100), BAD_KEYS),
    "keys not UTF-8": (lambda p: (p / "keys.json").write_bytes(b"\xff\xfe"), BAD_KEYS),
    "keys a folder": (lambda p: into_folder(p / "keys.json"), "keys.json: di sini tempat berkas biasa"),
    "keys of a newer program": (lambda p: change_keys(p, lambda k: k.update(format=2)), "yang lebih baru (versi 2, di"),
    "keys without a slot": (lambda p: change_keys(p, lambda k: k.update(slots=[])), "Kata sandi tidak cocok"),
    "keys without a nonce": (lambda p: change_slot(p, nonce=""), BAD_KEYS),
    "keys not hexadecimal": (lambda p: change_slot(p, salt="zz"), BAD_KEYS),
    "keys asking too much": (lambda p: change_slot(p, memory_kib=10**12), BAD_KEYS),
    "keys asking nothing": (lambda p: change_slot(p, memory_kib=-1), BAD_KEYS),
    "keys of another profile": (lambda p: change_slot(p, wrapped="00" * 48), "Kata sandi tidak cocok"),
    "records missing": (lambda p: (p / "records.db").unlink(), NO_RECORDS),
    "records empty": (lambda p: cut(p / "records.db", 0), BAD_RECORDS),
    "records cut": (lambda p: cut(p / "records.db", 5 * 4096), BAD_RECORDS),
    "records not ours": (lambda p: (p / "records.db").write_bytes(b"SQLite format 3\0" * 512), BAD_RECORDS),
    "records a folder": (lambda p: into_folder(p / "records.db"), "records.db: di sini tempat berkas biasa"),
    "first page altered": (lambda p: flip(p / "records.db", 100), BAD_RECORDS),
    "a page altered": (lambda p: flip(p / "records.db", 3 * 4096 + 100), BAD_RECORDS),
    "records of a newer program": (pretend_newer, f"aplikasi yang lebih baru (versi 9999, di sini {HEAD})"),
    "all missing": (shutil.rmtree, "belum ada profil di sini. Buat dulu dengan kpm init"),
}


def contents(profile: Path) -> dict[str, bytes]:
    """Every file of a profile but its lock."""
    files = profile.iterdir() if profile.exists() else ()
    return {path.name: path.read_bytes() for path in files if path.is_file() and path.name != "lock"}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_profile_is_named_and_left_as_it_is(profile: Path, name: str) -> None:
    damage, message = DAMAGE[name]
    damage(profile)
    before = contents(profile)
    refused = kpm_here("check", profile=profile, expect=1)
    assert message in refused.stderr, said(refused)
    if name != "records empty":  # SQLite writes a first page into it
        assert contents(profile) == before


@pytest.mark.parametrize("seed", range(6))
def test_one_bit_turned_in_the_records_is_found_and_harms_no_command(profile: Path, seed: int, tmp_path: Path) -> None:
    records = profile / "records.db"
    flip(records, random.Random(seed).randrange(records.stat().st_size))
    card = ("scorecard", "--village", VILLAGE, "--quarter", "2025-Q1")
    for words in (("status",), card, ("export", "--to", tmp_path / "stick"), ("dump", tmp_path / "out"), ("rebuild",)):
        done = kpm_here(*words, profile=profile, expect=None)
        assert (done.returncode, BAD_RECORDS in done.stderr) in ((0, False), (1, True)), f"seed {seed}: {said(done)}"
    kpm_here("check", profile=profile, expect=1)


def test_records_whose_keys_got_lost_are_not_made_anew(profile: Path, tmp_path: Path) -> None:
    """The key file may lie in a backup: `init` and `restore` must leave the records alone until it is back."""
    kpm_here("backup", "--out", tmp_path / "a.kpmbackup", profile=profile)
    keys, records = (profile / "keys.json").read_bytes(), (profile / "records.db").read_bytes()
    (profile / "keys.json").unlink()
    for words in (INIT, ("restore", tmp_path / "a.kpmbackup")):
        refused = kpm_here(*words, profile=profile, expect=1)
        assert NO_KEYS in refused.stderr
    assert (profile / "records.db").read_bytes() == records
    (profile / "keys.json").write_bytes(keys)
    kpm_here("check", profile=profile)


@pytest.mark.parametrize("words", [("check",), ("status",), INIT])
def test_a_second_instance_is_refused_while_the_first_holds_the_profile(profile: Path, words: tuple[str, ...]) -> None:
    with open_store(profile, PASSWORD):
        refused = kpm(*words, profile=profile, expect=1)
        assert f"{profile}: profil ini sedang dipakai jendela atau perintah lain" in refused.stderr
    kpm_here("check", profile=profile)


def test_a_profile_where_one_is_already(profile: Path, tmp_path: Path) -> None:
    before = state(profile)
    kpm_here("backup", "--out", tmp_path / "a.kpmbackup", profile=profile)
    for words in (INIT, ("restore", tmp_path / "a.kpmbackup")):
        assert "sudah ada profil di sini" in kpm_here(*words, profile=profile, expect=1).stderr
    assert state(profile) == before


def test_wrong_and_missing_passwords(profile: Path, tmp_path: Path) -> None:
    wrong = kpm_here("check", profile=profile, env={"KPM_PASSWORD": "rahasia-lain"}, expect=1)
    assert wrong.stderr == "Kata sandi tidak cocok. Catatan tetap aman.\n"
    none = kpm("check", profile=profile, env={"KPM_PASSWORD": None}, expect=1)
    assert "Kata sandi tidak diberikan" in none.stderr
    file = tmp_path / "sandi"
    for content, message in ((b"\xff\xfe", "bukan teks UTF-8"), (b"salah sekali", "Kata sandi tidak cocok")):
        file.write_bytes(content)
        assert message in kpm_here("check", "--password-file", file, profile=profile, expect=1).stderr
    assert "ini folder" in kpm_here("check", "--password-file", tmp_path, profile=profile, expect=1).stderr
    file.write_text(f"{PASSWORD}\r\n", encoding="utf-8-sig")
    kpm_here("check", "--password-file", file, profile=profile, env={"KPM_PASSWORD": None})


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--role", "cadre", "--name", "A", "--village", "12.75"), "12.75: bukan kode desa"),
        (("--role", "supervisor", "--name", "A", "--village", "12750"), "12750: bukan kode wilayah"),
        (("--role", "cadre", "--name", " ", "--village", VILLAGE), "Nama 0 huruf: harus 1 sampai 120"),
        (("--role", "cadre", "--name", "A" * 121, "--village", VILLAGE), "Nama 121 huruf: harus 1 sampai 120"),
    ],
)
def test_an_init_of_nonsense_makes_nothing(words: tuple[str, ...], message: str, tmp_path: Path) -> None:
    refused = kpm_here("init", *words, profile=tmp_path / "p", expect=1)
    assert message in refused.stderr
    assert not (tmp_path / "p").exists()


def test_a_short_password_makes_nothing(tmp_path: Path) -> None:
    refused = kpm_here(*INIT, profile=tmp_path / "p", env={"KPM_PASSWORD": "1234567"}, expect=1)
    assert "Kata sandi 7 huruf: paling sedikit 8" in refused.stderr
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("damage", ["empty", "cut in the keys", "cut in the records", "altered", "not ours", "folder"])
def test_a_backup_that_is_none_restores_nothing(profile: Path, damage: str, tmp_path: Path) -> None:
    file = tmp_path / "a.kpmbackup"
    kpm_here("backup", "--out", file, profile=profile)
    if damage == "altered":
        flip(file, file.stat().st_size - 3 * 4096)
    elif damage == "not ours":
        file.write_bytes(b"x" * 1000)
    elif damage == "folder":
        into_folder(file)
    else:
        cut(file, {"empty": 0, "cut in the keys": 100}.get(damage, file.stat().st_size - 8192))
    refused = kpm_here("restore", file, profile=tmp_path / "new", expect=1)
    words = "ini folder" if damage == "folder" else "bukan cadangan KPM, atau rusak atau terpotong"
    assert f"{file}: {words}" in refused.stderr, said(refused)
    assert not (tmp_path / "new").exists()


def test_a_restore_with_the_wrong_password_makes_nothing(profile: Path, tmp_path: Path) -> None:
    kpm_here("backup", "--out", tmp_path / "a.kpmbackup", profile=profile)
    refused = kpm_here(
        "restore", tmp_path / "a.kpmbackup", profile=tmp_path / "new", env={"KPM_PASSWORD": "rahasia-lain"}, expect=1
    )
    assert "Kata sandi tidak cocok" in refused.stderr
    assert not (tmp_path / "new").exists()


def test_the_profile_of_the_environment(profile: Path, tmp_path: Path) -> None:
    known = kpm_here("check", env={"KPM_PROFILE": str(profile)})
    assert known.stdout == kpm_here("check", profile=profile).stdout
    other = copied(profile, tmp_path / "other")
    kpm_here("load", write_village(tmp_path / "in", range(20, 22)), profile=other)
    named = kpm_here("check", profile=other, env={"KPM_PROFILE": str(profile)})
    assert f"state: {account(other)['state']}" in named.stdout
    assert "belum ada profil" in kpm_here("check", env={"KPM_PROFILE": str(tmp_path / "no")}, expect=1).stderr


@pytest.mark.parametrize("words", [(), ("periksa",), ("check",), ("check", "--lang", "de"), ("load",)])
def test_wrong_words_are_usage(words: tuple[str, ...]) -> None:
    done = kpm_here(*words, expect=2)
    assert "usage: kpm" in done.stderr


def test_letters_the_system_does_not_know_harm_no_command(profile: Path, tmp_path: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = kpm("load", tmp_path / "tidak–ada", profile=profile, env=env, expect=1)
    assert "tidak–ada: folder ini tidak ada" in done.stderr
    kpm_here("load", write_village(tmp_path / "in", range(7, 9)), profile=profile)
    card = ("scorecard", "--village", VILLAGE, "--quarter", "2025-Q1")
    assert kpm(*card, profile=profile, env=env).stdout == kpm_here(*card, profile=profile).stdout


def test_english_when_asked_and_indonesian_otherwise(profile: Path, tmp_path: Path) -> None:
    english = "there is no such folder. Nothing was changed."
    assert english in kpm_here("load", tmp_path / "no", "--lang", "en", profile=profile, expect=1).stderr
    assert english in kpm_here("load", tmp_path / "no", profile=profile, env={"KPM_LANG": "en"}, expect=1).stderr
    for env in ({}, {"KPM_LANG": "de"}, {"KPM_LANG": ""}):
        refused = kpm_here("load", tmp_path / "no", profile=profile, env=env, expect=1)
        assert "folder ini tidak ada. Tidak ada yang diubah." in refused.stderr
