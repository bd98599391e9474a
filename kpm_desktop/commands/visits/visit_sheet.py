"""One household's visit of a month: the checklists of everybody in it, with what is held, drafted and known before."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kpm_desktop.commands.visits.form_sheet import FormReader, FormSheet, gather_drafts
from kpm_desktop.db.journal.conflicts import held_at
from kpm_desktop.db.queries import household_records
from kpm_desktop.db.store import Store
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Month, Quarter
from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.records.household import Household
from kpm_desktop.domain.roster import roster
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.village import VillageRecords, arrange


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSheet:
    """A household in a month. records: all of it, for the outlook on the quarter's scorecard."""

    household: Household
    region: str
    month: str
    posyandu: str
    forms: tuple[FormSheet, ...]
    records: VillageRecords


def visit_sheet(store: Store, household: UUID, month: str, *, region: str = "", today: date) -> VisitSheet:
    """Everything the visit page shows. Refused where the household is not held."""
    with store.reading() as tx:
        place = held_at(tx, "household", household, region)
        reading = _Reading(tx, store.user, place, household, month, today)
        scattered = [form for form in reading.forms if form.is_scattered]
    if scattered:
        gather_drafts(store, scattered, month)
        with store.reading() as tx:
            reading = _Reading(tx, store.user, place, household, month, today)
    return reading.sheet


class _Reading:
    """One reading of a household, in one transaction."""

    def __init__(
        self, tx: Transaction, user: str, place: tuple[int, str], household: UUID, month: str, today: date
    ) -> None:
        records = household_records.records_of_household(tx, place[0], household)
        village = arrange(records)
        home = village.households.get(village.groups["household"].means(household))
        if home is None:
            raise refused("repair.no_record", value=household)
        reader = FormReader(tx, user, place, village, month)
        rules = official_rules(Quarter.of(month))
        found = [
            reader.find(target)
            for target in roster(village, Month(month), rules, today)
            if target.kind != "older_child" and target.household is not None and target.household.id == home.id
        ]
        self.forms = [form for form in found if form.drafts or not form.target.is_left]
        self.sheet = VisitSheet(
            household=home,
            region=place[1],
            month=month,
            posyandu=household_records.posyandu_name(tx, place[0], home.posyandu_id),
            forms=tuple(reader.sheets(self.forms)),
            records=records,
        )
