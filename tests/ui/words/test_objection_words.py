"""Why a field cannot be saved, as a window says it: the field it names by its word, values as people write them."""

from datetime import date
from uuid import UUID

import msgspec
import pytest

from kpm_desktop.domain.records.base import Finding, Record
from kpm_desktop.domain.records.catalogue import KINDS
from kpm_desktop.domain.records.person import Person
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.words.objection_words import objection_words

ONE = str(UUID(int=1))
VISIT = {"person_id": ONE, "pregnancy_id": ONE, "month": "2026-11", "visit_date": "2026-11-19"}


def found(kind: str, **values: object) -> Finding:
    """The first thing a record's own rules find."""
    names = {field.encode_name for field in msgspec.structs.fields(KINDS[kind])}
    told = {name: value for name, value in {**VISIT, "id": ONE, **values}.items() if name in names}
    record: Record = msgspec.convert(told, KINDS[kind])
    return next(iter(record.check()))


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        (
            "pregnancy_visit",
            {"systolic_mmhg": 80, "diastolic_mmhg": 90},
            "90 mmHg: harus di bawah Tensi atas (80 mmHg).",
        ),
        (
            "child_visit",
            {"was_weighed": False, "weight_g": 8100},
            "Ditulis tidak, tetapi Berat badan terisi (8,1 kg).",
        ),
        ("pregnancy", {"outcome": "live_birth"}, "Wajib diisi bila Hasil kehamilan = lahir hidup."),
        (
            "pregnancy",
            {"outcome": "ongoing", "gestational_age_months": 3},
            "Wajib diisi bila Usia Kehamilan (bulan) = 3.",
        ),
        (
            "sponsorship",
            {"sponsor_name": "PT Maju", "start_date": "2026-02-01", "end_date": "2026-01-31"},
            "31 Jan 2026: tidak boleh sebelum Mulai (1 Feb 2026).",
        ),
    ],
)
def test_an_objection_names_the_other_field_and_its_value(
    tools: Tools, kind: str, values: dict[str, object], sentence: str
) -> None:
    assert objection_words(tools, found(kind, **values).why) == sentence


def test_a_nik_that_is_said_to_be_none(tools: Tools) -> None:
    person = Person(
        id=UUID(int=1),
        household_id=UUID(int=2),
        full_name="Ani",
        sex="female",
        birth_date=date(1990, 1, 1),
        nik="1275014101900001",
        nik_kind="none",
    )
    (doubt,) = person.check()
    assert objection_words(tools, doubt.why) == 'Ditulis "belum ada", tetapi NIK terisi.'
