"""The two cards of the page *Kirim* that hold a list: what waits, and what went out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from kpm_desktop.ui.components.card import Card
from kpm_desktop.ui.components.columns import ColumnDelegate, ColumnHeader
from kpm_desktop.ui.components.empty_state import EmptyState
from kpm_desktop.ui.components.labels import label
from kpm_desktop.ui.components.row_view import RowView
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.pages.send.send_lists import (
    NARROW,
    SENT_HEIGHT,
    WAITING,
    WAITING_HEIGHT,
    SentRow,
    WaitingRow,
    sent_columns,
)

translate = QCoreApplication.translate


class _ListCard(Card):
    """A list, or what to say when it is empty."""

    def __init__(self, look: Look, heading: str, empty: EmptyState, height: int, parent: QWidget | None = None) -> None:
        super().__init__(look, heading, flush=True, parent=parent)
        self.list = RowView(heading)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(look.px(height))
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for widget in (self.list, empty):
            self._stack.addWidget(widget)
        self.body.setSpacing(0)

    def show_rows(self, rows: Sequence[WaitingRow] | Sequence[SentRow]) -> None:
        """Other rows."""
        self.list.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)


class WaitingCard(_ListCard):
    """Records that are on the way; `list.opened` gives a `WaitingRow`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        empty = EmptyState(look, "check-check", translate("Sending", "Nothing waits"))
        super().__init__(look, translate("Sending", "What waits"), empty, 108, parent)
        self.list.draw_with(ColumnDelegate(look, WAITING, height=WAITING_HEIGHT))
        self._more = label(look, "", Text.CAPTION, "text2")
        self._more.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._more)

    def show_counts(self, records: int, repair: int, more: int) -> None:
        """How many no supervisor holds yet, how many are to be repaired, and how many are not listed."""
        words = [self.tr("{count} records").format(count=records)]
        if repair:
            words.append(self.tr("{count} to be repaired").format(count=repair))
        self.caption.setText(" · ".join(words))
        self._more.setText(self.tr("{count} more").format(count=more))
        self._more.setVisible(more > 0)


class SentCard(_ListCard):
    """Bundles that went out, in columns."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        empty = EmptyState(look, "send", translate("Sending", "Nothing was sent yet"))
        super().__init__(look, translate("Sending", "Bundles sent"), empty, 108, parent)
        heads = (
            self.tr("When"),
            self.tr("Number"),
            self.tr("Target"),
            self.tr("Records"),
            self.tr("State"),
            self.tr("Receipt"),
        )
        shown = sent_columns(heads)
        self.list.draw_with(ColumnDelegate(look, shown, narrow=NARROW, height=SENT_HEIGHT))
        self.body.addWidget(ColumnHeader(look, shown, self.list, narrow=NARROW))
        self.body.addWidget(self._stack, 1)
