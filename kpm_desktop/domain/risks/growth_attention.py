"""What a child's weighing says that is no slip: by the growth card (KMS) it did not gain, or lies beyond a line.

Nothing here is to be confirmed or measured again; it is to be seen, and the child to be referred (KIA book 2023).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kpm_desktop.domain.calendar import first_day
from kpm_desktop.domain.entry.plausibility import Measured
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.growth import weight_gain
from kpm_desktop.domain.growth.weight_gain import Judged, Weighing
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.risks.attention import Attention, Level

#: How urgent each is: a child that did not gain twice, or lies beyond a line, is at risk.
_LEVELS: dict[str, Level] = {weight_gain.WITHOUT_GAIN: "watch"}


def growth_attentions(child: Person, visit: ChildVisit, earlier: Mapping[str, Measured]) -> Iterator[Attention]:
    """What the card says of a visit's weight; `earlier` as `second_look.earlier_measures` gives it."""
    if visit.weight_g is None or child.sex not in ("male", "female") or visit.visit_date < child.birth_date:
        return
    now = Weighing(visit.weight_g, visit.month, visit.visit_date)
    before = _weighing(earlier.get("weight_g"))
    found = weight_gain.judged(child.sex, child.birth_date, now, before)
    z = None if visit.has_oedema is True else weight_gain.weight_for_age(child.sex, child.birth_date, now)
    for why in weight_gain.reasons_to_refer([*_status_before(child, earlier.get("weight_g")), found.status], z):
        is_gain = why in (weight_gain.WITHOUT_GAIN, weight_gain.TWO_WITHOUT_GAIN)
        said = _not_gained(found, why) if is_gain else reason(f"measure.{why}", z=_signed(z))
        yield Attention("weight_g", said, _LEVELS.get(why, "risk"))
    if found.status == weight_gain.MISSED and before is not None and now.grams < before.grams:
        yield Attention("weight_g", reason("measure.lower_than_before", grams=before.grams - now.grams), "watch")


def _status_before(child: Person, measured: Measured | None) -> list[str]:
    """The status of the weighing before this one."""
    weighing = _weighing(measured)
    if measured is None or weighing is None:
        return []
    return [weight_gain.judged(child.sex, child.birth_date, weighing, _weighing(measured.before)).status]


def _weighing(measured: Measured | None) -> Weighing | None:
    if measured is None:
        return None
    return Weighing(measured.value, measured.month, measured.day or first_day(measured.month))


def _not_gained(found: Judged, why: str) -> Reason:
    gain = found.gain_g or 0
    change = "rose" if gain > 0 else "fell" if gain < 0 else "stayed"
    least = found.least
    return reason(
        "measure.not_gained" if least is None or least.confirmed else "measure.not_gained_unconfirmed",
        change=reason(f"measure.{change}", grams=abs(gain)),
        least=least.grams if least else 0,
        status=reason(f"measure.{why}"),
    )


def _signed(z: float | None) -> Decimal:
    return Decimal(f"{z or 0:.2f}")
