"""What stands in a growth chart, in words; the same sentences on the screen and on paper."""

from decimal import Decimal

from kpm_desktop.domain.growth.chart import Chart
from kpm_desktop.domain.growth.chart_lines import HEAD, LENGTH, WEIGHT, WEIGHT_FOR_LENGTH
from kpm_desktop.domain.growth.chart_verdict import index_of
from kpm_desktop.domain.wording import Wording

#: Per chart the lines that are drawn: how each looks, and its name at the right end; one without a name has none.
LINES: dict[str, dict[int, tuple[str, str]]] = {
    WEIGHT: {
        -3: ("red", "red"),
        -2: ("amber", "low"),
        0: ("middle", "middle"),
        1: ("amber", "orange"),
        2: ("faint", ""),
        3: ("faint", ""),
    },
    LENGTH: {
        -3: ("red", "severely_stunted"),
        -2: ("amber", "stunted"),
        0: ("middle", "middle"),
        2: ("faint", ""),
        3: ("amber", "tall"),
    },
    WEIGHT_FOR_LENGTH: {
        -3: ("red", "severely_wasted"),
        -2: ("amber", "wasted"),
        0: ("middle", "middle"),
        1: ("amber", "risk_of_overweight"),
        2: ("faint", "overweight"),
        3: ("red", "obese"),
    },
    HEAD: {
        -3: ("faint", ""),
        -2: ("amber", "small_head"),
        0: ("middle", "middle"),
        2: ("amber", "large_head"),
        3: ("faint", ""),
    },
}


class ChartWords:
    """The names of a chart's lines, areas and axes."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def title(self, chart: Chart) -> str:
        """`Berat badan menurut umur`."""
        return self._wording.phrase(f"growth_chart.title.{index_of(chart)}")

    def index(self, chart: Chart) -> str:
        """`BB/U`."""
        return self._wording.phrase(f"growth_chart.index.{index_of(chart)}")

    def x_title(self, chart: Chart) -> str:
        """What the axis below counts."""
        by = "corrected" if chart.is_corrected and chart.by == "age" else chart.by
        return self._wording.phrase(f"growth_chart.axis.{by}")

    def unit(self, chart: Chart) -> str:
        """Of the axis at the left."""
        return self._wording.phrase("growth_chart.unit.cm" if chart.key in (LENGTH, HEAD) else "growth_chart.unit.kg")

    def area(self, name: str) -> str:
        """What lies between two lines."""
        return self._wording.phrase(f"growth_chart.area.{name}")

    def line(self, code: str) -> str:
        """A line's name; empty where it has none."""
        return self._wording.phrase(f"growth_chart.line.{code}") if code else ""

    def deviation(self, deviation: int) -> str:
        """`+1`, `0`, `−3`."""
        return f"{'+' if deviation > 0 else '−' if deviation < 0 else ''}{abs(deviation)}"

    def number(self, value: float) -> str:
        """A number beside an axis."""
        whole = Decimal(f"{value:g}")
        return self._wording.phrase("growth_chart.plain", value=whole)
