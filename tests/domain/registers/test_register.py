"""A register names only what there is, and a mistake is told when it is declared."""

from typing import Any

import pytest

from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.domain.registers.catalogue import REGISTERS
from kpm_desktop.domain.registers.register import STATE, SUBJECT, Column, Register
from kpm_desktop.domain.registers.spoken import RegisterWords
from kpm_desktop.domain.wording import LANGUAGES, Wording

GOOD: dict[str, Any] = {
    "kind": "referral",
    "icon": "arrow-right",
    "columns": (Column(SUBJECT, 30), Column("reason", 20), Column(STATE, 10)),
    "order": ("progress", "-referral_date"),
    "asked": ("person_id", "reason"),
}


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "rujukan"}, "no kind of record"),
        ({"columns": (Column("alasan", 20),)}, "no field alasan"),
        ({"columns": (Column("reason", 20, below="tempat"),)}, "no field tempat"),
        ({"columns": (Column("progress", 9, tones={"selesai": "ok"}),)}, "never selesai"),
        ({"columns": (Column("progress", 9, tones={"done": "hijau"}),)}, "tones other than"),
        ({"order": ("-when",)}, "no field when"),
        ({"groups": "referred_to"}, "no choices"),
        ({"groups": "progress", "closed": ("selesai",)}, "never selesai"),
        ({"asked": ("person_id", SUBJECT)}, "no field @subject"),
        ({"answered": ("outcome",)}, "no field outcome"),
        ({"proposed": {"progress": "begun"}}, "never begun"),
        ({"deadline": "until"}, "no field until"),
    ],
)
def test_a_wrong_name_is_told_when_it_is_declared(wrong: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Register(**{**GOOD, **wrong})


@pytest.mark.parametrize("kind", list(REGISTERS))
def test_what_cannot_be_saved_without_is_asked_or_proposed(kind: str) -> None:
    register = REGISTERS[kind]
    needed = {name for name, field in fields(kind).items() if field.required}
    assert needed <= {*register.asked, *register.proposed}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(REGISTERS))
def test_every_register_has_its_sentences_and_headings(kind: str, language: str) -> None:
    register, words, wording = REGISTERS[kind], RegisterWords(REGISTERS[kind], language), Wording(language)
    for name in ("new", "change", "empty", "detail"):
        assert wording.phrase(f"register.{kind}.{name}")
    headings = [words.heading(column) for column in register.columns]
    assert len(set(headings)) == len(headings)
    assert not any("_" in heading for heading in (*headings, words.title, words.one))


def test_values_are_read_as_people_write_them() -> None:
    words = RegisterWords(REGISTERS["sponsorship"], "id")
    values = {"monthly_amount_rp": 450_000, "start_date": "2026-11-01", "support": ["food", "money"], "note": "beras"}
    assert words.value("monthly_amount_rp", values) == "Rp 450.000"
    assert words.value("start_date", values) == "01-11-2026"
    assert words.value("note", values) == "beras"
    assert words.value("end_date", values) == ""
    assert words.value("start_date", {"start_date": "kemarin"}) == "kemarin"  # a draft shows what was typed
