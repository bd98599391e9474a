"""A scorecard's numbers in words: the four at the top, the groups' headings and the indicators below them."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from kpm_desktop.domain.scorecard.result import Scorecard
from kpm_desktop.domain.scorecard.totals import CHILDREN, PREGNANT
from kpm_desktop.domain.wording import Wording
from kpm_desktop.ui.pages.scorecard.scorecard_cards import Line
from kpm_desktop.ui.pages.scorecard.scorecard_rows import IndicatorRow
from kpm_desktop.ui.pages.scorecard.scorecard_words import (
    disputed_cells,
    doubted_cells,
    group_words,
    percent_words,
    share_words,
    short_name,
)

translate = QCoreApplication.translate
#: The village's convergence leads to what to look at again, the last number to who lacks something.
TO_LOOK_AT, ALL_SERVED = "to_look_at", "all_served"
NUMBERS = (TO_LOOK_AT, PREGNANT, CHILDREN, ALL_SERVED)


class Number(NamedTuple):
    """One of the four."""

    title: str
    number: str
    lines: tuple[Line, ...]


class Numbers:
    """Speaks one language and shows numbers with one decimal sign."""

    def __init__(self, wording: Wording, comma: str) -> None:
        self._wording, self._comma = wording, comma

    def of(self, card: Scorecard, counted: tuple[int, int] | None) -> dict[str, Number]:
        """The four; `counted`: of how many villages an added scorecard is made so far."""
        totals = card.totals
        village = totals.convergence(PREGNANT, CHILDREN)
        received = translate("Scorecard", "{share} services").format(share=share_words(village))
        title = translate("Scorecard", "Convergence of the village")
        below = self._to_look_at(len(card.findings) + len(card.disputed))
        if counted is not None:
            title = translate("Scorecard", "Convergence, all villages")
            text = translate("Scorecard", "{count} of {total} villages counted")
            below = Line(
                text.format(count=counted[0], total=counted[1]), "warn" if counted[0] < counted[1] else "text2"
            )
        served = totals.fully_served_pregnant + totals.fully_served_children
        people = totals.pregnant + totals.children
        missing = totals.not_reported_pregnant + totals.not_reported_children
        return {
            TO_LOOK_AT: Number(
                title, percent_words(village, self._comma), (Line(received), _not_reported(missing), below)
            ),
            PREGNANT: self._group(card, PREGNANT, totals.pregnant, totals.not_reported_pregnant),
            CHILDREN: self._group(card, CHILDREN, totals.children, totals.not_reported_children),
            ALL_SERVED: Number(
                translate("Scorecard", "All services, 100 %"),
                translate("Scorecard", "{count} of {total}").format(count=served, total=people),
                (Line(translate("Scorecard", "targets")), _not_reported(missing)),
            ),
        }

    def heading(self, card: Scorecard, group: str) -> tuple[str, str]:
        """A group's share."""
        share = card.totals.convergence(group)
        return share_words(share), percent_words(share, self._comma)

    def rows(self, card: Scorecard, group: str) -> list[IndicatorRow]:
        """The indicators of a group, those that rest on differing answers or doubtful doses marked."""
        kinds = {target.id: CHILDREN if target.kind == "child" else PREGNANT for target in card.people}
        doubtful = {(kinds.get(target, group), code) for target, code in disputed_cells(card) | doubted_cells(card)}
        return [
            IndicatorRow(
                indicator,
                short_name(indicator, self._wording),
                share_words(indicator.share),
                percent_words(indicator.share, self._comma),
                (group, indicator.code) in doubtful,
            )
            for indicator in card.totals.indicators
            if indicator.group == group
        ]

    def _group(self, card: Scorecard, group: str, targets: int, missing: int) -> Number:
        share = card.totals.convergence(group)
        count = translate("Scorecard", "{count} targets").format(count=targets)
        lines = (Line(share_words(share)), Line(count), _not_reported(missing))
        return Number(group_words(group, self._wording), percent_words(share, self._comma), lines)

    def _to_look_at(self, count: int) -> Line:
        text = translate("Scorecard", "{count} to look at again").format(count=count)
        return Line(text if count else "", "warn")


def _not_reported(count: int) -> Line:
    text = translate("Scorecard", "{count} not reported yet").format(count=count)
    return Line(text, "warn" if count else "text2")
