"""What a scorecard is: cells with their reasons, the rows of 3A and 3B, and totals that can be added up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

import msgspec

from kpm_desktop.domain.calendar import Quarter
from kpm_desktop.domain.errors import Reason

Value = Literal["Y", "T", "TS"]
YES: Value = "Y"
NO: Value = "T"
NOT_DUE: Value = "TS"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a dose that a cell rests on should be looked at again, and its id."""

    dose: UUID
    why: Reason


class Cell(msgspec.Struct, frozen=True):
    """One indicator of one target: received, not received, or not applicable (tidak sesuai).

    why: the count, the window and the threshold. note: what a reader should know besides, if anything.
    rows: ids of the monthly rows or doses it rests on. doubts: of doses without which it would not be Y.
    """

    value: Value
    why: Reason
    rows: tuple[UUID, ...] = ()
    note: Reason | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    received: int
    should: int

    @property
    def percent(self) -> Decimal | None:
        """With two decimals, ties away from zero; None when nothing should be received (decision 16)."""
        if self.should == 0:
            return None
        hundredths = (20_000 * self.received + self.should) // (2 * self.should)
        return Decimal(hundredths).scaleb(-2)

    def __add__(self, other: "Share") -> "Share":
        return Share(self.received + other.received, self.should + other.should)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """A row of form 3A or 3B. id, ref and name: of the pregnancy (the name is the mother's) or the child.

    band: the column of the matrix. rows: ids of the quarter's monthly rows, in order. gone: `moved_out` or `died` by
    the quarter's end.
    """

    kind: Literal["pregnancy", "child"]
    id: UUID
    ref: str | None
    name: str
    person_id: UUID
    household_id: UUID | None
    band: str
    cells: Mapping[str, Cell]
    rows: tuple[UUID, ...]
    gone: str = ""

    @property
    def share(self) -> Share:
        """Indicators received completely, of those that apply (guide 2018, formula 1)."""
        values = [cell.value for cell in self.cells.values()]
        return Share(values.count(YES), len(values) - values.count(NOT_DUE))

    @property
    def is_fully_served(self) -> bool:
        """Whether everything that applies was received."""
        share = self.share
        return 0 < share.should == share.received


@dataclass(frozen=True, slots=True, kw_only=True)
class MotherRow(TargetRow):
    """A row of form 3A. gestational_months: the month in progress, None when unknown or delivered."""

    gestational_months: int | None
    delivery_date: date | None
    is_kek: bool
    is_high_risk: bool

    @property
    def is_at_risk(self) -> bool:
        """KEK or high risk, as told by the health worker (decision 15)."""
        return self.is_kek or self.is_high_risk


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRow(TargetRow):
    """A row of form 3B. mat: the last measured colour of the quarter."""

    age_months: int
    nutrition_class: str | None
    is_stunted: bool
    is_malnourished: bool
    mat: str | None
    father_attended: bool


@dataclass(frozen=True, slots=True)
class PaudChild:
    """A child of two to six who is registered; active with an attended month in the quarter."""

    id: UUID
    ref: str | None
    name: str
    is_active: bool
    rows: tuple[UUID, ...]
    gone: str = ""


@dataclass(frozen=True, slots=True)
class NotReported:
    """An active target without a monthly row in the quarter."""

    kind: Literal["pregnancy", "child"]
    id: UUID
    ref: str | None
    name: str
    household_id: UUID | None
    gone: str = ""


@dataclass(frozen=True, slots=True)
class DataFinding:
    """Something in the data that asks for a second look; it hides and changes nothing by itself."""

    kind: str
    id: UUID
    name: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Disputed:
    """A field with several heads that the scorecard rests on.

    target: id of the pregnancy or child; None when the conflict decides whether there is a target at all.
    cells: codes of the indicators that rest on it; empty when it only counts in tables 1 and 2.
    """

    kind: str
    id: UUID
    field: str
    target: UUID | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of Form 4, table 3. men: of the children's counselling, children whose father came."""

    group: str
    number: int
    code: str
    share: Share
    men: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """All numbers of Form 4, tables 1 to 4, of a village or of a larger area. Sums only, so they can be added."""

    households: int
    pregnant: int
    pregnant_at_risk: int
    children: int
    children_malnourished: int
    mat: Mapping[str, int]
    indicators: tuple[Indicator, ...]
    fully_served_pregnant: int
    fully_served_children: int
    not_reported_pregnant: int
    not_reported_children: int

    def convergence(self, *groups: str) -> Share:
        """Table 4 (guide 2018, formula 3): the sum over the indicators of some groups; PAUD is not part of it."""
        shares = [indicator.share for indicator in self.indicators if indicator.group in groups]
        return sum(shares, Share(0, 0))


@dataclass(frozen=True, kw_only=True)
class Scorecard:
    """The scorecard of a region in a quarter. An added one (`add_scorecards`) has totals and no people."""

    region_code: str
    quarter: Quarter
    ruleset_id: str
    ruleset_hash: str
    totals: Totals
    mothers: tuple[MotherRow, ...] = ()
    children: tuple[ChildRow, ...] = ()
    paud: tuple[PaudChild, ...] = ()
    not_reported: tuple[NotReported, ...] = ()
    findings: tuple[DataFinding, ...] = ()
    disputed: tuple[Disputed, ...] = field(default=())

    @property
    def people(self) -> tuple[TargetRow, ...]:
        """Mothers, then children, each by name."""
        return (*self.mothers, *self.children)
