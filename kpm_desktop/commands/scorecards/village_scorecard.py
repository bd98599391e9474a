"""`kpm scorecard`: a village's scorecard of a quarter, by a rule set, with a reason for every cell."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kpm_desktop.db import settings
from kpm_desktop.db.queries import village_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Quarter, first_day, month_number, month_text
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.vocabulary import VILLAGE_CODE
from kpm_desktop.domain.regions.coverage import is_covered
from kpm_desktop.domain.regions.region_code import as_region
from kpm_desktop.domain.scorecard.build import build_scorecard
from kpm_desktop.domain.scorecard.disputed import Conflict
from kpm_desktop.domain.scorecard.official import rules_for
from kpm_desktop.domain.scorecard.result import Scorecard
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.village import VillageRecords
from kpm_desktop.exchange.cells import matches

#: A pregnancy's rows are looked at for so long, whatever the windows of children.
LEAST_MONTHS_BACK = 18
#: So much longer than a child is a target its doses are read, for a day of visit that lies before its month.
MORE_MONTHS_OF_DOSES = 12
KINDS = (
    "household",
    "person",
    "pregnancy",
    "pregnancy_visit",
    "child_visit",
    "immunization",
    "paud_attendance",
)


def village_scorecard(store: Store, village: str, quarter: str, *, rules: str = "") -> Scorecard:
    """The scorecard of a village and quarter (`2025-Q3`) by the rules of an id, without one by the official ones of the
    quarter. Refused on a village that is none of this profile's and on rules that are not for the quarter."""
    return read_village(store, village, quarter, rules).scorecard()


@dataclass(frozen=True)
class VillageRead:
    """What a scorecard is made of, and the scorecard when it is asked for."""

    village: str
    quarter: Quarter
    ruleset: RuleSet
    records: VillageRecords
    conflicts: frozenset[Conflict]
    confirmed: frozenset[tuple[UUID, str]]

    def scorecard(self) -> Scorecard:
        """Puts it together."""
        return build_scorecard(self.village, self.quarter, self.records, self.ruleset, self.conflicts, self.confirmed)


def read_village(store: Store, village: str, quarter: str, rules: str = "") -> VillageRead:
    """The records of a village as far back as a quarter's scorecard looks. Refused likewise."""
    village = as_region(village)
    if not matches(VILLAGE_CODE, village):
        raise refused("profile.not_a_village", value=village)
    try:
        when = Quarter.parse(quarter)
    except ValueError:
        raise refused("profile.not_a_quarter", value=quarter) from None
    ruleset = rules_for(when, rules)
    with store.reading() as tx:
        identity = settings.read_identity(tx)
        if not is_covered(village, identity.regions):
            raise refused("profile.outside", value=village, limit=identity.regions)
        records = VillageRecords(*(_read(tx, kind, village, when, ruleset) for kind in KINDS))
        conflicts = village_records.disputed(tx, KINDS, village)
        confirmed = village_records.confirmed(tx, "immunization", village)
    return VillageRead(village, when, ruleset, records, conflicts, confirmed)


def _read(tx: Transaction, kind: str, village: str, quarter: Quarter, rules: RuleSet) -> list[Any]:
    """What of a kind the quarter's scorecard can rest on."""
    start = month_number(quarter.months[0])
    if kind == "immunization":
        born_since = first_day(month_text(start - rules.children.until_months - MORE_MONTHS_OF_DOSES))
        return village_records.doses_of(tx, village, born_since=born_since.isoformat())
    since = month_text(start - max(LEAST_MONTHS_BACK, 3 * rules.quarters_seen))
    if kind == "paud_attendance":
        since = f"{quarter.year:04d}-01"
    return village_records.records_of(tx, kind, village, since=since)
