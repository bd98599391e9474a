"""Derived ids, computed here by hand from the rule in the record dictionary."""

import hashlib
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest

from kpm_desktop.domain.records.identity import derived_id, new_id

PERSON = "0193a000-0000-7000-8000-000000000001"


def by_hand(kind: str, key: str) -> UUID:
    """RFC 9562, version 5, spelled out."""
    space = uuid5(NAMESPACE_DNS, f"kpm-desktop.record.{kind}")
    digest = bytearray(hashlib.sha1(space.bytes + key.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return UUID(bytes=bytes(digest))


@pytest.mark.parametrize(
    ("kind", "values", "key"),
    [
        ("child_visit", {"person_id": UUID(PERSON), "month": "2025-07"}, f"{PERSON}|2025-07"),
        ("pregnancy_visit", {"pregnancy_id": PERSON, "month": "2025-07"}, f"{PERSON}|2025-07"),
        ("immunization", {"person_id": PERSON, "vaccine": "OPV", "dose": 2}, f"{PERSON}|OPV|2"),
        ("paud_attendance", {"person_id": PERSON, "month": "2025-07"}, f"{PERSON}|2025-07"),
        (
            "facility",
            {"village_code": "12.75.01.1001", "year": 2025, "name": "  Posyandu   MELATI "},
            "12.75.01.1001|2025|posyandu melati",
        ),
        ("village_budget", {"village_code": "12.75.01.1001", "year": 2025}, "12.75.01.1001|2025"),
        ("village_profile", {"village_code": "12.75.01.1001", "year": 2025}, "12.75.01.1001|2025"),
        ("convergence_action", {"region_code": "12.75", "year": 2025, "action": 3}, "12.75|2025|3"),
        ("flag_answer", {"about_kind": "person", "about_id": PERSON, "rule": "r"}, f"person|{PERSON}|r"),
    ],
)
def test_a_derived_id_follows_from_the_key(kind: str, values: dict[str, object], key: str) -> None:
    assert derived_id(kind, values) == by_hand(kind, key)


def test_without_its_whole_key_there_is_no_derived_id() -> None:
    assert derived_id("child_visit", {"person_id": PERSON}) is None
    assert derived_id("person", {"full_name": "x"}) is None


def test_new_ids_are_version_7_and_in_order() -> None:
    ids = [new_id() for _ in range(1000)]
    assert {id.version for id in ids} == {7}
    assert ids == sorted(ids)
