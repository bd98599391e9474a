"""Bundles that are damaged, foreign, early or for somebody else, through the command line."""

import random
from pathlib import Path

import pytest

from tests.faults.conftest import Pair
from tests.support.cli import Finished, account, kpm_here, said, state
from tests.support.faults import (
    OTHER_VILLAGE,
    SECRET_NAME,
    SECRET_NIK,
    acquaint,
    copied,
    export,
    household,
    new_cadre,
    new_supervisor,
    write_table,
    write_village,
)


@pytest.fixture(scope="module")
def bundle(known_pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cadre's first bundle, with its introduction."""
    place = tmp_path_factory.mktemp("bundle")
    return export(copied(known_pair.cadre, place / "cadre"), place / "stick")


def refused(profile: Path, file: Path, words: str) -> Finished:
    """The file is refused in a sentence, and nothing about the profile changes."""
    before = account(profile)
    done = kpm_here("import", file, profile=profile, expect=1)
    assert f"{file.name}: tidak diambil. " in done.stderr, said(done)
    assert words in done.stderr, said(done)
    assert SECRET_NAME not in said(done)
    assert SECRET_NIK not in said(done)
    assert account(profile) == before
    return done


@pytest.mark.parametrize("share", [0.0, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999])
def test_a_bundle_cut_off_anywhere(pair: Pair, bundle: Path, share: float, tmp_path: Path) -> None:
    data = bundle.read_bytes()
    short = tmp_path / "short.kpmsync"
    short.write_bytes(data[: int(len(data) * share)])
    refused(pair.supervisor, short, "terpotong")


def test_a_bundle_without_its_last_byte_and_with_one_more(pair: Pair, bundle: Path, tmp_path: Path) -> None:
    file = tmp_path / "odd.kpmsync"
    for data in (bundle.read_bytes()[:-1], bundle.read_bytes() + b"\0"):
        file.write_bytes(data)
        refused(pair.supervisor, file, "rusak atau terpotong")


@pytest.mark.parametrize("seed", range(8))
def test_a_bundle_with_one_bit_turned(pair: Pair, bundle: Path, seed: int, tmp_path: Path) -> None:
    data = bytearray(bundle.read_bytes())
    bit = random.Random(seed).randrange(len(data) * 8)
    data[bit // 8] ^= 1 << bit % 8
    file = tmp_path / f"bit{bit}.kpmsync"
    file.write_bytes(data)
    refused(pair.supervisor, file, "")


def test_an_empty_file_a_folder_and_nothing_at_all(pair: Pair, profile: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.kpmsync"
    empty.write_bytes(b"")
    refused(pair.supervisor, empty, "terpotong")
    refused(pair.supervisor, tmp_path, "ini folder, bukan berkas")
    refused(pair.supervisor, tmp_path / "missing.kpmsync", "tidak ada. Periksa tulisannya")
    refused(pair.supervisor, profile / "keys.json", "Ini bukan berkas kiriman aplikasi ini")


def test_a_file_that_never_ends(pair: Pair) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no endless file here")
    refused(pair.supervisor, Path("/dev/zero"), "bukan berkas biasa")


def test_a_bundle_for_another_supervisor(bundle: Path, tmp_path: Path) -> None:
    refused(new_supervisor(tmp_path / "other"), bundle, "ditujukan ke laptop lain")


def test_a_good_bundle_after_a_bad_one_is_taken(pair: Pair, bundle: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.kpmsync"
    bad.write_bytes(bundle.read_bytes()[:-5])
    done = kpm_here("import", bad, bundle, tmp_path / "missing", profile=pair.supervisor, expect=1)
    assert "bad.kpmsync: tidak diambil" in done.stderr
    assert "missing: tidak diambil" in done.stderr
    assert state(pair.supervisor) == state(pair.cadre)


def test_the_bundle_of_an_unknown_laptop_waits(pair: Pair, tmp_path: Path) -> None:
    """A second laptop answers an invitation already used: nothing is lost, nothing counts yet, and it is no failure."""
    second = copied(pair.cadre, tmp_path / "second")
    invited = acquaint(pair.cadre, pair.supervisor, tmp_path)
    kpm_here("import", export(pair.cadre, tmp_path / "stick"), profile=pair.supervisor)
    before = state(pair.supervisor)
    second = new_cadre(tmp_path / "stranger")
    kpm_here("join", invited, profile=second)
    kpm_here("load", write_village(tmp_path / "village", range(200, 203)), profile=second)
    done = kpm_here("import", export(second, tmp_path / "stick2"), profile=pair.supervisor)
    assert "9 catatan dari laptop" in done.stdout, said(done)
    assert "Cocokkan delapan katanya lewat telepon" in done.stdout
    assert state(pair.supervisor) == before
    words = next(line.split(": ")[-1] for line in waiting(pair.supervisor) if "menunggu" in line)
    kpm_here("device", "accept", words, profile=pair.supervisor)
    assert account(pair.supervisor)["household"] == "6"


def waiting(profile: Path) -> list[str]:
    return kpm_here("device", "list", profile=profile).stdout.splitlines()


def test_another_villages_record_in_a_bundle_is_kept_but_not_used(pair: Pair, tmp_path: Path) -> None:
    """`kpm load` refuses it; a cadre of that village cannot join with the invitation of this one."""
    stranger = new_cadre(tmp_path / "stranger", OTHER_VILLAGE)
    invited = acquaint(pair.cadre, pair.supervisor, tmp_path)
    done = kpm_here("join", invited, profile=stranger, expect=1)
    assert f"{OTHER_VILLAGE}: desa profil ini tidak ada di undangan (12.75.01.1001)" in done.stderr
    rows = [household(90) | {"village_code": OTHER_VILLAGE}]
    before = state(pair.cadre)
    kpm_here("load", write_table(tmp_path / "in", "household", rows).parent, profile=pair.cadre, expect=1)
    assert state(pair.cadre) == before


@pytest.mark.parametrize("damage", ["cut", "bit", "empty", "folder", "bundle"])
def test_an_invitation_that_is_none(pair: Pair, bundle: Path, damage: str, tmp_path: Path) -> None:
    file = acquaint(pair.cadre, pair.supervisor, tmp_path)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    contents = {"cut": file.read_bytes()[:-40], "bit": bytes(data), "empty": b"", "bundle": bundle.read_bytes()}
    bad = tmp_path if damage == "folder" else tmp_path / "bad.json"
    if damage in contents:
        bad.write_bytes(contents[damage])
    profile = new_cadre(tmp_path / "new")
    done = kpm_here("join", bad, profile=profile, expect=1)
    wanted = {"empty": "Ini bukan berkas undangan", "bundle": "Ini bukan berkas undangan", "folder": "ini folder"}
    assert wanted.get(damage, "Berkas undangan ini rusak, terpotong atau diubah") in done.stderr, said(done)
    assert "Belum ada penyelia" in kpm_here("export", "--to", tmp_path / "stick", profile=profile, expect=1).stderr


def test_export_before_anybody_invited(empty_profile: Path, tmp_path: Path) -> None:
    done = kpm_here("export", "--to", tmp_path / "stick", profile=empty_profile, expect=1)
    assert "Belum ada penyelia" in done.stderr
    assert not (tmp_path / "stick").exists()
