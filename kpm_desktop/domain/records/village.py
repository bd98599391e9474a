"""Services, budget and signatures of a village in a year (docs/records.md)."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from kpm_desktop.domain.records.base import Finding, Record, finding
from kpm_desktop.domain.records.vocabulary import choice, count, rupiah, text, village, yes_no

YEARS = (1900, 2999)


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


class VillageBudget(Record, frozen=True, kw_only=True):
    """Form 4, table 5: a year's village fund and the part against stunting."""

    KIND: ClassVar[str] = "village_budget"
    KEY: ClassVar[tuple[str, ...]] = ("village_code", "year")

    village_code: Annotated[str, village()]
    year: Annotated[int, count(*YEARS)]
    development_total_rp: Annotated[int, rupiah()] | None = None
    development_stunting_rp: Annotated[int, rupiah()] | None = None
    empowerment_total_rp: Annotated[int, rupiah()] | None = None
    empowerment_stunting_rp: Annotated[int, rupiah()] | None = None

    def check(self) -> Iterator[Finding]:
        """A part is not above its total."""
        for part, total in (
            ("development_stunting_rp", "development_total_rp"),
            ("empowerment_stunting_rp", "empowerment_total_rp"),
        ):
            value, limit = getattr(self, part), getattr(self, total)
            if value is not None and limit is not None and value > limit:
                yield finding(part, "rules.above", value=value, other=total, limit=limit)


class VillageProfile(Record, frozen=True, kw_only=True):
    """The signature block of a village's forms in a year."""

    KIND: ClassVar[str] = "village_profile"
    KEY: ClassVar[tuple[str, ...]] = ("village_code", "year")

    village_code: Annotated[str, village()]
    year: Annotated[int, count(*YEARS)]
    head_name: Annotated[str, text(120)] | None = None
    head_title: Annotated[str, text(120)] | None = None
    kpm_name: Annotated[str, text(120)] | None = None
    sign_place: Annotated[str, text(120)] | None = None
