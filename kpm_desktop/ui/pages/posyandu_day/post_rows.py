"""The posyandu one can open and the days that were held, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from kpm_desktop.commands.posyandu.posyandu_days import PastDay, Post
from kpm_desktop.ui.components.columns import Cell, ListColumn
from kpm_desktop.ui.components.count_lines import CountLine
from kpm_desktop.ui.components.state_word import State
from kpm_desktop.ui.format.calendar_words import CalendarWords
from kpm_desktop.ui.look.theme import Text

#: So many of the doses a day needs are named.
_DOSES_NAMED = 3


@dataclass(frozen=True, slots=True)
class PostRow:
    """A posyandu. number: the key that chooses it."""

    post: Post
    number: int
    on: date
    calendar: CalendarWords
    is_heading: bool = False

    @property
    def key(self) -> str:
        """Region and id."""
        return f"{self.post.region} {self.post.id or ''}"

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join(cell.words for cell in self.cells)

    @property
    def cells(self) -> Sequence[Cell]:
        """Number, name with how many belong to it, and when it was held this month."""
        translate = QCoreApplication.translate
        people = translate("PosyanduDays", "{children} children · {mothers} mothers")
        below = people.format(children=self.post.children, mothers=self.post.mothers)
        held, weighed = self.post.held, self.post.month.d
        if held is None:
            told = Cell()
        else:
            text = translate("PosyanduDays", "{day}: {weighed} of {children}")
            told = Cell(
                text.format(day=self.calendar.short_day(held, self.on), weighed=weighed, children=self.post.children),
                kind=Text.CAPTION,
                ink="text2",
            )
        return (
            Cell(str(self.number), kind=Text.CAPTION_STRONG, ink="text2"),
            Cell(name_of(self.post.name), below=below, kind=Text.BODY_STRONG),
            told,
        )


@dataclass(frozen=True, slots=True)
class PastRow:
    """A day that was held."""

    past: PastDay
    calendar: CalendarWords
    is_heading: bool = False

    @property
    def key(self) -> str:
        """Day and posyandu."""
        return f"{self.past.day} {self.past.region} {self.past.post or ''}"

    @property
    def words(self) -> str:
        """All of it."""
        return ", ".join(cell.words for cell in self.cells)

    @property
    def cells(self) -> Sequence[Cell]:
        """Day, posyandu, how many were weighed and gained, and what became of the records."""
        translate = QCoreApplication.translate
        past = self.past
        counts = translate("PosyanduDays", "{weighed} of {children} weighed · N {gained}, T {not_gained}").format(
            weighed=past.weighed, children=past.children, gained=past.gained, not_gained=past.not_gained
        )
        return (
            Cell(self.calendar.long_day(past.day), kind=Text.BODY_MEDIUM),
            Cell(name_of(past.name), kind=Text.BODY_MEDIUM),
            Cell(counts, ink="text2"),
            Cell(state=State.of_record(past.state)),
        )


def post_columns() -> list[ListColumn]:
    """Of the list of posyandu."""
    translate = QCoreApplication.translate
    return [
        ListColumn(translate("PosyanduDays", "Key"), 6, is_sortable=False, least=28),
        ListColumn(translate("PosyanduDays", "Posyandu"), 60, is_sortable=False),
        ListColumn(translate("PosyanduDays", "This month"), 34, is_sortable=False, empty=""),
    ]


def past_columns() -> list[ListColumn]:
    """Of the days that were held."""
    translate = QCoreApplication.translate
    return [
        ListColumn(translate("PosyanduDays", "Day"), 26, is_sortable=False),
        ListColumn(translate("PosyanduDays", "Posyandu"), 24, is_sortable=False),
        ListColumn(translate("PosyanduDays", "Weighed"), 34, is_sortable=False),
        ListColumn(translate("PosyanduDays", "State"), 16, is_sortable=False, least=120),
    ]


def name_of(name: str) -> str:
    """A posyandu's, or that there is none."""
    return name or QCoreApplication.translate("PosyanduDays", "Without posyandu")


def month_lines(post: Post) -> list[CountLine]:
    """How far the month is."""
    translate, month = QCoreApplication.translate, post.month
    found = [
        CountLine("users", "text2", month.s, translate("PosyanduDays", "children to be weighed (S)")),
        CountLine("check", "text2", month.d, translate("PosyanduDays", "weighed this month (D)")),
    ]
    if post.at_home:
        found.append(
            CountLine("house", "text2", post.at_home, translate("PosyanduDays", "of them at home or elsewhere"))
        )
    waiting = translate("PosyanduDays", "not weighed yet")
    return [*found, CountLine("circle-dashed", "text2", month.s - month.d, waiting)]


def needed(post: Post) -> list[tuple[str, str]]:
    """What a day needs: icon and sentence."""
    translate = QCoreApplication.translate
    found = []
    if post.capsules:
        text = translate("PosyanduDays", "Vitamin A: {blue} blue, {red} red capsules")
        blue, red = post.capsules.get("blue", 0), post.capsules.get("red", 0)
        found.append(("calendar", text.format(blue=blue, red=red)))
    if post.children_with_doses:
        text = translate("PosyanduDays", "Doses: {children} children, most of all {doses}")
        named = ", ".join(f"{name} ({count})" for name, count in post.doses[:_DOSES_NAMED])
        found.append(("syringe", text.format(children=post.children_with_doses, doses=named)))
    missed = post.month.s - post.weighed_before
    if missed > 0:
        text = translate("PosyanduDays", "{count} children were not weighed last month")
        found.append(("circle-alert", text.format(count=missed)))
    return found
