"""Reads an interchange folder into records without the loader: references become ids as the record dictionary says."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import msgspec

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.catalogue import DICTIONARY, fields
from kpm_desktop.domain.records.identity import derived_id
from kpm_desktop.domain.scorecard import VillageRecords

DATA = Path(__file__).parent.parent / "data"
_PLACE = UUID("5d0d7a3c-9d5b-5f8a-8c7e-2f5f4b1f6a10")  # any; ids of rows with a ref are made of kind and ref


def ref_id(kind: str, ref: str) -> UUID:
    """The id a row with this ref gets in every test."""
    return uuid5(_PLACE, f"{kind}|{ref}")


@cache
def read_village(folder: str) -> VillageRecords:
    """The records of a folder of `tests/data`."""
    return VillageRecords(
        households=read_kind(folder, "household"),
        persons=read_kind(folder, "person"),
        pregnancies=read_kind(folder, "pregnancy"),
        pregnancy_visits=read_kind(folder, "pregnancy_visit"),
        child_visits=read_kind(folder, "child_visit"),
        immunizations=read_kind(folder, "immunization"),
        paud_attendances=read_kind(folder, "paud_attendance"),
    )


def read_kind(folder: str, kind: str) -> Any:
    """The records of one file, empty when it is absent."""
    file = DATA / folder / f"{kind}.csv"
    return tuple(_rows(file, kind)) if file.exists() else ()


def _rows(file: Path, kind: str) -> Iterator[Record]:
    with file.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            values = {name: _value(kind, name, text) for name, text in row.items() if text}
            derived = derived_id(kind, values)
            values["id"] = derived or ref_id(kind, row["ref"])
            yield msgspec.convert(values, DICTIONARY[kind])


def _value(kind: str, name: str, text: str) -> object:
    field = fields(kind)[name]
    match field.spec.form:
        case "yes_no":
            return text == "1"
        case "count" | "measure":
            return int(text)
        case "reference":
            return ref_id(field.spec.refers_to[0], text)
        case "choices":
            return text.split(";")
        case _:
            return text
