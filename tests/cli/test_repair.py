"""`kpm quarantine finding missing conflict open import export`: the keys scripts rely on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kpm_desktop.domain.records.identity import derived_id
from tests.support.cli import Finished, kpm_here
from tests.support.devices import PASSWORD, VILLAGE, Device, acquaint, exchange, quick_place

HOUSE, CHILD = UUID(int=1), UUID(int=2)
_ROW = derived_id("child_visit", {"person_id": CHILD, "month": "2025-05"})
assert _ROW is not None
MAY: UUID = _ROW


def weighed(device: Device, weight_g: int) -> None:
    """A row of form 2B."""
    values = {"person_id": str(CHILD), "month": "2025-05", "visit_date": "2025-05-15", "weight_g": weight_g}
    device.save(MAY, values, "child_visit")


@pytest.fixture
def pair() -> Iterator[tuple[Device, Device]]:
    """A cadre with a family, and her supervisor."""
    with quick_place() as place:
        sari, rina = place.cadre("Ibu Sari"), place.supervisor("Bu Rina")
        acquaint(sari, rina, VILLAGE)
        sari.save(HOUSE, {"village_code": VILLAGE, "head_name": "Kepala"})
        child = {"household_id": str(HOUSE), "full_name": "Ahmad", "sex": "male", "birth_date": "2025-01-14"}
        sari.save(CHILD, child, "person")
        weighed(sari, 8100)
        exchange(sari, rina)
        yield sari, rina


def kpm(*words: object, profile: Path, expect: int = 0) -> Finished:
    """A command with the password of these profiles."""
    return kpm_here(*map(str, words), profile=profile, expect=expect, env={"KPM_PASSWORD": PASSWORD})


def told(*words: object, profile: Path) -> Any:
    """The JSON of a command."""
    return json.loads(kpm(*words, "--json", profile=profile).stdout)


def test_a_withheld_value_is_listed_with_its_limit_and_repaired(pair: tuple[Device, Device]) -> None:
    sari, rina = pair
    sari.save_badly(MAY, {"weight_g": 81000}, "child_visit")
    rina.take(*sari.export())
    rina.close()
    home = rina.store.folder
    (one,) = told("quarantine", "list", profile=home)
    assert one.keys() == {
        "region", "kind", "id", "change", "field", "code", "month", "value", "shown", "limit", "why", "user", "device",
        "laptop", "own", "at", "reported",
    }  # fmt: skip
    assert (one["id"], one["field"], one["value"], one["shown"]) == (str(MAY), "weight_g", 81000, 8100)
    assert one["limit"] == {"low": 900, "high": 58000, "unit": "g"}
    assert "900" in one["why"]
    assert "58000" in one["why"]
    assert f"Formulir 2B {MAY}: Berat badan (weight_g): " in kpm("quarantine", "list", profile=home).stdout
    said = kpm("quarantine", "repair", MAY, "weight_g", "90000", profile=home, expect=1).stderr
    assert "weight_g" in said
    assert "58000" in said
    kpm("quarantine", "repair", MAY, "height", "1", profile=home, expect=1)
    kpm("quarantine", "repair", MAY, "weight_g", profile=home, expect=2)
    kpm("quarantine", "repair", MAY, "weight_g", "8200", profile=home)
    assert told("quarantine", "list", profile=home) == []
    assert told("status", profile=home)["quarantine"] == 0


def test_what_the_rules_find_is_listed_and_confirmed(pair: tuple[Device, Device]) -> None:
    sari, _ = pair
    sari.save(CHILD, {"nik": "1275010101900001", "nik_kind": "permanent"}, "person")
    sari.save(HOUSE, {"posyandu_id": str(UUID(int=77))})
    sari.close()
    home = sari.store.folder
    house, child = told("finding", "list", "--village", VILLAGE, profile=home)
    assert house.keys() == {
        "region", "kind", "id", "field", "rule", "params", "sentence", "must_change", "incomplete", "month", "person",
        "household", "user", "device", "at",
    }  # fmt: skip
    assert (house["rule"], house["incomplete"], house["must_change"]) == ("rules.not_held", True, True)
    assert (child["rule"], child["person"], child["must_change"]) == ("rules.nik_mismatch", str(CHILD), False)
    assert child["sentence"].keys() == {"id", "en"}
    assert "1275010101900001" not in kpm("finding", "list", profile=home).stdout
    kpm("finding", "confirm", CHILD, "rules.nik_mismatch", "--reason", "sesuai KK", profile=home)
    kpm("finding", "confirm", HOUSE, "rules.not_held", profile=home, expect=1)
    assert [one["rule"] for one in told("finding", "list", profile=home)] == ["rules.not_held"]


def test_numbers_are_given_up_and_wanted_again(pair: tuple[Device, Device]) -> None:
    sari, rina = pair
    backup = rina.backed_up()
    sari.save(HOUSE, {"rt": "02"})
    exchange(sari, rina)
    rina.close()
    rina = rina.restored(backup)
    sari.save(HOUSE, {"rt": "03"})
    rina.take(*sari.export())
    rina.close()
    home = rina.store.folder
    (hole,) = told("missing", "list", profile=home)
    assert hole.keys() == {"stream", "region", "from", "to", "device", "person", "lost"}
    kpm("missing", "lost", hole["stream"], hole["from"], hole["to"], profile=home)
    assert told("missing", "list", profile=home) == []
    assert told("missing", "list", "--all", profile=home) == [hole | {"lost": True}]
    assert told("status", profile=home)["missing"] == []
    kpm("missing", "want", hole["stream"], hole["from"], hole["to"], profile=home)
    kpm("missing", "want", hole["stream"], hole["from"], hole["to"], profile=home, expect=1)
    assert told("missing", "list", profile=home) == [hole]


def test_a_bundle_is_opened_by_those_it_is_between(pair: tuple[Device, Device], tmp_path: Path) -> None:
    sari, rina = pair
    sari.save(HOUSE, {"rt": "02"})
    sari.close()
    rina.close()
    (sent,) = told("export", "--to", tmp_path, profile=sari.store.folder)
    assert sent.keys() == {"file", "number", "changes", "for", "key", "name"}
    assert sent["changes"] == 1
    document = told("open", sent["file"], profile=rina.store.folder)
    assert {"number", "sender", "counts", "ranges", "have", "credentials", "quarantine", "enrolment"} < document.keys()
    assert [change["fields"] for change in document["changes"]] == [{"rt": "02"}]
    for profile in (sari.store.folder, rina.store.folder):
        said = kpm("open", sent["file"], profile=profile).stdout
        assert "Ibu Sari" in said
        assert "segel cocok" in said
    (account,) = told("import", sent["file"], profile=rina.store.folder)
    assert (account["outcome"], account["new"], account["counts"]) == ("taken", 1, {"household": 1})
    Path(sent["file"]).write_bytes(b"rusak")
    found = kpm("import", sent["file"], "--json", profile=rina.store.folder, expect=1)
    assert json.loads(found.stdout)[0]["outcome"] == "refused"


def test_a_conflict_is_told_with_all_that_helps_to_choose(pair: tuple[Device, Device]) -> None:
    sari, rina = pair
    sari.save(MAY, {"weight_g": 8000}, "child_visit")
    rina.save(MAY, {"weight_g": 8900}, "child_visit")
    rina.take(*sari.export())
    rina.close()
    (one,) = told("conflict", "list", profile=rina.store.folder)
    assert one.keys() >= {"region", "kind", "id", "field", "choices", "month", "shown", "earlier"}
    keys = {"change", "value", "user", "at", "device", "role", "laptop", "own"}
    assert all(choice.keys() == keys for choice in one["choices"])
    said = kpm("conflict", "resolve", one["id"], "weight_g", "00000000", profile=rina.store.folder, expect=1).stderr
    assert one["choices"][0]["change"][:12] in said
