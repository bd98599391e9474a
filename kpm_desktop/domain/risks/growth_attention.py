"""What a child's weighing says that is no slip: by the growth card (KMS) it did not gain or lies beyond a line, or by
weight for length the child is wasted.

Nothing here is to be confirmed or measured again; it is to be seen, and the child to be referred (KIA book 2023).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kpm_desktop.domain.calendar import first_day
from kpm_desktop.domain.entry.plausibility import Measured
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.growth import weight_gain
from kpm_desktop.domain.growth.child import Child, growth_of, known_position
from kpm_desktop.domain.growth.weight_gain import Judged, Weighing
from kpm_desktop.domain.records.checklists import ChildVisit
from kpm_desktop.domain.records.person import Person
from kpm_desktop.domain.risks.attention import Attention, Level

#: How urgent each is: a child that did not gain twice, or lies beyond a line, is at risk.
_LEVELS: dict[str, Level] = {weight_gain.WITHOUT_GAIN: "watch"}

#: Who says so: of gains and lines, and of weight for length.
_CARD, _CLASSES = "Buku KIA 2023, KMS", "Permenkes 2/2020, Permenkes 29/2019"
#: Weight for length (BB/PB, BB/TB) below these is severe wasting, which is referred at once, and wasting.
_SEVERE_Z, _WASTED_Z = -3, -2


def growth_attentions(child: Person, visit: ChildVisit, earlier: Mapping[str, Measured]) -> Iterator[Attention]:
    """What the card says of a visit's weight; `earlier` as `second_look.earlier_measures` gives it."""
    yield from _wasting(child, visit)
    if visit.weight_g is None or child.sex not in ("male", "female") or visit.visit_date < child.birth_date:
        return
    now = Weighing(visit.weight_g, visit.month, visit.visit_date)
    before = _weighing(earlier.get("weight_g"))
    found = weight_gain.judged(child.sex, child.birth_date, now, before)
    z = None if visit.has_oedema is True else weight_gain.weight_for_age(child.sex, child.birth_date, now)
    for why in weight_gain.reasons_to_refer([*_status_before(child, earlier.get("weight_g")), found.status], z):
        is_gain = why in (weight_gain.WITHOUT_GAIN, weight_gain.TWO_WITHOUT_GAIN)
        said = _not_gained(found, why) if is_gain else reason(f"measure.{why}", z=_signed(z))
        yield Attention("weight_g", said, _LEVELS.get(why, "risk"), _CARD)
    if found.status == weight_gain.MISSED and before is not None and now.grams < before.grams:
        yield Attention("weight_g", reason("measure.lower_than_before", grams=before.grams - now.grams), "watch", _CARD)


def _wasting(child: Person, visit: ChildVisit) -> Iterator[Attention]:
    """Gizi buruk and gizi kurang by weight for length; what the standards call implausible is measured again."""
    if visit.weight_g is None or visit.length_mm is None or child.sex not in ("male", "female"):
        return
    days = (visit.visit_date - child.birth_date).days
    if days < 0 or visit.has_oedema is True:
        return
    position = known_position(visit.measure_position)
    measured = Child(child.sex, days, visit.weight_g / 1000, visit.length_mm / 10, position)
    score = growth_of(measured).scores.get("wfl")
    if score is None or score.flagged or score.z >= _WASTED_Z:
        return
    is_severe = score.z < _SEVERE_Z
    why = reason("measure.severely_wasted" if is_severe else "measure.wasted", z=_signed(score.z))
    yield Attention("weight_g", why, "refer" if is_severe else "risk", _CLASSES)


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
