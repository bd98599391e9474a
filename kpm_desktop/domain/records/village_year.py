"""Budget and signatures of a village in a year (docs/records.md)."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from kpm_desktop.domain.records.base import Finding, Record, finding
from kpm_desktop.domain.records.vocabulary import YEARS, count, rupiah, text, village


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
                yield finding(part, "rules.above", value=value, other=self.named(total), limit=limit)


class VillageProfile(Record, frozen=True, kw_only=True):
    """The signatures on a village's forms in a year, and whom IDM counts beside our targets."""

    KIND: ClassVar[str] = "village_profile"
    KEY: ClassVar[tuple[str, ...]] = ("village_code", "year")

    village_code: Annotated[str, village()]
    year: Annotated[int, count(*YEARS)]
    head_name: Annotated[str, text(120)] | None = None
    head_title: Annotated[str, text(120)] | None = None
    kpm_name: Annotated[str, text(120)] | None = None
    sign_place: Annotated[str, text(120)] | None = None
    decree_no: Annotated[str, text()] | None = None
    camat_name: Annotated[str, text(120)] | None = None
    camat_nip: Annotated[str, text(30)] | None = None
    girls_total: Annotated[int, count(0, 100_000)] | None = None
    girls_anaemic: Annotated[int, count(0, 100_000)] | None = None
    catin_total: Annotated[int, count(0, 100_000)] | None = None

    def check(self) -> Iterator[Finding]:
        """Of the girls counted no more are anaemic than there are."""
        part, total = self.girls_anaemic, self.girls_total
        if part is not None and total is not None and part > total:
            yield finding("girls_anaemic", "rules.above", value=part, other=self.named("girls_total"), limit=total)
