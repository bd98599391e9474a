"""`kpm duplicate`: listed, merged, taken apart and told apart, through the same `main`."""

import json
from pathlib import Path

import pytest

from tests.support.cli import kpm_here, said, state
from tests.support.profiles import VILLAGE, write_rows

HOME = {"ref": "h", "village_code": VILLAGE, "head_name": "Pak Rahmat", "hamlet": "Mawar"}
CHILD = {"household_id": "h", "sex": "male", "birth_date": "2025-01-02"}
IDS = ["01900000-0000-7000-8000-00000000000" + digit for digit in "123"]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two who may be one child, and one who is another."""
    folder = tmp_path_factory.mktemp("kembar")
    names = ("Ahmad Fauzi", "A. Fauzi", "Budi")
    children = [{"id": one, "full_name": name, **CHILD} for one, name in zip(IDS, names, strict=True)]
    made = folder / "profil"
    kpm_here("init", "--role", "cadre", "--name", "Ibu Sari", "--village", VILLAGE, profile=made)
    kpm_here("load", write_rows(folder / "rows", household=[HOME], person=children), profile=made)
    return made


def listed(profile: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(kpm_here("duplicate", "list", "--json", profile=profile).stdout)
    return found


def test_a_pair_is_listed_merged_and_taken_apart(profile: Path) -> None:
    pair = {"region": VILLAGE, "kind": "person", "ids": IDS[:2], "rules": ["home"]}
    assert listed(profile) == [pair]
    spoken = kpm_here("duplicate", "list", profile=profile).stdout
    assert IDS[0] in spoken
    assert "Fauzi" not in spoken, "names stay in the profile"
    before = state(profile)
    kpm_here("duplicate", "merge", *IDS[:2], profile=profile)
    assert listed(profile) == []
    kpm_here("duplicate", "unmerge", IDS[0], profile=profile)
    assert listed(profile) == [pair]
    assert state(profile) == before
    assert kpm_here("duplicate", "unmerge", IDS[0], profile=profile, expect=1).stderr


def test_what_differs_wants_to_be_sure_and_no_stays_no(profile: Path) -> None:
    before = state(profile)
    refused = kpm_here("duplicate", "merge", IDS[0], IDS[2], profile=profile, expect=1)
    assert "--sure" in said(refused)
    assert state(profile) == before
    kpm_here("duplicate", "merge", IDS[0], IDS[2], "--sure", profile=profile)
    kpm_here("duplicate", "unmerge", IDS[2], profile=profile)
    kpm_here("duplicate", "distinct", *IDS[:2], profile=profile)
    assert listed(profile) == []
    assert kpm_here("duplicate", "merge", IDS[0], IDS[0], profile=profile, expect=1).stderr
    kpm_here("duplicate", profile=profile, expect=2)


def test_two_villages_are_listed_with_both_and_a_move_is_noted(tmp_path: Path) -> None:
    homes = [{**HOME, "ref": f"h{n}", "village_code": f"127501100{n}"} for n in (1, 2)]
    nik = {"nik": "1275010201250001", "nik_kind": "permanent", "full_name": "Ahmad"}
    people = [{"id": one, **CHILD, **nik, "household_id": f"h{n}"} for n, one in enumerate(IDS[:2], start=1)]
    made = tmp_path / "profil"
    kpm_here("init", "--role", "supervisor", "--name", "Bu Rina", "--village", "12.75", profile=made)
    kpm_here("load", write_rows(tmp_path / "rows", household=homes, person=people), profile=made)
    (pair,) = listed(made)
    assert (pair["ids"], pair["regions"], pair["users"]) == (
        IDS[:2],
        ["12.75.01.1001", "12.75.01.1002"],
        ["Bu Rina", "Bu Rina"],
    )
    spoken = kpm_here("duplicate", "list", profile=made).stdout
    assert "12.75.01.1002" in spoken
    assert "Ahmad" not in spoken
    assert kpm_here("duplicate", "merge", *IDS[:2], "--sure", profile=made, expect=1).stderr
    assert kpm_here("duplicate", "moved", *IDS[:2], "--on", "2025-13-01", profile=made, expect=1).stderr
    kpm_here("duplicate", "moved", *IDS[:2], "--on", "2025-06-01", profile=made)
    assert listed(made) == []
