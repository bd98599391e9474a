"""The rows of the programme's sheet, typed from paper: each tells at once whether it fits its check letters."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kpm_desktop.commands.access.programme_sheet import is_right, names_of_rows
from kpm_desktop.ui.components.breaking_row import BreakingRow
from kpm_desktop.ui.components.labels import label, retone
from kpm_desktop.ui.fields.text_field import TextField
from kpm_desktop.ui.look.look import Look
from kpm_desktop.ui.look.theme import Text

#: Sixteen letters and as many signs between them as anybody types.
_LONGEST = 40


class SheetRows(BreakingRow):
    """Fields for the rows of `parts`, those of two side by side where there is room. `changed` after every key."""

    changed = Signal()

    def __init__(self, look: Look, parts: str, parent: QWidget | None = None) -> None:
        super().__init__(look.px(8), shrinks=True, parent=parent)
        self._look = look
        self.fields: dict[str, TextField] = {}
        self._marks: dict[str, QLabel] = {}
        grids = {part: self._grid() for part in parts}
        for name in names_of_rows(parts):
            self._add(grids[name[0]], name, int(name[1:]) - 1)

    def rows(self) -> dict[str, str]:
        """What stands in the fields, by row."""
        return {name: field.text() for name, field in self.fields.items()}

    def are_right(self) -> bool:
        """Whether every row fits."""
        return all(is_right(name, text) for name, text in self.rows().items())

    def show_rows(self, rows: Mapping[str, str]) -> None:
        """Rows that were read from a file."""
        for name, field in self.fields.items():
            field.setText(rows.get(name, ""))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(8))
        grid.setVerticalSpacing(self._look.px(6))
        grid.setColumnStretch(1, 1)
        self.add(grid, 1)
        return grid

    def _add(self, grid: QGridLayout, name: str, row: int) -> None:
        field = TextField(self._look, _LONGEST)
        field.setFont(self._look.font(Text.BODY_STRONG, tabular=True))
        field.setMinimumWidth(self._look.px(250))
        field.setAccessibleName(self.tr("Row {name}").format(name=name))
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self.focusNextChild)
        mark = label(self._look, "", Text.CAPTION_STRONG, "ok")
        mark.setFixedWidth(self._look.px(96))
        grid.addWidget(label(self._look, name, Text.BODY_STRONG, "text2"), row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(mark, row, 2)
        self.fields[name], self._marks[name] = field, mark

    def _on_typed(self, text: str) -> None:
        for name in self.fields:
            self._judge(name)
        self.changed.emit()

    def _judge(self, name: str) -> None:
        """Nothing is said of a row that is not whole yet."""
        typed, mark = self.fields[name].text(), self._marks[name]
        is_whole = len("".join(typed.replace("-", "").split())) >= 16
        fits = is_right(name, typed)
        mark.setText(self.tr("✓ fits") if fits else self.tr("look again") if is_whole else "")
        retone(mark, "ok" if fits else "warn")
        self.fields[name].setAccessibleDescription(mark.text())
