"""The sentence below a growth chart: what it shows, with its numbers, and what to do.

What to do is data with a source each (`resources/rules/growth_advice.json`); without a source it is only whom to ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

import msgspec

from kpm_desktop import paths
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.growth import weight_gain
from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.chart_lines import HEAD, LENGTH, WEIGHT
from kpm_desktop.domain.growth.rules import DAYS_PER_MONTH, HEIGHT_DAY
from kpm_desktop.domain.growth.weight_gain import FIRST, GAINED, MISSED, NOT_GAINED

Tone = Literal["good", "watch", "risk"]
CONTACT, AGAIN, REMEASURE = "contact", "again", "remeasure"
#: Classes nothing follows from.
_FINE = frozenset({"", "normal_weight", "normal_length", "tall", "well_nourished"})
_RISKS = frozenset({"severely_underweight", "severely_stunted", "stunted", "severely_wasted", "wasted", "obese"})
#: The areas of the head's chart, which has no class of Permenkes 2/2020.
_HEAD_LIMIT = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """what: with its numbers. do: `refer`, `contact`, `again` (next month) or `remeasure`. why: the code of what the
    advice follows from; empty where all is well. source: of the advice; empty where there is none."""

    tone: Tone
    what: Reason
    do: str
    why: str = ""
    source: str = ""

    @property
    def advice(self) -> Reason:
        """What to do, as a sentence to a cadre."""
        return reason(f"growth_chart.do.{self.do}")


class _Advice(msgspec.Struct, frozen=True):
    when: str
    say: str
    source: str


class _Rules(msgspec.Struct, frozen=True):
    id: str
    since: str
    advice: tuple[_Advice, ...]


@cache
def _advice() -> dict[str, _Advice]:
    file = paths.resources() / "rules" / "growth_advice.json"
    return {each.when: each for each in msgspec.json.decode(file.read_bytes(), type=_Rules).advice}


def advice_for(why: str) -> tuple[str, str]:
    """What to do about something, and the source that says so; without one, whom to ask and no more."""
    found = _advice().get(why)
    return (found.say, found.source) if found is not None and found.source else (CONTACT, "")


def verdict(chart: Chart) -> Verdict | None:
    """Of the newest point; None where there is none."""
    if not chart.points:
        return None
    newest = chart.points[-1]
    if not newest.is_used:
        what = reason("growth_chart.unused", measure=measure(newest, chart.key), day=newest.taken.day)
        return Verdict("watch", what, REMEASURE)
    if chart.key == WEIGHT:
        return _of_weight(chart.used)
    return _of_class(chart, newest)


def index_of(chart: Chart) -> str:
    """`wei`, `len`, `wfl` or `hc`; `len_standing`, `wfl_standing` where the newest point is measured standing."""
    newest = chart.points[-1].x if chart.points else 0.0
    is_standing = chart.by == "height" or (chart.key == LENGTH and newest >= HEIGHT_DAY / DAYS_PER_MONTH)
    return f"{chart.key}_standing" if is_standing else chart.key


def measure(point: Point, key: str) -> Reason:
    """A point's measure with its unit, as it was taken."""
    taken = point.taken
    if key == LENGTH:
        return reason("growth_chart.cm", value=centimetres(taken.length_mm or 0))
    if key == HEAD:
        return reason("growth_chart.cm", value=centimetres(taken.head_mm or 0))
    return reason("growth_chart.kg", value=kilograms(taken.weight_g or 0))


def kilograms(grams: int) -> Decimal:
    """As a scale shows it: one decimal, two where there are."""
    whole = Decimal(grams) / 1000
    short = whole.quantize(Decimal("0.1"))
    return short if short == whole else whole.quantize(Decimal("0.01"))


def centimetres(millimetres: int) -> Decimal:
    """With its one decimal, also where that is nought."""
    return (Decimal(millimetres) / 10).quantize(Decimal("0.1"))


def month_word(month: str) -> Reason:
    """A month by its name, without the year."""
    return reason(f"growth_chart.month.{month[5:7]}")


