"""The services of a village in a year, form 1 (docs/records.md)."""

from typing import Annotated, ClassVar

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import YEARS, choice, count, text, village, yes_no


class Facility(Record, frozen=True, kw_only=True):
    """One row of form 1, parts b and c: a facility and what it offers."""

    KIND: ClassVar[str] = "facility"
    KEY: ClassVar[tuple[str, ...]] = ("village_code", "year", "name")

    village_code: Annotated[str, village()]
    year: Annotated[int, count(*YEARS)]
    name: Annotated[str, text()]
    kind: Annotated[
        str,
        choice(
            "poskesdes",
            "posyandu",
            "polindes",
            "puskesmas",
            "pustu",
            "hospital",
            "midwife",
            "doctor",
            "paud",
            "tk",
            "other",
        ),
    ]
    svc_anc: Annotated[bool, yes_no()] | None = None
    svc_iron: Annotated[bool, yes_no()] | None = None
    svc_pnc: Annotated[bool, yes_no()] | None = None
    svc_immunization: Annotated[bool, yes_no()] | None = None
    svc_weighing: Annotated[bool, yes_no()] | None = None
    svc_height: Annotated[bool, yes_no()] | None = None
    svc_counselling: Annotated[bool, yes_no()] | None = None
    svc_parenting: Annotated[bool, yes_no()] | None = None
    svc_paud: Annotated[bool, yes_no()] | None = None
