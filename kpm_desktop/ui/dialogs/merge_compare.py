"""Two records side by side, field by field, and what will be shown once they are one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kpm_desktop.commands.review.merge_view import MergeLine, MergeView
from kpm_desktop.domain.masking import masked_number
from kpm_desktop.domain.records.catalogue import fields
from kpm_desktop.ui.components.labels import label, line
from kpm_desktop.ui.components.upright_area import UprightArea
from kpm_desktop.ui.frame.context import Tools
from kpm_desktop.ui.look.theme import Text
from kpm_desktop.ui.words.value_words import value_words


class MergeCompare(UprightArea):
    """Empty until `show_view`. What differs stands out by its words, not by colour alone. The NIK shows its end."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._look = tools, tools.look
        self.setAccessibleName(self.tr("Both records side by side"))

    def show_view(self, view: MergeView | None) -> None:
        """Another pair, or none."""
        look, holder = self._look, QWidget()
        holder.setProperty("role", "side-right")
        grid = QGridLayout(holder)
        grid.setContentsMargins(look.px(4), 0, look.px(12), 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(6))
        if view is not None:
            heads = (self.tr("Field"), self.tr("Record 1"), self.tr("Record 2"), self.tr("Shown afterwards"))
            for column, words in enumerate(heads):
                grid.addWidget(label(look, words, Text.CAPTION_STRONG, "text2", wrap=True), 0, column)
                grid.setColumnStretch(column, 4 if column else 3)
            grid.addWidget(line(), 1, 0, 1, 4)
            for row, each in enumerate(view.lines, start=2):
                self._add(grid, row, view, each)
            grid.setRowStretch(len(view.lines) + 2, 1)
        self.setWidget(holder)

    def _add(self, grid: QGridLayout, row: int, view: MergeView, each: MergeLine) -> None:
        name = self._tools.words.field(view.kind, each.field)
        says = [self._value(view, each, value) for value in (each.first, each.second, each.after)]
        if each.differs:
            name = self.tr("{field} (differs)").format(field=name)
        kinds = [Text.BODY, Text.BODY, Text.BODY_STRONG]
        grid.addWidget(label(self._look, name, Text.CAPTION, "warn" if each.differs else "text2", wrap=True), row, 0)
        for column, (words, kind) in enumerate(zip(says, kinds, strict=True), start=1):
            grid.addWidget(label(self._look, words, kind, wrap=True), row, column, Qt.AlignmentFlag.AlignTop)

    def _value(self, view: MergeView, each: MergeLine, value: object) -> str:
        if value is not None and fields(view.kind)[each.field].spec.form == "reference":
            return view.names.get(str(value)) or self.tr("a record that has not come yet")
        if value is not None and each.field == "nik":
            return masked_number(str(value))
        words = value_words(self._tools, view.kind, each.field, value)
        return words[:1].upper() + words[1:]
