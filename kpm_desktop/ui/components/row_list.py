"""Rows of plain values for lists that are short enough to be held whole; headings among them cannot be chosen."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 10  # the row itself


class Row(Protocol):
    """What a row says of itself. key: what it is known by when the list is filled anew."""

    @property
    def key(self) -> str:
        """Stays the same from one filling to the next."""

    @property
    def words(self) -> str:
        """All of the row in one sentence, for a screen reader."""

    @property
    def is_heading(self) -> bool:
        """Whether it only heads the rows below it."""


class RowList(QAbstractListModel):
    """The rows; `ROW` gives one. said: what a screen reader hears of a row, where it is more than its own words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.said: Callable[[Any], str] = _own_words

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or its words."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _own_words(row: Row) -> str:
    return row.words
