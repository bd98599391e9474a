"""Two villages that hold the same ids: one recorded its people, another laptop wrote rows of its own under all of
them."""

from typing import Any
from uuid import UUID

from kpm_desktop.domain.records.identity import derived_id
from tests.support.devices import Device, Place
from tests.support.extremes import receive

#: The one that was copied, and the one that copied it, which comes first by its code.
TRUE, FALSE = "12.75.01.1002", "12.75.01.1001"
HOME, MOTHER, CHILD, PREGNANCY, SECOND, REFERRAL, QUESTION, POST = (UUID(int=number) for number in range(1, 9))
GIVEN_TO, TASK = UUID(int=21), UUID(int=22)
_AT = "2025-06-12T08:30:00.000000Z"


def visit_of(person: UUID, month: str = "2025-06") -> UUID:
    """The id of a month's checklist of a child."""
    found = derived_id("child_visit", {"person_id": str(person), "month": month})
    assert found is not None
    return found


def records(village: str, tag: str, weight: int) -> list[tuple[str, UUID, dict[str, Any]]]:
    """A household with a mother, her pregnancy, a child that was weighed and referred, and a question about it."""
    child = {"household_id": str(HOME), "full_name": f"Ahmad {tag}", "sex": "male", "birth_date": "2024-11-02"}
    visit = {"person_id": str(CHILD), "month": "2025-06", "visit_date": "2025-06-10", "weight_g": weight}
    referral = {"person_id": str(CHILD), "referral_date": "2025-06-11", "reason": "stunted", "progress": "open"}
    question = {"about_kind": "person", "about_id": str(CHILD), "text": f"Benar {tag}?", "progress": "open"}
    woman = {"household_id": str(HOME), "full_name": f"Siti {tag}", "sex": "female", "birth_date": "1996-01-14"}
    return [
        ("posyandu", POST, {"village_code": village, "name": f"Melati {tag}"}),
        ("household", HOME, {"village_code": village, "head_name": f"Pak {tag}", "posyandu_id": str(POST)}),
        ("person", MOTHER, woman),
        ("person", CHILD, child | {"mother_id": str(MOTHER)}),
        ("person", SECOND, child | {"mother_id": str(MOTHER), "full_name": f"Achmad {tag}"}),
        ("pregnancy", PREGNANCY, {"person_id": str(MOTHER), "outcome": "ongoing", "last_menstrual_date": "2025-02-01"}),
        ("child_visit", visit_of(CHILD), visit),
        ("referral", REFERRAL, referral | {"referred_to": f"Puskesmas {tag}"}),
        ("comment", QUESTION, question),
    ]


def two_villages(place: Place) -> Device:
    """The supervisor of both: what is true she recorded, what is false came in the stream of the other village."""
    supervisor = place.supervisor("Bu Rina")
    for kind, record, values in records(TRUE, "Asli", 8100):
        supervisor.save(record, values, kind, TRUE)
    forged = [
        {"kind": kind, "id": record, "fields": values, "base": {}, "user": "x", "at": _AT, "app": ""}
        for kind, record, values in records(FALSE, "Palsu", 9900)
    ]
    with supervisor.store.writing() as tx:
        receive(tx, "ab" * 32, FALSE, forged)
    return supervisor


def cadre_of_both(place: Place) -> Device:
    """A cadre of both villages, who was given the household of the true one."""
    cadre = place.device("Ibu Sari", "cadre", [TRUE, FALSE])
    for village, tag in ((TRUE, "Asli"), (FALSE, "Palsu")):
        for kind, record, values in records(village, tag, 8100):
            cadre.save(record, values, kind, village)
    cadre.save(GIVEN_TO, {"village_code": TRUE, "full_name": "Ibu Sari", "role": "kpm"}, "cadre", TRUE)
    task = {"household_id": str(HOME), "cadre_id": str(GIVEN_TO), "from_date": "2025-06-01"}
    cadre.save(TASK, task, "assignment", TRUE)
    return cadre


def disputed(device: Device, kind: str, record: UUID, **values: object) -> None:
    """Two more laptops of each village write a record at once, the second one as given, the first one its RT."""
    for region in (TRUE, FALSE):
        for number, fields in (("cd", {"rt": "1"}), ("ef", values)):
            change = {"kind": kind, "id": record, "fields": fields, "base": {}, "user": "x", "at": _AT, "app": ""}
            with device.store.writing() as tx:
                receive(tx, number * 32, region, [change])
