"""`kpm demo`: real profiles that agree, the same for the same seed, with a few things left to be put right."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest import mock

import pytest

from kpm_desktop.commands.bundles.import_bundle import import_bundle
from kpm_desktop.commands.profile.check_profile import Checked, check_profile
from kpm_desktop.commands.profile.profile_status import profile_status
from kpm_desktop.commands.supervision.device_list import device_list
from kpm_desktop.db.journal import heads
from kpm_desktop.db.store import open_store
from kpm_desktop.domain.errors import Refused
from kpm_desktop.practice import demo as practice
from kpm_desktop.practice.demo import Made, delivery_months, make_demo
from kpm_desktop.practice.plan import Wish, last_completed_month
from tests.practice.conftest import SMALL, UNTIL
from tests.support.cli import PASSWORD as CLI_PASSWORD
from tests.support.cli import kpm
from tests.support.devices import region_state
from tests.support.profiles import PASSWORD, state

#: What leads out of a village leads out of what its cadre holds.
MOVED = {"household.moved_from_id", "person.moved_from_id"}
TINY = Wish(UNTIL, villages=1, households=3, months=2, seed=5)


def checked(folder: Path) -> Checked:
    with open_store(folder, PASSWORD) as store:
        return check_profile(store)


def states(made: Made) -> dict[str, str]:
    found = {}
    for profile in made.profiles:
        with open_store(profile.folder, PASSWORD) as store:
            found[profile.folder.name] = state(store)
    return found


def village_state(folder: Path, village: str) -> str:
    with open_store(folder, PASSWORD) as store, store.reading() as tx:
        return region_state(tx, village)


def test_the_same_wish_gives_the_same_state_and_another_seed_does_not(demo: Made, tmp_path: Path) -> None:
    again = states(make_demo(tmp_path / "again", SMALL, PASSWORD))
    assert again == states(demo)
    one, other = (make_demo(tmp_path / str(seed), replace(TINY, seed=seed), PASSWORD) for seed in (1, 2))
    assert not set(states(one).values()) & set(states(other).values())


def test_a_profile_for_everybody(demo: Made) -> None:
    assert [profile.folder.name for profile in demo.profiles] == [
        "penyelia",
        *(f"kader-{number}" for number in range(1, 6)),
    ]
    villages = [profile.regions for profile in demo.profiles[1:]]
    codes = [(village.code,) for village in demo.plan.villages]
    assert villages == [codes[0], codes[0], codes[1], codes[2], codes[2]]


def test_every_profile_is_sound(demo: Made) -> None:
    for profile in demo.profiles:
        found = checked(profile.folder)
        assert found.is_sound
        assert set(found.dangling) <= MOVED
        assert (found.waiting, found.quarantine) == (0, 0)


def test_cadres_and_supervisor_agree_but_the_silent_one(demo: Made) -> None:
    supervisor = demo.profiles[0].folder
    for profile in demo.profiles[1:]:
        (village,) = profile.regions
        same = village_state(profile.folder, village) == village_state(supervisor, village)
        assert same == (profile.standing == "agrees")
    assert [profile.standing for profile in demo.profiles] == [*["agrees"] * 3, "silent", "agrees", "waiting"]


def test_one_weight_is_in_conflict_wherever_the_village_is_held(demo: Made) -> None:
    for profile in demo.profiles[:3]:
        with open_store(profile.folder, PASSWORD) as store, store.reading() as tx:
            ((_, kind, _, marks),) = heads.marked(tx)
            assert (kind, marks) == ("child_visit", {"conflict": ["weight_g"]})


def test_the_silent_village_has_a_bundle_on_the_stick_and_work_beyond_it(demo: Made, tmp_path: Path) -> None:
    silent = next(profile for profile in demo.profiles if profile.standing == "silent")
    with open_store(silent.folder, PASSWORD) as store:
        changes = profile_status(store)["changes"]
    assert 0 < changes["unsent"] < changes["undelivered"] < changes["total"]
    (bundle,) = demo.stick.iterdir()
    copy = tmp_path / "penyelia"
    shutil.copytree(demo.profiles[0].folder, copy)
    with open_store(copy, PASSWORD) as store:
        assert import_bundle(store, bundle).outcome == "taken"


def test_deliveries_lie_where_they_were_made(demo: Made) -> None:
    with open_store(demo.profiles[0].folder, PASSWORD) as store:
        devices = {device["name"]: device for device in device_list(store)}
    silent = next(profile for profile in demo.profiles if profile.standing == "silent")
    agreeing = [devices[profile.name] for profile in demo.profiles[1:] if profile.standing == "agrees"]
    assert {device["last_delivery"][:10] for device in agreeing} == {"2026-10-31"}
    assert devices[silent.name]["last_delivery"][:10] == "2026-08-31"
    assert devices[demo.plan.newcomer]["standing"] == "waiting"


def test_deliveries_become_monthly() -> None:
    months = Wish(UNTIL, months=10).all_months
    assert delivery_months(months) == ("2026-01", "2026-04", "2026-07", "2026-08", "2026-09", "2026-10")
    assert delivery_months(months[:1]) == ("2026-01",)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Refused) as refusal:
        make_demo(tmp_path, TINY, PASSWORD)
    assert refusal.value.reasons[0].code == "practice.not_empty"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    make_demo(tmp_path, TINY, PASSWORD)
    assert (tmp_path / "penyelia" / "keys.json").exists()


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        make_demo(tmp_path / "short", TINY, "kurang")
    with mock.patch.object(practice, "district_saves", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        make_demo(tmp_path / "stopped", TINY, PASSWORD)
    assert list(tmp_path.iterdir()) == []


def test_last_completed_month() -> None:
    assert last_completed_month(date(2026, 11, 1)) == "2026-10"
    assert last_completed_month(date(2026, 1, 31)) == "2025-12"


def test_the_command_says_what_it_made_and_how_to_open_it(tmp_path: Path) -> None:
    words = ("--villages", "1", "--households", "2", "--months", "1", "--until", "2025-03", "--seed", "8")
    done = kpm("demo", tmp_path / "latihan", *words)
    assert "1 desa latihan siap" in done.stdout
    assert "Maret 2025 sampai Maret 2025" in done.stdout
    assert f"kpm status --profile {tmp_path / 'latihan' / 'kader-1'}" in done.stdout
    assert done.stderr == ""
    assert CLI_PASSWORD not in done.stdout
    refused = kpm("demo", tmp_path / "latihan", *words, expect=1)
    assert "tidak ada yang diubah" in refused.stderr
    assert (tmp_path / "latihan" / "penyelia" / "keys.json").exists()


@pytest.mark.parametrize("wrong", [("--villages", "0"), ("--months", "x"), ("--until", "2025-13"), ("--until", "kini")])
def test_words_that_make_no_sense_are_usage(tmp_path: Path, wrong: tuple[str, str]) -> None:
    assert kpm("demo", tmp_path / "x", *wrong, expect=2).stdout == ""
    assert not (tmp_path / "x").exists()


def test_only_what_is_there_is_announced(demo: Made, tmp_path: Path) -> None:
    assert set(demo.sights) >= {"conflict", "double", "twins", "moved", "guardian", "temporary_nik", "confirmed"}
    tiny = make_demo(tmp_path / "tiny", TINY, PASSWORD)
    assert "conflict" not in tiny.sights
    assert [profile.standing for profile in tiny.profiles] == ["agrees", "agrees", "agrees", "waiting"]
