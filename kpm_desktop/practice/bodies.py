"""Growth of made-up children: each follows a z-score of its own, and measures are read back from the WHO tables.

Length-for-age starts a little below the WHO median and declines from six months on, as Indonesian surveys describe it
(about one child in five below −2); weight follows length by a z-score of its own. Whoever judges the measures with
`domain.growth` finds these z-scores again.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kpm_desktop.domain.growth import lms, rules, tables
from kpm_desktop.domain.growth.child import Child, growth_of, weight_lms
from kpm_desktop.practice.chance import Chance

#: Mean of length-for-age by completed month, straight between these points.
LENGTH_MEANS = ((0, -0.6), (2, -0.78), (6, -0.88), (18, -1.55), (24, -1.6))
#: Mean of weight-for-length by completed month.
WEIGHT_MEANS = ((0, 0.0), (4, -0.15), (12, -0.6), (24, -0.55))
MONTHS = 26

#: Standard deviations: what stays with a child, what comes and goes, and how much of that is left a month later.
LENGTH_STAYS, LENGTH_COMES, LENGTH_KEPT = 1.05, 0.2, 0.95
WEIGHT_STAYS, WEIGHT_COMES, WEIGHT_KEPT = 0.82, 0.5, 0.82
LENGTH_READING_CM = 0.15
DUPLICATE = -0.8


def _mean(points: tuple[tuple[int, float], ...], month: float) -> float:
    """The value between the two nearest points."""
    for (low, at_low), (high, at_high) in pairwise(points):
        if month <= high:
            return at_low + (at_high - at_low) * (month - low) / (high - low)
    return points[-1][1]


@dataclass(frozen=True, slots=True)
class Measured:
    """What scales and measuring board say; kilograms and centimetres become grams and millimetres here."""

    weight_g: int
    length_mm: int
    muac_mm: int | None
    head_mm: int


class Body:
    """How one child grows. `thinner`: how many z-scores below its own course it weighs (a wasted child)."""

    def __init__(self, chance: Chance, *, girl: bool, born: date, twin: bool = False, thinner: float = 0.0) -> None:
        self.girl = girl
        self.born = born
        shift = DUPLICATE if twin else 0.0
        self._length = _course(chance.of("length"), LENGTH_MEANS, LENGTH_STAYS, LENGTH_COMES, LENGTH_KEPT, shift)
        self._weight = _course(chance.of("weight"), WEIGHT_MEANS, WEIGHT_STAYS, WEIGHT_COMES, WEIGHT_KEPT, -thinner)
        own = chance.of("round")
        self._head = own.normal(-0.7, 0.9)
        self._muac = own.normal(0.0, 0.6)

    def birth(self) -> tuple[int, int]:
        """Birth weight in grams, to 50 g as in the KIA book, and length in millimetres, to half a centimetre."""
        length = self.length_cm(0)
        return round(self.weight_kg(0, length) * 20) * 50, round(length * 2) * 5

    def age_days(self, on: date) -> int:
        """Age in days."""
        return (on - self.born).days

    def length_z(self, day: int) -> float:
        """Length-for-age, before anybody measures."""
        return max(-5.0, min(3.5, _between(self._length, day)))

    def length_cm(self, day: int) -> float:
        """Length lying, before anybody measures."""
        return lms.measure_at(self.length_z(day), tables.for_age("len").lms(self.girl, day))

    def weight_kg(self, day: int, length: float) -> float:
        """Weight at a length; of a child shorter than the table, by age."""
        z = max(-4.2, min(3.8, _between(self._weight, day)))
        row = weight_lms(self.girl, length, day < rules.HEIGHT_DAY)
        if row is not None:
            return lms.measure_at(z, row)
        by_age = 0.6 * (z + self.length_z(day))
        return lms.measure_at(max(-4.5, by_age), tables.for_age("wei").lms(self.girl, day))

    def measured(self, on: date, chance: Chance, *, step_g: int) -> Measured:
        """One measuring: scales that show steps of `step_g`, a board read to the millimetre, a little slip in each."""
        day = self.age_days(on)
        length = self.length_cm(day)
        weight = self.weight_kg(day, length)
        return Measured(
            weight_g=round((weight * 1000 + chance.normal(0, 40)) / step_g) * step_g,
            length_mm=round((length + chance.normal(0, LENGTH_READING_CM)) * 10),
            muac_mm=self._muac_mm(day),
            head_mm=round(lms.measure_at(self._head, tables.for_age("hc").lms(self.girl, day)) * 10),
        )

    def _muac_mm(self, day: int) -> int | None:
        first = tables.for_age("ac").first
        if day < first:
            return None
        z = max(-3.8, min(3.5, 0.75 * _between(self._weight, day) + self._muac))
        return round(lms.measure_at(z, tables.for_age("ac").lms(self.girl, day)) * 10)


def _course(
    chance: Chance, means: tuple[tuple[int, float], ...], stays: float, comes: float, kept: float, shift: float
) -> list[float]:
    """A z-score for every completed month from birth."""
    own = chance.normal(shift, stays)
    now = chance.normal(0, comes)
    course = []
    for month in range(MONTHS):
        course.append(_mean(means, month) + own + now)
        now = kept * now + chance.normal(0, comes * (1 - kept * kept) ** 0.5)
    return course


def _between(course: list[float], day: int) -> float:
    at = min(max(day / rules.DAYS_PER_MONTH, 0.0), MONTHS - 1.001)
    month = int(at)
    return course[month] + (course[month + 1] - course[month]) * (at - month)


def judged(body: Body, on: date, weight_g: int | None, length_mm: int | None) -> tuple[float | None, float | None]:
    """Length-for-age and weight-for-length of a measuring, as the health worker tells them."""
    growth = growth_of(
        Child(
            rules.FEMALE if body.girl else rules.MALE,
            body.age_days(on),
            weight_g / 1000 if weight_g else None,
            length_mm / 10 if length_mm else None,
        )
    )
    return growth.z("len"), growth.z("wfl")
