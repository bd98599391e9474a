"""What a referral slip says: who is referred where and why, with what was measured last, saved or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from kpm_desktop.db import settings
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.journal.groups import read_as_one
from kpm_desktop.db.queries import drafts, household_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, Quarter, completed_months, month_of
from kpm_desktop.domain.change import plain
from kpm_desktop.domain.due.mothers import begun_of
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.records.pregnancy import Pregnancy
from kpm_desktop.domain.records.referral import Referral
from kpm_desktop.domain.risks.attention import Attention, attentions
from kpm_desktop.domain.roster import Target, roster, row_ids
from kpm_desktop.domain.schedules.care import weeks_pregnant
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.village import Village, arrange

#: What is measured, in the order of the slip.
MEASURES = (
    "weight_g",
    "length_mm",
    "muac_mm",
    "hemoglobin_g_l",
    "systolic_mmhg",
    "diastolic_mmhg",
    "head_circumference_mm",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralSlip:
    """kind, values: the checklist of the month of the referral, as entered by whoever prints it. why: its risks. weeks:
    of pregnancy on the day. by: whoever uses this laptop."""

    region: str
    referral: Referral
    person: Person
    household: Household | None
    pregnancy: Pregnancy | None
    weeks: int | None
    kind: str
    values: Mapping[str, Any]
    why: tuple[Attention, ...]
    is_urgent: bool
    by: str

    @property
    def measures(self) -> list[tuple[str, int]]:
        """What was measured, in the unit records keep."""
        return [(name, self.values[name]) for name in MEASURES if self.values.get(name) is not None]

    @property
    def age_months(self) -> int:
        """Completed months on the day of the referral."""
        return max(completed_months(self.person.birth_date, self.referral.referral_date), 0)


def referral_slip(store: Store, referral: UUID, *, region: str = "") -> ReferralSlip:
    """The slip of a saved referral. Refused where it, or whom it is about, is not held."""
    with store.reading() as tx:
        region_no, code = held_at(tx, Referral.KIND, referral, region)
        found = read_as_one(tx, Referral.KIND, region_no, referral)
        person = read_as_one(tx, "person", region_no, found.person_id) if isinstance(found, Referral) else None
        if not isinstance(found, Referral) or not isinstance(person, Person):
            raise refused("repair.no_record", value=referral)
        village = arrange(household_records.records_of_household(tx, region_no, person.household_id))
        target = _target(village, person, found.referral_date)
        kind, values = _checklist(tx, store.user, code, village, target, month_of(found.referral_date))
        pregnancy = target.pregnancy if target is not None else None
        begun = begun_of(pregnancy) if pregnancy is not None and pregnancy.delivery_date is None else None
        risks = list(attentions(kind, values, months=completed_months(person.birth_date, found.referral_date)))
        return ReferralSlip(
            region=code,
            referral=found,
            person=person,
            household=target.household if target is not None else village.households.get(person.household_id),
            pregnancy=pregnancy,
            weeks=weeks_pregnant(begun, found.referral_date) if begun is not None else None,
            kind=kind,
            values=values,
            why=tuple(one for one in risks if one.level != "watch"),
            is_urgent=any(one.is_urgent for one in risks) or found.reason == "danger_sign",
            by=settings.read_identity(tx).user,
        )


def _target(village: Village, person: Person, on: date) -> Target | None:
    """The person among those who were visited in the month; a mother by her pregnancy."""
    month = Month(month_of(on))
    found = roster(village, month, official_rules(Quarter.of(month.text)), on)
    return next((target for target in found if target.person.id == person.id), None)


def _checklist(
    tx: Transaction, user: str, region: str, village: Village, target: Target | None, month: str
) -> tuple[str, dict[str, Any]]:
    """Plain values of the month's checklist, what this user has begun of it above what is saved."""
    if target is None:
        return "child_visit", {}
    kind, row = target.row_kind, target.row
    saved = plain(msgspec.structs.asdict(row)) if row is not None else {}
    begun = drafts.among(tx, user, region, kind, row_ids(village, target, month))
    typed = begun[0].answers if begun else {}
    return kind, {name: value for name, value in {**saved, **typed}.items() if value is not None}
