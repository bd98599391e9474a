"""A page that is a list: its head, what narrows the list, the list in its card, and perhaps a column beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.heading import PageHeading
from kpm_desktop.ui.components.key_hints import KeyHints
from kpm_desktop.ui.components.list_card import ListCard
from kpm_desktop.ui.components.row_list import Row
from kpm_desktop.ui.components.search_field import SearchField
from kpm_desktop.ui.components.segments import Segments
from kpm_desktop.ui.frame.context import Context
from kpm_desktop.ui.frame.page import Page


class ListPage(Page):
    """A subclass puts its parts in the order in which they stand (`put_heading`, `put_search`, `put_filter`,
    `put_list`), and in `show_fitting` gives the rows that fit what is searched and chosen to `show_rows`. The chosen
    row stays chosen.

    The keys go to the list, or to what leads out of an empty one; never away from the search. Enter opens
    the chosen row (`list.opened`), also from the search field, from where the arrows lead into the list.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._search: SearchField | None = None
        self._beside: QWidget | None = None

    def put_heading(self, title: str, subtitle: str = " ", *actions: QWidget) -> None:
        """Title, a line below it and the page's actions at the right; under them the banner, where something is to be
        told."""
        self.heading = PageHeading(self.look, title, subtitle)
        for action in actions:
            self.heading.add_action(action)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.banner)

    def put_search(self, hint: str, *beside: QWidget, shortcut: str = "Ctrl+F") -> SearchField:
        """A field to search in, with what narrows the list besides at its right."""
        self._search = SearchField(self.look, hint, shortcut=shortcut)
        self._search.textChanged.connect(self.show_fitting)
        row = BreakingRow(self.look.px(8))
        row.add(self._search, 1)
        if beside:
            narrowing = QHBoxLayout()
            narrowing.setSpacing(self.look.px(8))
            for widget in beside:
                narrowing.addWidget(widget)
            row.add(narrowing)
        self.column.addWidget(row)
        return self._search

    def put_filter(
        self, name: str, choices: Sequence[tuple[str, str]], *beside: QWidget, wraps: bool = False
    ) -> Segments:
        """Codes and words of which one is chosen, as tabs or as a filter; at the right end what else belongs there.
        name: what is chosen, for a screen reader."""
        made = Segments(self.look, name, choices, wraps=wraps)
        made.chosen.connect(self.show_fitting)
        row = BreakingRow(self.look.px(8))
        row.add(made, 1)
        row.align(made, Qt.AlignmentFlag.AlignLeft)
        for widget in beside:
            row.add(widget, yields=isinstance(widget, KeyHints))
            row.align(widget, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(row)
        return made

    def put_list(self, card: ListCard, side: QWidget | None = None, *, gap: int = 12) -> None:
        """The list, and the column beside it. gap: between the two, at scale 1."""
        self.card, self.list, self._beside = card, card.list, side
        if side is None:
            self.column.addWidget(card, 1)
        else:
            row = QHBoxLayout()
            row.setSpacing(self.look.px(gap))
            row.addWidget(card, 1)
            row.addWidget(side)
            self.column.addLayout(row, 1)
        self.lead_to(self.list)

    def areas(self) -> Sequence[QWidget]:
        """What stands above the list, the list, and what stands beside it."""
        return [self.heading, self.card, *([self._beside] if self._beside is not None else [])]

    def show_fitting(self) -> None:
        """Shows the rows that fit what is searched and chosen."""

    def show_rows(self, rows: Sequence[Row], empty: EmptyState | None = None) -> None:
        """Shows rows, or what to say where there are none (`ListCard.when_empty`)."""
        before, had_keys = self.card.way_on(), self._has_keys(self.list)
        self.card.show_rows(rows, empty)
        goal = self.card.way_on()
        if goal is before:
            return
        self.lead_to(goal)
        leads_on = had_keys or not isinstance(goal, EmptyState)
        if leads_on and self.isVisible() and not self.is_searching():
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_searching(self) -> bool:
        """Whether the keys go to the search field."""
        return self._search is not None and self._has_keys(self._search)

    def _has_keys(self, widget: QWidget) -> bool:
        """Whether the keys go to a widget, now or when the window is in front again."""
        return self.window().focusWidget() is widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where there is a search, Enter and the arrows reach the list from everywhere on the page."""
        row = self.list.current()
        if self._search is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.list.opened.emit(row)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
