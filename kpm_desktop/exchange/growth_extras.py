"""Columns of `kpm growth` that are written when asked for: Indonesian classes, and the result by corrected age."""

from typing import Protocol

from kpm_desktop.domain.growth.ages import corrected_age_days, corrected_growth_of, who_months
from kpm_desktop.domain.growth.child import Growth, growth_of
from kpm_desktop.domain.growth.classes import GrowthClass, class_by_muac, classes_by_day
from kpm_desktop.domain.growth.month_table import classes_by_month_table
from kpm_desktop.domain.growth.rules import INDICATORS
from kpm_desktop.exchange.growth_block import Block
from kpm_desktop.exchange.growth_output import SCORES
from kpm_desktop.exchange.growth_table import GESTATION, MONTHS


class Extra(Protocol):
    """Further columns: the input columns they read, those among them they need, their names and a row's cells."""

    reads: tuple[str, ...]
    needs: tuple[str, ...]
    names: tuple[str, ...]

    def cells(self, block: Block, row: int) -> list[str]:
        """One cell for each name."""
        ...


class Classes:
    """Classes of Permenkes 2/2020 as codes: by day of age, by arm circumference, and by the printed monthly tables.

    The month is that of the column `age_months` (completed calendar months) where there is one, else WHO's.
    """

    reads: tuple[str, ...] = (MONTHS,)
    needs: tuple[str, ...] = ()
    by_day = ("len", "wei", "wfl", "bmi")
    by_month_table = ("len", "wei", "bmi")
    names: tuple[str, ...] = (
        *(f"class_by_day_{key}" for key in by_day),
        "class_by_muac",
        "completed_months",
        *(f"class_by_month_table_{key}" for key in by_month_table),
    )

    def cells(self, block: Block, row: int) -> list[str]:
        """One cell for each name."""
        child = block.child(row)
        months = _months(block, row)
        day = classes_by_day(growth_of(child), oedema=child.oedema)
        table = {} if months is None else classes_by_month_table(child, months)
        muac = class_by_muac(child.muac_cm, months)
        return [
            *(_code(day.get(key)) for key in self.by_day),
            _code(muac),
            "" if months is None else str(months),
            *(_code(table.get(key)) for key in self.by_month_table),
        ]


class CorrectedAge:
    """A second result until 24 months for children born before 37 weeks, by their corrected age."""

    reads: tuple[str, ...] = (GESTATION,)
    needs: tuple[str, ...] = reads
    names: tuple[str, ...] = ("corrected_age_days", *(f"corrected_{name}" for name in SCORES))

    def cells(self, block: Block, row: int) -> list[str]:
        """One cell for each name."""
        child, weeks = block.child(row), block.number(GESTATION, row)
        if child.age_days is None or weeks is None:
            return [""] * len(self.names)
        age, growth = corrected_age_days(child.age_days, weeks), corrected_growth_of(child, weeks)
        if age is None or growth is None:
            return [""] * len(self.names)
        return [f"{age:.10g}", *_score_cells(growth)]


def _months(block: Block, row: int) -> int | None:
    stated, age_days = block.number(MONTHS, row), block.number("age_days", row)
    if stated is not None:
        return int(stated)
    return None if age_days is None else who_months(age_days)


def _code(found: GrowthClass | None) -> str:
    return "" if found is None else found.code


def _score_cells(growth: Growth) -> list[str]:
    cells: list[str] = []
    for indicator in INDICATORS:
        score = growth.scores.get(indicator.key)
        cells += ["", ""] if score is None else [f"{score.z:.2f}", str(int(score.flagged))]
    return cells
