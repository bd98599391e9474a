"""Children of two to six in early education (form 2C; Form 4, table 3, last row; decision 4)."""

from collections.abc import Iterator

from kpm_desktop.domain.calendar import Quarter, completed_months
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.scorecard.result import PaudChild
from kpm_desktop.domain.scorecard.ruleset import PaudRules
from kpm_desktop.domain.scorecard.targets import gone_by, is_active
from kpm_desktop.domain.scorecard.village import Village


def paud_children(village: Village, quarter: Quarter, rules: PaudRules) -> Iterator[PaudChild]:
    """Those registered in the quarter's calendar year, each active or not."""
    year = f"{quarter.year:04d}-"
    for person_id, rows in village.attendances.items():
        child = village.persons.get(person_id)
        registered = any(month.startswith(year) for month in rows)
        if child is None or not registered or not _is_of_age(child, quarter, rules):
            continue
        if is_active(village, person_id, quarter):
            here = [rows[month] for month in quarter.months if month in rows]
            attended = sum(row.attendance == rules.active_answer for row in here)
            active = attended >= rules.active_months
            gone = gone_by(village, person_id, quarter.last)
            yield PaudChild(child.id, child.ref, child.full_name, active, tuple(row.id for row in here), gone)


def _is_of_age(child: Person, quarter: Quarter, rules: PaudRules) -> bool:
    """By completed months on the quarter's last day."""
    return rules.first_months <= completed_months(child.birth_date, quarter.last) <= rules.last_months
