"""A child's growth on a sheet for the mother: three facts, the chart, one box of what to do, and when to weigh again.

Words only; what draws it is handed the chart. What to do has a source or says no more than whom to ask.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kpm_desktop.domain.calendar import completed_months, month_number, month_of, month_text
from kpm_desktop.domain.errors import Reason, reason
from kpm_desktop.domain.growth.chart import Chart, Point
from kpm_desktop.domain.growth.chart_lines import CHARTS, HEAD, LENGTH, WEIGHT
from kpm_desktop.domain.growth.chart_verdict import (
    AGAIN,
    CONTACT,
    Verdict,
    centimetres,
    change,
    index_of,
    kilograms,
    measure,
    month_word,
    verdict,
)
from kpm_desktop.domain.growth.rules import FEMALE
from kpm_desktop.domain.growth.weight_gain import (
    ABOVE_ORANGE_LINE,
    BELOW_RED_LINE,
    GAINED,
    NOT_GAINED,
    TWO_WITHOUT_GAIN,
    WITHOUT_GAIN,
    minimum_gain,
)
from kpm_desktop.domain.masking import masked_name
from kpm_desktop.domain.wording import Wording

_NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """The child and its place. mother, guardian, posyandu, village, district: names, empty where they are not known."""

    name: str
    sex: str
    born: date
    gestation_weeks: int | None = None
    mother: str = ""
    guardian: str = ""
    posyandu: str = ""
    village: str = ""
    district: str = ""
    cadre: str = ""

    def masked(self) -> "Whose":
        """With initials for names."""
        names = masked_name(self.name), masked_name(self.mother), masked_name(self.guardian)
        return Whose(
            name=names[0],
            sex=self.sex,
            born=self.born,
            gestation_weeks=self.gestation_weeks,
            mother=names[1],
            guardian=names[2],
            posyandu=self.posyandu,
            village=self.village,
            district=self.district,
            cadre=self.cadre,
        )


class Fact(NamedTuple):
    """A number in a box, or one of the three at the foot. is_strong: it asks for attention."""

    label: str
    value: str
    below: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthPage:
    """Everything on the sheet, from the top. key, step: what marks mean, beside the chart's title and below it. do: the
    lines in the box below its headline; is_warning: whether the box is to be seen first."""

    title: str
    place: str
    when: str
    about: str
    facts: tuple[Fact, ...]
    chart: Chart
    chart_title: str
    key: str
    step: str
    headline: str
    do: tuple[str, ...]
    is_warning: bool
    foot: tuple[Fact, ...]
    source: str
    wording: Wording


def growth_page(wording: Wording, whose: Whose, charts: Mapping[str, Chart], printed: date) -> GrowthPage:
    """What stands on it. printed: today."""
    return _Writing(wording, whose, charts, printed).page()


class _Writing:
    """One sheet being written."""

    def __init__(self, wording: Wording, whose: Whose, charts: Mapping[str, Chart], printed: date) -> None:
        self._wording, self._whose, self._charts, self._printed = wording, whose, charts, printed
        self._weight = charts[WEIGHT]
        newest = self._weight.points[-1] if self._weight.points else None
        self._on = newest.taken.day if newest is not None and newest.month else printed
        self._newest = newest

    def page(self) -> GrowthPage:
        """All of it."""
        found = verdict(self._weight)
        say, title = self._wording.say, f"growth_chart.title.{index_of(self._weight)}"
        do = tuple(self._do(found))
        return GrowthPage(
            title=self._phrase("title", name=self._whose.name),
            place=self._place(),
            when=" · ".join(part for part in (self._posyandu(), self._day(self._on)) if part),
            about=" · ".join(self._about()),
            facts=(self._weight_fact(), self._length_fact(), self._status_fact()),
            chart=self._weight,
            chart_title=self._wording.phrase(title),
            key=self._phrase("key"),
            step=self._step(),
            headline=self._headline(found),
            do=do,
            is_warning=found is not None and found.do != AGAIN,
            foot=tuple(self._foot(found)),
            source=" ".join(part for part in (self._corrected(), say(self._source())) if part),
            wording=self._wording,
        )

    # above the chart

    def _place(self) -> str:
        district = self._phrase("district", name=self._whose.district) if self._whose.district else ""
        return ", ".join(part for part in (self._whose.village, district) if part)

    def _posyandu(self) -> str:
        name = self._whose.posyandu
        return name if not name or name.lower().startswith("posyandu") else f"Posyandu {name}"

    def _about(self) -> Iterator[str]:
        whose = self._whose
        yield self._phrase("girl" if whose.sex == FEMALE else "boy")
        yield self._phrase("born", day=self._day(whose.born))
        if self._weight.is_corrected and whose.gestation_weeks is not None:
            yield self._phrase("early", weeks=whose.gestation_weeks)
        months = completed_months(whose.born, self._on)
        days = (self._on - whose.born).days
        yield self._phrase("age", months=months) if months else self._phrase("age_days", days=days)
        if whose.mother:
            yield self._phrase("mother", name=whose.mother)
        elif whose.guardian:
            yield self._phrase("guardian", name=whose.guardian)

    def _weight_fact(self) -> Fact:
        label, newest = self._phrase("weight"), self._newest
        if newest is None:
            return Fact(label, _NOTHING, self._phrase("none"))
        value = self._wording.say(measure(newest, WEIGHT))
        if not newest.is_used:
            return Fact(label, value, self._phrase("remeasure"), is_strong=True)
        gain, before = newest.gain, self._weight.before(newest)
        if gain is None or before is None or not before.month:
            return Fact(label, value, self._phrase("first_weight"))
        if gain.gain_g is None:
            return Fact(label, value, self._phrase("not_weighed_before"))
        since = self._phrase("since", change=change(gain.gain_g), month=month_word(before.month))
        return Fact(label, value, since)

    def _length_fact(self) -> Fact:
        chart = self._charts[LENGTH]
        label = self._phrase("height" if index_of(chart) != LENGTH else "length")
        if not chart.points:
            return Fact(label, _NOTHING, self._phrase("none"))
        newest = chart.points[-1]
        value = self._wording.say(measure(newest, LENGTH))
        if not newest.is_used:
            return Fact(label, value, self._phrase("remeasure"), is_strong=True)
        before = chart.before(newest)
        if before is None:
            return Fact(label, value, self._phrase("first_length"))
        grown = round((newest.y - before.y) * 10)
        words = self._phrase("grew", cm=centimetres(grown)) if grown > 0 else self._phrase("same_length")
        return Fact(label, value, words)

    def _status_fact(self) -> Fact:
        label, newest = self._phrase("this_month"), self._newest
        if newest is None or not newest.month:
            return Fact(label, self._phrase("status.none"))
        month = self._month(newest.month)
        if not newest.is_used:
            return Fact(label, month, self._phrase("not_used"), is_strong=True)
        earlier = [point.status for point in self._weight.used if point.status][:-1]
        before = earlier[-1] if earlier else ""
        is_known = newest.status in (GAINED, NOT_GAINED) and before in (GAINED, NOT_GAINED)
        says_again = newest.status == NOT_GAINED or before == GAINED
        below = self._phrase(f"before.{before}") if is_known and says_again else ""
        return Fact(label, self._phrase(f"status.{newest.status}"), below, is_strong=newest.status == NOT_GAINED)

    # below it

    def _step(self) -> str:
        newest = self._newest
        gain = newest.gain if newest is not None else None
        before = self._weight.before(newest) if newest is not None else None
        if gain is None or gain.gain_g is None or gain.least is None or before is None:
            return ""
        grams = (before.taken.weight_g or 0) + gain.least.grams
        return self._phrase("step", value=reason("growth_chart.kg", value=kilograms(grams)))

    def _headline(self, found: Verdict | None) -> str:
        name = self._whose.name
        if found is None:
            return self._phrase("do.again")
        what = self._phrase(f"box.{_box(found)}", name=name, class_name=_class_name(found))
        return f"{what} {self._phrase(f'do.{found.do}', name=name)}"

    def _do(self, found: Verdict | None) -> Iterator[str]:
        """What the other charts ask for; of a weight that asks for something, nobody is to read more than that."""
        for key in CHARTS:
            chart = self._charts.get(key)
            other = verdict(chart) if chart is not None and key != WEIGHT else None
            if chart is not None and other is not None and other.do == CONTACT and other.why:
                index = reason(f"growth_chart.index.{index_of(chart)}")
                said = self._wording.phrase("growth_chart.class_no_z", index=index, name=_class_name(other))
                yield f"{said} {self._phrase('do.contact')}"

    def _foot(self, found: Verdict | None) -> Iterator[Fact]:
        following = self._next_month()
        year = following[:4]
        month = self._phrase("next_month", month=month_word(following), year=year)
        yield Fact(
            self._phrase("next"),
            month,
            " · ".join(part for part in (self._posyandu(), self._phrase("next_day")) if part),
        )
        least = self._least(following, found)
        if least is not None:
            yield least
        yield Fact(self._phrase("cadre"), self._whose.cadre)

    def _next_month(self) -> str:
        """The month after the newest weighing; this one where that is longer ago."""
        newest = self._newest.month if self._newest is not None else ""
        this = month_of(self._printed)
        return month_text(month_number(newest) + 1) if newest >= this else this

    def _least(self, following: str, found: Verdict | None) -> Fact | None:
        """What the growth card asks for in that month, of a child weighed in the month before it."""
        newest = self._newest
        if newest is None or not newest.is_used or (found is not None and found.why == ABOVE_ORANGE_LINE):
            return None
        if not newest.month or month_number(following) - month_number(newest.month) != 1:
            return None
        age = completed_months(self._whose.born, newest.taken.day) + 1
        least = minimum_gain(self._whose.sex, age)
        if least is None:
            return None
        value = reason("growth_chart.kg", value=kilograms((newest.taken.weight_g or 0) + least.grams))
        below = self._phrase("least_gain" if least.confirmed else "least_unconfirmed", grams=least.grams)
        return Fact(self._phrase("least", month=month_word(following)), self._wording.say(value), below)

    def _source(self) -> Reason:
        said = [self._score(self._charts[key]) for key in CHARTS if key in self._charts and self._charts[key].used]
        scores = "; ".join(self._wording.say(each) for each in said if each is not None)
        told: Reason | str = reason("growth_chart.paper.scores", scores=scores) if scores else ""
        return reason("growth_chart.paper.source", scores=told)

    def _score(self, chart: Chart) -> Reason | None:
        newest: Point = chart.used[-1]
        if newest.z is None:
            return None
        index, z = reason(f"growth_chart.index.{index_of(chart)}"), Decimal(f"{newest.z:.2f}")
        if chart.key == HEAD or not newest.code:
            return reason("growth_chart.paper.score_only", index=index, z=z)
        name = self._wording.phrase(f"growth.{newest.code}").lower()
        return reason("growth_chart.paper.score", index=index, z=z, name=name)

    def _corrected(self) -> str:
        return self._phrase("corrected") if self._weight.is_corrected else ""

    def _day(self, day: date) -> str:
        """`14 November 2026`."""
        return f"{day.day} {self._month(month_of(day))} {day.year}"

    def _month(self, month: str) -> str:
        return self._wording.say(month_word(month))

    def _phrase(self, code: str, **params: object) -> str:
        return self._wording.phrase(f"growth_chart.paper.{code}", **params)


#: What the growth card says, which has headlines of its own; all else is a class.
_OF_THE_CARD = (TWO_WITHOUT_GAIN, WITHOUT_GAIN, BELOW_RED_LINE, ABOVE_ORANGE_LINE)


def _box(found: Verdict) -> str:
    """Which headline belongs to what a chart shows."""
    if found.why in _OF_THE_CARD:
        return found.why
    if found.why:
        return "class"
    return found.what.code.removeprefix("growth_chart.")  # gained, follows, missed, first, birth, unused


def _class_name(found: Verdict) -> Reason | str:
    if not found.why or found.why in _OF_THE_CARD:
        return ""
    topic = "growth_chart" if found.why in ("small_head", "large_head") else "growth"
    return reason(f"{topic}.{found.why}")