def change(grams: int) -> Reason:
    """`turun 200 g`."""
    name = "rose" if grams > 0 else "fell" if grams < 0 else "stayed"
    return reason(f"growth_chart.{name}", grams=abs(grams))


def short_warning(why: str) -> Reason:
    """A reason to refer in two or three words."""
    return reason(f"growth_chart.short.{why}")


def reasons_to_refer(chart: Chart) -> list[str]:
    """By the growth card, of the newest used weight."""
    newest = chart.used[-1:] if chart.key == WEIGHT else ()
    if not newest:
        return []
    statuses = [point.status for point in chart.used if point.status]
    z = None if newest[0].taken.has_oedema else newest[0].z
    return weight_gain.reasons_to_refer(statuses if newest[0].status else [], z)


def _of_weight(used: Sequence[Point]) -> Verdict:
    newest = used[-1]
    statuses = [point.status for point in used if point.status]
    z = None if newest.taken.has_oedema else newest.z
    found = weight_gain.reasons_to_refer(statuses if newest.status else [], z)
    if found:
        why = found[0]
        do, source = advice_for(why)
        tone: Tone = "watch" if why == weight_gain.WITHOUT_GAIN else "risk"
        return Verdict(tone, _refer_words(why, used), do, why, source)
    what = _status_words(newest)
    if newest.code not in _FINE:
        do, source = advice_for(newest.code)
        said = reason("growth_chart.and_class", what=what, name=reason(f"growth.{newest.code}"), z=_signed(newest.z))
        return Verdict("watch", said, do, newest.code, source)
    return Verdict("good" if newest.status == GAINED else "watch", what, AGAIN)


def _refer_words(why: str, used: Sequence[Point]) -> Reason:
    newest = used[-1]
    if why == weight_gain.TWO_WITHOUT_GAIN:
        first, second = used[-2], newest
        return reason("growth_chart.two_without_gain", first=_month_change(first), second=_month_change(second))
    if why == weight_gain.WITHOUT_GAIN:
        least = newest.gain.least if newest.gain is not None else None
        return reason("growth_chart.without_gain", change=_month_change(newest), least=least.grams if least else 0)
    return reason(f"growth_chart.{why}", z=_signed(newest.z))


def _month_change(point: Point) -> Reason:
    gain = point.gain.gain_g if point.gain is not None else None
    return reason("growth_chart.month_change", month=month_word(point.month), change=change(gain or 0))


def _status_words(newest: Point) -> Reason:
    gain = newest.gain
    if gain is None:
        return reason("growth_chart.birth")
    if gain.status == FIRST:
        return reason("growth_chart.first")
    if gain.status == MISSED:
        return reason("growth_chart.missed")
    least = gain.least.grams if gain.least is not None else 0
    is_by_gain = (gain.gain_g or 0) >= least
    name = "growth_chart.gained" if is_by_gain else "growth_chart.follows"
    assert gain.status != NOT_GAINED
    return reason(name, change=_month_change(newest), least=least)


def _of_class(chart: Chart, newest: Point) -> Verdict:
    code = _head_code(newest) if chart.key == HEAD else newest.code
    index = reason(f"growth_chart.index.{index_of(chart)}")
    if newest.z is None and not code:
        return Verdict("watch", reason("growth_chart.no_z", index=index), CONTACT)
    name = reason(f"growth_chart.{code}") if chart.key == HEAD else reason(f"growth.{code}")
    what = reason("growth_chart.class", name=name, index=index, z=_signed(newest.z))
    if newest.z is None:
        what = reason("growth_chart.class_no_z", name=name, index=index)
    if code in _FINE or code == "normal_head":
        return Verdict("good", what, AGAIN)
    do, source = advice_for(code)
    return Verdict("risk" if code in _RISKS else "watch", what, do, code, source)


def _head_code(point: Point) -> str:
    if point.z is None:
        return ""
    if point.z < -_HEAD_LIMIT:
        return "small_head"
    return "large_head" if point.z > _HEAD_LIMIT else "normal_head"


def _signed(z: float | None) -> Decimal:
    return Decimal(f"{z or 0:.2f}")
