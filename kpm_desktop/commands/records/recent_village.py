"""A village's records as far back as they bear on a month's work."""

from datetime import date
from typing import Any

from kpm_desktop.db.queries import village_records
from kpm_desktop.db.transaction import Transaction
from kpm_desktop.domain.calendar import Quarter, first_day, month_number, month_of, month_text
from kpm_desktop.domain.schedules.care import care_rules
from kpm_desktop.domain.scorecard.official import official_rules
from kpm_desktop.domain.scorecard.ruleset import RuleSet
from kpm_desktop.domain.scorecard.village import Village, VillageRecords, arrange

_KINDS = ("household", "person", "pregnancy", "pregnancy_visit", "child_visit", "immunization", "paud_attendance")
_MORE_MONTHS = 12


def read_recent(tx: Transaction, region: str, on: date) -> Village:
    """The records of a village as far back as they bear on what is due on a day."""
    rules = official_rules(Quarter.of(month_of(on)))
    return arrange(VillageRecords(*(_read(tx, kind, region, on, rules) for kind in _KINDS)))


def _read(tx: Transaction, kind: str, region: str, on: date, rules: RuleSet) -> list[Any]:
    """What of a kind can still bear on what is due."""
    month = month_number(month_of(on))
    if kind == "immunization":
        born_since = first_day(month_text(month - care_rules().weighing.until_month - 1))
        return village_records.doses_of(tx, region, born_since=born_since.isoformat())
    since = month_text(month - max(_MORE_MONTHS, 3 * rules.quarters_seen))
    if kind == "paud_attendance":
        since = month_text(month)
    return village_records.records_of(tx, kind, region, since=since)
