"""The rows of the table and what stands in their cells, worked out once until somebody enters something there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kpm_desktop.ui.components.columns import GroupRow
from kpm_desktop.ui.pages.posyandu_day.day_cells import DayCell, DayCells
from kpm_desktop.ui.pages.posyandu_day.day_columns import DayColumn
from kpm_desktop.ui.pages.posyandu_day.day_row import DayRow
from kpm_desktop.ui.pages.posyandu_day.day_told import DayTold, RowWarning

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as it is drawn. status: N, T, O, B or empty."""

    cells: tuple[DayCell, ...]
    warning: RowWarning | None
    status: str
    is_open: bool
    is_absent: bool
    is_weighed: bool


class DayModel(QAbstractTableModel):
    """Headings among the rows cannot be chosen."""

    def __init__(self, columns: Sequence[DayColumn], cells: DayCells, told: DayTold, parent: QObject) -> None:
        super().__init__(parent)
        self.columns, self._cells, self._told = columns, cells, told
        self.rows: Sequence[DayRow | GroupRow] = ()
        self._shown: dict[str, ShownRow] = {}

    def show_columns(self, columns: Sequence[DayColumn]) -> None:
        """Those of children or of mothers; the rows come after."""
        self.beginResetModel()
        self.columns, self.rows = columns, ()
        self._shown.clear()
        self.endResetModel()

    def show_rows(self, rows: Sequence[DayRow | GroupRow], *, anew: bool = False) -> None:
        """Other rows. anew: they were read again, and nothing worked out before holds."""
        self.beginResetModel()
        self.rows = rows
        if anew:
            self._shown.clear()
        self.endResetModel()

    def person(self, at: int) -> DayRow | None:
        """The row at a place; None at a heading and outside."""
        row = self.rows[at] if 0 <= at < len(self.rows) else None
        return row if isinstance(row, DayRow) else None

    def place_of(self, key: str) -> int:
        """Where a person's row is; -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if isinstance(row, DayRow) and row.key == key), -1)

    def shown(self, row: DayRow) -> ShownRow:
        """A row as it is drawn."""
        found = self._shown.get(row.key)
        if found is None:
            found = self._shown[row.key] = ShownRow(
                cells=tuple(self._cells.cell(row, column) for column in self.columns),
                warning=self._told.warning(row),
                status=row.status,
                is_open=row.is_open_row(self.columns),
                is_absent=row.is_absent,
                is_weighed=row.is_weighed,
            )
        return found

    def forget(self, row: DayRow) -> None:
        """Something was entered in a row."""
        self._shown.pop(row.key, None)
        at = self.place_of(row.key)
        if at >= 0:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    # what Qt asks

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands there, and what a screen reader says of it."""
        row = self.rows[index.row()]
        if isinstance(row, GroupRow):
            return row.words if role == Qt.ItemDataRole.DisplayRole and not index.column() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(row).cells[index.column()].text
        if role == Qt.ItemDataRole.EditRole:
            return self._cells.typed(row, self.columns[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(row, index.column())
        return None

    def said(self, row: DayRow, column: int) -> str:
        """Whose cell it is, what it is called, what stands there, and what is said of the row."""
        shown, heading = self.shown(row), self.columns[column].heading
        words = shown.cells[column].words or self.tr("open")
        parts = [row.form.person.full_name, f"{heading}: {words}" if heading else words]
        if shown.warning is not None:
            parts.append(shown.warning.sentence)
        return ", ".join(parts)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The column's heading."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        column = self.columns[section]
        return f"{column.heading} {column.unit}".strip()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only what can be entered is reached by the keys."""
        row = self.rows[index.row()] if index.isValid() else None
        if not isinstance(row, DayRow):
            return Qt.ItemFlag.NoItemFlags
        reached = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return reached | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].kind.is_typed else reached
